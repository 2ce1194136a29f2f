import { commandTable } from '../../client/command-table.generated.ts'
import type { ReplyNode } from '../reply.ts'

/** What is known of one command. */
export interface CommandDoc {
  /** In upper case, the subcommand behind a blank: `CLIENT LIST`. */
  name: string
  summary: string
  since: string
  group: string
  /** Its arguments as they are typed, one text for each: `key`, `[NX|XX]`. */
  syntax: string[]
}

/** All that is known, by name. */
export type CommandDocs = ReadonlyMap<string, CommandDoc>

/** The commands of the engine that this library carries, without their syntax: what is known before anybody is asked. */
export function namesOnly(): CommandDocs {
  const known = commandTable.map(([, ...words]) => words.join(' '))
  return new Map(known.map((name) => [name, { name, summary: '', since: '', group: '', syntax: [] }]))
}

/** Reads the reply to COMMAND DOCS, in either protocol. */
export function readDocs(reply: ReplyNode): CommandDocs {
  const docs = new Map<string, CommandDoc>()
  readInto(docs, reply)
  return docs
}

function readInto(docs: Map<string, CommandDoc>, reply: ReplyNode): void {
  for (const [fullName, value] of pairs(reply)) {
    const name = fullName.replace('|', ' ').toUpperCase()
    const fields = new Map(pairs(value))
    const words = (field: string) => textOf(fields.get(field))
    const syntax = itemsOf(fields.get('arguments')).map(argument)
    docs.set(name, { name, summary: words('summary'), since: words('since'), group: words('group'), syntax })
    const subcommands = fields.get('subcommands')
    if (subcommands) readInto(docs, subcommands)
  }
}

function itemsOf(node: ReplyNode | undefined): ReplyNode[] {
  return node && 'items' in node ? node.items : []
}

function textOf(node: ReplyNode | undefined): string {
  return node && 'text' in node ? node.text : ''
}

/** A map, which RESP2 gives as an array of keys and values. */
function pairs(node: ReplyNode): [string, ReplyNode][] {
  const items = itemsOf(node)
  return items.flatMap((item, i) => (i % 2 === 0 ? [[textOf(item), items[i + 1]] as [string, ReplyNode]] : []))
}

/** One argument as documentation writes it: `[EX seconds|PX milliseconds]`, `key [key ...]`. */
function argument(node: ReplyNode): string {
  const fields = new Map(pairs(node))
  const type = textOf(fields.get('type'))
  const token = fields.has('token') ? textOf(fields.get('token')) || '""' : ''
  const flags = itemsOf(fields.get('flags')).map(textOf)
  const inner = itemsOf(fields.get('arguments')).map(argument)
  const optional = flags.includes('optional')

  let text = textOf(fields.get('display_text')) || textOf(fields.get('name'))
  if (type === 'pure-token') text = ''
  else if (type === 'block') text = inner.join(' ')
  else if (type === 'oneof') text = optional && token === '' ? inner.join('|') : `<${inner.join('|')}>`
  const whole = [token, text].filter((part) => part !== '').join(' ')
  const again = flags.includes('multiple_token') ? whole : text
  const repeated = flags.includes('multiple') ? `${whole} [${again} ...]` : whole
  return optional ? `[${repeated}]` : repeated
}

/** The command that words begin with, and how many of them are its name. */
export function commandOf(words: readonly string[], docs: CommandDocs): [CommandDoc | undefined, number] {
  const [first = '', second = ''] = words.map((word) => word.toUpperCase())
  const sub = docs.get(`${first} ${second}`)
  return sub ? [sub, 2] : [docs.get(first), 1]
}

/**
 * What may follow `line`, to be shown behind the cursor: the rest of the syntax. Empty while there is nothing to say.
 * Options are struck out once they were typed, words that must be there one for one.
 */
export function hintFor(line: string, docs: CommandDocs): string {
  const words = line.split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return ''
  const [command, named] = commandOf(words, docs)
  if (!command || (named === words.length && !/\s$/.test(line) && command.syntax.length === 0)) return ''
  const left = [...command.syntax]
  for (const word of words.slice(named)) {
    const option = left.findIndex((text) => text.startsWith('[') && tokens(text).includes(word.toUpperCase()))
    if (option >= 0) left.splice(option, 1)
    else if (left.length > 0 && !left[0].startsWith('[') && !left[0].endsWith('...]')) left.shift()
    else if (left[0]?.endsWith('...]') && !left[0].startsWith('[')) left[0] = left[0].slice(left[0].indexOf('['))
  }
  return left.length === 0 ? '' : (/\s$/.test(line) ? '' : ' ') + left.join(' ')
}

/** The words in capitals of `[NX|XX]` and `[EX seconds|PX milliseconds]`. */
function tokens(text: string): string[] {
  return text.match(/[A-Z][A-Z0-9-]*/g) ?? []
}

/** What TAB may complete, in the case in which it was begun, and the part of the line that it completes. */
export function completionsFor(line: string, docs: CommandDocs): [string[], string] {
  const start = /^\s*(?:help\s+)?/i.exec(line)?.[0].length ?? 0
  const begun = line.slice(start)
  const upper = begun.toUpperCase()
  const containers = new Set([...docs.keys()].map((name) => name.split(' ')[0]))
  const names = upper.includes(' ') ? [...docs.keys()].filter((name) => name.includes(' ')) : [...containers]
  const found = names.filter((name) => name.startsWith(upper)).sort()
  const lower = begun !== '' && begun === begun.toLowerCase()
  return [found.map((name) => (lower ? name.toLowerCase() : name)), begun]
}

/** What `help …` prints. */
export function helpFor(subject: string, docs: CommandDocs): string {
  if (subject === '') {
    return (
      'help <command>      what it does and how it is written, such as: help set\n' +
      'help @<group>       the commands of a group, such as: help @string\n' +
      '<tab>               completes names; the syntax appears while you type\n' +
      '<number> <command>  runs it so many times\n' +
      'clear, quit         or Ctrl-L and Ctrl-D\n'
    )
  }
  const wanted = subject.toUpperCase().replace(/\s+/g, ' ')
  const found = [...docs.values()].filter((doc) =>
    wanted.startsWith('@')
      ? doc.group.toUpperCase() === wanted.slice(1)
      : doc.name === wanted || doc.name.startsWith(`${wanted} `),
  )
  if (found.length === 0) return `There is no help for ${subject}. Try: help @string\n`
  const blocks = found.map(({ name, syntax, summary, since, group }) => {
    const head = `\n  ${[name, ...syntax].join(' ')}\n`
    return summary === '' ? head : `${head}  summary: ${summary}\n  since: ${since}\n  group: ${group}\n`
  })
  return `${blocks.join('')}\n`
}
