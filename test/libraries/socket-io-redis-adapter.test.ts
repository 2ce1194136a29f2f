/** @socket.io/redis-adapter, plain and sharded. */
import { createAdapter, createShardedAdapter } from '@socket.io/redis-adapter'
import type { Server } from 'socket.io'
import { expect } from 'vitest'
import type { Engine } from '../../src/index.ts'
import { ioredisOn, nodeRedisOn } from './clients.ts'
import { sharedSuite } from './socket-io.ts'

/** Resolves when each server hears the other. */
async function ready(_: Engine, servers: Server[]): Promise<void> {
  for (const server of servers) await expect.poll(() => server.of('/').adapter.serverCount()).toBe(servers.length)
}

sharedSuite(
  [
    ['ioredis', (engine) => createAdapter(ioredisOn(engine), ioredisOn(engine))],
    ['node-redis', async (engine) => createAdapter(await nodeRedisOn(engine), await nodeRedisOn(engine))],
    ['ioredis, sharded', (engine) => createShardedAdapter(ioredisOn(engine), ioredisOn(engine))],
    [
      'node-redis, sharded',
      async (engine) => createShardedAdapter(await nodeRedisOn(engine), await nodeRedisOn(engine)),
    ],
  ],
  { ready },
)
