import type { Argument } from './resp/encode.ts'

/**
 * One ordered byte stream to an engine: requests go in, replies and pushes come out. In process both ends are the
 * engine's own memory, so a request is encoded where the engine reads it and a reply decoded where it was written.
 */
export interface Transport {
  /**
   * Queues a request, which goes out with the next `flush`. Its arguments have been read when this returns. Throws a
   * `TypeError` that names the position of a wrong argument, and the stream's end once it has ended; nothing is queued
   * then.
   */
  write(args: readonly Argument[]): void
  /** As `write`, for requests one behind the other: all of them are queued, or none. */
  writeAll(requests: readonly (readonly Argument[])[]): void
  /** Sends what is queued. In process the engine has run it, and its replies lie in `output`, when this returns. */
  flush(): void

  /** What came out and was not consumed yet is `output[outputAt … outputEnd)`. */
  output: Uint8Array
  outputAt: number
  outputEnd: number
  /** Gives back everything up to `at` (an index into `output`). */
  consume(at: number): void

  /** Whether a `lend` of this engine is going on. */
  readonly lent: boolean
  /**
   * In process: as `flush`, for one request. True when its reply is a large string and `output` is that string itself,
   * where the engine keeps it, without a type or a length; then `lend` has to be called next.
   */
  flushToView(): boolean
  /**
   * In process: calls `use` with `output[from … to)` itself, not a copy, and ends that view when it returns. Nothing
   * can be sent meanwhile.
   */
  lend<T>(from: number, to: number, use: (bytes: Uint8Array) => T): T

  /** In process: what the stream speaks from its first byte on, without being asked to by HELLO. */
  readonly protocol?: 2 | 3
  /** True when `flush` leaves whole replies in `output`, which is what `callSync` needs. */
  readonly immediate: boolean
  /** The engine keeps this stream's last command waiting (`BLPOP`, …); on a socket, that may be: see `expectWait`. */
  isBlocked(): boolean
  /**
   * Ends such a wait with an `UNBLOCKED` error reply. False when nothing was waiting; on a socket, where the reply is
   * still to come.
   */
  unblock(): boolean

  /** In process: why it ended, once it has. */
  readonly endReason?: string

  /** Called when output has appeared outside `flush`, or a wait has ended there. */
  onOutput: () => void
  /** Called once, when the stream has ended and all its output has been consumed or never will be. */
  onEnd: (reason: Error) => void
  /**
   * On a socket: called when the connection was lost and another one is on its way. What was written is answered by
   * nobody; what is written from now on waits for the new connection.
   */
  onLost?: (reason: Error) => void
  /**
   * On several sockets: called when one of them was lost, and with it the answer to the first call that has none yet. As
   * many errors as it should have had replies come next.
   */
  onUnanswered?: (reason: Error) => void
  /**
   * On a socket, where only the engine knows what waits: `true` before a request that can be aborted is written, with
   * nothing in flight, and `false` when it was answered. `isBlocked` is true in between.
   */
  expectWait?(on: boolean): void
  /** On a socket: resolves when it is gone, after `close`. */
  readonly gone?: Promise<void>
  /** Closes this stream; `onEnd` is called before it returns. Idempotent. */
  close(): void
  /** A new stream to the same engine. */
  duplicate(): Transport
}
