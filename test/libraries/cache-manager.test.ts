/** cache-manager over @keyv/redis: one level, and two of which the second is shared. */
import KeyvRedis from '@keyv/redis'
import { type Cache, createCache } from 'cache-manager'
import Keyv from 'keyv'
import { expect, it, onTestFinished } from 'vitest'
import { redisOptions } from '../../src/adapters/node-redis.ts'
import type { Engine } from '../../src/index.ts'
import { openEngine } from '../engine/open.ts'

async function shared(engine: Engine): Promise<Keyv> {
  return new Keyv(new KeyvRedis(await redisOptions(engine)), { namespace: 'cache', useKeyPrefix: false })
}

function opened(cache: Cache): Cache {
  onTestFinished(() => cache.disconnect())
  return cache
}

it('keeps, forgets in time, deletes and clears', async () => {
  const cache = opened(createCache({ stores: [await shared(await openEngine())] }))
  await cache.mset([
    { key: 'a', value: 'one', ttl: 60_000 },
    { key: 'b', value: 'two', ttl: 60_000 },
  ])
  await cache.set('short', { n: 1 }, 400)
  expect(await cache.mget(['short', 'a', 'b', 'none'])).toEqual([{ n: 1 }, 'one', 'two', undefined])
  expect(await cache.ttl('a')).toBeGreaterThan(Date.now() + 55_000)
  await expect.poll(() => cache.get('short')).toBeUndefined()
  await cache.del('a')
  expect([await cache.get('a'), await cache.get('b')]).toEqual([undefined, 'two'])
  await cache.clear()
  expect(await cache.get('b')).toBeUndefined()
})

it('what is asked for by many is made once, and anew before it is too old', async () => {
  const cache = opened(createCache({ stores: [await shared(await openEngine())] }))
  let made = 0
  const make = async () => ++made
  const refreshed = new Promise((resolve) => cache.on('refresh', resolve))
  const always = { ttl: 60_000, refreshThreshold: 60_001 }
  expect(await Promise.all(Array.from({ length: 20 }, () => cache.wrap('report', make, 60_000)))).toEqual(
    Array(20).fill(1),
  )
  expect(await cache.wrap('report', make, always)).toBe(1) // the old one, while the new one is made
  expect(await refreshed).toEqual({ key: 'report', value: 2 })
  expect([await cache.get('report'), made]).toEqual([2, 2])
})

it('a second level is shared, and fills the first', async () => {
  const engine = await openEngine()
  const firsts = [new Keyv(), new Keyv()]
  const caches = await Promise.all(
    firsts.map(async (first) => opened(createCache({ stores: [first, await shared(engine)] }))),
  )
  await caches[0].set('k', 'v', 60_000)
  expect(await firsts[1].get('k')).toBeUndefined()
  expect(await caches[1].get('k')).toBe('v')
  expect(await caches[1].wrap('k', async () => 'made anew', 60_000)).toBe('v')
  expect(await firsts[1].get('k')).toBe('v')
  await caches[1].del('k')
  expect(await engine.connect().call('DBSIZE')).toBe(0)
})
