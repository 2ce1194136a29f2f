import { after, beforeEach } from 'node:test'
import type { TestRedis } from './test-redis.ts'
import { enterWorker, getRedis, leaveWorker, type UseRedisOptions } from './worker.ts'

export type { TestRedis } from './test-redis.ts'
export type { UseRedisOptions } from './worker.ts'
export { getRedis }

/** Those that have their hooks: files that share a process share them. */
const hooked = new WeakSet<TestRedis>()

/**
 * Opens the redis of this test file's process, puts its URL into the environment (`REDIS_URL`), and has it emptied before
 * each test. It closes after the last one, when the clients at its address have gone. Await it at the top of the test
 * file, or in a file given to `node --test --import`. Rejects as `createEngine` does.
 */
export async function useRedis(options?: UseRedisOptions): Promise<TestRedis> {
  const redis = await enterWorker(options)
  if (hooked.has(redis)) return redis
  hooked.add(redis)
  beforeEach(() => redis.empty())
  after(() => leaveWorker(redis))
  return redis
}
