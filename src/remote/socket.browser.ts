import { ConnectError } from '../errors.ts'
import type { Transport } from '../transport.ts'
import type { ClusterOptions, NetworkSettings, RemoteSettings, SentinelOptions } from './options.ts'

/** Browsers have no sockets. */
function none(whom: string): ConnectError {
  return new ConnectError(
    `cannot connect to ${whom}: there are no sockets in a browser; a client of a server needs Node`,
  )
}

/** Throws: see `socket.node.ts`. */
export function openSocket({ shown }: RemoteSettings): Transport {
  throw none(shown)
}

/** Throws: see `socket.node.ts`. */
export function openPrimary(_network: NetworkSettings, { name }: SentinelOptions['sentinel']): Transport {
  throw none(`the primary ${name}`)
}

/** Throws: see `socket.node.ts`. */
export async function openCluster(_network: NetworkSettings, _options: ClusterOptions): Promise<Transport> {
  throw none('a cluster')
}
