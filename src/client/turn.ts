import { inNextTurn } from '../turns.ts'

/**
 * When queued requests go out. A microtask is soonest, but a loop of awaited calls that are answered in microtasks
 * never gives way to timers and sockets. So now and then they wait for the event loop instead.
 */

/** How long calls may go on without a turn of the event loop, in milliseconds. */
const LONGEST = 10

/** Looking at the clock for each call would cost a tenth of it. */
const CALLS_BETWEEN_LOOKS = 16

const now = performance.now.bind(performance)

/** When the turn began in which calls are being made, as far as calls can tell. */
let began = 0
/** How many more calls are made in it until the clock is looked at; 0 between turns. */
let callsLeft = 0

function turnEnded(): void {
  callsLeft = 0
}

const atOnce: Promise<void> = Promise.resolve()
let gate = atOnce

/**
 * A promise behind which what is queued now may go out: resolved already, or by the next turn of the event loop when
 * this one has been long. What waits behind the promises of successive calls runs in the order of the calls.
 */
export function nextChance(): Promise<void> {
  if (gate !== atOnce) return gate
  if (callsLeft === 0) {
    began = now()
    callsLeft = CALLS_BETWEEN_LOOKS
    inNextTurn(turnEnded)
  } else if (--callsLeft === 0) {
    callsLeft = CALLS_BETWEEN_LOOKS
    if (now() - began <= LONGEST) return gate
    gate = new Promise((open) => {
      inNextTurn(() => {
        gate = atOnce
        open()
      })
    })
  }
  return gate
}

/** Whether what is queued now may go out without giving way to the event loop before. */
export function mayGoNow(): boolean {
  // Most calls of a turn; short enough to be inlined where they are made.
  if (callsLeft > 1 && gate === atOnce) {
    callsLeft--
    return true
  }
  return nextChance() === atOnce
}
