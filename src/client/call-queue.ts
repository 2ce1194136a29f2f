import { ClientClosedError, RedisError, WouldBlockError } from '../errors.ts'
import { isPush } from '../resp/decode.ts'
import { type Argument, encodeRequest, requestSize } from '../resp/encode.ts'
import type { Reply } from '../resp/reply.ts'
import { encodeVector } from '../resp/vector.ts'
import type { Transport } from '../transport.ts'
import { copied, HeldCalls } from './held-calls.ts'
import { commandName, Format, Pending } from './pending.ts'
import { blame, type PushListener, ReplyMatcher } from './reply-matcher.ts'
import { Kind, kindOf, replyMode } from './special.ts'
import { soon } from './turn.ts'

type Requests = readonly (readonly Argument[])[]

/**
 * Sends requests over one connection and hands each its reply. Requests of one turn of the event loop go out together.
 * While the connection waits (BLPOP, CLIENT PAUSE), later calls are kept back here, so that they can still be aborted.
 */
export class CallQueue {
  /** Why no call can be made any more. */
  ended: Error | undefined
  private readonly transport: Transport
  private readonly listener: PushListener
  private readonly matcher: ReplyMatcher
  /** What the connection says first, and again after a RESET. */
  private readonly introduction: Requests
  private readonly encode: typeof encodeRequest
  private readonly held = new HeldCalls()
  private scheduled = false
  private readonly scheduledFlush = () => {
    this.scheduled = false
    this.flush()
  }

  constructor(transport: Transport, introduction: Requests, listener: PushListener) {
    this.transport = transport
    this.introduction = introduction
    this.encode = transport.takeVectors() ? encodeVector : encodeRequest
    this.listener = listener
    this.matcher = new ReplyMatcher(transport, listener)
    transport.onOutput = () => this.drain()
    transport.onEnd = (reason) => this.end(reason)
  }

  /** Sends one command; the promise is its reply. Arguments are read before this returns. */
  call(args: readonly Argument[], format: Format, signal?: AbortSignal): Promise<unknown> {
    return new Promise((resolve, reject) => {
      requestSize(args)
      if (signal?.aborted) throw signal.reason
      const pending = new Pending([args], format, false, resolve, reject)
      if (signal) {
        // Alone, so that what is aborted later has either been executed or is waiting.
        this.watch(signal, pending)
        this.flush()
      }
      if (!this.mustHold) {
        this.send(args, pending, signal !== undefined)
        return
      }
      const kept = args.map(copied)
      this.hold(pending, () => this.send(kept, pending, signal !== undefined))
    })
  }

  private send(args: readonly Argument[], pending: Pending, now: boolean): void {
    const monitor = kindOf(args[0] as string) === Kind.Monitor
    if (monitor) this.flush() // to know whether the connection monitors already
    pending.unanswerable = monitor && this.matcher.monitoring
    pending.replyMode = replyMode(args)
    this.write(pending.replyMode ? [args[0], args[1], 'ON', ...args.slice(3)] : args)
    this.expect(args, pending)
    if (pending.kind === Kind.Reset) this.introduceAgain()
    if (now || monitor) this.flush()
    else this.schedule()
  }

  /** Right behind a RESET, so that nothing comes between the two. */
  private introduceAgain(): void {
    const refused = (reason: unknown) => this.listener.refused(reason as Error)
    for (const request of this.introduction) {
      this.write(request)
      this.expect(request, new Pending([request], Format.Text, false, () => {}, refused))
    }
  }

  /** Sends commands together; the promise is all their replies, errors in their places. */
  batch(requests: Requests, format: Format): Promise<Reply[]> {
    if (requests.length === 0) return Promise.resolve([])
    let plain = true
    let size = 0
    for (const args of requests) {
      size += requestSize(args)
      if (kindOf(args[0] as string) !== Kind.Plain) plain = false
    }
    return plain ? this.together(requests, format, size) : this.separately(requests, format)
  }

  /** As `batch`, for commands between MULTI and EXEC: whatever they are, each is answered once, with QUEUED. */
  together(requests: Requests, format: Format, size = sizeOf(requests)): Promise<Reply[]> {
    return new Promise<Reply[]>((resolve, reject) => {
      const pending = new Pending(requests, format, true, resolve, reject)
      if (!this.mustHold) {
        this.sendTogether(requests, size, pending)
        return
      }
      const kept = requests.map((args) => args.map(copied))
      this.hold(pending, () => this.sendTogether(kept, size, pending))
    })
  }

  private sendTogether(requests: Requests, size: number, pending: Pending): void {
    this.reserve(size)
    const { transport } = this
    let at = transport.inputAt
    for (const args of requests) at = this.encode(transport.input, at, args)
    transport.commit(at)
    this.matcher.expect(pending)
    this.schedule()
  }

  private async separately(requests: Requests, format: Format): Promise<Reply[]> {
    const settled = await Promise.allSettled(requests.map((args) => this.call(args, format)))
    return settled.map((one) => {
      if (one.status === 'fulfilled') return one.value as Reply
      if (one.reason instanceof RedisError) return one.reason
      throw one.reason
    })
  }

