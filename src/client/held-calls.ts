import type { Argument } from '../resp/encode.ts'
import { unanswered } from './call-errors.ts'
import type { Pending } from './pending.ts'

interface Held {
  pending: Pending
  send: () => void
  alone: boolean
}

/**
 * Calls that are kept back while their connection waits for an earlier one. Not sent, they can still be aborted, and
 * what is aborted is never executed.
 */
export class HeldCalls {
  private readonly calls: Held[] = []
  private ended: Error | undefined

  get any(): boolean {
    return this.calls.length > 0
  }

  /**
   * Keeps a call back; `send` sends it when its turn has come, `alone` when nothing else may be in flight then. Throws
   * the reason why the connection is over, once it is.
   */
  hold(pending: Pending, send: () => void, alone = false): void {
    if (this.ended) throw this.ended
    const held: Held = { pending, send, alone }
    this.calls.push(held)
    const onAborted = () => {
      const at = this.calls.indexOf(held)
      if (at >= 0) this.calls.splice(at, 1)
    }
    pending.set({ onAborted })
  }

  /** Sends calls in their order, until one of them has to wait itself. */
  release(mustWait: (alone: boolean) => boolean): void {
    while (this.calls.length > 0 && !mustWait(this.calls[0].alone)) {
      const { pending, send } = this.calls.shift() as Held
      try {
        send()
      } catch (error) {
        pending.fail(error)
      }
    }
  }

  /** The connection is over. */
  end(reason: Error): void {
    this.ended = reason
    for (const { pending } of this.calls.splice(0)) pending.fail(unanswered(pending.command, reason))
  }
}

/** What is kept back must not change with the caller's buffer. */
export function copied(arg: Argument): Argument {
  return arg instanceof Uint8Array ? arg.slice() : arg
}
