/** ioredis on the unix socket of a native server. */
import { ioredisClient } from './ioredis-calls.mjs'
import { startServer } from './native-server.mjs'

export async function open() {
  const { Redis } = await import('ioredis')
  const server = await startServer()
  const redis = new Redis({ path: server.socket })
  return ioredisClient(redis, 'ioredis', {
    rss: server.rss,
    close: async () => {
      redis.disconnect()
      await server.stop()
    },
  })
}

/** The time of a native server to its open socket, and of ioredis to its first reply behind it, in milliseconds. */
export async function start() {
  const begin = performance.now()
  const server = await startServer()
  const { Redis } = await import('ioredis')
  const redis = new Redis({ path: server.socket })
  await redis.set('key', 'value')
  const replied = performance.now()
  await redis.eval("return redis.call('INCR', KEYS[1])", 1, 'counter')
  const evaluated = performance.now()
  const second = await startServer()
  redis.disconnect()
  await server.stop()
  await second.stop()
  return {
    'open-socket': server.opened,
    'first-reply': replied - begin,
    'first-eval': evaluated - replied,
    'second-engine': second.opened,
  }
}
