import { beingViewed, ClientClosedError, RedisError, WouldBlockError } from '../errors.ts'
import { isPush } from '../resp/decode.ts'
import type { Argument } from '../resp/encode.ts'
import type { Reply } from '../resp/reply.ts'
import type { Transport } from '../transport.ts'
import { blame, commandName } from './call-errors.ts'
import type { CallQueue } from './call-queue.ts'
import { Format } from './pending.ts'
import type { ReplyMatcher } from './reply-matcher.ts'
import { Kind, kindOf } from './special.ts'

/** Calls that are answered when they return. They take the connection for themselves, past the queue. */
export class SyncCalls {
  private readonly queue: CallQueue
  private readonly transport: Transport
  private readonly matcher: ReplyMatcher

  constructor(queue: CallQueue) {
    this.queue = queue
    this.transport = queue.transport
    this.matcher = queue.matcher
  }

  /** Runs one command now. Throws its error reply, and a `WouldBlockError` where it would have to wait. */
  call(args: readonly Argument[], format: Format): unknown {
    if (!this.answersNext(args)) return this.callUnlike(args, format)
    const { transport } = this
    transport.write(args)
    transport.flush()
    let reply = this.matcher.takeNext(format)
    if (reply === undefined) reply = this.behindPushes(args, format)
    if (transport.outputAt < transport.outputEnd) this.queue.drain()
    if (typeof reply === 'object' && reply instanceof Error) throw this.blamed(reply, args)
    return reply
  }

  private behindPushes(args: readonly Argument[], format: Format): Reply | RangeError {
    this.openReply(args)
    return this.matcher.takeNext(format) as Reply | RangeError
  }

  private blamed(reply: Error, args: readonly Argument[]): Error {
    return reply instanceof RedisError ? blame(reply, args, this.call) : reply
  }

  /** As `call`, but lends the reply's bytes to `use`, whose value is returned. */
  view<T>(args: readonly Argument[], use: (bytes: Uint8Array | null) => T): T {
    const { transport, matcher } = this
    if (!this.answersNext(args)) throw new TypeError(`${commandName(args)} has no value to view`)
    transport.write(args)
    if (transport.flushToView()) {
      try {
        return transport.lend(transport.outputAt, transport.outputEnd, use)
      } finally {
        this.queue.drain()
      }
    }
    this.openReply(args)
    const { decoder } = matcher
    const from = decoder.position
    const length = decoder.stringLength()
    const end = decoder.position
    try {
      if (length === null) return use(null)
      if (length !== undefined) return transport.lend(end - 2 - length, end - 2, use)
      decoder.position = from
      const reply = matcher.decodeOrExplain(Format.Text)
      if (reply instanceof RedisError) throw blame(reply, args, this.view)
      throw new TypeError(`${commandName(args)} does not answer with one string; view is for commands such as GET`)
    } finally {
      transport.consume(decoder.position)
      if (decoder.position < decoder.end) this.queue.drain()
    }
  }

  /** Whether the next reply to come out of the connection, when `args` are run now, is theirs. Throws when none can. */
  private answersNext(args: readonly Argument[]): boolean {
    const { matcher, transport, queue } = this
    if (queue.unsent || matcher.first || !matcher.plain || !transport.immediate || transport.lent) this.settleEarlier()
    return matcher.plain && kindOf(args[0]) === Kind.Plain
  }

  /** Points the decoder at the reply of a command that was run now. */
  private openReply(args: readonly Argument[]): void {
    const { transport, matcher } = this
    for (;;) {
      if (transport.outputAt >= transport.outputEnd) throw this.wouldBlock(args)
      matcher.open()
      const { decoder } = matcher
      if (!isPush(decoder.bytes, decoder.position)) return
      matcher.takePush()
      transport.consume(decoder.position)
    }
  }

  /** A command whose reply does not simply follow it, or a connection where that is so for all. */
  private callUnlike(args: readonly Argument[], format: Format): unknown {
    const outcome = this.queue.callNow(args, format)
    if (!outcome || this.transport.isBlocked()) throw this.wouldBlock(args)
    if ('reason' in outcome) {
      throw outcome.reason instanceof RedisError ? blame(outcome.reason, args, this.call) : outcome.reason
    }
    return outcome.value
  }

  /** Everything issued before must be answered first, or the reply to come would not be ours. */
  private settleEarlier(): void {
    const { queue, transport, matcher } = this
    if (!transport.immediate) throw new WouldBlockError('callSync and view need an engine in this process; use call')
    if (transport.lent) throw beingViewed()
    if (queue.unsent || matcher.first) {
      queue.flush()
      const waiting = matcher.first?.command
      if (waiting) {
        throw new WouldBlockError(`the connection still waits for ${waiting}; call on a duplicate() of this client`)
      }
    }
    if (queue.ended) throw queue.ended
  }

  /** Takes back a command that was told to wait. */
  private wouldBlock(args: readonly Argument[]): Error {
    const { queue, transport, matcher } = this
    if (queue.ended) return queue.ended
    if (!transport.unblock()) {
      return new ClientClosedError(transport.endReason ?? 'the engine closed the connection')
    }
    if (matcher.first) queue.drain()
    else transport.consume(transport.outputEnd)
    const name = commandName(args)
    return new WouldBlockError(`${name} would have to wait, which callSync cannot; use await client.call('${name}', …)`)
  }
}
