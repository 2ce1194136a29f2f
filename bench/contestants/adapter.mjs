/** An unmodified ioredis on an engine in the same process, from the adapter: no server, no socket. */
import { ioredisClient } from './ioredis-calls.mjs'
import { loadAdapter, loadLibrary } from './wasm-redis.mjs'

export async function open() {
  const { createEngine } = await loadLibrary()
  const { createRedis } = await loadAdapter('ioredis')
  const engine = await createEngine({ maxmemory: 0 })
  const redis = createRedis(engine)
  return ioredisClient(redis, 'ioredis', {
    close: async () => {
      redis.disconnect()
      await engine.close()
    },
  })
}
