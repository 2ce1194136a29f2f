/** Engines that are used one after the other. */
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Engine } from '../../src/index.ts'
import { createPool, type Pool, type PoolOptions } from '../../src/pool/index.ts'
import { serve } from '../../src/server/index.ts'
import { damage } from '../engine/open.ts'
import { outcome, turn } from '../engine/outcome.ts'

async function openPool(options?: PoolOptions): Promise<Pool> {
  const pool = await createPool(options)
  onTestFinished(() => pool.close())
  return pool
}

describe('acquire', () => {
  it('gives an engine that nobody has used before, and counts', async () => {
    const pool = await openPool()
    const engine = await pool.acquire()
    expect(engine.connect().callSync('DBSIZE')).toBe(0)
    expect(pool.stats()).toMatchObject({ hits: 0, misses: 1, hitRate: 0, engines: { total: 1, inUse: 1, idle: 0 } })
    pool.release(engine)
    await pool.acquire()
    expect(pool.stats()).toMatchObject({ hits: 1, misses: 1, hitRate: 0.5, engines: { total: 1, inUse: 1, idle: 0 } })
  })

  it('makes engines with the options of the pool, and puts them back to those', async () => {
    const pool = await openPool({ engine: { maxmemory: '5mb', config: { databases: 2 } } })
    for (let round = 0; round < 3; round++) {
      const engine = await pool.acquire()
      const client = engine.connect()
      expect(client.callSync('CONFIG', 'GET', 'maxmemory')).toEqual({ maxmemory: String(5 * 1024 * 1024) })
      expect(client.callSync('CONFIG', 'GET', 'databases')).toEqual({ databases: '2' })
      client.callSync('CONFIG', 'SET', 'maxmemory', '6mb')
      pool.release(engine)
    }
    expect(pool.stats().hits).toBe(2)
  })

  it('gives an engine in the state of a snapshot', async () => {
    const pool = await openPool()
    const first = await pool.acquire()
    first.connect().callSync('SET', 'k', 'v')
    const snapshot = pool.keep(first.snapshot())
    pool.release(first)
    const second = await pool.acquire({ snapshot })
    expect(second.connect().callSync('GET', 'k')).toBe('v')
    pool.release(second)
    expect((await pool.acquire()).connect().callSync('GET', 'k')).toBe(null)
  })

  it('shows nothing of an earlier user: data, connections, users, faults, settings', async () => {
    const pool = await openPool({ maxTotal: 1 })
    const engine = await pool.acquire()
    const client = engine.connect({ name: 'earlier' })
    client.callSync('SET', 'secret', 'value')
    client.callSync('ACL', 'SETUSER', 'ann', 'on', 'nopass', '+@all')
    client.callSync('FUNCTION', 'LOAD', "#!lua name=lib\nserver.register_function('f', function() return 1 end)")
    const messages = await client.subscribe('news')
    engine.faults.add({ command: 'GET', error: 'ERR broken' })
    pool.release(engine)
    const next = await pool.acquire()
    const other = next.connect({ name: 'later' })
    expect(other.callSync('GET', 'secret')).toBe(null)
    expect(other.callSync('KEYS', '*')).toEqual([])
    expect(other.callSync('ACL', 'USERS')).toEqual(['default'])
    expect(other.callSync('FUNCTION', 'LIST')).toEqual([])
    expect(other.callSync<string>('CLIENT', 'LIST').match(/name=\w+/g)).toEqual(['name=later'])
    expect(other.callSync('PUBLISH', 'news', 'x')).toBe(0)
    expect((await messages.next()).done).toBe(true)
  })

  it('leaves a former user with nothing in his hands', async () => {
    const pool = await openPool({ maxTotal: 1 })
    const engine = await pool.acquire()
    const client = engine.connect()
    const server = await serve(engine, { port: 0 })
    const waiting = client.call('BLPOP', 'list', 0)
    await turn()
    pool.release(engine)
    const next = await pool.acquire()
    await expect(waiting).rejects.toMatchObject({ code: 'ENGINE_CLOSED', message: /released to its pool/ })
    await expect(client.call('SET', 'k', 'v')).rejects.toThrow(/released to its pool/)
    expect(() => engine.connect()).toThrow(/released to its pool/)
    expect(() => engine.snapshot()).toThrow(/released to its pool/)
    expect(() => engine.reset()).toThrow(/released to its pool/)
    expect(engine.closed).toBe(true)
    engine.faults.add({ error: 'ERR broken' })
    await engine.close()
    await server.close()
    expect(next.connect().callSync('SET', 'k', 'v')).toBe('OK')
  })
})

