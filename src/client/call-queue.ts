import { RedisError } from '../errors.ts'
import { type Argument, requestSize } from '../resp/encode.ts'
import type { Reply } from '../resp/reply.ts'
import type { Transport } from '../transport.ts'
import { onceAborted } from './aborts.ts'
import { AfterOutput } from './after-output.ts'
import { Fifo } from './fifo.ts'
import { copied, HeldCalls } from './held-calls.ts'
import { LoneCalls } from './lone-calls.ts'
import { Format, Pending } from './pending.ts'
import { type PushListener, ReplyMatcher } from './reply-matcher.ts'
import { Kind, kindOf, replyMode } from './special.ts'
import { nextChance } from './turn.ts'

type Requests = readonly (readonly Argument[])[]

/** How a call that was made at once has ended. */
type Outcome = { value: unknown } | { reason: unknown }

/**
 * Sends requests over one connection and hands each its reply. Requests of one turn of the event loop go out together.
 * While the connection waits (BLPOP, CLIENT PAUSE), later calls are kept back here, so that they can still be aborted.
 */
export class CallQueue {
  /** Why no call can be made any more. */
  ended: Error | undefined
  readonly transport: Transport
  readonly matcher: ReplyMatcher
  /** Something was written since the last flush. */
  unsent = false
  private readonly listener: PushListener
  /** What the connection says first, and again after a RESET. */
  private readonly introduction: Requests
  private readonly held = new HeldCalls()
  private readonly afterOutput = new AfterOutput()
  private readonly lone = new LoneCalls(this)

  // A promise with a way to settle it from outside is the dearest part of a call. So what a caller gets is the promise
  // of a gate that opens as soon as requests may go out, `then` the next outcome: microtasks run in the order of the
  // calls, the first of them sends what all have queued, and each takes the call at the front.
  private gate: Promise<void> = nextChance()
  private readonly promised = new Fifo<Pending>()
  private readonly nextOutcome = (): unknown => {
    const pending = this.promised.shift()
    pending.promised = false
    for (const run of pending.is.before ?? []) queueMicrotask(run)
    if (this.unsent && pending.waiting) {
      this.lone.pace.went(this.promised.length + 1)
      this.flush()
    }
    return pending.outcome(this.nextOutcome)
  }

  constructor(transport: Transport, introduction: Requests, listener: PushListener) {
    this.transport = transport
    this.introduction = introduction
    this.listener = listener
    this.matcher = new ReplyMatcher(transport, listener)
    transport.onOutput = () => this.afterOutput.follow(() => this.drain())
    transport.onEnd = (reason) => this.end(reason)
    transport.onLost = (reason) => this.lost(reason)
    transport.onUnanswered = (reason) => this.matcher.failFirst(reason)
  }

  /** Calls `run` when callers have got the replies that have come so far, and before they get the next. */
  afterReplies(run: () => void): void {
    const next = this.matcher.first
    if (next?.promised) next.set({ before: [...(next.is.before ?? []), run] })
    else if (this.afterOutput.taking) this.afterOutput.add(run)
    // The reply before may be on its way to its caller, one microtask from now.
    else queueMicrotask(() => queueMicrotask(run))
  }

  /** Sends one command; the promise is its reply. Arguments are read before this returns. */
  call(args: readonly Argument[], format: Format, signal?: AbortSignal): Promise<unknown> {
    const answer = signal === undefined ? this.lone.call(args, format) : undefined
    if (answer !== undefined) return answer
    const pending = new Pending(args, format)
    try {
      if (signal !== undefined || this.mustHold) this.sendOrHold(args, pending, signal)
      else this.send(args, pending)
    } catch (error) {
      return Promise.reject(error)
    }
    return this.promise(pending)
  }

  /** Nobody waits for anything here, and nothing is kept back. */
  get idle(): boolean {
    return !this.unsent && this.promised.length === 0 && !this.mustHold
  }

