/** The append only file: when it is written, what is loaded of it, how it is rewritten. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createClient } from '../../src/index.ts'
import { memoryStorage } from '../../src/storage/memory.ts'
import type { Storage } from '../../src/storage/storage.ts'
import { always, appended, appendedText, folder, idle, logged, names, open, persistence } from './folders.ts'

/** A storage that notes what is written and synced. */
function watched(): { storage: Storage; events: string[] } {
  const events: string[] = []
  const inner = memoryStorage()
  const storage: Storage = {
    acquire: () => inner.acquire(),
    release: () => inner.release(),
    rename: (from, to) => inner.rename(from, to),
    remove: (name) => inner.remove(name),
    list: () => inner.list(),
    syncNames: () => inner.syncNames(),
    open(name, mode) {
      const file = inner.open(name, mode)
      if (!name.endsWith('.incr.aof')) return file
      return {
        read: (position, into) => file.read(position, into),
        write(position, from) {
          events.push('write')
          return file.write(position, from)
        },
        sync: () => void events.push('sync'),
        truncate: (size) => file.truncate(size),
        size: () => file.size(),
        close: () => file.close(),
      }
    },
  }
  return { storage, events }
}

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
  const first = await open({ storage, config: always })
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

describe('a file that is damaged', () => {
  async function written(): Promise<string> {
    const directory = folder()
    const client = await open({ storage: directory, config: always })
    for (let i = 0; i < 10; i++) client.callSync('SET', `k:${i}`, 'value')
    await client.close()
    return directory
  }

  test('cut off at its end: what is whole is loaded, and the log says what was cut away', async () => {
    const directory = await written()
    const text = readFileSync(appended(directory))
    writeFileSync(appended(directory), text.subarray(0, text.length - 5))
    const { onLog, messages } = logged()
    const client = await open({ storage: directory, config: always, onLog })
    expect(client.callSync('DBSIZE')).toBe(9)
    expect(messages.join('\n')).toMatch(/Truncating the AOF .* at offset/)
    client.callSync('SET', 'more', 1)
    await client.close()
    expect((await open({ storage: directory, config: always })).callSync('DBSIZE')).toBe(10)
  })

  test('cut off, with aof-load-truncated no: refused, and left as it is', async () => {
    const directory = await written()
    const text = readFileSync(appended(directory))
    writeFileSync(appended(directory), text.subarray(0, text.length - 5))
    const config = { ...always, 'aof-load-truncated': 'no' }
    await expect(createClient({ storage: directory, config })).rejects.toMatchObject({
      code: 'ENGINE_START',
      message: expect.stringMatching(/Unexpected end of file reading the append only file/),
    })
    expect(readFileSync(appended(directory)).length).toBe(text.length - 5)
  })

  test('changed in its middle: refused with the engine’s own words', async () => {
    const directory = await written()
    const text = readFileSync(appended(directory))
    text.write('!', text.indexOf('*3', text.length / 2))
    writeFileSync(appended(directory), text)
    await expect(createClient({ storage: directory, config: always })).rejects.toThrow(
      /Bad file format reading the append only file/,
    )
  })

  test('gone, while the manifest names it: refused', async () => {
    const storage = memoryStorage()
    const client = await open({ storage, config: always })
    client.callSync('SET', 'k', 1)
    await client.close()
    storage.remove('appendonlydir/appendonly.aof.1.base.rdb')
    await expect(createClient({ storage, config: always })).rejects.toThrow(/appendonly\.aof\.1\.base\.rdb/)
  })
})

describe('a disk that fails', () => {
  /** A storage whose append only file cannot be written to, or not synced, from some moment on. */
  function failing(): { storage: Storage; fail: { write?: string; sync?: string } } {
    const { storage } = watched()
    const fail: { write?: string; sync?: string } = {}
    const check = (code: string | undefined) => {
      if (code) throw Object.assign(new Error(code), { code })
    }
    return {
      fail,
      storage: {
        ...storage,
        open(name, mode) {
          const file = storage.open(name, mode)
          return {
            read: (position, into) => file.read(position, into),
            truncate: (size) => file.truncate(size),
            size: () => file.size(),
            close: () => file.close(),
            write(position, from) {
              check(fail.write)
              return file.write(position, from)
            },
            sync() {
              check(fail.sync)
              file.sync()
            },
          }
        },
      },
    }
  }

  test.each([
    ['write', 'ENOSPC', /No space left/],
    ['sync', 'EIO', /I\/O error/],
  ] as const)('always: a failed %s ends the engine before the reply is seen', async (what, code, said) => {
    const { storage, fail } = failing()
    const client = await open({ storage, config: always })
    client.callSync('SET', 'k', 1)
    fail[what] = code
    await expect(client.call('SET', 'k', 2)).rejects.toMatchObject({
      code: 'ENGINE_CRASHED',
      message: expect.stringMatching(said),
    })
    fail[what] = undefined
    const next = await open({ storage, config: always })
    expect(['1', '2']).toContain(next.callSync('GET', 'k'))
  })

  test('everysec: writes are refused while the disk is full, and go on when it is not', async () => {
    const { storage, fail } = failing()
    const client = await open({ storage, config: { ...always, appendfsync: 'everysec' } })
    client.callSync('SET', 'a', 1)
    fail.write = 'ENOSPC'
    client.callSync('SET', 'b', 1) // its reply was on its way before the write
    expect(() => client.callSync('SET', 'c', 1)).toThrow(/MISCONF Errors writing to the AOF file: No space left/)
    expect(client.callSync('GET', 'a')).toBe('1')
    fail.write = undefined
    await expect.poll(() => persistence(client, 'aof_last_write_status'), { timeout: 5_000 }).toBe('ok')
    expect(client.callSync('SET', 'c', 1)).toBe('OK')
    await client.close()
    expect((await open({ storage, config: always })).callSync('MGET', 'a', 'b', 'c')).toEqual(['1', '1', '1'])
  })
})
