/** Files go to and from a native server of the same source, and come from older ones. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Client, createClient } from '../../src/index.ts'
import { memoryStorage } from '../../src/storage/memory.ts'
import { readDump } from '../conformance/dump.ts'
import { startNative } from '../transports/native.ts'
import { everyType } from './every-type.ts'
import { folder, idle, open } from './folders.ts'
import { inRedisDump, redisDump } from './redis-dumps.ts'

const assets = fileURLToPath(new URL('../../build/engine/tests/assets', import.meta.url))
const longTimeouts = { timeout: 60_000 }

/** A client of a native server with its files in this directory; both are gone when the test is over. */
async function native(
  directory: string,
  options: Record<string, string> = {},
): Promise<Client & { stop(): Promise<void> }> {
  const server = await startNative({ dir: directory, save: '', ...options })
  const client = await createClient({ url: `redis://127.0.0.1:${server.port}` })
  const stop = async () => {
    await client.close()
    await server.close()
  }
  onTestFinished(stop)
  return Object.assign(client, { stop })
}

/** The keys that these commands leave, with their databases. */
const everyKey = keysOf(everyType)

function keysOf(commands: typeof everyType): Set<string> {
  const keys = new Set<string>()
  let database = '0'
  for (const [name, first, second] of commands) {
    if (name === 'SELECT') database = first
    else if (name === 'XGROUP') keys.add(`${database}/${second}`)
    else if (!['FUNCTION', 'XREADGROUP'].includes(name)) keys.add(`${database}/${first}`)
  }
  return keys
}

async function fill(client: Client): Promise<void> {
  for (const [name, ...args] of everyType) await client.call(name, ...args)
}

/** Every key of every database: its time to live, its encoding and its DUMP, as bytes and as what they mean. */
async function contents(client: Client): Promise<Map<string, { dump: string; means: unknown; about: unknown[] }>> {
  const found = new Map()
  for (let database = 0; database < 16; database++) {
    await client.call('SELECT', database)
    for (const key of ((await client.binary.call('KEYS', '*')) as Uint8Array[]).sort(Buffer.compare)) {
      const dump = Buffer.from((await client.binary.call('DUMP', key)) as Uint8Array).toString('latin1')
      // A string's encoding is its history: what has grown is raw until it is loaded anew.
      const encoding = String(await client.call('OBJECT', 'ENCODING', key)).replace(/^(raw|embstr|int)$/, 'string')
      const about = [await client.call('PEXPIRETIME', key), encoding]
      found.set(`${database}/${Buffer.from(key).toString('latin1')}`, { dump, means: readDump(dump), about })
    }
  }
  await client.call('SELECT', 0)
  return found
}

async function expectSame(one: Client, other: Client): Promise<void> {
  const [left, right] = [await contents(one), await contents(other)]
  expect([...right.keys()]).toEqual([...left.keys()])
  let equal = 0
  for (const [key, { dump, means, about }] of left) {
    const there = right.get(key)
    if (there?.dump === dump) equal++
    // Tables are in an order of their own in every engine; what they hold must be the same.
    else expect({ key, means: there?.means }).toEqual({ key, means })
    expect({ key, about: there?.about }).toEqual({ key, about })
  }
  expect(equal).toBeGreaterThan(left.size * 0.6)
}

describe('RDB', longTimeouts, () => {
  test('written here, loaded by a native server', async () => {
    const directory = folder()
    const here = await open({ storage: directory, config: { save: '' } })
    await fill(here)
    expect(here.callSync('SAVE')).toBe('OK')
    const there = await native(directory)
    await expectSame(here, there)
    expect(await there.call('FCALL', 'one', 0)).toBe(1)
    await there.stop()
  })

  test('written by a native server, loaded here', async () => {
    const directory = folder()
    const there = await native(directory)
    await fill(there)
    await there.call('BGSAVE')
    await serverIdle(there)
    const here = await open({ rdb: readFileSync(join(directory, 'dump.rdb')) })
    await expectSame(there, here)
    expect(here.callSync('FCALL', 'one', 0)).toBe(1)
  })
})

/** As `idle`, for a server elsewhere. */
async function serverIdle(client: Client): Promise<void> {
  const busy = async () =>
    /(rdb_bgsave|aof_rewrite)_in_progress:1/.test((await client.call('INFO', 'persistence')) as string)
  await expect.poll(busy, { timeout: 20_000 }).toBe(false)
}

describe.each(['yes', 'no'])('append only file, with a preamble: %s', longTimeouts, (preamble) => {
  const settings = { appendonly: 'yes', 'aof-use-rdb-preamble': preamble, save: '' }

  test('written here, loaded by a native server, which goes on with it, and back', async () => {
    const directory = folder()
    const here = await open({ storage: directory, config: settings })
    await fill(here)
    here.callSync('BGREWRITEAOF')
    await idle(here)
    here.callSync('SET', 'after', 'the rewrite')
    const before = await contents(here)
    await here.close()

    const there = await native(directory, settings)
    expect([...(await contents(there)).keys()]).toEqual([...before.keys()])
    await there.call('APPEND', 'after', ', and there')
    await there.call('BGREWRITEAOF')
    await serverIdle(there)
    const copy = await open({ rdb: await dumpOf(there, directory) })
    await expectSame(there, copy)
    await there.stop()

    const back = await open({ storage: directory, config: settings })
    expect(back.callSync('GET', 'after')).toBe('the rewrite, and there')
    expect([...(await contents(back)).keys()]).toEqual([...before.keys()])
  })
})

async function dumpOf(there: Client, directory: string): Promise<Uint8Array> {
  await there.call('SAVE')
  return readFileSync(join(directory, 'dump.rdb'))
}

