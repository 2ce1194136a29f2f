/** dump.rdb: SAVE, BGSAVE, save points, and what is written when an engine ends. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { createClient, createEngine } from '../../src/index.ts'
import { memoryStorage } from '../../src/storage/memory.ts'
import { folder, idle, logged, names, open, persistence } from './folders.ts'

const noSaves = { save: '' }

describe.each([
  ['a directory', () => folder()],
  ['memory', () => memoryStorage()],
])('%s', (_name, make) => {
  test('SAVE keeps everything for the next engine', async () => {
    const storage = make()
    const first = await open({ storage, config: noSaves })
    first.callSync('SET', 'k', 'v', 'EX', 1000)
    first.callSync('SELECT', 3)
    first.callSync('XADD', 's', '1-1', 'f', 'v')
    expect(first.callSync('SAVE')).toBe('OK')
    first.callSync('SET', 'later', 1)
    await first.close()
    const second = await open({ storage })
    expect(second.callSync('GET', 'k')).toBe('v')
    expect(second.callSync('TTL', 'k')).toBeGreaterThan(990)
    expect(second.callSync('EXISTS', 'later')).toBe(0)
    second.callSync('SELECT', 3)
    expect(second.callSync('XLEN', 's')).toBe(1)
  })

  test('BGSAVE saves what there was when it began, while writes go on', async () => {
    const storage = make()
    const client = await open({ storage, config: noSaves })
    for (let i = 0; i < 20_000; i++) client.callSync('SET', `before:${i}`, i)
    expect(client.callSync('BGSAVE')).toBe('Background saving started')
    expect(persistence(client, 'rdb_bgsave_in_progress')).toBe('1')
    expect(() => client.callSync('BGSAVE')).toThrow('Background save already in progress')
    for (let i = 0; i < 100; i++) client.callSync('SET', `after:${i}`, i)
    client.callSync('SET', 'before:7', 'changed')
    client.callSync('DEL', 'before:8')
    await idle(client)
    expect(persistence(client, 'rdb_last_bgsave_status')).toBe('ok')
    expect(persistence(client, 'rdb_changes_since_last_save')).toBe('102')
    await client.close()
    const loaded = await open({ storage })
    expect(loaded.callSync('DBSIZE')).toBe(20_000)
    expect(loaded.callSync('MGET', 'before:7', 'before:8')).toEqual(['7', '8'])
  })

  test('an engine that is closed has saved, where save points are set: as a server does', async () => {
    const storage = make()
    const client = await open({ storage })
    expect(client.callSync('CONFIG', 'GET', 'save')).toEqual({ save: '3600 1 300 100 60 10000' })
    client.callSync('SET', 'k', 'v')
    await client.close()
    expect((await open({ storage })).callSync('GET', 'k')).toBe('v')
  })

  test('SHUTDOWN saves, SHUTDOWN NOSAVE does not', async () => {
    const storage = make()
    const client = await open({ storage })
    client.callSync('SET', 'k', 'first')
    await client.call('SHUTDOWN')
    const second = await open({ storage })
    expect(second.callSync('GET', 'k')).toBe('first')
    second.callSync('SET', 'k', 'second')
    await second.call('SHUTDOWN', 'NOSAVE')
    expect((await open({ storage })).callSync('GET', 'k')).toBe('first')
  })
})

test('keys are loaded as the settings want them kept, and evicted as the policy says', async () => {
  const storage = memoryStorage()
  const client = await open({ storage })
  client.callSync('HSET', 'h', 'a', 1, 'b', 2)
  await client.close()
  const config = { 'hash-max-listpack-entries': 1 }
  const next = await open({ storage, config, maxmemory: '50mb', maxmemoryPolicy: 'allkeys-lfu' })
  expect(next.callSync('OBJECT', 'ENCODING', 'h')).toBe('hashtable')
  expect(next.callSync('CONFIG', 'GET', 'maxmemory*policy')).toEqual({ 'maxmemory-policy': 'allkeys-lfu' })
  expect(next.callSync('CONFIG', 'GET', 'maxmemory')).toEqual({ maxmemory: '52428800' })
})

test('a save point saves by itself', async () => {
  const storage = memoryStorage()
  const client = await open({ storage, config: { save: '1 2' } })
  client.callSync('SET', 'a', 1)
  client.callSync('SET', 'b', 1)
  await expect.poll(() => storage.list(), { timeout: 10_000 }).toContain('dump.rdb')
  await idle(client)
  expect(persistence(client, 'rdb_changes_since_last_save')).toBe('0')
})

test('a save point of an engine with much in it copies to memory that was made ready', async () => {
  const directory = folder()
  const client = await open({ storage: directory, config: { save: '' } })
  for (let i = 0; i < 500; i++) client.callSync('SET', `k:${i}`, 'x'.repeat(100_000))
  client.callSync('CONFIG', 'SET', 'save', '1 1')
  client.callSync('SET', 'k:7', 'changed')
  await expect.poll(() => names(directory), { timeout: 15_000 }).toContain('dump.rdb')
  await idle(client)
  expect(persistence(client, 'rdb_last_bgsave_status')).toBe('ok')
  await client.call('SHUTDOWN', 'NOSAVE')
  const next = await open({ storage: directory, config: noSaves })
  expect(next.callSync('DBSIZE')).toBe(500)
  expect(next.callSync('GET', 'k:7')).toBe('changed')
  expect(next.callSync('STRLEN', 'k:499')).toBe(100_000)
})

test('LASTSAVE is when the last save ended well', async () => {
  const client = await open({ storage: memoryStorage(), config: noSaves })
  const started = client.callSync<number>('LASTSAVE')
  await expect.poll(() => client.callSync<string[]>('TIME')[0]).not.toBe(String(started))
  client.callSync('BGSAVE')
  await idle(client)
  expect(client.callSync('LASTSAVE')).toBeGreaterThan(started)
})

test('FLUSHALL ends a save that is going on, and nothing of it is left', async () => {
  const directory = folder()
  const client = await open({ storage: directory })
  for (let i = 0; i < 50_000; i++) client.callSync('SET', `k:${i}`, i)
  client.callSync('BGSAVE')
  client.callSync('FLUSHALL')
  await idle(client)
  client.callSync('SET', 'only', 1)
  await client.close()
  expect(names(directory)).toEqual(['dump.rdb'])
  expect((await open({ storage: directory })).callSync('KEYS', '*')).toEqual(['only'])
})

test('closing the engine waits for a save that is going on, SHUTDOWN ends it', async () => {
  const directory = folder()
  const client = await open({ storage: directory, config: noSaves })
  for (let i = 0; i < 50_000; i++) client.callSync('SET', `k:${i}`, i)
  client.callSync('BGSAVE')
  await client.close()
  expect(names(directory)).toEqual(['dump.rdb'])
  const next = await open({ storage: directory, config: noSaves })
  expect(next.callSync('DBSIZE')).toBe(50_000)
  next.callSync('FLUSHALL')
  next.callSync('BGSAVE')
  await next.call('SHUTDOWN')
  expect((await open({ storage: directory })).callSync('DBSIZE')).toBe(50_000)
  expect(names(directory)).toEqual(['.wasm-redis.lock', 'dump.rdb'])
})

test('DEBUG RELOAD goes through the file and back', async () => {
  const client = await open({ storage: folder(), config: { 'enable-debug-command': 'yes' } })
  client.callSync('RPUSH', 'l', 1, 2, 3)
  expect(client.callSync('DEBUG', 'RELOAD')).toBe('OK')
  expect(client.callSync('LRANGE', 'l', 0, -1)).toEqual(['1', '2', '3'])
})

describe('a save that fails', () => {
  test('says so, and writes are refused until one succeeds', async () => {
    const directory = folder()
    const client = await open({ storage: directory, config: { save: '3600 1' } })
    client.callSync('SET', 'k', 'v')
    mkdirSync(join(directory, 'dump.rdb')) // nothing can be renamed to it
    expect(() => client.callSync('SAVE')).toThrow('ERR')
    client.callSync('BGSAVE')
    await idle(client)
    expect(persistence(client, 'rdb_last_bgsave_status')).toBe('err')
    expect(() => client.callSync('SET', 'k', 'w')).toThrow(/MISCONF/)
    rmSync(join(directory, 'dump.rdb'), { recursive: true })
    expect(client.callSync('SAVE')).toBe('OK')
    expect(client.callSync('SET', 'k', 'w')).toBe('OK')
    expect(names(directory)).toEqual(['.wasm-redis.lock', 'dump.rdb'])
  })

  test('keeps the engine open when it was to be closed', async () => {
    const directory = folder()
    const engine = await createEngine({ storage: directory })
    const client = engine.connect()
    client.callSync('SET', 'k', 'v')
    mkdirSync(join(directory, 'dump.rdb'))
    await expect(engine.close()).rejects.toMatchObject({
      code: 'ENGINE_SAVE',
      message: expect.stringMatching(/dump\.rdb/),
    })
    expect(client.callSync('GET', 'k')).toBe('v')
    rmSync(join(directory, 'dump.rdb'), { recursive: true })
    await engine.close()
    expect((await open({ storage: directory })).callSync('GET', 'k')).toBe('v')
  })
})

describe('a dump that is damaged', () => {
  const whole = async () => {
    const storage = memoryStorage()
    const client = await open({ storage, config: noSaves })
    for (let i = 0; i < 100; i++) client.callSync('HSET', `h:${i}`, 'f', i, 'g', 'x'.repeat(i))
    client.callSync('SAVE')
    await client.close()
    return storage.read('dump.rdb')
  }

  test('cut off: the engine says so, does not start, and leaves the file alone', async () => {
    const directory = folder()
    const cut = (await whole()).subarray(0, 700)
    writeFileSync(join(directory, 'dump.rdb'), cut)
    await expect(createClient({ storage: directory })).rejects.toMatchObject({
      code: 'ENGINE_START',
      message: expect.stringMatching(/Unexpected EOF reading RDB file/),
    })
    expect(Buffer.compare(readFileSync(join(directory, 'dump.rdb')), cut)).toBe(0)
    expect(names(directory)).toEqual(['dump.rdb'])
  })

  test('no dump at all: the engine says so', async () => {
    const storage = memoryStorage({ 'dump.rdb': new TextEncoder().encode('this is a text, and no dump') })
    await expect(createClient({ storage })).rejects.toThrow(/Wrong signature/)
  })

  test('any byte of it changed: it loads or says why, and is never a trap', async () => {
    const bytes = await whole()
    for (let at = 0; at < bytes.length; at += 37) {
      const damaged = bytes.slice()
      damaged[at] ^= 0x41
      const storage = memoryStorage({ 'dump.rdb': damaged })
      const outcome = await createClient({ storage, config: noSaves }).then(
        (client) => client.close().then(() => 'loads'),
        (error: Error) => error.message,
      )
      expect(outcome).not.toMatch(/unreachable|out of bounds|RuntimeError/)
    }
  })
})

test('what the engine logs of a save in a thread reaches onLog', async () => {
  const { onLog, messages } = logged()
  const client = await open({ storage: folder(), onLog })
  client.callSync('BGSAVE')
  await idle(client)
  await vi.waitFor(() => expect(messages).toContain('DB saved on disk'))
  expect(messages).toContain('Background saving terminated with success')
})