  /** The promise of the reply to what was sent already, and has none yet that could be taken as it is. */
  awaitReply(args: readonly Argument[], format: Format): Promise<unknown> {
    const pending = new Pending(args, format)
    this.matcher.expect(pending)
    const promise = this.promise(pending)
    this.drain()
    return promise
  }

  private promise(pending: Pending): Promise<unknown> {
    if (this.promised.length === 0) this.gate = nextChance()
    pending.promised = true
    this.promised.push(pending)
    return this.gate.then(this.nextOutcome)
  }

  private sendOrHold(args: readonly Argument[], pending: Pending, signal: AbortSignal | undefined): void {
    requestSize(args) // throws at a wrong argument, which is refused now and not when its turn comes
    if (signal !== undefined) {
      if (signal.aborted) throw signal.reason
      // Alone, so that what is aborted later has either been executed or is waiting.
      this.flush()
    }
    // On a socket what can be aborted goes alone, because another connection must know what it unblocks.
    const mayWait = signal !== undefined && this.transport.expectWait !== undefined
    const alone = mayWait || kindOf(args[0]) === Kind.Monitor
    const hold = this.mustHold || (alone && this.matcher.first !== undefined)
    const kept = hold ? args.map(copied) : args
    const send = () => {
      if (mayWait) this.sendAlone(kept, pending)
      else this.send(kept, pending)
      if (signal !== undefined) this.flush()
    }
    if (signal !== undefined) this.watch(signal, pending)
    if (hold) this.held.hold(pending, send, alone)
    else send()
  }

  private sendAlone(args: readonly Argument[], pending: Pending): void {
    this.transport.expectWait?.(true)
    try {
      this.send(args, pending)
    } catch (error) {
      this.transport.expectWait?.(false)
      throw error
    }
  }

  private send(args: readonly Argument[], pending: Pending): void {
    const kind = kindOf(args[0])
    if (kind !== Kind.Plain) {
      this.sendSpecial(args, pending, kind)
      return
    }
    this.write(args)
    this.matcher.expect(pending)
  }

  private sendSpecial(args: readonly Argument[], pending: Pending, kind: Kind): void {
    pending.kind = kind
    if (kind === Kind.Subscribe || kind === Kind.Unsubscribe) pending.remaining = Math.max(1, args.length - 1)
    const mode = kind === Kind.Client ? replyMode(args) : undefined
    if (mode) pending.set({ replyMode: mode })
    if (kind === Kind.Monitor) {
      // All before it is answered first, to know whether the connection monitors already. One that was held comes then:
      // a flush here would send those that are held behind it.
      if (this.matcher.first !== undefined) this.flush()
      if (this.matcher.first !== undefined) {
        this.sendOrHold(args, pending, undefined)
        return
      }
      pending.set({ unanswerable: this.matcher.monitoring })
    }
    this.write(mode ? [args[0], args[1], 'ON', ...args.slice(3)] : args)
    this.matcher.expect(pending)
    if (kind === Kind.Reset) this.introduceAgain()
    if (kind === Kind.Monitor) this.flush()
  }

  /** Right behind a RESET, so that nothing comes between the two. */
  private introduceAgain(): void {
    const reject = (reason: unknown) => this.listener.refused(reason as Error)
    for (const request of this.introduction) {
      const pending = new Pending(request, Format.Text)
      pending.set({ reject })
      this.send(request, pending)
    }
  }

  /** Sends commands together; the promise is all their replies, errors in their places. */
  batch(requests: Requests, format: Format): Promise<Reply[]> {
    if (requests.length === 0) return Promise.resolve([])
    let plain = true
    for (const args of requests) if (kindOf(args[0]) !== Kind.Plain) plain = false
    if (plain) return this.together(requests, format)
    for (const args of requests) requestSize(args) // all of them are refused when one is wrong
    return this.separately(requests, format)
  }

