import { ReplyFramer } from './frame.ts'
import { malformed, truncated } from './malformed.ts'
import { readLatin1, readText } from './text.ts'
import * as wire from './wire.ts'

const NOTHING = new Uint8Array(0)

/** The most digits that a 64-bit integer has, with room for an unsigned one. */
const LONGEST_INTEGER = 20

/** Any integer of so many digits is a double. */
const EXACT_DIGITS = 15
const POWERS_OF_TEN = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15]
/** A decimal point, less the digit 0. */
const POINT = 46 - wire.ZERO

/**
 * Reads the parts that replies are made of. Every method starts at `position`, moves it behind what it has read, and
 * throws a `ProtocolError` at bytes that cannot stand there or when `end` comes first.
 */
export class ReplyReader {
  /** What is read; set it to an empty array to let go of memory that is no longer needed. */
  bytes: Uint8Array = NOTHING
  /** Index of the next reply in `bytes`; `decode` moves it behind the reply it has read. */
  position = 0
  /** Nothing at or behind this index of `bytes` is read. */
  end = 0

  /** Where the reply being decoded began, for what errors say. */
  protected start = 0
  private readonly framer = new ReplyFramer()

  /** Steps over the next value's type byte, and over the attributes before it. */
  protected type(): number {
    for (;;) {
      if (this.position >= this.end) throw truncated(this.start, this.end, 'the type byte of a value')
      const type = this.bytes[this.position++]
      if (type !== wire.ATTRIBUTE) return type
      for (let values = this.count(2); values > 0; values--) this.skip()
    }
  }

  /** Steps over one whole value. */
  protected skip(): void {
    const next = this.framer.scan(this.bytes, this.position, this.end, this.start)
    if (next < 0) {
      this.framer.reset()
      throw truncated(this.start, this.end, 'the end of an attribute or a key')
    }
    this.position = next
  }

  /** Reads a count, as the number of values it stands for. More than the window could hold are not believed. */
  protected count(values: number): number {
    const from = this.position
    const count = this.length() * values
    if (count * wire.SHORTEST_VALUE > this.end - this.position) {
      const expected = `the ${count} values that offset ${from - this.start} announces`
      throw truncated(this.start, this.end, expected)
    }
    return count
  }

  /** Reads a bulk string's length and steps over its bytes and their CR LF; −1 for a RESP2 null. */
  protected bulk(nullable: boolean): number {
    if (nullable && this.isNull()) return -1
    const length = this.length()
    const end = this.position + length
    if (end + 2 > this.end) throw truncated(this.start, this.end, `the end of a string of ${length} bytes`)
    this.position = end
    this.lineEnd()
    return length
  }

  /** Steps over a verbatim string and returns where its text starts, behind a format such as `txt:`. */
  protected verbatim(): number {
    const length = this.bulk(false)
    const from = this.position - 2 - length
    if (length < 4) throw malformed(this.bytes, from, this.start, 'a format of three letters and a colon')
    if (this.bytes[from + 3] !== 58) throw malformed(this.bytes, from + 3, this.start, 'the colon after a format')
    return from + 4
  }

  /** Steps over `-1 CR LF` where that comes next. */
  protected isNull(): boolean {
    const at = this.position
    if (at >= this.end || this.bytes[at] !== wire.MINUS) return false
    if (at + 1 >= this.end) throw truncated(this.start, this.end, 'the 1 of a null, -1')
    if (this.bytes[at + 1] !== wire.ZERO + 1) throw malformed(this.bytes, at + 1, this.start, 'the 1 of a null, -1')
    this.position = at + 2
    this.lineEnd()
    return true
  }

  /** Reads `<digits> CR LF`. */
  protected length(): number {
    const from = this.position
    const length = this.digits()
    if (this.position - from > wire.LONGEST_LENGTH) {
      throw malformed(this.bytes, from + wire.LONGEST_LENGTH, this.start, 'the CR after a length')
    }
    this.lineEnd()
    return length
  }

