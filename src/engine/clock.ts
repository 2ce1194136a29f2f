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

  /** Writes both clocks; returns the monotonic one in milliseconds. */
  write(): number {
    const monotonic = monotonicNow()
    this.memory.writeClocks((this.offset + monotonic) * 1000, monotonic * 1000)
    return monotonic
  }
}
