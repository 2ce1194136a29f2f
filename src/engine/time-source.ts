import type { EngineMemory } from './memory.ts'

/** Where an engine has its time from. */
export interface TimeSource {
  /** Unix time in milliseconds. */
  readonly now: number
  /** It stands still until it is turned: time alone brings nothing, and no timer is needed. */
  readonly stands: boolean
  /** The engine's monotonic time in milliseconds. */
  readonly monotonic: number
  /** Has it written into this memory from here on. */
  attach(memory: EngineMemory): void
  /**
   * Goes on from the times of an image, in milliseconds: monotonic time never runs backwards, and a clock that stands has
   * the image's wall time, too.
   */
  goOnFrom(monotonic: number, wall: number): void
  /** Writes both clocks where the engine reads them. Returns the real monotonic time in milliseconds; before any timer when it stands. */
  write(): number
  /** Follows the system clock when it was set, or when the machine slept. Not for every call: once a tick. */
  align(): void
}

// Taken once, so that a test runner's fake timers do not stop the engine's clock.
export const monotonicNow: () => number = performance.now.bind(performance)
export const wallNow: () => number = Date.now.bind(Date)
