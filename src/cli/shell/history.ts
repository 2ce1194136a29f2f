import { readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** How many lines are kept. */
export const KEPT_LINES = 1000

/** Lines that hold a password are never written down. */
const secret =
  /^\s*(auth\b|acl\s+(setuser|getuser|deluser)\b|hello\b.*\bauth\b|migrate\b.*\bauth2?\b|config\s+set\b.*\b(requirepass|masterauth|primaryauth|masteruser|primaryuser|tls-key-file-pass|tls-client-key-file-pass)\b)/i

/** The file that lines are kept in: WASM_REDIS_HISTFILE, or one in the home folder. Undefined when it is set to nothing. */
export function historyFile(): string | undefined {
  const { WASM_REDIS_HISTFILE: set } = process.env
  if (set !== undefined) return set === '' ? undefined : set
  return join(homedir(), '.wasm-redis-history')
}

/** Lines of earlier sessions, the newest first. */
export function readHistory(file: string | undefined): string[] {
  if (file === undefined) return []
  try {
    const lines = readFileSync(file, 'utf8').split('\n')
    return lines
      .filter((line) => line !== '')
      .slice(-KEPT_LINES)
      .reverse()
  } catch {
    return [] // the first session, or a file that may not be read: neither is a reason not to start
  }
}

/** Writes lines down, the newest first in `lines`, for this user alone to read. */
export function writeHistory(file: string | undefined, lines: readonly string[]): void {
  if (file === undefined) return
  const kept = lines.filter((line) => !secret.test(line)).slice(0, KEPT_LINES)
  try {
    writeFileSync(file, kept.length > 0 ? `${[...kept].reverse().join('\n')}\n` : '', { mode: 0o600 })
  } catch {
    // A home that cannot be written to costs the history, not the session.
  }
}
