import type { Reply } from '../resp/reply.ts'
import { Fifo } from './fifo.ts'

/** A message of a channel. */
export interface Message<Bulk = string> {
  channel: string
  message: Bulk
  /** The pattern that it matched, for psubscribe. */
  pattern?: string
}

/** Called with each message; what it throws is an uncaught exception. */
export type MessageListener<Bulk = string> = (message: Message<Bulk>) => void

/** The kinds of subscription, by the word of their acknowledgement. */
export type ChannelKind = 'subscribe' | 'psubscribe' | 'ssubscribe'

function kindOfMessage(word: unknown): ChannelKind | undefined {
  if (word === 'message') return 'subscribe'
  if (word === 'pmessage') return 'psubscribe'
  return word === 'smessage' ? 'ssubscribe' : undefined
}

/** Where a subscription turns when it ends. */
type Leave = (subscription: Subscription<unknown>) => Promise<void>

/**
 * Messages of some channels: an async iterable, and with a listener given to `subscribe` a callback. Messages that
 * arrive while nobody takes them wait in order, unless there is a listener. Ends with its client, `unsubscribe()`, or
 * a `break` out of the loop.
 */
export class Subscription<Bulk = string> implements AsyncIterableIterator<Message<Bulk>> {
  readonly kind: ChannelKind
  readonly channels: readonly string[]
  /** @internal */
  readonly bytes: boolean
  private readonly listener: MessageListener<Bulk> | undefined
  private readonly leave: Leave
  private readonly waiting: Message<Bulk>[] = []
  private readonly takers: {
    resolve: (result: IteratorResult<Message<Bulk>>) => void
    reject: (reason: unknown) => void
  }[] = []
  private ended: { reason: Error | undefined } | undefined

  /** @internal Made by `subscribe` and its like. */
  constructor(
    kind: ChannelKind,
    channels: readonly string[],
    bytes: boolean,
    listener: MessageListener<Bulk> | undefined,
    leave: Leave,
  ) {
    this.kind = kind
    this.channels = channels
    this.bytes = bytes
    this.listener = listener
    this.leave = leave
  }

  /** @internal */
  deliver(message: Message<Bulk>): void {
    if (this.ended) return
    const taker = this.takers.shift()
    if (taker) taker.resolve({ value: message, done: false })
    else if (!this.listener) this.waiting.push(message)
    this.listener?.(message)
  }

  /** @internal Without a reason it ends as loops do; with one, the loop throws it. */
  end(reason?: Error): void {
    if (this.ended) return
    this.ended = { reason }
    for (const taker of this.takers.splice(0)) {
      if (reason) taker.reject(reason)
      else taker.resolve({ value: undefined, done: true })
    }
  }

  next(): Promise<IteratorResult<Message<Bulk>>> {
    const message = this.waiting.shift()
    if (message) return Promise.resolve({ value: message, done: false })
    if (this.ended?.reason) return Promise.reject(this.ended.reason)
    if (this.ended) return Promise.resolve({ value: undefined, done: true })
    return new Promise((resolve, reject) => this.takers.push({ resolve, reject }))
  }

  async return(): Promise<IteratorResult<Message<Bulk>>> {
    await this.unsubscribe()
    return { value: undefined, done: true }
  }

  /** Stops it; the channels that no other subscription of this client wants are unsubscribed. Idempotent. */
  async unsubscribe(): Promise<void> {
    if (this.ended) return
    this.end()
    this.waiting.length = 0
    await this.leave(this as Subscription<unknown>)
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.unsubscribe()
  }
}

/** The subscriptions of one client, and what goes to them. */
export class Subscriptions {
  private readonly all = new Set<Subscription<unknown>>()
  private readonly undelivered = new Fifo<{ to: Subscription<unknown>; message: Message<unknown> }>()
  private readonly schedule: (run: () => void) => void
  private readonly deliverNext = () => {
    const { to, message } = this.undelivered.shift()
    to.deliver(message)
  }

  /** `schedule` calls back when callers have seen the replies that came before. */
  constructor(schedule: (run: () => void) => void) {
    this.schedule = schedule
  }

  add(subscription: Subscription<unknown>): void {
    this.all.add(subscription)
  }

  delete(subscription: Subscription<unknown>): void {
    this.all.delete(subscription)
  }

  /** Those of `channels` that nobody listens to any more. */
  unwanted(kind: ChannelKind, channels: readonly string[]): string[] {
    const wanted = new Set<string>()
    for (const one of this.all) if (one.kind === kind) for (const channel of one.channels) wanted.add(channel)
    return channels.filter((channel) => !wanted.has(channel))
  }

  /** Hands a message to its subscriptions; false when the push is none or nobody wants it. */
  take(values: Reply[], again: () => Reply[]): boolean {
    const kind = kindOfMessage(values[0])
    if (!kind) return false
    const key = String(values[1])
    let taken = false
    let bytes: Reply[] | undefined
    for (const one of this.all) {
      if (one.kind !== kind || (one.channels[0] !== key && !one.channels.includes(key))) continue
      taken = true
      if (one.bytes) bytes ??= again()
      const from = one.bytes ? (bytes as Reply[]) : values
      const message: Message<unknown> =
        kind === 'psubscribe'
          ? { channel: String(values[2]), message: from[3], pattern: key }
          : { channel: key, message: from[2] }
      this.later(one, message)
    }
    return taken
  }

  /**
   * Listeners run after the call that brought the message, because they may call the client, which must not be
   * re-entered; each by itself, so that the mistake of one is not another's.
   */
  private later(to: Subscription<unknown>, message: Message<unknown>): void {
    this.undelivered.push({ to, message })
    this.schedule(this.deliverNext)
  }

  end(reason?: Error): void {
    for (const one of this.all) one.end(reason)
    this.all.clear()
  }
}