describe('limits', () => {
  it('has calls wait in their order until an engine is there', async () => {
    const pool = await openPool({ maxTotal: 2 })
    const [a, b] = [await pool.acquire(), await pool.acquire()]
    const order: number[] = []
    const waiting = [1, 2, 3].map(async (n) => {
      const engine = await pool.acquire()
      order.push(n)
      return engine
    })
    await turn()
    expect(pool.stats()).toMatchObject({ waiting: 3, engines: { total: 2, inUse: 2 } })
    pool.release(a)
    pool.release(b)
    pool.release(await waiting[0])
    await Promise.all(waiting)
    expect(order).toEqual([1, 2, 3])
    expect(pool.stats()).toMatchObject({ waiting: 0, misses: 2, hits: 3 })
  })

  it('lets a wait be given up', async () => {
    const pool = await openPool({ maxTotal: 1 })
    const engine = await pool.acquire()
    const controller = new AbortController()
    const first = outcome(pool.acquire({ signal: controller.signal }))
    const second = pool.acquire()
    await turn()
    controller.abort(new Error('enough'))
    expect(await first).toMatchObject({ error: { message: 'enough' } })
    await expect(pool.acquire({ signal: controller.signal })).rejects.toThrow('enough')
    pool.release(engine)
    await second
    expect(pool.stats()).toMatchObject({ waiting: 0, engines: { inUse: 1 } })
  })

  it('closes the engine that was used longest ago when another module needs the room', async () => {
    const { readFileSync } = await import('node:fs')
    const module = new WebAssembly.Module(readFileSync(new URL('../../dist/redis.wasm', import.meta.url)))
    const pool = await openPool({ maxTotal: 2 })
    const [a, b] = [await pool.acquire(), await pool.acquire()]
    pool.release(a)
    pool.release(b)
    const other = await pool.acquire({ module })
    expect(pool.stats()).toMatchObject({ evictions: 1, engines: { total: 2, inUse: 1, idle: 1 } })
    pool.release(other)
  })

  it('has at most so many engines of one module', async () => {
    const { readFileSync } = await import('node:fs')
    const module = new WebAssembly.Module(readFileSync(new URL('../../dist/redis.wasm', import.meta.url)))
    const pool = await openPool({ maxPerModule: 1, maxTotal: 2 })
    const engine = await pool.acquire()
    const second = pool.acquire()
    await turn()
    expect(pool.stats().waiting).toBe(1)
    await pool.acquire({ module }) // comes later, and waits for nobody
    pool.release(engine)
    await second
  })

  it('closes engines that nobody uses for long, and keeps no process alive for that', async () => {
    const pool = await openPool({ maxIdleMs: 1, warmup: 2 })
    expect(pool.stats().engines).toEqual({ total: 2, inUse: 0, idle: 2 })
    await expect.poll(() => pool.stats().engines.total).toBe(0)
    expect(pool.stats().evictions).toBe(2)
    expect((await pool.acquire()).connect().callSync('PING')).toBe('PONG')
  })

  it('gives the place of an engine that crashed or was closed to another', async () => {
    const pool = await openPool({ maxTotal: 1 })
    const engine = await pool.acquire()
    damage(engine)
    const next = pool.acquire()
    expect(() => engine.connect()).toThrow(/crashed/)
    const second = await next
    pool.release(engine) // as a finally block does; there is nothing to give back
    await second.close()
    expect((await pool.acquire()).connect().callSync('PING')).toBe('PONG')
    expect(pool.stats().engines).toEqual({ total: 1, inUse: 1, idle: 0 })
  })

  it.each(['embedded', 'server', 'interactive'] as const)(
    'of the preset %s are kept by sixteen users at once, who see nothing of each other',
    async (preset) => {
      const pool = await openPool({ preset, maxTotal: 6, maxPerModule: 5 })
      const warm = pool.stats().engines.total
      let used = 0
      const user = async (name: number) => {
        while (used < 3400) {
          const turn = used++
          const engine = await pool.acquire()
          const client = engine.connect()
          expect(client.callSync('DBSIZE')).toBe(0)
          await client.call('SET', `${name}:${turn}`, turn)
          expect(client.callSync('DBSIZE')).toBe(1)
          const { engines } = pool.stats()
          expect(engines.total).toBeLessThanOrEqual(5)
          expect(engines.inUse + engines.idle).toBe(engines.total)
          pool.release(engine)
        }
      }
      await Promise.all(Array.from({ length: 16 }, (_, name) => user(name)))
      const { hits, misses, evictions, hitRate, engines, waiting } = pool.stats()
      expect(hits + misses).toBe(used)
      expect(hitRate).toBeCloseTo(hits / used)
      expect(warm + misses - evictions).toBe(engines.total)
      expect(waiting).toBe(0)
    },
    60_000,
  )
})

