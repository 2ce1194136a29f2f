/** rate-limiter-flexible: each of its limiters that keeps its counts in Redis or Valkey, and what is built on them. */
import { Redis as IORedisValkey } from 'iovalkey'
import {
  BurstyRateLimiter,
  type IRateLimiterStoreOptions,
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterQueue,
  RateLimiterRedis,
  RateLimiterRedisNonAtomic,
  RateLimiterRes,
  RateLimiterUnion,
  RateLimiterValkey,
  RLWrapperBlackAndWhite,
} from 'rate-limiter-flexible'
import { describe, expect, it, onTestFinished } from 'vitest'
import { redisOptions } from '../../src/adapters/ioredis.ts'
import type { Engine } from '../../src/index.ts'
import { openEngine } from '../engine/open.ts'
import { ioredisOn, nodeRedisOn } from './clients.ts'

type Options = Omit<IRateLimiterStoreOptions, 'storeClient'>
type Create = (engine: Engine, options: Options) => RateLimiterAbstract | Promise<RateLimiterAbstract>

const kinds: [string, Create][] = [
  ['RateLimiterRedis on ioredis', (engine, more) => new RateLimiterRedis({ storeClient: ioredisOn(engine), ...more })],
  [
    'RateLimiterRedis on node-redis',
    async (engine, more) => {
      return new RateLimiterRedis({ storeClient: await nodeRedisOn(engine), useRedisPackage: true, ...more })
    },
  ],
  [
    'RateLimiterRedisNonAtomic on ioredis',
    (engine, more) => new RateLimiterRedisNonAtomic({ storeClient: ioredisOn(engine), ...more }),
  ],
  [
    'RateLimiterValkey on iovalkey',
    (engine, more) => {
      const client = new IORedisValkey(redisOptions(engine))
      onTestFinished(() => client.disconnect())
      return new RateLimiterValkey({ storeClient: client, ...more })
    },
  ],
]

/** Resolves to what a limiter rejects with when there are too few points. */
async function refusal(asked: Promise<unknown>): Promise<RateLimiterRes> {
  const reason = await asked.then(
    () => undefined,
    (error) => error,
  )
  expect(reason).toBeInstanceOf(RateLimiterRes)
  return reason
}

describe.each(kinds)('%s', (name, create) => {
  it('counts, refuses, and says how long to wait', async () => {
    const limiter = await create(await openEngine(), { points: 3, duration: 10 })
    expect(await limiter.consume('ada')).toMatchObject({
      consumedPoints: 1,
      remainingPoints: 2,
      isFirstInDuration: true,
    })
    expect(await limiter.consume('ada', 2)).toMatchObject({ consumedPoints: 3, remainingPoints: 0 })
    const refused = await refusal(limiter.consume('ada'))
    expect(refused).toMatchObject({ consumedPoints: 4, remainingPoints: 0, isFirstInDuration: false })
    expect(refused.msBeforeNext).toBeGreaterThan(9000)
    expect(refused.msBeforeNext).toBeLessThanOrEqual(10_000)
    expect(await limiter.consume('grace')).toMatchObject({ consumedPoints: 1 })
  })

  // The one that is not atomic asks first and counts then, so that all of them get through.
  if (!name.includes('NonAtomic')) {
    it('of many at once, as many get through as there are points', async () => {
      const limiter = await create(await openEngine(), { points: 10, duration: 10 })
      const asked = await Promise.allSettled(Array.from({ length: 50 }, () => limiter.consume('all')))
      expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
      expect(await limiter.get('all')).toMatchObject({ consumedPoints: 50 })
    })
  }

  it('gives, takes back, sets and forgets points', async () => {
    const limiter = await create(await openEngine(), { points: 5, duration: 10 })
    await limiter.penalty('ada', 4)
    expect(await limiter.reward('ada', 2)).toMatchObject({ consumedPoints: 2 })
    expect(await limiter.get('ada')).toMatchObject({ consumedPoints: 2, remainingPoints: 3 })
    await limiter.set('ada', 5, 10)
    await refusal(limiter.consume('ada'))
    expect(await limiter.delete('ada')).toBe(true)
    expect(await limiter.get('ada')).toBeNull()
    expect(await limiter.consume('ada')).toMatchObject({ consumedPoints: 1 })
  })

  it('blocks for longer than it counts, when it is told', async () => {
    const engine = await openEngine()
    const limiter = await create(engine, { points: 1, duration: 1, blockDuration: 60 })
    await limiter.consume('ada')
    await refusal(limiter.consume('ada'))
    const blocked = await refusal(limiter.consume('ada'))
    expect(blocked.msBeforeNext).toBeGreaterThan(59_000)
    await limiter.block('grace', 30)
    expect((await refusal(limiter.consume('grace'))).msBeforeNext).toBeGreaterThan(29_000)
  })
})

