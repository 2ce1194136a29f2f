import { type Argument, encodeRequest, requestSize } from '../resp/encode.ts'

/** Small requests share a chunk; what has been handed over stays the receiver's, so a chunk is never used again. */
const CHUNK = 32 * 1024

/** Requests that wait for their socket, encoded one behind the other. */
export class RequestBuffer {
  private bytes = new Uint8Array(CHUNK)
  private start = 0
  private end = 0

  /** How many bytes wait. */
  get length(): number {
    return this.end - this.start
  }

  /** Adds requests: all of them, or none when one has a wrong argument, which is thrown as a `TypeError`. */
  add(requests: readonly (readonly Argument[])[]): void {
    let size = 0
    for (const args of requests) size += requestSize(args)
    this.reserve(size)
    for (const args of requests) this.end = encodeRequest(this.bytes, this.end, args)
  }

  /** Hands what waits to `use`, whose it is from then on. */
  give(use: (bytes: Uint8Array) => void): void {
    const { start, end } = this
    this.start = end
    use(this.bytes.subarray(start, end))
  }

  /** Forgets what waits. */
  clear(): void {
    this.end = this.start
  }

  private reserve(size: number): void {
    if (this.end + size <= this.bytes.length) return
    const { length } = this
    const room = length + size
    const bytes = new Uint8Array(room <= CHUNK ? CHUNK : Math.max(room, length * 2))
    bytes.set(this.bytes.subarray(this.start, this.end))
    this.bytes = bytes
    this.start = 0
    this.end = length
  }
}
