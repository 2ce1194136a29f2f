import { ReplyFramer } from '../resp/frame.ts'

const NOTHING = new Uint8Array(0)

/** A buffer larger than this is let go once the reply that needed it was taken. */
const KEPT = 256 * 1024

/**
 * What has come in from a socket. Chunks end anywhere, and the decoder wants whole replies: `bytes[at … end)` are
 * such, what lies behind `end` is still to be looked at.
 */
export class ReplyBuffer {
  bytes: Uint8Array = NOTHING
  at = 0
  end = 0
  /** Behind the last byte that has come in. */
  private filled = 0
  /** `bytes` was made here, so there may be written to it. */
  private own = false
  private readonly framer = new ReplyFramer()

  /** Takes a chunk; its bytes must not change any more. */
  add(chunk: Uint8Array): void {
    if (this.at === this.filled && (!this.own || chunk.length > KEPT)) {
      this.bytes = chunk
      this.own = false
      this.at = this.end = 0
      this.filled = chunk.length
      return
    }
    this.makeRoom(chunk.length)
    this.bytes.set(chunk, this.filled)
    this.filled += chunk.length
  }

  /** Lets `end` go past one more reply; false when there is no whole one. Throws a `ProtocolError`. */
  takeOne(): boolean {
    const next = this.framer.scan(this.bytes, this.end, this.filled)
    if (next >= 0) this.end = next
    return next >= 0
  }

  /** Lets `end` go past all that is whole. True when there is anything to read. Throws a `ProtocolError`. */
  takeAll(): boolean {
    while (this.end < this.filled && this.takeOne());
    return this.at < this.end
  }

  /** Everything before `at` was read. */
  consume(at: number): void {
    this.at = at
    if (at === this.filled) this.clear()
  }

  /** Forgets everything, half a reply included. */
  reset(): void {
    this.framer.reset()
    this.clear()
  }

  private clear(): void {
    this.at = this.end = this.filled = 0
    if (this.own && this.bytes.length <= KEPT) return
    this.bytes = NOTHING
    this.own = false
  }

  private makeRoom(size: number): void {
    const used = this.filled - this.at
    if (this.own && this.filled + size <= this.bytes.length) return
    if (this.own && used + size <= this.bytes.length) this.bytes.copyWithin(0, this.at, this.filled)
    else {
      const bytes = new Uint8Array(Math.max(KEPT, (used + size) * 2))
      bytes.set(this.bytes.subarray(this.at, this.filled))
      this.bytes = bytes
      this.own = true
    }
    this.end -= this.at
    this.at = 0
    this.filled = used
  }
}
