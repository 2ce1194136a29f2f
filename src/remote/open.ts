import { Client } from '../client/client.ts'
import { ConnectError, RedisError } from '../errors.ts'
import type { ConnectOptions } from '../options.ts'
import type { Transport } from '../transport.ts'
import {
  type ClusterOptions,
  clusterSettings,
  type RemoteOptions,
  remoteSettings,
  type SentinelOptions,
  sentinelSettings,
} from './options.ts'

/** What `createClient` takes for whatever is elsewhere. */
export type ElsewhereOptions = RemoteOptions | ClusterOptions | SentinelOptions

const kinds = ['url', 'cluster', 'sentinel'] as const

/** Whether these are options of something elsewhere. Throws a `TypeError` where they are of two things. */
export function isElsewhere(options: unknown): options is ElsewhereOptions {
  if (typeof options !== 'object' || options === null) return false
  const given = kinds.filter((kind) => (options as Record<string, unknown>)[kind] !== undefined)
  if (given.length > 1) throw new TypeError(`options ${given.join(' and ')} exclude each other; give one of them`)
  // A variable of the environment that is not set must not become an engine that forgets everything.
  return given.length === 1 || kinds.some((kind) => kind in options)
}

/** Connects to a server, a cluster, or the primary that sentinels know. Rejects as `createClient` says. */
export async function openElsewhere(options: ElsewhereOptions): Promise<Client<never>> {
  // Node's own sockets take milliseconds to load, which an engine in this process does not need.
  if ('cluster' in options) {
    const [network, cluster, introduction] = clusterSettings(options)
    const { openCluster } = await import('#socket')
    return introduced(await openCluster(network, cluster), introduction, 'the cluster')
  }
  if ('sentinel' in options) {
    const [network, sentinel, introduction] = sentinelSettings(options)
    const { openPrimary } = await import('#socket')
    return introduced(openPrimary(network, sentinel), introduction, `the primary ${sentinel.name}`)
  }
  const [settings, introduction] = remoteSettings(options as RemoteOptions)
  const { openSocket } = await import('#socket')
  return introduced(openSocket(settings), introduction, settings.shown)
}

/** Says who is calling, and waits until that is taken. */
async function introduced(transport: Transport, introduction: ConnectOptions, shown: string): Promise<Client<never>> {
  const client = new Client<never>(transport, introduction, { engine: undefined })
  try {
    await client.call('PING') // behind the introduction
  } catch (error) {
    // It was answered, so somebody is there who knows the user: that PING is not allowed, or nothing is yet, is not ours.
    if (error instanceof RedisError && !client.closed && error.code !== 'NOAUTH') return client
    await client.close()
    if (!(error instanceof RedisError)) throw error
    throw new ConnectError(`${shown} does not take the connection: ${error.message}`, { cause: error })
  }
  return client
}
