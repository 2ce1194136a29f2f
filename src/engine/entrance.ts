import { beingViewed, EngineClosedError, EngineCrashedError } from '../errors.ts'
import { codeText, type Exports } from './contract.ts'
import { EngineExit, type Instance } from './instance.ts'
import type { EngineLog } from './log.ts'
import type { EngineMemory } from './memory.ts'
import type { TimeSource } from './time-source.ts'

/** The way into the module, which is closed for good when the engine ends. */
export class Entrance {
  exports: Exports
  memory: EngineMemory
  readonly clock: TimeSource
  /** A caller is looking at the engine's memory, which must not change meanwhile. */
  lent = false
  /** Why the engine is no longer there; every later call fails with it. */
  ended: Error | undefined
  private readonly log: EngineLog
  private readonly onEnd: (reason: Error) => void

  /** `onEnd` is called once, when nobody can enter any more. */
  constructor({ exports, memory, clock }: Instance, log: EngineLog, onEnd: (reason: Error) => void) {
    this.exports = exports
    this.memory = memory
    this.clock = clock
    this.log = log
    this.onEnd = onEnd
  }

  /** One that was closed before it led anywhere. */
  static closed(reason: Error): Entrance {
    return Object.assign(Object.create(Entrance.prototype), { exports: gone, ended: reason })
  }

  /** Leads into another instance, which goes on as this engine. */
  lead({ exports, memory }: Instance): void {
    this.memory.release()
    this.exports = exports
    this.memory = memory
  }

  /**
   * Calls one of the module's exports with the clock set. A negative answer or a trap ends the engine, and is thrown.
   */
  enter(name: Entry, ...args: number[]): number {
    if (this.ended) throw this.ended
    this.clock.write()
    return this.check(this.call(name, ...args))
  }

  /** As `enter`, as of when the clock was last set; a negative answer is the caller's to read. */
  call(name: Entry, ...args: number[]): number {
    if (this.ended) throw this.ended
    if (this.lent) throw beingViewed()
    let code: number
    try {
      code = (this.exports[name] as (...args: number[]) => number)(...args)
    } catch (error) {
      throw this.lose(error)
    }
    this.memory.refresh()
    return code
  }

  /** `redis_look`, as by `call` but not by name, which takes longer than the look: every message to a connection needs one. */
  look(id: number, read: number): number {
    if (this.ended) throw this.ended
    if (this.lent) throw beingViewed()
    let state: number
    try {
      state = this.exports.redis_look(id, read)
    } catch (error) {
      throw this.lose(error)
    }
    this.memory.refresh()
    return this.check(state)
  }

  /** Ends the engine when `code` is negative: no entry fails that way unless this library does. */
  check(code: number): number {
    if (code < 0) throw this.lose(new Error(codeText(code)))
    return code
  }

  /** Ends the engine for a reason that came out of it, and returns what callers are told. */
  lose(cause: unknown): Error {
    if (this.ended) return this.ended
    const reason =
      cause instanceof EngineExit && cause.status === 0
        ? new EngineClosedError('the engine was shut down by SHUTDOWN')
        : this.crashed(cause)
    this.close(reason)
    return reason
  }

  private crashed(cause: unknown): Error {
    // An unread stack holds on to the instance, and whoever keeps the error would keep it too.
    if (cause instanceof Error) void cause.stack
    const reason = cause instanceof Error ? cause.message : String(cause)
    const log = this.log.tail()
    const said = log.length > 0 ? `\nIts last log lines:\n  ${log.join('\n  ')}` : ''
    return new EngineCrashedError(`the engine crashed and its data is lost: ${reason}. Open a new one.${said}`, {
      cause,
    })
  }

  /** Ends the engine. */
  close(reason: Error): void {
    this.ended = reason
    this.memory.release()
    this.exports = gone
    this.onEnd(reason)
  }
}

/** Exports that are called with numbers and answer with one. */
export type Entry = Exclude<keyof Exports, 'memory' | '_initialize' | 'redis_free'>

/** In the place of the exports of an engine that has ended, so that its instance can be collected. */
const gone = Object.freeze({}) as Exports
