/**
 * The machine loses its power: of each file there is what was synced, under the names that were synced, and of what was
 * written since any beginning may be there as well. That is less than any real disk would leave.
 */
import { expect, test, vi } from 'vitest'
import { createClient } from '../../src/index.ts'
import { type MemoryStorage, memoryStorage } from '../../src/storage/memory.ts'
import type { Storage, StorageFile } from '../../src/storage/storage.ts'
import { always, idle } from './folders.ts'

interface Content {
  now: Uint8Array
  synced: Uint8Array
}

/** Files whose synced part is kept apart. */
class FragileStorage implements Storage {
  private files = new Map<string, Content>()
  private syncedNames = new Map<string, Content>()

  acquire(): void {}
  release(): void {}

  open(name: string, mode: string): StorageFile {
    let file = this.files.get(name)
    if (!file && (mode === 'read' || mode === 'write')) throw Object.assign(new Error(name), { code: 'ENOENT' })
    if (!file || mode === 'replace') {
      file = { now: new Uint8Array(0), synced: file?.synced ?? new Uint8Array(0) }
      this.files.set(name, file)
    }
    const content = file
    return {
      read(position, into) {
        const part = content.now.subarray(position, position + into.length)
        into.set(part)
        return part.length
      },
      write(position, from) {
        const grown = new Uint8Array(Math.max(content.now.length, position + from.length))
        grown.set(content.now)
        grown.set(from, position)
        content.now = grown
        return from.length
      },
      sync() {
        content.synced = content.now.slice()
      },
      truncate(size) {
        content.now = content.now.slice(0, size)
      },
      size: () => content.now.length,
      close() {},
    }
  }

  rename(from: string, to: string): void {
    const file = this.files.get(from)
    if (!file) throw Object.assign(new Error(from), { code: 'ENOENT' })
    this.files.delete(from)
    this.files.set(to, file)
  }

  remove(name: string): void {
    if (!this.files.delete(name)) throw Object.assign(new Error(name), { code: 'ENOENT' })
  }

  list(): string[] {
    return [...this.files.keys()]
  }

  syncNames(): void {
    this.syncedNames = new Map(this.files)
  }

  /** What is there after a loss of power at this moment: `luck` of what was written and not synced, from 0 to 1. */
  afterLoss(luck: number): MemoryStorage {
    const left = new Map<string, Uint8Array>()
    for (const [name, { now, synced }] of this.syncedNames) {
      const isLonger =
        now.length > synced.length && now.subarray(0, synced.length).every((byte, i) => byte === synced[i])
      const more = isLonger ? Math.floor((now.length - synced.length) * luck) : 0
      left.set(name, isLonger ? now.slice(0, synced.length + more) : synced)
    }
    return memoryStorage(Object.fromEntries(left))
  }
}

test('appendfsync always: 300 losses, and every acknowledged write is there', async () => {
  const storage = new FragileStorage()
  const client = await createClient({ storage, config: always })
  for (let i = 1; i <= 300; i++) {
    client.callSync('SET', `k:${i}`, 'x'.repeat(i % 50))
    await client.multi().set('a', i).set('b', i).exec()
    if (i % 40 === 0) client.callSync('BGREWRITEAOF')
    if (i % 3 === 0) await new Promise((resolve) => setImmediate(resolve))
    if (i % 40 === 20) await idle(client)
    const luck = i % 2 === 0 ? 0 : Math.random()
    const after = await createClient({ storage: storage.afterLoss(luck), config: always })
    expect(after.callSync('MGET', 'a', 'b')).toEqual([String(i), String(i)])
    expect(after.callSync('DBSIZE')).toBe(i + 2)
    await after.close()
  }
  await client.close()
}, 60_000)

test('appendfsync everysec: nothing is lost that is older than two seconds', async () => {
  const storage = new FragileStorage()
  const client = await createClient({ storage, clock: 'manual', config: { ...always, appendfsync: 'everysec' } })
  const { clock } = client.engine
  const times: number[] = []
  let losses = 0
  for (let i = 1; i <= 1000; i++) {
    client.callSync('RPUSH', 'l', i)
    times.push(clock.now)
    await clock.advance(7)
    if (i % 50 !== 0) continue
    const after = await createClient({ storage: storage.afterLoss(0), config: always })
    const kept = after.callSync<number>('LLEN', 'l')
    expect(kept).toBeGreaterThanOrEqual(times.filter((time) => time < clock.now - 2_000).length)
    if (kept < i) losses++
    await after.close()
  }
  expect(losses).toBeGreaterThan(10)
  await client.close()
}, 60_000)

test('a dump that is being written when the power goes leaves the one before it', async () => {
  const storage = new FragileStorage()
  const client = await createClient({ storage, config: { save: '' } })
  client.callSync('SET', 'k', 'first')
  client.callSync('SAVE')
  client.callSync('SET', 'k', 'second')
  const rename = vi.spyOn(storage, 'rename').mockImplementation(() => {
    throw Object.assign(new Error('no'), { code: 'EIO' })
  })
  expect(() => client.callSync('SAVE')).toThrow()
  rename.mockRestore()
  const after = await createClient({ storage: storage.afterLoss(1) })
  expect(after.callSync('GET', 'k')).toBe('first')
  await after.close()
  await client.close()
})
