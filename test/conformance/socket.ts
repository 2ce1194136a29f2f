/** A side behind a unix socket. */
import { createConnection, type Socket } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { type Command, escapeBytes, showCommand } from './sequence.ts'
import type { Subject } from './subject.ts'
import { encode, Frames, Wire } from './wire.ts'

// A sequence takes milliseconds; this is when a generated command that waits for ever, or answers nothing, is noticed.
const REPLY_LIMIT_MS = 20_000

/** Connects to the server at `path`. `close()` closes that connection only. */
export async function onSocket(name: string, path: string): Promise<Subject> {
  const connection = new RawConnection(await connect(path))
  const wires = new Set<Wire>()
  return {
    name,
    run: (commands) => connection.run(commands),
    connect: async () => {
      const socket = await connect(path)
      const wire = wired(socket)
      wires.add(wire)
      socket.on('close', () => wires.delete(wire))
      return wire
    },
    settle: () => settled(connection, wires),
    close: async () => connection.close(),
  }
}

function connect(path: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(path, () => resolve(socket))
    socket.once('error', reject)
  })
}

function wired(socket: Socket): Wire {
  const wire = new Wire((commands) => socket.write(encode(commands)))
  socket.on('data', (chunk) => wire.add(chunk))
  const ended = () => {
    wire.ended = true
    socket.destroy()
  }
  socket.on('end', ended)
  socket.on('error', ended) // written to while the server was closing it
  return wire
}

// The server reads all sockets that have something before it answers any, and answers all before it reads again. So
// what was written before the first PING was carried out when that is answered, and everything that came of it had been
// written when the second is. What then lies in our sockets is read in this turn of the event loop, and that one of
// them has ended in the next. Only a reply of many kilobytes takes its socket several goes, and what is behind it comes
// later still.
async function settled(connection: RawConnection, wires: ReadonlySet<Wire>): Promise<void> {
  for (let rounds = 1; rounds > 0; rounds--) {
    await connection.run(PING)
    await connection.run(PING)
    await turn()
    await turn()
    for (const wire of wires) if (wire.cut && !wire.ended) rounds = 3
  }
}

const PING = [['PING']]

/** Commands out, raw replies in, in order. */
class RawConnection {
  private readonly socket: Socket
  private readonly frames = new Frames()
  private replies: Uint8Array[] = []
  private expected = 0
  private done: (replies: Uint8Array[]) => void = () => {}
  private failed: (reason: Error) => void = () => {}
  private timer: NodeJS.Timeout | undefined

  constructor(socket: Socket) {
    this.socket = socket
    socket.on('data', (chunk) => this.receive(chunk))
    socket.on('close', () => this.failed(new Error('the server closed the connection')))
    socket.on('error', (error) => this.failed(error))
  }

  run(commands: readonly Command[]): Promise<Uint8Array[]> {
    if (commands.length === 0) return Promise.resolve([])
    this.expected = commands.length
    this.replies = []
    return new Promise<Uint8Array[]>((resolve, reject) => {
      this.done = resolve
      this.failed = reject
      this.timer = setTimeout(() => reject(this.overdue(commands)), REPLY_LIMIT_MS)
      this.socket.write(encode(commands))
    }).finally(() => clearTimeout(this.timer))
  }

  close(): void {
    this.failed = () => {}
    this.socket.destroy()
  }

  private overdue(commands: readonly Command[]): Error {
    const next = commands[this.replies.length]
    const half = this.frames.half.toString('latin1').slice(0, 1000)
    return new Error(`no reply within ${REPLY_LIMIT_MS} ms to ${showCommand(next)}; received ${escapeBytes(half)}`)
  }

  private receive(chunk: Buffer): void {
    this.replies.push(...this.frames.add(chunk))
    if (this.replies.length > this.expected)
      this.failed(new Error('the server sent more replies than it was asked for'))
    else if (this.replies.length === this.expected) this.done(this.replies)
  }
}
