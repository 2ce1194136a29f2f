import { RedisError } from '../errors.ts'
import { watchLost } from './lost-watch.ts'

/** A slot whose keys are watched. */
interface Watched {
  /** Undefined for what has no keys. */
  slot: number | undefined
  /** The node that watches them, once it has said so. */
  address: string | undefined
}

/** What a stream to a cluster watches: keys of one slot, which one node watches. */
export class ClusterWatch {
  current: Watched | undefined
  /** The connection that watched is lost, and nobody was told yet. */
  private lost = false

  /** WATCH. Throws a `RedisError` where keys of another slot are watched already. */
  begin(slot: number | undefined): void {
    this.lost = false
    if (this.current && this.current.slot !== slot) {
      throw new RedisError('CROSSSLOT Keys that are watched together must hash to the same slot', 'WATCH')
    }
    this.current ??= { slot, address: undefined }
  }

  /** A node has answered that it watches. */
  taken(address: string): void {
    if (this.current) this.current.address = address
  }

  /** The connection to a node is lost. */
  lose(address: string): void {
    if (this.current?.address !== address) return
    this.current = undefined
    this.lost = true
  }

  /** Nothing is watched any more; gives what was. */
  forget(): Watched | undefined {
    const { current } = this
    this.current = undefined
    this.lost = false
    return current
  }

  /** Before a transaction: throws a `ConnectionLostError` where it relies on what is not watched any more. */
  check(): void {
    if (!this.lost) return
    this.lost = false
    throw watchLost()
  }
}
