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
 * How the median of `after` compares with that of `before`: the ratio, and the interval in which 95 % of the ratios
 * lie when both are drawn anew from what was measured (bootstrap, 4000 draws, always the same ones).
 */
export function ratio(before, after) {
  const random = generator(20260101)
  const draw = (samples) => median(samples.map(() => samples[Math.floor(random() * samples.length)]))
  const ratios = Array.from({ length: 4000 }, () => draw(after) / draw(before))
  return { ratio: median(after) / median(before), low: quantile(ratios, 0.025), high: quantile(ratios, 0.975) }
}

/** Numbers in [0, 1), the same ones for the same seed: a linear congruential generator is random enough for this. */
function generator(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
