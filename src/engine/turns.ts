type Later = (run: () => void) => void

/** Browsers have no setImmediate, and a timer would come 4 ms late where a message comes at once. */
function messageTurn(): Later {
  const waiting: (() => void)[] = []
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => waiting.shift()?.()
  return (run) => {
    waiting.push(run)
    port2.postMessage(0)
  }
}

// Taken once, so that a test runner's fake timers do not keep it from coming.
let later: Later | undefined = (globalThis as { setImmediate?: Later }).setImmediate

/** Resolves in the next turn of the event loop. */
export function nextTurn(): Promise<void> {
  later ??= messageTurn()
  return new Promise(later)
}
