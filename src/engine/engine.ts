import { EngineClosedError, EngineSaveError } from '../errors.ts'
import type { EngineSettings } from '../options.ts'
import type { Storage } from '../storage/storage.ts'
import { boot, revive } from './boot.ts'
import { EngineChildren } from './children.ts'
import type { EngineConnection } from './connection.ts'
import { EngineConnections } from './connections.ts'
import { WAKE_COPY } from './contract.ts'
import { Entrance, type Entry } from './entrance.ts'
import { Exchange } from './exchange.ts'
import { acquireStorage, EngineFiles, type StorageLayer } from './files.ts'
import type { Image } from './image.ts'
import { type Instance, newInstance, withBytes } from './instance.ts'
import { EngineLog } from './log.ts'
import { ManualClock } from './manual-clock.ts'
import type { EngineMemory } from './memory.ts'
import { type RandomSource, randomSource } from './random.ts'
import { Schedule } from './schedule.ts'
import { SystemClock } from './system-clock.ts'
import type { TimeSource } from './time-source.ts'
import { judgeCommand, type Watcher } from './watch.ts'

/** One engine: its instance, its connections and its end. */
export class EngineCore {
  readonly clock: TimeSource
  /** @internal */
  readonly exchange: Exchange
  /** @internal */
  readonly connections: EngineConnections
  /** @internal */
  readonly schedule: Schedule
  /** @internal */
  readonly entrance: Entrance
  /** @internal */
  readonly module: WebAssembly.Module
  private readonly random: RandomSource
  /** How an image is woken over this engine: random numbers with a seed begin again as they were in it. */
  private readonly wakeFlags: number
  private readonly log: EngineLog
  private readonly storage: Storage | undefined
  private readonly files: EngineFiles
  private readonly children: EngineChildren
  /** How long a script may run, in milliseconds; 0: as long as it likes. */
  private readonly scriptTimeout: number
  private readonly listeners = new Set<(reason: Error) => void>()
  /** Who sees commands before they run. */
  private watcher: Watcher | undefined

  /** Boots an engine, or makes one of an image. Throws an `EngineStartError`. */
  constructor(module: WebAssembly.Module, settings: EngineSettings, image?: Image) {
    this.module = module
    this.log = new EngineLog(settings.onLog, settings.logAtOnce)
    this.random = randomSource(settings.random)
    this.wakeFlags = settings.random === undefined ? WAKE_COPY : 0
    this.clock = settings.clock === 'manual' ? new ManualClock() : new SystemClock()
    const storage = acquireStorage(settings.storage)
    this.storage = storage
    this.files = new EngineFiles(
      storage,
      (line) => this.log.warn(line),
      (handle, error) => this.fromOutside('redis_synced', handle, error),
      settings.configFile,
      settings.devices,
    )
    this.children = new EngineChildren(
      module,
      this.files,
      (line) => this.log.add(line),
      (pid, status) => this.fromOutside('redis_child_ended', pid, status),
      () => this.fromOutside('redis_child_ready'),
    )
    let instance: Instance
    try {
      instance = this.begin(settings, image)
    } catch (error) {
      this.leaveFiles()
      throw error
    }
    this.entrance = new Entrance(instance, this.log, (reason) => this.end(reason))
    this.schedule = new Schedule(this.entrance)
    this.exchange = new Exchange(this.entrance, this.schedule, (id) => this.connections.announce(id))
    this.connections = new EngineConnections(this.entrance, this.exchange)
    this.scriptTimeout = settings.scriptTimeout ?? 0
    this.entrance.exports.redis_limit_scripts(this.scriptTimeout)
    if (image) this.goOn()
    else this.schedule.arm()
  }

  /** Apart from the constructor, whose closures would hold on to the instance for as long as there is an engine. */
  private begin(settings: EngineSettings, image?: Image): Instance {
    const instance = this.instantiate()
    if (image) revive(instance, image, WAKE_COPY)
    else this.files.special.give(settings.rdb, () => boot(instance, settings, this.storage, this.log))
    return instance
  }

  /** @internal An instance of the module with this engine's surroundings, which is not an engine yet. */
  instantiate(): Instance {
    const announce = (id: number) => {
      if (id === 0) this.exchange?.hearOthers()
      else this.connections?.announce(id) // while it boots there are none
    }
    const judge = (pointer: number) => (this.watcher ? judgeCommand(this, this.watcher, pointer) : 0)
    const { log, clock, random: fillRandom, files, children } = this
    return newInstance(this.module, { log, announce, judge, clock, fillRandom, files, children })
  }

  /** @internal What is left of an engine that is not there: every call fails with `reason`. */
  static gone(reason: Error): EngineCore {
    const entrance = Entrance.closed(reason)
    const schedule = new Schedule(entrance)
    const exchange = new Exchange(entrance, schedule, ignore)
    const connections = new EngineConnections(entrance, exchange)
    const parts = { entrance, schedule, exchange, connections, listeners: new Set() }
    return Object.assign(Object.create(EngineCore.prototype), parts)
  }

  /** @internal The memory of the instance that is the engine now. */
  get memory(): EngineMemory {
    return this.entrance.memory
  }

  /** True once the engine was closed, was shut down or has crashed. */
  get closed(): boolean {
    return this.reason !== undefined
  }

  /** Why it is gone; undefined while it is there. */
  get reason(): Error | undefined {
    return this.entrance.ended
  }

