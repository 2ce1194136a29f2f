/** Every power of two of microseconds is cut into so many steps, so that a value is off by less than 0.1 %. */
const STEPS = 1024

/** How often each latency occurred, in the same memory however many there are. */
export class Histogram {
  private readonly counts = new Float64Array(STEPS * 40)
  count = 0
  sum = 0
  min = Number.POSITIVE_INFINITY
  max = 0

  /** Adds `times` requests that took so many microseconds each. */
  add(micros: number, times: number): void {
    this.counts[slotOf(Math.max(0, Math.round(micros)))] += times
    this.count += times
    this.sum += micros * times
    if (micros < this.min) this.min = micros
    if (micros > this.max) this.max = micros
  }

  get mean(): number {
    return this.count === 0 ? 0 : this.sum / this.count
  }

  /** The latency that `percent` of the requests did not exceed, in microseconds. */
  percentile(percent: number): number {
    const wanted = Math.max(1, Math.ceil((this.count * percent) / 100))
    let seen = 0
    for (let slot = 0; slot < this.counts.length; slot++) {
      seen += this.counts[slot]
      if (seen >= wanted) return Math.min(latencyOf(slot), this.max)
    }
    return this.max
  }
}

/** Up to `2 * STEPS` each value has a slot of its own; beyond, each doubling has `STEPS` of them. */
function slotOf(micros: number): number {
  if (micros < 2 * STEPS) return micros
  const shift = Math.floor(Math.log2(micros)) - Math.log2(STEPS)
  return shift * STEPS + Math.floor(micros / 2 ** shift)
}

function latencyOf(slot: number): number {
  if (slot < 2 * STEPS) return slot
  const shift = Math.floor(slot / STEPS) - 1
  return (slot - shift * STEPS) * 2 ** shift
}
