import { fillRandom } from '#platform'

/** Fills bytes with random numbers. */
export type RandomSource = (bytes: Uint8Array) => void

/** One round of mixing: every bit of `x` has its part in every bit of the result. */
function mixed(x: number): number {
  let m = Math.imul(x ^ (x >>> 16), 0x7feb352d)
  m = Math.imul(m ^ (m >>> 15), 0x846ca68b)
  return (m ^ (m >>> 16)) >>> 0
}

/** Numbers that are the same in every run with the same seed: for tests, never for secrets. */
function seeded(seed: number): RandomSource {
  let low = seed >>> 0
  let high = Math.floor(seed / 4294967296) >>> 0
  return (bytes) => {
    for (let i = 0; i < bytes.length; i++) {
      low = (low + 0x9e3779b9) >>> 0
      if (low < 0x9e3779b9) high = (high + 1) >>> 0
      bytes[i] = mixed(low ^ mixed(high)) >>> 11
    }
  }
}

/** Where an engine has its random numbers from: the system, or a generator with a seed. */
export function randomSource(seed: number | undefined): RandomSource {
  return seed === undefined ? fillRandom : seeded(seed)
}
