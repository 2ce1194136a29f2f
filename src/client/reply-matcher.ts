import { ConnectionLostError, EngineClosedError, RedisError } from '../errors.ts'
import { isPush, ReplyDecoder } from '../resp/decode.ts'
import { ReplyFramer } from '../resp/frame.ts'
import type { Reply } from '../resp/reply.ts'
import { copyBytes } from '../resp/text.ts'
import { MINUS, PLUS } from '../resp/wire.ts'
import type { Transport } from '../transport.ts'
import { unanswered } from './call-errors.ts'
import { acknowledges, Channels, isMessage, subscribes, unsubscribes } from './channels.ts'
import { Fifo } from './fifo.ts'
import { Format, type Pending } from './pending.ts'
import { Kind, type ReplyMode } from './special.ts'

/** What a connection says without being asked. */
export interface PushListener {
  /** A push that answers no call. `again` decodes it once more with bulk strings as bytes. */
  push(values: Reply[], again: () => Reply[]): void
  /** A line of MONITOR. */
  line(text: string): void
  /** The connection fell back to the state of a new one (RESET). */
  reset(): void
  /** QUIT was answered: the connection is over. */
  quit(): void
  /** The engine does not take the connection as it introduced itself. */
  refused(reason: Error): void
  /** No call can be made any more. Called once. */
  end(reason: Error): void
}

