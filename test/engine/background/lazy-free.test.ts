import { describe, expect, it } from 'vitest'
import { type Client, createEngine } from '../../../src/index.ts'
import { openClient } from '../open.ts'
import { fill, info, openTimed, tick } from './work.ts'

/** More than one slice: those are of 20,000 entries, nodes and buckets while the clock stands still. */
const COUNT = 60_000
/** What a connection that was busy keeps for its next requests, in bytes, and a little more. */
const CONNECTION = 200_000

/** Makes a value of COUNT parts, its key is `big`. */
const values: Record<string, (client: Client) => void> = {
  list: (client) => {
    client.callSync('CONFIG', 'SET', 'list-max-listpack-size', 1)
    fillBy(client, (i) => ['RPUSH', 'big', ...range(i)])
  },
  set: (client) => fillBy(client, (i) => ['SADD', 'big', ...range(i, 'member')]),
  hash: (client) => fillBy(client, (i) => ['HSET', 'big', ...range(i).flatMap((field) => [field, 'value'])]),
  'hash whose fields expire': (client) => {
    fillBy(client, (i) => ['HSETEX', 'big', 'EX', 1000, 'FIELDS', 1000, ...range(i).flatMap((field) => [field, 'v'])])
  },
  'sorted set': (client) =>
    fillBy(client, (i) => ['ZADD', 'big', ...range(i).flatMap((score) => [score, `m${score}`])]),
  stream: (client) => {
    client.callSync('CONFIG', 'SET', 'stream-node-max-entries', 1)
    fill(client, COUNT, (i) => ['XADD', 'big', `${i + 1}-1`, 'field', 'value'])
  },
  'stream that a group has read': (client) => {
    fill(client, COUNT / 2, (i) => ['XADD', 'big', `${i + 1}-1`, 'field', 'value'])
    client.callSync('XGROUP', 'CREATE', 'big', 'group', 0)
    for (let i = 0; i < 3; i++) {
      client.callSync('XREADGROUP', 'GROUP', 'group', `consumer${i}`, 'COUNT', COUNT / 6, 'STREAMS', 'big', '>')
    }
  },
}

const range = (from: number, prefix = '') => Array.from({ length: 1000 }, (_, i) => `${prefix}${from + i}`)

function fillBy(client: Client, command: (from: number) => (string | number)[]): void {
  for (let i = 0; i < COUNT; i += 1000) client.callSync(...(command(i) as [string]))
}

const openFrozen = (options?: Parameters<typeof openTimed>[1]) => openTimed({ at: 1_000_000, step: 0 }, options)

