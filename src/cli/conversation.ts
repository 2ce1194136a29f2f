import { isPush } from '../resp/decode.ts'
import { type Argument, encodeRequest, requestSize } from '../resp/encode.ts'
import { ReplyFramer } from '../resp/frame.ts'
import type { Link } from './link.ts'
import { type ReplyNode, readReply } from './reply.ts'

interface Waiting {
  resolve: (reply: ReplyNode) => void
  reject: (reason: Error) => void
}

/** Requests and their replies over one link, in order. */
export class Conversation {
  /** Called with what answers no request: pushes, and everything while `streaming`. */
  onPush: (reply: ReplyNode) => void = () => {}
  /** Called when the link has ended, after all requests were told. */
  onEnd: (reason: Error) => void = () => {}
  /** The connection subscribes or monitors: what comes answers nothing. */
  streaming = false
  private readonly link: Link
  private readonly framer = new ReplyFramer()
  private readonly waiting: Waiting[] = []
  private bytes: Buffer = Buffer.alloc(0)
  private ended: Error | undefined

  constructor(link: Link) {
    this.link = link
    link.onData = (bytes) => this.take(bytes)
    link.onEnd = (reason) => this.end(reason)
  }

  get closed(): boolean {
    return this.ended !== undefined
  }

  /** Sends a request. Resolves to its reply, an error reply included; rejects when the link ends before. */
  ask(args: readonly Argument[]): Promise<ReplyNode> {
    return new Promise((resolve, reject) => {
      if (this.ended) throw this.ended
      this.waiting.push({ resolve, reject })
      this.tell(args)
    })
  }

  /** Sends a request of which no reply is awaited. */
  tell(args: readonly Argument[]): void {
    const bytes = new Uint8Array(requestSize(args))
    this.send(bytes.subarray(0, encodeRequest(bytes, 0, args)))
  }

  /** Sends bytes as they are. */
  send(bytes: Uint8Array): void {
    try {
      this.link.send(bytes)
    } catch (error) {
      this.end(error as Error) // an engine that has just ended
    }
  }

  /** Gives the link up to the caller, who takes what comes from now on. */
  release(): Link {
    this.ended = new Error('the link was released')
    return this.link
  }

  close(): void {
    this.end(new Error('the connection was closed'))
    this.link.close()
  }

  private take(chunk: Buffer): void {
    this.bytes = this.bytes.length === 0 ? chunk : Buffer.concat([this.bytes, chunk])
    let at = 0
    try {
      while (at < this.bytes.length) {
        const end = this.framer.scan(this.bytes, at, this.bytes.length)
        if (end < 0) break
        const push = isPush(this.bytes, at)
        const reply = readReply(this.bytes.subarray(at, end))
        at = end
        if (push || this.streaming || this.waiting.length === 0) this.onPush(reply)
        else this.waiting.shift()?.resolve(reply)
      }
    } catch (error) {
      this.end(error as Error) // what speaks there is no server
      this.link.close()
    }
    this.bytes = this.bytes.subarray(at)
  }

  private end(reason: Error): void {
    if (this.ended) return
    this.ended = reason
    for (const { reject } of this.waiting.splice(0)) reject(reason)
    this.onEnd(reason)
  }
}
