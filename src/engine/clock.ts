import { nextTurn } from '../turns.ts'
import { ManualClock, whole } from './manual-clock.ts'
import type { TimeSource } from './time-source.ts'

/** What turning the clock asks of the engine. */
export interface Turned {
  /**
   * Turns the engine's clocks on, to `until` at most (Unix time in milliseconds), running what is due, with at least
   * `step` milliseconds between two runs of cron. Stops early where somebody has to be told of something. Returns the
   * time that was reached.
   */
  turnClock(until: number, step: number): number
  /** Runs what is due now. */
  tick(): void
}

/** As far as this, in milliseconds, cron comes each time it is due. */
const SHORT = 10_000
/** So often it comes on a longer way. */
const RUNS_OF_CRON = 100

/** The latest time, in the year 2255: beyond it a number in JavaScript does not hold every microsecond. */
const LATEST = 9e12

/** For so many turns of the event loop nobody may have asked the engine for anything before time goes on. */
const QUIET_TURNS = 5
/** A client that never rests cannot stop the clock. */
const MOST_TURNS = 1000
/** How often what is due at one moment may bring about more at the same moment. */
const MOST_REPEATS = 100

/**
 * The clock of an engine, which moves all that depends on time: times to live, blocking timeouts, TIME, stream ids,
 * ages of keys.
 */
export class Clock {
  private readonly source: TimeSource
  private readonly engine: Turned
  /** Turns are made one after the other. */
  private turning: Promise<void> = Promise.resolve()

  /** @internal */
  constructor(source: TimeSource, engine: Turned) {
    this.source = source
    this.engine = engine
  }

  /** The engine's Unix time in milliseconds. */
  get now(): number {
    return this.source.now
  }

  /** True when it was opened with `clock: 'manual'`. */
  get manual(): boolean {
    return this.source instanceof ManualClock
  }

  /** True while a manual clock stands still. */
  get frozen(): boolean {
    return this.source.stands
  }

  /**
   * Turns the clock on by `ms` milliseconds, through every moment on the way at which something is due: keys expire
   * and waits end in the order of their times, each at its own. What clients do about it is done at that time, too.
   * Resolves when everything due has run, waiting calls are settled and messages delivered.
   *
   * Rejects with a `TypeError` when the engine has the system's clock or `ms` is no number of 0 or more, and as calls
   * do when the engine ends meanwhile. A clock that runs goes on running.
   */
  async advance(ms: number): Promise<void> {
    const source = this.manualClock('advance')
    if (typeof ms !== 'number' || !(ms >= 0) || source.now + ms > LATEST) {
      throw new TypeError(`the clock cannot advance by ${String(ms)}; it takes milliseconds, 0 or more, until 2255`)
    }
    await this.inTurn(() => this.turnTo(source, () => source.now + ms))
  }

  /**
   * Sets the clock to a time, as a `Date` or Unix time in milliseconds. To a later one as by `advance`. To an earlier
   * one as on a machine whose clock is set back: what is due at a time is due later, and nothing else happens.
   *
   * Rejects as `advance` does.
   */
  async set(time: number | Date): Promise<void> {
    const source = this.manualClock('set')
    const ms = time instanceof Date ? time.getTime() : time
    if (typeof ms !== 'number' || !(ms >= 0) || ms > LATEST) {
      throw new TypeError(
        `the clock cannot be set to ${String(time)}; it takes a Date, or milliseconds since 1970, until 2255`,
      )
    }
    await this.inTurn(async () => {
      if (ms >= source.now) return this.turnTo(source, () => ms)
      await quiet(source)
      const ran = !source.stands
      source.setWall(ms)
      if (ran) source.resume()
      this.engine.tick()
    })
  }

  /** Stops a clock that runs. Throws a `TypeError` when it is the system's. Idempotent. */
  freeze(): void {
    this.manualClock('freeze').freeze()
    this.engine.tick()
  }

  /**
   * Lets a clock that stands run with real time, from where it is: TTLs and waits end by themselves then. Throws a
   * `TypeError` when it is the system's. Idempotent.
   */
  resume(): void {
    this.manualClock('resume').resume()
    this.engine.tick()
  }

  private manualClock(method: string): ManualClock {
    if (this.source instanceof ManualClock) return this.source
    throw new TypeError(
      `clock.${method} turns a manual clock, and this is the system's: open the engine with clock: 'manual'`,
    )
  }

  private async inTurn(turn: () => Promise<void>): Promise<void> {
    const turned = this.turning.then(turn)
    this.turning = turned.catch(() => {}) // its caller is told
    return turned
  }

  private async turnTo(source: ManualClock, target: () => number): Promise<void> {
    // What was called before the clock is turned belongs to the time before.
    await quiet(source)
    const ran = !source.stands
    const until = whole(target())
    const step = until - source.now > SHORT ? (until - source.now) / RUNS_OF_CRON : 0
    try {
      for (let repeats = 0; repeats < MOST_REPEATS; ) {
        const reached = source.turn(() => this.engine.turnClock(until, step))
        const active = await quiet(source)
        if (reached < until) continue
        if (!active) break
        repeats++
      }
    } finally {
      if (ran) source.resume()
    }
    this.engine.tick()
  }
}

/** Waits until nobody has asked the engine for anything for some turns of the event loop; tells whether anyone did. */
async function quiet(source: ManualClock): Promise<boolean> {
  const first = source.entries
  let still = 0
  for (let turns = 0; still < QUIET_TURNS && turns < MOST_TURNS; turns++) {
    const before = source.entries
    await nextTurn()
    still = source.entries === before ? still + 1 : 0
  }
  return source.entries !== first
}
