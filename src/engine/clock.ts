import type { EngineMemory } from './memory.ts'

// Taken once, so that a test runner's fake timers do not stop the engine's clock.
const { timeOrigin } = performance
const monotonicNow = performance.now.bind(performance)
const wallNow = Date.now.bind(Date)

/** How far the two clocks may part, in milliseconds, before the system's wall clock is taken anew. */
const DRIFT = 5

/** The system's time, written where the engine reads it. */
export class SystemClock {
  /** What makes wall time of monotonic time, in milliseconds. */
  private offset = timeOrigin
  /** How far the engine's monotonic clock is ahead of the system's, because it came out of another process. */
  private ahead = 0
  private readonly memory: EngineMemory

  constructor(memory: EngineMemory) {
    this.memory = memory
    this.align()
  }

  /** Follows the system clock when it was set, or when the machine slept. Not for every call: once a tick. */
  align(): void {
    const wall = wallNow()
    const monotonic = monotonicNow()
    if (Math.abs(wall - monotonic - this.offset) > DRIFT) this.offset = wall - monotonic
  }

  /** The engine's monotonic time is not below `monotonic`, in milliseconds, from here on. */
  goOnFrom(monotonic: number): void {
    this.ahead = Math.max(this.ahead, monotonic - monotonicNow())
  }

  /** The engine's monotonic time in milliseconds. */
  get monotonic(): number {
    return monotonicNow() + this.ahead
  }

  /** Writes both clocks; returns the system's monotonic one in milliseconds. */
  write(): number {
    const monotonic = monotonicNow()
    this.memory.writeClocks((this.offset + monotonic) * 1000, (monotonic + this.ahead) * 1000)
    return monotonic
  }
}
