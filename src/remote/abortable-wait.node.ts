import type { Argument } from '../resp/encode.ts'
import type { Reply } from '../resp/reply.ts'
import { Unblocker, type Waiting } from './unblocker.node.ts'

/** The connection whose wait it is. */
interface Connection {
  /** Asks something whose reply is not for a client, where nothing else is in flight. */
  ask(args: readonly Argument[], done: (reply: Reply) => void): void
  /** Opens another connection to the same server. */
  helper: Waiting['helper']
  /** The wait is over: what was kept back meanwhile may go. */
  over(): void
}

/**
 * The wait of a request that can be aborted. Only another connection can end it, by CLIENT UNBLOCK, and has to know the
 * number of this one for that.
 */
export class AbortableWait {
  /** The engine's number for this connection; null when it does not tell. */
  id: number | null | undefined
  private readonly connection: Connection
  /** The request in flight can be aborted, so nothing is sent behind it. */
  private waiting = false
  private unblocker: Unblocker | undefined

  constructor(connection: Connection) {
    this.connection = connection
  }

  /** Whether nothing may be sent now. */
  get blocks(): boolean {
    return this.waiting || this.unblocker !== undefined
  }

  /** Before a request that can be aborted is written, with nothing in flight; and when it has been answered. */
  expect(on: boolean): void {
    this.waiting = on
    if (!on || this.id !== undefined) return
    this.connection.ask(['CLIENT', 'ID'], (id) => {
      this.id = typeof id === 'number' ? id : null
    })
  }

  /** Has another connection end it. */
  end(): void {
    if (!this.waiting || this.unblocker) return
    this.unblocker = new Unblocker({
      id: () => (this.waiting && this.id !== null ? (this.id ?? 0) : undefined),
      helper: () => this.connection.helper(),
      over: () => {
        this.stop()
        this.connection.over()
      },
    })
  }

  /** Nobody ends it any more. */
  stop(): void {
    const { unblocker } = this
    this.unblocker = undefined
    unblocker?.stop()
  }
}
