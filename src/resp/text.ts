/**
 * Text in and out of bytes, by the fastest means the platform has: Node's `Buffer` methods (found, not imported, so
 * that browsers run the same file) or the web's `TextDecoder` and `TextEncoder`.
 */
import { LONG_ASCII, readAscii, readLongAscii, SHORT_ASCII } from './ascii.ts'

interface ByteText {
  utf8Slice?(this: Uint8Array, start: number, end: number): string
  latin1Slice?(this: Uint8Array, start: number, end: number): string
  utf8Write?(this: Uint8Array, text: string, at: number, room: number): number
}

interface NodeBuffer {
  prototype: ByteText
  byteLength(text: string): number
}

const buffer = (globalThis as unknown as { Buffer?: NodeBuffer }).Buffer
const utf8Slice = buffer?.prototype.utf8Slice
const latin1Slice = buffer?.prototype.latin1Slice
const utf8Write = buffer?.prototype.utf8Write

const encoder = new TextEncoder()
// A byte order mark is part of a value like any other character.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** From this many bytes on, Node keeps Latin-1 outside its heap: looking first whether all is ASCII is then faster. */
const LONG = 1 << 20

/** Up to this many bytes a loop copies faster than a call. */
const SHORT_COPY = 16

/** `bytes[start, end)` as UTF-8; what is not valid becomes U+FFFD. The string is a copy. */
export function readText(bytes: Uint8Array, start: number, end: number): string {
  const length = end - start
  if (length <= SHORT_ASCII) return readAscii(bytes, start, length) ?? readUtf8(bytes, start, end)
  if (length > LONG_ASCII) return readUtf8(bytes, start, end)
  return readLongAscii(bytes, start, length) ?? readUtf8(bytes, start, end)
}

function readUtf8(bytes: Uint8Array, start: number, end: number): string {
  if (utf8Slice !== undefined && latin1Slice !== undefined) {
    if (end - start >= LONG && isAscii(bytes, start, end)) return latin1Slice.call(bytes, start, end)
    return utf8Slice.call(bytes, start, end)
  }
  // TextDecoder refuses shared memory in browsers, so that is copied out first.
  const shared = typeof SharedArrayBuffer !== 'undefined' && bytes.buffer instanceof SharedArrayBuffer
  return decoder.decode(shared ? copyBytes(bytes, start, end) : bytes.subarray(start, end))
}

/** Looks at four bytes at a time, 32 between two decisions. */
function isAscii(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start
  for (; ((bytes.byteOffset + at) & 3) !== 0; at++) if (bytes[at] > 127) return false
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + at, (end - at) >> 2)
  const whole = words.length & ~7
  for (let i = 0; i < whole; i += 8) {
    const left = words[i] | words[i + 1] | words[i + 2] | words[i + 3]
    const right = words[i + 4] | words[i + 5] | words[i + 6] | words[i + 7]
    if (((left | right) & 0x80808080) !== 0) return false
  }
  for (at += whole * 4; at < end; at++) if (bytes[at] > 127) return false
  return true
}

/** `bytes[start, end)` with one character, U+0000 to U+00FF, for each byte. */
export function readLatin1(bytes: Uint8Array, start: number, end: number): string {
  if (latin1Slice !== undefined) return latin1Slice.call(bytes, start, end)
  let text = ''
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at])
  return text
}

/** A copy of `bytes[start, end)` with memory of its own, a plain `Uint8Array` even where `bytes` is a `Buffer`. */
export function copyBytes(bytes: Uint8Array, start: number, end: number): Uint8Array<ArrayBuffer> {
  const length = end - start
  // Slicing is the fastest, but a Buffer's `slice` is a view; and short loops beat any call.
  if (length > SHORT_COPY && bytes.constructor === Uint8Array) return bytes.slice(start, end)
  const copy = new Uint8Array(length)
  if (length <= SHORT_COPY) {
    for (let i = 0; i < length; i++) copy[i] = bytes[start + i]
    return copy
  }
  copy.set(bytes.subarray(start, end))
  return copy
}

/** How many bytes `text` takes as UTF-8. */
export function utf8Length(text: string): number {
  if (buffer !== undefined) return buffer.byteLength(text)
  let length = text.length
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) continue
    if (unit < 0x800) length += 1
    else if (unit >= 0xd800 && unit < 0xdc00 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      length += 2 // four bytes for these two units
      i++
    } else length += 2
  }
  return length
}

/** Writes `text` as UTF-8 at `bytes[at]`, lone surrogates as U+FFFD, and returns the index just past it. */
export function writeText(text: string, bytes: Uint8Array, at: number): number {
  // Told of more than 2 GiB of room, both write nothing and say so to nobody.
  const room = Math.min(bytes.length - at, text.length * 3)
  if (utf8Write !== undefined) return at + utf8Write.call(bytes, text, at, room)
  return at + encoder.encodeInto(text, bytes.subarray(at, at + room)).written
}

/** `text` as UTF-8. */
export function textBytes(text: string): Uint8Array {
  return encoder.encode(text)
}
