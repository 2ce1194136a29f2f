import { malformed } from './malformed.ts'
import * as wire from './wire.ts'

/**
 * Finds where a reply ends, in bytes that arrive piece by piece. It counts the values still expected and so needs no
 * stack, however deep a reply nests; what the values are is left to the decoder.
 */
export class ReplyFramer {
  /** Values that the reply still needs, the current one included; 0 before its first byte was looked at. */
  private expected = 0
  /** Where the next byte to look at lies, counted from the start of the reply. */
  private offset = 0
  /** The bytes at `offset` continue a line that is skipped up to its CR LF. */
  private inLine = false
  /** `offset` lies behind a bulk string whose closing CR LF has not been checked yet. */
  private inBulk = false
  /** Where the reply began, for what errors say. */
  private origin = 0

  /** Forgets a reply that was begun. */
  reset(): void {
    this.expected = 0
    this.offset = 0
    this.inLine = false
    this.inBulk = false
  }

  /**
   * The index just past the first whole reply in `bytes[start, end)`, or −1 when more bytes are needed. After −1 the
   * next call goes on where this one stopped: it must be given the same reply's bytes from their beginning again, at
   * whatever index they lie by then. After an index it starts anew.
   *
   * Throws a `ProtocolError` at bytes that are no RESP; it counts their place from `origin`, where the outermost reply
   * began.
   */
  scan(bytes: Uint8Array, start: number, end: number, origin = start): number {
    this.origin = origin
    if (this.expected === 0) this.expected = 1
    try {
      while (this.expected > 0) {
        if (!this.step(bytes, start, end)) return -1
      }
    } catch (error) {
      this.reset()
      throw error
    }
    const next = start + this.offset
    this.reset()
    return next
  }

  /** Takes one line or bulk string; false when it is not whole yet. */
  private step(bytes: Uint8Array, start: number, end: number): boolean {
    const at = start + this.offset
    if (this.inLine) return this.line(bytes, start, at, end)
    if (this.inBulk) {
      if (at > end) return false
      if (bytes[at - 2] !== wire.CR) throw malformed(bytes, at - 2, this.origin, 'the CR that ends a bulk string')
      if (bytes[at - 1] !== wire.LF) throw malformed(bytes, at - 1, this.origin, 'the LF that ends a bulk string')
      this.inBulk = false
      this.expected--
      return true
    }
    if (at >= end) return false
    switch (bytes[at]) {
      case wire.SIMPLE_STRING:
      case wire.SIMPLE_ERROR:
      case wire.INTEGER:
      case wire.NULL:
      case wire.BOOLEAN:
      case wire.DOUBLE:
      case wire.BIG_NUMBER:
        this.offset++
        this.inLine = true
        return true
      case wire.BULK_STRING:
        return this.header(bytes, start, at, end, 0, true)
      case wire.BULK_ERROR:
      case wire.VERBATIM_STRING:
        return this.header(bytes, start, at, end, 0, false)
      case wire.ARRAY:
        return this.header(bytes, start, at, end, 1, true)
      case wire.SET:
      case wire.PUSH:
        return this.header(bytes, start, at, end, 1, false)
      case wire.MAP:
        return this.header(bytes, start, at, end, 2, false)
      case wire.ATTRIBUTE:
        // Its pairs come before the value that they describe, so that one is still to come.
        this.expected++
        if (this.header(bytes, start, at, end, 2, false)) return true
        this.expected--
        return false
      default:
        throw malformed(bytes, at, this.origin, 'the type byte of a reply')
    }
  }

  private line(bytes: Uint8Array, start: number, from: number, end: number): boolean {
    let at = from
    while (at < end && bytes[at] !== wire.CR) at++
    this.offset = at - start
    if (at + 1 >= end) return false
    if (bytes[at + 1] !== wire.LF) throw malformed(bytes, at + 1, this.origin, 'the LF after a CR')
    this.offset += 2
    this.inLine = false
    this.expected--
    return true
  }

  /**
   * Reads `<type><length>CR LF` at `at`. `values` is how many values follow for each unit of the length, 0 for a bulk
   * string, whose bytes follow. The line is short, so while it is not whole it is read again from its type byte.
   */
  private header(
    bytes: Uint8Array,
    start: number,
    from: number,
    end: number,
    values: number,
    nullable: boolean,
  ): boolean {
    let at = from + 1
    let length = 0
    const negative = nullable && at < end && bytes[at] === wire.MINUS
    if (negative) at++
    const digits = at
    for (; at < end; at++) {
      const digit = bytes[at] - wire.ZERO
      if (digit < 0 || digit > 9) break
      if (at - digits === wire.LONGEST_LENGTH) throw malformed(bytes, at, this.origin, 'the CR after a length')
      length = length * 10 + digit
    }
    if (at >= end) return false
    if (at === digits) throw malformed(bytes, at, this.origin, 'the digit of a length')
    if (negative && (length !== 1 || at !== digits + 1))
      throw malformed(bytes, digits, this.origin, 'the 1 of a null, -1')
    if (bytes[at] !== wire.CR) throw malformed(bytes, at, this.origin, 'the CR after a length')
    if (at + 1 >= end) return false
    if (bytes[at + 1] !== wire.LF) throw malformed(bytes, at + 1, this.origin, 'the LF after a CR')
    this.offset = at + 2 - start
    if (negative) {
      this.expected--
    } else if (values === 0) {
      this.offset += length + 2
      this.inBulk = true
    } else {
      this.expected += length * values - 1
      if (this.expected > Number.MAX_SAFE_INTEGER)
        throw malformed(bytes, at - 1, this.origin, 'the end of a smaller count')
    }
    return true
  }
}
