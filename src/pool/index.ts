/** wasm-redis/pool: engines that are used one after the other. */
export type { PoolOptions, PoolPreset } from './options.ts'
export { type AcquireOptions, createPool, Pool, type PoolStats } from './pool.ts'
