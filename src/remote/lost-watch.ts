import { ConnectionLostError } from '../errors.ts'
import type { Argument } from '../resp/encode.ts'

/** Why a transaction is refused whose keys were watched by a connection that is lost. */
export function watchLost(): ConnectionLostError {
  return new ConnectionLostError(
    'the connection that watched the keys was lost: WATCH them again; nothing was executed',
  )
}

/** Keys were watched by a connection that is lost: the transaction that relied on it must not be executed unguarded. */
export class LostWatch {
  /** There are such keys, and nobody was told yet. */
  pending = false

  /** Throws a `ConnectionLostError` where `requests` execute that transaction; who watches anew, or gives up, is let be. */
  check(requests: readonly (readonly Argument[])[]): void {
    if (!this.pending) return
    for (const [name] of requests) {
      const command = String(name).toUpperCase()
      if (command !== 'EXEC' && command !== 'UNWATCH' && command !== 'DISCARD' && command !== 'WATCH') continue
      this.pending = false
      if (command === 'EXEC') throw watchLost()
      return
    }
  }
}
