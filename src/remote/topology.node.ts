import type { Cluster as IoredisCluster } from 'ioredis'
import { ConnectError } from '../errors.ts'
import type { Argument } from '../resp/encode.ts'
import type { ClusterOptions, NetworkSettings } from './options.ts'

type Ioredis = Pick<typeof import('ioredis'), 'Cluster' | 'Command'>

/** Both have the same classes. */
const other = 'iovalkey'

/** The client that finds its way about clusters. Rejects when neither is installed. */
async function load(): Promise<Ioredis> {
  try {
    return await import('ioredis')
  } catch (cause) {
    try {
      return (await import(other)) as Ioredis
    } catch {
      throw new ConnectError('a client of a cluster needs the package ioredis (or iovalkey): npm install ioredis', {
        cause,
      })
    }
  }
}

/**
 * Who has which slot of a cluster. ioredis asks the nodes for that and keeps it; the commands themselves go over
 * connections of our own, so that replies come as the engine wrote them.
 */
export class Topology {
  private readonly cluster: IoredisCluster
  private readonly command: Ioredis['Command']
  private readonly natMap: NonNullable<ClusterOptions['natMap']>
  private users = 1

  private constructor(cluster: IoredisCluster, command: Ioredis['Command'], natMap: ClusterOptions['natMap']) {
    this.cluster = cluster
    this.command = command
    this.natMap = natMap ?? {}
  }

  /** Finds the nodes. Rejects with a `ConnectError` when none of those given answers. */
  static async open(network: NetworkSettings, options: ClusterOptions): Promise<Topology> {
    const { Cluster, Command } = await load()
    const { username, password, natMap } = options
    let failure: Error | undefined
    let connected = false
    const cluster = new Cluster(options.cluster as { host: string; port: number }[], {
      lazyConnect: true,
      // The first attempt is the caller's to judge; once connected, it never gives up.
      clusterRetryStrategy: (times) => (connected ? Math.min(100 * times, 2000) : null),
      natMap,
      redisOptions: {
        username,
        password,
        tls: network.tls as object | undefined,
        connectTimeout: network.connectTimeout,
        // Its timer outlives a connection that never stood, and with it the process.
        disconnectTimeout: 100,
      },
    })
    cluster.on('error', (error: Error) => {
      failure = error
    })
    let nodeFailure: Error | undefined
    cluster.on('node error', (error: Error) => {
      nodeFailure ??= error
    })
    try {
      await cluster.connect()
      connected = true
    } catch (cause) {
      cluster.disconnect()
      const nodes = options.cluster.map(({ host, port }) => `${host}:${port}`).join(', ')
      const reason = `none of them answers (${(nodeFailure ?? failure ?? (cause as Error)).message})`
      throw new ConnectError(`cannot connect to a cluster by ${nodes}: ${reason}`, { cause })
    }
    return new Topology(cluster, Command, natMap)
  }

  /** Another client uses it, too. */
  share(): this {
    this.users++
    return this
  }

  /** Closes it when nobody else uses it. */
  release(): void {
    if (--this.users === 0) this.cluster.disconnect()
  }

  /** The slot of a request's first key; undefined when it has none. */
  slotOf(args: readonly Argument[]): number | undefined {
    const [name, ...rest] = args.map((arg) =>
      typeof arg === 'object' ? Buffer.from(arg.buffer, arg.byteOffset, arg.length) : String(arg),
    )
    try {
      return new this.command(String(name).toLowerCase(), rest).getSlot() ?? undefined
    } catch {
      return undefined // it lacks arguments, which the engine says better
    }
  }

  /** The primary that has a slot, as `host:port`; any one for undefined. Undefined when none is known. */
  nodeOf(slot: number | undefined): string | undefined {
    const node = slot === undefined ? undefined : this.cluster.slots[slot]?.[0]
    return node ?? this.primaries()[0]
  }

  /** All primaries that are known, as `host:port`, in an order of their own. */
  primaries(): string[] {
    const nodes = new Set<string>()
    for (const slot of this.cluster.slots) if (slot?.[0]) nodes.add(slot[0])
    return [...nodes].sort()
  }

  /** A node has said that another one, `host:port`, has a slot; gives the address to use for that. */
  moved(slot: number, node: string): string {
    const mapped = this.mapped(node)
    this.cluster.slots[slot] = [mapped]
    this.refresh()
    return mapped
  }

  /** The address to use for a node that calls itself `node`. */
  mapped(node: string): string {
    const mapped = this.natMap[node]
    return mapped ? `${mapped.host}:${mapped.port}` : node
  }

  /** Asks the nodes anew; the answer comes when it comes. */
  refresh(): void {
    this.cluster.refreshSlotsCache(() => {})
  }
}
