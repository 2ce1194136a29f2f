/** Sockets to a server: how one is opened, and how it is let go. */
import { connect as connectPlain, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { RemoteSettings, Where } from './options.ts'

/** How long a server may take to close its end when we have closed ours, in milliseconds. */
const LINGER = 1000

/** Begins to connect: `connected` is called once requests can be written, TLS and all, within `connectTimeout`. */
export function socketTo(where: Where, settings: RemoteSettings, connected: (socket: Socket) => void): Socket {
  const { tls, connectTimeout } = settings
  const servername = 'host' in where && tls ? { servername: tls.servername ?? nameOf(where.host) } : {}
  const options = tls ? { ...where, ...tls, ...servername } : where
  const socket = tls ? connectTls(options as never) : connectPlain(options as never)
  socket.setNoDelay(true)
  socket.setTimeout(connectTimeout, () => {
    socket.destroy(new Error(`no answer within ${connectTimeout} ms`))
  })
  socket.once(tls ? 'secureConnect' : 'connect', () => {
    socket.setTimeout(0)
    socket.setKeepAlive(true, 30_000)
    connected(socket)
  })
  return socket
}

/** Ends a socket, and calls `gone` then. What was sent shall arrive, so the other end is given a moment to close after ours. */
export function letGo(socket: Socket, wasOpen: boolean, gone: () => void): void {
  const linger = setTimeout(() => socket.destroy(), LINGER)
  socket.once('close', () => {
    clearTimeout(linger)
    gone()
  })
  if (wasOpen) socket.end()
  else socket.destroy()
}

/** The name to ask for in TLS; addresses are none. */
function nameOf(host: string): string {
  return /^[\d.]+$|:/.test(host) ? '' : host
}
