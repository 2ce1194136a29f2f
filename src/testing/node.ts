import { beforeEach } from 'node:test'
import type { TestRedis } from './test-redis.ts'
import { enterWorker, getRedis, type UseRedisOptions } from './worker.ts'

export type { TestRedis } from './test-redis.ts'
export type { UseRedisOptions } from './worker.ts'
export { getRedis }

/** Those that have their hooks: files that share a process share them. */
const hooked = new WeakSet<TestRedis>()

/**
 * For the top of a test file: opens the redis of its process, puts its URL into the environment (`REDIS_URL`), and has it
 * emptied before each test. It ends with the process, which it does not keep alive. What reads the URL while it is being
 * loaded must be loaded after this, with `await import(…)`. Rejects as `createEngine` does.
 */
export async function useRedis(options?: UseRedisOptions): Promise<TestRedis> {
  const redis = await enterWorker(options)
  if (hooked.has(redis)) return redis
  hooked.add(redis)
  beforeEach(() => redis.empty())
  return redis
}
