// Taken once, so that a test's fake timers neither stop a wait nor end it.
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

/** Calls back after `ms`, unless the process has `idle`ly ended before; returns what stops it. */
export function after(ms: number, run: () => void, idle = false): () => void {
  const timer = startTimer(run, ms)
  if (idle) timer.unref()
  return () => stopTimer(timer)
}

/** As many turns of the event loop without a command are idleness: a request, its reply, and what follows from that. */
const QUIET_TURNS = 3

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
