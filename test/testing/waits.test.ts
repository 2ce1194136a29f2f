/** What a test can see of what ran, and wait for. */
import { Redis } from 'ioredis'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openRedis, type TestRedis, TestTimeoutError } from '../../src/testing/index.ts'

async function open(): Promise<TestRedis> {
  const redis = await openRedis()
  onTestFinished(() => redis.close())
  return redis
}

async function appOn(redis: TestRedis): Promise<Redis> {
  const app = new Redis(await redis.listen())
  onTestFinished(() => app.disconnect())
  return app
}

test('calls are what clients sent, in the order in which it ran', async () => {
  const redis = await open()
  const app = await appOn(redis)
  await app.set('k', 'v')
  redis.client.callSync('incr', 'n')
  await app.multi().get('k').del('k').exec()
  expect(redis.calls).toEqual([['SET', 'k', 'v'], ['INCR', 'n'], ['MULTI'], ['GET', 'k'], ['DEL', 'k'], ['EXEC']])
})

test('calls are those until now, also within one synchronous piece of code', async () => {
  const redis = await open()
  const { client } = redis
  client.callSync('SET', 'a', 1)
  expect(redis.calls).toEqual([['SET', 'a', '1']])
  client.callSync('SET', 'b', 2)
  expect(redis.calls.length).toBe(2)
})

test('callsOf picks some, whatever their case', async () => {
  const redis = await open()
  await redis.client.pipeline([
    ['set', 'a', 1],
    ['GET', 'a'],
    ['Get', 'b'],
  ])
  expect(redis.callsOf('get')).toEqual([
    ['GET', 'a'],
    ['GET', 'b'],
  ])
})

test('text is text, and bytes that are none are a character each', async () => {
  const redis = await open()
  await redis.client.set('schlüssel', '✓ "quoted"\n')
  await redis.client.set('bytes', new Uint8Array([0, 255]))
  expect(redis.calls).toEqual([
    ['SET', 'schlüssel', '✓ "quoted"\n'],
    ['SET', 'bytes', '\0ÿ'],
  ])
})

test('what scripts call, and how clients introduce themselves, is in monitored alone', async () => {
  const redis = await open()
  const app = await appOn(redis)
  await app.eval("return redis.call('SET', KEYS[1], 'v')", 1, 'k')
  expect(redis.calls.map(([name]) => name)).toEqual(['EVAL'])
  expect(redis.monitored.find(({ source }) => source === 'lua')?.args).toEqual(['SET', 'k', 'v'])
  expect(redis.monitored.map(({ args }) => args[0].toUpperCase())).toContain('CLIENT')
})

const clients = {
  'a client of this library': async (redis: TestRedis) => redis.client,
  'ioredis on a socket': appOn,
  'ioredis without': (redis: TestRedis) => redis.ioredis(),
  'node-redis': (redis: TestRedis) => redis.nodeRedis(),
}

test.each(Object.entries(clients))('whenIdle waits for what follows from what follows: %s', async (_name, connect) => {
  const redis = await open()
  const app = await connect(redis)
  let done = false
  const steps = async () => {
    for (let i = 0; i < 100; i++) await app.incr('n')
    done = true
  }
  void steps()
  await redis.whenIdle()
  expect(done).toBe(true)
  expect(await redis.client.get('n')).toBe('100')
})

test('whenIdle does not wait for a client that blocks, but for what it does when it is woken', async () => {
  const redis = await open()
  const app = await appOn(redis)
  const work = async () => {
    for (;;) {
      const [, job] = (await app.blpop('jobs', 0)) as [string, string]
      await app.sadd('done', job)
    }
  }
  work().catch(() => {}) // until the test ends it
  await redis.whenIdle()
  await redis.client.rpush('jobs', 'a', 'b', 'c')
  await redis.whenIdle()
  expect(await redis.client.scard('done')).toBe(3)
})

test('whenIdle says what does not end', async () => {
  const redis = await open()
  let on = true
  const loop = async () => {
    while (on) {
      await redis.client.incr('n')
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  const looping = loop()
  const failure = await redis.whenIdle({ timeoutMs: 20 }).catch((error) => error)
  on = false
  await looping
  expect(failure).toBeInstanceOf(TestTimeoutError)
  expect(failure.message).toMatch(
    /^waited 20 ms for the engine to be idle; \d+ commands ran, the last INCR n \| INCR n/,
  )
})

test('waitForEvent resolves when it happens', async () => {
  const redis = await open()
  const expired = redis.waitForEvent('expired', 'k')
  await redis.client.set('k', 'v', 'PX', 5)
  expect(await expired).toEqual({ event: 'expired', key: 'k', database: 0 })
})

test('an event counts once, in the order of the waits, and those that came before they were waited for too', async () => {
  const redis = await open()
  const first = redis.waitForEvent('lpush')
  await redis.client.lpush('a', 1)
  await redis.client.lpush('b', 1)
  await redis.client.lpush('c', 1)
  expect((await first).key).toBe('a')
  expect((await redis.waitForEvent('lpush', /^[c-z]$/)).key).toBe('c')
  expect((await redis.waitForEvent('lpush')).key).toBe('b')
  await expect(redis.waitForEvent('lpush', undefined, { timeoutMs: 5 })).rejects.toThrow('of any key; no other has')
})

test('waitForEvent names what it waited for, and what happened instead', async () => {
  const redis = await open()
  const wait = redis.waitForEvent('expired', 'session:1', { timeoutMs: 20 })
  const failed = expect(wait).rejects.toThrow(
    "waited 20 ms for the event 'expired' of the key 'session:1'; there were set session:2",
  )
  await redis.client.set('session:2', 'v')
  await failed
  await expect(wait).rejects.toBeInstanceOf(TestTimeoutError)
})

test('a wait ends with its test', async () => {
  const redis = await open()
  const wait = redis.waitForEvent('expired', 'k')
  await redis.empty()
  await expect(wait).rejects.toThrow("the test that waited for the event 'expired' is over")
  expect(await redis.client.call('CONFIG', 'GET', 'notify-keyspace-events')).toEqual({ 'notify-keyspace-events': '' })
})

test('waits go on under fake timers', async () => {
  const redis = await open()
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  await redis.whenIdle()
  await expect(redis.waitForEvent('expired', 'k', { timeoutMs: 20 })).rejects.toThrow('waited 20 ms')
})

test.each([-1, Number.NaN, '5'])('a timeout of %s is refused', async (timeoutMs) => {
  const redis = await open()
  await expect(redis.whenIdle({ timeoutMs: timeoutMs as number })).rejects.toThrow('option timeoutMs is')
  await expect(redis.waitForEvent('set', 'k', { timeoutMs: timeoutMs as number })).rejects.toThrow('timeoutMs')
})

test('there is no url before somebody listens', async () => {
  const redis = await open()
  expect(() => redis.url).toThrow('await redis.listen() first')
  expect(await redis.listen()).toBe(redis.url)
})
