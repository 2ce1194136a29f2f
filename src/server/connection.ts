import type { Socket } from 'node:net'
import type { EngineConnection } from '../engine/connection.ts'
import type { Peer } from '../engine/peer.ts'
import { readNext, readNow } from './busy.ts'
import { isLoopback, plain } from './listen.ts'

/** How much output may wait in the engine's memory for a peer that does not read, in bytes; more is the engine's. */
const WINDOW = 128 * 1024

/** How much input is taken from a peer whose connection waits (BLPOP, CLIENT PAUSE), in bytes. */
const HELD_INPUT = 64 * 1024

/** How long a peer that is to be let go may take to read what it is due, without any progress, in milliseconds. */
const LINGER = 2000

/** What is used of a peer's socket. */
export interface PeerSocket {
  readonly destroyed: boolean
  readonly timeout?: number
  on(event: 'data', listener: (chunk: Buffer) => void): unknown
  on(event: 'drain' | 'end' | 'error' | 'close', listener: () => void): unknown
  /** False when it is to be asked for no more before 'drain'. */
  write(bytes: Buffer): boolean
  pause(): unknown
  resume(): unknown
  setTimeout(ms: number, listener: () => void): unknown
  destroy(): unknown
  /** Ends it once all was written. */
  destroySoon(): void
}

/** Both ends of a socket, as Node tells them. */
type Ends = Pick<Socket, 'remoteAddress' | 'remotePort' | 'localAddress' | 'localPort'>

/** Who has come by a socket, on TCP or on the unix socket `path`, as the engine is told. */
export function peerOf(ends: Ends, path: string | undefined, trusted: boolean): Peer {
  const { remoteAddress = '', remotePort, localAddress = '', localPort } = ends
  const near = path ? `${path}:0` : `${plain(localAddress)}:${localPort}`
  return {
    address: path ? near : `${plain(remoteAddress)}:${remotePort}`,
    localAddress: near,
    local: path !== undefined || isLoopback(plain(remoteAddress)),
    unixSocket: path !== undefined,
    trusted,
    window: WINDOW,
  }
}

/** One peer: its socket, and the connection to the engine that its bytes belong to. */
export class PeerConnection<S extends PeerSocket = Socket> {
  readonly socket: S
  private readonly connection: EngineConnection
  /** The socket holds more than it should; the engine keeps further output until it has drained. */
  private draining = false
  /** Bytes of input taken since the connection began to wait. */
  private held = 0
  private paused = false
  /** The peer is let go once it was given what it is due. */
  private leaving = false

  constructor(socket: S, connection: EngineConnection) {
    this.socket = socket
    this.connection = connection
    connection.onOutput = () => this.onOutput()
    connection.onEnd = () => this.letGo()
    socket.on('data', (chunk: Buffer) => this.onData(chunk))
    socket.on('drain', () => this.onDrain())
    socket.on('end', () => connection.close())
    socket.on('error', () => socket.destroy()) // a peer that went away; 'close' follows
    socket.on('close', () => connection.close())
    if (connection.outputAt < connection.outputEnd) this.take() // the reason why it is turned down
  }

  /** Lets the peer go once all replies that it is due are written. */
  close(): void {
    this.leaving = true
    this.socket.pause()
    this.socket.setTimeout(LINGER, () => this.socket.destroy())
    this.take()
    this.leaveWhenDone()
  }

  private onData(chunk: Buffer): void {
    const { connection } = this
    if (connection.ended || this.leaving) return // it was told, and what it says now comes too late
    try {
      connection.feed(chunk)
      connection.flush()
    } catch {
      // The engine has ended and every connection was told so, or there is no memory for this one's request.
      this.socket.destroy()
      return
    }
    this.take()
    if (connection.isBlocked()) this.hold(chunk.length)
    else this.held = 0
  }

  /** While the engine is busy with another's command: whether what the peer says would be heard now. */
  hears(): boolean {
    const { connection } = this
    return !connection.ended && !this.leaving && !this.paused && connection.hears()
  }

  /** As when data arrives, while the engine is busy with another's command and no event tells of it. */
  hear(this: PeerConnection): void {
    const chunk = this.hears() ? readNow(this.socket) : undefined
    if (chunk) this.onData(chunk)
  }

  /** What the engine knows it by. */
  get id(): number {
    return this.connection.id
  }

  /**
   * In the middle of a command of the peer's: gives it what the engine has written, and waits for what it answers, which
   * nothing else can happen before. Returns how many bytes those were; 0 when there will be none.
   */
  converse(this: PeerConnection, into: Uint8Array): number {
    this.connection.flush()
    this.take()
    return readNext(this.socket, into)
  }

  private hold(length: number): void {
    this.held += length
    if (this.held <= HELD_INPUT || this.paused) return
    this.paused = true
    this.socket.pause()
  }

  /** Output has appeared outside the peer's own turn, the engine has closed the connection, or its wait is over. */
  private onOutput(): void {
    // There is no later for a connection that has ended: what is left of its output goes to the socket now.
    if (this.connection.ended) this.draining = false
    this.take()
    if (!this.paused || this.connection.isBlocked()) return
    this.paused = false
    this.held = 0
    if (!this.leaving) this.socket.resume()
  }

  private onDrain(): void {
    this.draining = false
    this.take()
    this.leaveWhenDone()
  }

  /** Gives the socket what the engine has written, for as long as it takes it. */
  private take(): void {
    const { connection, socket } = this
    while (connection.outputAt < connection.outputEnd && !this.draining) {
      const { outputAt, outputEnd } = connection
      const reply = Buffer.allocUnsafe(outputEnd - outputAt)
      reply.set(connection.output.subarray(outputAt, outputEnd))
      try {
        connection.consume(outputEnd)
        connection.release()
        this.draining = !socket.write(reply)
        if (reply.length >= WINDOW) connection.resume()
      } catch {
        return // the engine has ended, and the connection was told so
      }
    }
  }

  private leaveWhenDone(): void {
    const { connection } = this
    if (this.leaving && !this.draining && connection.outputAt === connection.outputEnd) connection.close()
  }

  /** The engine's end is closed; the socket follows when the peer has read the rest, or shows no sign of reading. */
  private letGo(): void {
    const { socket } = this
    this.leaving = true
    if (socket.destroyed) return
    if (socket.timeout !== LINGER) socket.setTimeout(LINGER, () => socket.destroy())
    socket.destroySoon()
  }
}
