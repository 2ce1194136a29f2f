/** The real ioredis, 5 and 6, and iovalkey on an engine of this process: what they do on a server, they do here. */
import { Redis as Redis6, type RedisOptions } from 'ioredis'
import { Redis as Redis5 } from 'ioredis-5'
import { Redis as Iovalkey } from 'iovalkey'
import { describe, expect, it, onTestFinished } from 'vitest'
import { redisOptions } from '../../src/adapters/ioredis.ts'
import type { Engine } from '../../src/index.ts'
import { damage, openEngine } from '../engine/open.ts'

type Redis = Redis6
type Constructor = new (options: RedisOptions) => Redis

/** The next time that `emitter` emits `event`, what it says. */
function next(emitter: Redis, event: string): Promise<unknown[]> {
  return new Promise((resolve) => emitter.once(event as 'ready', (...args: unknown[]) => resolve(args)))
}

describe.each<[string, Constructor]>([
  ['ioredis 5', Redis5 as unknown as Constructor],
  ['ioredis 6', Redis6],
  ['iovalkey', Iovalkey as unknown as Constructor],
])('%s', (name, Redis) => {
  function connect(engine: Engine, options: RedisOptions = {}): Redis {
    const redis = new Redis(redisOptions(engine, options))
    onTestFinished(() => redis.disconnect())
    return redis
  }

  it('has text, numbers and bytes', async () => {
    const redis = connect(await openEngine())
    expect(await redis.set('k', 'grüße 😀')).toBe('OK')
    expect(await redis.get('k')).toBe('grüße 😀')
    const bytes = Buffer.from([0, 13, 10, 255, 128])
    await redis.set('b', bytes)
    expect(await redis.getBuffer('b')).toEqual(bytes)
    expect(await redis.incrby('n', 5)).toBe(5)
    expect(await redis.hset('h', { a: '1', b: '2' })).toBe(2)
    expect(await redis.hgetall('h')).toEqual({ a: '1', b: '2' })
    await redis.zadd('z', '1.5', 'a', '2', 'b')
    expect(await redis.zrange('z', '0', '-1', 'WITHSCORES')).toEqual(['a', '1.5', 'b', '2'])
    await expect(redis.incr('k')).rejects.toThrow('ERR value is not an integer')
  })

  it('has values larger than any buffer', async () => {
    const redis = connect(await openEngine())
    const big = 'x'.repeat(20_000_000)
    await redis.set('k', big)
    expect(await redis.get('k')).toBe(big)
  })

  it('has pipelines, transactions and automatic pipelines', async () => {
    const engine = await openEngine()
    const redis = connect(engine)
    expect(await redis.pipeline().set('a', 1).incr('a').hget('a', 'f').exec()).toEqual([
      [null, 'OK'],
      [null, 2],
      [expect.objectContaining({ message: expect.stringContaining('WRONGTYPE') })],
    ])
    expect(await redis.multi().incr('a').incr('a').exec()).toEqual([
      [null, 3],
      [null, 4],
    ])
    await redis.watch('a')
    await connect(engine).incr('a')
    expect(await redis.multi().incr('a').exec()).toBeNull()
    const automatic = connect(engine, { enableAutoPipelining: true })
    expect(await Promise.all([automatic.get('a'), automatic.incr('n'), automatic.incr('n')])).toEqual(['5', 1, 2])
  })

  it('has scripts by defineCommand', async () => {
    const redis = connect(await openEngine())
    redis.defineCommand('both', { numberOfKeys: 2, lua: 'return { KEYS[1], KEYS[2], ARGV[1] }' })
    const { both } = redis as unknown as { both(...args: string[]): Promise<string[]> }
    expect(await both.call(redis, 'a', 'b', 'c')).toEqual(['a', 'b', 'c'])
    expect(await both.call(redis, 'd', 'e', 'f')).toEqual(['d', 'e', 'f'])
  })

  it('waits, and is woken by another connection', async () => {
    const redis = connect(await openEngine())
    const other = redis.duplicate()
    onTestFinished(() => other.disconnect())
    const job = redis.blpop('jobs', 0)
    await other.rpush('jobs', 'mail')
    expect(await job).toEqual(['jobs', 'mail'])
    expect(await redis.blpop('jobs', 0.05)).toBeNull()
  })

  it('subscribes', async () => {
    const redis = connect(await openEngine())
    const subscriber = redis.duplicate()
    onTestFinished(() => subscriber.disconnect())
    expect(await subscriber.subscribe('news', 'sport')).toBe(2)
    await subscriber.psubscribe('n*')
    const message = next(subscriber, 'message')
    const pattern = next(subscriber, 'pmessage')
    expect(await redis.publish('news', 'hello')).toBe(2)
    expect(await message).toEqual(['news', 'hello'])
    expect(await pattern).toEqual(['n*', 'news', 'hello'])
    await subscriber.unsubscribe('news', 'sport')
    await subscriber.punsubscribe('n*')
    expect(await subscriber.get('k')).toBeNull()
  })

  it('monitors', async () => {
    const redis = connect(await openEngine())
    const monitor = await redis.monitor()
    onTestFinished(() => monitor.disconnect())
    const seen = next(monitor, 'monitor')
    await redis.set('k', 'v')
    expect((await seen)[1]).toEqual(['set', 'k', 'v'])
  })

  it('scans', async () => {
    const redis = connect(await openEngine())
    await redis.mset(Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`k${i}`, i])))
    const keys: string[] = []
    for await (const some of redis.scanStream({ count: 10 })) keys.push(...(some as string[]))
    expect(new Set(keys).size).toBe(100)
  })

  it('authenticates, selects a database and has a name', async () => {
    const engine = await openEngine({ config: { requirepass: 'secret' } })
    const redis = connect(engine, { password: 'secret', db: 3, connectionName: 'me' })
    expect(await redis.client('INFO')).toMatch(/name=me .*db=3 /)
    if (name !== 'iovalkey') expect(await redis.client('INFO')).toContain('lib-name=ioredis') // that one does not say
    const stranger = connect(engine, { retryStrategy: null as never })
    stranger.on('error', () => {})
    await expect(stranger.get('k')).rejects.toThrow('NOAUTH')
  })

  it('quits, and ends by disconnect()', async () => {
    const engine = await openEngine()
    const one = connect(engine)
    const end = next(one, 'end')
    await one.set('k', 'v')
    expect(await one.quit()).toBe('OK')
    await end
    await expect(one.get('k')).rejects.toThrow('Connection is closed')
    await one.connect()
    expect(await one.get('k')).toBe('v')

    const two = connect(engine)
    await two.ping()
    const closed = next(two, 'end')
    const waiting = two.blpop('never', 0)
    two.disconnect()
    await expect(waiting).rejects.toThrow('Connection is closed')
    await closed
  })

  it('connects again when its connection was killed, and what was asked meanwhile is answered', async () => {
    const engine = await openEngine()
    const redis = connect(engine, { retryStrategy: () => 1 })
    const id = await redis.client('ID')
    const closed = next(redis, 'close')
    expect(engine.connect().callSync('CLIENT', 'KILL', 'ID', id)).toBe(1)
    await closed
    expect(await redis.set('k', 'v')).toBe('OK')
    expect(await redis.client('ID')).not.toBe(id)
    redis.disconnect(true)
    await next(redis, 'ready')
    expect(await redis.get('k')).toBe('v')
  })

  it('a subscriber that connects again hears again', async () => {
    const engine = await openEngine()
    const subscriber = connect(engine, { retryStrategy: () => 1 })
    await subscriber.subscribe('news')
    const here = engine.connect()
    here.callSync('CLIENT', 'KILL', 'TYPE', 'pubsub')
    await expect.poll(() => here.callSync('PUBSUB', 'NUMSUB', 'news')).toEqual(['news', 1])
    const message = next(subscriber, 'message')
    here.callSync('PUBLISH', 'news', 'again')
    expect(await message).toEqual(['news', 'again'])
  })

  it('hears that the engine is closed: what waits is rejected with that, and it tries no more', async () => {
    const engine = await openEngine()
    const redis = connect(engine)
    const errors: string[] = []
    redis.on('error', (error) => errors.push(`${error.name}: ${error.message}`))
    await next(redis, 'ready')
    const waiting = redis.blpop('never', 0)
    const behind = redis.get('k')
    const end = next(redis, 'end')
    redis.on('ready', () => errors.push('it connected again'))
    await engine.close()
    await expect(waiting).rejects.toThrow('the engine is closed')
    await expect(behind).rejects.toMatchObject({ code: 'ENGINE_CLOSED' })
    await end
    expect(errors).toEqual(['EngineClosedError: the engine is closed'])
    expect(redis.status).toBe('end')
  })

  it('hears nothing of it when it was disconnected first, even before it was connected', async () => {
    const engine = await openEngine()
    const redis = connect(engine)
    const errors: unknown[] = []
    redis.on('error', (error) => errors.push(error))
    const end = next(redis, 'end')
    redis.disconnect()
    await engine.close()
    await end
    expect(errors).toEqual([])
  })

  it('hears of that with a retry strategy that never tries again, too, and with one that would wait long', async () => {
    const engine = await openEngine()
    const waiting = [() => null, () => 60_000].map((retryStrategy) => {
      const redis = connect(engine, { retryStrategy })
      redis.on('error', () => {})
      return redis.blpop('never', 0)
    })
    const here = engine.connect()
    await expect.poll(() => here.callSync<string>('CLIENT', 'LIST').match(/flags=b/g)).toHaveLength(2)
    await engine.close()
    for (const one of waiting) await expect(one).rejects.toMatchObject({ code: 'ENGINE_CLOSED' })
  })

  it('hears of a crash in the same way', async () => {
    const engine = await openEngine()
    const redis = connect(engine)
    redis.on('error', () => {})
    await redis.ping()
    damage(engine)
    await expect(redis.ping()).rejects.toMatchObject({ code: 'ENGINE_CRASHED' })
  })

  it('keeps the order of commands over several clients', async () => {
    const engine = await openEngine()
    const [one, two, here] = [connect(engine), connect(engine), engine.connect()]
    await Promise.all([one.ping(), two.ping()])
    const replies = [one.incr('n'), two.incr('n'), here.call('INCR', 'n'), one.incr('n'), two.incr('n')]
    expect(await Promise.all(replies)).toEqual([1, 2, 3, 4, 5])
  })

  it('gives way to timers in a loop of awaited calls', async () => {
    const redis = connect(await openEngine())
    let fired = false
    setTimeout(() => {
      fired = true
    }, 5)
    const start = performance.now()
    while (!fired && performance.now() - start < 5000) await redis.ping()
    expect(fired).toBe(true)
  })

  it.runIf(name === 'ioredis 6')('speaks RESP3', async () => {
    const redis = connect(await openEngine(), { protocol: 3 } as RedisOptions)
    expect(await redis.client('INFO')).toContain('resp=3')
    const invalidated = new Promise((resolve) => {
      const stream = (redis as unknown as { stream: NodeJS.EventEmitter }).stream
      stream.on('data', (data: Buffer) => data.includes('invalidate') && resolve(data.toString()))
    })
    await redis.client('TRACKING', 'ON')
    await redis.get('k')
    await redis.set('k', 'v')
    expect(await invalidated).toContain('>2\r\n$10\r\ninvalidate')
  })
})
