/** One connection to either side as a stream: requests as bytes, and whole replies and pushes as they come out. */
import { replyEnd } from './reply.ts'
import type { Command } from './sequence.ts'

/** Cuts a stream into replies and pushes. */
export class Frames {
  private rest: Buffer[] = []

  /** What is whole with `chunk`, in order. The bytes may be those of `chunk` itself. */
  add(chunk: Buffer): Uint8Array[] {
    this.rest.push(chunk)
    const bytes = this.rest.length === 1 ? chunk : Buffer.concat(this.rest)
    const frames: Uint8Array[] = []
    let at = 0
    while (at < bytes.length) {
      const end = replyEnd(bytes, at, bytes.length)
      if (end === -1) break
      frames.push(bytes.subarray(at, end))
      at = end
    }
    this.rest = at === bytes.length ? [] : [bytes.subarray(at)]
    return frames
  }

  get cut(): boolean {
    return this.rest.length > 0
  }

  /** What has come of a reply that is not whole. */
  get half(): Buffer {
    return Buffer.concat(this.rest)
  }
}

/** One of several connections to a side. Its `Subject` sends for it and fills it. */
export class Wire {
  /** As `CLIENT ID` gives it. */
  id = 0
  /** The side has closed the connection. */
  ended = false
  readonly send: (commands: readonly Command[]) => void
  private readonly frames = new Frames()
  private arrived: Uint8Array[] = []

  constructor(send: (commands: readonly Command[]) => void) {
    this.send = send
  }

  add(chunk: Buffer): void {
    for (const frame of this.frames.add(chunk)) this.arrived.push(frame)
  }

  /** Part of a reply has come, and the rest is on its way. */
  get cut(): boolean {
    return this.frames.cut
  }

  /** The replies and pushes that have come since this was last asked. */
  take(): Uint8Array[] {
    const { arrived } = this
    if (arrived.length > 0) this.arrived = []
    return arrived
  }
}

/** Requests as they go over a socket. */
export function encode(commands: readonly Command[]): Buffer {
  const parts: (Uint8Array | string)[] = []
  for (const command of commands) {
    parts.push(`*${command.length}\r\n`)
    for (const argument of command) {
      const length = typeof argument === 'string' ? Buffer.byteLength(argument) : argument.length
      parts.push(`$${length}\r\n`, argument, '\r\n')
    }
  }
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)))
}