/** How a line of MONITOR begins: the time, and the database. */
const monitorLine = /^\d+\.\d+ \[\d+ /

/** The second byte of `+QUEUED`. */
const LETTER_Q = 0x51

/** Matches what comes out of a connection: replies to calls in their order, pushes to whoever listens. */
export class ReplyMatcher {
  /** The protocol the connection speaks now. */
  protocol: 2 | 3
  /** Nothing but replies to calls and RESP3 pushes comes out of the connection, and no reply is dropped. */
  plain = true
  monitoring = false
  /** What CLIENT REPLY has asked for: replies are dropped for good, or the next one is. */
  dropping: 'OFF' | 'SKIP' | undefined
  readonly decoder = new ReplyDecoder()
  private readonly channels = new Channels()
  private readonly transport: Transport
  private readonly listener: PushListener
  private readonly framer = new ReplyFramer()
  private pushStart = 0
  private readonly decodePushAgain = () => {
    const { decoder } = this
    const end = decoder.position
    decoder.position = this.pushStart
    const again = decoder.decode(true) as Reply[]
    decoder.position = end
    return again
  }
  private readonly pending = new Fifo<Pending>()
  private ended = false

  constructor(transport: Transport, listener: PushListener) {
    this.transport = transport
    this.protocol = transport.protocol ?? 2
    this.listener = listener
  }

  /** The call whose reply comes next. */
  get first(): Pending | undefined {
    return this.pending.first
  }

  expect(pending: Pending): void {
    this.pending.push(pending)
  }

  /** Takes everything that lies in the transport's output. */
  takeAll(): void {
    const { transport, decoder } = this
    if (transport.outputAt >= transport.outputEnd) {
      // Even a view that has ended holds on to the memory that it was made of.
      if (decoder.bytes.length === 0 && !this.ended) this.open()
      return
    }
    this.open()
    while (decoder.position < decoder.end) {
      const { first } = this
      // Most replies simply answer the first call; the rest is for all others.
      if (first?.kind === Kind.Plain && this.plain && !isPush(decoder.bytes, decoder.position)) {
        if (this.give(first, this.decodeOrExplain(first.format))) this.shift()
      } else this.takeOne()
    }
    if (!this.ended) transport.consume(decoder.position)
  }

  /** Takes the reply at the front of the output. Undefined, with nothing taken, where there is none or a push. */
  takeNext(format: Format): Reply | RangeError | undefined {
    const { transport, decoder } = this
    if (transport.outputAt >= transport.outputEnd) return undefined
    this.open()
    if (isPush(decoder.bytes, decoder.position)) return undefined
    const reply = this.decodeOrExplain(format)
    transport.consume(decoder.position)
    return reply
  }

  /** Points the decoder at the transport's output. */
  open(): void {
    const { transport, decoder } = this
    decoder.bytes = transport.output
    decoder.position = transport.outputAt
    decoder.end = transport.outputEnd
  }

  private takeOne(): void {
    const { decoder, first } = this
    if (isPush(decoder.bytes, decoder.position)) {
      this.takePush()
      return
    }
    if (this.monitoring || (this.protocol === 2 && (this.channels.any || first === undefined || first.kind !== 0))) {
      if (this.takeUnasked()) return
    }
    const reply = this.decodeOrExplain(first?.format ?? Format.Text)
    if (first === undefined) return // the last words of a connection that is being closed answer nothing
    const dropped = this.dropsReply()
    if (!(reply instanceof RangeError)) this.answered(first, reply)
    const done = this.give(first, dropped ? undefined : this.asAsked(first, reply))
    this.look()
    if (done && !this.ended) this.shift() // a refused introduction has ended everything
  }

  /** True when that was the last reply it waited for. */
  private give(first: Pending, reply: Reply | RangeError | undefined): boolean {
    if (typeof reply !== 'object' || !(reply instanceof RangeError)) return first.take(reply)
    first.fail(reply)
    return first.take(undefined)
  }

  /** Sees whether the connection is a plain one, after what may have changed that. */
  private look(): void {
    this.plain =
      !this.ended && !this.monitoring && this.dropping === undefined && (this.protocol === 3 || !this.channels.any)
  }

  /** In RESP2 pushes look like replies, and MONITOR's lines do in both: true when it was one and has been taken. */
  private takeUnasked(): boolean {
    const { decoder } = this
    const start = decoder.position
    const value = decoder.decode(false)
    if (this.monitoring && typeof value === 'string' && decoder.bytes[start] === PLUS && monitorLine.test(value)) {
      this.listener.line(value)
      return true
    }
    if (Array.isArray(value) && this.protocol === 2) {
      const kind = value[0]
      if (isMessage(kind) || (acknowledges(kind) && value.length === 3)) {
        this.routePush(value, start)
        return true
      }
    }
    decoder.position = start
    return false
  }

  takePush(): void {
    const start = this.decoder.position
    this.routePush(this.decoder.message() ?? (this.decoder.decode(false) as Reply[]), start)
  }

  private routePush(values: Reply[], start: number): void {
    const kind = values[0]
    const message = isMessage(kind)
    const begins = !message && subscribes(kind)
    if (message || (!begins && !unsubscribes(kind))) {
      this.pushStart = start
      this.listener.push(values, this.decodePushAgain)
      return
    }
    const left = this.channels.acknowledged(kind, values[1])
    this.look()
    const { first } = this
    if (first?.kind !== (begins ? Kind.Subscribe : Kind.Unsubscribe)) return
    // Without channels it is acknowledged for each that is subscribed by then, or once for none.
    if (!begins && first.request.length === 1) first.remaining = left === 0 ? 1 : 2
    const reply = first.format === Format.Raw ? copyBytes(this.decoder.bytes, start, this.decoder.position) : values
    if (first.take(reply)) this.shift()
  }

  /**
   * Whether CLIENT REPLY has asked for this reply to be dropped. The engine is never told to be silent: without its
   * answers nobody could tell which reply is whose.
   */
  private dropsReply(): boolean {
    if (this.dropping === undefined || this.first?.is.replyMode === 'ON') return false
    if (this.dropping === 'SKIP') this.dropping = undefined
    return true
  }

  /** A CLIENT REPLY OFF or SKIP that has worked is not answered itself. */
  private asAsked(first: Pending, reply: Reply | RangeError): Reply | RangeError | undefined {
    return first.is.replyMode !== undefined && first.is.replyMode === this.dropping ? undefined : reply
  }

  /** A reply that JavaScript cannot hold (a string of 1 GB, say) is an error of its own call. */
  decodeOrExplain(format: Format): Reply | RangeError {
    try {
      return this.decode(format)
    } catch (error) {
      if (error instanceof RangeError) return error // the decoder stands behind that reply
      throw error
    }
  }

  /** Decodes the reply at the decoder's position. */
  decode(format: Format): Reply {
    const { decoder } = this
    if (format !== Format.Raw) return decoder.decode(format === Format.Bytes)
    const start = decoder.position
    decoder.position = this.framer.scan(decoder.bytes, start, decoder.end)
    return copyBytes(decoder.bytes, start, decoder.position)
  }

  /** Keeps up with what some commands do to the connection. */
  private answered(first: Pending, reply: Reply): void {
    const { kind } = first
    if (kind === Kind.Plain) return
    if (kind === Kind.Subscribe || kind === Kind.Unsubscribe) first.remaining = 1 // QUEUED or an error answers for all
    if (reply instanceof RedisError || (reply instanceof Uint8Array && reply[0] === MINUS)) return
    if (kind === Kind.Hello) {
      const version = Number(first.request[1])
      if (version === 2 || version === 3) this.protocol = version
    } else if (first.is.replyMode) {
      this.setReplyMode(first.is.replyMode, reply)
    } else if (kind === Kind.Monitor) {
      this.monitoring = true
    } else if (kind === Kind.Reset) {
      this.protocol = 2
      this.monitoring = false
      this.dropping = undefined
      this.channels.clear()
      this.listener.reset()
    } else if (kind === Kind.Quit) {
      this.listener.quit()
    }
  }

  private setReplyMode(mode: ReplyMode, reply: Reply): void {
    const queued = reply === 'QUEUED' || (reply instanceof Uint8Array && reply[1] === LETTER_Q)
    if (queued) return
    if (mode === 'ON') this.dropping = undefined
    else if (mode === 'OFF' || this.dropping !== 'OFF') this.dropping = mode
  }

  /** The engine has nothing to say to the first call, and never will. */
  skipFirst(): void {
    this.shift().settle(undefined)
  }

  private shift(): Pending {
    const first = this.pending.shift()
    first.is.onSettled?.()
    return first
  }

  /** Ends the first call; the replies that it still gets are not heard. */
  failFirst(reason: Error): void {
    this.first?.fail(unanswered(this.first.command, reason))
  }

  /** Ends every call that was not answered, and lets go of the output: it is the memory of a whole engine. */
  end(reason: Error): void {
    this.ended = true
    this.decoder.bytes = new Uint8Array(0)
    this.decoder.position = this.decoder.end = 0
    this.plain = false
    this.fail(reason)
  }

  /** Ends every call that was not answered, because none of them will be. */
  fail(reason: Error): void {
    for (const [i, pending] of this.pending.drain().entries()) {
      const over = reason instanceof EngineClosedError || reason instanceof ConnectionLostError
      const shutDown = pending.kind === Kind.Shutdown && i === 0 && over
      if (shutDown) pending.settle(undefined)
      else pending.fail(unanswered(pending.command, reason))
      pending.is.onSettled?.()
    }
  }
}
