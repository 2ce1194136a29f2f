import { once } from 'node:events'
import { connect, type NetConnectOpts, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { createEngine, type Engine, type EngineOptions } from '../../src/index.ts'
import { type ServeOptions, type Server, serve } from '../../src/server/index.ts'

/** An engine and a server on a free port of loopback, both closed when the test is over. */
export async function openServer(
  engineOptions: EngineOptions = {},
  options: ServeOptions = { port: 0 },
): Promise<{ engine: Engine; server: Server }> {
  const engine = await createEngine(engineOptions)
  onTestFinished(() => engine.close())
  const server = await serve(engine, options)
  onTestFinished(() => server.close())
  return { engine, server }
}

/** The other end of a socket: text goes out, text comes in. */
export class Peer {
  readonly socket: Socket
  /** All that came in and was not taken yet. */
  received = ''
  private wake = () => {}

  constructor(socket: Socket) {
    this.socket = socket
    socket.setEncoding('latin1')
    socket.on('data', (text: string) => {
      this.received += text
      this.wake()
    })
    socket.on('close', () => this.wake())
    socket.on('error', () => {}) // 'close' follows
  }

  /** What comes in up to and with `end`. Rejects when the socket is closed before that. */
  async until(end: string): Promise<string> {
    while (!this.received.includes(end)) {
      if (this.socket.closed) throw new Error(`closed after ${JSON.stringify(this.received.slice(-200))}`)
      await new Promise<void>((resolve) => {
        this.wake = resolve
      })
    }
    const at = this.received.indexOf(end) + end.length
    const text = this.received.slice(0, at)
    this.received = this.received.slice(at)
    return text
  }

  /** Sends an inline command; resolves to the first line of its reply, without the line end. */
  async ask(command: string): Promise<string> {
    this.socket.write(`${command}\r\n`)
    return (await this.until('\r\n')).trimEnd()
  }

  /** Sends an inline command whose reply is a bulk string; resolves to that. */
  async text(command: string): Promise<string> {
    const length = Number((await this.ask(command)).slice(1))
    while (this.received.length < length + 2) {
      await new Promise<void>((resolve) => {
        this.wake = resolve
      })
    }
    const text = this.received.slice(0, length)
    this.received = this.received.slice(length + 2)
    return text
  }

  /** Resolves to all that came in once the socket is closed. */
  async closed(): Promise<string> {
    // Not `once`, which rejects when an error comes first.
    if (!this.socket.closed) await new Promise((resolve) => this.socket.once('close', resolve))
    return this.received
  }
}

/** Connects to a server; the socket is destroyed when the test is over. */
export async function peerOf(server: Server, more: Partial<NetConnectOpts> = {}): Promise<Peer> {
  const where = server.path ? { path: server.path } : { port: server.port as number, host: server.host }
  const socket = connect({ ...where, ...more } as NetConnectOpts)
  onTestFinished(() => void socket.destroy())
  const peer = new Peer(socket)
  await once(socket, 'connect')
  return peer
}
