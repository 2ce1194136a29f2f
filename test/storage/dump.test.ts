/** All keys as bytes: engine.dump(), and engines that begin with them. No storage is needed. */
import { expect, test } from 'vitest'
import { createClient, createEngine } from '../../src/index.ts'
import { memoryStorage } from '../../src/storage/memory.ts'
import { open } from './folders.ts'

test('a dump is what SAVE writes, and begins another engine', async () => {
  const client = await open({})
  client.callSync('SET', 'k', 'v', 'EX', 1000)
  client.callSync('ZADD', 'z', 1.5, 'a', -2, 'b')
  client.callSync('FUNCTION', 'LOAD', "#!lua name=lib\nredis.register_function('one', function() return 1 end)")
  client.callSync('SELECT', 9)
  client.callSync('SET', 'nine', 9)
  const dump = client.engine.dump()
  expect(new TextDecoder().decode(dump.subarray(0, 6))).toBe('VALKEY')
  client.callSync('SET', 'later', 1)

  const copy = await open({ rdb: dump })
  expect(copy.callSync('GET', 'k')).toBe('v')
  expect(copy.callSync('TTL', 'k')).toBeGreaterThan(990)
  expect(copy.callSync('ZRANGE', 'z', 0, -1)).toEqual(['b', 'a'])
  expect(copy.callSync('FCALL', 'one', 0)).toBe(1)
  copy.callSync('SELECT', 9)
  expect(copy.callSync('KEYS', '*')).toEqual(['nine'])
  // Nothing is kept: it has no storage.
  expect(() => copy.callSync('SAVE')).toThrow(/opened without storage. Open it with the option storage/)
})

test('a dump is a dump.rdb', async () => {
  const client = await open({})
  client.callSync('SET', 'k', 'v')
  const storage = memoryStorage({ 'dump.rdb': client.engine.dump() })
  expect((await open({ storage })).callSync('GET', 'k')).toBe('v')
})

test('an empty engine, and one with 100,000 keys', async () => {
  const empty = await open({})
  expect((await open({ rdb: empty.engine.dump() })).callSync('DBSIZE')).toBe(0)
  const script = "for i = 1, 100000 do redis.call('SET', 'key:' .. i, string.rep('x', i % 200)) end"
  empty.callSync('EVAL', script, 0)
  const full = await open({ rdb: empty.engine.dump() })
  expect(full.callSync('DBSIZE')).toBe(100_000)
  expect(full.callSync('STRLEN', 'key:99999')).toBe(199)
})

test('bytes that are no dump, or not all of it: the engine says why and does not start', async () => {
  const client = await open({})
  client.callSync('RPUSH', 'l', ...Array.from({ length: 500 }, (_, i) => `item ${i}`))
  const dump = client.engine.dump()
  await expect(createEngine({ rdb: new Uint8Array(20) })).rejects.toThrow(/Wrong signature/)
  await expect(createEngine({ rdb: new Uint8Array(0) })).rejects.toMatchObject({ code: 'ENGINE_START' })
  await expect(createEngine({ rdb: dump.subarray(0, dump.length / 2) })).rejects.toThrow(/Unexpected EOF/)
})

test('wrong options are named', async () => {
  const wrong = (options: object) => expect(createClient(options as never)).rejects
  await wrong({ rdb: 'dump.rdb' }).toThrow('option rdb is "dump.rdb"; it must be a Uint8Array')
  await wrong({ rdb: new Uint8Array(9), storage: memoryStorage() }).toThrow(
    /only one of the options rdb, storage and snapshot/,
  )
  await wrong({ storage: 7 }).toThrow(/option storage is 7; it must be a directory's path, or an object/)
  await wrong({ storage: {} }).toThrow(/option storage has no function acquire/)
  await wrong({ storage: '' }).toThrow(/option storage is ""/)
})

test('a dump is taken in the middle of anything but a call', async () => {
  const engine = await createEngine()
  const client = engine.connect()
  const waiting = client.call('BLPOP', 'l', 0)
  const other = engine.connect()
  other.callSync('SET', 'k', 'v')
  expect(engine.dump().length).toBeGreaterThan(50)
  other.callSync('RPUSH', 'l', 'x')
  expect(await waiting).toEqual(['l', 'x'])
  await engine.close()
  expect(() => engine.dump()).toThrow('the engine is closed')
})
