/**
 * Loops that time calls. Each timed call gets a loop compiled for it alone: in a shared one the engine of JavaScript
 * would keep what it learned from all calls before, and a contestant would pay for its neighbours.
 */

const synchronous = `
  return function (count) {
    let last, at = 0
    const begin = performance.now()
    for (let i = 0; i < count; i++) {
      last = call(at)
      if (++at === turn) at = 0
    }
    const seconds = (performance.now() - begin) / 1000
    keep(last)
    return seconds
  }`

const awaited = synchronous.replace('return function', 'return async function').replace('call(at)', 'await call(at)')

let kept
const keep = (value) => {
  kept = value
}
/** The last reply of the last loop: read, so that no optimiser drops the work. */
export const lastReply = () => kept

/** A function that makes `count` calls, `call(0)`, `call(1)`, … `call(turn - 1)`, `call(0)`, …, and gives the seconds. */
export function syncLoop(call, turn) {
  return new Function('call', 'turn', 'keep', synchronous)(call, turn, keep)
}

/** The same for calls that return promises, one awaited before the next is made. */
export function awaitLoop(call, turn) {
  return new Function('call', 'turn', 'keep', awaited)(call, turn, keep)
}

/** How long awaited calls took, for `ms` milliseconds: how many there were, and percentiles in microseconds. */
export async function latencies(call, turn, ms) {
  const times = new Float64Array(1_000_000)
  let count = 0
  for (const end = performance.now() + ms; count < times.length; count++) {
    const begin = performance.now()
    if (begin > end) break
    await call(count % turn)
    times[count] = performance.now() - begin
  }
  const sorted = times.subarray(0, count).sort()
  const at = (part) => sorted[Math.min(count - 1, Math.floor(count * part))] * 1000
  return { count, p50: at(0.5), p99: at(0.99), p999: at(0.999), max: at(1) }
}
