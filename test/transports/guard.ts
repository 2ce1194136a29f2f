/** Ends TLS in front of a port that knows none: the native build has no TLS. */
import { type AddressInfo, createConnection } from 'node:net'
import { createServer, type TLSSocket } from 'node:tls'

/** What listens with TLS. */
export interface Guard {
  address: { host: string; port: number }
  /** How many connections it has let through. */
  readonly used: number
  close(): Promise<void>
}

/** Listens on a port of loopback, and passes on what comes over TLS to port `behind`, and back. */
export async function startGuard(behind: number, identity: { key: string; cert: string }): Promise<Guard> {
  const open = new Set<TLSSocket>()
  let used = 0
  const server = createServer(identity, (socket) => {
    used++
    open.add(socket)
    const inner = createConnection(behind, '127.0.0.1')
    socket.pipe(inner).pipe(socket)
    socket.on('error', () => inner.destroy()) // either end is gone, and the other follows
    inner.on('error', () => socket.destroy())
    socket.on('close', () => {
      open.delete(socket)
      inner.destroy()
    })
    inner.on('close', () => socket.destroy())
  })
  server.on('tlsClientError', () => {}) // a client that does not trust the certificate
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: { host: '127.0.0.1', port: (server.address() as AddressInfo).port },
    get used() {
      return used
    },
    close: () => {
      for (const socket of open) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
