import type { EngineOptions } from '../options.ts'
import { TestRedis } from './test-redis.ts'
import { after } from './wait.ts'

/** What `useRedis` takes: what `createEngine` takes, and where the URL goes. */
export interface UseRedisOptions extends EngineOptions {
  /** The environment variable that is given the URL; several, or `false` for none. Default `'REDIS_URL'`. */
  env?: string | readonly string[] | false
}

/** One redis for each worker: found by every copy of this module that a runner has loaded there. */
const place = Symbol.for('wasm-redis.testing')
const worker = process as unknown as { [place]?: TestRedis }

/** How often it is looked whether the last client of a redis that is to be closed has gone, in milliseconds. */
const LOOK_AGAIN = 20

/** The redis of this worker. Throws when there is none yet. */
export function getRedis(): TestRedis {
  const redis = worker[place]
  if (redis && !redis.closed) return redis
  throw new Error('there is no redis yet: call and await useRedis() before, best in a setup file of the test runner')
}

/** True once there is one. */
export function hasRedis(): boolean {
  return worker[place]?.closed === false
}

/** Opens the redis of this worker, if there is none, and puts its URL into the environment. */
export async function enterWorker(options: UseRedisOptions = {}): Promise<TestRedis> {
  const { env = 'REDIS_URL', ...engineOptions } = options
  let redis = worker[place]
  if (!redis || redis.closed) {
    redis = await TestRedis.open(engineOptions)
    worker[place] = redis
  }
  const url = await redis.listen()
  for (const name of env === false ? [] : [env].flat()) process.env[name] = url
  redis.takeIn()
  return redis
}

/**
 * Closes it once nobody is connected to its address: some runners call this before the tests' own last hooks, in which
 * applications say goodbye to their server.
 */
export async function leaveWorker(redis: TestRedis): Promise<void> {
  if (redis.connections === 0) await redis.close()
  else after(LOOK_AGAIN, () => void leaveWorker(redis), true)
}
