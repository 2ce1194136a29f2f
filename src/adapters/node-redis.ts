import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, type RedisClientOptions } from 'redis'
import { createEngine, type Engine } from '../create.ts'
import { type Server, serve } from '../server/server.ts'

/** Where node-redis finds an engine. */
type Place = { path: string; tls: false } | { host: string; port: number; tls: false }

/** When to try again after an unexpected end: milliseconds, or an error or `false` for never. */
type ReconnectStrategy = false | number | ((retries: number, cause: Error) => false | Error | number)

/** What this adapter reads and writes of a client's options; the same in node-redis 4, 5 and 6. */
interface SocketOptions {
  socket?: { reconnectStrategy?: ReconnectStrategy }
}

/** The server of each engine that has one. It goes with its engine, so clients may leave and come back. */
const places = new WeakMap<Engine, Promise<Place>>()

/** Folders to be removed when the process ends before their engines do. */
const folders = new Set<string>()

function removeFolders(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
}

/** A folder that only this user can look into. */
async function privateFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'wasm-redis-'))
  if (folders.size === 0) process.once('exit', removeFolders)
  folders.add(folder)
  return folder
}

async function open(engine: Engine): Promise<Place> {
  if (process.platform === 'win32') {
    const { port } = (await serve(engine, { port: 0 })).unref()
    return { host: '127.0.0.1', port: port as number, tls: false }
  }
  const folder = await privateFolder()
  const remove = () => {
    rmSync(folder, { recursive: true, force: true })
    folders.delete(folder)
    if (folders.size === 0) process.off('exit', removeFolders)
  }
  let server: Server
  try {
    server = await serve(engine, { path: join(folder, 'redis.sock') })
  } catch (error) {
    remove()
    throw error
  }
  void server.unref().closed.then(remove)
  return { path: server.path as string, tls: false }
}

function placeOf(engine: Engine): Promise<Place> {
  let place = places.get(engine)
  if (!place) {
    place = open(engine)
    places.set(engine, place)
    place.catch(() => places.delete(engine)) // the caller is told; the next may have more luck
  }
  return place
}

/** As node-redis itself waits: longer each time up to two seconds, and not all clients at once. */
function byDefault(retries: number): number {
  return Math.min(2 ** retries * 50, 2000) + Math.floor(Math.random() * 200)
}

/** `strategy`, until the engine is gone: then no attempt is worth while. */
function whileOpen(engine: Engine, strategy: ReconnectStrategy = byDefault): ReconnectStrategy {
  return (retries, cause) => {
    const { reason } = engine.core
    if (!reason) return typeof strategy === 'function' ? strategy(retries, cause) : strategy
    // This very error rejects what waits, and knows of a socket only.
    if (cause) cause.cause ??= reason
    return reason
  }
}

/**
 * Options for `createClient`, `createClientPool` and the like that connect them to an engine of this process: for
 * another copy of node-redis, 4 to 6, and for options whose types should be kept. `url` must not be among them.
 *
 * node-redis can speak to sockets only, so the engine listens on a unix socket in a folder that no other user can look
 * into (on Windows, a port of loopback) until it is closed. Rejects with a `ServerStartError` when it cannot.
 */
export async function redisOptions<Options extends object = object>(
  engine: Engine,
  options?: Options,
): Promise<Options & { socket: Place }> {
  if (!engine?.core) throw new TypeError('the first argument must be an engine: createEngine(), client.engine')
  if (options && 'url' in options && options.url !== undefined) {
    throw new TypeError('option url says where a server is; here it is the engine that the client connects to')
  }
  const { socket: given }: SocketOptions = options ?? {}
  const reconnectStrategy = whileOpen(engine, given?.reconnectStrategy)
  const socket = { ...given, ...(await placeOf(engine)), reconnectStrategy }
  return { ...options, socket } as Options & { socket: Place }
}

/**
 * The real node-redis, on an engine of this process instead of a server: what `createClient` gives, not connected yet.
 * Without an engine it gets one of its own, which closes with it. When the engine closes, pending commands are rejected
 * with an error whose `cause` is an `EngineClosedError` (or an `EngineCrashedError`), and the client tries no more.
 * Rejects as `redisOptions` does.
 */
export async function createRedis(
  engine?: Engine,
  options?: RedisClientOptions,
): Promise<ReturnType<typeof createClient>> {
  const used = engine ?? (await createEngine())
  try {
    const client = createClient((await redisOptions(used, options)) as RedisClientOptions)
    if (!engine) client.once('end', () => void used.close())
    return client as ReturnType<typeof createClient>
  } catch (error) {
    if (!engine) await used.close()
    throw error
  }
}
