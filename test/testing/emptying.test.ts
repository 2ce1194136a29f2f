/** What one test leaves behind, the next does not see; each of these is a test that leaves something. */
import { connect, type Socket } from 'node:net'
import { Redis } from 'ioredis'
import { expect, onTestFinished, test } from 'vitest'
import { openRedis, type TestRedis } from '../../src/testing/index.ts'

async function open(options?: Parameters<typeof openRedis>[0]): Promise<TestRedis> {
  const redis = await openRedis(options)
  onTestFinished(() => redis.close())
  await redis.empty()
  return redis
}

/** A socket to the address, which the engine has answered. */
async function socketTo(url: string, ...requests: string[]): Promise<Socket> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  onTestFinished(() => void socket.destroy())
  for (const request of ['PING', ...requests]) {
    socket.write(`${request}\r\n`)
    await new Promise((resolve) => socket.once('data', resolve))
  }
  return socket
}

const closed = (socket: Socket) => new Promise<void>((resolve) => socket.once('close', () => resolve()))

test('data of all databases', async () => {
  const redis = await open()
  await redis.client.set('k', 'v')
  await redis.client.call('SELECT', 7)
  await redis.client.set('k', 'v')
  await redis.empty()
  expect(await redis.client.dbsize()).toBe(0)
  expect(await redis.client.info('keyspace')).toBe('# Keyspace\r\n')
})

test('scripts and functions', async () => {
  const redis = await open()
  const sha = await redis.client.call<string>('SCRIPT', 'LOAD', 'return 1')
  await redis.client.call('EVAL', 'return 2', 0)
  await redis.client.call('FUNCTION', 'LOAD', "#!lua name=mine\nserver.register_function('f', function() return 1 end)")
  await redis.empty()
  expect(await redis.client.call('SCRIPT', 'EXISTS', sha)).toEqual([0])
  expect(await redis.client.info('memory')).toContain('number_of_cached_scripts:0')
  expect(await redis.client.call('FUNCTION', 'LIST')).toEqual([])
})

test('settings go back to what the engine was opened with', async () => {
  const redis = await open({ maxmemory: '64mb', config: { hz: 20 } })
  await redis.client.call('CONFIG', 'SET', 'maxmemory', '1mb', 'maxmemory-policy', 'allkeys-lru', 'hz', 500)
  await redis.empty()
  expect(await redis.client.call('CONFIG', 'GET', 'maxmemory', 'maxmemory-policy', 'hz')).toEqual({
    maxmemory: String(64 * 2 ** 20),
    'maxmemory-policy': 'noeviction',
    hz: '20',
  })
})

test('users, and what the default user may do', async () => {
  const redis = await open()
  const { engine } = redis
  const users = await redis.client.call('ACL', 'LIST')
  await redis.client.call('ACL', 'SETUSER', 'ada', 'on', '>secret', '+@all', '~*')
  await redis.client.call('ACL', 'SETUSER', 'default', '>secret', '-@scripting', 'resetchannels')
  await redis.empty()
  expect(await redis.client.call('ACL', 'LIST')).toEqual(users)
  expect(redis.engine).toBe(engine)
})

test('an engine in which nobody may do anything any more is replaced', async () => {
  const redis = await open()
  await redis.client.call('ACL', 'SETUSER', 'default', '-@all')
  await redis.empty()
  expect(await redis.client.set('k', 'v')).toBe('OK')
})

test('a password, of an engine that was opened with one as well', async () => {
  const redis = await open({ config: { requirepass: 'first' } })
  const client = new Redis(await redis.listen())
  onTestFinished(() => client.disconnect())
  await client.config('SET', 'requirepass', 'second')
  await redis.empty()
  expect(await redis.client.call('AUTH', 'first')).toBe('OK')
  await expect(redis.client.call('AUTH', 'second')).rejects.toThrow('WRONGPASS')
})

test('statistics, the slow log, and what was recorded', async () => {
  const redis = await open({ config: { 'slowlog-log-slower-than': 0 } })
  await redis.client.set('k', 'v')
  await redis.empty()
  expect(redis.calls).toEqual([])
  expect(await redis.client.info('commandstats')).not.toContain('cmdstat_set')
  expect(JSON.stringify(await redis.client.call('SLOWLOG', 'GET', -1))).not.toContain('"k"')
})

