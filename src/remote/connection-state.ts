import type { Argument } from '../resp/encode.ts'

type Request = readonly Argument[]

/** CLIENT's subcommands that change the connection for good. */
const clientSettings = new Set(['SETNAME', 'SETINFO', 'TRACKING', 'NO-EVICT', 'NO-TOUCH', 'CAPA'])
const plainSettings = new Set(['HELLO', 'AUTH', 'SELECT', 'READONLY', 'READWRITE', 'MONITOR'])
const subscribing = new Set(['SUBSCRIBE', 'PSUBSCRIBE', 'SSUBSCRIBE'])
const unsubscribing = new Set(['UNSUBSCRIBE', 'PUNSUBSCRIBE', 'SUNSUBSCRIBE'])
const watching = new Set(['WATCH', 'UNWATCH', 'EXEC', 'DISCARD', 'MULTI'])

/** One character of each name above, so that the common command is told from them by a look. */
const firstLetters = new Set('HASRMCPUWED')

function word(arg: Argument): string {
  return (typeof arg === 'object' ? new TextDecoder().decode(arg) : String(arg)).toUpperCase()
}

/**
 * What a connection was told about itself, so that the one that comes after it can be told the same. Requests are noted
 * as they are sent, whatever their answer will be: said again in the same order, they come to the same.
 */
export class ConnectionState {
  /** What changed the connection, in order, each once. */
  private settings: Request[] = []
  /** Channels by the command that subscribes to them. */
  private channels = new Map<string, Set<Argument>>()
  /** How many of the settings introduce the connection: it is of no use when they are refused. */
  private vital = 0
  /** Keys are being watched. */
  watching = false

  /** Notes a request that goes out. True when it changes the connection, and so concerns each of several. */
  note(args: Request): boolean {
    const name = word(args[0])
    if (!firstLetters.has(name[0])) return false
    if (plainSettings.has(name) || (name === 'CLIENT' && args.length > 2 && clientSettings.has(word(args[1])))) {
      this.set(args)
      return true
    }
    if (subscribing.has(name)) {
      for (const channel of args.slice(1)) this.channelsOf(name).add(channel)
    } else if (unsubscribing.has(name)) {
      const channels = this.channelsOf(name.replace('UN', ''))
      if (args.length === 1) channels.clear()
      for (const channel of args.slice(1)) channels.delete(channel)
    } else if (watching.has(name)) {
      if (name !== 'MULTI') this.watching = name === 'WATCH'
    } else if (name === 'RESET') {
      this.settings = []
      this.channels.clear()
      this.watching = false
      return true
    }
    return false
  }

  /** What changed the connection, in order. */
  get said(): readonly Request[] {
    return this.settings
  }

  /** The channels subscribed to by a command, such as SSUBSCRIBE. */
  subscribed(command: string): readonly Argument[] {
    return [...(this.channels.get(command) ?? [])]
  }

  /** What has been noted so far introduces the connection. */
  introduced(): void {
    this.vital = this.settings.length
  }

  /** What to tell the next connection; without what is `vital` it is of no use. */
  requests(): { args: Request; vital: boolean }[] {
    const all = this.settings.map((args, i) => ({ args, vital: i < this.vital }))
    for (const [name, channels] of this.channels) {
      // One request each, so that each is answered once.
      for (const channel of channels) all.push({ args: [name, channel], vital: true })
    }
    return all
  }

  /** Who the connection is, for another one of the same. */
  identity(): { args: Request; vital: boolean }[] {
    return this.settings
      .filter(([name]) => word(name) === 'HELLO' || word(name) === 'AUTH')
      .map((args) => ({ args, vital: true }))
  }

  /** A copy as it is now. */
  copy(): ConnectionState {
    const copy = new ConnectionState()
    copy.settings = [...this.settings]
    for (const [name, channels] of this.channels) copy.channels.set(name, new Set(channels))
    copy.vital = this.vital
    copy.watching = this.watching
    return copy
  }

  private set(args: Request): void {
    const kept = args.map((arg) => (typeof arg === 'object' ? arg.slice() : arg))
    const same = this.settings.findIndex((one) => one.length === kept.length && one.every((arg, i) => arg === kept[i]))
    // The latest word counts. What introduces the connection stays in front.
    if (same >= this.vital) this.settings.splice(same, 1)
    this.settings.push(kept)
  }

  private channelsOf(name: string): Set<Argument> {
    let channels = this.channels.get(name)
    if (channels === undefined) {
      channels = new Set()
      this.channels.set(name, channels)
    }
    return channels
  }
}
