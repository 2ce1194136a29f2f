import { readFileSync } from 'node:fs'
import { Failure, UsageError } from '../usage.ts'
import { quoted, splitWords } from '../words.ts'

/** One line of a configuration, and where it was found. */
export interface Directive {
  /** In lower case. */
  name: string
  args: string[]
  /** The line as it was written, for messages. */
  text: string
  line: number
  /** Somebody has typed it just now, as an option. */
  typed: boolean
}

/** How deep files may include each other before it is taken for a circle. */
const DEEPEST = 16

/** A configuration that cannot be meant, in the words of the server. */
export function badDirective({ line, text, typed }: Omit<Directive, 'name' | 'args'>, reason: string): Error {
  const where = typed ? 'Reading the options' : `Reading the configuration file, at line ${line}`
  const message = `*** FATAL CONFIG FILE ERROR ***\n${where}\n>>> '${text}'\n${reason}`
  return typed ? new UsageError(message) : new Failure(message)
}

/** Reads configuration text; `include` is replaced by what the file has. Throws as `badDirective` makes it. */
export function directivesOf(source: string, typed: boolean, depth = 0): Directive[] {
  const found: Directive[] = []
  for (const [i, raw] of source.split('\n').entries()) {
    const text = raw.trim()
    if (text === '' || text.startsWith('#')) continue
    const words = splitWords(text)
    if (!words) throw badDirective({ line: i + 1, text, typed }, 'Unbalanced quotes in configuration line')
    const [name, ...args] = words.map((word) => word.toString())
    const directive = { name: name.toLowerCase(), args, text, line: i + 1, typed }
    if (directive.name !== 'include') found.push(directive)
    else if (args.length !== 1) throw badDirective(directive, 'Bad directive or wrong number of arguments')
    else if (depth === DEEPEST) throw badDirective(directive, `Files include each other more than ${DEEPEST} deep`)
    else found.push(...directivesOf(readConfig(args[0]), typed, depth + 1))
  }
  return found
}

/** The text of a configuration file. Throws a `Failure` that says why there is none. */
export function readConfig(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new Failure(`Fatal error, can't open config file '${path}': ${(cause as Error).message}`, { cause })
  }
}

/** What the command line of the server gives: a file, whether standard input follows, and lines that come behind. */
export interface CommandLine {
  file: string | undefined
  stdin: boolean
  lines: string
}

/** Names that are easier to guess, for the server's own. */
const aliases: Record<string, string> = { '--path': '--unixsocket', '--host': '--bind' }

/**
 * Reads arguments as valkey-server reads its own: `[file] [--option value …] [-]`. The word behind an option is its
 * value even when it begins with `--`, but for `--save`, which may have none.
 */
export function readCommandLine(args: readonly string[]): CommandLine {
  let at = 0
  const file = args[0] !== undefined && !args[0].startsWith('-') ? args[at++] : undefined
  const result: CommandLine = { file, stdin: false, lines: '' }
  const first = at
  let wantsValue = false
  for (; at < args.length; at++) {
    const [name, ...rest] = args[at].split('=')
    const arg = name in aliases ? [aliases[name], ...rest].join('=') : args[at]
    if (arg === '-' && (at === first || at === args.length - 1)) {
      result.stdin = true
    } else if (!wantsValue && arg.startsWith('--')) {
      const option = optionLine(arg.slice(2))
      result.lines += `${result.lines === '' ? '' : '\n'}${option} `
      wantsValue = !/\s/.test(option)
      if (/^save$/i.test(option) && (at + 1 === args.length || args[at + 1].startsWith('--'))) {
        result.lines += '""'
        wantsValue = false
      }
    } else {
      result.lines += `${quoted(Buffer.from(arg))} `
      wantsValue = false
    }
  }
  return result
}

/** `port=6380` as `port "6380"`: no setting has a `=` in its name. */
function optionLine(option: string): string {
  const match = /^([a-z][a-z0-9-]*)=(.*)$/is.exec(option)
  return match ? `${match[1]} ${quoted(Buffer.from(match[2]))}` : option
}
