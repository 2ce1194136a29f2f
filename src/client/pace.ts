import { mayGoNow } from './turn.ts'

/** So many calls in a row, each alone in its turn, and the next one is taken to be alone, too. */
const ENOUGH = 4

/** Looking whether that still holds takes a microtask, which is not worth it for every call. */
const CALLS_BETWEEN_LOOKS = 16

/** Node's own queueMicrotask takes several times as long: it makes a resource for whoever traces asynchronous calls. */
const nextMicrotask = Promise.resolve()

/**
 * How calls come: several in one turn, which then go out together, or each one after the reply to the one before, as in
 * a loop of awaited calls. The latter gain nothing by waiting for others.
 */
export class Pace {
  private alone = 0
  private calls = 0
  private looking = false
  private readonly looked = () => {
    this.looking = false
  }

  /** So many calls were made in one turn. */
  went(count: number): void {
    this.alone = count === 1 ? this.alone + 1 : 0
  }

  /** Whether the call that is made now had better go out at once. */
  isAlone(): boolean {
    if (this.alone < ENOUGH || !mayGoNow()) return false
    if (this.looking) {
      // Another one was made in this turn.
      this.alone = 0
      return false
    }
    if (++this.calls % CALLS_BETWEEN_LOOKS === 0) {
      this.looking = true
      nextMicrotask.then(this.looked)
    }
    return true
  }
}
