import { SnapshotError } from '../errors.ts'
import { joined } from '../resp/joined.ts'

/** Numbers, text and bytes, one behind the other; little endian. */
export class Writer {
  private readonly parts: Uint8Array[] = []

  private add(part: Uint8Array): this {
    this.parts.push(part)
    return this
  }

  /** Any number, in eight bytes. */
  number(value: number): this {
    const part = new Uint8Array(8)
    new DataView(part.buffer).setFloat64(0, value, true)
    return this.add(part)
  }

  /** `bytes` behind their length. They are not copied before `join`. */
  bytes(bytes: Uint8Array): this {
    return this.number(bytes.length).add(bytes)
  }

  text(text: string): this {
    return this.bytes(new TextEncoder().encode(text))
  }

  /** All of it in one piece, with `more` bytes behind it. */
  join(more: number): Uint8Array<ArrayBuffer> {
    return joined([...this.parts, new Uint8Array(more)])
  }
}

/** Reads what a `Writer` wrote. Throws a `SnapshotError` where it ends too soon. */
export class Reader {
  private readonly source: Uint8Array
  private at = 0

  constructor(source: Uint8Array) {
    this.source = source
  }

  number(): number {
    const at = this.skip(8)
    return new DataView(this.source.buffer, this.source.byteOffset).getFloat64(at, true)
  }

  bytes(): Uint8Array {
    const length = this.number()
    const at = this.skip(length)
    return this.source.slice(at, at + length)
  }

  /** Text of at most `longest` bytes; what is longer is not there, but something else. */
  text(longest: number): string {
    const length = this.number()
    if (!(length >= 0 && length <= longest)) return ''
    const at = this.skip(length)
    return new TextDecoder().decode(this.source.subarray(at, at + length))
  }

  private skip(length: number): number {
    const at = this.at
    if (!(length >= 0 && at + length <= this.source.length)) throw new SnapshotError('the snapshot is cut off')
    this.at += length
    return at
  }
}
