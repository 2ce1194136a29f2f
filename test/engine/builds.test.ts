/** The package has the engine twice, built for speed and for size; the option `build` says which one runs. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createClient, createEngine, type EngineOptions, SnapshotError } from '../../src/index.ts'
import { createPool } from '../../src/pool/index.ts'
import { memoryStorage } from '../../src/storage/memory.ts'
import { coreOf, openClient, openEngine } from './open.ts'

const bytes = (name: string) => readFileSync(new URL(`../../dist/${name}`, import.meta.url))
const fast = bytes('redis.wasm')
const small = bytes('redis.small.wasm')

/** Which build an engine is, as its snapshots tell it. */
async function buildOf(options: EngineOptions): Promise<string> {
  return (await openEngine(options)).snapshot().build
}

describe('the small build', () => {
  it('has the face of the other one: the same imports and exports', () => {
    const [one, other] = [new WebAssembly.Module(fast), new WebAssembly.Module(small)]
    const names = (list: { name: string; kind: string }[]) => list.map(({ name, kind }) => `${kind} ${name}`).sort()
    expect(names(WebAssembly.Module.imports(other))).toEqual(names(WebAssembly.Module.imports(one)))
    expect(names(WebAssembly.Module.exports(other))).toEqual(names(WebAssembly.Module.exports(one)))
  })

  it('is worth a second file: at least 100 KB less to download', () => {
    const sizes = [fast, small].map((module) => gzipSync(module, { level: 9 }).length)
    expect(sizes[0] - sizes[1]).toBeGreaterThan(100_000)
  })

  it('answers: strings, scripts, functions, streams, sorted sets, transactions', async () => {
    const client = await openClient({ build: 'small' })
    client.callSync('SET', 'k', 'v')
    expect(client.callSync('GET', 'k')).toBe('v')
    expect(client.callSync('EVAL', 'return {redis.call("INCR", KEYS[1]), cjson.encode({1.5})}', 1, 'n')).toEqual([
      1,
      '[1.5]',
    ])
    expect(() => client.callSync('EVAL', 'return redis.call("LPUSH", "k", 1)', 0)).toThrow(/WRONGTYPE/)
    client.callSync('FUNCTION', 'LOAD', "#!lua name=lib\nserver.register_function('answer', function() return 42 end)")
    expect(client.callSync('FCALL', 'answer', 0)).toBe(42)
    client.callSync('XGROUP', 'CREATE', 'log', 'readers', '$', 'MKSTREAM')
    client.callSync('XADD', 'log', '1-1', 'event', 'start')
    expect(client.callSync('XREADGROUP', 'GROUP', 'readers', 'me', 'STREAMS', 'log', '>')).toEqual({
      log: [['1-1', ['event', 'start']]],
    })
    client.callSync('ZADD', 'board', 0.1, 'a', 1e300, 'b')
    expect(client.callSync('ZRANGE', 'board', 0, -1, 'WITHSCORES')).toEqual([
      ['a', 0.1],
      ['b', 1e300],
    ])
    expect(await client.multi().incr('n').incr('n').exec()).toEqual([2, 3])
  })

  it('waits and is woken', async () => {
    const client = await openClient({ build: 'small' })
    const job = client.duplicate().call('BLPOP', 'jobs', 5)
    await client.call('RPUSH', 'jobs', 'mail')
    expect(await job).toEqual(['jobs', 'mail'])
    const never = client.duplicate().call('BLPOP', 'never', 0.01)
    expect(await never).toBe(null)
  })

  it('saves in the background, in a thread: the copy goes on in the build that it is of', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'small-build-'))
    onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
    const client = await createClient({ build: 'small', storage: directory, config: { save: '' } })
    client.callSync('HSET', 'user', 'name', 'Ada')
    client.callSync('BGSAVE')
    await expect.poll(() => client.callSync('INFO', 'persistence')).toMatch(/rdb_bgsave_in_progress:0/)
    expect(client.callSync('INFO', 'persistence')).toMatch(
      /rdb_changes_since_last_save:0[\s\S]*rdb_last_bgsave_status:ok/,
    )
    client.callSync('SHUTDOWN', 'NOSAVE')
    const again = await openClient({ storage: directory, config: { save: '' } })
    expect(again.callSync('HGET', 'user', 'name')).toBe('Ada')
  })

  it('and in a turn of its own', async () => {
    const storage = memoryStorage()
    const client = await openClient({ build: 'small', storage, config: { save: '' } })
    client.callSync('SET', 'k', 'v')
    client.callSync('BGSAVE')
    await expect.poll(() => client.callSync('INFO', 'persistence')).toMatch(/rdb_bgsave_in_progress:0/)
    expect(client.callSync('INFO', 'persistence')).toMatch(
      /rdb_changes_since_last_save:0[\s\S]*rdb_last_bgsave_status:ok/,
    )
  })
})

