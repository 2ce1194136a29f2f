import { createClient } from '../../src/index.ts'

/** How a promise ended: its value, its error, or `'pending'` when the wait for it was over first. */
export type Outcome = { value: unknown } | { error: Error & { code?: string } } | 'pending'

/** Kept apart from the engines under test, so that one of those that hangs or crashes cannot stop the clock. */
const stopwatch = createClient()

/** Waits until `promise` has settled, at most `seconds`: the time is an engine's own, that of a BLPOP on no key. */
export async function outcome(promise: Promise<unknown>, seconds = 0.5): Promise<Outcome> {
  const settled = promise.then(
    (value) => ({ value }),
    (error) => ({ error }),
  )
  const watch = (await stopwatch).duplicate()
  const late = watch.call('BLPOP', 'never', seconds).then(
    () => 'pending' as const,
    () => 'pending' as const,
  )
  try {
    return await Promise.race([settled, late])
  } finally {
    await watch.close()
  }
}

/** Lets everything happen that is due now: one turn of the event loop. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** What `call` throws, or undefined. */
export function thrownBy(call: () => unknown): (Error & { code?: string }) | undefined {
  try {
    call()
  } catch (error) {
    return error as Error
  }
  return undefined
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1]
}

/** Milliseconds that `work` took. */
export async function duration(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
