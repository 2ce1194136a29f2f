import { readText, utf8Length, writeText } from './text.ts'
import { CR, LF, ZERO } from './wire.ts'

/**
 * What a command can be called with. Strings go as UTF-8, numbers and bigints as their decimal text, bytes as they
 * are. Infinity is spelled `inf`, as the engine spells it; −0 is `0`, as JavaScript prints it.
 */
export type Argument = string | number | bigint | Uint8Array

const ARRAY_HEADER = 42 // *
const BULK_HEADER = 36 // $

/** `$` or `*`, up to 16 digits, CR LF before the bytes, and CR LF after them. */
const FRAME = 21

/** The longest text of a number, such as `-0.0000012345678901234567`. */
const LONGEST_NUMBER = 25

/** A string longer than this, in UTF-16 units, is measured, so that a large one needs no more than its own size. */
const MEASURED = 4096

/** A string up to this many UTF-16 units is written by a loop, which is faster than a call into the platform. */
const LOOPED = 20

/**
 * How many bytes `encodeRequest` may need at most for `args`, the command's name and its arguments.
 *
 * Throws a `TypeError` that names the position of a wrong argument: the name is position 0, its first argument 1.
 */
export function requestSize(args: readonly Argument[]): number {
  if (!Array.isArray(args))
    throw new TypeError(`A request is an array of a command's name and its arguments, not ${spelled(args)}`)
  const count = args.length
  if (count === 0) throw new TypeError('A request needs at least the name of a command, such as PING')
  const name = args[0]
  if (typeof name !== 'string' && !isBytes(name)) throw wrongArgument(args, 0)
  let size = FRAME
  for (let i = 0; i < count; i++) {
    const arg: unknown = args[i]
    if (typeof arg === 'string') {
      const units = arg.length
      size += FRAME + (units > MEASURED ? utf8Length(arg) : units * 3)
    } else if (typeof arg === 'number') {
      if (Number.isNaN(arg)) throw wrongArgument(args, i)
      size += FRAME + LONGEST_NUMBER
    } else if (typeof arg === 'bigint') {
      size += FRAME + String(arg).length
    } else if (isBytes(arg)) {
      size += FRAME + arg.length
    } else {
      throw wrongArgument(args, i)
    }
  }
  return size
}

/**
 * Writes `args` as a RESP array of bulk strings at `bytes[at]` and returns the index just past it.
 *
 * `requestSize(args)` bytes must be free there; it has also checked the arguments, which this does not do again.
 */
export function encodeRequest(bytes: Uint8Array, at: number, args: readonly Argument[]): number {
  const count = args.length
  let end = writeHeader(bytes, at, ARRAY_HEADER, count)
  for (let i = 0; i < count; i++) {
    const arg = args[i]
    if (typeof arg === 'string') {
      end = writeString(bytes, end, arg)
    } else if (typeof arg === 'number') {
      end = writeNumber(bytes, end, arg)
    } else if (typeof arg === 'bigint') {
      end = writeString(bytes, end, String(arg))
    } else {
      end = writeHeader(bytes, end, BULK_HEADER, arg.length)
      bytes.set(arg, end)
      end = writeLineEnd(bytes, end + arg.length)
    }
  }
  return end
}

function writeLineEnd(bytes: Uint8Array, at: number): number {
  bytes[at] = CR
  bytes[at + 1] = LF
  return at + 2
}

function writeHeader(bytes: Uint8Array, at: number, type: number, length: number): number {
  bytes[at] = type
  if (length < 10) {
    bytes[at + 1] = ZERO + length
    bytes[at + 2] = CR
    bytes[at + 3] = LF
    return at + 4
  }
  let end = at + 1 + digitsOf(length)
  const next = writeLineEnd(bytes, end)
  let rest = length
  while (end > at + 1) {
    const tens = Math.floor(rest / 10)
    bytes[--end] = ZERO + rest - tens * 10
    rest = tens
  }
  return next
}

function digitsOf(length: number): number {
  let digits = 1
  for (let limit = 10; length >= limit; limit *= 10) digits++
  return digits
}

function writeString(bytes: Uint8Array, at: number, text: string): number {
  const units = text.length
  // The header is written for ASCII, where a unit is a byte, and corrected below where that was not so.
  const start = writeHeader(bytes, at, BULK_HEADER, units)
  if (units <= LOOPED) {
    let i = 0
    while (i < units) {
      const unit = text.charCodeAt(i)
      if (unit > 127) break
      bytes[start + i] = unit
      i++
    }
    if (i === units) return writeLineEnd(bytes, start + units)
  }
  const end = writeText(text, bytes, start)
  const length = end - start
  if (length === units) return writeLineEnd(bytes, end)
  const shift = digitsOf(length) - digitsOf(units)
  if (shift > 0) bytes.copyWithin(start + shift, start, end)
  writeHeader(bytes, at, BULK_HEADER, length)
  return writeLineEnd(bytes, end + shift)
}

function writeNumber(bytes: Uint8Array, at: number, value: number): number {
  if (value >= 0 && value < 10 && Math.floor(value) === value) {
    bytes[at] = BULK_HEADER
    bytes[at + 1] = ZERO + 1
    bytes[at + 2] = CR
    bytes[at + 3] = LF
    bytes[at + 4] = ZERO + value
    return writeLineEnd(bytes, at + 5)
  }
  if (value === Infinity) return writeString(bytes, at, 'inf')
  if (value === -Infinity) return writeString(bytes, at, '-inf')
  return writeString(bytes, at, String(value))
}

/** Also true for the `Uint8Array` or `Buffer` of another realm, such as a test runner's sandbox makes. */
function isBytes(value: unknown): value is Uint8Array {
  if (value instanceof Uint8Array) return true
  return ArrayBuffer.isView(value) && (value as Uint8Array)[Symbol.toStringTag] === 'Uint8Array'
}

/** The error for an argument that is none, at `position`; the name of the command is at 0. */
export function wrongArgument(args: readonly Argument[], position: number): TypeError {
  const name = args[0]
  if (position === 0) {
    return new TypeError(`The name of a command, position 0, is ${spelled(name)}; it must be a string or Uint8Array`)
  }
  const command = typeof name === 'string' ? name : name instanceof Uint8Array ? readText(name, 0, name.length) : '?'
  const shown = command.slice(0, 64).toUpperCase()
  return new TypeError(
    `Argument ${position} of ${shown} is ${spelled(args[position])}; it must be a string, number, bigint or Uint8Array`,
  )
}

function spelled(value: unknown): string {
  if (value === null || value === undefined || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return `the number ${value}`
  if (typeof value === 'bigint') return `the bigint ${value}`
  if (typeof value === 'string') return 'a string'
  if (typeof value === 'symbol') return 'a symbol'
  if (typeof value === 'function') return 'a function'
  if (Array.isArray(value)) return 'an array (spread its elements)'
  const kind = Object.prototype.toString.call(value).slice(8, -1)
  return kind === 'Object' ? 'an object' : `an object (${kind})`
}
