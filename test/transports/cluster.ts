/** A cluster of the native build: three primaries with a replica each, on ports of loopback. */
import { vi } from 'vitest'
import { type Client, createClient } from '../../src/index.ts'
import { freePorts, type Native, startNative } from './native.ts'

const SLOTS = 16_384

/** A running cluster. */
export interface NativeCluster {
  /** The addresses of all nodes; the first three are the primaries at first. */
  nodes: { host: string; port: number }[]
  servers: Native[]
  /** A client of one node alone, by its place in `nodes`. */
  node(index: number): Client
  /** Deletes all keys of all nodes. */
  empty(): Promise<void>
  close(): Promise<void>
}

/** Starts six nodes and makes them a cluster. */
export async function startCluster(): Promise<NativeCluster> {
  const ports = await freePorts(6)
  const options = { 'cluster-enabled': 'yes', 'cluster-node-timeout': '1500', 'repl-diskless-sync-delay': '0' }
  const servers = await Promise.all(ports.map((port) => startNative(options, port)))
  const clients = await Promise.all(ports.map((port) => createClient({ url: `redis://127.0.0.1:${port}` })))
  const close = async () => {
    await Promise.all(clients.map((client) => client.close()))
    await Promise.all(servers.map((server) => server.close()))
  }
  try {
    await join(clients, ports)
  } catch (error) {
    await close()
    throw error
  }
  return {
    nodes: ports.map((port) => ({ host: '127.0.0.1', port })),
    servers,
    node: (index) => clients[index],
    empty: async () => {
      await Promise.all(clients.map((client) => client.call('FLUSHALL').catch(() => {}))) // a replica refuses it
    },
    close,
  }
}

async function join(clients: Client[], ports: number[]): Promise<void> {
  for (const [i, client] of clients.entries()) await client.call('CLUSTER', 'SET-CONFIG-EPOCH', i + 1)
  for (const i of [0, 1, 2]) {
    const [from, to] = [Math.ceil((i * SLOTS) / 3), Math.ceil(((i + 1) * SLOTS) / 3) - 1]
    await clients[i].call('CLUSTER', 'ADDSLOTSRANGE', from, to)
  }
  for (const port of ports.slice(1)) await clients[0].call('CLUSTER', 'MEET', '127.0.0.1', port)
  await until(clients, (info) => info.includes('cluster_known_nodes:6'))
  for (const i of [0, 1, 2]) {
    const primary = await clients[i].call<string>('CLUSTER', 'MYID')
    await repeat(async () => (await clients[i + 3].call('CLUSTER', 'REPLICATE', primary)) === 'OK')
  }
  await until(clients, (info) => info.includes('cluster_state:ok'))
  for (const i of [0, 1, 2]) {
    await repeat(async () => /state=online/.test(await clients[i].call<string>('INFO', 'replication')))
  }
}

async function until(clients: Client[], holds: (info: string) => boolean): Promise<void> {
  for (const client of clients) await repeat(async () => holds(await client.call<string>('CLUSTER', 'INFO')))
}

/** Tries until it holds, for at most 30 seconds: what other processes agree on among themselves tells nobody. */
export function repeat(holds: () => Promise<boolean>): Promise<void> {
  const attempt = async () => {
    if (!(await holds())) throw new Error('the cluster has not come to stand within 30 seconds')
  }
  return vi.waitFor(attempt, { timeout: 30_000, interval: 20 })
}
