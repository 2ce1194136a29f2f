// What a test turns and breaks is no concern of the next one.
import { expect, it } from 'vitest'
import { openRedis } from '../../src/testing/index.ts'

it('the clock of the fixture is turned by hand, when it was opened so', async () => {
  await using redis = await openRedis({ clock: 'manual' })
  const app = await redis.ioredis()
  await app.set('session', 'ada', 'EX', 3600)
  const expired = redis.waitForEvent('expired', 'session')
  await redis.clock.advance(3600_000)
  expect(await expired).toMatchObject({ event: 'expired', key: 'session' })
})

it('faults, interceptors and a running clock end with the test', async () => {
  await using redis = await openRedis({ clock: 'manual' })
  redis.faults.add({ error: 'OOM everything fails' })
  redis.faults.add({ refuse: true })
  redis.engine.intercept(() => ({ reply: 'nothing works' }))
  redis.clock.resume()
  await redis.empty()
  expect(redis.faults.list()).toEqual([])
  expect(redis.engine.interceptors).toEqual([])
  expect(redis.clock.frozen).toBe(true)
  expect(await redis.client.ping()).toBe('PONG')
})

it('an engine that a test has crashed or shut down has its faults no more', async () => {
  await using redis = await openRedis({ clock: 'manual' })
  redis.faults.add({ command: 'GET', error: 'OOM' })
  await redis.client.call('SHUTDOWN').catch(() => {})
  await redis.empty()
  expect(await redis.client.get('k')).toBeNull()
  expect(redis.clock.manual).toBe(true)
})
