/** With `appendfsync everysec` a thread waits for the disk, and nobody else does: by the rules that a server has for it. */
import { describe, expect, test } from 'vitest'
import { type Client, createClient } from '../../src/index.ts'
import { memoryStorage } from '../../src/storage/memory.ts'
import type { Storage } from '../../src/storage/storage.ts'
import { always, appendedText, folder, open, persistence } from './folders.ts'

const everysec = { ...always, appendfsync: 'everysec' }

/** A storage whose syncs in the background end when the test says so; `sync` itself is noted. */
function held(): { storage: Storage; pending: ((error?: Error) => void)[]; syncs: string[] } {
  const pending: ((error?: Error) => void)[] = []
  const syncs: string[] = []
  const inner = memoryStorage()
  const storage: Storage = Object.assign(Object.create(inner), {
    open(name: string, mode: 'read') {
      const file = inner.open(name, mode)
      return {
        read: file.read.bind(file),
        write: file.write.bind(file),
        truncate: file.truncate.bind(file),
        size: file.size.bind(file),
        close: file.close.bind(file),
        sync: () => void syncs.push(name),
        syncLater: (done: (error?: Error) => void) => void pending.push(done),
      }
    },
  })
  return { storage, pending, syncs }
}

async function begun(client: Client): Promise<void> {
  await expect.poll(() => persistence(client, 'aof_pending_bio_fsync'), { timeout: 5_000 }).toBe('1')
}

test('a directory is synced in the background, within a second or two', async () => {
  const directory = folder()
  const client = await open({ storage: directory, config: everysec })
  client.callSync('SET', 'k', 'v')
  await begun(client)
  await expect.poll(() => persistence(client, 'aof_pending_bio_fsync'), { interval: 1 }).toBe('0')
  expect(appendedText(directory)).toContain('k')
})

describe('while a sync goes on', () => {
  test('commands are answered, and their writing waits for it', async () => {
    const { storage, pending, syncs } = held()
    const client = await open({ storage, config: everysec })
    client.callSync('SET', 'a', 1)
    await begun(client)
    const before = syncs.length
    client.callSync('SET', 'b', 2)
    expect(client.callSync('GET', 'b')).toBe('2')
    expect(Number(persistence(client, 'aof_buffer_length'))).toBeGreaterThan(0)
    pending[0]()
    await expect.poll(() => persistence(client, 'aof_buffer_length')).toBe('0')
    expect([syncs.length, persistence(client, 'aof_delayed_fsync')]).toEqual([before, '0'])
  })

  test('for two seconds at most: then they are written, and that counts as delayed', async () => {
    const { storage } = held()
    const client = await createClient({ storage, config: everysec, clock: 'manual' })
    client.callSync('SET', 'a', 1)
    await client.engine.clock.advance(1_100)
    expect(persistence(client, 'aof_pending_bio_fsync')).toBe('1')
    client.callSync('SET', 'b', 2)
    await client.engine.clock.advance(1_800)
    expect(persistence(client, 'aof_delayed_fsync')).toBe('0')
    await client.engine.clock.advance(300)
    expect(persistence(client, 'aof_delayed_fsync')).toBe('1')
    expect(persistence(client, 'aof_buffer_length')).toBe('0')
    await client.close()
  })

  test('WAITAOF waits for its end', async () => {
    const { storage, pending } = held()
    const client = await open({ storage, config: everysec })
    const writer = client.duplicate()
    await writer.set('k', 1)
    const safe = writer.call('WAITAOF', 1, 0, 0)
    let isSafe = false
    void safe.then(() => {
      isSafe = true
    })
    await begun(client)
    await client.ping()
    expect(isSafe).toBe(false)
    pending[0]()
    expect(await safe).toEqual([1, 0])
  })

  test('closing the engine syncs there and then', async () => {
    const { storage, syncs, pending } = held()
    const client = await open({ storage, config: everysec })
    client.callSync('SET', 'a', 1)
    await begun(client)
    client.callSync('SET', 'b', 2)
    const before = syncs.length
    await client.close()
    expect(syncs.length).toBeGreaterThan(before)
    pending[0]() // too late to matter
    const next = await open({ storage, config: always })
    expect(next.callSync('MGET', 'a', 'b')).toEqual(['1', '2'])
  })

  test('a rewrite begins another file, and the old one’s sync does not count for it', async () => {
    const { storage, pending } = held()
    const client = await open({ storage, config: everysec })
    client.callSync('SET', 'a', 1)
    await begun(client)
    client.callSync('BGREWRITEAOF')
    expect(persistence(client, 'aof_pending_bio_fsync')).toBe('0')
    pending[0](Object.assign(new Error('gone'), { code: 'EIO' }))
    expect(client.callSync('SET', 'b', 2)).toBe('OK')
  })

  test('a caller who never gives way does not keep the file from being written and synced', async () => {
    const { storage, syncs } = held()
    const client = await open({ storage, config: everysec })
    client.callSync('SET', 'a', 1)
    const before = syncs.length
    const start = performance.now()
    while (performance.now() - start < 1_600) client.callSync('INCR', 'n')
    expect(syncs.length).toBeGreaterThan(before)
    expect(Number(persistence(client, 'aof_buffer_length'))).toBe(0)
  })
})

test('one that fails refuses writes, until the file was written anew', async () => {
  const { storage, pending } = held()
  const client = await open({ storage, config: everysec })
  client.callSync('SET', 'k', 1)
  await begun(client)
  pending[0](Object.assign(new Error('broken'), { code: 'EIO' }))
  expect(() => client.callSync('SET', 'k', 2)).toThrow(/MISCONF Errors writing to the AOF file: I\/O error/)
  expect(persistence(client, 'aof_last_write_status')).toBe('err')
  client.callSync('BGREWRITEAOF')
  expect(client.callSync('SET', 'k', 3)).toBe('OK')
})

test('a slow disk, as a fault, holds nobody up', async () => {
  const client = await open({ storage: memoryStorage(), config: everysec })
  client.engine.faults.add({ storage: 'sync', latency: 700, times: 1 })
  client.callSync('SET', 'k', 1)
  let longest = 0
  for (let last = performance.now(); persistence(client, 'aof_pending_bio_fsync') === '0'; ) {
    await new Promise((resolve) => setImmediate(resolve))
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }
  expect(longest).toBeLessThan(500)
  await expect.poll(() => persistence(client, 'aof_pending_bio_fsync')).toBe('0')
})