describe('the option build', () => {
  it('is fast unless it says otherwise', async () => {
    const [unsaid, quick, little] = [{}, { build: 'fast' }, { build: 'small' }] as const
    expect(await buildOf(unsaid)).toBe(await buildOf({ module: fast }))
    expect(await buildOf(quick)).toBe(await buildOf(unsaid))
    expect(await buildOf(little)).toBe(await buildOf({ module: small }))
    expect(await buildOf(little)).not.toBe(await buildOf(unsaid))
  })

  it('goes with createClient and with the options of connections, too', async () => {
    const client = await createClient({ build: 'small', protocol: 2, database: 1 })
    onTestFinished(() => client.close())
    expect(client.engine.snapshot().build).toBe(await buildOf({ module: small }))
  })

  it('has each build compiled once in a process', async () => {
    await Promise.all([openEngine({ build: 'small' }), openEngine()])
    const compile = vi.spyOn(WebAssembly, 'Module')
    onTestFinished(() => compile.mockRestore())
    await Promise.all([openEngine({ build: 'small' }), openEngine({ build: 'fast' }), openEngine({ build: 'small' })])
    expect(compile).not.toHaveBeenCalled()
  })

  it('is one of two', async () => {
    const wanted = "option build is \"tiny\"; it must be 'fast' or 'small'"
    for (const open of [createEngine, createClient, (options: object) => createPool({ engine: options })]) {
      await expect(open({ build: 'tiny' as never })).rejects.toThrow(new TypeError(wanted))
    }
    await expect(createEngine({ build: null as never })).rejects.toThrow(/option build is null/)
  })

  it('is not taken together with module, which says the same', async () => {
    const wanted = new TypeError('only one of the options build and module can say which module the engine is')
    await expect(createEngine({ build: 'small', module: fast })).rejects.toThrow(wanted)
    await expect(createClient({ build: 'fast', module: fast })).rejects.toThrow(wanted)
    await expect(createPool({ engine: { build: 'small', module: small } })).rejects.toThrow(wanted)
    expect(await buildOf({ build: undefined, module: small })).toBe(
      await buildOf({ build: 'small', module: undefined }),
    )
  })

  it('holds for all engines of a pool, but where acquire is given a module', async () => {
    const pool = await createPool({ warmup: 1, engine: { build: 'small', maxmemory: '9mb' } })
    onTestFinished(() => pool.close())
    const [warm, made] = [await pool.acquire(), await pool.acquire()]
    expect(pool.stats()).toMatchObject({ hits: 1, misses: 1 })
    for (const engine of [warm, made]) expect(engine.snapshot().build).toBe(await buildOf({ build: 'small' }))
    expect(made.connect().callSync('CONFIG', 'GET', 'maxmemory')).toEqual({ maxmemory: String(9 * 1024 * 1024) })
    const other = await pool.acquire({ module: fast })
    expect(other.snapshot().build).toBe(await buildOf({ build: 'fast' }))
  })
})

describe('a snapshot of the small build', () => {
  it('goes on in the small build: cloned, opened, and gone back to', async () => {
    const engine = await openEngine({ build: 'small' })
    const client = engine.connect()
    client.callSync('SET', 'k', 'v')
    const snapshot = engine.snapshot()
    const opened = await openEngine({ build: 'small', snapshot: snapshot.toBytes() })
    const clone = engine.clone()
    onTestFinished(() => clone.close())
    for (const one of [opened, clone]) expect(one.connect().callSync('GET', 'k')).toBe('v')
    client.callSync('FLUSHALL')
    engine.reset(snapshot)
    expect(client.callSync('GET', 'k')).toBe('v')
    expect(coreOf(engine).closed).toBe(false)
  })

  it('is refused by the other build, and the other way round, with an error that says what to do', async () => {
    const builds = ['fast', 'small'] as const
    for (const [mine, yours] of [builds, builds.toReversed()]) {
      const snapshot = (await openEngine({ build: mine })).snapshot()
      const refused = createEngine({ build: yours, snapshot })
      await expect(refused).rejects.toThrow(SnapshotError)
      await expect(refused).rejects.toThrow(
        /of another build of the engine .* give the option build that it was taken with/,
      )
      const engine = await openEngine({ build: yours })
      expect(() => engine.reset(snapshot.toBytes())).toThrow(SnapshotError)
    }
  })
})
