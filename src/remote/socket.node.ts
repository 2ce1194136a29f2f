import type { Transport } from '../transport.ts'
import { ClusterTransport } from './cluster-transport.node.ts'
import type { ClusterOptions, NetworkSettings, RemoteSettings, SentinelOptions } from './options.ts'
import { primarySettings } from './sentinel.node.ts'
import { SocketTransport } from './socket-transport.node.ts'
import { Topology } from './topology.node.ts'

/** A stream to a server; its `onEnd` tells when that cannot be reached. */
export function openSocket(settings: RemoteSettings): Transport {
  return new SocketTransport(settings)
}

/** A stream to whoever sentinels say is the primary. */
export function openPrimary(network: NetworkSettings, sentinel: SentinelOptions['sentinel']): Transport {
  return new SocketTransport(primarySettings(network, sentinel))
}

/** A stream to a cluster. Rejects with a `ConnectError` when none of its nodes answers. */
export async function openCluster(network: NetworkSettings, options: ClusterOptions): Promise<Transport> {
  return new ClusterTransport(await Topology.open(network, options), network)
}