describe('release', () => {
  it('takes only what was acquired, and once', async () => {
    const [pool, strange] = [await openPool(), await openPool()]
    const engine = await pool.acquire()
    expect(() => strange.release(engine)).toThrow(TypeError)
    pool.release(engine)
    expect(() => pool.release(engine)).toThrow(TypeError)
    expect(() => pool.release({} as Engine)).toThrow(TypeError)
  })
})

describe('kept snapshots', () => {
  it('share the pages that are equal, and say how many', async () => {
    const pool = await openPool()
    const engine = await pool.acquire()
    const client = engine.connect()
    client.callSync('SET', 'k', 'x'.repeat(100_000))
    const first = engine.snapshot()
    client.callSync('SET', 'other', 'v')
    const second = engine.snapshot()
    const kept = [pool.keep(first), pool.keep(second)]
    const { pages, bytesSaved } = pool.stats()
    expect(pages.total).toBe(kept.map(({ image }) => (image.end - image.begin) / 4096).reduce((a, b) => a + b))
    expect(pages.shared).toBeGreaterThan(first.size / 4096 / 2)
    expect(bytesSaved).toBe((pages.shared + pages.zero) * 4096)
    const held = new Set(kept.flatMap(({ image }) => image.runs.map(({ bytes }) => bytes)))
    expect(held.size).toBe(pages.total - pages.zero - pages.shared)
    for (const [i, snapshot] of kept.entries()) {
      expect(Buffer.compare(snapshot.toBytes(), snapshot.toBytes())).toBe(0)
      const one = await pool.acquire({ snapshot })
      expect(one.connect().callSync('DBSIZE')).toBe(i + 1)
      expect(one.connect().callSync('STRLEN', 'k')).toBe(100_000)
      pool.release(one)
    }
  })

  it('give back what nobody else has when they are dropped', async () => {
    const pool = await openPool()
    const engine = await pool.acquire()
    const [first, second] = [pool.keep(engine.snapshot()), pool.keep(engine.snapshot())]
    expect(pool.drop(first)).toBe(true)
    expect(pool.drop(first)).toBe(false)
    expect(pool.stats().pages.shared).toBe(0)
    expect((await pool.acquire({ snapshot: second })).connect().callSync('PING')).toBe('PONG')
    expect(pool.drop(second)).toBe(true)
    expect(pool.stats().pages).toEqual({ total: 0, shared: 0, zero: 0 })
  })
})

describe('a pool that is closed', () => {
  it('closes its engines and ends every wait', async () => {
    const pool = await openPool({ maxTotal: 1 })
    const engine = await pool.acquire()
    const waiting = outcome(pool.acquire())
    await turn()
    await pool.close()
    await pool.close()
    expect(await waiting).toMatchObject({ error: { code: 'ENGINE_CLOSED', message: 'the pool is closed' } })
    expect(engine.closed).toBe(true)
    await expect(pool.acquire()).rejects.toThrow('the pool is closed')
  })
})

describe('options', () => {
  it.each([
    [{ preset: 'big' }, /preset is "big"; it must be one of embedded, server, interactive/],
    [{ maxTotal: 0 }, /maxTotal is 0/],
    [{ maxPerModule: 1.5 }, /maxPerModule is 1.5/],
    [{ maxIdleMs: -1 }, /maxIdleMs is -1/],
    [{ warmup: 9, maxTotal: 2 }, /warmup is 9; it must be at most/],
    [{ size: 3 }, /unknown option size/],
    [{ engine: { maxmemory: 'much' } }, /maxmemory is "much"/],
    [{ engine: { storage: './data' } }, /no storage/],
  ])('%j are refused', async (options, reason) => {
    await expect(createPool(options as PoolOptions)).rejects.toThrow(reason)
  })
})
