/**
 * Reading raw replies, RESP2 and RESP3. Written apart from the library's own decoder: what judges the library must
 * not share its mistakes. All text is one character per byte, so nothing is lost.
 */
import { escapeBytes } from './sequence.ts'

export type Reply =
  | { type: '+' | '-' | ':' | ',' | '(' | '#' | '_'; text: string }
  | { type: '$' | '=' | '!'; text: string | null }
  | { type: '*' | '~' | '%' | '>' | '|'; items: Reply[] | null }

const CR = 13

/** Where the reply that starts at `at` ends, or -1 when `bytes` (up to `end`) does not hold all of it. */
export function replyEnd(bytes: Uint8Array, at: number, end: number): number {
  // How many values are still to be skipped; a container adds its own.
  let left = 1
  while (left > 0) {
    const line = bytes.indexOf(CR, at)
    if (line === -1 || line + 2 > end) return -1
    const kind = String.fromCharCode(bytes[at])
    const size = '$=!*~%>|'.includes(kind) ? lengthAt(bytes, at + 1, line) : 0
    at = line + 2
    left--
    if ('$=!'.includes(kind)) {
      if (size >= 0) at += size + 2
      if (at > end) return -1
    } else if ('*~>'.includes(kind)) {
      left += Math.max(size, 0)
    } else if (kind === '%') {
      left += size * 2
    } else if (kind === '|') {
      left += size * 2 + 1
    } else if (!'+-:,(#_'.includes(kind)) {
      throw new Error(`not a reply: ${escapeBytes(Buffer.from(bytes.subarray(at - 20, at + 20)).toString('latin1'))}`)
    }
  }
  return at
}

function lengthAt(bytes: Uint8Array, at: number, end: number): number {
  if (bytes[at] === 45) return -1
  let length = 0
  for (; at < end; at++) length = length * 10 + bytes[at] - 48
  return length
}

/** Reads one whole reply; throws when `bytes` holds less or more than that. */
export function readReply(bytes: Uint8Array): Reply {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  let at = 0
  const next = (): Reply => {
    const line = text.indexOf('\r\n', at)
    if (line === -1) throw new Error(`half a reply: ${escapeBytes(text)}`)
    const type = text[at]
    const head = text.slice(at + 1, line)
    at = line + 2
    switch (type) {
      case '$':
      case '=':
      case '!': {
        if (head === '-1') return { type, text: null }
        const start = at
        at += Number(head) + 2
        return { type, text: text.slice(start, at - 2) }
      }
      case '*':
      case '~':
      case '%':
      case '|':
      case '>': {
        if (head === '-1') return { type, items: null }
        const count = Number(head) * (type === '%' || type === '|' ? 2 : 1)
        return { type, items: Array.from({ length: count }, next) }
      }
      case '+':
      case '-':
      case ':':
      case ',':
      case '(':
      case '#':
      case '_':
        return { type, text: head }
      default:
        throw new Error(`not a reply: ${escapeBytes(text)}`)
    }
  }
  const reply = next()
  if (at !== text.length) throw new Error(`${text.length - at} bytes after a reply: ${escapeBytes(text)}`)
  return reply
}

/** The replies that an array reply consists of, each as its own bytes. Empty for a null array and anything else. */
export function splitArray(bytes: Uint8Array): Uint8Array[] {
  const parts: Uint8Array[] = []
  if (bytes[0] !== 42) return parts
  for (let at = bytes.indexOf(CR) + 2; at < bytes.length; ) {
    const end = replyEnd(bytes, at, bytes.length)
    parts.push(bytes.subarray(at, end))
    at = end
  }
  return parts
}

/** A reply over several lines, for a person to compare with another. */
export function showReply(reply: Reply, indent = ''): string {
  if (!('items' in reply)) return `${reply.type} ${reply.text === null ? 'null' : escapeBytes(reply.text)}`
  if (reply.items === null) return `${reply.type} null`
  const lines = reply.items.map((item, at) => `\n${indent}  ${at}) ${showReply(item, `${indent}   `)}`)
  return `${reply.type}${reply.items.length}${lines.join('')}`
}