  /** @internal As `Entrance.enter`. */
  enter(name: Entry, ...args: number[]): number {
    return this.entrance.enter(name, ...args)
  }

  /** @internal Calls `use` with a copy of `bytes` in the module; undefined, without a call, when there is no room. */
  withBytes<T>(bytes: Uint8Array, use: (pointer: number) => T): T | undefined {
    if (this.reason) throw this.reason
    return withBytes(this.entrance, bytes, use)
  }

  /** Opens a connection. Throws when the engine is gone, or turned it down (`maxclients`). */
  open(protocol: 2 | 3 = 2): EngineConnection {
    return this.connections.open(protocol)
  }

  /** @internal Called before a connection is opened; throws to refuse it. */
  set admission(admit: (() => void) | undefined) {
    this.connections.admission = admit
  }

  /** @internal Has every command shown to `watcher` before it runs, or none. Also while one is being looked at. */
  watch(watcher: Watcher | undefined): void {
    if (!this.closed) this.entrance.exports.redis_watch(watcher ? 1 : 0)
    this.watcher = watcher
  }

  /** @internal Has every use of a file go through `layer`, or none. Throws a `TypeError` for an engine without storage. */
  layFiles(layer: StorageLayer | undefined): void {
    if (layer && !this.storage) throw new TypeError('a fault of storage needs an engine opened with the option storage')
    this.files.through(layer)
  }

  /** @internal Wakes the engine of an image that was laid over this one. */
  wake(): void {
    this.enter('redis_wake', this.wakeFlags)
  }

  /** @internal Goes on in a new instance, made of an image; connections have to be opened anew. */
  renew(image: Image): void {
    const instance = this.instantiate()
    revive(instance, image, this.wakeFlags)
    this.entrance.lead(instance)
  }

  /** @internal After an image was laid and its connections were opened. */
  goOn(): void {
    const { schedule, exchange, entrance } = this
    schedule.stop()
    exchange.renew()
    entrance.exports.redis_watch(this.watcher ? 1 : 0)
    entrance.exports.redis_limit_scripts(this.scriptTimeout)
    schedule.armFor(this.enter('redis_reopened'))
  }

  /** @internal Goes on in `instance`, in which everything is as it is here: nobody notices. */
  moveTo(instance: Instance): void {
    this.memory.endViews()
    this.entrance.lead(instance)
    for (const id of this.connections.all.keys()) this.connections.announce(id) // what they last read they keep until they read again
  }

  /** @internal Stays in the instance it is in, although another one was made. */
  stay(): void {
    for (const user of [this.clock, this.files, this.children]) user.attach(this.memory)
  }

  /** @internal As `Turned.tick`. */
  tick(): void {
    this.schedule.tick()
  }

  /** @internal As `Turned.turnClock`. */
  turnClock(until: number, step: number): number {
    return this.enter('redis_advance', until, step)
  }

  /** All keys as the bytes of a dump. Throws when the engine is gone, or there is no memory for it. */
  dump(): Uint8Array {
    return this.files.special.take(() => this.enter('redis_dump'))
  }

  /** Tells the engine of what has ended elsewhere. */
  private fromOutside(entry: 'redis_child_ready' | 'redis_child_ended' | 'redis_synced', ...about: number[]): void {
    if (this.closed) return
    try {
      this.enter(entry, ...about)
    } catch (error) {
      if (!this.closed) throw error // nobody has called us whom it could be told
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
   * Calls `listener` once, when the engine has ended for whatever reason and after its connections were told; at once
   * when it has ended already. Returns what takes the listener away again.
   */
  onceEnded(listener: (reason: Error) => void): () => void {
    if (this.reason) listener(this.reason)
    else this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** @internal Ends all connections and whatever else was told to end with the engine, which itself goes on. */
  dismiss(reason: Error): void {
    this.connections.dismiss(reason)
    this.tellEnd(reason)
  }

  /**
   * Closes the engine: pending calls are rejected, its memory is given back. With storage it saves before that as a
   * server does that is shut down; throws an `EngineSaveError`, and stays open, when it cannot. Idempotent.
   */
  close(): void {
    if (this.closed) return
    if (this.storage) this.shutDown()
    if (!this.closed) this.entrance.close(new EngineClosedError('the engine is closed'))
  }

  /**
   * @internal The process was asked to end by a signal: the engine shuts down as its settings say for it
   * (`shutdown-on-sigint`, `shutdown-on-sigterm`), within a tenth of a second; or cannot, logs why and goes on. False when
   * it was asked before and has not come to an end with that.
   */
  signal(interrupt: boolean): boolean {
    const before = this.enter('redis_signal', Number(interrupt))
    this.schedule.arm()
    return before === 0
  }

  private shutDown(): void {
    this.clock.write()
    const code = this.entrance.call('redis_shutdown')
    if (code === 0) return
    throw new EngineSaveError(`the engine cannot save its data and stays open: ${this.log.tail().join(' | ')}`)
  }

  /** The entrance was closed. */
  private end(reason: Error): void {
    this.schedule.stop()
    this.leaveFiles()
    this.connections.end(reason)
    this.tellEnd(reason)
  }

  private tellEnd(reason: Error): void {
    const listeners = [...this.listeners]
    this.listeners.clear()
    for (const listener of listeners) listener(reason)
  }

  private leaveFiles(): void {
    this.children.close()
    this.files.close()
    this.storage?.release()
  }
}

function ignore(): void {
  // nobody is there any more
}
