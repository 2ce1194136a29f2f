import { connect } from 'node:net'
import { type ConnectionOptions, connect as connectTls } from 'node:tls'
import type { Engine } from '../create.ts'
import { Failure } from './usage.ts'

/** One stream of RESP in both directions, to an engine of this process or to a server. */
export interface Link {
  send(bytes: Uint8Array): void
  /** Called with what comes in; the bytes are the callee's to keep. */
  onData: (bytes: Buffer) => void
  /** Called once when nothing more can come. */
  onEnd: (reason: Error) => void
  close(): void
}

/** A connection to an engine of this process. */
export function linkToEngine(engine: Engine): Link {
  const connection = engine.core.open()
  const take = () => {
    const { outputAt, outputEnd } = connection
    if (outputAt === outputEnd) return
    const bytes = Buffer.from(connection.output.subarray(outputAt, outputEnd))
    connection.consume(outputEnd)
    connection.release()
    link.onData(bytes)
  }
  const link: Link = {
    send(bytes) {
      connection.feed(bytes)
      connection.flush()
      queueMicrotask(take) // as from a socket: never while the sender is still busy
    },
    onData() {},
    onEnd() {},
    close: () => connection.close(),
  }
  connection.onOutput = take
  connection.onEnd = (reason) => {
    link.onEnd(reason)
  }
  return link
}

/** Where a server is. */
export interface Address {
  host: string
  port: number
  /** A unix socket, instead. */
  path?: string
  tls?: ConnectionOptions
  /** How long to try, in milliseconds; 0 is for as long as the system does. */
  timeout: number
}

/** An address as people write it. */
export function shownAddress({ host, port, path }: Address): string {
  return path ?? `${host.includes(':') ? `[${host}]` : host}:${port}`
}

const CLOSED = 'Server closed the connection'

/** Connects to a server. Rejects with a `Failure` that says why that cannot be. */
export function linkToServer(address: Address): Promise<Link> {
  return new Promise((resolve, reject) => {
    const { host, port, path, tls, timeout } = address
    const where = path === undefined ? { host, port } : { path }
    const socket = tls ? connectTls({ servername: host, ...where, ...tls }) : connect(where)
    const failed = (reason: string) => {
      socket.destroy()
      reject(new Failure(`Could not connect to ${shownAddress(address)}: ${reason}`))
    }
    const refused = (error: NodeJS.ErrnoException) => failed(reasonOf(error))
    socket.once('error', refused)
    if (timeout > 0) socket.setTimeout(timeout, () => failed(`no answer in ${timeout / 1000} s`))
    socket.once(tls ? 'secureConnect' : 'connect', () => {
      socket.off('error', refused)
      socket.setTimeout(0)
      socket.setNoDelay(true)
      let ended = false
      const end = (reason: Error) => {
        if (!ended) link.onEnd(reason)
        ended = true
      }
      const link: Link = {
        send: (bytes) => void socket.write(bytes),
        onData() {},
        onEnd() {},
        close: () => socket.destroy(),
      }
      socket.on('data', (bytes: Buffer) => link.onData(bytes))
      socket.on('error', (error: NodeJS.ErrnoException) => {
        // EPIPE: something was sent between the server's end and ours.
        const reason = error.code === 'EPIPE' ? CLOSED : `the connection was lost: ${reasonOf(error)}`
        end(new Failure(reason))
      })
      socket.on('close', () => end(new Failure(CLOSED)))
      resolve(link)
    })
  })
}

function reasonOf(error: NodeJS.ErrnoException): string {
  const words: Record<string, string> = {
    ECONNREFUSED: 'Connection refused. Is a server running? Start one: wasm-redis serve',
    ENOENT: 'there is no such socket',
    ENOTFOUND: 'there is no host of this name',
    ECONNRESET: 'Connection reset by peer',
  }
  // A name with several addresses fails with an error for each and no message.
  const first = (error as { errors?: NodeJS.ErrnoException[] }).errors?.[0] ?? error
  return words[first.code ?? ''] ?? first.message
}
