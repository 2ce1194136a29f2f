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
import { EngineConnection } from './connection.ts'
import { codeText, ENDED, type Exports, GIVEN_DUMP, LENT, STORAGE, WAKE_COPY } from './contract.ts'
import { EngineFiles, storageOf } from './files.ts'
import type { Image } from './image.ts'
import { boot, EngineExit, type Instance, layInto, newInstance, revive } from './instance.ts'
import { EngineLog } from './log.ts'
import { ManualClock } from './manual-clock.ts'
import type { EngineMemory } from './memory.ts'
import { type RandomSource, randomSource } from './random.ts'
import { SystemClock } from './system-clock.ts'
import type { TimeSource } from './time-source.ts'
import { EngineTimer } from './timer.ts'
import { readCommand, type SentCommand, type Verdict, writeVerdict } from './watch.ts'

/** One engine: its instance, its connections and its timer. */
export class EngineCore {
  /** @internal */
  memory: EngineMemory
  private exports: Exports
  /** @internal */
  readonly clock: TimeSource
  private readonly module: WebAssembly.Module
  private readonly random: RandomSource
  /** How an image is woken over this engine: random numbers with a seed begin again as they were in it. */
  private readonly wakeFlags: number
  private readonly log: EngineLog
  private readonly timer: EngineTimer
  private readonly storage: Storage | undefined
  private readonly files: EngineFiles
  private readonly children: EngineChildren
  /** How long a script may run, in milliseconds; 0: as long as it likes. */
  private readonly scriptTimeout: number
  private readonly listeners = new Set<(reason: Error) => void>()
  /** @internal By the engine's names for them. */
  readonly connections = new Map<number, EngineConnection>()
  /** Connections with output that nobody has looked at, in the order in which they spoke up. */
  private announced: number[] = []
  /** Why the engine is no longer there; every later call fails with it. */
  private ended: Error | undefined

  // There is one input buffer. What lies in it belongs to one connection and runs before another one's is encoded,
  // which keeps commands in the order in which they were issued, across connections too.
  private owner: EngineConnection | undefined
  /** @internal A caller is looking at the engine's memory, which must not change meanwhile. */
  lent = false
  /** Who sees commands before they run. */
  private watcher: ((command: SentCommand) => Verdict | undefined) | undefined
  /** @internal Called before a connection is opened; throws to refuse it. */
  admission: (() => void) | undefined
  /**
   * @internal Called now and then while one command keeps the engine busy, so that others are heard. They may feed
   * connections that `hears` says yes of, and read what those answer; nothing else.
   */
  readonly whileBusy = new Set<() => void>()
  /** Others are being heard. */
  private hearing = false
  private inputStart = 0
  private inputSize = 0
  private queued = 0

  /** Boots an engine, or makes one of an image. Throws an `EngineStartError`. */
  constructor(module: WebAssembly.Module, settings: EngineSettings, image?: Image) {
    this.module = module
    this.log = new EngineLog(settings.onLog, settings.logAtOnce)
    this.random = randomSource(settings.random)
    this.wakeFlags = settings.random === undefined ? WAKE_COPY : 0
    this.clock = settings.clock === 'manual' ? new ManualClock() : new SystemClock()
    const storage = acquired(settings.storage)
    this.storage = storage
    this.files = new EngineFiles(storage, (line) => this.log.warn(line), settings.configFile)
    this.children = new EngineChildren(
      module,
      storage,
      (line) => this.log.add(line),
      (pid, status) => this.childEnded(pid, status),
    )
    let instance: Instance
    try {
      instance = this.begin(settings, image)
    } catch (error) {
      this.leaveFiles()
      throw error
    }
    this.exports = instance.exports
    this.memory = instance.memory
    this.timer = new EngineTimer(tickOf(this))
    this.scriptTimeout = settings.scriptTimeout ?? 0
    this.exports.redis_limit_scripts(this.scriptTimeout)
    if (image) this.goOn()
    else this.arm()
  }

  /** Apart from the constructor, whose closures would hold on to the instance for as long as there is an engine. */
  private begin(settings: EngineSettings, image?: Image): Instance {
    const { storage, files, log } = this
    const instance = this.instantiate()
    if (image) revive(instance, image, WAKE_COPY)
    else files.give(settings.rdb, () => boot(instance, configOf(settings, storage), flagsOf(settings, storage), log))
    return instance
  }

  private instantiate(): Instance {
    const announce = (id: number) => this.announce(id)
    const judge = (pointer: number) => this.judge(pointer)
    const { log, clock, random: fillRandom, files, children } = this
    return newInstance(this.module, { log, announce, judge, clock, fillRandom, files, children })
  }

  /** @internal What is left of an engine that is not there: every call fails with `reason`. */
  static gone(reason: Error): EngineCore {
    const nothing = { connections: new Map(), listeners: new Set(), announced: [], exports: gone }
    return Object.assign(Object.create(EngineCore.prototype), nothing, { ended: reason })
  }

