/** An unmodified ioredis on an engine in the same process, from the adapter: no server, no socket. */
import { client, versionOf } from './client.mjs'
import { ioredisCalls, ioredisSend, ioredisSendAll, ioredisSubscribe } from './ioredis-calls.mjs'
import { loadAdapter, loadLibrary } from './wasm-redis.mjs'

export async function open() {
  const { createEngine } = await loadLibrary()
  const { createRedis } = await loadAdapter('ioredis')
  const engine = await createEngine({ maxmemory: 0 })
  const redis = createRedis(engine)
  return client({
    about: { version: versionOf('ioredis') },
    send: ioredisSend(redis),
    sendAll: ioredisSendAll(redis),
    calls: (payload) => ioredisCalls(redis, payload),
    subscribe: (heard) => ioredisSubscribe(redis, heard),
    close: async () => {
      redis.disconnect()
      await engine.close()
    },
  })
}