  /** Runs one command now. Throws its error reply, and a `WouldBlockError` where it would have to wait. */
  callSync(args: readonly Argument[], format: Format): unknown {
    const { transport, matcher } = this
    if (!transport.immediate) throw new WouldBlockError('callSync needs an engine in this process; use call')
    this.settleEarlier()
    const plain = kindOf(args[0] as string) === Kind.Plain && !matcher.dropping && !matcher.monitoring
    if (!plain || (matcher.protocol === 2 && matcher.subscribed)) {
      const outcome = this.callNow(args, format)
      if (!outcome || transport.isBlocked()) throw this.wouldBlock(args)
      if ('reason' in outcome) throw outcome.reason
      return outcome.value
    }
    this.write(args)
    transport.flush()
    const { decoder } = matcher
    for (;;) {
      if (transport.outputAt >= transport.outputEnd) throw this.wouldBlock(args)
      matcher.open()
      if (isPush(decoder.bytes, decoder.position)) {
        matcher.takePush()
        transport.consume(decoder.position)
        continue
      }
      const reply = matcher.decodeOrExplain(format)
      transport.consume(decoder.position)
      if (decoder.position < decoder.end) this.drain()
      if (reply instanceof RangeError) throw reply
      if (reply instanceof RedisError) throw blame(reply, args, this.callSync)
      return reply
    }
  }

  /**
   * Says who is calling. In process a refusal is thrown at once, unless the engine makes everyone wait (CLIENT PAUSE);
   * the listener hears of one that comes late.
   */
  introduce(): void {
    for (const request of this.introduction) {
      const outcome = this.callNow(request, Format.Text, (reason) => this.listener.refused(reason as Error))
      if (outcome && 'reason' in outcome) throw outcome.reason
    }
  }

  /** Sends a command at once. Undefined when it is not answered yet; `late` hears of a failure after that. */
  private callNow(
    args: readonly Argument[],
    format: Format,
    late?: (reason: unknown) => void,
  ): { value: unknown } | { reason: unknown } | undefined {
    let outcome: { value: unknown } | { reason: unknown } | undefined
    let returned = false
    const settle = (value: unknown) => {
      outcome = { value }
    }
    const fail = (reason: unknown) => {
      outcome = { reason }
      if (returned) late?.(reason)
    }
    this.send(args, new Pending([args], format, false, settle, fail), true)
    returned = true
    return outcome
  }

  /** Everything issued before must be answered first, or the reply to come would not be ours. */
  private settleEarlier(): void {
    if (this.matcher.first) {
      this.flush()
      const waiting = this.matcher.first?.command
      if (waiting) {
        throw new WouldBlockError(`the connection still waits for ${waiting}; call on a duplicate() of this client`)
      }
    }
    if (this.ended) throw this.ended
  }

  /** Takes back a command that was told to wait. */
  private wouldBlock(args: readonly Argument[]): Error {
    if (this.ended) return this.ended
    if (!this.transport.unblock()) return new ClientClosedError('the engine closed the connection')
    if (this.matcher.first) this.drain()
    else this.transport.consume(this.transport.outputEnd)
    const name = commandName(args)
    return new WouldBlockError(`${name} would have to wait, which callSync cannot; use await client.call('${name}', …)`)
  }

  private write(args: readonly Argument[]): void {
    this.reserve(requestSize(args))
    const { transport } = this
    transport.commit(this.encode(transport.input, transport.inputAt, args))
  }

  private reserve(size: number): void {
    if (this.ended) throw this.ended
    this.transport.reserve(size)
  }

  private expect(args: readonly Argument[], pending: Pending): void {
    const kind = kindOf(args[0] as string)
    pending.kind = kind
    if (kind === Kind.Subscribe || kind === Kind.Unsubscribe) pending.remaining = Math.max(1, args.length - 1)
    this.matcher.expect(pending)
  }

  private get mustHold(): boolean {
    return this.held.any || this.transport.isBlocked()
  }

  private hold(pending: Pending, send: () => void): void {
    if (this.ended) throw this.ended
    this.held.hold(pending, send)
  }

  private watch(signal: AbortSignal, pending: Pending): void {
    const abort = () => {
      pending.fail(signal.reason)
      pending.onAborted?.()
      if (this.matcher.first === pending && this.transport.unblock()) this.drain()
    }
    signal.addEventListener('abort', abort, { once: true })
    pending.onSettled = () => signal.removeEventListener('abort', abort)
  }

  private schedule(): void {
    if (this.scheduled) return
    this.scheduled = true
    soon(this.scheduledFlush)
  }

  /** Sends what is queued and settles what is answered. */
  flush(): void {
    if (this.ended) return
    try {
      this.transport.flush()
    } catch (error) {
      // An engine that ends during a call has told this queue so, and with it every caller.
      if (!this.ended) throw error
      return
    }
    this.drain()
  }

  private drain(): void {
    try {
      this.matcher.takeAll()
    } catch (error) {
      // What cannot be read leaves no way to tell which reply is whose.
      this.end(error as Error)
      this.transport.close()
      return
    }
    if (this.matcher.first?.unanswerable && !this.transport.isBlocked()) this.matcher.skipFirst()
    if (this.held.any) this.held.release(() => this.transport.isBlocked() || this.ended !== undefined)
  }

  /** Ends the connection for every caller. Idempotent. */
  end(reason: Error): void {
    if (this.ended) return
    this.ended = reason
    this.matcher.end(reason)
    this.held.end(reason)
    this.listener.end(reason)
  }
}

function sizeOf(requests: Requests): number {
  let size = 0
  for (const args of requests) size += requestSize(args)
  return size
}
