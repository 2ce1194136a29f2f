/** One redis for each worker of a test runner: how long it is there, and where it says that it is. */
import { Redis } from 'ioredis'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { enterWorker, getRedis, hasRedis, leaveWorker } from '../../src/testing/worker.ts'

/** Long enough for what is looked at every 50 ms. */
const soon = { timeout: 2000 }

beforeEach(() => {
  for (const name of ['REDIS_URL', 'CACHE_URL']) vi.stubEnv(name, undefined)
})

afterEach(async () => {
  if (hasRedis()) await getRedis().close()
  vi.unstubAllEnvs()
})

test('whoever asks first opens it, and everyone else gets the same', async () => {
  const redis = await enterWorker({ maxmemory: '64mb' })
  expect(await enterWorker()).toBe(redis)
  expect(getRedis()).toBe(redis)
  expect(process.env.REDIS_URL).toBe(redis.url)
})

test('before that there is none, and the error says what to do', () => {
  expect(getRedis).toThrow('there is no redis yet: call and await useRedis() before')
})

test('its URL goes where the application looks for it', async () => {
  const redis = await enterWorker({ env: ['CACHE_URL'] })
  expect(process.env.CACHE_URL).toBe(redis.url)
  expect(process.env.REDIS_URL).toBeUndefined()
})

test('or nowhere', async () => {
  await enterWorker({ env: false })
  expect(process.env.REDIS_URL).toBeUndefined()
})

test('after one was closed, the next is another', async () => {
  const first = await enterWorker()
  await first.close()
  const second = await enterWorker()
  expect(second).not.toBe(first)
  expect(await second.client.set('k', 'v')).toBe('OK')
})

test('an option that the engine does not know is refused', async () => {
  await expect(enterWorker({ maxMemory: '64mb' } as object)).rejects.toThrow('unknown option maxMemory')
  expect(hasRedis()).toBe(false)
})

test('leaving closes it when the last client has gone, not before', async () => {
  const redis = await enterWorker()
  const app = new Redis(redis.url)
  await app.ping()
  const looks = vi.spyOn(redis, 'connections', 'get')
  leaveWorker(redis)
  await vi.waitFor(() => expect(looks.mock.calls.length).toBeGreaterThan(3), soon)
  expect(redis.closed).toBe(false)
  expect(await app.set('k', 'v')).toBe('OK')
  await app.quit()
  await vi.waitFor(() => expect(redis.closed).toBe(true), soon)
})

test('clients of other libraries end with their test', async () => {
  const redis = await enterWorker()
  const io = await redis.ioredis()
  const node = await redis.nodeRedis()
  onTestFinished(() => io.disconnect())
  await Promise.all([io.ping(), node.ping()])
  const ended = new Promise((resolve) => io.once('end', resolve))
  await redis.empty()
  await ended
  expect(node.isOpen).toBe(false)
})