  /** Reads at least one digit. The value is inexact beyond 2^53. */
  protected digits(): number {
    const bytes = this.bytes
    const end = this.end
    let at = this.position
    let value = 0
    while (at < end) {
      const digit = bytes[at] - wire.ZERO
      if (digit < 0 || digit > 9) break
      value = value * 10 + digit
      at++
    }
    if (at === end) throw truncated(this.start, end, 'the CR after a number')
    if (at === this.position) throw malformed(bytes, at, this.start, 'a digit')
    this.position = at
    return value
  }

  /** Steps over CR LF. */
  protected lineEnd(): void {
    const at = this.position
    if (at + 2 > this.end) throw truncated(this.start, this.end, 'the CR LF of a line')
    if (this.bytes[at] !== wire.CR) throw malformed(this.bytes, at, this.start, 'the CR that ends a line')
    if (this.bytes[at + 1] !== wire.LF) throw malformed(this.bytes, at + 1, this.start, 'the LF after a CR')
    this.position = at + 2
  }

  /** Steps over the rest of a line and returns where its CR stands. */
  protected line(): number {
    const bytes = this.bytes
    const end = this.end
    let at = this.position
    while (at < end && bytes[at] !== wire.CR) at++
    this.position = at
    this.lineEnd()
    return at
  }

  protected integer(): number | bigint {
    const from = this.position
    const negative = this.sign()
    const first = this.position
    const value = this.digits()
    const end = this.position
    if (end - first > LONGEST_INTEGER) {
      throw malformed(this.bytes, first + LONGEST_INTEGER, this.start, 'the CR after an integer of 64 bits')
    }
    this.lineEnd()
    if (value > Number.MAX_SAFE_INTEGER) return BigInt(readLatin1(this.bytes, from, end))
    return negative ? 0 - value : value
  }

  /** The engine passes on whatever text a script calls a big number; one that is no integer stays that text. */
  protected bigNumber(): bigint | string {
    const from = this.position
    const end = this.line()
    const text = readText(this.bytes, from, end)
    return /^[+-]?\d+$/.test(text) ? BigInt(text) : text
  }

  /** Steps over a sign; true when it is a minus. */
  protected sign(): boolean {
    if (this.position >= this.end) return false
    const byte = this.bytes[this.position]
    if (byte === wire.MINUS || byte === wire.PLUS) this.position++
    return byte === wire.MINUS
  }

  /** Most doubles are few digits around a point: their quotient by a power of ten is exact, and needs no string. */
  protected double(): number {
    const bytes = this.bytes
    const end = this.end
    let at = this.position
    const negative = at < end && bytes[at] === wire.MINUS
    if (negative) at++
    let digits = 0
    let value = 0
    let point = -1
    for (; at < end; at++) {
      const digit = bytes[at] - wire.ZERO
      if (digit >= 0 && digit <= 9) {
        value = value * 10 + digit
        digits++
      } else if (digit === POINT && point < 0) point = at
      else break
    }
    if (digits === 0 || digits > EXACT_DIGITS || at >= end || bytes[at] !== wire.CR) return this.anyDouble()
    this.position = at
    this.lineEnd()
    if (point >= 0) value /= POWERS_OF_TEN[at - point - 1]
    return negative ? -value : value
  }

  private anyDouble(): number {
    const from = this.position
    const text = readLatin1(this.bytes, from, this.line())
    if (/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text)) return Number(text)
    if (text === 'inf' || text === '+inf') return Infinity
    if (text === '-inf') return -Infinity
    if (text === 'nan' || text === '-nan') return NaN
    throw malformed(this.bytes, from, this.start, 'a double')
  }

  protected boolean(): boolean {
    const at = this.position
    if (at >= this.end) throw truncated(this.start, this.end, 'the t or f of a boolean')
    const byte = this.bytes[at]
    if (byte !== 116 && byte !== 102) throw malformed(this.bytes, at, this.start, 't or f')
    this.position = at + 1
    this.lineEnd()
    return byte === 116
  }
}
