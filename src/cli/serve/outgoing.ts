import { fileError, type StorageFile } from '../../storage/storage.ts'
import { AHEAD, type Hearer, type News, SocketThread } from './sockets.ts'

/**
 * A connection that the engine opens, for MIGRATE: /dev/connect in wasm/redis.h. The engine waits for it, and so does
 * everybody else, as on a server.
 */
class Outgoing implements StorageFile, Hearer {
  private readonly thread: SocketThread
  private readonly id: number
  private connected = false
  private closed = false
  private code: string | undefined
  private readonly arrived: Uint8Array[] = []
  /** How many bytes have come since the thread was last told to go on reading. */
  private ahead = 0
  /** How much of the first was read. */
  private at = 0

  constructor(thread: SocketThread, id: number, host: string, port: number) {
    this.thread = thread
    this.id = id
    thread.hearers.set(id, this)
    thread.tell({ what: 'connect', id, host, port })
  }

  hear(news: News): void {
    if (news.what === 'connected') this.connected = true
    if (news.what === 'data') {
      this.arrived.push(news.bytes)
      this.ahead += news.bytes.length
    }
    if (news.what !== 'closed') return
    this.closed = true
    // What name servers say is none of the errors that files have.
    this.code = news.code?.startsWith('EAI_') || news.code === 'ENOTFOUND' ? 'EHOSTUNREACH' : news.code
  }

  private wait(ms: number, enough: () => boolean): number {
    if (this.thread.await(enough, performance.now() + ms)) return 0
    throw fileError('EAGAIN', 'nothing has happened')
  }

  read(position: number, into: Uint8Array): number {
    if (into.length === 0) return this.wait(position, () => this.arrived.length > 0 || this.closed)
    this.thread.look()
    const [first] = this.arrived
    if (first) {
      const part = first.subarray(this.at, this.at + into.length)
      into.set(part)
      this.at += part.length
      if (this.at === first.length) {
        this.arrived.shift()
        this.at = 0
        this.goOn()
      }
      return part.length
    }
    if (!this.closed) throw fileError('EAGAIN', 'nothing has arrived')
    if (this.code) throw fileError(this.code, 'the connection is lost')
    return 0
  }

  private goOn(): void {
    if (this.arrived.length > 0 || this.ahead < AHEAD) return
    this.ahead = 0
    this.thread.tell({ what: 'resume', id: this.id })
  }

  write(position: number, from: Uint8Array): number {
    if (from.length === 0) return this.wait(position, () => this.connected || this.closed)
    this.thread.look()
    if (this.closed) throw fileError(this.code ?? 'EPIPE', 'the connection is lost')
    this.thread.tell({ what: 'write', id: this.id, bytes: from.slice() })
    return from.length
  }

  close(): void {
    this.thread.tell({ what: 'end', id: this.id })
    this.thread.hearers.delete(this.id)
  }

  sync(): void {
    // what is written goes out by itself
  }

  truncate(): void {
    throw fileError('EINVAL', 'a connection cannot be cut off')
  }

  size(): number {
    return 0
  }
}

/** The connections that the engine opens. */
export class OutgoingConnections {
  private thread: SocketThread | undefined
  private last = 0

  /** `where` is PORT/ADDRESS. Throws an error with Node's code. */
  open(where: string): StorageFile {
    const [port, ...host] = where.split('/')
    this.thread ??= new SocketThread()
    return new Outgoing(this.thread, ++this.last, host.join('/'), Number(port))
  }
}
