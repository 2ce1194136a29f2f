/** The same client over every transport: the same calls, the same replies. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Client, createClient, createEngine, RedisError } from '../../src/index.ts'
import { serve } from '../../src/server/index.ts'
import { startCluster } from './cluster.ts'
import { startNative } from './native.ts'

/** Where the clients of a transport come from. */
interface Place {
  open(): Promise<Client>
  empty(client: Client): Promise<unknown>
  close(): Promise<unknown>
}

const flush = (client: Client) => client.call('FLUSHALL')

const places: Record<string, () => Promise<Place>> = {
  'in process': async () => {
    const engine = await createEngine()
    return { open: async () => engine.connect(), empty: flush, close: () => engine.close() }
  },
  'TCP to serve()': async () => {
    const engine = await createEngine()
    const server = await serve(engine, { port: 0 })
    const url = `redis://127.0.0.1:${server.port}`
    return { open: () => createClient({ url }), empty: flush, close: () => server.close().then(() => engine.close()) }
  },
  'unix socket to serve()': async () => {
    const folder = mkdtempSync(join(tmpdir(), 'transports-'))
    const path = join(folder, 's')
    const engine = await createEngine()
    const server = await serve(engine, { path })
    const close = async () => {
      await server.close()
      await engine.close()
      rmSync(folder, { recursive: true, force: true })
    }
    return { open: () => createClient({ url: `unix:${path}` }), empty: flush, close }
  },
  'a native server': async () => {
    const server = await startNative()
    const url = `redis://127.0.0.1:${server.port}`
    return { open: () => createClient({ url }), empty: flush, close: () => server.close() }
  },
  'a native cluster of six nodes': async () => {
    const cluster = await startCluster()
    return {
      open: () => createClient({ cluster: cluster.nodes }),
      empty: () => cluster.empty(),
      close: () => cluster.close(),
    }
  },
}

