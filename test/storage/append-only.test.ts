import { readdirSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { memoryStorage } from '../../src/storage/memory.ts'
import { always, appendedText, folder, idle, names, open, persistence } from './folders.ts'
import { watched } from './watched.ts'

describe('appendfsync', () => {
  test('always: written and synced before any reply can be seen, whichever way the call came', async () => {
    const { storage, events } = watched()
    const client = await open({ storage, config: always })
    const since = () => events.splice(0)
    since()
    client.callSync('SET', 'k', 1)
    expect(since()).toEqual(['write', 'sync'])
    await client.call('SET', 'k', 2)
    expect(since()).toEqual(['write', 'sync'])
    await client.pipeline([
      ['SET', 'k', 3],
      ['INCR', 'k'],
    ])
    expect(since()).toEqual(['write', 'sync'])
    await client.multi().set('a', 1).set('b', 2).exec()
    expect(since()).toEqual(['write', 'sync'])
    await client.callRaw('SET', 'k', 'x'.repeat(100_000))
    expect(since()).toEqual(['write', 'sync'])
    client.callSync('EVAL', "redis.call('SET', 'k', 'y'); return redis.call('GET', 'k')", 0)
    expect(since()).toEqual(['write', 'sync'])
    client.callSync('GET', 'k')
    expect(since()).toEqual([])
  })

  test('always: what wakes a call that waits is synced before it is answered', async () => {
    const { storage, events } = watched()
    const client = await open({ storage, config: always })
    const waiting = client.duplicate()
    const popped = waiting.call('BLMOVE', 'from', 'to', 'LEFT', 'RIGHT', 0)
    await client.call('PING')
    events.length = 0
    let seen: string[] | undefined
    void popped.then(() => {
      seen = [...events]
    })
    await client.call('RPUSH', 'from', 'x')
    expect(await popped).toBe('x')
    expect(seen?.at(-1)).toBe('sync')
  })

  test('everysec: written at once, synced within a second or two', async () => {
    const { storage, events } = watched()
    const client = await open({ storage, config: { ...always, appendfsync: 'everysec' } })
    events.length = 0
    client.callSync('SET', 'k', 1)
    expect(events[0]).toBe('write')
    const started = performance.now()
    await expect.poll(() => events, { timeout: 5_000, interval: 20 }).toContain('sync')
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  test('no: written at once, and synced when the engine is closed', async () => {
    const { storage, events } = watched()
    const client = await open({ storage, config: { ...always, appendfsync: 'no' } })
    events.length = 0
    client.callSync('SET', 'k', 1)
    expect(events).toEqual(['write'])
    await client.close()
    expect(events.at(-1)).toBe('sync')
  })
})

test('what is in the file is there again: keys, databases, times, scripts, streams', async () => {
  const directory = folder()
  const client = await open({ storage: directory, config: always })
  client.callSync('SET', 'k', 'v', 'PX', 1_000_000)
  client.callSync('SELECT', 2)
  client.callSync('EVAL', "redis.call('RPUSH', KEYS[1], 'a', 'b')", 1, 'l')
  client.callSync('XADD', 's', '*', 'f', 'v')
  client.callSync('XGROUP', 'CREATE', 's', 'g', 0)
  client.callSync('FUNCTION', 'LOAD', "#!lua name=lib\nredis.register_function('one', function() return 1 end)")
  const stream = client.callSync('XRANGE', 's', '-', '+')
  await client.close()
  const next = await open({ storage: directory, config: always })
  expect(next.callSync('PTTL', 'k')).toBeGreaterThan(900_000)
  next.callSync('SELECT', 2)
  expect(next.callSync('LRANGE', 'l', 0, -1)).toEqual(['a', 'b'])
  expect(next.callSync('XRANGE', 's', '-', '+')).toEqual(stream)
  expect(next.callSync('FCALL', 'one', 0)).toBe(1)
})

test('an engine that was never closed has lost nothing that it wrote', async () => {
  const storage = memoryStorage()
  const client = await open({ storage, config: always })
  client.callSync('SET', 'k', 'v')
  // As after a crash of the process: the files as they are now.
  const files = Object.fromEntries(storage.list().map((name) => [name, storage.read(name)]))
  const next = await open({ storage: memoryStorage(files), config: always })
  expect(next.callSync('GET', 'k')).toBe('v')
})

test('what has expired while no engine was there is removed as soon as there is one', async () => {
  const storage = memoryStorage()
  const first = await open({ storage, config: always, clock: 'manual' })
  first.engine.clock.set(Date.now() - 60_000)
  first.callSync('SET', 'k', 'v', 'PX', 1)
  first.callSync('HSET', 'h', 'kept', 1, 'f', 2)
  first.callSync('HPEXPIRE', 'h', 1, 'FIELDS', 1, 'f')
  await first.close()
  const second = await open({ storage, config: always, clock: 'manual' })
  await second.engine.clock.advance(10)
  expect(second.callSync('INFO', 'stats')).toMatch(/expired_keys:1\r\n(.*\r\n)*expired_fields:1\r\n/)
})

describe('BGREWRITEAOF', () => {
  test.each(['yes', 'no'])(
    'with a preamble (%s), while writes go on: nothing is lost, the manifest names the new parts',
    async (preamble) => {
      const directory = folder()
      const config = { ...always, appendfsync: 'everysec', 'aof-use-rdb-preamble': preamble }
      const client = await open({ storage: directory, config })
      for (let i = 0; i < 5_000; i++) client.callSync('INCR', `k:${i % 100}`)
      expect(client.callSync('BGREWRITEAOF')).toBe('Background append only file rewriting started')
      expect(persistence(client, 'aof_rewrite_in_progress')).toBe('1')
      for (let i = 0; i < 50; i++) client.callSync('INCR', `k:${i}`)
      await idle(client)
      expect(persistence(client, 'aof_last_bgrewrite_status')).toBe('ok')
      client.callSync('SET', 'after', 1)
      const parts = names(join(directory, 'appendonlydir'))
      const base = preamble === 'yes' ? 'appendonly.aof.2.base.rdb' : 'appendonly.aof.2.base.aof'
      expect(parts).toEqual([base, 'appendonly.aof.2.incr.aof', 'appendonly.aof.manifest'])
      await client.close()
      const next = await open({ storage: directory, config })
      expect(next.callSync('DBSIZE')).toBe(101)
      expect(next.callSync('MGET', 'k:0', 'k:99', 'after')).toEqual(['51', '50', '1'])
    },
  )

  test.skipIf(process.platform !== 'linux')('the file it replaces is gone from the disk, too', async () => {
    const client = await open({ storage: folder(), config: always })
    for (let i = 0; i < 3; i++) {
      client.callSync('BGREWRITEAOF')
      await idle(client)
    }
    await expect.poll(removedButOpen, { timeout: 10_000 }).toEqual([])
  })

  test('begins by itself when the file has grown', async () => {
    const storage = memoryStorage()
    const client = await open({ storage, config: { ...always, 'auto-aof-rewrite-min-size': '16kb' } })
    client.callSync('CONFIG', 'SET', 'auto-aof-rewrite-percentage', 100)
    for (let i = 0; i < 1000; i++) client.callSync('SET', 'k', 'x'.repeat(50))
    await expect.poll(() => storage.list(), { timeout: 10_000 }).toContain('appendonlydir/appendonly.aof.2.base.rdb')
    await idle(client)
    expect(storage.list()).not.toContain('appendonlydir/appendonly.aof.1.incr.aof')
  })
})

/** Files of append-only logs that have no name any more, which this process has open. */
function removedButOpen(): string[] {
  const open = readdirSync('/proc/self/fd').map((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`)
    } catch {
      return '' // it was the one that lists this folder
    }
  })
  return open.filter((file) => /appendonlydir.* \(deleted\)$/.test(file))
}

describe('turned on and off while the engine runs', () => {
  test('CONFIG SET appendonly yes begins a file with all there is', async () => {
    const directory = folder()
    const client = await open({ storage: directory, config: { save: '' } })
    client.callSync('SET', 'before', 1)
    expect(client.callSync('CONFIG', 'SET', 'appendonly', 'yes')).toBe('OK')
    client.callSync('SET', 'after', 1)
    await client.close()
    const next = await open({ storage: directory, config: always })
    expect(next.callSync('MGET', 'before', 'after')).toEqual(['1', '1'])
    next.callSync('CONFIG', 'SET', 'appendonly', 'no')
    next.callSync('SET', 'k', 1)
    expect(appendedText(directory)).not.toContain('$1\r\nk\r\n')
  })

  test('a dump that was there is what the file begins with', async () => {
    const storage = memoryStorage()
    const client = await open({ storage })
    client.callSync('SET', 'k', 'v')
    await client.close()
    const next = await open({ storage, config: always })
    expect(next.callSync('GET', 'k')).toBe('v')
    await next.close()
    expect((await open({ storage, config: always })).callSync('GET', 'k')).toBe('v')
  })
})
