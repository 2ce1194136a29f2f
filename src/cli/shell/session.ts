import type { Conversation } from '../conversation.ts'
import type { ReplyNode } from '../reply.ts'
import type { Peer } from '../target.ts'

const streams = /^(p|s)?subscribe$|^monitor$/i

/** One connection as its user sees it: database, transaction, subscriptions, and a new one when it is lost. */
export class Session {
  readonly peer: Peer
  /** Called with what answers no command: messages, lines of MONITOR, invalidations. */
  onPush: (reply: ReplyNode) => void = () => {}
  /** The number that SELECT has set. */
  database: number
  /** MULTI was answered, EXEC not yet. */
  inTransaction = false
  private conversation: Conversation | undefined

  constructor(peer: Peer) {
    this.peer = peer
    this.database = peer.target.database
  }

  /** Connects unless it is connected. Rejects with a `Failure` that says why it cannot. */
  async connect(): Promise<Conversation> {
    if (this.conversation && !this.conversation.closed) return this.conversation
    this.inTransaction = false
    const conversation = await this.peer.connect(this.database)
    conversation.onPush = (reply) => this.onPush(reply)
    this.conversation = conversation
    return conversation
  }

  /** Whether a command is answered by a stream that has no end of its own. */
  streams(words: readonly Uint8Array[]): boolean {
    return !this.inTransaction && streams.test(Buffer.from(words[0]).toString())
  }

  get connected(): boolean {
    return this.conversation !== undefined && !this.conversation.closed
  }

  /**
   * Runs a command. Resolves to its reply, or to undefined where no single one answers it: then everything that comes
   * goes to `onPush` until `drop`. Rejects when the connection is lost meanwhile.
   */
  async run(words: readonly Uint8Array[]): Promise<ReplyNode | undefined> {
    const conversation = await this.connect()
    const [name, first = ''] = words.map((word) => Buffer.from(word).toString())
    if (this.streams(words)) {
      conversation.streaming = true
      conversation.tell(words)
      return undefined
    }
    const isShutdown = /^shutdown$/i.test(name)
    const reply = await conversation.ask(words).catch((error) => {
      if (isShutdown) return undefined // no reply is how it succeeds
      throw error
    })
    if (!reply) return undefined
    this.note(name.toUpperCase(), first, reply)
    return reply
  }

  private note(name: string, argument: string, reply: ReplyNode): void {
    if (name === 'EXEC' || name === 'DISCARD') this.inTransaction = false
    if (reply.type === 'error') return
    if (name === 'MULTI') this.inTransaction = true
    if (name === 'SELECT' && !(reply.type === 'status' && reply.text === 'QUEUED')) this.database = Number(argument)
    if (name === 'RESET') {
      this.database = 0
      this.inTransaction = false
    }
  }

  /** Resolves when a connection that streams has ended. */
  ended(): Promise<void> {
    const { conversation } = this
    if (!conversation || conversation.closed) return Promise.resolve()
    return new Promise((resolve) => {
      conversation.onEnd = () => resolve()
    })
  }

  /** Gives up the connection with all that waits on it; the next command opens another. */
  drop(): void {
    this.conversation?.close()
    this.inTransaction = false
  }
}
