/** What is to be done when a signal aborts, in order. */
interface Followers {
  readonly runs: Set<() => void>
  readonly listener: () => void
}

const followers = new WeakMap<AbortSignal, Followers>()

/**
 * Calls `run` when `signal` aborts; returns what takes that back. However many calls one signal is given to, it gets one
 * listener from here: Node warns of a leak where there are more than ten, and ten calls at once are none.
 */
export function onceAborted(signal: AbortSignal, run: () => void): () => void {
  const { runs, listener } = followers.get(signal) ?? follow(signal)
  runs.add(run)
  return () => {
    runs.delete(run)
    if (runs.size > 0 || followers.get(signal)?.runs !== runs) return
    followers.delete(signal)
    signal.removeEventListener('abort', listener)
  }
}

function follow(signal: AbortSignal): Followers {
  const runs = new Set<() => void>()
  const listener = () => {
    followers.delete(signal)
    for (const run of runs) {
      try {
        run()
      } catch (error) {
        // As with listeners of their own: one that throws keeps none of the others from its turn.
        queueMicrotask(() => {
          throw error
        })
      }
    }
  }
  signal.addEventListener('abort', listener, { once: true })
  const all = { runs, listener }
  followers.set(signal, all)
  return all
}