describe('a large value that is deleted', () => {
  it.each(Object.keys(values))('%s: gone at once, its memory comes back in slices', async (kind) => {
    const client = await openFrozen()
    const empty = info(client, 'used_memory')
    values[kind](client)
    const full = info(client, 'used_memory')
    const freed = info(client, 'lazyfreed_objects')

    expect(client.callSync('UNLINK', 'big')).toBe(1)
    expect(client.callSync('EXISTS', 'big')).toBe(0)
    expect(info(client, 'lazyfree_pending_objects')).toBe(1)

    const used = [full]
    while (info(client, 'lazyfree_pending_objects') > 0) {
      tick(client)
      used.push(info(client, 'used_memory'))
      expect(used.length, 'slices').toBeLessThan(100)
    }
    // What the command itself freed, and each slice after it, is a part.
    const shares = used.slice(1).map((bytes, i) => (used[i] - bytes) / (full - empty))
    expect(shares.length).toBeGreaterThan(1)
    expect(Math.max(...shares)).toBeLessThan(0.75)
    expect(info(client, 'used_memory')).toBeLessThan(empty + CONNECTION)
    expect(info(client, 'lazyfreed_objects')).toBe(freed + 1)
  })

  it.each([
    ['DEL', ['DEL', 'big']],
    ['SET', ['SET', 'big', 'v']],
    ['RENAME', ['RENAME', 'other', 'big']],
    ['EXPIRE in the past', ['EXPIRE', 'big', -1]],
  ] as [string, (string | number)[]][])('waits for its turn after %s, too', async (_, command) => {
    const client = await openFrozen()
    client.callSync('SET', 'other', 'v')
    values.set(client)
    client.callSync(...(command as [string]))
    expect(info(client, 'lazyfree_pending_objects')).toBe(1)
    for (let i = 0; i < 20; i++) tick(client)
    expect(info(client, 'lazyfree_pending_objects')).toBe(0)
  })

  it('is freed at once when it is small', async () => {
    const client = await openFrozen()
    const add = () => client.callSync('SADD', 'key', ...range(0, 'member').slice(0, 300))
    const remove = () => client.callSync('UNLINK', 'key')
    const used = [add, remove, add, remove].map((act) => {
      act()
      return info(client, 'used_memory')
    })
    expect(info(client, 'lazyfree_pending_objects')).toBe(0)
    expect(info(client, 'lazyfreed_objects')).toBe(2)
    expect(used[3]).toBeLessThan(used[2] - 300 * 16)
  })

  it('is freed by the engine itself while nobody calls', async () => {
    const client = await openClient()
    values.hash(client)
    await client.call('UNLINK', 'big')
    await expect.poll(() => info(client, 'lazyfree_pending_objects'), { timeout: 10_000 }).toBe(0)
  })

  it('is freed under calls that never give way', async () => {
    const client = await openClient()
    values.hash(client)
    client.callSync('UNLINK', 'big')
    const end = performance.now() + 10_000
    while (info(client, 'lazyfree_pending_objects') > 0 && performance.now() < end);
    expect(info(client, 'lazyfree_pending_objects')).toBe(0)
  })

  it('does not outlive its engine', async () => {
    const engine = await createEngine()
    const client = engine.connect()
    values.set(client)
    client.callSync('UNLINK', 'big')
    await engine.close()
    expect(engine.closed).toBe(true)
    const other = await openClient()
    expect(await other.call('PING')).toBe('PONG')
  })
})

describe('FLUSHALL ASYNC', () => {
  it('empties all databases at once and counts keys as they are freed', async () => {
    const client = await openFrozen()
    const empty = info(client, 'used_memory')
    fill(client, 30_000, (i) => ['SET', `key:${i}`, 'value', 'EX', 1000])
    values.hash(client)
    client.callSync('SELECT', 3)
    fill(client, 30_000, (i) => ['SET', `key:${i}`, 'value'])
    client.callSync('FLUSHALL', 'ASYNC')
    expect(client.callSync('DBSIZE')).toBe(0)

    const used = [info(client, 'used_memory')]
    const pending = [info(client, 'lazyfree_pending_objects')]
    expect(pending[0]).toBeGreaterThan(50_000)
    // Those that go with the command itself have been counted already.
    expect(pending[0] + info(client, 'lazyfreed_objects')).toBe(60_001)
    while (pending.at(-1)) {
      tick(client)
      used.push(info(client, 'used_memory'))
      pending.push(info(client, 'lazyfree_pending_objects'))
      expect(pending.length, 'slices').toBeLessThan(100)
    }
    expect(pending.length).toBeGreaterThan(4)
    // The hash, as large as all keys of a database, does not go in one piece either.
    const shares = used.slice(1).map((bytes, i) => (used[i] - bytes) / (used[0] - empty))
    expect(Math.max(...shares)).toBeLessThan(0.4)
    expect(pending).toEqual([...pending].sort((a, b) => b - a))
    expect(info(client, 'lazyfreed_objects')).toBe(60_001)
    expect(info(client, 'used_memory')).toBeLessThan(empty + CONNECTION)
  })

  it('leaves keys alone that are made while the old ones wait', async () => {
    const client = await openFrozen()
    fill(client, 50_000, (i) => ['SET', `key:${i}`, 'old'])
    client.callSync('FLUSHALL', 'ASYNC')
    fill(client, 1000, (i) => ['SET', `key:${i}`, 'new'])
    for (let i = 0; i < 50; i++) tick(client)
    expect(info(client, 'lazyfree_pending_objects')).toBe(0)
    expect(client.callSync('DBSIZE')).toBe(1000)
    expect(client.callSync('MGET', 'key:0', 'key:999')).toEqual(['new', 'new'])
  })

  it('makes room for what comes after it, in time', async () => {
    const client = await openFrozen({ maxmemory: '8mb' })
    const load = () => fill(client, 40, (i) => ['SADD', `set:${i}`, ...range(i * 1000, 'member:').slice(0, 900)])
    load()
    const used = info(client, 'used_memory')
    client.callSync('CONFIG', 'SET', 'maxmemory', Math.round(used * 1.2))
    for (let i = 0; i < 5; i++) {
      client.callSync('FLUSHALL', 'ASYNC')
      load()
    }
    expect(client.callSync('DBSIZE')).toBe(40)
    expect(info(client, 'used_memory')).toBeLessThan(used * 1.25)
  })
})

