/** The next turn of the event loop, sooner than a timer would bring it. */

type Later = (run: () => void) => void

// Taken once, so that a test runner's fake timers do not keep it from coming.
let later: Later | undefined = (globalThis as { setImmediate?: Later }).setImmediate
const timer = globalThis.setTimeout

/** Calls `run` in the next turn of the event loop. */
export function inNextTurn(run: () => void): void {
  later ??= messageTurn() ?? timer
  later(run)
}

/** Resolves in the next turn of the event loop. */
export function nextTurn(): Promise<void> {
  return new Promise(inNextTurn)
}

/** Browsers have no setImmediate, and a timer would come 4 ms late where a message comes at once. */
function messageTurn(): Later | undefined {
  if (typeof MessageChannel !== 'function') return undefined
  const waiting: (() => void)[] = []
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => waiting.shift()?.()
  return (run) => {
    waiting.push(run)
    port2.postMessage(0)
  }
}
