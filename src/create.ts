import { Client as ConnectedClient } from './client/client.ts'
import { EngineCore } from './engine/engine.ts'
import { loadModule } from './engine/module.ts'
import { EngineStartError, RedisError } from './errors.ts'
import {
  type ConnectOptions,
  connectSettings,
  type EngineOptions,
  type EngineSettings,
  engineSettings,
  type LocalOptions,
  splitClientOptions,
} from './options.ts'
import { isElsewhere, openElsewhere } from './remote/open.ts'
import type { ClusterOptions, RemoteOptions, SentinelOptions } from './remote/options.ts'

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

  /** @internal Engines are made by `createEngine` and `createClient`. */
  constructor(module: WebAssembly.Module, settings: EngineSettings) {
    this.core = new EngineCore(module, settings)
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
    const release = () => this.close()
    return new ConnectedClient<Engine>(this.core.open(), settings, { engine: this, release })
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

  /**
   * Closes the engine: its memory is given back, calls not answered yet are rejected. Without storage its data is gone;
   * with storage it is saved as by SHUTDOWN, and when that fails, this rejects with an `EngineSaveError` and the engine
   * stays open. Idempotent.
   */
  async close(): Promise<void> {
    if (this.core.saving) await this.core.saved()
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
  const engine = new Engine(await loadModule(settings.module), settings)
  try {
    configure(engine, settings)
  } catch (error) {
    await engine.close()
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
