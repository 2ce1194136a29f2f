/** What an engine says it takes, and what it gives back. */
import { describe, expect, it } from 'vitest'
import { createEngine } from '../../../src/index.ts'
import { memoryStorage } from '../../../src/storage/memory.ts'
import { runScript } from '../child.ts'
import { openEngine } from '../open.ts'
import { outcome } from '../outcome.ts'

const MB = 1024 * 1024

function info(text: string): Record<string, string> {
  return Object.fromEntries(text.split('\r\n').map((line) => line.split(':', 2) as [string, string]))
}

describe('engine.memory()', () => {
  it('tells what INFO memory tells', async () => {
    const engine = await openEngine({ maxmemory: '64mb' })
    const client = engine.connect()
    client.callSync('SET', 'k', new Uint8Array(5 * MB))
    const { used, peak, limit } = engine.memory()
    const told = info(client.callSync<string>('INFO', 'memory'))
    expect(Math.abs(used - Number(told.used_memory))).toBeLessThan(100_000)
    expect(Math.abs(peak - Number(told.used_memory_peak))).toBeLessThan(100_000)
    expect(limit).toBe(Number(told.maxmemory))
    expect(limit).toBe(64 * MB)
  })

  it('is in bytes: a value of 5 MB is 5 MB more, and after it is gone the peak stays', async () => {
    const engine = await openEngine()
    const client = engine.connect()
    const before = engine.memory()
    client.callSync('SET', 'k', new Uint8Array(5 * MB))
    const during = engine.memory()
    expect(during.used - before.used).toBeGreaterThan(5 * MB)
    expect(during.used - before.used).toBeLessThan(6.5 * MB)
    client.callSync('FLUSHALL')
    const after = engine.memory()
    expect(after.used - before.used).toBeLessThan(0.1 * MB)
    expect(after.peak).toBeGreaterThanOrEqual(during.used)
    expect(after.fragmentation).toBeCloseTo(after.resident / after.used)
    expect(after.fragmentation).toBeGreaterThan(during.fragmentation)
  })

  it('counts what was issued before it', async () => {
    const engine = await openEngine()
    const client = engine.connect()
    const before = engine.memory().used
    const call = client.call('SET', 'k', new Uint8Array(MB))
    expect(engine.memory().used - before).toBeGreaterThan(MB)
    await call
  })

  it('has the address space in pages of 64 KB, of which data that grows takes more', async () => {
    const engine = await openEngine()
    const before = engine.memory()
    expect(before.size).toBe(before.pages * 65536)
    expect(before.resident).toBeLessThanOrEqual(before.size)
    engine.connect().callSync('SET', 'k', new Uint8Array(20 * MB))
    expect(engine.memory().size - before.size).toBeGreaterThan(20 * MB)
  })

  it('throws when the engine is closed', async () => {
    const engine = await openEngine()
    await engine.close()
    expect(() => engine.memory()).toThrow('the engine is closed')
    expect(() => engine.compact()).toThrow('the engine is closed')
  })
})