test('a test that resets the statistics itself does not hide what it did', async () => {
  const redis = await open()
  await redis.client.call('CONFIG', 'SET', 'hz', 500)
  await redis.client.call('CONFIG', 'RESETSTAT')
  await redis.empty()
  expect(await redis.client.call('CONFIG', 'GET', 'hz')).toEqual({ hz: '10' })
})

test('a pause', async () => {
  const redis = await open()
  await redis.client.call('CLIENT', 'PAUSE', 100_000, 'ALL')
  await redis.empty()
  expect(await redis.client.set('k', 'v')).toBe('OK')
})

test('connections that a test has opened, in MULTI, subscribed or blocked', async () => {
  const redis = await open()
  const url = await redis.listen()
  const sockets = [
    await socketTo(url, 'MULTI', 'SET k v'),
    await socketTo(url, 'SUBSCRIBE news'),
    await socketTo(url),
    await socketTo(url),
  ]
  sockets[3].write('BLPOP jobs 0\r\n')
  const other = redis.engine.connect()
  const waiting = other.blpop('jobs', 0)
  const job = expect(waiting).rejects.toMatchObject({ code: 'CLIENT_CLOSED' })
  const allClosed = Promise.all(sockets.map(closed))
  await redis.empty()
  await Promise.all([allClosed, job])
  expect(await redis.client.publish('news', 'x')).toBe(0)
  expect(await redis.client.rpush('jobs', 'x')).toBe(1)
  expect(await redis.client.exists('k')).toBe(0)
})

test('connections from before the first test stay, unless a test has left them changed', async () => {
  const redis = await openRedis()
  onTestFinished(() => redis.close())
  const url = await redis.listen()
  const [calm, inMulti, elsewhere, watching, subscribed] = await Promise.all([1, 2, 3, 4, 5].map(() => socketTo(url)))
  await redis.empty()
  const changed = { inMulti: 'MULTI', elsewhere: 'SELECT 1', watching: 'WATCH k', subscribed: 'SUBSCRIBE news' }
  const sockets = { inMulti, elsewhere, watching, subscribed }
  for (const [name, request] of Object.entries(changed)) {
    const socket = sockets[name as keyof typeof sockets]
    socket.write(`${request}\r\n`)
    await new Promise((resolve) => socket.once('data', resolve))
  }
  const allClosed = Promise.all(Object.values(sockets).map(closed))
  await redis.empty()
  await allClosed
  const answer = new Promise((resolve) => calm.once('data', (data) => resolve(String(data))))
  calm.write('PING\r\n')
  expect(await answer).toBe('+PONG\r\n')
})

test('commands on their way run before it is emptied, not after', async () => {
  const redis = await openRedis()
  onTestFinished(() => redis.close())
  const client = new Redis(await redis.listen())
  onTestFinished(() => client.disconnect())
  await client.ping()
  await redis.empty()
  void client.set('late', 'v')
  void redis.client.set('late too', 'v')
  await redis.empty()
  await client.ping()
  expect(await redis.client.dbsize()).toBe(0)
})

test('an engine that a test has shut down is replaced, at the same address', async () => {
  const redis = await open()
  const url = await redis.listen()
  await redis.client.call('SHUTDOWN', 'NOSAVE')
  expect(redis.engine.closed).toBe(true)
  await redis.empty()
  expect(redis.url).toBe(url)
  const client = new Redis(url)
  onTestFinished(() => client.disconnect())
  expect(await client.set('k', 'v')).toBe('OK')
  expect(redis.callsOf('SET')).toEqual([['SET', 'k', 'v']])
})

test('takes less than a millisecond', async () => {
  const redis = await open()
  const times: number[] = []
  for (let i = 0; i < 200; i++) {
    for (let key = 0; key < 50; key++) redis.client.callSync('SET', `k${key}`, 'v')
    const started = performance.now()
    await redis.empty()
    times.push(performance.now() - started)
  }
  expect(times.sort((a, b) => a - b)[100]).toBeLessThan(1)
})
