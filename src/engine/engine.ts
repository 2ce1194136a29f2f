import {
  beingViewed,
  ClientClosedError,
  EngineClosedError,
  EngineCrashedError,
  EngineSaveError,
  EngineStartError,
} from '../errors.ts'
import { configWord, type EngineSettings } from '../options.ts'
import type { Storage } from '../storage/storage.ts'
import { EngineChildren } from './children.ts'
import type { SystemClock } from './clock.ts'
import { EngineConnection } from './connection.ts'
import {
  codeText,
  ENDED,
  type Exports,
  GIVEN_DUMP,
  LENT,
  PEER_LOCAL,
  PEER_TRUSTED,
  PEER_UNIX,
  STORAGE,
} from './contract.ts'
import { EngineFiles, storageOf } from './files.ts'
import { boot, EngineExit, type Instance } from './instance.ts'
import { EngineLog } from './log.ts'
import type { EngineMemory } from './memory.ts'
import { EngineTimer } from './timer.ts'

/** Who is at the other end of a connection that comes from outside this process. */
export interface Peer {
  /** As CLIENT LIST shows it: `host:port`; of a unix socket `path:0`. */
  address: string
  /** Where it came in, in the same form. */
  localAddress: string
  /** It is on this machine: protected mode and settings that say `local` let it in. */
  local: boolean
  unixSocket: boolean
  /** It is let in without a password wherever it is. */
  trusted: boolean
  /** How many bytes of output may lie unread before the engine keeps them, under its `client-output-buffer-limit`. */
  window: number
}

/** One engine: its instance, its connections and its timer. */
export class EngineCore {
  /** @internal */
  readonly memory: EngineMemory
  private exports: Exports
  private readonly clock: SystemClock
  private readonly log: EngineLog
  private readonly timer: EngineTimer
  private readonly storage: Storage | undefined
  private readonly files: EngineFiles
  private readonly children: EngineChildren
  private readonly listeners = new Set<(reason: Error) => void>()
  private readonly connections = new Map<number, EngineConnection>()
  /** Connections with output that nobody has looked at, in the order in which they spoke up. */
  private announced: number[] = []
  /** Why the engine is no longer there; every later call fails with it. */
  private ended: Error | undefined

  // There is one input buffer. What lies in it belongs to one connection and runs before another one's is encoded,
  // which keeps commands in the order in which they were issued, across connections too.
  private owner: EngineConnection | undefined
  /** @internal A caller is looking at the engine's memory, which must not change meanwhile. */
  lent = false
  private inputStart = 0
  private inputSize = 0
  private queued = 0

  /** Boots an engine. Throws an `EngineStartError`. */
  constructor(module: WebAssembly.Module, settings: EngineSettings) {
    const bootConfig = Object.entries(settings.bootConfig).map(([name, value]) => `${name} ${value}\n`)
    this.log = new EngineLog(settings.onLog)
    const say = (line: string) => this.log.warn(line)
    const { rdb } = settings
    const storage = acquired(settings.storage)
    if (storage) bootConfig.push(`dir ${configWord('dir', storage.location ?? '/')}\n`)
    this.storage = storage
    this.files = new EngineFiles(storage, say)
    this.children = new EngineChildren(
      module,
      storage,
      (line) => this.log.add(line),
      (pid, status) => this.childEnded(pid, status),
    )
    const flags = (storage ? STORAGE : 0) | (rdb ? GIVEN_DUMP : 0)
    const start = () =>
      boot(module, bootConfig.join(''), this.log, (id) => this.announce(id), this.files, this.children, flags)
    let instance: Instance
    try {
      instance = this.files.give(rdb, start)
    } catch (error) {
      this.leaveFiles()
      throw error
    }
    this.exports = instance.exports
    this.memory = instance.memory
    this.clock = instance.clock
    this.timer = new EngineTimer(tickOf(this))
    this.arm()
  }

  /** True once the engine was closed, was shut down or has crashed. */
  get closed(): boolean {
    return this.ended !== undefined
  }

  /** Why it is gone; undefined while it is there. */
  get reason(): Error | undefined {
    return this.ended
  }

  /** Opens a connection. Throws when the engine is gone, or turned it down (`maxclients`). */
  open(): EngineConnection {
    const id = this.enter(this.exports.redis_connect)
    const connection = new EngineConnection(this, id)
    this.connections.set(id, connection)
    const state = this.look(connection)
    if (state & ENDED) {
      const { outputAt, outputEnd } = connection
      const reply = this.memory.text(outputAt, outputEnd - outputAt).trim()
      this.disconnect(connection)
      throw new EngineStartError(`the engine turned the connection down: ${reply.replace(/^-/, '')}`)
    }
    return connection
  }