  /** As `batch`, for commands between MULTI and EXEC: whatever they are, each is answered once, with QUEUED. */
  together(requests: Requests, format: Format): Promise<Reply[]> {
    const pending = new Pending(requests[0], format, requests)
    if (this.mustHold) {
      for (const args of requests) requestSize(args)
      const kept = requests.map((args) => args.map(copied))
      this.held.hold(pending, () => this.sendTogether(kept, pending))
    } else this.sendTogether(requests, pending)
    return this.promise(pending) as Promise<Reply[]>
  }

  private sendTogether(requests: Requests, pending: Pending): void {
    if (this.ended) throw this.ended
    this.transport.writeAll(requests)
    this.unsent = true
    this.matcher.expect(pending)
  }

  private async separately(requests: Requests, format: Format): Promise<Reply[]> {
    const settled = await Promise.allSettled(requests.map((args) => this.call(args, format)))
    return settled.map((one) => {
      if (one.status === 'fulfilled') return one.value as Reply
      if (one.reason instanceof RedisError) return one.reason
      throw one.reason
    })
  }

  /**
   * Says who is calling. In process a refusal is thrown at once, unless the engine makes everyone wait (CLIENT PAUSE);
   * the listener hears of one that comes late.
   */
  introduce(): void {
    for (const request of this.introduction) {
      if (request[0] === 'HELLO' && request.length === 2 && this.matcher.protocol === 3) continue // it speaks that already
      const outcome = this.callNow(request, Format.Text, (reason) => this.listener.refused(reason as Error))
      if (outcome && 'reason' in outcome) throw outcome.reason
    }
  }

  /** Sends a command at once. Undefined when it is not answered yet; `late` hears of a failure after that. */
  callNow(args: readonly Argument[], format: Format, late?: (reason: unknown) => void): Outcome | undefined {
    let outcome: Outcome | undefined
    let returned = false
    const pending = new Pending(args, format)
    pending.set({
      resolve: (value) => {
        outcome = { value }
      },
      reject: (reason) => {
        outcome = { reason }
        if (returned) late?.(reason)
      },
    })
    this.send(args, pending)
    this.flush()
    returned = true
    return outcome
  }

  private write(args: readonly Argument[]): void {
    if (this.ended) throw this.ended
    this.transport.write(args)
    this.unsent = true
  }

  private get mustHold(): boolean {
    return this.held.any || this.transport.isBlocked()
  }

  private watch(signal: AbortSignal, pending: Pending): void {
    const leave = onceAborted(signal, () => {
      pending.fail(signal.reason)
      pending.is.onAborted?.()
      if (this.matcher.first === pending && this.transport.unblock()) this.drain()
    })
    pending.set({
      onSettled: () => {
        leave()
        this.transport.expectWait?.(false)
      },
    })
  }

  /** Sends what is queued and settles what is answered. */
  flush(): void {
    if (this.ended) return
    this.run()
    if (!this.ended) this.drain()
  }

  /** Sends what is queued. */
  run(): void {
    this.unsent = false
    try {
      this.transport.flush()
    } catch (error) {
      // An engine that ends during a call has told this queue so, and with it every caller.
      if (!this.ended) throw error
    }
  }

  /** Takes what has come out, and sends what may go out now. */
  drain(): void {
    try {
      this.matcher.takeAll()
    } catch (error) {
      // What cannot be read leaves no way to tell which reply is whose.
      this.end(error as Error)
      this.transport.close()
      return
    }
    if (this.matcher.first?.is.unanswerable && !this.transport.isBlocked()) this.matcher.skipFirst()
    if (!this.held.any) return
    this.held.release((alone) => {
      if (alone && this.matcher.first !== undefined) return true
      return this.transport.isBlocked() || this.ended !== undefined
    })
    if (!this.unsent) return
    nextChance().then(() => {
      if (this.unsent) this.flush()
    })
  }

  /** The connection has broken, and another one takes its place: what was not answered will not be. */
  private lost(reason: Error): void {
    this.unsent = false
    this.matcher.fail(reason)
    this.drain()
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
