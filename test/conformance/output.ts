/** What comes out of one connection: which of it answers a command, and which nobody asked for. */
import { any, bag, type Canonical, list, text } from './canonical.ts'
import { startsWith } from './compare.ts'
import { exact } from './normalise.ts'
import { type Reply, readReply } from './reply.ts'
import { type Command, nameOf } from './sequence.ts'

/** A reply with its command, or a push, which has none. */
export interface Output {
  command?: Command
  bytes: Uint8Array
}

const SUBSCRIPTIONS = /^[PS]?(UN)?SUBSCRIBE$/
const BROKEN = 'tracking-redir-broken'
const MESSAGES = ['message', 'pmessage', 'smessage', 'invalidate', BROKEN]
const MESSAGE_HEADS = MESSAGES.flatMap((kind) =>
  [3, 4].flatMap((size) => ['*', '>'].map((type) => `${type}${size}\r\n$${kind.length}\r\n${kind}\r\n`)),
).concat(['>2\r\n$10\r\ninvalidate\r\n', '>2\r\n$21\r\ntracking-redir-broken\r\n'])

const STAR = 42
const PLUS = 43
const PUSH = 62

// A line of MONITOR: when, and [database where it came from].
const MONITOR_LINE = /^\+\d+\.\d+ \[(\d+) ([^\]]*)\] /
/** PING without an argument: how often a side is asked whether it has settled is its own affair. */
const ASKED = / "PING"\r\n$/

/** Follows one connection of one side: assigns what comes out of it to the commands that went in. */
export class Outputs {
  /** Commands that are not answered yet, or not wholly. */
  readonly waiting: Command[] = []
  /** Confirmations that the first of them was given; each (UN)SUBSCRIBE has one for each channel. */
  private confirmed = 0
  private expected = 0
  private readonly subscribed = new Map<string, Set<string>>()

  sent(commands: readonly Command[]): void {
    this.waiting.push(...commands)
  }

  /** What came, in order. What no command is waiting for counts as a push, and is compared as one. */
  came(frames: readonly Uint8Array[]): Output[] {
    return frames.flatMap((bytes) => {
      const line = monitorLine(bytes)
      if (line !== undefined) return ASKED.test(line) ? [] : { bytes }
      if (MESSAGE_HEADS.some((head) => startsWith(bytes, head))) return { bytes }
      const command = this.waiting[0]
      if (command === undefined) return { bytes }
      if (this.completes(command, bytes)) {
        this.waiting.shift()
        this.confirmed = 0
      }
      return { command, bytes }
    })
  }

  private completes(command: Command, bytes: Uint8Array): boolean {
    const name = nameOf(command)
    if (name === 'RESET' && startsWith(bytes, '+RESET')) this.subscribed.clear()
    if (name === 'EXEC') for (const item of itemsOf(readReply(bytes))) this.confirm(item)
    if (!SUBSCRIPTIONS.test(name) || !(bytes[0] === STAR || bytes[0] === PUSH)) return true
    if (this.confirmed === 0) this.expected = this.confirmations(name, command)
    this.confirm(readReply(bytes))
    this.confirmed++
    return this.confirmed >= this.expected
  }

  private confirmations(name: string, command: Command): number {
    if (command.length > 1) return command.length - 1
    return Math.max(1, this.channels(name.toLowerCase().replace('un', '')).size)
  }

  private channels(kind: string): Set<string> {
    const channels = this.subscribed.get(kind) ?? new Set()
    this.subscribed.set(kind, channels)
    return channels
  }

  private confirm(reply: Reply): void {
    const [kind, channel] = itemsOf(reply).map((item) => ('text' in item ? (item.text ?? '') : ''))
    if (kind === undefined || channel === undefined || !SUBSCRIPTIONS.test(kind.toUpperCase())) return
    if (kind.includes('unsub')) this.channels(kind.replace('un', '')).delete(channel)
    else this.channels(kind).add(channel)
  }
}

