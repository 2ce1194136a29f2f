import { createServer, type Server as NetServer, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import type { Engine } from '../create.ts'
import type { EngineCore } from '../engine/engine.ts'
import { admit } from '../engine/peer.ts'
import { RedisError, ServerStartError } from '../errors.ts'
import { BusyEars } from './busy.ts'
import { PeerConnection, peerOf } from './connection.ts'
import { addressOf, isLoopback, listen, listenNow } from './listen.ts'
import { type ServeOptions, type ServeSettings, serveSettings } from './options.ts'

/** How much a socket takes before it says that it must drain, in bytes. */
export const SOCKET_BUFFER = 64 * 1024

/** An engine on a TCP port or a unix socket, for clients of any kind and of other processes. */
export class Server {
  /** The address it listens on; undefined on a unix socket. */
  readonly host: string | undefined
  /** The port it listens on; undefined on a unix socket. */
  readonly port: number | undefined
  /** The unix socket's path; undefined on TCP. */
  readonly path: string | undefined
  /** What clients take: `redis://127.0.0.1:6379`, `rediss://…` with TLS, `unix:/path`. */
  readonly url: string
  /** Resolves when it listens no more and every connection is closed: after `close()`, or the end of its engine. */
  readonly closed: Promise<void>

  private readonly listener: NetServer
  private readonly settings: ServeSettings
  private readonly core: EngineCore
  /** @internal How long a connection may be idle before its peer is asked whether it is there, in seconds. */
  readonly keepAlive: number
  private readonly peers = new Map<Socket, PeerConnection>()
  /** Sockets that are open, with those that have not finished their TLS handshake. */
  private readonly sockets = new Set<Socket>()
  private closing = false
  private finish: () => void = () => {}

  /** @internal Servers are made by `serve`. */
  constructor(core: EngineCore, listener: NetServer, settings: ServeSettings, keepAlive: number) {
    this.core = core
    this.listener = listener
    this.settings = settings
    this.keepAlive = keepAlive
    const address = listener.address()
    if (address === null || typeof address === 'string') {
      this.path = address ?? undefined
      this.url = `unix:${this.path}`
    } else {
      this.host = address.address
      this.port = address.port
      const host = address.family === 'IPv6' ? `[${address.address}]` : address.address
      this.url = `${settings.tls ? 'rediss' : 'redis'}://${host}:${address.port}`
    }
    this.closed = new Promise((resolve) => {
      this.finish = resolve
    })
    listener.once('close', () => this.finishWhenAlone())
    listener.on('connection', (socket: Socket) => this.hold(socket))
    listener.on(settings.tls ? 'secureConnection' : 'connection', (socket: Socket) => this.admit(socket))
    listener.on('error', (error) => process.emitWarning(error)) // no more file descriptors: that client is lost
    listener.on('tlsClientError', (_error, socket: Socket) => socket.destroy()) // it never spoke to the engine
    const forget = core.onceEnded(() => void this.close())
    void this.closed.then(forget)
    // With TLS what arrives is not what was said.
    if (!settings.tls) this.listenWhileBusy()
  }

  /** @internal False once it listens no more. */
  get listening(): boolean {
    return this.listener.listening
  }

  /** @internal Listens no more; who is connected stays. */
  retire(): void {
    this.listener.close()
  }

  /** @internal Whom protected mode lets in is the engine's to say from here on. */
  leaveProtectionToEngine(): void {
    this.settings.protectedMode = true
  }

  /** @internal The peer that the engine knows by this number. */
  peer(id: number): PeerConnection | undefined {
    if (this.settings.tls) return undefined // what arrives there is not what was said
    for (const peer of this.peers.values()) if (peer.id === id) return peer
    return undefined
  }

  /** How many clients are connected. */
  get connections(): number {
    return this.peers.size
  }

  private listenWhileBusy(): void {
    const ears = new BusyEars(this.peers)
    const listen = () => ears.listen()
    this.core.exchange.whileBusy.add(listen)
    void this.closed.then(() => this.core.exchange.whileBusy.delete(listen))
  }

  private hold(socket: Socket): void {
    this.sockets.add(socket)
    socket.once('close', () => {
      this.sockets.delete(socket)
      this.finishWhenAlone()
    })
    if (!this.path) {
      socket.setNoDelay(true)
      if (this.keepAlive > 0) socket.setKeepAlive(true, this.keepAlive * 1000)
    }
  }

  private admit(socket: Socket): void {
    if (this.closing) {
      socket.destroy()
      return
    }
    try {
      const connection = admit(this.core, peerOf(socket, this.path, !this.settings.protectedMode))
      this.peers.set(socket, new PeerConnection(socket, connection))
      socket.once('close', () => {
        this.peers.delete(socket)
        if (this.closing) this.dropStrangers()
        this.finishWhenAlone()
      })
    } catch {
      socket.destroy() // the engine has just ended, or has no memory for another connection
    }
  }

  /**
   * Stops listening, lets every client have the replies it is due, and closes its connection. The engine stays open.
   * Idempotent.
   */
  close(): Promise<void> {
    if (!this.closing) {
      this.closing = true
      this.listener.close()
      for (const peer of this.peers.values()) peer.close()
      this.dropStrangers()
    }
    return this.closed
  }

  /** The listener says that it is closed when its sockets are about to be; they say so a moment later. */
  private finishWhenAlone(): void {
    if (!this.listener.listening && this.sockets.size === 0 && this.peers.size === 0) this.finish()
  }

  /** Once nobody is left to be given replies: ends the TLS handshakes that never came to an end. */
  private dropStrangers(): void {
    if (this.peers.size === 0) for (const socket of this.sockets) socket.destroy()
  }

  /** Lets the process end although the server listens and has connections. Returns the server. */
  unref(): this {
    this.listener.unref()
    this.listener.on('connection', (socket: Socket) => socket.unref())
    for (const socket of this.sockets) socket.unref()
    return this
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }
}

/** What the engine says of itself that a server must know. */
function ask(engine: Engine): { open: boolean; keepAlive: number } {
  const client = engine.connect({ protocol: 2 })
  try {
    const [, flags] = client.callSync<[string, string[]]>('ACL', 'GETUSER', 'default')
    const [, mode] = client.callSync<string[]>('CONFIG', 'GET', 'protected-mode')
    const [, keepAlive] = client.callSync<string[]>('CONFIG', 'GET', 'tcp-keepalive')
    return { open: flags.includes('nopass') && mode === 'yes', keepAlive: Number(keepAlive) }
  } catch (error) {
    // NOAUTH: there is a password. NOPERM: there is none, though the default user may not ask for it.
    if (!(error instanceof RedisError)) throw error
    return { open: error.code === 'NOPERM', keepAlive: KEEP_ALIVE }
  } finally {
    client.close()
  }
}

function listenerOf({ tls }: ServeSettings): NetServer {
  // Node takes it and its types do not know it.
  const options: object = { ...tls, highWaterMark: SOCKET_BUFFER }
  if (!tls) return createServer(options)
  try {
    return createTlsServer(options)
  } catch (cause) {
    throw new ServerStartError(`option tls is refused: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
}

/** How long the engine lets connections be idle before it asks, in seconds, unless it is told otherwise. */
const KEEP_ALIVE = 300

/**
 * @internal As `serve`, before it returns, without a look at who could reach it: that is left to the engine's protected
 * mode. `host` is an address in numbers. Throws an error with Node's code.
 */
export function serveNow(
  core: EngineCore,
  host: string,
  port: number,
  backlog: number,
  keepAlive = KEEP_ALIVE,
): Server {
  const settings: ServeSettings = { where: { host, port }, tls: undefined, protectedMode: true, backlog }
  const listener = listenerOf(settings)
  listenNow(listener, host, port, backlog)
  return new Server(core, listener, settings, keepAlive)
}

/**
 * Puts an engine on a TCP port (6379 on loopback, unless told otherwise) or a unix socket. Closing the engine closes the
 * server; closing the server leaves the engine open.
 *
 * Rejects with a `TypeError` for a wrong option, with a `ServerStartError` when the port or path is taken or cannot be
 * bound, or when other machines could reach an engine that has no password.
 */
export async function serve(engine: Engine, options?: ServeOptions): Promise<Server> {
  if (!engine?.core) throw new TypeError('the first argument of serve must be an engine: createEngine(), client.engine')
  const settings = serveSettings(options)
  const { open, keepAlive } = ask(engine)
  if ('host' in settings.where) {
    const { where } = settings
    where.host = await addressOf(where.host)
    if (settings.protectedMode && open && !isLoopback(where.host)) {
      throw new ServerStartError(
        `refusing to listen on ${where.host}: other machines could reach the engine, and its default user has no ` +
          "password. Set one (config: { requirepass: '…' }), or pass protectedMode: false to let everyone in",
      )
    }
  }
  const listener = listenerOf(settings)
  await listen(listener, settings)
  if (engine.core.reason) {
    listener.close()
    throw engine.core.reason
  }
  return new Server(engine.core, listener, settings, keepAlive)
}
