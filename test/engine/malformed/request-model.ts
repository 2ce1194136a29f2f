/**
 * Whether the engine must refuse some bytes that a new connection sends, worked out from the protocol alone: requests
 * are arrays of bulk strings, or lines of words. Lines and counts stay below the engine's limits of their length.
 */

const LARGEST_COUNT = 2 ** 31 - 1
const LARGEST_BULK = 512 * 1024 * 1024
const CR = 13
const LF = 10
const [STAR, DOLLAR, BACKSLASH, DOUBLE, SINGLE, LOWER_X] = [...'*$\\"\'x'].map((c) => c.charCodeAt(0))

/** True for a protocol error; false when everything is well formed, or may become so with more bytes. */
export function mustFail(bytes: Uint8Array): boolean {
  let at = 0
  while (at < bytes.length) {
    const next = bytes[at] === STAR ? endOfArray(bytes, at) : endOfLine(bytes, at)
    if (next === 'wrong') return true
    if (next === 'incomplete') return false
    at = next
  }
  return false
}

type Step = number | 'wrong' | 'incomplete'

function endOfArray(bytes: Uint8Array, start: number): Step {
  const header = readHeader(bytes, start)
  if (typeof header === 'string') return header
  if (header.value > LARGEST_COUNT) return 'wrong'
  let at = header.next
  for (let left = header.value; left > 0; left--) {
    if (at >= bytes.length) return 'incomplete'
    const end = bytes.indexOf(CR, at)
    if (end < 0 || end + 1 >= bytes.length) return 'incomplete'
    if (bytes[at] !== DOLLAR) return 'wrong'
    const bulk = readHeader(bytes, at)
    if (typeof bulk === 'string') return bulk
    if (bulk.value < 0 || bulk.value > LARGEST_BULK) return 'wrong'
    at = bulk.next + bulk.value
    if (at + 2 > bytes.length) return 'incomplete'
    if (bytes[at] !== CR || bytes[at + 1] !== LF) return 'wrong'
    at += 2
  }
  return at
}

/** A type byte, a whole number without needless digits, CR LF. */
function readHeader(bytes: Uint8Array, at: number): { value: number; next: number } | 'wrong' | 'incomplete' {
  const end = bytes.indexOf(CR, at)
  if (end < 0 || end + 1 >= bytes.length) return 'incomplete'
  if (bytes[end + 1] !== LF) return 'wrong'
  const text = String.fromCharCode(...bytes.subarray(at + 1, Math.min(end, at + 30)))
  if (!/^(0|-?[1-9]\d{0,18})$/.test(text)) return 'wrong'
  const value = BigInt(text)
  if (value !== BigInt.asIntN(64, value)) return 'wrong'
  return { value: Number(value), next: end + 2 }
}

/**
 * A line must not end inside quotes. The engine takes an escape that ends the line for a backslash and what follows
 * it, and a line with a zero byte has no end for it.
 */
function endOfLine(bytes: Uint8Array, start: number): Step {
  const end = bytes.indexOf(LF, start)
  const zero = bytes.indexOf(0, start)
  if (end < 0 || (zero >= 0 && zero < end)) return 'incomplete'
  const last = end > start && bytes[end - 1] === CR ? end - 1 : end
  let quote = 0
  for (let at = start; at < last; at++) {
    const byte = bytes[at]
    if (quote === 0) {
      if (byte === DOUBLE || byte === SINGLE) quote = byte
    } else if (byte === quote) {
      quote = 0
    } else if (byte === BACKSLASH && at + 2 < last) {
      if (quote === SINGLE) at += bytes[at + 1] === SINGLE ? 1 : 0
      else at += bytes[at + 1] === LOWER_X && at + 4 < last && isHex(bytes[at + 2]) && isHex(bytes[at + 3]) ? 3 : 1
    }
  }
  return quote === 0 ? end + 1 : 'wrong'
}

function isHex(byte: number): boolean {
  return /^[0-9a-fA-F]$/.test(String.fromCharCode(byte))
}
