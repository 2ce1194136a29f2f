/**
 * The smallest part of `steps` that still `fails`, by delta debugging: ever smaller pieces are left out for as long as
 * it fails without them. Every step of the result is needed.
 */
export async function shrink<S>(
  steps: readonly S[],
  fails: (steps: readonly S[]) => Promise<boolean>,
): Promise<readonly S[]> {
  let size = Math.max(1, steps.length >> 1)
  while (true) {
    let removed = false
    for (let from = 0; from < steps.length; ) {
      const rest = [...steps.slice(0, from), ...steps.slice(from + size)]
      if (await fails(rest)) {
        steps = rest
        removed = true
      } else {
        from += size
      }
    }
    if (size === 1 && !removed) return steps
    if (!removed) size = Math.max(1, size >> 1)
  }
}
