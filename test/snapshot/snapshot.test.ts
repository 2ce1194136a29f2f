/** What a snapshot holds, and where it opens again. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Client, createEngine, EngineStartError, Snapshot, SnapshotError } from '../../src/index.ts'
import { memoryStorage } from '../../src/storage/memory.ts'
import { damage, openEngine } from '../engine/open.ts'

const library = "#!lua name=lib\nserver.register_function('answer', function() return 42 end)"

/** Something of every kind that an engine keeps. */
function fill(client: Client): void {
  client.callSync('SET', 'string', 'text')
  client.callSync('SET', 'long', 'x'.repeat(100_000))
  client.callSync('RPUSH', 'list', 'a', 'b')
  client.callSync('SADD', 'set', 'one', 'two')
  client.callSync('ZADD', 'board', 1, 'first', 2, 'second')
  client.callSync('HSET', 'hash', 'field', 'value')
  client.callSync('XADD', 'stream', '1-1', 'k', 'v')
  client.callSync('SET', 'mortal', 'soon', 'EX', 1000)
  client.callSync('FUNCTION', 'LOAD', library)
  client.callSync('ACL', 'SETUSER', 'ann', 'on', '>secret', '+@read', '~*')
  client.callSync('CONFIG', 'SET', 'maxmemory', '123mb')
}

function expectAll(client: Client): void {
  expect(client.callSync('GET', 'string')).toBe('text')
  expect(client.callSync('STRLEN', 'long')).toBe(100_000)
  expect(client.callSync('LRANGE', 'list', 0, -1)).toEqual(['a', 'b'])
  expect(client.callSync('SMEMBERS', 'set')).toEqual(new Set(['one', 'two']))
  expect(client.callSync('ZRANGE', 'board', 0, -1)).toEqual(['first', 'second'])
  expect(client.callSync('HGET', 'hash', 'field')).toBe('value')
  expect(client.callSync('XLEN', 'stream')).toBe(1)
  expect(client.callSync('TTL', 'mortal')).toBeGreaterThan(990)
  expect(client.callSync('FCALL', 'answer', 0)).toBe(42)
  expect(client.callSync('ACL', 'USERS')).toContain('ann')
  expect(client.callSync('CONFIG', 'GET', 'maxmemory')).toEqual({ maxmemory: String(123 * 1024 * 1024) })
}

describe('a snapshot', () => {
  it('holds data, functions, users and settings', async () => {
    const engine = await openEngine()
    fill(engine.connect())
    const copy = await openEngine({ snapshot: engine.snapshot() })
    expectAll(copy.connect())
  })

  it('holds what was issued before it was taken, answered or not', async () => {
    const engine = await openEngine()
    const client = engine.connect()
    const answer = client.call('SET', 'k', 'v')
    const copy = await openEngine({ snapshot: engine.snapshot() })
    expect(copy.connect().callSync('GET', 'k')).toBe('v')
    expect(await answer).toBe('OK')
  })

  it('is not changed by what the engine does later', async () => {
    const engine = await openEngine()
    const client = engine.connect()
    client.callSync('SET', 'k', 'then')
    const snapshot = engine.snapshot()
    client.callSync('SET', 'k', 'now')
    const copy = await openEngine({ snapshot })
    expect(copy.connect().callSync('GET', 'k')).toBe('then')
  })

  it('takes options beside it', async () => {
    const engine = await openEngine({ maxmemory: '10mb' })
    const copy = await openEngine({ snapshot: engine.snapshot(), maxmemory: '20mb' })
    expect(copy.connect().callSync('CONFIG', 'GET', 'maxmemory')).toEqual({ maxmemory: String(20 * 1024 * 1024) })
  })

  it('refuses options that only boot can set', async () => {
    const engine = await openEngine()
    const opening = createEngine({ snapshot: engine.snapshot(), config: { databases: 4 } })
    await expect(opening).rejects.toThrow(/config\['databases'\] cannot be changed/)
  })

  it('has no connections in it', async () => {
    const engine = await openEngine()
    const waiting = engine.connect({ name: 'waits' })
    waiting.call('BLPOP', 'never', 0).catch(() => undefined)
    await engine.connect({ name: 'listens' }).subscribe('news')
    engine.connect({ name: 'prepares' }).callSync('MULTI')
    const client = (await openEngine({ snapshot: engine.snapshot() })).connect({ name: 'new' })
    expect(client.callSync<string>('CLIENT', 'LIST').match(/name=\w+/g)).toEqual(['name=new'])
    expect(client.callSync('PUBSUB', 'NUMSUB', 'news')).toEqual(['news', 0])
    expect(client.callSync<string>('INFO', 'clients')).toContain('blocked_clients:0')
  })

  it('opens although its engine has crashed since', async () => {
    const engine = await openEngine()
    const client = engine.connect()
    client.callSync('SET', 'k', 'v')
    const snapshot = engine.snapshot()
    damage(engine)
    await expect(client.call('GET', 'k')).rejects.toThrow(/crashed/)
    expect((await openEngine({ snapshot })).connect().callSync('GET', 'k')).toBe('v')
  })

  it('cannot be taken of an engine that is closed', async () => {
    const engine = await openEngine()
    await engine.close()
    expect(() => engine.snapshot()).toThrow(/the engine is closed/)
    expect(() => engine.clone()).toThrow(/the engine is closed/)
    expect(() => engine.reset()).toThrow(/the engine is closed/)
  })
})

