/** Keys that move between a native server and one of ours: MIGRATE, DUMP and RESTORE, both ways. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Client, createClient, createEngine, type Engine } from '../../src/index.ts'
import { type Server, serve } from '../../src/server/index.ts'
import { readDump } from '../conformance/dump.ts'
import { type Native, startNative } from '../transports/native.ts'

const PASSWORD = 'only for this test'
/** In 2100, in milliseconds. */
const EXPIRY = 4_102_444_800_000

let native: Native
let engine: Engine
let server: Server
let theirs: Client
let ours: Client
beforeAll(async () => {
  native = await startNative()
  engine = await createEngine({ config: { requirepass: PASSWORD } })
  server = await serve(engine, { port: 0 })
  theirs = await createClient({ url: `redis://127.0.0.1:${native.port}` })
  ours = await createClient({ url: `redis://:${encodeURIComponent(PASSWORD)}@127.0.0.1:${server.port}` })
})
afterAll(async () => {
  await Promise.all([theirs?.close(), ours?.close()])
  await server?.close()
  await engine?.close()
  await native?.close()
})
beforeEach(() => Promise.all([theirs.call('FLUSHALL'), ours.call('FLUSHALL')]))

const many = <T>(count: number, make: (i: number) => T[]): T[] =>
  Array.from({ length: count }, (_, i) => make(i)).flat()

/** What makes a key `k` of each type, in each of its encodings. */
const kinds: Record<string, (string | number)[][]> = {
  'a number': [['SET', 'k', '1234567']],
  'a short string': [['SET', 'k', 'short']],
  'a long string': [['SET', 'k', 'lorem ipsum '.repeat(5000)]],
  'a string of bytes': [['SETBIT', 'k', 4001, 1]],
  'a HyperLogLog': [['PFADD', 'k', ...many(2000, (i) => [i])]],
  'a short list': [['RPUSH', 'k', 'a', 'b', 3]],
  'a long list': [['RPUSH', 'k', ...many(5000, (i) => [`item ${i}`])]],
  'a set of integers': [['SADD', 'k', 1, 2, 70000]],
  'a small set': [['SADD', 'k', 'a', 'b', 3]],
  'a large set': [['SADD', 'k', ...many(1000, (i) => [`member ${i}`])]],
  'a small hash': [['HSET', 'k', 'name', 'Ada', 'age', 36]],
  'a large hash': [['HSET', 'k', ...many(1000, (i) => [`field ${i}`, i])]],
  'a hash with fields that expire': [
    ['HSET', 'k', 'a', 1, 'b', 2],
    ['HPEXPIREAT', 'k', EXPIRY + 123, 'FIELDS', 1, 'a'],
  ],
  'a small sorted set': [['ZADD', 'k', 1.5, 'a', '-inf', 'b']],
  'a large sorted set': [['ZADD', 'k', ...many(1000, (i) => [i / 3, `member ${i}`])]],
  'places on the globe': [['GEOADD', 'k', 13.361389, 38.115556, 'Palermo', 15.087269, 37.502669, 'Catania']],
  'a stream with groups and entries that are pending': [
    ...many(150, (i) => [['XADD', 'k', `${i + 1}-1`, 'n', i]]),
    ['XDEL', 'k', '7-1'],
    ['XGROUP', 'CREATE', 'k', 'group', '0'],
    ['XREADGROUP', 'GROUP', 'group', 'ann', 'COUNT', 20, 'STREAMS', 'k', '>'],
    ['XACK', 'k', 'group', '3-1'],
  ],
}

/** What is stored there: type, encoding and all content. The order of a hash table is left out. */
async function stored(client: Client): Promise<unknown> {
  const [type, encoding] = await client.pipeline([
    ['TYPE', 'k'],
    ['OBJECT', 'ENCODING', 'k'],
  ])
  const dump = await client.binary.call<Uint8Array>('DUMP', 'k')
  return { type, encoding, dump: readDump(Buffer.from(dump).toString('latin1')) }
}

const migrate = (...more: (string | number)[]) =>
  theirs.call('MIGRATE', '127.0.0.1', server.port as number, 'k', 0, 5000, ...more, 'AUTH', PASSWORD)

