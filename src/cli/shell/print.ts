import type { ReplyNode } from '../reply.ts'
import { quoted } from '../words.ts'

/** How replies are printed: with their types for people, without for programs, or as JSON. */
export type Style = 'typed' | 'raw' | 'json'

/** Text of replies has a character for each byte; this is what it says as UTF-8. */
function utf8(text: string): string {
  return Buffer.from(text, 'latin1').toString()
}

function latin1(text: string): string {
  return Buffer.from(text).toString('latin1')
}

const empty = { array: '(empty array)', map: '(empty hash)', set: '(empty set)', push: '(empty push)' }

/** The lines that a reply has in a terminal, as valkey-cli prints them. `prefix` is what stands before nested ones. */
function typed(reply: ReplyNode, prefix: string): string {
  switch (reply.type) {
    case 'error':
      return `(error) ${reply.text}\n`
    case 'status':
    case 'verbatim':
    case 'big':
      return `${reply.text}\n`
    case 'integer':
      return `(integer) ${reply.text}\n`
    case 'double':
      return `(double) ${reply.text}\n`
    case 'string':
      return `${quoted(Buffer.from(reply.text, 'latin1'))}\n`
    case 'nil':
      return '(nil)\n'
    case 'boolean':
      return reply.value ? '(true)\n' : '(false)\n'
    default:
      return listed(reply, prefix)
  }
}

function listed({ type, items }: Extract<ReplyNode, { items: ReplyNode[] }>, prefix: string): string {
  if (items.length === 0) return `${empty[type]}\n`
  const step = type === 'map' ? 2 : 1
  const width = String(items.length / step).length
  const inner = prefix + ' '.repeat(width + 2)
  const mark = type === 'set' ? '~' : type === 'map' ? '#' : ')'
  let out = ''
  for (let i = 0; i < items.length; i += step) {
    out += `${i === 0 ? '' : prefix}${String(i / step + 1).padStart(width)}${mark} ${typed(items[i], inner)}`
    if (step === 1) continue
    const value = items[i + 1]
    const deep = 'items' in value && value.items.length > 0
    out = `${out.slice(0, -1)} => ${deep ? `\n${inner}` : ''}${typed(value, inner)}`
  }
  return out
}

function raw(reply: ReplyNode): string {
  switch (reply.type) {
    case 'nil':
      return ''
    case 'error':
      return `${reply.text}\n`
    case 'boolean':
      return reply.value ? '(true)' : '(false)'
    case 'map': {
      const lines: string[] = []
      for (let i = 0; i < reply.items.length; i += 2) lines.push(`${raw(reply.items[i])} ${raw(reply.items[i + 1])}`)
      return lines.join('\n')
    }
    case 'array':
    case 'set':
    case 'push':
      return reply.items.map(raw).join('\n')
    default:
      return reply.text
  }
}

function json(reply: ReplyNode): string {
  switch (reply.type) {
    case 'nil':
      return 'null'
    case 'error':
      return `error:${latin1(JSON.stringify(utf8(reply.text)))}`
    case 'boolean':
      return String(reply.value)
    case 'integer':
    case 'double':
    case 'big':
      return reply.text
    case 'map': {
      const pairs: string[] = []
      for (let i = 0; i < reply.items.length; i += 2) {
        const key = json(reply.items[i])
        pairs.push(`${key.startsWith('"') ? key : JSON.stringify(key)}:${json(reply.items[i + 1])}`)
      }
      return `{${pairs.join(',')}}`
    }
    case 'array':
    case 'set':
    case 'push':
      return `[${reply.items.map(json).join(',')}]`
    default:
      return latin1(JSON.stringify(utf8(reply.text)))
  }
}

/** Commands whose text is meant to be read as it is, in a terminal, too. */
const readable =
  /^(info|lolwut|debug htstats(-key)?|memory (malloc-stats|doctor)|cluster (nodes|info)|client (list|info)|latency (graph|doctor))\b/i

/** A reply as bytes for the output. `command` is what it answers, where it answers one. */
export function printed(reply: ReplyNode, style: Style, command = ''): Buffer {
  const asText = style === 'raw' || (style === 'typed' && reply.type === 'string' && readable.test(command))
  const text = style === 'json' ? `${json(reply)}\n` : asText ? `${raw(reply)}\n` : typed(reply, '')
  return Buffer.from(text, 'latin1')
}
