import { clearTimeout, setImmediate, setTimeout } from 'node:timers'

// Node's own, taken once: a test's fake timers neither stop a wait nor end it, and a browser's stand-ins have no part.
const startTimer = setTimeout
const stopTimer = clearTimeout
const nextTurn = setImmediate
const now = performance.now.bind(performance)

/** How long a wait may last when nothing is said, in milliseconds. Below the five seconds that runners give a test. */
export const TIMEOUT = 4000

/** What a wait takes. */
export interface WaitOptions {
  /** How long it may last, in milliseconds. Default 4000. */
  timeoutMs?: number
}

/** What a test waited for has not happened in time; the message says what that was, and what happened instead. */
export class TestTimeoutError extends Error {
  override readonly name = 'TestTimeoutError'
  readonly code = 'TEST_TIMEOUT'
}

/** Checks a timeout. Throws a `TypeError`. */
export function timeoutOf({ timeoutMs = TIMEOUT }: WaitOptions = {}): number {
  if (typeof timeoutMs === 'number' && timeoutMs >= 0) return Math.min(timeoutMs, 2 ** 31 - 1)
  throw new TypeError(`option timeoutMs is ${String(timeoutMs)}; it must be a number of milliseconds, 0 or more`)
}

/** Calls back after `ms`; returns what stops it. */
export function after(ms: number, run: () => void): () => void {
  const timer = startTimer(run, ms)
  return () => stopTimer(timer)
}

/** Calls back after `ms`, unless the process has ended by then: it does not stay for this. */
export function perhapsAfter(ms: number, run: () => void): void {
  startTimer(run, ms).unref()
}

/**
 * As many turns of the event loop without a command are idleness. One brings a reply, one the request that follows from
 * it; node-redis lets another pass before it writes.
 */
const QUIET_TURNS = 5

/**
 * Resolves to true when `ran()` has not changed for some turns of the event loop in a row, in each of which sockets were
 * read; to false after `timeoutMs`.
 */
export async function quiet(ran: () => number, timeoutMs: number): Promise<boolean> {
  const end = now() + timeoutMs
  let seen = ran()
  for (let turns = 0; turns < QUIET_TURNS; turns++) {
    await new Promise<void>((resolve) => nextTurn(resolve))
    if (ran() === seen) continue
    if (now() > end) return false
    seen = ran()
    turns = -1
  }
  return true
}
