import { Redis } from 'ioredis'
import { afterEach, describe, expect, it } from 'vitest'
import { createRedis as createIoredis } from '../../../src/adapters/ioredis.ts'
import { createRedis as createNodeRedis } from '../../../src/adapters/node-redis.ts'
import { serve } from '../../../src/server/index.ts'
import { openManual } from './open.ts'

describe('the same clock for every kind of client', () => {
  const ends: (() => unknown)[] = []
  afterEach(async () => {
    for (const end of ends.splice(0)) await end()
  })

  async function openOnSocket() {
    const { engine, clock } = await openManual()
    const server = await serve(engine, { port: 0 })
    const redis = new Redis(server.url)
    ends.push(
      () => redis.disconnect(),
      () => server.close(),
    )
    return { engine, clock, redis }
  }

  it('ioredis', async () => {
    const { engine, clock } = await openManual()
    const [redis, blocking] = [createIoredis(engine), createIoredis(engine)]
    ends.push(
      () => redis.disconnect(),
      () => blocking.disconnect(),
    )
    await redis.set('k', 'v', 'PX', 500)
    const popped = blocking.blpop('nothing', 2)
    await clock.advance(500)
    expect(await redis.get('k')).toBeNull()
    await clock.advance(1500)
    expect(await popped).toBeNull()
  })

  it('node-redis', async () => {
    const { engine, clock } = await openManual()
    const [redis, blocking] = [await createNodeRedis(engine), await createNodeRedis(engine)]
    await Promise.all([redis.connect(), blocking.connect()])
    ends.push(
      () => redis.destroy(),
      () => blocking.destroy(),
    )
    await redis.set('k', 'v', { PX: 500 })
    const popped = blocking.blPop('nothing', 2)
    await clock.advance(500)
    expect(await redis.get('k')).toBeNull()
    await clock.advance(1500)
    expect(await popped).toBeNull()
  })

  it('a client on a socket', async () => {
    const { engine, clock, redis } = await openOnSocket()
    await redis.set('k', 'v', 'PX', 500)
    const popped = redis.blpop('nothing', 2)
    await clock.advance(500)
    expect(await engine.connect().get('k')).toBeNull()
    await clock.advance(1500)
    expect(await popped).toBeNull()
  })

  it('a worker on a socket waits for a second ten times in ten seconds', async () => {
    const { clock, redis } = await openOnSocket()
    await redis.ping()
    let rounds = 0
    const work = async () => {
      for (;;) {
        await redis.blpop('jobs', 1)
        rounds++
      }
    }
    work().catch(() => {})
    await clock.advance(10_000)
    expect(rounds).toBe(10)
  })
})
