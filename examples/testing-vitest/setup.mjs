import { useRedis } from 'wasm-redis/testing/vitest'

await useRedis() // REDIS_URL is set when the test files are loaded
