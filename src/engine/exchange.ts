import { beingViewed } from '../errors.ts'
import type { EngineConnection } from './connection.ts'
import { codeText, ENDED, LENT } from './contract.ts'
import type { Entrance } from './entrance.ts'
import type { EngineMemory } from './memory.ts'
import type { Schedule } from './schedule.ts'

/** As in entry.c: a larger input buffer is given back after each run, however little of it was used. */
const KEPT_INPUT = 256 * 1024

/**
 * Requests into the engine, replies out of it.
 *
 * There is one input buffer. What lies in it belongs to one connection and runs before another one's is encoded, which
 * keeps commands in the order in which they were issued, across connections too.
 */
export class Exchange {
  /** Whose requests lie in the input buffer. */
  owner: EngineConnection | undefined
  private readonly entrance: Entrance
  private readonly schedule: Schedule
  private readonly announce: (id: number) => void
  /**
   * Called now and then while one command keeps the engine busy, so that others are heard. They may feed connections that
   * `hears` says yes of, and read what those answer; nothing else.
   */
  readonly whileBusy = new Set<() => void>()
  private inputStart = 0
  private inputSize = 0
  private queued = 0

  /** `announce` is told of connections that the engine has ended. */
  constructor(entrance: Entrance, schedule: Schedule, announce: (id: number) => void) {
    this.entrance = entrance
    this.schedule = schedule
    this.announce = announce
  }

  get memory(): EngineMemory {
    return this.entrance.memory
  }

  /** A caller is looking at the engine's memory. */
  get lent(): boolean {
    return this.entrance.lent
  }

  /**
   * Where the next request of `connection` begins in the input buffer, which ends at `inputEnd`. What lies there of
   * another connection, or in another form, runs first.
   */
  inputFor(connection: EngineConnection, vectors: boolean): number {
    if (this.owner !== connection || connection.vectors !== vectors) {
      if (this.lent) throw beingViewed()
      this.runQueued()
      this.owner = connection
      connection.vectors = vectors
    }
    return this.inputStart + this.queued
  }

  /** Where the input buffer ends. */
  get inputEnd(): number {
    return this.inputStart + this.inputSize
  }

  /** Makes room for `size` bytes behind what is queued; returns where they begin. */
  reserve(size: number): number {
    if (this.queued + size > this.inputSize) this.growInput(this.queued + size)
    return this.inputStart + this.queued
  }

  private growInput(size: number): void {
    const code = this.entrance.call('redis_reserve', size)
    this.readInput()
    if (code < 0) throw new RangeError(`a request of ${size} bytes cannot be sent: ${codeText(code)}`)
  }

  private readInput(): void {
    this.inputStart = this.memory.inputStart
    this.inputSize = this.memory.inputSize
  }

  commit(end: number): void {
    this.queued = end - this.inputStart
  }

  /** Runs what `connection` has queued; its output window is true when this returns. */
  flush(connection: EngineConnection): void {
    if (this.owner === connection && this.queued > 0) this.run(connection)
    else this.look(connection)
  }

  /** Lets the engine go on with output that did not fit into the connection's window. */
  resume(connection: EngineConnection): void {
    this.inputFor(connection, false)
    this.run(connection)
  }

  get hasQueued(): boolean {
    return this.queued > 0
  }

  /** Runs what lies in the input buffer, whoever it belongs to. */
  runQueued(): void {
    if (this.owner && this.queued > 0) this.run(this.owner)
  }

  private run(connection: EngineConnection): void {
    const length = this.takeQueued()
    const { entrance } = this
    const { exports, memory } = entrance
    if (!connection.vectors) this.consume(connection)
    const { id, read } = connection
    connection.read = 0
    let state: number
    try {
      state = connection.vectors ? exports.redis_run_vectors(id, length, read) : exports.redis_run(id, length)
    } catch (error) {
      throw entrance.lose(error)
    }
    memory.refresh()
    this.took(connection, state)
  }

  /** How many bytes lie in the input buffer, to be run now: at this time, and after what was due before it. */
  private takeQueued(): number {
    if (this.lent) throw beingViewed()
    const length = this.queued
    this.queued = 0
    // Calls that never give way to the event loop must not keep cron and expiry from their turn.
    if (this.entrance.clock.write() >= this.schedule.at) this.schedule.tick()
    return length
  }

