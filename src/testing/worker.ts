import type { EngineOptions } from '../options.ts'
import { TestRedis } from './test-redis.ts'
import { perhapsAfter } from './wait.ts'

/** What `useRedis` takes: what `createEngine` takes, and where the URL goes. */
export interface UseRedisOptions extends EngineOptions {
  /** The environment variable that is given the URL; several, or `false` for none. Default `'REDIS_URL'`. */
  env?: string | readonly string[] | false
}

/** One redis for each worker: found by every copy of this module that a runner has loaded there. */
const place = Symbol.for('wasm-redis.testing')
const worker = process as unknown as { [place]?: TestRedis }

/** How often it is looked whether the last client of a redis that is to be closed has gone, in milliseconds. */
const LOOK_AGAIN = 50

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

/** Opens the redis of this worker, with these options if there is none yet, and puts its URL into the environment. */
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
 * Closes it once nobody has been connected to its address for a while. Jest calls this before the tests' own last hooks,
 * in which applications say goodbye to their server; some of their connections may even be on their way still.
 */
export function leaveWorker(redis: TestRedis, alone = false): void {
  perhapsAfter(LOOK_AGAIN, () => {
    if (redis.connections > 0) leaveWorker(redis)
    else if (!alone) leaveWorker(redis, true)
    else void redis.close()
  })
}
