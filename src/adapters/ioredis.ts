import { Redis, type RedisOptions } from 'ioredis'
import { createEngine, type Engine } from '../create.ts'
import { ConnectError, EngineClosedError } from '../errors.ts'
import { MemoryStream } from './memory-stream.ts'

/** Gives the engine; called anew for each connection. */
type Source = () => Promise<Engine>

/** What ioredis asks of a connector. Each client has one; it opens a stream for every connection of that client. */
interface Connector {
  /** Why the stream was destroyed before ioredis had it. */
  firstError: Error | undefined
  connect(): Promise<MemoryStream>
  check(): boolean
  disconnect(): void
}

function connectorFor(source: Source): new () => Connector {
  return class implements Connector {
    firstError: Error | undefined
    private stream: MemoryStream | undefined
    private connecting = false

    async connect(): Promise<MemoryStream> {
      this.connecting = true
      const { core } = await source()
      if (!this.connecting) throw new Error('Connection is closed.') // as ioredis says it: disconnect() came first
      if (core.reason) throw core.reason // ioredis rejects what waits with it, and tries no more
      this.firstError = undefined
      try {
        this.stream = new MemoryStream(core.open())
      } catch (error) {
        if (!(error instanceof ConnectError)) throw error
        // Refused by a fault, as a server that is not there refuses a socket: ioredis tries again.
        this.firstError = error
        this.stream = MemoryStream.refused()
      }
      return this.stream
    }

    check(): boolean {
      return true
    }

    disconnect(): void {
      this.connecting = false
      this.stream?.end()
    }
  }
}

/** What makes a client one of an engine. Its types are those of ioredis 5 and of 6. */
export interface EngineConnector {
  /** Opens connections in memory instead of sockets. */
  Connector: new (
    options: unknown,
  ) => never
  /** The caller's own, or ioredis's, for as long as the engine is there. */
  retryStrategy: (times: number) => number | null | undefined
}

type RetryStrategy = ((times: number) => number | null | undefined) | null

function optionsFor<Options extends object>(
  source: Source,
  isClosed: () => boolean,
  options: Options & { retryStrategy?: RetryStrategy },
): Options & EngineConnector {
  const { retryStrategy = (times: number) => Math.min(times * 50, 2000) } = options
  return {
    ...options,
    Connector: connectorFor(source) as new () => never,
    // At once when the engine is gone: the attempt fails with the reason, which rejects all that waits.
    retryStrategy: (times) => (isClosed() ? 0 : retryStrategy?.(times)),
  }
}

/**
 * Options for `new Redis(…)` that connect it to an engine of this process: for libraries that make their own clients
 * (BullMQ's `connection`), and for a client of another copy of ioredis, 5 or 6, or of iovalkey. `host`, `port` and `path`
 * mean nothing.
 */
export function redisOptions<Options extends object = RedisOptions>(
  engine: Engine,
  options?: Options,
): Options & EngineConnector {
  if (!engine?.core) throw new TypeError('the first argument must be an engine: createEngine(), client.engine')
  return optionsFor(
    async () => engine,
    () => engine.closed,
    (options ?? {}) as Options,
  )
}

/**
 * The real ioredis, on an engine of this process instead of a server. Without an engine it gets one of its own, which
 * closes with it. When the engine closes, pending commands are rejected with an `EngineClosedError` (or an
 * `EngineCrashedError`), and the client ends. Unlike a socket, it does not keep the process alive.
 */
export function createRedis(engine?: Engine, options: RedisOptions = {}): Redis {
  if (engine) return new Redis(redisOptions(engine, options) as RedisOptions)
  let own: Promise<Engine> | undefined
  let ended = false
  const source = () => {
    if (ended && !own) throw new EngineClosedError('the client has ended, and its engine with it')
    own ??= createEngine()
    return own
  }
  const redis = new Redis(
    optionsFor(
      async () => source(),
      () => ended,
      options as object,
    ),
  )
  redis.once('end', () => {
    ended = true
    own?.then(
      (made) => made.close(),
      () => {}, // it never started; the client was told when it connected
    )
  })
  return redis
}
