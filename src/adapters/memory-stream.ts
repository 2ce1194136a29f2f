import { EventEmitter } from 'node:events'
import { nextChance } from '../client/turn.ts'
import type { EngineConnection } from '../engine/connection.ts'

// Taken once, so that a test runner's fake timers do not keep a stream from ending.
const nextTick = process.nextTick.bind(process)

/**
 * What ioredis uses of a `net.Socket`, and nothing else, over a connection to an engine of this process. Requests are
 * written where the engine reads them, run together when the code that is running now gives way, and their replies come
 * as one `data` event. A `stream.Duplex` with its queues would cost several times as much as the engine's own work.
 */
export class MemoryStream extends EventEmitter {
  readonly connecting = false
  writable = true
  destroyed = false
  private readonly connection: EngineConnection
  private scheduled = false
  private readonly turn = () => this.run()

  constructor(connection: EngineConnection) {
    super()
    this.connection = connection
    connection.onOutput = () => this.deliver()
    connection.onEnd = () => this.finish()
  }

  /** A stream that was never open. */
  static refused(): MemoryStream {
    const stream = new MemoryStream({} as EngineConnection)
    stream.destroyed = true
    stream.writable = false
    return stream
  }

  /** Queues a request, or part of one. Always true: nothing here has to drain. */
  write(data: string | Uint8Array): boolean {
    if (!this.writable) return false
    const { connection } = this
    try {
      if (typeof data === 'string') connection.feedText(data)
      else connection.feed(data)
    } catch (error) {
      this.destroy(error as Error)
      return false
    }
    if (!this.scheduled) {
      this.scheduled = true
      void nextChance().then(this.turn)
    }
    return true
  }

  private run(): void {
    this.scheduled = false
    try {
      this.connection.flush()
    } catch {
      return // the engine has ended: `finish` was called, and the connector has the reason
    }
    this.deliver()
  }

  private deliver(): void {
    const { connection } = this
    const { outputAt, outputEnd } = connection
    if (outputAt === outputEnd) return
    const replies = Buffer.allocUnsafe(outputEnd - outputAt)
    replies.set(connection.output.subarray(outputAt, outputEnd))
    connection.consume(outputEnd)
    try {
      this.emit('data', replies)
    } catch (error) {
      // A listener's own: uncaught, as it is on a socket, and nothing that keeps other connections from their replies.
      nextTick(() => {
        throw error
      })
    }
  }

  /** Runs what was written, gives its replies, and closes. */
  end(): this {
    if (!this.writable) return this
    this.writable = false
    nextTick(() => {
      this.run()
      this.connection.close()
    })
    return this
  }

  /** Closes now; replies that did not come yet never will. */
  destroy(error?: Error): this {
    if (this.destroyed) return this
    this.finish(error)
    this.connection.close()
    return this
  }

  private finish(error?: Error): void {
    if (this.destroyed) return
    this.destroyed = true
    this.writable = false
    nextTick(() => {
      if (error) this.emit('error', error)
      this.emit('close')
    })
  }

  resume(): this {
    return this
  }

  pause(): this {
    return this
  }

  setNoDelay(): this {
    return this
  }

  setKeepAlive(): this {
    return this
  }

  setTimeout(): this {
    return this
  }

  ref(): this {
    return this
  }

  unref(): this {
    return this
  }
}
