import type { EngineMemory } from './memory.ts'
import { monotonicNow, type TimeSource, wallNow } from './time-source.ts'

/** Where the monotonic clock begins, in milliseconds: behind whatever the module's image was made at. */
const BEGINNING = 1_000_000

/** A time as the engine knows it, which is no finer than a microsecond. */
export function whole(ms: number): number {
  return Math.round(ms * 1000) / 1000
}

/** A clock that stands where it was put. It begins at the system's time, to the millisecond. */
export class ManualClock implements TimeSource {
  /** How often the engine has been entered, which tells whether anything goes on in it. */
  entries = 0
  private memory: EngineMemory | undefined
  private wall = wallNow()
  private steady = BEGINNING
  /** When it was let run, by the real clock; undefined while it stands. */
  private since: number | undefined
  /** The engine moves its clocks itself. */
  private turning = false

  attach(memory: EngineMemory): void {
    this.memory = memory
  }

  goOnFrom(monotonic: number, wall: number): void {
    this.setWall(wall)
    this.steady = Math.max(this.steady, whole(monotonic))
  }

  get monotonic(): number {
    return whole(this.steady + this.passed)
  }

  get stands(): boolean {
    return this.since === undefined
  }

  private get passed(): number {
    return this.since === undefined ? 0 : monotonicNow() - this.since
  }

  get now(): number {
    return whole(this.wall + this.passed)
  }

  align(): void {
    // It knows of no other clock.
  }

  write(): number {
    this.entries++
    const { passed } = this
    if (!this.turning) {
      this.memory?.writeClocks(Math.round((this.wall + passed) * 1000), Math.round((this.steady + passed) * 1000))
    }
    return this.since === undefined ? -Infinity : this.since + passed
  }

  /** Has `advance`, which enters the engine, turn the clocks; it returns the time that was reached. */
  turn(advance: () => number): number {
    this.freeze()
    this.write()
    this.turning = true
    try {
      const reached = advance()
      this.steady = whole(this.steady + reached - this.wall)
      this.wall = reached
      return reached
    } finally {
      this.turning = false
    }
  }

  /** Sets the wall clock back, or on without anything being done. The monotonic clock stays. */
  setWall(ms: number): void {
    this.freeze()
    this.wall = whole(ms)
  }

  /** Idempotent. */
  freeze(): void {
    const { passed } = this
    this.wall = whole(this.wall + passed)
    this.steady = whole(this.steady + passed)
    this.since = undefined
  }

  /** Lets it run with real time from where it stands. Idempotent. */
  resume(): void {
    this.since ??= monotonicNow()
  }
}
