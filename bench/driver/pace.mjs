/**
 * How fast the machine itself runs, whatever is measured on it. A virtual machine shares its cores, and for seconds at a
 * time they do 0.6 of what they did before: what was sampled meanwhile says little, and is sampled again.
 */

/** Below this part of the best pace of the run, the machine is slow. */
export const STEADY = 0.85
/** How often a sample is taken at the most; the last one counts, however slow the machine was. */
const TRIES = 5

const table = Int32Array.from({ length: 1 << 15 }, (_, i) => Math.imul(i, 0x9e3779b1))

/**
 * Rounds of a fixed loop in a millisecond, on the processor that asks. Four sums that do not wait for each other: who
 * shares a core takes nothing from a loop that waits for its own results.
 */
export function pace() {
  let rounds = 0
  let [a, b, c, d] = [1, 2, 3, 4]
  for (const end = performance.now() + 1; performance.now() < end; rounds++) {
    for (let i = 0; i < 250; i++) {
      a = (a + table[(i * 148 + rounds * 64) & 0x7fff]) | 0
      b = (b ^ table[(i * 212 + rounds * 128) & 0x7fff]) | 0
      c = (c - table[(i * 284 + rounds * 32) & 0x7fff]) | 0
      d = (d + (table[(i * 388) & 0x7fff] >>> 3)) | 0
    }
  }
  return a + b + c + d === 0 ? 0 : rounds
}

/** The same in a process that has not asked yet: the loop has to be compiled first. */
export function warmPace() {
  for (let i = 0; i < 20; i++) pace()
  return pace()
}

let best = 0
/** How many samples this run has, how many of them of a slow machine, and how many more were taken again. */
export const taken = { samples: 0, slow: 0, again: 0 }

/** The value of `{ value, pace }`, which `take` resolves to, taken again while the machine is slow. */
export async function steady(take) {
  for (let tries = 1; ; tries++) {
    const { value, pace } = await take()
    best = Math.max(best, pace)
    const slow = pace < best * STEADY
    if (slow && tries < TRIES) {
      taken.again++
      continue
    }
    taken.samples++
    if (slow) taken.slow++
    return value
  }
}