it('all of them count anew when the time is over', async () => {
  const turns = kinds.map(async ([, create]) => {
    const engine = await openEngine()
    const limiter = await create(engine, { points: 1, duration: 1 })
    const first = Date.now()
    await limiter.consume('ada')
    await refusal(limiter.consume('ada'))
    await expect.poll(() => engine.connect().callSync('DBSIZE'), { timeout: 5000 }).toBe(0)
    expect(Date.now() - first).toBeGreaterThanOrEqual(990)
    expect(await limiter.consume('ada')).toMatchObject({ consumedPoints: 1 })
  })
  await Promise.all(turns)
})

it('a burst takes from a second limiter', async () => {
  const client = ioredisOn(await openEngine())
  const limiter = new BurstyRateLimiter(
    new RateLimiterRedis({ storeClient: client, points: 2, duration: 10 }),
    new RateLimiterRedis({ storeClient: client, keyPrefix: 'burst', points: 3, duration: 10 }),
  )
  for (let i = 0; i < 5; i++) await limiter.consume('ada')
  await refusal(limiter.consume('ada'))
})

it('several limits at once', async () => {
  const client = ioredisOn(await openEngine())
  const limiter = new RateLimiterUnion(
    new RateLimiterRedis({ storeClient: client, keyPrefix: 'second', points: 2, duration: 1 }),
    new RateLimiterRedis({ storeClient: client, keyPrefix: 'minute', points: 3, duration: 60 }),
  )
  expect(await limiter.consume('ada')).toMatchObject({ second: { remainingPoints: 1 }, minute: { remainingPoints: 2 } })
  await limiter.consume('ada')
  await expect(limiter.consume('ada')).rejects.toMatchObject({ second: { consumedPoints: 3 } })
})

it('a queue lets those go on who had to wait', async () => {
  const limiter = new RateLimiterRedis({ storeClient: ioredisOn(await openEngine()), points: 2, duration: 1 })
  const queue = new RateLimiterQueue(limiter, { maxQueueSize: 2 })
  const begin = Date.now()
  const turns = [1, 2, 3].map(() => queue.removeTokens(1, 'ada').then(() => Date.now() - begin))
  const [one, two, three] = await Promise.all(turns)
  expect(Math.max(one, two)).toBeLessThan(900)
  expect(three).toBeGreaterThanOrEqual(900)
})

it('lists of those who never and always may', async () => {
  const limiter = new RLWrapperBlackAndWhite({
    limiter: new RateLimiterRedis({ storeClient: ioredisOn(await openEngine()), points: 1, duration: 10 }),
    blackList: ['mallory'],
    whiteList: ['root'],
  })
  for (let i = 0; i < 3; i++) await limiter.consume('root')
  await refusal(limiter.consume('mallory'))
})

it('another limiter stands in when the engine is gone', async () => {
  const engine = await openEngine()
  const client = ioredisOn(engine)
  client.on('error', () => {})
  const limiter = new RateLimiterRedis({
    storeClient: client,
    points: 100,
    duration: 10,
    insuranceLimiter: new RateLimiterMemory({ points: 1, duration: 10 }),
  })
  expect(await limiter.consume('ada')).toMatchObject({ remainingPoints: 99 })
  await engine.close()
  expect(await limiter.consume('ada')).toMatchObject({ remainingPoints: 0 })
  await refusal(limiter.consume('ada'))
})