describe('a snapshot as bytes', () => {
  it('opens in this process', async () => {
    const engine = await openEngine()
    fill(engine.connect())
    const bytes = engine.snapshot().toBytes()
    expect(Buffer.compare(Snapshot.fromBytes(bytes).toBytes(), bytes)).toBe(0)
    expectAll((await openEngine({ snapshot: bytes })).connect())
  })

  it('opens in another process, whose clock has only just begun', async () => {
    const engine = await openEngine()
    const client = engine.connect()
    fill(client)
    const folder = mkdtempSync(join(tmpdir(), 'snapshot-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = join(folder, 'snapshot')
    writeFileSync(file, engine.snapshot().toBytes())
    const program = `
      import { readFileSync } from 'node:fs'
      import { createClient } from ${JSON.stringify(new URL('../../dist/index.js', import.meta.url).href)}
      const client = await createClient({ snapshot: readFileSync(${JSON.stringify(file)}) })
      console.log(JSON.stringify([
        await client.get('string'),
        await client.call('BLPOP', 'never', 0.01),
        await client.ttl('mortal') > 900,
        await client.call('FCALL', 'answer', 0),
      ]))
      await client.close()`
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })
    expect(JSON.parse(said)).toEqual(['text', null, true, 42])
  })

  it.each([
    ['other bytes', () => new TextEncoder().encode('REDIS0011 something else entirely'), /not a snapshot/],
    ['no bytes', () => new Uint8Array(0), /cut off|not a snapshot/],
    ['a part of them', (whole: Uint8Array) => whole.slice(0, whole.length / 2), /checksum/],
    ['a changed byte', (whole: Uint8Array) => whole.map((byte, i) => (i === 5000 ? byte ^ 1 : byte)), /checksum/],
  ])('is refused when it is %s', async (_, spoil, reason) => {
    const whole = (await openEngine()).snapshot().toBytes()
    expect(() => Snapshot.fromBytes(spoil(whole))).toThrow(SnapshotError)
    await expect(createEngine({ snapshot: spoil(whole) })).rejects.toThrow(reason)
  })

  it('is refused by another build of the engine', async () => {
    const engine = await openEngine()
    const { image } = engine.snapshot() as unknown as { image: never }
    const strange = new Snapshot(image, '00'.repeat(16))
    await expect(createEngine({ snapshot: strange })).rejects.toThrow(/another build of the engine \(00000000, this is/)
    expect(() => engine.reset(strange.toBytes())).toThrow(SnapshotError)
    expect(engine.connect().callSync('PING')).toBe('PONG')
  })

  it('says what the option takes', async () => {
    await expect(createEngine({ snapshot: 'file' as never })).rejects.toThrow(TypeError)
    await expect(createEngine({ snapshot: {} as never })).rejects.toThrow(/engine.snapshot\(\)/)
  })
})

describe('a clone', () => {
  it('goes its own way', async () => {
    const engine = await openEngine()
    const client = engine.connect()
    client.callSync('SET', 'k', 'both')
    const clone = engine.clone()
    onTestFinished(() => clone.close())
    const other = clone.connect()
    other.callSync('SET', 'k', 'clone')
    client.callSync('SET', 'new', 'original')
    expect(client.callSync('GET', 'k')).toBe('both')
    expect(other.callSync('MGET', 'k', 'new')).toEqual(['clone', null])
    await engine.close()
    expect(other.callSync('GET', 'k')).toBe('clone')
  })

  it('is an engine of its own: run id, replication id, random numbers', async () => {
    const engine = await openEngine()
    engine.connect().callSync('SADD', 'set', ...Array.from({ length: 1000 }, (_, i) => i))
    const clones = Array.from({ length: 3 }, () => engine.clone())
    onTestFinished(async () => {
      for (const clone of clones) await clone.close()
    })
    const clients = [engine, ...clones].map((one) => one.connect())
    const line = (name: string) =>
      clients.map((c) => c.callSync<string>('INFO').match(new RegExp(`${name}:(\\w+)`))?.[1])
    expect(new Set(line('run_id')).size).toBe(4)
    expect(new Set(line('master_replid')).size).toBe(4)
    const drawn = clients.map((c) => c.callSync<string[]>('SRANDMEMBER', 'set', 20).join())
    expect(new Set(drawn).size).toBe(4)
  })

  it('can be cloned in turn', async () => {
    const engine = await openEngine()
    engine.connect().callSync('SET', 'k', 'v')
    const first = engine.clone()
    const second = first.clone()
    onTestFinished(async () => {
      await first.close()
      await second.close()
    })
    expect(second.connect().callSync('GET', 'k')).toBe('v')
  })

  it('expires keys on its own', async () => {
    const engine = await openEngine()
    engine.connect().callSync('SET', 'k', 'v', 'PX', 20)
    const clone = engine.clone()
    onTestFinished(() => clone.close())
    const client = clone.connect()
    await client.call('BLPOP', 'never', 0.03)
    expect(await client.call('EXISTS', 'k')).toBe(0)
    expect(await client.call('DBSIZE')).toBe(0)
  })
})

it('says which part is missing when the module does not say which build it is', async () => {
  const { readFileSync } = await import('node:fs')
  const whole = readFileSync(new URL('../../dist/redis.wasm', import.meta.url))
  const nameless = whole.subarray(0, whole.length - 24)
  const engine = await openEngine({ module: nameless })
  expect(() => engine.snapshot()).toThrow(EngineStartError)
})

describe('an engine with storage', () => {
  it('can be cloned; the clone has no part in its files', async () => {
    const storage = memoryStorage()
    const engine = await openEngine({ storage, config: { appendonly: true, appendfsync: 'always' } })
    engine.connect().callSync('SET', 'k', 'v')
    const clone = engine.clone()
    onTestFinished(() => clone.close())
    const client = clone.connect()
    client.callSync('SET', 'k', 'clone')
    expect(() => client.callSync('SAVE')).toThrow(/not available here/)
    expect(client.callSync('CONFIG', 'GET', 'appendonly')).toEqual({ appendonly: 'no' })
    await engine.close()
    const again = await openEngine({ storage, config: { appendonly: true } })
    expect(again.connect().callSync('GET', 'k')).toBe('v')
  })

  it('is not reset, because its files would not follow', async () => {
    const engine = await openEngine({ storage: memoryStorage() })
    expect(() => engine.reset()).toThrow(/FLUSHALL/)
  })
})
