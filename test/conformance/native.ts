/** The side that is right by definition: a Valkey built natively from the same source, behind a unix socket. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createConnection, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { ready } from '../process/ready.ts'
import { type Command, escapeBytes, showCommand } from './sequence.ts'
import type { Subject } from './subject.ts'
import { encode, Frames, Wire } from './wire.ts'

// A sequence takes milliseconds; this is when a generated command that waits for ever, or answers nothing, is noticed.
const REPLY_LIMIT_MS = 20_000

/** The server binary: `VALKEY_SERVER`, else what `make native` built. Throws a line that says so when there is none. */
export function nativeServer(): string {
  const path =
    process.env.VALKEY_SERVER ?? fileURLToPath(new URL('../../build/native/bin/valkey-server', import.meta.url))
  if (!existsSync(path)) {
    throw new Error(`no native server at ${path}: run \`make native\`, or name one with VALKEY_SERVER`)
  }
  return path
}

/** Starts a server of its own, with nothing kept on disk, and connects to it. `close()` ends it and its folder. */
export async function openNative(name = 'native'): Promise<Subject> {
  const server = nativeServer()
  const folder = mkdtempSync(join(tmpdir(), 'differential-'))
  const path = join(folder, 's')
  const quiet = { port: '0', dir: folder, save: '', 'enable-debug-command': 'yes' }
  const options = { ...quiet, unixsocket: path, maxmemory: '256mb', 'locale-collate': 'C' }
  const args = Object.entries(options).flatMap(([option, value]) => [`--${option}`, value])
  const child = spawn(server, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, LC_ALL: 'C' } })
  await ready(child)
  const connection = new RawConnection(await connect(path))
  return {
    name,
    run: (commands) => connection.run(commands),
    connect: async () => wired(await connect(path)),
    settle: () => settled(connection),
    close: async () => {
      connection.close()
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
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
// them has ended in the next.
async function settled(connection: RawConnection): Promise<void> {
  await connection.run(PING)
  await connection.run(PING)
  await turn()
  await turn()
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
    socket.on('close', () => this.failed(new Error('the native server closed the connection')))
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
      this.failed(new Error('the native server sent more replies than it was asked for'))
    else if (this.replies.length === this.expected) this.done(this.replies)
  }
}
