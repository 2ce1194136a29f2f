import { ClientClosedError, EngineClosedError, RedisError, WouldBlockError } from '../errors.ts'
import { isPush, ReplyDecoder } from '../resp/decode.ts'
import { type Argument, encodeRequest, requestSize } from '../resp/encode.ts'
import { ReplyFramer } from '../resp/frame.ts'
import type { Reply } from '../resp/reply.ts'
import type { Transport } from '../transport.ts'
import { commandName, Format, Pending } from './pending.ts'
import { Kind, kindOf } from './special.ts'

/** What a connection says without being asked. */
export interface PushListener {
  /** A push that answers no call. `again` decodes it once more with bulk strings as bytes. */
  push(values: Reply[], again: () => Reply[]): void
  /** A line of MONITOR. */
  line(text: string): void
  /** The connection fell back to a state without subscriptions (RESET). */
  reset(): void
  /** QUIT was answered: the connection is over. */
  quit(): void
  /** No call can be made any more. Called once. */
  end(reason: Error): void
}

const subscribeKinds = new Set<Reply>(['subscribe', 'psubscribe', 'ssubscribe'])
const unsubscribeKinds = new Set<Reply>(['unsubscribe', 'punsubscribe', 'sunsubscribe'])
const messageKinds = new Set<Reply>(['message', 'pmessage', 'smessage'])
const monitorLine = /^\d+\.\d+ \[\d+ /

/** Whether CLIENT REPLY lets answers through. */
const ReplyMode = { On: 0, Off: 1, SkipNext: 2 } as const

/**
 * Sends requests over one connection and matches what comes back: replies to calls in their order, pushes to whoever
 * listens. Requests of one tick go out together.
 */
export class CallQueue {
  readonly transport: Transport
  /** The protocol the connection speaks now. A connection begins with 2. */
  protocol = 2
  /** Channels, patterns and shard channels subscribed, by the kind of their acknowledgement. */
  readonly channels = { subscribe: new Set<string>(), psubscribe: new Set<string>(), ssubscribe: new Set<string>() }
  /** Why no call can be made any more. */
  ended: Error | undefined
  private readonly listener: PushListener
  private readonly decoder = new ReplyDecoder()
  private readonly framer = new ReplyFramer()
  private pending: Pending[] = []
  private head = 0
  private scheduled = false
  private monitoring = false
  private replyMode: number = ReplyMode.On

  constructor(transport: Transport, listener: PushListener) {
    this.transport = transport
    this.listener = listener
    transport.onOutput = () => this.drain()
    transport.onEnd = (reason) => this.end(reason)
  }

  /** Sends one command; the promise is its reply. */
  call(args: readonly Argument[], format: Format, signal?: AbortSignal): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) throw signal.reason
      this.write(args)
      const pending = new Pending([args], format, false, resolve, reject)
      this.register(args, pending)
      if (signal) this.watch(signal, pending)
      this.schedule()
    })
  }

  /** Sends commands together; the promise is all their replies, errors in their places. */
  batch(requests: readonly (readonly Argument[])[], format: Format): Promise<Reply[]> {
    if (requests.length === 0) return Promise.resolve([])
    let size = 0
    let plain = true
    for (const args of requests) {
      size += requestSize(args)
      if (kindOf(args[0] as string) !== Kind.Plain) plain = false
    }
    if (!plain || this.replyMode !== ReplyMode.On) return this.separately(requests, format)
    this.reserve(size)
    const { transport } = this
    let at = transport.inputAt
    for (const args of requests) at = encodeRequest(transport.input, at, args)
    transport.commit(at)
    return this.expectBatch(requests, format)
  }

  /** As `batch`, for commands of a transaction: whatever they are, each is answered once, with QUEUED. */
  transaction(requests: readonly (readonly Argument[])[], format: Format): Promise<Reply[]> {
    for (const args of requests) requestSize(args)
    for (const args of requests) this.write(args)
    return this.expectBatch(requests, format)
  }

  private expectBatch(requests: readonly (readonly Argument[])[], format: Format): Promise<Reply[]> {
    return new Promise<Reply[]>((resolve, reject) => {
      this.pending.push(new Pending(requests, format, true, resolve, reject))
      this.schedule()
    })
  }

  private async separately(requests: readonly (readonly Argument[])[], format: Format): Promise<Reply[]> {
    const settled = await Promise.allSettled(requests.map((args) => this.call(args, format)))
    return settled.map((one) => {
      if (one.status === 'fulfilled') return one.value as Reply
      if (one.reason instanceof RedisError) return one.reason
      throw one.reason
    })
  }

  /** Runs one command now. Throws its error reply, and a `WouldBlockError` where it would have to wait. */
  callSync(args: readonly Argument[], format: Format): unknown {
    const { transport } = this
    if (!transport.immediate) throw new WouldBlockError('callSync needs an engine in this process; use call')
    this.settleEarlier()
    if (this.replyMode !== ReplyMode.On || this.monitoring || kindOf(args[0] as string) !== Kind.Plain) {
      return this.callSyncSpecial(args, format)
    }
    if (this.protocol === 2 && this.subscribed) return this.callSyncSpecial(args, format)
    this.write(args)
    transport.flush()
    const { decoder } = this
    for (;;) {
      if (transport.outputAt >= transport.outputEnd) throw this.wouldBlock(args)
      decoder.bytes = transport.output
      decoder.position = transport.outputAt
      decoder.end = transport.outputEnd
      if (isPush(decoder.bytes, decoder.position)) {
        this.takePush()
        transport.consume(decoder.position)
        continue
      }
      const reply = this.decode(format)
      transport.consume(decoder.position)
      if (decoder.position < decoder.end) this.drain()
      if (reply instanceof RedisError) {
        reply.command = commandName(args)
        Error.captureStackTrace?.(reply, this.callSync)
        throw reply
      }
      return reply
    }
  }

  private callSyncSpecial(args: readonly Argument[], format: Format): unknown {
    let outcome: { value: unknown } | { reason: unknown } | undefined
    this.write(args)
    const settle = (value: unknown) => {
      outcome = { value }
    }
    const fail = (reason: unknown) => {
      outcome = { reason }
    }
    this.register(args, new Pending([args], format, false, settle, fail))
    this.flush()
    if (!outcome) throw this.wouldBlock(args)
    if ('reason' in outcome) throw outcome.reason
    return (outcome as { value: unknown }).value
  }

  /** Everything issued before must be answered first, or the reply to come would not be ours. */
  private settleEarlier(): void {
    if (this.head < this.pending.length) {
      this.flush()
      if (this.head < this.pending.length) {
        const waiting = this.pending[this.head].command
        throw new WouldBlockError(`the connection still waits for ${waiting}; call on a duplicate() of this client`)
      }
    }
    if (this.ended) throw this.ended
  }

  /** Takes back a command that was told to wait. */
  private wouldBlock(args: readonly Argument[]): Error {
    if (this.ended) return this.ended
    this.transport.unblock()
    this.transport.consume(this.transport.outputEnd)
    const name = commandName(args)
    return new WouldBlockError(`${name} would have to wait, which callSync cannot; use await client.call('${name}', …)`)
  }

  private write(args: readonly Argument[]): void {
    const size = requestSize(args)
    this.reserve(size)
    const { transport } = this
    transport.commit(encodeRequest(transport.input, transport.inputAt, args))
  }

  private reserve(size: number): void {
    if (this.ended) throw this.ended
    this.transport.reserve(size)
  }

  /** Queues a call that was written, and works out how it will be answered. */
  private register(args: readonly Argument[], pending: Pending): void {
    this.pending.push(pending)
    const kind = kindOf(args[0] as string)
    pending.kind = kind
    if (kind === Kind.Subscribe) pending.remaining = Math.max(1, args.length - 1)
    else if (kind === Kind.Unsubscribe) pending.remaining = this.unsubscribeCount(args)
    else if (kind === Kind.Client && isWord(args[1], 'REPLY')) this.changeReplyMode(args, pending)
    else if (this.replyMode !== ReplyMode.On) {
      pending.silent = true
      if (this.replyMode === ReplyMode.SkipNext) this.replyMode = ReplyMode.On
    }
  }

  /** True while a call has not been answered. */
  get busy(): boolean {
    return this.head < this.pending.length
  }

  private unsubscribeCount(args: readonly Argument[]): number {
    if (args.length > 1) return args.length - 1
    const kind = commandName(args).toLowerCase().replace('un', '') as keyof typeof this.channels
    return Math.max(1, this.channels[kind].size)
  }

  private changeReplyMode(args: readonly Argument[], pending: Pending): void {
    if (isWord(args[2], 'OFF')) {
      this.replyMode = ReplyMode.Off
      pending.silent = true
    } else if (isWord(args[2], 'SKIP')) {
      if (this.replyMode === ReplyMode.On) this.replyMode = ReplyMode.SkipNext
      pending.silent = true
    } else if (isWord(args[2], 'ON')) {
      this.replyMode = ReplyMode.On
    } else if (this.replyMode !== ReplyMode.On) {
      pending.silent = true
    }
  }

  private watch(signal: AbortSignal, pending: Pending): void {
    const abort = () => {
      if (pending.remaining === 0 || this.ended) return
      pending.abandoned = { reason: signal.reason }
      pending.fail(signal.reason)
      this.flush()
    }
    signal.addEventListener('abort', abort, { once: true })
    pending.onSettled = () => signal.removeEventListener('abort', abort)
  }

  private schedule(): void {
    if (this.scheduled) return
    this.scheduled = true
    queueMicrotask(() => {
      this.scheduled = false
      this.flush()
    })
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
    const { transport, decoder } = this
    for (;;) {
      this.skipSilent()
      if (this.ended) return
      if (transport.outputAt < transport.outputEnd) {
        decoder.bytes = transport.output
        decoder.position = transport.outputAt
        decoder.end = transport.outputEnd
        while (decoder.position < decoder.end) this.takeOne()
        transport.consume(decoder.position)
        this.skipSilent()
      }
      const first = this.pending[this.head]
      if (!first?.abandoned || !transport.isBlocked() || !transport.unblock()) return
    }
  }

  /** Calls that the engine does not answer are done once they were sent. */
  private skipSilent(): void {
    while (this.head < this.pending.length && this.pending[this.head].silent) this.shift().settle(undefined)
  }

  private takeOne(): void {
    const { decoder } = this
    if (isPush(decoder.bytes, decoder.position)) {
      this.takePush()
      return
    }
    this.skipSilent()
    const first = this.pending[this.head]
    if (this.monitoring || (this.protocol === 2 && (this.subscribed || first === undefined || first.kind !== 0))) {
      if (this.takeUnasked(first)) return
    }
    const reply = this.decode(first?.format ?? Format.Text)
    if (first === undefined) return // answers nothing: the last words of a connection that is being closed
    this.answered(first, reply)
    if (first.take(reply)) this.shift()
  }

  /** In RESP2 pushes look like replies, and MONITOR's lines do in both: true when it was one and has been taken. */
  private takeUnasked(first: Pending | undefined): boolean {
    const { decoder } = this
    const start = decoder.position
    const value = decoder.decode(false)
    if (this.monitoring && typeof value === 'string' && monitorLine.test(value)) {
      this.listener.line(value)
      return true
    }
    if (Array.isArray(value) && this.protocol === 2) {
      const kind = value[0]
      const acknowledges = subscribeKinds.has(kind) || unsubscribeKinds.has(kind)
      if (messageKinds.has(kind) || (acknowledges && value.length === 3)) {
        this.routePush(value, start)
        return true
      }
    }
    if (first === undefined && value !== null && this.pending.length === 0) return true
    decoder.position = start
    return false
  }

  private takePush(): void {
    const start = this.decoder.position
    this.routePush(this.decoder.decode(false) as Reply[], start)
  }

  private routePush(values: Reply[], start: number): void {
    const { decoder } = this
    const kind = values[0]
    const subscribes = subscribeKinds.has(kind)
    if (subscribes || unsubscribeKinds.has(kind)) {
      const channels = this.channels[String(kind).replace('un', '') as keyof typeof this.channels]
      if (subscribes) channels.add(String(values[1]))
      else channels.delete(String(values[1]))
      const first = this.pending[this.head]
      if (first?.kind === (subscribes ? Kind.Subscribe : Kind.Unsubscribe)) {
        const reply = first.format === Format.Raw ? decoder.bytes.slice(start, decoder.position) : values
        if (first.take(reply)) this.shift()
      }
      return
    }
    this.listener.push(values, () => {
      const end = decoder.position
      decoder.position = start
      const again = decoder.decode(true) as Reply[]
      decoder.position = end
      return again
    })
  }

  private decode(format: Format): Reply {
    const { decoder } = this
    if (format !== Format.Raw) return decoder.decode(format === Format.Bytes)
    const start = decoder.position
    decoder.position = this.framer.scan(decoder.bytes, start, decoder.end)
    return decoder.bytes.slice(start, decoder.position)
  }

  /** Keeps up with what some commands do to the connection. */
  private answered(first: Pending, reply: Reply): void {
    if (first.kind === Kind.Plain || reply instanceof RedisError || isErrorBytes(reply)) return
    if (first.kind === Kind.Subscribe || first.kind === Kind.Unsubscribe) {
      first.remaining = 1 // QUEUED in a transaction answers for all channels
    } else if (first.kind === Kind.Hello) {
      const version = Number(first.requests[0][1])
      if (version === 2 || version === 3) this.protocol = version
    } else if (first.kind === Kind.Monitor) {
      this.monitoring = true
    } else if (first.kind === Kind.Reset) {
      this.protocol = 2
      this.monitoring = false
      this.replyMode = ReplyMode.On
      for (const channels of Object.values(this.channels)) channels.clear()
      this.listener.reset()
    } else if (first.kind === Kind.Quit) {
      this.listener.quit()
    }
  }

  private get subscribed(): boolean {
    const { subscribe, psubscribe, ssubscribe } = this.channels
    return subscribe.size + psubscribe.size + ssubscribe.size > 0
  }

  private shift(): Pending {
    const first = this.pending[this.head]
    this.head++
    if (this.head === this.pending.length) {
      this.pending = []
      this.head = 0
    }
    first.onSettled?.()
    return first
  }

  /** Ends the connection for every caller. Idempotent. */
  end(reason: Error): void {
    if (this.ended) return
    this.ended = reason
    const left = this.pending.slice(this.head)
    this.pending = []
    this.head = 0
    for (const [i, pending] of left.entries()) {
      const shutDown = pending.kind === Kind.Shutdown && i === 0 && reason instanceof EngineClosedError
      if (shutDown) pending.settle(undefined)
      else pending.fail(unanswered(pending, reason))
      pending.onSettled?.()
    }
    this.listener.end(reason)
  }
}

/** Each call gets an error of its own, so that its stack and the command it was made for are right. */
function unanswered(pending: Pending, reason: Error): Error {
  if (!(reason instanceof ClientClosedError)) return reason
  return new ClientClosedError(`${pending.command} was not answered: ${reason.message}`)
}

function isErrorBytes(reply: Reply): boolean {
  return reply instanceof Uint8Array && reply[0] === 0x2d
}

function isWord(arg: Argument | undefined, word: string): boolean {
  return typeof arg === 'string' && arg.toUpperCase() === word
}
