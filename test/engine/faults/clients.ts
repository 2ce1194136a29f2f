/** The ways to an engine, behind one face: a fault has to be met by each of them. */
import { Redis } from 'ioredis'
import { onTestFinished } from 'vitest'
import { createRedis as createIoredis } from '../../../src/adapters/ioredis.ts'
import { createRedis as createNodeRedis } from '../../../src/adapters/node-redis.ts'
import type { Engine } from '../../../src/index.ts'
import { serve } from '../../../src/server/index.ts'

export interface AnyClient {
  call(...args: [string, ...string[]]): Promise<unknown>
}

type Open = (engine: Engine) => Promise<AnyClient>

/** Does not try a command again that was lost. */
const once = { maxRetriesPerRequest: 0, retryStrategy: () => 1 }

function ofIoredis(redis: Redis): AnyClient {
  redis.on('error', () => {}) // its calls are rejected
  onTestFinished(() => redis.disconnect())
  return { call: (...args) => redis.call(...args) }
}

export const kinds: [string, Open][] = [
  ['a client of this process', async (engine) => engine.connect({ name: 'app' })],
  ['ioredis', async (engine) => ofIoredis(createIoredis(engine, { ...once, connectionName: 'app' }))],
  [
    'node-redis',
    async (engine) => {
      const client = await createNodeRedis(engine, { name: 'app' })
      client.on('error', () => {}) // its calls are rejected
      await client.connect()
      onTestFinished(() => (client.isOpen ? client.destroy() : undefined))
      return { call: (...args) => client.sendCommand(args) }
    },
  ],
  [
    'a client on a socket',
    async (engine) => {
      const server = await serve(engine, { port: 0 })
      onTestFinished(() => server.close())
      return ofIoredis(new Redis(server.url, { ...once, connectionName: 'app' }))
    },
  ],
]
