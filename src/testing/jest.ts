import type { TestRedis } from './test-redis.ts'
import { enterWorker, getRedis, leaveWorker, type UseRedisOptions } from './worker.ts'

export type { TestRedis } from './test-redis.ts'
export type { UseRedisOptions } from './worker.ts'
export { getRedis }

type Hook = (run: () => Promise<void> | void) => void

/**
 * For a file of `setupFilesAfterEnv` that exports it: opens a redis, puts its URL into the environment (`REDIS_URL`)
 * before the test file is loaded, and has it emptied before each test. It closes soon after the last one, when the
 * clients at its address have gone. Rejects as `createEngine` does, and where there are no hooks.
 */
export async function useRedis(options?: UseRedisOptions): Promise<TestRedis> {
  const { beforeEach, afterAll } = globalThis as { beforeEach?: Hook; afterAll?: Hook }
  if (!beforeEach || !afterAll) {
    throw new Error(
      'there are no global hooks: call useRedis() from a file of setupFilesAfterEnv, with injectGlobals left on',
    )
  }
  const redis = await enterWorker(options)
  beforeEach(() => redis.empty())
  afterAll(() => leaveWorker(redis))
  return redis
}