describe('engine.compact()', () => {
  it('gives 100 MB back to the system after FLUSHALL', async () => {
    const script = `
      const held = async () => {
        let least = Infinity
        for (let i = 0; i < 10; i++) {
          gc()
          await turn()
          least = Math.min(least, process.memoryUsage.rss())
        }
        return Math.round(least / 1e6)
      }
      const client = await createClient()
      const before = await held()
      for (let i = 0; i < 100; i++) client.callSync('SET', 'k' + i, new Uint8Array(1e6).fill(1))
      const full = await held()
      client.callSync('FLUSHALL', 'SYNC')
      const flushed = await held()
      const told = Math.round(client.engine.compact() / 1e6)
      console.log(JSON.stringify({ before, full, flushed, told, after: await held() }))
      await client.close()`
    const { code, output } = await runScript(script, ['--expose-gc'])
    expect(code, output).toBe(0)
    const { before, full, flushed, told, after } = JSON.parse(output)
    expect(full - before).toBeGreaterThan(95)
    expect(flushed - before).toBeGreaterThan(90)
    expect(told).toBeGreaterThan(95)
    expect(told).toBeLessThan(150)
    expect(after - before).toBeLessThan(25)
  })

  it('keeps data, settings, scripts and users', async () => {
    const engine = await openEngine({ maxmemory: '77mb', config: { 'enable-debug-command': 'yes' } })
    const client = engine.connect()
    const sha = client.callSync<string>('SCRIPT', 'LOAD', 'return 7')
    client.callSync('ACL', 'SETUSER', 'ann', 'on', 'nopass')
    for (let i = 0; i < 5000; i++) client.callSync('HSET', `h${i % 700}`, `f${i}`, 'v'.repeat(i % 300))
    client.callSync('DEL', ...Array.from({ length: 350 }, (_, i) => `h${2 * i}`))
    const digest = client.callSync('DEBUG', 'DIGEST')
    engine.compact()
    expect(client.callSync('DEBUG', 'DIGEST')).toBe(digest)
    expect(client.callSync('EVALSHA', sha, 0)).toBe(7)
    expect(client.callSync('ACL', 'USERS')).toEqual(['ann', 'default'])
    expect(engine.memory().limit).toBe(77 * MB)
    client.callSync('SET', 'new', 'x'.repeat(MB))
    expect(client.callSync('STRLEN', 'new')).toBe(MB)
  })

  it('is not noticed by connections: they wait, watch, listen and are in transactions as before', async () => {
    const engine = await openEngine()
    const [client, waiting, listening, inside] = [
      engine.connect(),
      engine.connect(),
      engine.connect(),
      engine.connect(),
    ]
    const popped = waiting.call('BLPOP', 'list', 0)
    const heard: string[] = []
    await listening.subscribe('news', ({ message }) => heard.push(String(message)))
    inside.callSync('WATCH', 'k')
    inside.callSync('MULTI')
    inside.callSync('SET', 'k', 'v')
    expect(await outcome(popped, 0.01)).toBe('pending')

    engine.compact()

    client.callSync('RPUSH', 'list', 'x')
    expect(await popped).toEqual(['list', 'x'])
    await client.call('PUBLISH', 'news', 'now')
    expect(heard).toEqual(['now'])
    expect(inside.callSync('EXEC')).toEqual(['OK'])
  })

  it('lets waiting calls run out of time as before', async () => {
    const engine = await openEngine({ clock: 'manual' })
    const popped = engine.connect().call('BLPOP', 'list', 5)
    await Promise.resolve()
    engine.compact()
    await engine.clock.advance(5000)
    expect(await popped).toBe(null)
  })

  it('gives nothing back where nothing is free, and can be called again', async () => {
    const engine = await openEngine()
    engine.connect().callSync('SET', 'k', new Uint8Array(10 * MB).fill(1))
    engine.compact()
    expect(engine.compact()).toBeLessThan(0.2 * MB)
    engine.connect().callSync('FLUSHALL', 'SYNC')
    expect(engine.compact()).toBeGreaterThan(9 * MB)
    expect(engine.compact()).toBeLessThan(0.2 * MB)
  })

  it('leaves files as they are: what is written after it is there when the engine is opened again', async () => {
    const storage = memoryStorage()
    const first = await createEngine({ storage, config: { appendonly: true } })
    const client = first.connect()
    client.callSync('SET', 'before', 'a')
    client.callSync('BGSAVE')
    first.compact()
    client.callSync('SET', 'after', 'b')
    client.callSync('BGREWRITEAOF')
    first.compact()
    await first.close()
    const second = await openEngine({ storage, config: { appendonly: true } })
    expect(second.connect().callSync('MGET', 'before', 'after')).toEqual(['a', 'b'])
  })

  it('is refused while a reply is looked at', async () => {
    const engine = await openEngine()
    const client = engine.connect()
    client.callSync('SET', 'k', 'x'.repeat(100_000))
    client.view('GET', 'k', () => expect(() => engine.compact()).toThrow(/view/))
    engine.compact()
    expect(client.callSync('STRLEN', 'k')).toBe(100_000)
  })

  it('makes snapshots smaller, too', async () => {
    const engine = await openEngine()
    engine.connect().callSync('SET', 'k', new Uint8Array(10 * MB).fill(1))
    engine.connect().callSync('FLUSHALL', 'SYNC')
    const before = engine.snapshot().size
    engine.compact()
    expect(before - engine.snapshot().size).toBeGreaterThan(9 * MB)
  })
})
