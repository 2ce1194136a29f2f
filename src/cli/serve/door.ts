import { EventEmitter } from 'node:events'
import type { EngineCore } from '../../engine/engine.ts'
import { admit } from '../../engine/peer.ts'
import { PeerConnection, type PeerSocket, peerOf } from '../../server/connection.ts'
import { SOCKET_BUFFER } from '../../server/server.ts'
import { type Accepted, type News, type Order, SocketThread } from './sockets.ts'

/** How long the thread may take to begin, in milliseconds. */
const LATEST = 5000

/** Where to listen, as Node takes it. */
export type Place = Extract<Order, { what: 'listen' }>['where']

/** A socket of the thread's, as far as a peer's connection uses one. */
class DoorSocket extends EventEmitter implements PeerSocket {
  destroyed = false
  timeout?: number
  private readonly thread: SocketThread
  private readonly id: number
  /** Bytes that the thread has not handed to the system yet. */
  private unsent = 0
  private timer: NodeJS.Timeout | undefined

  constructor(thread: SocketThread, id: number) {
    super()
    this.thread = thread
    this.id = id
  }

  write(bytes: Buffer): boolean {
    this.unsent += bytes.length
    this.thread.tell({ what: 'write', id: this.id, bytes: new Uint8Array(bytes) })
    return this.unsent < SOCKET_BUFFER
  }

  written(length: number): void {
    this.unsent -= length
    if (this.unsent === 0) this.emit('drain')
  }

  pause(): void {
    this.thread.tell({ what: 'pause', id: this.id })
  }

  resume(): void {
    this.thread.tell({ what: 'resume', id: this.id })
  }

  setTimeout(ms: number, listener: () => void): void {
    clearTimeout(this.timer)
    this.timeout = ms
    this.timer = setTimeout(listener, ms).unref()
  }

  /** The thread gives it a moment to take what it is due. */
  destroySoon(): void {
    this.thread.tell({ what: 'end', id: this.id })
  }

  destroy(): void {
    if (!this.destroyed) this.destroySoon()
    this.closed()
  }

  closed(): void {
    if (this.destroyed) return
    this.destroyed = true
    clearTimeout(this.timer)
    this.emit('close')
  }
}

/** One who has come by the door, and what it has said and nobody has heard. */
interface Visitor {
  socket: DoorSocket
  peer: PeerConnection<DoorSocket>
  said: Buffer[]
}

/**
 * Where clients come in while the engine loads its files, which takes all of this thread's time: another thread listens
 * and reads, the engine asks now and then, and tells them that it is loading. Who has come stays connected by that way.
 */
export class Door {
  private readonly core: EngineCore
  private readonly thread = new SocketThread()
  private readonly visitors = new Map<number, Visitor>()
  private answers: { code?: string }[] = []
  private left = false
  private finish: () => void = () => {}
  /** The engine is in the middle of something, and hears only some. */
  private busy = false
  private readonly hear = () => {
    this.busy = true
    try {
      this.thread.look()
    } finally {
      this.busy = false
    }
  }

  /** Throws an error with Node's code where the thread cannot be had. */
  constructor(core: EngineCore) {
    this.core = core
    this.thread.onNews = (news) => this.take(news)
    core.exchange.whileBusy.add(this.hear)
  }

  /** True when it listens, in one of these places at least; who asks for them in earnest says what is wrong with others. */
  open(places: readonly Place[], backlog: number): boolean {
    for (const where of places) this.thread.tell({ what: 'listen', where, backlog })
    const all = () => this.answers.length === places.length
    const opened = this.thread.await(all, performance.now() + LATEST) && this.answers.some(({ code }) => !code)
    if (!opened) this.shut()
    return opened
  }

  /** Listens no more. From here on the event loop passes on what visitors say. */
  shut(): void {
    this.thread.tell({ what: 'leave' })
    this.thread.await(() => this.left, performance.now() + LATEST)
    this.thread.follow()
    for (const visitor of this.visitors.values()) this.pass(visitor)
  }

  /** Resolves when the last visitor is gone, and with it the thread. */
  async closed(): Promise<void> {
    if (this.visitors.size > 0) await new Promise<void>((resolve) => (this.finish = resolve))
    this.core.exchange.whileBusy.delete(this.hear)
    this.thread.close()
  }

  private take(news: News): void {
    if (news.what === 'left') this.left = true
    else if (news.what === 'listening') this.answers.push(news)
    else if (news.what === 'accepted') this.admit(news)
    else this.tell(news)
  }

  private tell(news: News & { id: number }): void {
    const visitor = this.visitors.get(news.id)
    if (!visitor) return
    if (news.what === 'written') {
      visitor.socket.written(news.length)
    } else if (news.what === 'data') {
      visitor.said.push(Buffer.from(news.bytes.buffer, news.bytes.byteOffset, news.bytes.length))
      this.pass(visitor)
    } else if (news.what === 'closed') {
      this.visitors.delete(news.id)
      visitor.socket.closed()
      if (this.visitors.size === 0) this.finish()
    }
  }

  private pass(visitor: Visitor): void {
    const { socket, peer, said } = visitor
    while (said.length > 0 && (!this.busy || peer.hears())) socket.emit('data', said.shift())
    if (said.length > 0) setImmediate(() => this.pass(visitor))
  }

  private admit(accepted: Accepted): void {
    const { id, path } = accepted
    const socket = new DoorSocket(this.thread, id)
    try {
      const connection = admit(this.core, peerOf(accepted, path, false))
      this.visitors.set(id, { socket, peer: new PeerConnection(socket, connection), said: [] })
    } catch {
      socket.destroySoon() // the engine has just ended, or has no memory for another connection
    }
  }
}