describe('DUMP', longTimeouts, () => {
  // The order of tables hangs on the seed, and the compressor may choose between equals.
  const same = { 'hash-seed': '0123456789abcdef', rdbcompression: 'no', save: '' }

  test('of every key is the same bytes after the same file was loaded here and there, but for the order in tables', async () => {
    const directory = folder()
    const first = await open({ storage: directory, config: same })
    await fill(first)
    first.callSync('SAVE')
    await first.close()
    const there = await native(directory, same)
    const here = await open({ storage: directory, config: same })
    const [left, right] = [await contents(here), await contents(there)]
    expect(left.size).toBe(everyKey.size)
    const unlike = [...left].filter(([key, { dump }]) => right.get(key)?.dump !== dump).map(([key]) => key)
    // A bucket has room for more here, where pointers are shorter, so these two are walked in another order.
    expect(unlike).toEqual(['0/hash:hashtable', '0/set:hashtable'])
    for (const key of unlike) expect(right.get(key)?.means).toEqual(left.get(key)?.means)
    expect([...right].map(([key, { about }]) => [key, about])).toEqual(
      [...left].map(([key, { about }]) => [key, about]),
    )
    await there.stop()
  })

  test('the keys are of every type and every encoding that there is', async () => {
    const here = await open({})
    await fill(here)
    const found = new Set<string>()
    for (const key of here.callSync<string[]>('KEYS', '*')) {
      found.add(`${here.callSync('TYPE', key)}: ${here.callSync('OBJECT', 'ENCODING', key)}`)
    }
    expect([...found].sort()).toEqual([
      'hash: hashtable',
      'hash: listpack',
      'list: listpack',
      'list: quicklist',
      'set: hashtable',
      'set: intset',
      'set: listpack',
      'stream: stream',
      'string: embstr',
      'string: int',
      'string: raw',
      'zset: listpack',
      'zset: skiplist',
    ])
    expect(here.callSync('HPEXPIRETIME', 'hash:expires', 'FIELDS', 2, 'a', 'b')).toEqual([-1, 4102444800456])
    expect(here.callSync('XPENDING', 'stream', 'group')).toMatchObject([4, '2-1', '2-4', [['alice', '4']]])
    expect(here.callSync<unknown[]>('FUNCTION', 'LIST')).toHaveLength(1)
  })
})

describe.each([
  { version: 10, redis: '7.0' },
  { version: 11, redis: '7.2' },
] as const)('a dump of version $version, as Redis $redis writes it', longTimeouts, ({ version }) => {
  async function expectAll(client: Client): Promise<void> {
    const { expires, ...values } = inRedisDump
    expect(await client.call('MGET', 'string', 'number')).toEqual([values.string, values.number])
    expect(await client.call('PEXPIRETIME', 'expires')).toBe(expires)
    expect(await client.call('LRANGE', 'list', 0, -1)).toEqual(values.list)
    expect(new Set((await client.call('SMEMBERS', 'set')) as Set<string>)).toEqual(new Set(values.set))
    expect(new Set((await client.call('SMEMBERS', 'intset')) as Set<string>)).toEqual(new Set(values.intset))
    expect(await client.call('HGETALL', 'hash')).toEqual(values.hash)
    expect(await client.call('HGETALL', 'table')).toEqual(values.table)
    expect([await client.call('ZRANGE', 'zset', 0, -1), await client.call('ZSCORE', 'zset', 'b')]).toEqual([
      ['a', 'b'],
      2,
    ])
    expect(await client.call('ZSCORE', 'scores', 'n')).toBe(Infinity)
    expect(await client.call('XRANGE', 'stream', '-', '+')).toEqual(values.stream)
    expect(await client.call('XPENDING', 'stream', 'group')).toEqual([1, '1-1', '1-1', [['alice', '1']]])
    expect(await client.call('FCALL', 'one', 0)).toBe(1)
    expect(await client.call('DBSIZE')).toBe(11)
  }

  test('is loaded as bytes and from a directory, and there is the same in it as in a native server', async () => {
    const here = await open({ rdb: redisDump(version) })
    await expectAll(here)
    const directory = folder()
    writeFileSync(join(directory, 'dump.rdb'), redisDump(version))
    const there = await native(directory)
    await expectAll(there)
    await expectSame(here, there)
    await there.stop()
    const stored = await open({ storage: directory, config: { save: '' } })
    await expectAll(stored)
  })
})

describe.runIf(existsSync(assets))('dumps of older servers', longTimeouts, () => {
  const dumps = existsSync(assets)
    ? readdirSync(assets).filter((name) => /^(encodings|hash|list|zset).*\.rdb$/.test(name))
    : []

  test.each(dumps)('%s: loads as in a native server, or is refused as there', async (name) => {
    const directory = folder()
    copyFileSync(join(assets, name), join(directory, 'dump.rdb'))
    const there = await native(directory).catch((error: Error) => error)
    const here = await createClient({ rdb: readFileSync(join(assets, name)) }).catch((error: Error) => error)
    if (there instanceof Error || here instanceof Error) {
      expect([there instanceof Error, here instanceof Error]).toEqual([true, true])
      return
    }
    onTestFinished(() => here.close())
    expect(await here.call('DBSIZE')).toBeGreaterThan(0)
    await expectSame(there, here)
  })

  test('an append only file of one part is taken over', async () => {
    const directory = folder()
    mkdirSync(directory, { recursive: true })
    const file = readFileSync(join(assets, 'rdb-preamble.aof'))
    const storage = memoryStorage({ 'appendonly.aof': file })
    const client = await open({ storage, config: { appendonly: 'yes', save: '' } })
    expect(client.callSync('DBSIZE')).toBeGreaterThan(0)
    expect(storage.list()).toContain('appendonlydir/appendonly.aof')
  })
})
