import { afterAll, test as base, beforeEach, type TestAPI } from 'vitest'
import type { TestRedis } from './test-redis.ts'
import { enterWorker, getRedis, hasRedis, type UseRedisOptions } from './worker.ts'

export type { TestRedis } from './test-redis.ts'
export type { UseRedisOptions } from './worker.ts'
export { getRedis }

/** The test that it was emptied for last. */
let emptiedFor: unknown

/**
 * For a setup file: opens the worker's redis, puts its URL into the environment (`REDIS_URL`) before anything else is
 * imported, and has it emptied before each test. It closes with its worker. Rejects as `createEngine` does.
 */
export async function useRedis(options?: UseRedisOptions): Promise<TestRedis> {
  const redis = await enterWorker(options)
  beforeEach(async ({ task }) => {
    emptiedFor = task
    await redis.empty()
  })
  afterAll(async () => {
    if (!redis.closed) await redis.empty()
  })
  return redis
}

/**
 * Vitest's `test`, with a `redis` that is empty when the test begins: `test('…', async ({ redis }) => { … })`. It needs no
 * setup file, unless something else shall find `REDIS_URL` while it is being loaded.
 */
export const test: TestAPI<{ redis: TestRedis }> = base.extend<{ redis: TestRedis }>({
  redis: async ({ task }, use) => {
    const redis = hasRedis() ? getRedis() : await enterWorker()
    if (emptiedFor !== task) await redis.empty()
    await use(redis)
  },
})

/** The same under its other name. */
export const it: TestAPI<{ redis: TestRedis }> = test
