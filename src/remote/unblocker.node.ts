import type { Argument } from '../resp/encode.ts'
import type { SocketTransport } from './socket-transport.node.ts'

/** The second connection may be ahead of the command that waits, so it asks again after this, in milliseconds. */
const AGAIN = 20

/** A connection whose wait is to be ended. */
export interface Waiting {
  /** The engine's number for it, 0 while that is not known; undefined once it does not wait, or cannot be helped. */
  id(): number | undefined
  /** Opens another connection, and tells it who is calling. */
  helper(): { transport: SocketTransport; identity: readonly { args: readonly Argument[]; vital: boolean }[] }
  /** It is over. */
  over(): void
}

/** Ends the wait of a connection by CLIENT UNBLOCK over others, until the command that waits has been answered. */
export class Unblocker {
  private readonly waiting: Waiting
  private timer: ReturnType<typeof setTimeout>
  private helper: SocketTransport | undefined

  constructor(waiting: Waiting) {
    this.waiting = waiting
    this.timer = setTimeout(() => this.ask(), 0)
  }

  /** Leaves it at that. */
  stop(): void {
    clearTimeout(this.timer)
    const { helper } = this
    this.helper = undefined
    helper?.close()
  }

  private ask(): void {
    const id = this.waiting.id()
    if (id === undefined) {
      this.waiting.over()
      return
    }
    const { transport, identity } = this.waiting.helper()
    this.helper = transport
    const again = () => {
      if (this.helper !== transport) return
      this.stop()
      this.timer = setTimeout(() => this.ask(), AGAIN)
    }
    transport.onEnd = again
    for (const { args, vital } of identity) transport.ask(args, () => {}, vital)
    transport.ask(['CLIENT', 'UNBLOCK', id, 'ERROR'], again)
  }
}