  /**
   * Opens a connection for a peer outside this process, whose bytes the caller carries. One that the engine turns down
   * (`maxclients`, protected mode) is returned all the same: its output says why, and it ends by itself.
   */
  admit(peer: Peer): EngineConnection {
    const text = new TextEncoder().encode(`${peer.address}\0${peer.localAddress}\0`)
    const pointer = this.call(this.exports.redis_alloc, text.length) >>> 0
    if (pointer === 0) throw new RangeError(`no connection can be opened for ${peer.address}: ${codeText(-3)}`)
    this.memory.bytes.set(text, pointer)
    const flags = (peer.local ? PEER_LOCAL : 0) | (peer.unixSocket ? PEER_UNIX : 0) | (peer.trusted ? PEER_TRUSTED : 0)
    const id = this.enter(this.exports.redis_connect_peer, pointer, text.length, peer.window, flags)
    this.exports.redis_free(pointer, text.length)
    const connection = new EngineConnection(this, id)
    this.connections.set(id, connection)
    if (this.look(connection) & ENDED) this.announce(id)
    return connection
  }

  /**
   * Calls `listener` once, when the engine has ended for whatever reason and after its connections were told; at once
   * when it has ended already. Returns what takes the listener away again.
   */
  onceEnded(listener: (reason: Error) => void): () => void {
    if (this.ended) listener(this.ended)
    else this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** What a connection that is gone has left in the input buffer must not run on another. */
  private disown(connection: EngineConnection): void {
    if (this.owner !== connection) return
    this.owner = undefined
    this.queued = 0
  }

  /**
   * @internal Where the next request of `connection` begins in the input buffer, which ends at `inputEnd`. What lies
   * there of another connection, or in another form, runs first.
   */
  inputFor(connection: EngineConnection, vectors: boolean): number {
    if (this.owner !== connection || connection.vectors !== vectors) {
      if (this.queued > 0 && this.owner) this.run(this.owner)
      this.owner = connection
      connection.vectors = vectors
    }
    return this.inputStart + this.queued
  }

  /** @internal Where the input buffer ends. */
  get inputEnd(): number {
    return this.inputStart + this.inputSize
  }

  /** @internal Makes room for `size` bytes behind what is queued; returns where they begin. */
  reserve(size: number): number {
    if (this.queued + size > this.inputSize) this.growInput(this.queued + size)
    return this.inputStart + this.queued
  }

  private growInput(size: number): void {
    const code = this.call(this.exports.redis_reserve, size)
    this.readInput()
    if (code < 0) throw new RangeError(`a request of ${size} bytes cannot be sent: ${codeText(code)}`)
  }

  private readInput(): void {
    this.inputStart = this.memory.inputStart
    this.inputSize = this.memory.inputSize
  }

  /** @internal */
  commit(end: number): void {
    this.queued = end - this.inputStart
  }

  /** @internal Runs what `connection` has queued; its output window is true when this returns. */
  flush(connection: EngineConnection): void {
    if (this.owner === connection && this.queued > 0) this.run(connection)
    else this.look(connection)
  }

  /** @internal Lets the engine go on with output that did not fit into the connection's window. */
  resume(connection: EngineConnection): void {
    this.inputFor(connection, false)
    this.run(connection)
  }

  private run(connection: EngineConnection): void {
    if (this.lent) throw beingViewed()
    const length = this.queued
    this.queued = 0
    // Calls that never give way to the event loop must not keep cron and expiry from their turn.
    if (this.clock.write() >= this.timer.at) this.tick()
    const { memory } = this
    if (!connection.vectors) this.consume(connection)
    const { id, read } = connection
    connection.read = 0
    let state: number
    try {
      state = connection.vectors ? this.exports.redis_run_vectors(id, length, read) : this.exports.redis_run(id, length)
    } catch (error) {
      throw this.lose(error)
    }
    memory.refresh()
    if (this.inputSize > KEPT_INPUT) this.readInput()
    connection.outputAt = memory.outputStart
    connection.outputEnd = connection.outputAt + memory.outputSize
    connection.state = state
    if (state !== 0) this.unusual(connection, state)
  }

  /** A connection that waits needs the timer, one that ended is told so, and any failure is this library's defect. */
  private unusual(connection: EngineConnection, state: number): void {
    if (state < 0) throw this.lose(new Error(codeText(state)))
    if (state & ENDED) this.announce(connection.id)
    else this.arm()
  }

  private look(connection: EngineConnection): number {
    const { read } = connection
    connection.read = 0
    const state = this.call(this.exports.redis_look, connection.id, read)
    if (state < 0) throw this.lose(new Error(codeText(state)))
    connection.outputAt = this.memory.outputStart
    connection.outputEnd = connection.outputAt + this.memory.outputSize
    connection.state = state
    return state
  }

  /** @internal Tells the engine what was read of the connection's output, which it then gives back. */
  consume(connection: EngineConnection): void {
    const { read } = connection
    if (read === 0 || connection.id === 0) return
    connection.read = 0
    const state = this.exports.redis_consume(connection.id, read)
    if (state < 0) throw this.lose(new Error(codeText(state)))
  }

  /**
   * @internal As `flush`, for one request. True when its reply is a large string and the connection's output is that
   * string itself, where the engine keeps it; then `lend` comes next.
   */
  flushToView(connection: EngineConnection): boolean {
    if (this.lent) throw beingViewed()
    const length = this.queued
    this.queued = 0
    if (this.clock.write() >= this.timer.at) this.tick()
    const { read } = connection
    connection.read = 0
    const state = this.call(this.exports.redis_view, connection.id, length, read)
    if (state < 0) throw this.lose(new Error(codeText(state)))
    if (this.inputSize > KEPT_INPUT) this.readInput()
    connection.outputAt = this.memory.outputStart
    connection.outputEnd = connection.outputAt + this.memory.outputSize
    connection.state = state & ~LENT
    if (connection.state !== 0) this.unusual(connection, connection.state)
    return (state & LENT) !== 0
  }

  /**
   * @internal Lends out `[from, to)` of the memory itself for as long as `use` runs. `viewed` is the connection whose
   * reply was flushed to be viewed, if it was.
   */
  lend<T>(from: number, to: number, use: (bytes: Uint8Array) => T, viewed?: EngineConnection): T {
    this.lent = true
    try {
      return use(this.memory.bytes.subarray(from, to))
    } finally {
      this.lent = false
      this.memory.endViews()
      if (viewed && !this.ended) {
        this.enter(this.exports.redis_view_end, viewed.id)
        this.look(viewed)
      }
    }
  }

  /** @internal */
  unblock(connection: EngineConnection): boolean {
    const code = this.enter(this.exports.redis_unblock, connection.id)
    this.look(connection)
    return code > 0
  }

  /** @internal Idempotent. */
  disconnect(connection: EngineConnection): void {
    if (this.lent) throw beingViewed()
    try {
      if (this.owner === connection && this.queued > 0 && !this.ended) this.run(connection)
      if (this.connections.delete(connection.id)) this.enter(this.exports.redis_disconnect, connection.id)
    } catch (error) {
      if (!this.ended) throw error // an engine that ends meanwhile has told everyone
    }
    this.disown(connection)
    if (connection.id !== 0) connection.end(new ClientClosedError('the connection is closed'))
  }

  /** Called by the module while it runs, so nothing may be called back from here: it is looked at afterwards. */
  private announce(id: number): void {
    if (this.announced.length === 0) queueMicrotask(() => this.deliver())
    this.announced.push(id)
  }

  private deliver(): void {
    const ids = this.announced
    this.announced = []
    for (const id of ids) {
      const connection = this.connections.get(id)
      if (!connection || this.ended) continue
      const state = this.look(connection)
      connection.onOutput() // also without output: it may just have stopped waiting
      if (state & ENDED && connection.id !== 0) {
        this.connections.delete(id)
        this.disown(connection)
        this.enter(this.exports.redis_disconnect, id)
        connection.end(new ClientClosedError('the engine closed the connection'))
      }
    }
  }

  /** @internal Runs what is due. */
  tick(): void {
    if (this.ended) return
    this.timer.stop()
    this.clock.align()
    try {
      const due = this.enter(this.exports.redis_tick)
      this.timer.arm(due, this.exports.redis_waiting() > 0)
    } catch (error) {
      // Every connection has been told by now; from a timer there is nobody else to tell.
      if (!this.ended) throw error
    }
  }

  private arm(): void {
    this.clock.write()
    this.timer.arm(this.call(this.exports.redis_due), this.exports.redis_waiting() > 0)
  }

  /** Calls into the engine with the clock set. A negative answer or a trap ends the engine. */
  private enter(entry: (...args: number[]) => number, ...args: number[]): number {
    if (this.ended) throw this.ended
    this.clock.write()
    const code = this.call(entry, ...args)
    if (code < 0) throw this.lose(new Error(codeText(code)))
    return code
  }

  private call(entry: (...args: number[]) => number, ...args: number[]): number {
    if (this.ended) throw this.ended
    if (this.lent) throw beingViewed()
    let code: number
    try {
      code = entry(...args)
    } catch (error) {
      throw this.lose(error)
    }
    this.memory.refresh()
    return code
  }

  /** Ends the engine for a reason that came out of it, and returns what callers are told. */
  private lose(cause: unknown): Error {
    if (this.ended) return this.ended
    if (cause instanceof EngineExit && cause.status === 0) {
      this.finish(new EngineClosedError('the engine was shut down by SHUTDOWN'))
    } else {
      const reason = cause instanceof Error ? cause.message : String(cause)
      // An unread stack holds on to the instance, and whoever keeps the error would keep it too.
      if (cause instanceof Error) void cause.stack
      const log = this.log.tail()
      const said = log.length > 0 ? `\nIts last log lines:\n  ${log.join('\n  ')}` : ''
      this.finish(
        new EngineCrashedError(`the engine crashed and its data is lost: ${reason}. Open a new one.${said}`, { cause }),
      )
    }
    return this.ended as unknown as Error
  }

  private finish(reason: Error): void {
    this.ended = reason
    this.timer.stop()
    this.leaveFiles()
    const connections = [...this.connections.values()]
    this.connections.clear()
    this.owner = undefined
    this.queued = 0
    this.memory.release()
    this.exports = gone
    for (const connection of connections) connection.end(reason)
    const listeners = [...this.listeners]
    this.listeners.clear()
    for (const listener of listeners) listener(reason)
  }

  private leaveFiles(): void {
    this.children.close()
    this.files.close()
    this.storage?.release()
  }

  /** All keys as the bytes of a dump. Throws when the engine is gone, or there is no memory for it. */
  dump(): Uint8Array {
    return this.files.take(() => this.enter(this.exports.redis_dump))
  }

  private childEnded(pid: number, status: number): void {
    if (this.ended) return
    try {
      this.enter((...args) => this.exports.redis_child_ended(args[0], args[1]), pid, status)
    } catch (error) {
      if (!this.ended) throw error // from a timer there is nobody else to tell
    }
  }

  /** @internal True while something is being saved in the background. */
  get saving(): boolean {
    return this.children.busy
  }

  /** @internal Resolves when nothing is being saved in the background. */
  saved(): Promise<void> {
    return this.children.settled()
  }

  /**
   * Closes the engine: pending calls are rejected, its memory is given back. With storage it saves before that as a
   * server does that is shut down; throws an `EngineSaveError`, and stays open, when it cannot. Idempotent.
   */
  close(): void {
    if (this.ended) return
    if (this.storage) this.shutDown()
    if (!this.ended) this.finish(new EngineClosedError('the engine is closed'))
  }

  private shutDown(): void {
    this.clock.write()
    const code = this.call(this.exports.redis_shutdown)
    if (code === 0) return
    throw new EngineSaveError(`the engine cannot save its data and stays open: ${this.log.tail().join(' | ')}`)
  }
}

/** The storage, which from here on is this engine's alone. */
function acquired(given: EngineSettings['storage']): Storage | undefined {
  try {
    const storage = storageOf(given)
    storage?.acquire()
    return storage
  } catch (cause) {
    const name = typeof given === 'string' ? given : (given?.location ?? 'the storage')
    throw new EngineStartError(`${name} cannot be used: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    })
  }
}

/**
 * The timer alone must not keep an engine that everyone has forgotten. Made outside the class, where the closure's
 * context holds nothing but the weak reference.
 */
function tickOf(engine: EngineCore): () => void {
  const weak = new WeakRef(engine)
  return () => weak.deref()?.tick()
}

/** As in entry.c: a larger input buffer is given back after each run, however little of it was used. */
const KEPT_INPUT = 256 * 1024

/** In the place of the exports of an engine that has ended, so that its instance can be collected. */
const gone = Object.freeze({}) as Exports