describe.each(Object.keys(places))('%s', (name) => {
  let place: Place
  let client: Client
  beforeAll(async () => {
    place = await places[name]()
  }, 60_000)
  afterAll(() => place?.close())
  beforeEach(async () => {
    client = await place.open()
    await place.empty(client)
  })
  afterEach(() => client.close())

  it('answers with strings, numbers, nulls', async () => {
    expect(await client.set('k', 'wört')).toBe('OK')
    expect(await client.get('k')).toBe('wört')
    expect(await client.get('none')).toBeNull()
    expect(await client.incr('n')).toBe(1)
    expect(await client.call('PING')).toBe('PONG')
  })

  it('answers in the shapes of RESP3', async () => {
    await client.hset('h', 'f', 'v')
    expect(await client.hgetall('h')).toEqual({ f: 'v' })
    await client.sadd('s', 'a', 'b')
    expect(await client.smembers('s')).toEqual(new Set(['a', 'b']))
    await client.zadd('z', 1.5, 'm')
    expect(await client.zscore('z', 'm')).toBe(1.5)
    expect(await client.zrange('z', 0, -1, 'WITHSCORES')).toEqual([['m', 1.5]])
  })

  it('gives bytes, and the reply as it came', async () => {
    const bytes = Uint8Array.of(0, 255, 13, 10, 128)
    await client.set('b', bytes)
    expect(new Uint8Array(await client.binary.call('GET', 'b'))).toEqual(bytes)
    await client.set('k', 'v')
    expect(new TextDecoder().decode(await client.callRaw('GET', 'k'))).toBe('$1\r\nv\r\n')
    expect(new TextDecoder().decode(await client.callRaw('NOSUCH'))).toMatch(/^-ERR unknown command/)
  })

  it('carries values of megabytes', async () => {
    const value = 'äöü'.repeat(700_000)
    await client.set('big', value)
    expect(await client.get('big')).toBe(value)
  })

  it('rejects with the error of the engine and the command', async () => {
    await client.set('k', 'v')
    const error = await client.lpush('k', 'x').catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(RedisError)
    expect(error).toMatchObject({ code: 'WRONGTYPE', command: 'LPUSH' })
    await expect(client.call('SET', {} as never, 1)).rejects.toThrow(/Argument 1 of SET/)
  })

  it('answers calls of one turn in their order', async () => {
    const replies = await Promise.all(Array.from({ length: 500 }, (_, i) => client.call('ECHO', i)))
    expect(replies).toEqual(Array.from({ length: 500 }, (_, i) => String(i)))
    const sums = await Promise.all(Array.from({ length: 500 }, () => client.incr('n')))
    expect(sums).toEqual(Array.from({ length: 500 }, (_, i) => i + 1))
  })

  it('pipelines, with errors in their places', async () => {
    const replies = await client.pipeline([
      ['SET', 'a', 1],
      ['LPUSH', 'a', 1],
      ['INCR', 'b'],
      ['GET', 'a'],
    ])
    expect(replies).toEqual(['OK', expect.any(RedisError), 1, '1'])
    expect(replies[1]).toMatchObject({ code: 'WRONGTYPE', command: 'LPUSH' })
  })

  it('executes transactions', async () => {
    expect(await client.multi().set('{t}a', 1).incr('{t}a').get('{t}a').exec()).toEqual(['OK', 2, '2'])
    await expect(client.multi().set('{t}a', 1).call('NOSUCH').exec()).rejects.toMatchObject({ code: 'EXECABORT' })
    expect(await client.get('{t}a')).toBe('2')
  })

  it('watches keys', async () => {
    await client.watch('{t}a')
    await client.set('{t}a', 'other')
    expect(await client.multi().set('{t}a', 'mine').exec()).toBeNull()
    await client.watch('{t}a')
    expect(await client.multi().set('{t}a', 'mine').exec()).toEqual(['OK'])
  })

  it('runs scripts', async () => {
    expect(await client.eval("return {KEYS[1], ARGV[1], redis.call('INCR', KEYS[1])}", 1, 'n', 'x')).toEqual([
      'n',
      'x',
      1,
    ])
  })

  it('brings messages of channels and patterns', async () => {
    const got: string[] = []
    const channel = await client.subscribe('news')
    await client.psubscribe('n*', ({ pattern, channel, message }) => got.push(`${pattern} ${channel} ${message}`))
    const other = client.duplicate()
    await other.call('PUBLISH', 'news', 'hello')
    expect(await channel.next()).toEqual({ value: { channel: 'news', message: 'hello' }, done: false })
    await expect.poll(() => got).toEqual(['n* news hello'])
    await channel.unsubscribe()
    await other.call('PUBLISH', 'news', 'again')
    await expect.poll(() => got).toEqual(['n* news hello', 'n* news again'])
    expect(await client.call('PING')).toBe('PONG')
    await other.close()
  })

  it('brings messages of shard channels', async () => {
    const channel = await client.ssubscribe('orders')
    const other = client.duplicate()
    await other.call('SPUBLISH', 'orders', '7')
    expect((await channel.next()).value).toEqual({ channel: 'orders', message: '7' })
    await other.close()
  })

  it('waits for lists, and gives a wait up', async () => {
    const other = client.duplicate()
    const popped = other.blpop('q', 0)
    await client.rpush('q', 'job')
    expect(await popped).toEqual(['q', 'job'])
    const controller = new AbortController()
    const wait = other.blpop('q', 0, { signal: controller.signal })
    const behind = other.echo('behind')
    controller.abort(new Error('enough'))
    await expect(wait).rejects.toThrow('enough')
    expect(await behind).toBe('behind')
    await other.close()
  })

  it('rejects what waits when it is closed, and later calls', async () => {
    const other = client.duplicate()
    const wait = expect(other.blpop('q', 0)).rejects.toMatchObject({ code: 'CLIENT_CLOSED' })
    await other.close()
    await wait
    expect(other.closed).toBe(true)
    await expect(other.get('k')).rejects.toMatchObject({ code: 'CLIENT_CLOSED' })
  })
})
