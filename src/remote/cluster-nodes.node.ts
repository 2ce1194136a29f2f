import { ClusterNode, type NodeListener } from './cluster-node.node.ts'
import { type Request, Unit } from './cluster-unit.ts'
import type { ConnectionState } from './connection-state.ts'
import type { NetworkSettings } from './options.ts'

/** The connections of one stream to the nodes of a cluster, opened when they are needed. */
export class ClusterNodes {
  private readonly network: NetworkSettings
  private readonly listener: NodeListener
  /** What each of them is told before anything else. */
  private readonly state: ConnectionState
  private readonly open = new Map<string, ClusterNode>()
  private readonly unflushed = new Set<ClusterNode>()

  constructor(network: NetworkSettings, listener: NodeListener, state: ConnectionState) {
    this.network = network
    this.listener = listener
    this.state = state
  }

  /** The connection to the node at `address`, such as `host:port`. */
  at(address: string): ClusterNode {
    let node = this.open.get(address)
    if (node === undefined) {
      node = new ClusterNode(address, this.network, this.listener)
      this.open.set(address, node)
      // The first one is introduced by the client itself.
      if (this.state.said.length > 0) node.introduce(this.state.said)
    }
    return node
  }

  /** Has a node tell the number of its connection, now that it has been introduced. */
  identify(address: string): void {
    this.open.get(address)?.identify()
  }

  /** Sends what concerns every connection to all but the one at `address`. */
  sendOthers(address: string | undefined, args: Request, slot: number | undefined): void {
    for (const node of this.open.values()) if (node.address !== address) this.send(node, new Unit([args], slot, true))
  }

  /** Queues a unit; it goes out with the next `flush`. */
  send(node: ClusterNode, unit: Unit, asking = false): void {
    node.send(unit, asking)
    this.unflushed.add(node)
  }

  /** Sends what is queued. */
  flush(): void {
    for (const node of this.unflushed) node.transport.flush()
    this.unflushed.clear()
  }

  /** A connection is lost. */
  lose(node: ClusterNode): void {
    if (this.open.get(node.address) === node) this.open.delete(node.address)
    this.unflushed.delete(node)
  }

  /** Closes all of them; resolves when their sockets are gone. */
  async close(): Promise<void> {
    const nodes = [...this.open.values()]
    this.open.clear()
    for (const node of nodes) node.close()
    await Promise.all(nodes.map((node) => node.transport.gone))
  }
}
