/** What one side of the comparison is asked to do. */

export type Argument = string | Uint8Array

/** A command as it goes over the wire: its name, then its arguments. */
export type Command = readonly Argument[]

/** Commands that only make sense together (`MULTI` … `EXEC`); shrinking keeps or drops a step as a whole. */
export type Step = readonly Command[]

/**
 * What one of several connections does at once. Nothing else runs until all that follows from it, on whichever
 * connection, has come out of both sides.
 */
export interface Turn {
  /** The number of the connection. One that waits for a reply, or was closed, has no turn. */
  on: number
  commands: Step
  /** Milliseconds to let pass afterwards, so that what was to expire has. No turn inside a transaction, which would delay it. */
  pause?: number
}

/** One generated sequence of `Step`s on one connection, or of `Turn`s on several. */
export interface Sequence<S = Step> {
  seed: number
  number: number
  /** Brings both sides to the same fresh state, and is never shrunk. */
  setup: readonly Command[]
  /** The protocol in which each of several connections begins. */
  protocols: readonly (2 | 3)[]
  steps: readonly S[]
}

/** Stands in a command for the `CLIENT ID` of connection `on`, which differs from side to side. */
export function idOf(on: number): string {
  return `<id of ${on}>`
}

/** The command's name in upper case; the empty string when there is none or it is not text. */
export function nameOf(command: Command): string {
  return typeof command[0] === 'string' ? command[0].toUpperCase() : ''
}

/** Argument `at` in upper case, for options and subcommands; the empty string when it is missing or binary. */
export function wordAt(command: Command, at: number): string {
  const argument = command[at]
  return typeof argument === 'string' ? argument.toUpperCase() : ''
}

/** A command as one would type it into a command-line client, binary bytes escaped. */
export function showCommand(command: Command): string {
  return command
    .map((argument) => {
      const bytes = typeof argument === 'string' ? Buffer.from(argument) : argument
      const text = Buffer.from(bytes).toString('latin1')
      return /^[\w:.,*+(\-[\]]+$/.test(text) ? text : escapeBytes(text)
    })
    .join(' ')
}

/** Bytes (one per character) as a quoted string with `\xNN` for everything that is not printable ASCII. */
export function escapeBytes(text: string): string {
  const named: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '"': '\\"', '\\': '\\\\' }
  const escaped = text.replace(
    /[\x00-\x1f"\\\x7f-\xff]/g,
    (byte) => named[byte] ?? `\\x${byte.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )
  return `"${escaped}"`
}
