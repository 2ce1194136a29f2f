import { WouldBlockError } from '../errors.ts'
import type { Argument } from '../resp/encode.ts'

/** What every `Transport` to something elsewhere has in common: it runs nothing at once, and lends nothing. */
export abstract class RemoteTransport {
  readonly immediate = false
  readonly lent = false
  onOutput: () => void = ignore
  onEnd: (reason: Error) => void = ignore
  /** Resolves when its sockets are gone, after `close`. */
  readonly gone: Promise<void>
  /** They are gone. */
  protected leave: () => void = ignore

  constructor() {
    this.gone = new Promise((resolve) => {
      this.leave = resolve
    })
  }

  abstract writeAll(requests: readonly (readonly Argument[])[]): void
  abstract flush(): void

  write(args: readonly Argument[]): void {
    this.writeAll([args])
  }

  flushToView(): boolean {
    this.flush()
    return false // `view`, which this is for, has been refused before
  }

  lend<T>(_from: number, _to: number, _use: (bytes: Uint8Array) => T): T {
    throw new WouldBlockError('view needs an engine in this process; use client.binary.call')
  }
}

/** For events that nobody listens to yet, or any more. */
export function ignore(): void {
  // nothing is to be done
}
