import { joined } from '../resp/joined.ts'

/** What an interceptor answers a command with; an `Error` is an error reply. */
export type ReplyValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | Uint8Array
  | Error
  | readonly ReplyValue[]
  | ReadonlySet<ReplyValue>
  | ReadonlyMap<ReplyValue, ReplyValue>
  | { readonly [field: string]: ReplyValue }

const utf8 = new TextEncoder()

/** An error reply: `text` on one line, with `ERR` before it where it has no code. */
export function errorReply(text: string): Uint8Array {
  const line = text.replace(/^-/, '').replace(/\s+/g, ' ').trim()
  return utf8.encode(/^[A-Z][A-Z0-9_]*( |$)/.test(line) ? `-${line}\r\n` : `-ERR ${line}\r\n`)
}

/**
 * `value` as bytes of the protocol that the client speaks; in RESP2, as the engine itself would say it there. Throws a
 * `TypeError` for what is no reply.
 */
export function encodeReply(value: ReplyValue, protocol: 2 | 3): Uint8Array {
  const parts: Uint8Array[] = []
  append(value, protocol === 3, parts)
  return joined(parts)
}

function append(value: ReplyValue, three: boolean, parts: Uint8Array[]): void {
  const line = (text: string) => parts.push(utf8.encode(`${text}\r\n`))
  if (value === null) line(three ? '_' : '$-1')
  else if (typeof value === 'string') appendBulk(utf8.encode(value), parts)
  else if (typeof value === 'boolean') line(three ? (value ? '#t' : '#f') : value ? ':1' : ':0')
  else if (typeof value === 'bigint') line(`:${value}`)
  else if (typeof value === 'number') {
    if (Number.isSafeInteger(value)) line(`:${value}`)
    else if (three) line(`,${value === Infinity ? 'inf' : value === -Infinity ? '-inf' : value}`)
    else appendBulk(utf8.encode(String(value)), parts)
  } else if (value instanceof Uint8Array) appendBulk(value, parts)
  else if (value instanceof Error) parts.push(errorReply(value.message))
  else if (Array.isArray(value)) appendAll('*', value, value.length, three, parts)
  else if (value instanceof Set) appendAll(three ? '~' : '*', [...value], value.size, three, parts)
  else if (typeof value === 'object') {
    const pairs = value instanceof Map ? [...value] : Object.entries(value)
    appendAll(three ? '%' : '*', pairs.flat(1) as ReplyValue[], three ? pairs.length : pairs.length * 2, three, parts)
  } else throw new TypeError(`${typeof value} is no reply: an interceptor answers with text, a number, bytes, null, …`)
}

function appendAll(mark: string, values: ReplyValue[], size: number, three: boolean, parts: Uint8Array[]): void {
  parts.push(utf8.encode(`${mark}${size}\r\n`))
  for (const value of values) append(value, three, parts)
}

function appendBulk(bytes: Uint8Array, parts: Uint8Array[]): void {
  parts.push(utf8.encode(`$${bytes.length}\r\n`), bytes, utf8.encode('\r\n'))
}
