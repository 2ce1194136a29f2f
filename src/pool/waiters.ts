import type { Engine } from '../create.ts'

/** The way to an engine that can be had now. May throw where it has to be made first. */
export type Lease = () => Engine

interface Waiter {
  module: WebAssembly.Module
  settle: (lease: Lease) => void
}

/** Calls of `acquire` that wait for an engine, in the order in which they were made. */
export class Waiters {
  private readonly waiters: Waiter[] = []

  get length(): number {
    return this.waiters.length
  }

  /** Resolves when `serve` or `end` comes to it; rejects with the signal's reason when that aborts before. */
  add(module: WebAssembly.Module, signal: AbortSignal | undefined): Promise<Engine> {
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        const at = this.waiters.indexOf(waiter)
        if (at >= 0) this.waiters.splice(at, 1)
        reject(signal?.reason)
      }
      const waiter: Waiter = {
        module,
        settle: (lease) => {
          signal?.removeEventListener('abort', giveUp)
          try {
            resolve(lease())
          } catch (error) {
            reject(error)
          }
        },
      }
      signal?.addEventListener('abort', giveUp, { once: true })
      this.waiters.push(waiter)
    })
  }

  /** Gives out what can be had, in the order in which it was asked for; `leaseOf` knows what that is. */
  serve(leaseOf: (module: WebAssembly.Module) => Lease | undefined): void {
    for (let i = 0; i < this.waiters.length; ) {
      const { module, settle } = this.waiters[i]
      const lease = leaseOf(module)
      if (!lease) {
        i++ // for want of this module's engines; others may go on
        continue
      }
      this.waiters.splice(i, 1)
      settle(lease)
    }
  }

  /** Nobody gets an engine any more. */
  end(reason: Error): void {
    for (const waiter of this.waiters.splice(0)) {
      waiter.settle(() => {
        throw reason
      })
    }
  }
}
