import { suggestion, UsageError } from './usage.ts'

/** What a flag takes behind it. */
export type Takes = 'nothing' | 'text' | 'whole' | 'seconds'

/** Flags by name, `-p` and `--port` alike; a name for another is an alias of it. */
export type FlagTable = Record<string, Takes | `-${string}`>

/** What was given, by the name that is no alias; text for whatever takes something. */
export interface Flags {
  values: Map<string, string>
  /** What begins with the first word that is no flag. */
  rest: string[]
}

/**
 * Reads flags up to the first word that is none: what follows belongs to a command, whatever it begins with. Throws a
 * `UsageError` that names an unknown flag, or one whose value is missing or no number.
 */
export function readFlags(args: readonly string[], table: FlagTable): Flags {
  const values = new Map<string, string>()
  let at = 0
  while (at < args.length && args[at].startsWith('-') && args[at] !== '-') {
    if (args[at] === '--') {
      at++
      break
    }
    const [typed, inline] = parted(args[at++])
    const entry = Object.hasOwn(table, typed) ? table[typed] : undefined
    if (entry === undefined) throw new UsageError(`unknown option ${typed}.${suggestion(typed, Object.keys(table))}`)
    const name = entry.startsWith('-') ? entry : typed
    const takes = entry.startsWith('-') ? table[entry] : entry
    if (takes === 'nothing') {
      if (inline !== undefined) throw new UsageError(`option ${typed} takes no value`)
      values.set(name, '')
      continue
    }
    const value = inline ?? args[at++]
    if (value === undefined) throw new UsageError(`option ${typed} needs a value behind it`)
    if (takes === 'whole' && !/^\d{1,15}$/.test(value)) {
      throw new UsageError(`option ${typed} is ${JSON.stringify(value)}; it must be a whole number`)
    }
    if (takes === 'seconds' && !/^\d+(\.\d+)?$|^\.\d+$/.test(value)) {
      throw new UsageError(`option ${typed} is ${JSON.stringify(value)}; it must be a number of seconds`)
    }
    values.set(name, value)
  }
  return { values, rest: args.slice(at) }
}

/** `--port=1` in two. */
function parted(arg: string): [string, string | undefined] {
  const at = arg.startsWith('--') ? arg.indexOf('=') : -1
  return at < 0 ? [arg, undefined] : [arg.slice(0, at), arg.slice(at + 1)]
}