function itemsOf(reply: Reply): readonly Reply[] {
  return 'items' in reply ? (reply.items ?? []) : []
}

/** Output of which the order, or how it is cut into pushes, is left to chance. */
export interface Group {
  command?: Command
  /** One reply, or pushes and confirmations that belong together. */
  frames: Uint8Array[]
}

/**
 * Puts together what must be compared together: the messages that one PUBLISH makes for the patterns of a connection
 * (they follow a hash table), what UNSUBSCRIBE without arguments confirms (the same), and what connections that track keys
 * make come out of the one that hears for them: how many keys share a message depends on how the input was read, and who
 * comes first, on where in memory those connections lie.
 */
export function grouped(outputs: readonly Output[]): Group[] {
  const groups: (Group & { key: string })[] = []
  for (const { command, bytes } of outputs) {
    const key = keyOf(command, bytes)
    const last = groups.at(-1)
    if (last && key !== '' && last.key === key && last.command === command) last.frames.push(bytes)
    else groups.push({ command, frames: [bytes], key })
  }
  return groups
}

function monitorLine(bytes: Uint8Array): string | undefined {
  if (bytes[0] !== PLUS || !(bytes[1] > 47 && bytes[1] < 58)) return undefined
  const line = Buffer.from(bytes).toString('latin1')
  return MONITOR_LINE.test(line) ? line : undefined
}

// Without the time, and where it came from but for scripts; ids of connections are different ones on either side.
function canonicalLine(line: string): Canonical {
  const bare = line.replace(MONITOR_LINE, (_, database, from) => `[${database} ${from === 'lua' ? from : 'client'}] `)
  return text(/"CLIENT"/i.test(bare) ? bare.replace(/"\d+"/g, '"id"') : bare)
}

function keyOf(command: Command | undefined, bytes: Uint8Array): string {
  if (command !== undefined) {
    return SUBSCRIPTIONS.test(nameOf(command)) && command.length === 1 ? 'confirmations' : ''
  }
  if (bytes[0] === PLUS) return ''
  const items = itemsOf(readReply(bytes))
  const kind = 'text' in items[0] ? items[0].text : ''
  if (kind === 'pmessage') return JSON.stringify([kind, ...items.slice(2)])
  return isOfTracking(items) ? 'tracking' : ''
}

/** What two equal engines agree on in a group that is not one reply. */
export function canonicalGroup({ command, frames }: Group): Canonical {
  const line = command === undefined ? monitorLine(frames[0]) : undefined
  if (line !== undefined) return canonicalLine(line)
  const replies = frames.map((frame) => readReply(frame))
  if (command !== undefined) {
    const rows = replies.map((reply) => itemsOf(reply).map(exact))
    return list([bag(rows.map((row) => list(row.slice(0, 2)))), list(rows.map((row) => list(row.slice(2))))])
  }
  return isOfTracking(itemsOf(replies[0])) ? bag(replies.flatMap(trackedOf)) : bag(replies.map(exact))
}

/** Who hears in RESP2 has subscribed to a channel of that name. */
const HEARD = '__redis__:invalidate'

function isOfTracking([kind, channel]: readonly Reply[]): boolean {
  if (!('text' in kind) || kind.text === null) return false
  const heard = channel !== undefined && 'text' in channel && channel.text === HEARD
  return kind.text === 'invalidate' || kind.text === BROKEN || (kind.text === 'message' && heard)
}

/** Each key that is to be forgotten; or that the one who would have heard is gone. */
function trackedOf(reply: Reply): Canonical[] {
  const [kind, ...rest] = itemsOf(reply)
  if ('text' in kind && kind.text === BROKEN) return [list([text(BROKEN), any('id')])]
  return rest.slice(-1).flatMap(keysOf)
}

function keysOf(reply: Reply): Canonical[] {
  return 'items' in reply && reply.items !== null ? reply.items.map(exact) : [exact(reply)]
}
