/** How clients of ioredis are made: by createRedis, or by their own constructor with redisOptions. */
import { once } from 'node:events'
import { Redis as Redis6 } from 'ioredis'
import { Redis as Redis5 } from 'ioredis-5'
import { Redis as Iovalkey } from 'iovalkey'
import { describe, expect, it } from 'vitest'
import { createRedis, redisOptions } from '../../src/adapters/ioredis.ts'
import type { Engine } from '../../src/index.ts'
import { openEngine } from '../engine/open.ts'
import { runProgram } from '../server/program.ts'

it('redisOptions is what all of them take, by their types too', async () => {
  const engine = await openEngine()
  const clients = [
    new Redis5(redisOptions(engine, { keyPrefix: 'app:' })),
    new Redis6(redisOptions(engine, { keyPrefix: 'app:' })),
    new Redis6(redisOptions(engine)),
    new Iovalkey(redisOptions(engine, { keyPrefix: 'app:' })),
  ] as const
  await clients[0].set('k', 'v')
  expect([await clients[1].get('k'), await clients[2].get('app:k')]).toEqual(['v', 'v'])
  for (const client of clients) client.disconnect()
})

describe('createRedis', () => {
  it('connects to the engine it is given, as many times as it is called', async () => {
    const engine = await openEngine()
    const [one, two] = [createRedis(engine), createRedis(engine, { db: 1 })]
    await one.set('k', 'v')
    expect([await one.get('k'), await two.get('k')]).toEqual(['v', null])
    await Promise.all([one.quit(), two.quit()])
    expect(engine.closed).toBe(false)
  })

  it('brings an engine of its own when it is given none, which ends with it', async () => {
    const redis = createRedis()
    const other = redis.duplicate({ retryStrategy: () => null })
    other.on('error', () => {})
    await redis.set('k', 'v')
    expect(await other.get('k')).toBe('v')
    const end = once(other, 'end')
    await redis.quit()
    await end
    await expect(other.get('k')).rejects.toThrow('Connection is closed')
  })

  it('says what is no engine', () => {
    expect(() => redisOptions({} as Engine)).toThrow('the first argument must be an engine')
  })

  it('lets an exception of a listener be uncaught, and goes on', async () => {
    const program = `
      import { createEngine } from 'wasm-redis'
      import { redisOptions } from 'wasm-redis/ioredis'
      import { Redis } from 'ioredis-5'
      process.on('uncaughtException', (error) => console.log('uncaught: ' + error.message))
      const engine = await createEngine()
      const [one, two, redis] = [1, 2, 3].map(() => new Redis(redisOptions(engine)))
      await Promise.all([one.subscribe('news'), two.subscribe('news')])
      one.once('message', () => { throw new Error('mine') })
      const heard = new Promise((resolve) => two.once('message', (_, text) => resolve(text)))
      await redis.publish('news', 'hello')
      const text = await heard
      // The exception comes when the microtasks are through, and the reply may come in one of them.
      await new Promise(setImmediate)
      console.log(text, await redis.ping())`
    expect(await runProgram(program)).toEqual({ code: 0, output: 'uncaught: mine\nhello PONG' })
  })

  it('does not keep its process alive', async () => {
    const program = `
      import { createEngine } from 'wasm-redis'
      import { createRedis } from 'wasm-redis/ioredis'
      const redis = createRedis(await createEngine())
      console.log(await redis.set('k', 'v'))
      redis.blpop('never', 0).catch(() => {})`
    expect(await runProgram(program)).toEqual({ code: 0, output: 'OK' })
  })
})
