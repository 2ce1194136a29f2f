/** The clients that libraries are given, closed when the test is over, and what is waited for. */
import type { EventEmitter } from 'node:events'
import { Redis, type RedisOptions } from 'ioredis'
import { onTestFinished } from 'vitest'
import { redisOptions } from '../../src/adapters/ioredis.ts'
import { createRedis } from '../../src/adapters/node-redis.ts'
import type { Engine } from '../../src/index.ts'

/** ioredis in memory. */
export function ioredisOn(engine: Engine, options: RedisOptions = {}): Redis {
  const redis = new Redis(redisOptions(engine, options) as RedisOptions)
  onTestFinished(() => redis.disconnect())
  return redis
}

/** node-redis on the engine's unix socket, connected. */
export async function nodeRedisOn(engine: Engine): Promise<Awaited<ReturnType<typeof createRedis>>> {
  const client = await createRedis(engine)
  onTestFinished(async () => {
    if (client.isOpen) await client.close()
  })
  return client.connect() as Promise<typeof client>
}

/** Resolves to the arguments of `count` events, in order. */
export function events<Args extends unknown[]>(emitter: EventEmitter, event: string, count: number): Promise<Args[]> {
  const seen: Args[] = []
  return new Promise((resolve) => {
    const listen = (...args: unknown[]) => {
      if (seen.push(args as Args) < count) return
      emitter.off(event, listen)
      resolve(seen)
    }
    emitter.on(event, listen)
  })
}