describe('eviction of a large value', () => {
  it('gives room as it is freed, and nothing else is evicted for it', async () => {
    const client = await openFrozen({ maxmemory: '64mb', maxmemoryPolicy: 'volatile-ttl' })
    values.set(client)
    client.callSync('EXPIRE', 'big', 100)
    fill(client, 30, (i) => ['SET', `key:${i}`, 'value', 'EX', 100_000])
    client.callSync('CONFIG', 'SET', 'maxmemory-samples', 64) // so the set is the one that goes first
    client.callSync('CONFIG', 'SET', 'maxmemory', info(client, 'used_memory') + 10_000)
    fill(client, 1000, (i) => ['SET', `new:${i}`, 'x'.repeat(500)])
    expect(client.callSync('EXISTS', 'big')).toBe(0)
    expect(info(client, 'evicted_keys')).toBe(1)
    expect(info(client, 'used_memory')).toBeLessThan(info(client, 'maxmemory') + 10_000)
  })

  it('refuses no command while memory only waits to be freed', async () => {
    const client = await openFrozen({ maxmemory: '64mb', maxmemoryPolicy: 'volatile-ttl' })
    values.set(client)
    client.callSync('EXPIRE', 'big', 1000)
    client.callSync('CONFIG', 'SET', 'maxmemory', info(client, 'used_memory') + 10_000)
    // Only the set may be evicted: all of these need what it gives back.
    fill(client, 2000, (i) => ['SET', `new:${i}`, 'x'.repeat(500)])
    expect(client.callSync('DBSIZE')).toBe(2000)
    expect(info(client, 'evicted_keys')).toBe(1)
  })
})

describe('what else is freed lazily', () => {
  it('scripts: counted as they go', async () => {
    const client = await openFrozen()
    fill(client, 2000, (i) => ['SCRIPT', 'LOAD', `return ${i}`])
    client.callSync('SCRIPT', 'FLUSH', 'ASYNC')
    for (let i = 0; i < 10; i++) tick(client)
    expect(info(client, 'lazyfree_pending_objects')).toBe(0)
    expect(info(client, 'lazyfreed_objects')).toBe(2000)
    expect(info(client, 'number_of_cached_scripts')).toBe(0)
    expect(client.callSync('EVAL', 'return 7', 0)).toBe(7)
  })

  it('the table of a client that tracks keys', async () => {
    const client = await openFrozen()
    client.callSync('CLIENT', 'TRACKING', 'ON')
    fill(client, 2000, (i) => ['GET', `key:${i}`])
    expect(info(client, 'tracking_total_keys')).toBe(2000)
    client.callSync('FLUSHALL', 'ASYNC')
    for (let i = 0; i < 10; i++) tick(client)
    expect(info(client, 'lazyfree_pending_objects')).toBe(0)
    expect(info(client, 'lazyfreed_objects')).toBe(2000)
    expect(info(client, 'tracking_total_keys')).toBe(0)
  })

  it('functions', async () => {
    const client = await openFrozen()
    const functions = range(0, 'f').slice(0, 200)
    const code = functions.map((name) => `server.register_function('${name}', function() return 1 end)`)
    client.callSync('FUNCTION', 'LOAD', `#!lua name=lib\n${code.join('\n')}`)
    client.callSync('FUNCTION', 'FLUSH', 'ASYNC')
    for (let i = 0; i < 10; i++) tick(client)
    expect(info(client, 'lazyfree_pending_objects')).toBe(0)
    expect(info(client, 'lazyfreed_objects')).toBe(200)
  })
})
