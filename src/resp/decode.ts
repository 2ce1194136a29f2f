import { ProtocolError, RedisError } from '../errors.ts'
import { Aggregate } from './aggregate.ts'
import { malformed, truncated } from './malformed.ts'
import { ReplyReader } from './read.ts'
import type { Reply } from './reply.ts'
import { copyBytes, readLatin1, readText, textBytes } from './text.ts'
import * as wire from './wire.ts'

/** True when the value at `bytes[at]` is a push: a message that answers no request. */
export function isPush(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === wire.PUSH
}

/**
 * Decodes replies where they lie. The caller sets `bytes`, `position` and `end` before every `decode`, because in
 * process `bytes` is the engine's memory, whose views end whenever it grows. What is returned is always a copy.
 */
export class ReplyDecoder extends ReplyReader {
  /**
   * Decodes the one whole reply at `position`, of RESP2 or RESP3, nested to any depth. With `binary`, bulk and
   * verbatim strings come as `Uint8Array`, everything else as without it.
   *
   * - Simple, bulk and verbatim strings are read as UTF-8, invalid bytes as U+FFFD. A verbatim string comes without
   *   its format.
   * - Error replies are returned, never thrown.
   * - A map is an object without a prototype, keyed by text in either mode. A key that is not valid UTF-8 has one
   *   character, U+0000 to U+00FF, for each of its bytes; other types of key are keyed by their text.
   * - A big number is a `bigint`, or the text that a script passed for one.
   * - Attributes are skipped. A push comes as an array.
   *
   * Throws a `ProtocolError` when the bytes are no RESP or end before the reply does; `position` is then of no use.
   * Throws a `RangeError` at a string or set too large for JavaScript; `position` is then behind the reply as always.
   */
  decode(binary: boolean): Reply {
    const common = this.common(binary)
    return common === undefined ? this.decodeAny(binary) : common
  }

  /**
   * Reads `['message', channel, text]` as RESP3 pushes it, which most pushes are. Undefined, with the position as it
   * was, for anything else.
   */
  message(): Reply[] | undefined {
    const { bytes, position, end } = this
    if (position + MESSAGE_HEAD > end || !isMessage(bytes, position)) return undefined
    this.position = position + MESSAGE_HEAD
    return ['message', this.decode(false), this.decode(false)]
  }

  /**
   * The length in bytes of the string at `position`, which ends two bytes before the position that this leaves; null
   * for a null. Undefined, with the position as it was, for a reply that is neither.
   */
  stringLength(): number | null | undefined {
    const { position } = this
    const type = this.bytes[position]
    this.start = position
    this.position++
    if (type === wire.BULK_STRING) {
      const length = this.bulk(true)
      return length < 0 ? null : length
    }
    if (type === wire.VERBATIM_STRING) {
      const from = this.verbatim()
      return this.position - 2 - from
    }
    if (type === wire.NULL && this.line() === position + 1) return null
    this.position = position
    return undefined
  }

  /**
   * Most values: a string of up to three digits' length, OK, an integer of one digit. Undefined, with the position as it
   * was, for any other, and where not all of it is there.
   */
  private common(binary: boolean): string | Uint8Array | number | undefined {
    const { bytes, position, end } = this
    const type = end <= bytes.length ? bytes[position] : 0
    if (type === wire.BULK_STRING) {
      const first = bytes[position + 1] - wire.ZERO
      let length = first
      let at = position + 2
      let digit = bytes[at] - wire.ZERO
      if (digit >= 0 && digit <= 9) {
        length = length * 10 + digit
        digit = bytes[++at] - wire.ZERO
        if (digit >= 0 && digit <= 9) {
          length = length * 10 + digit
          at++
        }
      }
      const from = at + 2
      const to = from + length
      const next = to + 2
      if (first >= 0 && first <= 9 && next <= end && isLineEnd(bytes, at) && isLineEnd(bytes, to)) {
        this.position = next
        return binary ? copyBytes(bytes, from, to) : readText(bytes, from, to)
      }
    } else if (type === wire.SIMPLE_STRING && bytes[position + 1] === LETTER_O && bytes[position + 2] === LETTER_K) {
      if (position + 5 <= end && isLineEnd(bytes, position + 3)) {
        this.position = position + 5
        return 'OK'
      }
    } else if (type === wire.INTEGER) {
      const digit = bytes[position + 1] - wire.ZERO
      if (position + 4 <= end && digit >= 0 && digit <= 9 && isLineEnd(bytes, position + 2)) {
        this.position = position + 4
        return digit
      }
    }
    return undefined
  }

  private decodeAny(binary: boolean): Reply {
    this.start = this.position
    if (this.end > this.bytes.length) throw truncated(this.start, this.bytes.length, 'the end of its window')
    try {
      const type = this.type()
      return isAggregate(type) ? this.aggregate(type, binary) : this.scalar(type, binary)
    } catch (error) {
      if (error instanceof ProtocolError) throw error
      this.position = this.start
      this.skip()
      throw new RangeError(
        `The reply is too large to decode; ${binary ? '' : 'read it in binary or '}ask for it in parts`,
        {
          cause: error,
        },
      )
    }
  }

