/** Exit codes that people and scripts expect. */
export const FINE = 0
export const FAILED = 1
export const WRONG_USAGE = 2

/** What was typed cannot be meant: it is printed as it is, with where to find help, and the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The work failed for a reason that its message says; exit code 1. */
export class Failure extends Error {
  override readonly name = 'Failure'
}

/** How many letters must be changed, added or left out to make `b` of `a`. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(changed, row[j] + 1, next[j - 1] + 1))
    }
    row = next
  }
  return row[b.length]
}

/** What was probably meant, as ` Did you mean …?`; empty when nothing known is near. */
export function suggestion(typed: string, known: Iterable<string>): string {
  let best = ''
  let least = Math.max(1, Math.ceil(typed.length / 3)) + 1
  for (const name of known) {
    const far = distance(typed.toLowerCase(), name.toLowerCase())
    if (far < least) {
      least = far
      best = name
    }
  }
  return best === '' ? '' : ` Did you mean ${best}?`
}
