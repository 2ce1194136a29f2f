/**
 * Text in and out of bytes, by the fastest means the platform has: Node's `Buffer` methods (found, not imported, so
 * that browsers run the same file) or the web's `TextDecoder` and `TextEncoder`.
 */

interface ByteText {
  utf8Slice?(this: Uint8Array, start: number, end: number): string
  latin1Slice?(this: Uint8Array, start: number, end: number): string
}

interface NodeBuffer {
  prototype: ByteText
  byteLength(text: string): number
}

const buffer = (globalThis as unknown as { Buffer?: NodeBuffer }).Buffer
const utf8Slice = buffer?.prototype.utf8Slice
const latin1Slice = buffer?.prototype.latin1Slice

const encoder = new TextEncoder()
// A byte order mark is part of a value like any other character.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Below this many bytes a loop is faster than a call into the platform. */
const SHORT = 13

/** `bytes[start, end)` as UTF-8; what is not valid becomes U+FFFD. The string is a copy. */
export function readText(bytes: Uint8Array, start: number, end: number): string {
  if (end - start < SHORT) {
    let text = ''
    let at = start
    for (; at + 3 < end; at += 4) {
      const a = bytes[at]
      const b = bytes[at + 1]
      const c = bytes[at + 2]
      const d = bytes[at + 3]
      if ((a | b | c | d) > 127) return readUtf8(bytes, start, end)
      text += String.fromCharCode(a, b, c, d)
    }
    for (; at < end; at++) {
      const byte = bytes[at]
      if (byte > 127) return readUtf8(bytes, start, end)
      text += String.fromCharCode(byte)
    }
    return text
  }
  return readUtf8(bytes, start, end)
}

function readUtf8(bytes: Uint8Array, start: number, end: number): string {
  if (utf8Slice !== undefined) return utf8Slice.call(bytes, start, end)
  // TextDecoder refuses shared memory in browsers, so that is copied out first.
  const shared = typeof SharedArrayBuffer !== 'undefined' && bytes.buffer instanceof SharedArrayBuffer
  return decoder.decode(shared ? copyBytes(bytes, start, end) : bytes.subarray(start, end))
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
  const copy = new Uint8Array(end - start)
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
  return at + encoder.encodeInto(text, bytes.subarray(at)).written
}

/** `text` as UTF-8. */
export function textBytes(text: string): Uint8Array {
  return encoder.encode(text)
}
