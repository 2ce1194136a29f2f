import type { EngineOptions } from '../options.ts'
import { TestRedis } from './test-redis.ts'

export type { KeyEvent } from './events.ts'
export type { TestRedis } from './test-redis.ts'
export { TestTimeoutError, type WaitOptions } from './wait.ts'
export type { UseRedisOptions } from './worker.ts'

/**
 * Opens an engine for tests, without any test runner: call `empty()` before each test and `close()` after the last.
 * `wasm-redis/testing/vitest`, `/jest` and `/node` do that by themselves. Rejects as `createEngine` does.
 */
export function openRedis(options?: EngineOptions): Promise<TestRedis> {
  return TestRedis.open(options)
}
