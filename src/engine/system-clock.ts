import type { EngineMemory } from './memory.ts'
import { monotonicNow, type TimeSource, wallNow } from './time-source.ts'

const { timeOrigin } = performance

/** How far the two clocks may part, in milliseconds, before the system's wall clock is taken anew. */
const DRIFT = 5

/** The system's time. */
export class SystemClock implements TimeSource {
  readonly stands = false
  /** What makes wall time of monotonic time, in milliseconds. */
  private offset = timeOrigin
  /** How far the engine's monotonic clock is ahead of the system's, because it came out of another process. */
  private ahead = 0
  private memory: EngineMemory | undefined

  constructor() {
    this.align()
  }

  attach(memory: EngineMemory): void {
    this.memory = memory
  }

  goOnFrom(monotonic: number): void {
    this.ahead = Math.max(this.ahead, monotonic - monotonicNow())
  }

  get monotonic(): number {
    return monotonicNow() + this.ahead
  }

  get now(): number {
    return this.offset + monotonicNow()
  }

  align(): void {
    const wall = wallNow()
    const monotonic = monotonicNow()
    if (Math.abs(wall - monotonic - this.offset) > DRIFT) this.offset = wall - monotonic
  }

  write(): number {
    const monotonic = monotonicNow()
    this.memory?.writeClocks((this.offset + monotonic) * 1000, (monotonic + this.ahead) * 1000)
    return monotonic
  }
}