  /** @internal Ends all connections and whatever else was told to end with the engine, which itself goes on. */
  dismiss(reason: Error): void {
    for (const connection of [...this.connections.values()]) {
      this.disconnect(connection, reason)
    }
    const listeners = [...this.listeners]
    this.listeners.clear()
    for (const listener of listeners) listener(reason)
  }

  /** @internal Time brings nothing before `awake`. */
  rest(): void {
    this.timer.stop()
  }

  /** @internal */
  awake(): void {
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
    this.admission?.()
    const id = this.enter('redis_connect')
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
      if (this.lent) throw beingViewed()
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
    if (state !== 0 || this.clock.stands) this.unusual(connection, state)
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
        this.enter('redis_view_end', viewed.id)
        this.look(viewed)
      }
    }
  }

  /** @internal */
  unblock(connection: EngineConnection, why: number): boolean {
    const code = this.enter('redis_unblock', connection.id, why)
    this.look(connection)
    return code > 0
  }

  /** @internal Idempotent. */
  disconnect(connection: EngineConnection, reason?: Error): void {
    if (this.lent) throw beingViewed()
    try {
      if (this.owner === connection && this.queued > 0 && !this.ended) this.run(connection)
      if (this.connections.delete(connection.id)) this.enter('redis_disconnect', connection.id)
    } catch (error) {
      if (!this.ended) throw error // an engine that ends meanwhile has told everyone
    }
    this.disown(connection)
    if (connection.id !== 0) connection.end(reason ?? new ClientClosedError('the connection is closed'))
  }

  /** Called by the module while it runs, so nothing may be called back from here: it is looked at afterwards. */
  private announce(id: number): void {
    if (id === 0) {
      if (this.whileBusy.size > 0) this.hearOthers()
      return
    }
    if (this.announced.length === 0) queueMicrotask(() => this.deliver())
    this.announced.push(id)
  }

  /** The command that keeps the engine busy has an input buffer, and something in it perhaps; others have their own. */
  private hearOthers(): void {
    const { owner, queued, inputStart, inputSize } = this
    this.memory.refresh()
    this.owner = undefined
    this.queued = 0
    this.readInput()
    this.hearing = true
    try {
      for (const hear of this.whileBusy) hear()
    } finally {
      this.hearing = false
    }
    if (this.ended) throw this.ended // SHUTDOWN: whoever is busy must not go on
    this.owner = owner
    this.queued = queued
    this.inputStart = inputStart
    this.inputSize = inputSize
  }

  /** @internal False for the connection whose command keeps the engine busy. */
  hears(connection: EngineConnection): boolean {
    return this.call(this.exports.redis_hears, connection.id) === 1
  }

  /** @internal Lets connections read what was announced since it was last called. */
  deliver(): void {
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
        this.enter('redis_disconnect', id)
        connection.end(new ClientClosedError(connection.endReason))
      }
    }
  }

  /** @internal */
  get hasQueued(): boolean {
    return this.queued > 0
  }

  /** @internal Runs what lies in the input buffer, whoever it belongs to. */
  runQueued(): void {
    if (this.owner && this.queued > 0) this.run(this.owner)
  }

  /** @internal Makes an opened connection this engine's, with what it was told so far. */
  add(connection: EngineConnection): EngineConnection {
    this.connections.set(connection.id, connection)
    if (this.look(connection) & ENDED || connection.outputEnd > connection.outputAt) this.announce(connection.id)
    return connection
  }

  /** @internal Calls `use` with a copy of `bytes` in the module; undefined, without a call, when there is no room. */
  withBytes<T>(bytes: Uint8Array, use: (pointer: number) => T): T | undefined {
    const pointer = this.call(this.exports.redis_alloc, bytes.length) >>> 0
    if (pointer === 0) return undefined
    this.memory.bytes.set(bytes, pointer)
    const result = use(pointer)
    this.exports.redis_free(pointer, bytes.length)
    return result
  }

  /** @internal What the connection is, in a copy; undefined when it cannot go on over a reset. */
  portray(connection: EngineConnection): Uint8Array | undefined {
    if (this.call(this.exports.redis_portray, connection.id) < 0) return undefined
    const { memory } = this
    return memory.bytes.slice(memory.outputStart, memory.outputStart + memory.outputSize)
  }

  /** @internal An image was laid over the engine. */
  wake(): void {
    this.enter('redis_wake', this.wakeFlags)
  }

  /** @internal Goes on in a new instance, made of an image; connections have to be opened anew. */
  renew(image: Image): void {
    const instance = this.instantiate()
    revive(instance, image, this.wakeFlags)
    this.memory.release()
    this.exports = instance.exports
    this.memory = instance.memory
  }

  /** @internal Goes on in a new instance that `image`, of this engine and of this moment, is laid into: nobody notices. */
  move(image: Image): void {
    const { memory, clock, files, children } = this
    const { exports, memory: fresh } = this.instantiate()
    try {
      layInto(this.module, exports, fresh, image)
    } catch (error) {
      for (const user of [clock, files, children]) user.attach(memory)
      throw error
    }
    memory.endViews()
    memory.release()
    this.exports = exports
    this.memory = fresh
    for (const id of this.connections.keys()) this.announce(id) // what they last read they keep until they read again
  }

  /** @internal After an image was laid and its connections were opened. */
  goOn(): void {
    this.timer.stop()
    this.owner = undefined
    this.queued = 0
    this.readInput()
    this.exports.redis_watch(this.watcher ? 1 : 0)
    this.exports.redis_limit_scripts(this.scriptTimeout)
    this.armFor(this.enter('redis_reopened'))
  }

  /** @internal Runs what is due. */
  tick(): void {
    if (this.ended || this.hearing) return
    this.timer.stop()
    this.clock.align()
    try {
      this.armFor(this.enter('redis_tick'))
    } catch (error) {
      // Every connection has been told by now; from a timer there is nobody else to tell.
      if (!this.ended) throw error
    }
  }

  /** @internal Has every command shown to `watcher` before it runs, or none. Also while one is being looked at. */
  watch(watcher: ((command: SentCommand) => Verdict | undefined) | undefined): void {
    if (!this.ended) this.exports.redis_watch(watcher ? 1 : 0)
    this.watcher = watcher
  }

  /** Called by the module while it runs. What is called back from here would meet an engine that is busy. */
  private judge(pointer: number): number {
    const { memory, owner, watcher } = this
    memory.refresh()
    if (!watcher) return 0
    const command = readCommand(memory, pointer)
    this.lent = true
    this.owner = undefined
    const verdict = watcher(command)
    this.owner = owner
    this.lent = false
    if (this.ended) throw this.ended
    if (!verdict) return 0
    const connection = this.connections.get(command.connection)
    if (connection && verdict.reason) connection.endReason = verdict.reason
    // Whoever takes replies out of the engine's memory never meets half of one.
    if (connection?.vectors && verdict.end === 'half') verdict.end = 'after'
    return writeVerdict(memory, pointer, verdict, (size) => this.exports.redis_alloc(size) >>> 0)
  }

  private arm(): void {
    this.clock.write()
    this.armFor(this.call(this.exports.redis_due))
  }

  /** A clock that stands brings nothing; then the timer serves only what waits for no time. */
  private armFor(due: number): void {
    if (this.clock.stands && due > 0) this.timer.stop()
    else this.timer.arm(due, this.exports.redis_waiting() > 0)
  }

  /** @internal As `Turned.turnClock`. */
  turnClock(until: number, step: number): number {
    return this.enter('redis_advance', until, step)
  }

  /**
   * @internal Calls one of the module's exports with the clock set. A negative answer or a trap ends the engine, and is
   * thrown.
   */
  enter(name: Entry, ...args: number[]): number {
    if (this.ended) throw this.ended
    this.clock.write()
    const code = this.call(this.exports[name] as (...args: number[]) => number, ...args)
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
    return this.files.take(() => this.enter('redis_dump'))
  }

  private childEnded(pid: number, status: number): void {
    if (this.ended) return
    try {
      this.enter('redis_child_ended', pid, status)
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

  /**
   * @internal The process was asked to end by a signal: the engine shuts down as its settings say for it
   * (`shutdown-on-sigint`, `shutdown-on-sigterm`), within a tenth of a second; or cannot, logs why and goes on. False when
   * it was asked before and has not come to an end with that.
   */
  signal(interrupt: boolean): boolean {
    const before = this.enter('redis_signal', Number(interrupt))
    this.arm()
    return before === 0
  }

  private shutDown(): void {
    this.clock.write()
    const code = this.call(this.exports.redis_shutdown)
    if (code === 0) return
    throw new EngineSaveError(`the engine cannot save its data and stays open: ${this.log.tail().join(' | ')}`)
  }
}

/** The storage, which from here on is this engine's alone. */
function flagsOf({ rdb }: EngineSettings, storage: Storage | undefined): number {
  return (storage ? STORAGE : 0) | (rdb ? GIVEN_DUMP : 0)
}

/** What only boot can set, as text of a configuration file. */
function configOf({ bootConfig, configFile }: EngineSettings, storage: Storage | undefined): string {
  const lines = Object.entries(bootConfig).map(([name, value]) => `${name} ${value}\n`)
  if (storage) lines.push(`dir ${configWord('dir', storage.location ?? '/')}\n`)
  return (configFile ? `#file ${configFile.path}\n` : '') + lines.join('')
}

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

/** Exports that are called with numbers and answer with one. */
type Entry = Exclude<keyof Exports, 'memory' | '_initialize' | 'redis_free'>

/** As in entry.c: a larger input buffer is given back after each run, however little of it was used. */
const KEPT_INPUT = 256 * 1024

/** In the place of the exports of an engine that has ended, so that its instance can be collected. */
const gone = Object.freeze({}) as Exports