  private scalar(type: number, binary: boolean): Reply {
    switch (type) {
      case wire.BULK_STRING: {
        const length = this.bulk(true)
        if (length < 0) return null
        const end = this.position - 2
        return binary ? copyBytes(this.bytes, end - length, end) : readText(this.bytes, end - length, end)
      }
      case wire.SIMPLE_STRING: {
        const from = this.position
        return readText(this.bytes, from, this.line())
      }
      case wire.INTEGER:
        return this.integer()
      case wire.NULL: {
        const from = this.position
        if (this.line() !== from) throw malformed(this.bytes, from, this.start, 'the CR of a null')
        return null
      }
      case wire.DOUBLE:
        return this.double()
      case wire.BOOLEAN:
        return this.boolean()
      case wire.VERBATIM_STRING: {
        const from = this.verbatim()
        return binary ? copyBytes(this.bytes, from, this.position - 2) : readText(this.bytes, from, this.position - 2)
      }
      case wire.SIMPLE_ERROR: {
        const from = this.position
        return errorReply(readText(this.bytes, from, this.line()))
      }
      case wire.BULK_ERROR: {
        const length = this.bulk(false)
        const end = this.position - 2
        return errorReply(readText(this.bytes, end - length, end))
      }
      case wire.BIG_NUMBER:
        return this.bigNumber()
      default:
        throw malformed(this.bytes, this.position - 1, this.start, 'the type byte of a reply')
    }
  }

  private aggregate(outermost: number, binary: boolean): Reply {
    let frame = this.open(outermost, null)
    if (frame === null) return null
    for (;;) {
      while (frame.left > 0) {
        if (frame.wantsKey()) {
          frame.putKey(this.key(this.type()))
          continue
        }
        const common = this.common(binary)
        if (common !== undefined) {
          frame.put(common)
          continue
        }
        const type = this.type()
        if (isAggregate(type)) {
          const inner = this.open(type, frame)
          if (inner === null) frame.put(null)
          else frame = inner
        } else {
          frame.put(this.scalar(type, binary))
        }
      }
      if (frame.outer === null) return frame.value
      frame.outer.put(frame.value)
      frame = frame.outer
    }
  }

  /** Begins the aggregate whose type byte was just read; null for a RESP2 null array. */
  private open(type: number, outer: Aggregate | null): Aggregate | null {
    if (type === wire.ARRAY && this.isNull()) return null
    return new Aggregate(type, this.count(type === wire.MAP ? 2 : 1), outer)
  }

  /** A map's key as text. Keys of types that only scripts make are named by their RESP. */
  private key(type: number): string {
    switch (type) {
      case wire.BULK_STRING: {
        const length = this.bulk(true)
        return length < 0 ? 'null' : keyText(this.bytes, this.position - 2 - length, this.position - 2)
      }
      case wire.VERBATIM_STRING: {
        const from = this.verbatim()
        return keyText(this.bytes, from, this.position - 2)
      }
      case wire.SIMPLE_STRING: {
        const from = this.position
        return keyText(this.bytes, from, this.line())
      }
      case wire.INTEGER:
      case wire.NULL:
      case wire.DOUBLE:
      case wire.BOOLEAN:
      case wire.BIG_NUMBER:
        return String(this.scalar(type, false))
      default: {
        const from = --this.position
        this.skip()
        return readLatin1(this.bytes, from, this.position)
      }
    }
  }
}

/** The length of `>3 $7 message` with its line ends. */
const MESSAGE_HEAD = 17

// Unrolled: the loop would take as long as all the rest of a message.
// biome-ignore format: the text that it compares with, in order
function isMessage(b: Uint8Array, i: number): boolean {
  return b[i + 1] === 0x33 && isLineEnd(b, i + 2) && b[i + 4] === wire.BULK_STRING && b[i + 5] === 0x37 &&
    b[i + 8] === 0x6d && b[i + 9] === 0x65 && b[i + 10] === 0x73 && b[i + 11] === 0x73 && b[i + 12] === 0x61 &&
    b[i + 13] === 0x67 && b[i + 14] === 0x65 && isLineEnd(b, i + 15)
}

const CR_LF = (wire.CR << 8) | wire.LF
const LETTER_O = 79
const LETTER_K = 75

/** So short that it is inlined wherever it is used, for which 27 bytes of code are the limit. */
function isLineEnd(bytes: Uint8Array, at: number): boolean {
  return ((bytes[at] << 8) | bytes[at + 1]) === CR_LF
}

function isAggregate(type: number): boolean {
  return type === wire.ARRAY || type === wire.MAP || type === wire.SET || type === wire.PUSH
}

/** Text of a map's key that stays apart from other keys' even where it is not UTF-8. */
function keyText(bytes: Uint8Array, start: number, end: number): string {
  const text = readText(bytes, start, end)
  if (!text.includes('\ufffd')) return text
  const valid = textBytes(text)
  let same = valid.length === end - start
  for (let i = 0; same && i < valid.length; i++) same = valid[i] === bytes[start + i]
  return same ? text : readLatin1(bytes, start, end)
}

/** A stack would show this decoder, not the caller, and take six times as long as the rest of the error. */
function errorReply(message: string): RedisError {
  const limit = Error.stackTraceLimit
  try {
    Error.stackTraceLimit = 0
  } catch {
    // Where the language's own objects are frozen, the error has its stack and takes its time.
    return new RedisError(message)
  }
  try {
    return new RedisError(message)
  } finally {
    Error.stackTraceLimit = limit
  }
}