  /** The engine has run what `connection` had queued. */
  private took(connection: EngineConnection, state: number): void {
    if (this.inputSize > KEPT_INPUT) this.readInput()
    this.window(connection, state)
    if (state !== 0 || this.entrance.clock.stands) this.unusual(connection, state)
  }

  /** Has the connection see the output that the engine has just pointed at. */
  private window(connection: EngineConnection, state: number): void {
    const { memory } = this.entrance
    connection.outputAt = memory.outputStart
    connection.outputEnd = connection.outputAt + memory.outputSize
    connection.state = state
  }

  /** A connection that waits needs the timer, one that ended is told so, and any failure is this library's defect. */
  private unusual(connection: EngineConnection, state: number): void {
    this.entrance.check(state)
    if (state & ENDED) this.announce(connection.id)
    else this.schedule.arm()
  }

  /** Makes the connection's output window true. Returns its state. */
  look(connection: EngineConnection): number {
    const { read } = connection
    connection.read = 0
    const state = this.entrance.look(connection.id, read)
    this.window(connection, state)
    return state
  }

  /** Tells the engine what was read of the connection's output, which it then gives back. */
  consume(connection: EngineConnection): void {
    const { read } = connection
    if (read === 0 || connection.id === 0) return
    connection.read = 0
    this.entrance.check(this.entrance.exports.redis_consume(connection.id, read))
  }

  /**
   * As `flush`, for one request. True when its reply is a large string and the connection's output is that string itself,
   * where the engine keeps it; then `lend` comes next.
   */
  flushToView(connection: EngineConnection): boolean {
    const length = this.takeQueued()
    const { entrance } = this
    const { read } = connection
    connection.read = 0
    const state = entrance.check(entrance.call('redis_view', connection.id, length, read))
    this.took(connection, state & ~LENT)
    return (state & LENT) !== 0
  }

  /**
   * Lends out `[from, to)` of the memory itself for as long as `use` runs. `viewed` is the connection whose reply was
   * flushed to be viewed, if it was.
   */
  lend<T>(from: number, to: number, use: (bytes: Uint8Array) => T, viewed?: EngineConnection): T {
    const { entrance } = this
    entrance.lent = true
    try {
      return use(this.memory.bytes.subarray(from, to))
    } finally {
      entrance.lent = false
      this.memory.endViews()
      if (viewed && !entrance.ended) {
        entrance.enter('redis_view_end', viewed.id)
        this.look(viewed)
      }
    }
  }

  /** Ends the connection's wait, for `why`; false when it does not wait. */
  unblock(connection: EngineConnection, why: number): boolean {
    const code = this.entrance.enter('redis_unblock', connection.id, why)
    this.look(connection)
    return code > 0
  }

  /** The command that keeps the engine busy has an input buffer, and something in it perhaps; others have their own. */
  hearOthers(): void {
    if (this.whileBusy.size === 0) return
    const { owner, queued, inputStart, inputSize, entrance, schedule } = this
    this.memory.refresh()
    this.renew()
    schedule.suspended = true
    try {
      for (const hear of this.whileBusy) hear()
    } finally {
      schedule.suspended = false
    }
    if (entrance.ended) throw entrance.ended // SHUTDOWN: whoever is busy must not go on
    Object.assign(this, { owner, queued, inputStart, inputSize })
  }

  /** False for the connection whose command keeps the engine busy. */
  hears(connection: EngineConnection): boolean {
    return this.entrance.call('redis_hears', connection.id) === 1
  }

  /** Runs what a connection that goes has queued. */
  finish(connection: EngineConnection): void {
    if (this.owner === connection) this.runQueued()
  }

  /** What a connection that is gone has left in the input buffer must not run on another. */
  disown(connection: EngineConnection): void {
    if (this.owner === connection) this.clear()
  }

  /** Nothing is queued. */
  clear(): void {
    this.owner = undefined
    this.queued = 0
  }

  /** In another memory, or one that an image was laid over. */
  renew(): void {
    this.clear()
    this.readInput()
  }
}
