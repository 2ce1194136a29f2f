/** A reply with its types and order kept, which a decoded one does not have and which is what a terminal shows. */
export type ReplyNode =
  | { type: 'status' | 'error' | 'string' | 'verbatim' | 'double' | 'big'; text: string }
  | { type: 'integer'; text: string }
  | { type: 'nil' }
  | { type: 'boolean'; value: boolean }
  | { type: 'array' | 'set' | 'push' | 'map'; items: ReplyNode[] }

/** Types of one line, by their first byte. */
const lines = { '+': 'status', '-': 'error', ':': 'integer', ',': 'double', '(': 'big' } as const
/** Types of counted bytes. */
const counted = { $: 'string', '!': 'error', '=': 'verbatim' } as const
/** Types of counted values. */
const aggregates = { '*': 'array', '~': 'set', '>': 'push', '%': 'map', '|': 'map' } as const

function isOf<T extends object>(table: T, type: string): type is Extract<keyof T, string> {
  return Object.hasOwn(table, type)
}

/**
 * Reads one reply that `ReplyFramer` has found to be whole. Text has one character, U+0000 to U+00FF, for each byte, so
 * that values which are no UTF-8 are printed as they are.
 */
export function readReply(bytes: Buffer): ReplyNode {
  let at = 0
  const line = () => {
    const end = bytes.indexOf('\r\n', at)
    const text = bytes.toString('latin1', at, end)
    at = end + 2
    return text
  }
  const read = (): ReplyNode => {
    const header = line()
    const type = header[0]
    const rest = header.slice(1)
    if (isOf(lines, type)) return { type: lines[type], text: rest }
    if (type === '_') return { type: 'nil' }
    if (type === '#') return { type: 'boolean', value: rest === 't' }
    const count = Number(rest)
    if (count < 0) return { type: 'nil' }
    if (isOf(counted, type)) {
      const text = bytes.toString('latin1', at, at + count)
      at += count + 2
      return { type: counted[type], text: type === '=' ? text.slice(4) : text }
    }
    const kind = isOf(aggregates, type) ? aggregates[type] : 'array'
    const items = Array.from({ length: kind === 'map' ? count * 2 : count }, read)
    return type === '|' ? read() : { type: kind, items } // attributes describe the value behind them
  }
  return read()
}