for (const [kind, commands] of Object.entries(kinds)) {
  describe(kind, () => {
    it('is the same on our server once a native one has migrated it there', async () => {
      await theirs.pipeline([...commands, ['PEXPIREAT', 'k', EXPIRY]])
      const before = await stored(theirs)
      expect(await migrate()).toBe('OK')
      expect(await theirs.call('EXISTS', 'k')).toBe(0)
      expect(await stored(ours)).toEqual(before)
      // What goes over is the time that is left, so it is later by the time that it takes to go over.
      const late = (await ours.call<number>('PEXPIRETIME', 'k')) - EXPIRY
      expect(late).toBeGreaterThanOrEqual(-5)
      expect(late).toBeLessThan(5000)
    })

    it('is the same on a native server when that restores our DUMP, and the other way round', async () => {
      for (const [from, to] of [
        [ours, theirs],
        [theirs, ours],
      ]) {
        await Promise.all([from.call('FLUSHALL'), to.call('FLUSHALL')])
        await from.pipeline(commands)
        expect(await to.call('RESTORE', 'k', 0, await from.binary.call<Uint8Array>('DUMP', 'k'))).toBe('OK')
        expect(await stored(to)).toEqual(await stored(from))
      }
    })
  })
}

describe('MIGRATE from a native server', () => {
  it('takes many keys at once, copies, replaces', async () => {
    await theirs.call('MSET', ...many(1000, (i) => [`key:${i}`, `value ${i}`]))
    const keys = many(1000, (i) => [`key:${i}`])
    const all = ['127.0.0.1', server.port as number, '', 0, 5000] as const
    expect(await theirs.call('MIGRATE', ...all, 'COPY', 'AUTH', PASSWORD, 'KEYS', ...keys)).toBe('OK')
    expect([await theirs.call('DBSIZE'), await ours.call('DBSIZE')]).toEqual([1000, 1000])
    await expect(theirs.call('MIGRATE', ...all, 'AUTH', PASSWORD, 'KEYS', ...keys)).rejects.toThrow(/BUSYKEY/)
    expect(await theirs.call('MIGRATE', ...all, 'REPLACE', 'AUTH', PASSWORD, 'KEYS', ...keys)).toBe('OK')
    expect([await theirs.call('DBSIZE'), await ours.call('GET', 'key:77')]).toEqual([0, 'value 77'])
  })

  it('is refused without the password, and leaves the key where it is', async () => {
    await theirs.call('SET', 'k', 'v')
    // By another name, because to that address there may be a connection that has logged in already.
    const to = ['localhost', server.port as number, 'k', 0, 5000] as const
    await expect(theirs.call('MIGRATE', ...to)).rejects.toThrow(/NOAUTH/)
    await expect(theirs.call('MIGRATE', ...to, 'AUTH2', 'default', 'wrong')).rejects.toThrow(/WRONGPASS/)
    expect(await theirs.call('GET', 'k')).toBe('v')
  })

  it('is refused by a full engine', async () => {
    await theirs.call('SET', 'k', 'v')
    await ours.call('CONFIG', 'SET', 'maxmemory', 1)
    await expect(migrate()).rejects.toThrow(/OOM/)
    await ours.call('CONFIG', 'SET', 'maxmemory', '256mb')
    expect(await migrate()).toBe('OK')
    expect(await ours.call('GET', 'k')).toBe('v')
  })
})

it('MIGRATE of ours says that it has no network', async () => {
  await ours.call('SET', 'k', 'v')
  const refused = ours.call('MIGRATE', '127.0.0.1', native.port, 'k', 0, 1000)
  await expect(refused).rejects.toThrow(/^ERR MIGRATE is not available here: the module has no network/)
})

it('MIGRATE of ours tells keys that are not there, and keeps the password to itself', async () => {
  await ours.call('SET', 'k', 'v')
  const to = ['127.0.0.1', native.port, 'k', 0, 1000] as const
  await ours.call('CONFIG', 'SET', 'slowlog-log-slower-than', 0)
  await ours.call('SLOWLOG', 'RESET')
  await expect(ours.call('MIGRATE', ...to, 'AUTH', 'secret')).rejects.toThrow(/no network/)
  await expect(ours.call('MIGRATE', ...to, 'COPY', 'AUTH2', 'user', 'secret')).rejects.toThrow(/no network/)
  await ours.call('DEL', 'k')
  expect(await ours.call('MIGRATE', ...to, 'AUTH', 'secret')).toBe('NOKEY')
  const logged = JSON.stringify(await ours.call('SLOWLOG', 'GET', -1))
  expect(logged).not.toContain('secret')
  expect(logged.match(/"AUTH2?","\(redacted\)"/g)).toHaveLength(3)
})

it('functions move with FUNCTION DUMP and RESTORE', async () => {
  const library = "#!lua name=lib\nredis.register_function('hi', function() return 'hi' end)"
  for (const [from, to] of [
    [ours, theirs],
    [theirs, ours],
  ]) {
    await Promise.all([from.call('FUNCTION', 'FLUSH'), to.call('FUNCTION', 'FLUSH')])
    await from.call('FUNCTION', 'LOAD', library)
    expect(await to.call('FUNCTION', 'RESTORE', await from.binary.call<Uint8Array>('FUNCTION', 'DUMP'))).toBe('OK')
    expect(await to.call('FCALL', 'hi', 0)).toBe('hi')
  }
})
