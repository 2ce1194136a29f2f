import { RedisError } from '../errors.ts'
import type { Reply } from '../resp/reply.ts'
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

/** The name a request was made under, as errors show it. */
export function commandName(args: readonly unknown[]): string {
  const name = args[0]
  return typeof name === 'string' ? name.toUpperCase() : new TextDecoder().decode(name as Uint8Array).toUpperCase()
}

type Resolve = (value: never) => void
type Reject = (reason: unknown) => void

/** A call, or a batch of them, that was sent and not answered yet. Settled exactly once. */
export class Pending {
  readonly requests: readonly (readonly unknown[])[]
  readonly format: Format
  kind: Kind = Kind.Plain
  /** Replies, or pushes that acknowledge, still to come. */
  remaining: number
  /** What it sets when it is a CLIENT REPLY that works. */
  replyMode: ReplyMode | undefined
  /** A second MONITOR: the engine says nothing to it. */
  unanswerable = false
  /** Called when it has left the queue. */
  onSettled: (() => void) | undefined
  /** Called when its caller gives it up before it was sent. */
  onAborted: (() => void) | undefined
  private readonly batch: boolean
  private readonly replies: Reply[] = []
  private readonly resolve: Resolve
  private readonly reject: Reject

  constructor(
    requests: readonly (readonly unknown[])[],
    format: Format,
    batch: boolean,
    resolve: Resolve,
    reject: Reject,
  ) {
    this.requests = requests
    this.format = format
    this.batch = batch
    this.remaining = batch ? requests.length : 1
    this.resolve = resolve
    this.reject = reject
  }

  /** The command whose reply comes next. */
  get command(): string {
    return commandName(this.requests[this.batch ? this.replies.length : 0])
  }

  /** Takes the next reply, undefined where CLIENT REPLY drops it; true when that was the last one. */
  take(reply: Reply | undefined): boolean {
    if (reply instanceof RedisError) reply.command = this.command
    this.replies.push(reply as Reply)
    if (--this.remaining > 0) return false
    if (this.batch) this.settle(this.replies)
    else if (reply instanceof RedisError) this.reject(reply)
    else this.settle(this.replies.length === 1 ? reply : this.replies)
    return true
  }

  /** Ends it without a reply, because none will come. */
  settle(value: unknown): void {
    this.resolve(value as never)
  }

  /** Rejects it. What comes after that, such as the reply of a wait that was given up, is not heard any more. */
  fail(reason: unknown): void {
    this.reject(reason)
  }
}
