import { Client as ConnectedClient } from './client/client.ts'
import { EngineCore } from './engine/engine.ts'
import { Image } from './engine/image.ts'
import { loadModule } from './engine/module.ts'
import { capture, reset } from './engine/reset.ts'
import { EngineStartError, RedisError } from './errors.ts'
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
  private readonly module: WebAssembly.Module
  private readonly settings: EngineSettings
  /** The engine as it was made, once somebody has gone back to that. */
  private origin: Snapshot | undefined

  /** @internal Engines are made by `createEngine` and `createClient`. */
  constructor(module: WebAssembly.Module, settings: EngineSettings, snapshot?: Snapshot) {
    snapshot?.checkBuild(buildOf(module))
    this.module = module
    this.settings = settings
    this.core = new EngineCore(module, settings, snapshot?.image)
  }

  /**
   * Copies all of the engine: data, scripts, users, settings, as they are after every call made before this one. Takes
   * about as long as copying its memory: a small engine 0.3 ms, 1 GB some 200 ms. Changes of the engine do not reach it.
   *
   * Throws an `EngineClosedError` or `EngineCrashedError` when the engine is gone.
   */
  snapshot(): Snapshot {
    return new Snapshot(capture(this.core, Image.of), buildOf(this.module))
  }

  /**
   * Another engine like this one, without its connections: from here on each goes its own way. It has a run id and random
   * numbers of its own, and shares nothing but the compiled module.
   */
  clone(): Engine {
    return new Engine(this.module, this.settings, new Snapshot(capture(this.core, Image.view), buildOf(this.module)))
  }

  /**
   * Puts the engine back to a snapshot of the same build; without one, to what it was when it was made, with the options
   * it was made with. Clients go on working: they keep their name, database, protocol, user and subscriptions. Calls
   * that wait are rejected with a `RedisError` of code `UNBLOCKED`; transactions that were begun, and watched keys, are
   * forgotten.
   *
   * Throws a `SnapshotError` when another build made the snapshot, and leaves the engine as it is then.
   */
  reset(snapshot?: SnapshotLike | Uint8Array): void {
    if (snapshot === undefined) this.origin ??= this.makeOrigin()
    const target = snapshot === undefined ? (this.origin as Snapshot) : Snapshot.from(snapshot)
    target.checkBuild(buildOf(this.module))
    reset(this.core, target.image)
  }

  private makeOrigin(): Snapshot {
    const { snapshot } = this.settings
    const fresh = start(this.module, this.settings, snapshot && Snapshot.from(snapshot))
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
    return new ConnectedClient<Engine>(this.core.open(), settings, { engine: this })
  }

  /** @internal The client of `createClient`, which takes its engine with it. */
  connectOwner(options?: ConnectOptions): Client {
    const settings = connectSettings(options)
    const release = () => this.core.close()
    return new ConnectedClient<Engine>(this.core.open(), settings, { engine: this, release })
  }

  /** True once the engine was closed, was shut down or has crashed. */
  get closed(): boolean {
    return this.core.closed
  }

  /**
   * Closes the engine: its data is gone, its memory given back, calls not answered yet are rejected. Idempotent.
   */
  async close(): Promise<void> {
    this.core.close()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }
}

/**
 * Starts an engine in this process: some 25 ms for the first, most of it compiling, and 2 ms for further ones.
 *
 * Rejects with a `TypeError` for a wrong option, with an `EngineStartError` when the module cannot be loaded or the
 * engine refuses a setting; nothing is left open then.
 */
export async function createEngine(options?: EngineOptions): Promise<Engine> {
  const settings = engineSettings(options)
  const snapshot = settings.snapshot && Snapshot.from(settings.snapshot)
  return start(await loadModule(settings.module), settings, snapshot)
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
