/**
 * When queued requests go out. A microtask is soonest, but a loop of awaited calls that are answered in microtasks
 * never gives way to timers and sockets. So now and then they wait for the event loop instead.
 */

/** How long calls may go on without a turn of the event loop, in milliseconds. */
const LONGEST = 10

/** Looking at the clock for each call would cost a tenth of it. */
const CALLS_BETWEEN_LOOKS = 16

const now = performance.now.bind(performance)

/** Calls back in the next turn of the event loop. Taken once, so that fake timers do not stop calls. */
const nextTurn: (run: () => void) => void = typeof setImmediate === 'function' ? setImmediate : messageTurn()

/** A browser has no setImmediate; a message comes as soon, a timer not for 4 ms. */
function messageTurn(): (run: () => void) => void {
  const waiting: (() => void)[] = []
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => waiting.shift()?.()
  return (run) => {
    waiting.push(run)
    port2.postMessage(0)
  }
}

/** When the turn began in which calls are being made, as far as calls can tell; 0 between turns. */
let began = 0
let calls = 0

function turnEnded(): void {
  began = 0
}

/** Runs `run` after the code that is running now: in a microtask, or in the next turn when this one has been long. */
export function soon(run: () => void): void {
  if (began === 0) {
    began = now()
    calls = 0
    nextTurn(turnEnded)
  } else if (++calls % CALLS_BETWEEN_LOOKS === 0 && now() - began > LONGEST) {
    nextTurn(run)
    return
  }
  queueMicrotask(run)
}
