/** Middle, spread, and whether two samples differ by more than chance. */

export function quantile(samples, part) {
  const sorted = Float64Array.from(samples).sort()
  const at = (sorted.length - 1) * part
  const low = Math.floor(at)
  return sorted[low] + (sorted[Math.ceil(at)] - sorted[low]) * (at - low)
}

export const median = (samples) => quantile(samples, 0.5)

/** Half the distance between the quartiles, as a part of the median. */
export const spread = (samples) => (quantile(samples, 0.75) - quantile(samples, 0.25)) / 2 / median(samples)

export const geometricMean = (numbers) => Math.exp(numbers.reduce((sum, x) => sum + Math.log(x), 0) / numbers.length)

/**
 * How `after` compares with `before`: the ratio of medians, and the interval in which 95 % of such ratios lie when both
 * are drawn anew from what was measured. Both are lists of sessions, each a list of samples: two samples of one process
 * are more alike than two of two processes, so sessions are drawn first and samples in them then (a bootstrap in two
 * stages, 2000 draws, the same ones for the same numbers).
 */
export function ratio(before, after) {
  const random = generator(20260101)
  const pick = (list) => list[Math.floor(random() * list.length)]
  const draw = (sessions) =>
    median(
      sessions.flatMap(() => {
        const session = pick(sessions)
        return session.map(() => pick(session))
      }),
    )
  const ratios = Array.from({ length: 2000 }, () => draw(after) / draw(before))
  return {
    ratio: median(after.flat()) / median(before.flat()),
    low: quantile(ratios, 0.025),
    high: quantile(ratios, 0.975),
  }
}

/** Numbers in [0, 1), the same ones for the same seed: a linear congruential generator is random enough for this. */
function generator(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
