import { type Argument, wrongArgument } from './encode.ts'
import { writeText } from './text.ts'

/**
 * Requests as argument vectors, for an engine in this process: a 32-bit count of arguments, and for each its 32-bit
 * length and its bytes, padded to a multiple of four. `requestSize` bytes are enough for them, too.
 */

/** A string up to this many UTF-16 units is written by a loop, which is faster than a call. */
const LOOPED = 32

/** The length before an argument and the padding behind it. */
const FRAME = 8

/** The longest text of a number, such as `-0.0000012345678901234567`. */
const LONGEST_NUMBER = 25

/** What `tryVector` returns when the request may not fit. */
export const NO_ROOM = -1

/**
 * Writes `args` as an argument vector at `bytes[at]`, a multiple of four, and returns the index of the next. All that
 * most requests need is one look at each argument: when it may not fit before `limit`, this returns `NO_ROOM`, and the
 * request has to be measured (`requestSize`) and written by `encodeVector`.
 *
 * `words` are the same memory as `bytes`. Throws a `TypeError` that names the position of a wrong argument.
 */
export function tryVector(
  bytes: Uint8Array,
  words: Uint32Array,
  at: number,
  limit: number,
  args: readonly Argument[],
): number {
  const count = args.length
  if (count === 0 || at + FRAME > limit) return NO_ROOM
  words[at >>> 2] = count
  let next = at + 4
  for (let i = 0; i < count; i++) {
    const arg = args[i]
    const start = next + 4
    let end = start
    if (typeof arg === 'string') {
      const units = arg.length
      if (start + units * 3 + FRAME > limit) return NO_ROOM
      end = units > LOOPED || !writeAscii(arg, units, words, start) ? writeText(arg, bytes, start) : start + units
    } else if (typeof arg === 'number') {
      if (i === 0 || Number.isNaN(arg)) throw wrongArgument(args, i)
      if (start + LONGEST_NUMBER + FRAME > limit) return NO_ROOM
      end = writeNumber(bytes, start, arg)
    } else return NO_ROOM // to be measured and checked
    words[next >>> 2] = end - start
    // Not `& ~3`, which is signed: the module's memory may be larger than 2 GiB.
    next = end + ((next - end) & 3)
  }
  return next
}

/** Four characters a store. False where one is not ASCII; what was written then is to be written over. */
function writeAscii(text: string, units: number, words: Uint32Array, start: number): boolean {
  let word = start >>> 2
  let every = 0
  let i = 0
  for (; i + 3 < units; i += 4) {
    const a = text.charCodeAt(i)
    const b = text.charCodeAt(i + 1)
    const c = text.charCodeAt(i + 2)
    const d = text.charCodeAt(i + 3)
    every |= a | b | c | d
    words[word++] = a | (b << 8) | (c << 16) | (d << 24)
  }
  if (i < units) {
    const a = text.charCodeAt(i)
    const b = i + 1 < units ? text.charCodeAt(i + 1) : 0
    const c = i + 2 < units ? text.charCodeAt(i + 2) : 0
    every |= a | b | c
    words[word] = a | (b << 8) | (c << 16)
  }
  return every < 128
}

/**
 * Writes `args` as an argument vector at `bytes[at]`, a multiple of four, and returns the index of the next.
 * `requestSize(args)` bytes must be free there; it has also checked the arguments.
 */
export function encodeVector(bytes: Uint8Array, at: number, args: readonly Argument[]): number {
  const count = args.length
  write32(bytes, at, count)
  let next = at + 4
  for (let i = 0; i < count; i++) {
    const arg = args[i]
    let end: number
    if (typeof arg === 'string') end = writeString(bytes, next + 4, arg)
    else if (typeof arg === 'number') end = writeNumber(bytes, next + 4, arg)
    else if (typeof arg === 'bigint') end = writeString(bytes, next + 4, String(arg))
    else {
      bytes.set(arg, next + 4)
      end = next + 4 + arg.length
    }
    write32(bytes, next, end - next - 4)
    // Not `& ~3`, which is signed: the module's memory may be larger than 2 GiB.
    next = end + ((next - end) & 3)
  }
  return next
}

function write32(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value
  bytes[at + 1] = value >>> 8
  bytes[at + 2] = value >>> 16
  bytes[at + 3] = value >>> 24
}

function writeString(bytes: Uint8Array, at: number, text: string): number {
  const units = text.length
  if (units <= LOOPED) {
    let i = 0
    for (; i < units; i++) {
      const unit = text.charCodeAt(i)
      if (unit > 127) break
      bytes[at + i] = unit
    }
    if (i === units) return at + units
  }
  return writeText(text, bytes, at)
}

function writeNumber(bytes: Uint8Array, at: number, value: number): number {
  if (value >= 0 && value < MOST_LOOPED && Math.floor(value) === value) return writeDigits(bytes, at, value)
  if (value === Infinity) return writeString(bytes, at, 'inf')
  if (value === -Infinity) return writeString(bytes, at, '-inf')
  return writeString(bytes, at, String(value))
}

/** Integers below this are written by a loop; larger ones need more than 32 bits on the way. */
const MOST_LOOPED = 1e9

function writeDigits(bytes: Uint8Array, at: number, value: number): number {
  let end = at + 1
  for (let limit = 10; value >= limit; limit *= 10) end++
  let rest = value | 0
  for (let digit = end - 1; digit >= at; digit--) {
    const tens = (rest / 10) | 0
    bytes[digit] = 48 + rest - tens * 10
    rest = tens
  }
  return end
}
