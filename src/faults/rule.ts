import { globPattern } from './glob.ts'

/** How often a fault acts. */
export interface Limits {
  /** How often it acts; then it is removed. Default: without end. */
  times?: number
  /** How likely it acts when it could, from 0 to 1. With the option `random` the same in every run. Default 1. */
  probability?: number
}

/** What a fault does, one of these, and to which commands, which is all of them where nothing is said. */
export interface FaultRule extends Limits {
  /** An error reply instead: `'LOADING the dataset'`, `'READONLY You can\'t write'`, `'MOVED 1 127.0.0.1:7001'`, … */
  error?: string
  /** The command waits for so many milliseconds of the engine's clock before it runs. */
  latency?: number
  /**
   * The connection is dropped: `'before'` the command runs, `'after'` it, so that its effect is there and its reply is
   * not, or when `'half'` of its reply was sent.
   */
  drop?: 'before' | 'after' | 'half'
  /** New connections are refused. `command` and `key` mean nothing then. */
  refuse?: true

  /** The command's name in any case, `'GET'` or `'CONFIG SET'`; or several. */
  command?: string | readonly string[]
  /** A pattern as KEYS takes it: commands with a key that matches. */
  key?: string
  /** A connection's number (CLIENT ID) or name (CLIENT SETNAME). Default `'any'`. */
  connection?: number | string

  storage?: never
  torn?: never
  space?: never
  file?: never
}

const names = ['error', 'latency', 'drop', 'refuse', 'command', 'key', 'connection', 'times', 'probability']
const actions = ['error', 'latency', 'drop', 'refuse'] as const

/** The longest wait that the engine can be told of, in milliseconds. */
export const LONGEST = 2 ** 31 - 1

/** @internal What is thrown for a rule that means nothing. */
export function wrong(name: string, value: unknown, wanted: string): TypeError {
  const shown = typeof value === 'string' ? JSON.stringify(value) : String(value)
  return new TypeError(`a fault's ${name} is ${shown}; it must be ${wanted}`)
}

/** @internal */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

/** Throws a `TypeError` that says what is wrong with a rule. */
export function checkRule(rule: FaultRule): void {
  for (const name of Object.keys(rule)) {
    if (!names.includes(name)) throw new TypeError(`a fault has no ${name}; known are ${names.join(', ')}`)
  }
  const { error, latency, drop, refuse, command, key, connection } = rule
  const given = actions.filter((name) => rule[name] !== undefined)
  if (given.length !== 1) {
    throw new TypeError(`a fault does one of ${actions.join(', ')}; this one has ${given.join(' and ') || 'none'}`)
  }
  if (error !== undefined && !isText(error))
    throw wrong('error', error, "the text of an error reply, such as 'OOM full'")
  if (latency !== undefined && !(latency > 0 && latency <= LONGEST)) throw wrong('latency', latency, 'milliseconds')
  if (drop !== undefined && !['before', 'after', 'half'].includes(drop)) {
    throw wrong('drop', drop, "'before', 'after' or 'half'")
  }
  if (refuse !== undefined && refuse !== true) throw wrong('refuse', refuse, 'true')
  const commands = command === undefined ? [] : typeof command === 'string' ? [command] : command
  if (!Array.isArray(commands) || !commands.every(isText))
    throw wrong('command', command, "a command's name, or several")
  if (key !== undefined && typeof key !== 'string') throw wrong('key', key, 'a pattern')
  if (connection !== undefined && typeof connection !== 'number' && !isText(connection)) {
    throw wrong('connection', connection, "a connection's number or name, or 'any'")
  }
  checkLimits(rule)
}

/** @internal Throws a `TypeError` for a count or a chance that is none. */
export function checkLimits({ times, probability }: Limits): void {
  if (times !== undefined && !(Number.isSafeInteger(times) && times > 0)) throw wrong('times', times, '1 or more')
  if (probability !== undefined && !(probability >= 0 && probability <= 1)) {
    throw wrong('probability', probability, 'between 0 and 1')
  }
}

/** A command as rules look at it. */
export interface Candidate {
  client: number
  connectionName: string
  /** In upper case: `GET`. */
  name: string
  /** With the word behind it: `CONFIG SET`. */
  longName: string
  /** Names of keys, as `byteText`. */
  keys: readonly string[]
}

/** Whether the rule is meant for a command, chance aside. */
export type Matcher = (candidate: Candidate) => boolean

/** The rule as a function, so that names and patterns are read once. */
export function matcherOf({ command, key, connection = 'any' }: FaultRule): Matcher {
  const list = command === undefined ? [] : typeof command === 'string' ? [command] : command
  const commands = new Set(
    list.map((name) =>
      name
        .toUpperCase()
        .replace(/[\s|]+/g, ' ')
        .trim(),
    ),
  )
  const pattern = key === undefined ? undefined : globPattern(key)
  return (candidate) => {
    if (connection !== 'any' && connection !== candidate.client && connection !== candidate.connectionName) return false
    if (commands.size > 0 && !commands.has(candidate.name) && !commands.has(candidate.longName)) return false
    return pattern === undefined || candidate.keys.some((name) => pattern.test(name))
  }
}
