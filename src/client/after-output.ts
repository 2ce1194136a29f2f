import { Fifo } from './fifo.ts'

/**
 * What is called once all output of the moment has been taken, and not while it is: a listener may call the client,
 * which is not re-entered.
 */
export class AfterOutput {
  /** Output is being taken. */
  taking = false
  private readonly runs = new Fifo<() => void>()

  /** Calls `run` when the output that is being taken has been. */
  add(run: () => void): void {
    this.runs.push(run)
  }

  /** Has `take` take output, and then calls what was added meanwhile. */
  follow(take: () => void): void {
    this.taking = true
    take()
    this.taking = false
    while (this.runs.length > 0) {
      try {
        this.runs.shift()()
      } catch (error) {
        // A listener's mistake is its owner's; what comes behind it is called all the same.
        queueMicrotask(() => {
          throw error
        })
      }
    }
  }
}
