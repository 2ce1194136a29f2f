import { Client as ConnectedClient } from './client/client.ts'
import { Clock } from './engine/clock.ts'
import { EngineCore } from './engine/engine.ts'
import { loadModule } from './engine/module.ts'
import { randomSource } from './engine/random.ts'
import { capture, reset } from './engine/reset.ts'
import { compact, type MemoryUsage, usageOf } from './engine/usage.ts'
import { EngineStartError, RedisError } from './errors.ts'
import { Faults } from './faults/faults.ts'
import type { InterceptFunction, Interceptor } from './faults/intercept.ts'
import {
  type ConnectOptions,
  connectSettings,
  type EngineOptions,
  type EngineSettings,
  engineSettings,
  type LocalOptions,
  type SnapshotLike,
  splitClientOptions,
} from './options.ts'
import { isElsewhere, openElsewhere } from './remote/open.ts'
import type { ClusterOptions, RemoteOptions, SentinelOptions } from './remote/options.ts'
import { buildOf } from './snapshot/build.ts'
import { Snapshot } from './snapshot/snapshot.ts'

/** `Options`, without those of `Others` that it does not know itself. */
type Only<Options, Others> = Options & { [Name in Exclude<KeysOf<Others>, keyof Options>]?: never }
type KeysOf<Options> = Options extends unknown ? keyof Options : never

/**
 * What `createClient` takes: the options of an engine in this process, or where a server, a cluster or the sentinels of
 * a primary are.
 */
export type ClientOptions =
  | Only<LocalOptions, RemoteOptions | ClusterOptions | SentinelOptions>
  | Only<RemoteOptions, LocalOptions | ClusterOptions | SentinelOptions>
  | Only<ClusterOptions, LocalOptions | RemoteOptions | SentinelOptions>
  | Only<SentinelOptions, LocalOptions | RemoteOptions | ClusterOptions>

/** A connection: to an engine in this process, to a server, or to a cluster. */
export type Client = ConnectedClient<Engine>

/** An engine in this process: its own data, connections and clock. */
export class Engine {
  /** @internal What this library's other entries build upon. */
  readonly core: EngineCore
  /** The engine's time, and with `clock: 'manual'` the way to turn it. */
  readonly clock: Clock
  /** What goes wrong on purpose: errors, latency, lost connections. */
  readonly faults: Faults
  private readonly module: WebAssembly.Module
  private readonly settings: EngineSettings
  /** The time when it was made, to which a clock that is turned by hand goes back with it. */
  private readonly born: number
  /** The engine as it was made, once somebody has gone back to that. */
  private origin: Snapshot | undefined

  /** @internal Engines are made by `createEngine` and `createClient`. */
  constructor(module: WebAssembly.Module, settings: EngineSettings, snapshot?: Snapshot) {
    snapshot?.checkBuild(buildOf(module))
    this.module = module
    this.settings = settings
    this.core = new EngineCore(module, settings, snapshot?.image)
    this.born = this.core.clock.now
    this.clock = new Clock(this.core.clock, this.core)
    this.faults = new Faults(this.core, randomSource(settings.random))
  }

  /** @internal An engine that begins, and is reset to, what `origin` has. */
  static of(module: WebAssembly.Module, settings: EngineSettings, origin: Snapshot): Engine {
    const engine = new Engine(module, settings, origin)
    engine.origin = origin
    return engine
  }

  /**
   * @internal For a pool: another object for this engine. This one is closed, with every client of it and every server
   * on it; they hear `reason`.
   */
  handOver(reason: Error): Engine {
    const { core } = this
    this.faults.end()
    core.dismiss(reason)
    const faults = new Faults(core, randomSource(this.settings.random))
    const clock = new Clock(core.clock, core)
    const next: Engine = Object.assign(Object.create(Engine.prototype), this, { faults, clock })
    const gone = EngineCore.gone(reason)
    Object.assign(this, { core: gone, clock: new Clock(core.clock, gone) })
    return next
  }

  /**
   * Copies all of the engine: data, scripts, users, settings, as they are after every call made before this one. Takes
   * about as long as copying its memory: 0.2 ms for a small engine. Changes of the engine do not reach it.
   *
   * Throws an `EngineClosedError` or `EngineCrashedError` when the engine is gone.
   */
  snapshot(): Snapshot {
    return new Snapshot(capture(this.core, 'copied'), buildOf(this.module))
  }

  /**
   * Another engine like this one, without its connections: from here on each goes its own way. It has a run id and random
   * numbers of its own, no storage, and shares nothing but the compiled module.
   */
  clone(): Engine {
    const { storage: _, ...settings } = this.settings
    return new Engine(this.module, settings, new Snapshot(capture(this.core, 'viewed'), buildOf(this.module)))
  }

  /**
   * Puts the engine back to a snapshot of the same build; without one, to what it was when it was made, with the options
   * it was made with. Clients go on working: they keep their name, database, protocol, user and subscriptions. Calls
   * that wait are rejected with a `RedisError` of code `UNBLOCKED`; transactions that were begun, and watched keys, are
   * forgotten.
   *
   * Throws a `SnapshotError` when another build made the snapshot, a `TypeError` for an engine with storage, whose files
   * would not follow; the engine stays as it is then.
   */
  reset(snapshot?: SnapshotLike | Uint8Array): void {
    if (this.settings.storage !== undefined) {
      throw new TypeError('an engine with storage cannot be reset: its files would not follow; FLUSHALL empties both')
    }
    if (snapshot === undefined) this.origin ??= this.makeOrigin()
    const target = snapshot === undefined ? (this.origin as Snapshot) : Snapshot.from(snapshot)
    target.checkBuild(buildOf(this.module))
    reset(this.core, target.image)
  }

