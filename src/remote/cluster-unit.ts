import type { ConnectionLostError } from '../errors.ts'
import { type Argument, requestSize } from '../resp/encode.ts'

/** A command's name and its arguments. */
export type Request = readonly Argument[]

/** Requests that one node answers together: a call, or a transaction from MULTI to EXEC. */
export class Unit {
  readonly requests: readonly Request[]
  /** The first command, in upper case. */
  readonly name: string
  /** It is answered with pushes, one for each channel. */
  readonly subscribes: boolean
  /** The slot of their keys; undefined when they have none. */
  readonly slot: number | undefined
  /** Replies still to come. */
  expected: number
  /** Nobody waits for the answer. */
  readonly silent: boolean
  /** What has come, as the node wrote it. */
  private parts: Uint8Array[] = []
  /** The first error among it. */
  error: string | undefined
  /** Why there is no answer. */
  lost: ConnectionLostError | undefined
  done = false
  /** Sent to nodes that were the wrong ones. */
  redirects = 0
  /** Since when it is under way, in milliseconds. */
  private readonly since = performance.now()
  /** It depends on what its connection watches, so it goes nowhere else. */
  guarded = false
  /** It may be given up while it waits. */
  abortable = false
  /** The same to other nodes that has not been answered, and whose answer is awaited with this one's. */
  others = 0
  /** The one whose answer waits for this one's. */
  leader: Unit | undefined

  constructor(requests: readonly Request[], slot: number | undefined, silent = false) {
    this.requests = requests
    this.name = nameOf(requests[0])
    this.subscribes = /^[PS]?(UN)?SUBSCRIBE$/.test(this.name)
    this.slot = slot
    this.silent = silent
    this.expected = this.repliesOf()
  }

  /** Takes a reply, a copy of which is kept. True when that was the last. */
  take(reply: Uint8Array, push: boolean): boolean {
    if (!push && reply[0] === 0x2d) this.error ??= new TextDecoder().decode(reply).slice(1).trimEnd()
    this.parts.push(reply.slice())
    this.expected--
    if (this.subscribes && !push) this.expected = 0 // an error answers for all channels
    return this.expected <= 0
  }

  /** Ends it without an answer. What is given in its place is heard by nobody, but of the length that is expected. */
  fail(lost: ConnectionLostError): void {
    this.lost = lost
    const line = new TextEncoder().encode('-CONNECTIONLOST\r\n')
    const missing = this.subscribes ? 1 : this.expected
    for (let i = 0; i < missing; i++) this.parts.push(line)
    this.expected = 0
  }

  /** It has its answer, or will have none; whoever waits for this one, too, does not any more. */
  settle(): void {
    this.done = true
    if (this.leader) this.leader.others--
    this.leader = undefined
  }

  /** Begins anew: it goes to another node. */
  again(): void {
    this.parts = []
    this.error = undefined
    this.lost = undefined
    this.expected = this.repliesOf()
  }

  /** It has been under way for longer than `patience` milliseconds. */
  overdue(patience: number): boolean {
    return performance.now() - this.since > patience
  }

  /** Hands the answer over, part by part. */
  give(use: (bytes: Uint8Array) => void): void {
    for (const part of this.parts) use(part)
  }

  private repliesOf(): number {
    return this.subscribes ? Math.max(1, this.requests[0].length - 1) : this.requests.length
  }
}

/** The name of a request's command. */
export function nameOf(args: Request): string {
  const name = args[0]
  return (typeof name === 'object' ? new TextDecoder().decode(name) : String(name)).toUpperCase()
}

/** A request as it is now: its buffers may change before it has been sent. */
export function kept(args: Request): Request {
  requestSize(args) // throws at a wrong argument
  return args.map((arg) => (typeof arg === 'object' ? arg.slice() : arg))
}
