import type { Argument } from './encode.ts'
import { writeText } from './text.ts'

/**
 * Requests as argument vectors, for an engine in this process: a 32-bit count of arguments, and for each its 32-bit
 * length and its bytes, padded to a multiple of four. `requestSize` bytes are enough for them, too.
 */

/** A string up to this many UTF-16 units is written by a loop, which is faster than a call. */
const LOOPED = 32

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
  if (value >= 0 && value < 10 && Math.floor(value) === value) {
    bytes[at] = 48 + value
    return at + 1
  }
  if (value === Infinity) return writeString(bytes, at, 'inf')
  if (value === -Infinity) return writeString(bytes, at, '-inf')
  return writeString(bytes, at, String(value))
}
