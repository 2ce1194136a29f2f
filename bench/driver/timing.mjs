/**
 * Warms a prepared row up for `warm` milliseconds and finds how many entries take about `sample` milliseconds.
 * `run(count)` gives the seconds that `count` entries took, or a promise of them.
 */
export async function calibrate(run, warm, sample) {
  let count = 1
  for (let spent = 0; ; ) {
    const seconds = Math.max(await run(count), 1e-9)
    spent += seconds
    const wanted = Math.max(1, Math.round(((count / seconds) * sample) / 1000))
    const seen = spent >= warm / 1000 && seconds * 4 >= sample / 1000
    if (seen || spent > 20) return wanted // in 20 s even a row whose one entry takes seconds has been seen
    count = Math.max(count, Math.min(wanted, count * 8))
  }
}
