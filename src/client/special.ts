/** Commands whose replies do not simply follow their requests one for one. */
export const Kind = {
  Plain: 0,
  /** SUBSCRIBE and its like: answered with one push for each channel. */
  Subscribe: 1,
  /** UNSUBSCRIBE and its like; without channels, one push for each channel subscribed, and at least one. */
  Unsubscribe: 2,
  /** CLIENT, for CLIENT REPLY. */
  Client: 3,
  /** MONITOR: lines follow whenever anybody does something. */
  Monitor: 4,
  /** HELLO changes the protocol. */
  Hello: 5,
  /** RESET ends subscriptions, transactions and MONITOR, and falls back to RESP2. */
  Reset: 6,
  /** QUIT: the connection ends behind its reply. */
  Quit: 7,
  /** SHUTDOWN: there is no reply when it works. */
  Shutdown: 8,
} as const

export type Kind = (typeof Kind)[keyof typeof Kind]

const kinds: Record<string, Kind> = {
  SUBSCRIBE: Kind.Subscribe,
  PSUBSCRIBE: Kind.Subscribe,
  SSUBSCRIBE: Kind.Subscribe,
  UNSUBSCRIBE: Kind.Unsubscribe,
  PUNSUBSCRIBE: Kind.Unsubscribe,
  SUNSUBSCRIBE: Kind.Unsubscribe,
  CLIENT: Kind.Client,
  MONITOR: Kind.Monitor,
  HELLO: Kind.Hello,
  RESET: Kind.Reset,
  QUIT: Kind.Quit,
  SHUTDOWN: Kind.Shutdown,
}

/** Commands that would end a transaction in its middle, or whose answers would not be one element of EXEC's. */
const frameBreakers = new Set<string>([...Object.keys(kinds), 'MULTI', 'EXEC', 'DISCARD'])
frameBreakers.delete('CLIENT')
frameBreakers.delete('SHUTDOWN')

/** Whether the command called `name` (upper case) cannot be one of a transaction's commands. */
export function breaksTransaction(name: string): boolean {
  return frameBreakers.has(name)
}

/** By length and first letter: whether a name can be one of `kinds`. Spares the common call a look-up. */
const candidates = new Uint8Array(16 * 32)
for (const name of Object.keys(kinds)) candidates[place(name)] = 1

function place(name: string): number {
  return (name.length << 5) | (name.charCodeAt(0) & 31)
}

/** What is special about the command called `name`, in whatever case. */
export function kindOf(name: unknown): Kind {
  if (typeof name === 'string' && (name.length > 15 || candidates[place(name)] === 0)) return Kind.Plain
  return kindByName(name)
}

function kindByName(name: unknown): Kind {
  if (typeof name === 'string') return kinds[name.toUpperCase()] ?? Kind.Plain
  return name instanceof Uint8Array ? kindOf(new TextDecoder().decode(name)) : Kind.Plain
}

/** What CLIENT REPLY asks for. */
export type ReplyMode = 'ON' | 'OFF' | 'SKIP'

/** The mode that a CLIENT command asks for when it is CLIENT REPLY. */
export function replyMode(args: readonly unknown[]): ReplyMode | undefined {
  if (args.length < 3 || word(args[1]) !== 'REPLY') return
  const mode = word(args[2])
  return mode === 'ON' || mode === 'OFF' || mode === 'SKIP' ? mode : undefined
}

function word(arg: unknown): string {
  return (arg instanceof Uint8Array ? new TextDecoder().decode(arg) : String(arg)).toUpperCase()
}
