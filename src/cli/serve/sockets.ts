import { existsSync } from 'node:fs'
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'

/** Where the program of the thread lies as seen from this file; the bundler puts in the path. */
declare const SOCKETS_FILE: string

/** How many bytes the thread reads ahead of one who asks for them, before it waits to be told to resume. */
export const AHEAD = 64 * 1024

/** What the thread has when it starts. */
export interface ThreadData {
  port: MessagePort
  /** Counts the news, for those who wait for them. */
  wake: Int32Array
}

/** What the thread is told. Connections that it is to open are numbered from 1 on, by who tells it. */
export type Order =
  | { what: 'connect'; id: number; host: string; port: number }
  | { what: 'write'; id: number; bytes: Uint8Array<ArrayBuffer> }
  | { what: 'end' | 'pause' | 'resume'; id: number }
  | { what: 'listen'; where: { host?: string; port?: number; path?: string; ipv6Only?: boolean }; backlog: number }
  /** To listen no more. */
  | { what: 'leave' }

/** Somebody has come by one of the thread's listeners; numbered from -1 downwards. */
export interface Accepted {
  what: 'accepted'
  id: number
  remoteAddress: string | undefined
  remotePort: number | undefined
  localAddress: string | undefined
  localPort: number | undefined
  /** Of a unix socket. */
  path: string | undefined
}

/** What the thread tells. */
export type News =
  | Accepted
  | { what: 'connected'; id: number }
  | { what: 'data'; id: number; bytes: Uint8Array }
  | { what: 'written'; id: number; length: number }
  /** With Node's code of what went wrong. */
  | { what: 'closed'; id: number; code: string | undefined }
  | { what: 'listening'; code?: string }
  | { what: 'left' }

/** Who hears of one of the thread's connections. */
export interface Hearer {
  hear(news: News): void
}

/**
 * Sockets in a thread of their own. The event loop stands still while the engine does one thing, so what must be read or
 * accepted in the middle of it is read and accepted there, and waits here to be looked at.
 */
export class SocketThread {
  readonly hearers = new Map<number, Hearer>()
  /** Hears of everything else. */
  onNews: (news: News) => void = () => {}
  private readonly worker: Worker
  private readonly port: MessagePort
  private readonly wake = new Int32Array(new SharedArrayBuffer(4))

  /** Throws an error with the code ENOTSUP where the thread's program is missing. */
  constructor() {
    const file = new URL(SOCKETS_FILE, import.meta.url)
    if (!existsSync(file)) throw Object.assign(new Error(`${file.pathname} is missing`), { code: 'ENOTSUP' })
    const { port1, port2 } = new MessageChannel()
    const workerData: ThreadData = { port: port2, wake: this.wake }
    this.worker = new Worker(file, { workerData, transferList: [port2] })
    this.worker.unref()
    this.port = port1
  }

  /** Bytes that are to be written are given away. */
  tell(order: Order): void {
    this.port.postMessage(order, order.what === 'write' ? [order.bytes.buffer] : [])
  }

  /** Looks at the news that there are. */
  look(): void {
    for (let got = receiveMessageOnPort(this.port); got; got = receiveMessageOnPort(this.port)) this.pass(got.message)
  }

  private pass(news: News): void {
    const hearer = 'id' in news ? this.hearers.get(news.id) : undefined
    if (hearer) hearer.hear(news)
    else this.onNews(news)
  }

  /** Looks at news until `enough` says so; false when `until`, by `performance.now()`, comes first. */
  await(enough: () => boolean, until: number): boolean {
    for (;;) {
      const seen = Atomics.load(this.wake, 0)
      this.look()
      if (enough()) return true
      const left = until - performance.now()
      if (left <= 0) return false
      Atomics.wait(this.wake, 0, seen, left)
    }
  }

  /** From here on news are passed on as they come, by the event loop. */
  follow(): void {
    this.port.on('message', (news: News) => this.pass(news))
    this.port.unref()
  }

  close(): void {
    this.port.close()
    void this.worker.terminate()
  }
}
