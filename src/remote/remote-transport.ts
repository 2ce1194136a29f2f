import { WouldBlockError } from '../errors.ts'
import type { Argument } from '../resp/encode.ts'

/** What has come and was not read yet, `bytes[at … end)`. */
interface Incoming {
  readonly bytes: Uint8Array
  readonly at: number
  readonly end: number
  /** Everything before `at` was read. */
  consume(at: number): void
}

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
  protected abstract readonly replies: Incoming

  constructor() {
    this.gone = new Promise((resolve) => {
      this.leave = resolve
    })
  }

  abstract writeAll(requests: readonly (readonly Argument[])[]): void
  abstract flush(): void

  get output(): Uint8Array {
    return this.replies.bytes
  }

  get outputAt(): number {
    return this.replies.at
  }

  get outputEnd(): number {
    return this.replies.end
  }

  consume(at: number): void {
    this.replies.consume(at)
  }

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
