import { RedisError } from '../errors.ts'
import type { Argument } from '../resp/encode.ts'
import { blame, commandName, unanswered } from './call-errors.ts'
import type { CallQueue } from './call-queue.ts'
import { Pace } from './pace.ts'
import type { Format } from './pending.ts'
import { Kind, kindOf } from './special.ts'

/**
 * Calls that come one at a time, each after the reply to the one before. They go out at once: a reply that is there when
 * the engine returns needs neither a place in the queue nor a turn.
 */
export class LoneCalls {
  readonly pace = new Pace()
  private readonly queue: CallQueue

  constructor(queue: CallQueue) {
    this.queue = queue
  }

  /** Runs a call that is alone. Undefined, with nothing done, for one that has to take its place in the queue. */
  call(args: readonly Argument[], format: Format): Promise<unknown> | undefined {
    if (!this.pace.isAlone() || !this.answersNext(args)) return undefined
    const { queue } = this
    const { transport, matcher } = queue
    try {
      transport.write(args)
      queue.run()
      if (queue.ended) return Promise.reject(unanswered(commandName(args), queue.ended))
      const reply = matcher.takeNext(format)
      // It waits, or something else comes before its reply.
      if (reply === undefined) return queue.awaitReply(args, format)
      if (transport.outputAt < transport.outputEnd) queue.drain()
      if (typeof reply !== 'object' || !(reply instanceof Error)) return Promise.resolve(reply)
      return Promise.reject(reply instanceof RedisError ? blame(reply, args, this.call) : reply)
    } catch (error) {
      return Promise.reject(error)
    }
  }

  /** Whether the next reply to come out of the connection, when `args` are sent now, is theirs. */
  private answersNext(args: readonly Argument[]): boolean {
    const { queue } = this
    const { transport, matcher } = queue
    if (queue.ended || !transport.immediate || transport.lent || !queue.idle) return false
    return matcher.plain && matcher.first === undefined && kindOf(args[0]) === Kind.Plain
  }
}
