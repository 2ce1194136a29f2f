import { EngineClosedError } from '../errors.ts'
import type { Transport } from '../transport.ts'
import { BLOCKED, ENDED } from './contract.ts'
import type { EngineCore } from './engine.ts'

function ignore(): void {
  // nobody listens yet
}

/** A connection to an engine of this process: both directions lie in the engine's memory. */
export class EngineConnection implements Transport {
  readonly immediate = true
  inputAt = 0
  outputAt = 0
  outputEnd = 0
  onOutput: () => void = ignore
  onEnd: (reason: Error) => void = ignore

  /** @internal What the engine last said of it: BLOCKED, ENDED. */
  state = 0
  /** @internal The engine's name for it; 0 once it is gone. */
  id: number
  /** @internal Its requests are argument vectors, not RESP. */
  vectors = false
  private readonly engine: EngineCore

  /** @internal Connections are opened by the engine. */
  constructor(engine: EngineCore, id: number) {
    this.engine = engine
    this.id = id
  }

  get input(): Uint8Array {
    return this.engine.memory.bytes
  }

  get output(): Uint8Array {
    return this.engine.memory.bytes
  }

  takeVectors(): boolean {
    this.vectors = true
    return true
  }

  reserve(size: number): void {
    if (this.id === 0) throw new EngineClosedError('the connection is closed')
    this.inputAt = this.engine.reserve(this, size)
  }

  commit(end: number): void {
    this.engine.commit(end)
  }

  flush(): void {
    if (this.id !== 0) this.engine.flush(this)
  }

  consume(at: number): void {
    const length = at - this.outputAt
    this.outputAt = at
    if (length > 0 && this.id !== 0) this.engine.consume(this, length)
  }

  /** Lets the engine go on with output that did not fit into a peer's window, once all of that was consumed. */
  resume(): void {
    if (this.id !== 0) this.engine.resume(this)
  }

  /** True once the engine has closed it: what is in `output` is all there will ever be. */
  get ended(): boolean {
    return (this.state & ENDED) !== 0
  }

  isBlocked(): boolean {
    return (this.state & BLOCKED) !== 0
  }

  unblock(): boolean {
    return this.id !== 0 && this.engine.unblock(this)
  }

  close(): void {
    this.engine.disconnect(this)
  }

  duplicate(): EngineConnection {
    return this.engine.open()
  }

  /** @internal Called by the engine: the stream has ended and everything in it was read or is lost. */
  end(reason: Error): void {
    this.id = 0
    this.state = ENDED
    this.outputAt = this.outputEnd = 0
    const tell = this.onEnd
    this.onEnd = ignore
    this.onOutput = ignore
    tell(reason)
  }
}
