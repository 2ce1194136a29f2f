import type { RemoteSettings } from './options.ts'
import { SocketTransport } from './socket-transport.node.ts'

/** Connects to a server. Rejects with a `ConnectError`. */
export function openSocket(settings: RemoteSettings): SocketTransport {
  return new SocketTransport(settings)
}
