import { acknowledges } from '../client/channels.ts'
import { isPush, ReplyDecoder } from '../resp/decode.ts'
import type { Reply } from '../resp/reply.ts'
import type { ReplyBuffer } from './reply-buffer.ts'

/** A reply to what a transport itself has asked. */
export interface Owed {
  /** Without it the connection is of no use. */
  vital: boolean
  done?: (reply: Reply) => void
}

/** Replies to what a transport itself has asked, such as who it is; a client does not get to see them. */
export class OwnReplies {
  private readonly owed: Owed[] = []
  private readonly decoder = new ReplyDecoder()

  /** Whether the next reply is one of them. */
  get any(): boolean {
    return this.owed.length > 0
  }

  /** One more comes behind those that are due. */
  expect(owed: Owed): void {
    this.owed.push(owed)
  }

  /** These come before those that are due. */
  expectFirst(owed: readonly Owed[]): void {
    this.owed.unshift(...owed)
  }

  /** None of them will come. */
  clear(): void {
    this.owed.length = 0
  }

  /** Takes the reply at the front of `replies`, and what it was due to. Undefined where it is a push that answers nothing. */
  take(replies: ReplyBuffer): (Owed & { value: Reply }) | undefined {
    const { decoder } = this
    decoder.bytes = replies.bytes
    decoder.position = replies.at
    decoder.end = replies.end
    const push = isPush(decoder.bytes, decoder.position)
    const value = decoder.decode(false)
    const unasked = Array.isArray(value) && typeof value[0] === 'string' && (push || /message$/.test(value[0]))
    if (unasked && !acknowledges(value[0])) return undefined
    replies.consume(decoder.position)
    return { ...(this.owed.shift() as Owed), value }
  }
}
