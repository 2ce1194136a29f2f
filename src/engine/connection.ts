import { EngineClosedError } from '../errors.ts'
import { type Argument, requestSize } from '../resp/encode.ts'
import { utf8Length, writeText } from '../resp/text.ts'
import { encodeVector, NO_ROOM, tryVector } from '../resp/vector.ts'
import type { Transport } from '../transport.ts'
import type { EngineConnections } from './connections.ts'
import { BLOCKED, ENDED, GAVE_UP } from './contract.ts'
import type { Exchange } from './exchange.ts'

/** As in stream.c: an output buffer above this is not kept. */
const KEPT_OUTPUT = 64 * 1024

/** From this many characters on, text is measured rather than given room for the most that it can take. */
const MEASURED = 16 * 1024

function ignore(): void {
  // nobody listens yet
}

/** A connection to an engine of this process: both directions lie in the engine's memory. */
export class EngineConnection implements Transport {
  readonly immediate = true
  outputAt = 0
  outputEnd = 0
  onOutput: () => void = ignore
  onEnd: (reason: Error) => void = ignore

  /** @internal */
  protocol: 2 | 3 = 2
  /** @internal What the engine last said of it: BLOCKED, ENDED. */
  state = 0
  /** @internal The engine's name for it; 0 once it is gone. */
  id: number
  /** @internal What lies in the input buffer for it are argument vectors, not bytes of RESP. */
  vectors = true
  /** Its output is a string that the engine lends. */
  private viewed = false
  /** @internal Bytes of output that were read and that the engine has not been told of yet. */
  read = 0
  /** @internal What its calls are told when the engine ends it. */
  endReason = 'the engine closed the connection'
  private readonly connections: EngineConnections
  private readonly exchange: Exchange

  /** @internal Connections are opened by the engine. */
  constructor(connections: EngineConnections, id: number) {
    this.connections = connections
    this.exchange = connections.exchange
    this.id = id
  }

  get output(): Uint8Array {
    return this.exchange.memory.bytes
  }

  write(args: readonly Argument[]): void {
    const { exchange } = this
    if (this.id === 0) throw new EngineClosedError('the connection is closed')
    const start = exchange.inputFor(this, true)
    const { bytes, words } = exchange.memory
    const end = tryVector(bytes, words, start, exchange.inputEnd, args)
    if (end !== NO_ROOM) exchange.commit(end)
    else this.writeMeasured(args)
  }

  writeAll(requests: readonly (readonly Argument[])[]): void {
    const { exchange } = this
    if (this.id === 0) throw new EngineClosedError('the connection is closed')
    let at = exchange.inputFor(this, true)
    const { bytes, words } = exchange.memory
    const end = exchange.inputEnd
    for (const args of requests) {
      at = tryVector(bytes, words, at, end, args)
      if (at === NO_ROOM) {
        this.writeAllMeasured(requests)
        return
      }
    }
    exchange.commit(at)
  }

  private writeAllMeasured(requests: readonly (readonly Argument[])[]): void {
    const { exchange } = this
    let size = 0
    for (const args of requests) size += requestSize(args)
    let at = exchange.reserve(size)
    for (const args of requests) at = encodeVector(exchange.memory.bytes, at, args)
    exchange.commit(at)
  }

  /** Large requests, and those with bytes or a bigint among the arguments. */
  private writeMeasured(args: readonly Argument[]): void {
    const { exchange } = this
    const start = exchange.reserve(requestSize(args))
    exchange.commit(encodeVector(exchange.memory.bytes, start, args))
  }

  /**
   * Queues bytes of RESP, from a stream that carries requests already encoded: any part of one, or many. They go out
   * with the next `flush`.
   */
  feed(bytes: Uint8Array): void {
    const { exchange } = this
    if (this.id === 0) throw new EngineClosedError('the connection is closed')
    exchange.inputFor(this, false)
    const start = exchange.reserve(bytes.length)
    exchange.memory.bytes.set(bytes, start)
    exchange.commit(start + bytes.length)
  }

  /** As `feed`, for text. */
  feedText(text: string): void {
    const { exchange } = this
    if (this.id === 0) throw new EngineClosedError('the connection is closed')
    exchange.inputFor(this, false)
    const start = exchange.reserve(text.length > MEASURED ? utf8Length(text) : text.length * 3)
    exchange.commit(writeText(text, exchange.memory.bytes, start))
  }

  flush(): void {
    if (this.id !== 0) this.exchange.flush(this)
  }

  consume(at: number): void {
    this.read += at - this.outputAt
    this.outputAt = at
    // A large reply's memory is given back at once, a small one's with the next entry, which it costs nothing.
    if (this.read > KEPT_OUTPUT) this.exchange.consume(this)
  }

  /** Tells the engine at once what was read, so that its view of a peer's window is true. */
  release(): void {
    this.exchange.consume(this)
  }

  /** Lets the engine go on with output that did not fit into a peer's window, once all of that was consumed. */
  resume(): void {
    if (this.id !== 0) this.exchange.resume(this)
  }

  /** True once the engine has closed it: what is in `output` is all there will ever be. */
  get ended(): boolean {
    return (this.state & ENDED) !== 0
  }

  get lent(): boolean {
    return this.exchange.lent
  }

  flushToView(): boolean {
    this.viewed = this.exchange.flushToView(this)
    return this.viewed
  }

  lend<T>(from: number, to: number, use: (bytes: Uint8Array) => T): T {
    const viewed = this.viewed ? this : undefined
    this.viewed = false
    return this.exchange.lend(from, to, use, viewed)
  }

  /** While one command keeps the engine busy: whether what is fed to this connection is read now. */
  hears(): boolean {
    return this.id !== 0 && this.exchange.hears(this)
  }

  isBlocked(): boolean {
    return (this.state & BLOCKED) !== 0
  }

  unblock(why = GAVE_UP): boolean {
    return this.id !== 0 && this.exchange.unblock(this, why)
  }

  close(): void {
    this.connections.disconnect(this)
  }

  duplicate(): EngineConnection {
    return this.connections.open(this.protocol)
  }

  /** @internal Called by the engine: the stream has ended and everything in it was read or is lost. */
  end(reason: Error): void {
    this.id = 0
    this.state = ENDED
    this.read = 0
    this.outputAt = this.outputEnd = 0
    const tell = this.onEnd
    this.onEnd = ignore
    this.onOutput = ignore
    tell(reason)
  }
}
