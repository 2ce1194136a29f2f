import { RedisError } from '../errors.ts'
import type { Reply } from '../resp/reply.ts'
import { commandName, traced } from './call-errors.ts'
import { Kind, type ReplyMode } from './special.ts'

/** How a reply is handed over. */
export const Format = {
  Text: 0,
  /** Bulk strings as Uint8Array. */
  Bytes: 1,
  /** The reply's own bytes, undecoded. */
  Raw: 2,
} as const

export type Format = (typeof Format)[keyof typeof Format]

const State = { Waiting: 0, Answered: 1, Failed: 2 } as const

type State = (typeof State)[keyof typeof State]

/** What few calls need, so that the others do not carry it. */
interface Rare {
  /** What it sets when it is a CLIENT REPLY that works. */
  replyMode?: ReplyMode
  /** A second MONITOR: the engine says nothing to it. */
  unanswerable?: boolean
  /** Called when it has left the queue. */
  onSettled?: () => void
  /** Called before its caller gets its reply, and after the callers before have got theirs. */
  before?: (() => void)[]
  /** Called when its caller gives it up before it was sent. */
  onAborted?: () => void
  resolve?: (value: unknown) => void
  reject?: (reason: unknown) => void
}

const nothingRare: Readonly<Rare> = Object.freeze({})

/** A call, or a batch of them, that was sent and not answered yet. Settled exactly once. */
export class Pending {
  /** The request of a call. */
  readonly request: readonly unknown[]
  /** The requests of a batch. */
  readonly batch: readonly (readonly unknown[])[] | undefined
  readonly format: Format
  kind: Kind = Kind.Plain
  /** Replies, or pushes that acknowledge, still to come. */
  remaining: number
  /** Its caller's turn to take the outcome is still to come. */
  promised = false
  private state: State = State.Waiting
  /** The reply, or the reason why there is none. */
  private value: unknown = undefined
  private replies: Reply[] | undefined
  private rare: Rare | undefined = undefined

  constructor(
    request: readonly unknown[],
    format: Format,
    batch: readonly (readonly unknown[])[] | undefined = undefined,
  ) {
    this.request = request
    this.batch = batch
    this.format = format
    this.remaining = batch === undefined ? 1 : batch.length
    this.replies = batch === undefined ? undefined : []
  }

  get is(): Readonly<Rare> {
    return this.rare ?? nothingRare
  }

  set(rare: Rare): void {
    this.rare = this.rare === undefined ? rare : Object.assign(this.rare, rare)
  }

  get waiting(): boolean {
    return this.state === State.Waiting
  }

  /** The command whose reply comes next. */
  get command(): string {
    return commandName(this.batch === undefined ? this.request : this.batch[this.replies?.length ?? 0])
  }

  /** Takes the next reply, undefined where CLIENT REPLY drops it; true when that was the last one. */
  take(reply: Reply | undefined): boolean {
    const failed = typeof reply === 'object' && reply instanceof RedisError
    if (failed) reply.command = this.command
    if (this.remaining === 1 && this.replies === undefined) {
      if (failed) this.fail(reply)
      else this.settle(reply)
      return true
    }
    this.replies ??= []
    this.replies.push(reply as Reply)
    if (--this.remaining > 0) return false
    if (failed && this.batch === undefined) this.fail(reply)
    else this.settle(this.replies)
    return true
  }

  /** Ends it with its reply, or without one because none will come. */
  settle(value: unknown): void {
    if (this.state !== State.Waiting) return
    this.state = State.Answered
    this.value = value
    this.rare?.resolve?.(value)
  }

  /** Rejects it. What comes after that, such as the reply of a wait that was given up, is not heard any more. */
  fail(reason: unknown): void {
    if (this.state !== State.Waiting) return
    this.state = State.Failed
    this.value = reason
    this.rare?.reject?.(reason)
  }

  /**
   * The reply, or a promise of it while there is none. Throws what it has failed with; of `taker`, who asks in the place
   * of whoever awaits the call, nothing is seen in an error reply's stack.
   */
  outcome(taker: () => unknown): unknown {
    if (this.state === State.Answered) return this.value
    if (this.state === State.Failed) throw traced(this.value, taker)
    return new Promise((resolve, reject) => this.set({ resolve, reject }))
  }
}