  private makeOrigin(): Snapshot {
    const { snapshot } = this.settings
    const fresh = start(this.module, this.settings, snapshot && Snapshot.from(snapshot))
    fresh.core.clock.goOnFrom(0, this.born)
    const origin = fresh.snapshot()
    fresh.core.close()
    return origin
  }

  /**
   * Opens a connection, at once. Throws a `TypeError` for a wrong option, a `RedisError` when the engine refuses the
   * user or database, an `EngineClosedError` or `EngineCrashedError` when the engine is gone.
   */
  connect(options?: ConnectOptions): Client {
    const settings = connectSettings(options)
    return new ConnectedClient<Engine>(this.core.open(settings.protocol), settings, { engine: this })
  }

  /** @internal The client of `createClient`, which takes its engine with it. */
  connectOwner(options?: ConnectOptions): Client {
    const settings = connectSettings(options)
    const release = () => this.close()
    return new ConnectedClient<Engine>(this.core.open(settings.protocol), settings, { engine: this, release })
  }

  /**
   * Has `see` called with each command of every client before it runs. It lets the command pass, returns another one to
   * run in its place, or answers it: `{ command: ['GET', 'other'] }`, `{ reply: 'hit' }`. It must return at once, and
   * cannot call the engine. Interceptors come before faults, in the order in which they were added.
   */
  intercept(see: InterceptFunction): Interceptor {
    return this.faults.intercept(see)
  }

  /** The interceptors there are. */
  get interceptors(): Interceptor[] {
    return this.faults.interceptors()
  }

  /** True once the engine was closed, was shut down or has crashed. */
  get closed(): boolean {
    return this.core.closed
  }

  /**
   * All keys as the bytes of an RDB file: what SAVE would write, with or without storage. `createEngine({ rdb })` and any
   * server load it. Throws when the engine is gone or there is no memory for it.
   */
  dump(): Uint8Array {
    return this.core.dump()
  }

  /** What the engine takes, in bytes, after every call made before this one. Throws when the engine is gone. */
  memory(): MemoryUsage {
    return usageOf(this.core)
  }

  /**
   * Gives memory back to the system that was in use once and is free now, as after FLUSHALL. A module's memory never
   * shrinks, so the engine moves to a new one, which takes about as long as copying what is in use; connections, waiting
   * calls and whatever else there is go on. Freed pages are used again without this.
   *
   * Returns how many bytes are given back; the system has them once the old memory was collected. Throws an
   * `EngineStartError` or a `RangeError`, and changes nothing, when there is no memory for the second module.
   */
  compact(): number {
    return compact(this.core)
  }

  /**
   * Closes the engine: its memory is given back, calls not answered yet are rejected. Without storage its data is gone;
   * with storage it is saved as by SHUTDOWN, and when that fails, this rejects with an `EngineSaveError` and the engine
   * stays open. Idempotent.
   */
  async close(): Promise<void> {
    if (!this.core.closed && this.core.saving) await this.core.saved()
    this.core.close()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }
}

/**
 * Starts an engine in this process: some 13 ms for the first, most of it compiling, and about 1 ms for further ones.
 *
 * Rejects with a `TypeError` for a wrong option, with an `EngineStartError` when the module cannot be loaded or the
 * engine refuses a setting; nothing is left open then.
 */
export async function createEngine(options?: EngineOptions): Promise<Engine> {
  const settings = engineSettings(options)
  const snapshot = settings.snapshot && Snapshot.from(settings.snapshot)
  return start(await loadModule(settings), settings, snapshot)
}

/** Makes an engine and applies its settings. */
function start(module: WebAssembly.Module, settings: EngineSettings, snapshot?: Snapshot): Engine {
  const engine = new Engine(module, settings, snapshot)
  try {
    configure(engine, settings)
  } catch (error) {
    engine.core.close()
    throw error
  }
  return engine
}

/**
 * Starts an engine and connects to it: `createEngine` and `connect` in one. Closing the client closes the engine.
 *
 * With `url`, `cluster` or `sentinel` connects to what is elsewhere instead. Whatever needs an engine in this process
 * (`callSync`, `view`, `client.engine`) throws then.
 *
 * Rejects as `createEngine` does, and as `connect` throws; with a `ConnectError` when a server cannot be reached or does
 * not take the connection. Nothing is left open then.
 */
export async function createClient(options?: ClientOptions): Promise<Client> {
  if (isElsewhere(options)) return openElsewhere(options) as Promise<Client>
  const [engineOptions, connectOptions] = splitClientOptions(options)
  connectSettings(connectOptions)
  const engine = await createEngine(engineOptions)
  try {
    return engine.connectOwner(connectOptions)
  } catch (error) {
    await engine.close()
    throw error
  }
}

/** Applies the settings in one CONFIG SET, so that either all of them hold or none. */
function configure(engine: Engine, settings: EngineSettings): void {
  const changes = Object.entries(settings.config).flat()
  if (changes.length === 0) return
  const client = engine.connect({ protocol: 2 })
  try {
    client.callSync('CONFIG', 'SET', ...changes)
  } catch (error) {
    if (!(error instanceof RedisError)) throw error
    throw new EngineStartError(`the engine refused its options: ${error.message.replace(/^ERR /, '')}`, {
      cause: error,
    })
  }
  client.close()
}
