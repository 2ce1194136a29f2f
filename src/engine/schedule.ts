import type { Entrance } from './entrance.ts'
import { EngineTimer } from './timer.ts'

/** When the engine is entered although nobody calls: cron, expiry, the timeouts of those who wait. */
export class Schedule {
  private readonly entrance: Entrance
  private readonly timer: EngineTimer

  constructor(entrance: Entrance) {
    this.entrance = entrance
    this.timer = new EngineTimer(tickOf(this))
  }

  /** When the timer fires, in milliseconds of `performance.now()`. */
  get at(): number {
    return this.timer.at
  }

  /** Runs what is due. */
  tick(): void {
    const { entrance } = this
    if (entrance.ended) return
    this.timer.stop()
    entrance.clock.align()
    try {
      this.armFor(entrance.enter('redis_tick'))
    } catch (error) {
      // Every connection has been told by now; from a timer there is nobody else to tell.
      if (!entrance.ended) throw error
    }
  }

  /** Sees to it that the timer fires when something is due next. */
  arm(): void {
    this.entrance.clock.write()
    this.armFor(this.entrance.call('redis_due'))
  }

  /** A clock that stands brings nothing; then the timer serves only what waits for no time. */
  armFor(due: number): void {
    if (this.entrance.clock.stands && due > 0) this.timer.stop()
    else this.timer.arm(due, this.entrance.exports.redis_waiting() > 0)
  }

  /** Time brings nothing until it is armed again. */
  stop(): void {
    this.timer.stop()
  }
}

/**
 * The timer alone must not keep an engine that everyone has forgotten. Made outside the class, where the closure's
 * context holds nothing but the weak reference.
 */
function tickOf(schedule: Schedule): () => void {
  const weak = new WeakRef(schedule)
  return () => weak.deref()?.tick()
}
