/** Disks that are full, slow or broken, on purpose: what the engine makes of them is what a server makes of them. */
import { describe, expect, it, test } from 'vitest'
import { createClient, createEngine, type StorageFaultRule } from '../../../src/index.ts'
import { memoryStorage } from '../../../src/storage/memory.ts'
import { always, folder, idle, logged, open, persistence } from '../../storage/folders.ts'
import { openBetween } from '../open.ts'

const everysec = { ...always, appendfsync: 'everysec' }
const noSaves = { save: '' }

describe('appendfsync always: what cannot be kept is not acknowledged', () => {
  it.each<[string, StorageFaultRule, RegExp]>([
    ['a full disk', { storage: 'write', error: 'ENOSPC' }, /No space left on device/],
    [
      'a disk that becomes full amid a command',
      { storage: 'write', space: 20 },
      /Short write while writing to the AOF/,
    ],
    ['a torn write', { storage: 'write', torn: 0.5 }, /Short write while writing to the AOF file/],
    ['an fsync that fails', { storage: 'sync', error: 'EIO' }, /I\/O error/],
  ])('%s ends the engine, and the next one has all that was acknowledged', async (_, rule, said) => {
    const storage = memoryStorage()
    const client = await open({ storage, config: always })
    await client.set('a', 'acknowledged')
    client.engine.faults.add(rule)
    await expect(client.set('b', 'x'.repeat(100))).rejects.toMatchObject({
      code: 'ENGINE_CRASHED',
      message: expect.stringMatching(said),
    })
    const next = await open({ storage, config: always })
    expect(await next.get('a')).toBe('acknowledged')
    expect([null, 'x'.repeat(100)]).toContain(await next.get('b'))
  })

  it('a torn write that could not be cut off either is cut off when it is loaded', async () => {
    const storage = memoryStorage()
    const client = await open({ storage, config: always })
    await client.set('a', 'acknowledged')
    client.engine.faults.add({ storage: 'write', torn: 0.5 })
    client.engine.faults.add({ storage: 'truncate', error: 'EIO' })
    await expect(client.set('b', 'half')).rejects.toThrow(/Short write/)
    expect(text(storage.read('appendonlydir/appendonly.aof.1.incr.aof'))).toMatch(/\$1\r\nb?/)
    const { onLog, messages } = logged()
    const next = await open({ storage, config: always, onLog })
    expect(await next.call('KEYS', '*')).toEqual(['a'])
    expect(messages.join('\n')).toMatch(/Truncating the AOF .* at offset/)
  })
})

describe('appendfsync everysec: writes are refused until the disk takes them again', () => {
  it.each<[string, StorageFaultRule]>([
    ['full', { storage: 'write', error: 'ENOSPC', file: '*.incr.aof' }],
    ['full amid a command', { storage: 'write', space: 5 }],
    ['torn', { storage: 'write', torn: 0.3 }],
  ])('%s', async (_, rule) => {
    const storage = memoryStorage()
    const client = await open({ storage, config: everysec })
    await client.set('a', 1)
    const fault = client.engine.faults.add(rule)
    await client.set('b', 1) // its reply was on its way before the write
    await expect(client.set('c', 1)).rejects.toThrow(/MISCONF Errors writing to the AOF file/)
    expect(await client.get('a')).toBe('1')
    fault.remove()
    await expect.poll(() => persistence(client, 'aof_last_write_status'), { timeout: 5_000 }).toBe('ok')
    await client.set('c', 1)
    await client.close()
    const next = await open({ storage, config: always })
    expect(await next.call('MGET', 'a', 'b', 'c')).toEqual(['1', '1', '1'])
  })

  it('after a failed fsync, of which nobody knows what it has kept, until the file was written anew', async () => {
    const storage = memoryStorage()
    const client = await open({ storage, config: everysec })
    const fault = client.engine.faults.add({ storage: 'sync', error: 'EIO', times: 1 })
    const tried = () => client.set('k', 1).catch((error: Error) => error.message)
    await expect.poll(tried, { timeout: 5_000 }).toMatch(/MISCONF Errors writing to the AOF file: I\/O error/)
    expect([fault.hits, persistence(client, 'aof_last_write_status')]).toEqual([1, 'err'])
    await client.call('BGREWRITEAOF')
    await idle(client)
    expect(await tried()).toBe('OK')
  })
})

describe('saving', () => {
  it.each<[string, StorageFaultRule]>([
    ['open', { storage: 'open', error: 'EACCES', file: 'temp-*.rdb' }],
    ['write', { storage: 'write', error: 'ENOSPC', file: 'temp-*.rdb' }],
    ['a torn write', { storage: 'write', torn: 0.9 }],
    ['fsync', { storage: 'sync', error: 'EIO' }],
    ['rename', { storage: 'rename', error: 'EIO', file: 'dump.rdb' }],
    ['the folder’s fsync', { storage: 'sync', error: 'EIO', file: '.' }],
  ])('fails with %s, by SAVE and by BGSAVE, and the dump before it stays or the new one is whole', async (_, rule) => {
    const directory = folder()
    const client = await open({ storage: directory, config: noSaves })
    await client.set('k', 'first')
    await client.call('SAVE')
    await client.set('k', 'second')
    const fault = client.engine.faults.add(rule)
    await expect(client.call('SAVE')).rejects.toThrow('ERR')
    await client.call('BGSAVE')
    await idle(client)
    expect(persistence(client, 'rdb_last_bgsave_status')).toBe('err')
    expect(fault.hits).toBe(2)
    await client.call('SHUTDOWN', 'NOSAVE')
    const next = await open({ storage: directory, config: noSaves })
    expect(['first', 'second']).toContain(await next.get('k'))
  })

  it('an AOF rewrite that fails leaves the file that there was', async () => {
    const storage = memoryStorage()
    const client = await open({ storage, config: always })
    await client.set('k', 1)
    const fault = client.engine.faults.add({ storage: 'write', error: 'ENOSPC', file: 'temp-rewriteaof*' })
    await client.call('BGREWRITEAOF')
    await idle(client)
    expect(persistence(client, 'aof_last_bgrewrite_status')).toBe('err')
    await client.set('l', 2)
    fault.remove()
    await client.close()
    expect(await (await open({ storage, config: always })).call('MGET', 'k', 'l')).toEqual(['1', '2'])
  })

  it('close() says why it cannot save, and leaves the engine open', async () => {
    const storage = memoryStorage()
    const engine = await createEngine({ storage })
    const client = engine.connect()
    await client.set('k', 1)
    engine.faults.add({ storage: 'write', error: 'ENOSPC', times: 1 })
    await expect(engine.close()).rejects.toThrow(/No space left on device/)
    expect(await client.get('k')).toBe('1')
    await engine.close()
    expect(await (await open({ storage })).get('k')).toBe('1')
  })
})

it('a disk has room for so many bytes, and again for what was removed', async () => {
  const storage = memoryStorage()
  const client = await open({ storage, config: noSaves })
  const fault = client.engine.faults.add({ storage: 'write', space: 2_000 })
  await client.set('k', 'x')
  await client.call('SAVE')
  await client.call('SAVE') // the one before it lies there meanwhile
  await client.set('k', incompressible(1_500))
  await client.call('SAVE')
  await expect(client.call('SAVE')).rejects.toThrow('ERR') // twice as much is too much
  expect(fault.hits).toBe(1)
  await client.set('k', 'x')
  await client.call('SAVE')
  expect(storage.list()).toEqual(['dump.rdb'])
})

it('a slow fsync holds the engine up, as a disk does', async () => {
  const client = await open({ storage: memoryStorage(), config: always })
  const fault = client.engine.faults.add({ storage: 'sync', latency: 60, times: 1 })
  const start = performance.now()
  client.callSync('SET', 'k', 1)
  expect(performance.now() - start).toBeGreaterThanOrEqual(59)
  expect([fault.hits, client.engine.faults.list()]).toEqual([1, []])
})

describe('rules', () => {
  it('say which files and which operations are meant', async () => {
    const client = await open({ storage: memoryStorage(), config: noSaves })
    const { faults } = client.engine
    const other = faults.add({ storage: 'any', error: 'EIO', file: '*.aof' })
    const reads = faults.add({ storage: ['read', 'truncate'], error: 'EIO' })
    expect(await client.call('SAVE')).toBe('OK')
    expect([other.hits, reads.hits]).toEqual([0, 0])
  })

  it('act by chance, which a seed repeats', async () => {
    const run = async () => {
      const client = await open({ storage: memoryStorage(), config: noSaves, random: 7 })
      const fault = client.engine.faults.add({ storage: 'rename', error: 'EIO', probability: 0.4 })
      const replies = await client.pipeline(Array.from({ length: 50 }, () => ['SAVE']))
      return [fault.hits, replies.map(String)]
    }
    const [hits, replies] = await run()
    expect(hits).toBeGreaterThan(5)
    expect(hits).toBeLessThan(40)
    expect(await run()).toEqual([hits, replies])
  })

  it('are listed beside those of commands, and removed with them', async () => {
    const client = await open({ storage: memoryStorage(), config: noSaves })
    const { faults } = client.engine
    faults.add({ storage: 'write', error: 'ENOSPC' })
    faults.add({ command: 'GET', error: 'OOM full' })
    expect(faults.list().map(({ rule }) => rule)).toEqual([
      { storage: 'write', error: 'ENOSPC' },
      { command: 'GET', error: 'OOM full' },
    ])
    faults.clear()
    expect(await client.call('SAVE')).toBe('OK')
    expect(await client.get('k')).toBeNull()
  })

  it('need an engine that has storage', async () => {
    const client = await createClient()
    expect(() => client.engine.faults.add({ storage: 'write', error: 'EIO' })).toThrow(/opened with the option storage/)
    expect(client.engine.faults.list()).toEqual([])
    await client.close()
  })

  it.each([
    [{ storage: 'fsync', error: 'EIO' }, `a fault's storage is "fsync"; it must be 'any', or of open, read, write`],
    [{ storage: 'write' }, 'a fault of storage does one of error, latency, torn, space; this one has none'],
    [{ storage: 'write', error: 'EIO', torn: 0.5 }, 'this one has error and torn'],
    [{ storage: 'write', error: 'full' }, `a fault's error is "full"; it must be an error's code, such as 'ENOSPC'`],
    [{ storage: 'sync', torn: 0.5 }, `a fault's storage is "sync"; it must be 'write' where there is torn`],
    [{ storage: 'write', torn: 1 }, "a fault's torn is 1; it must be from 0 to less than 1"],
    [{ storage: 'write', space: -1 }, "a fault's space is -1; it must be bytes, 0 or more"],
    [{ storage: 'write', error: 'EIO', key: 'k' }, 'a fault of storage has no key; known are storage, error,'],
    [{ error: 'OOM full', file: '*' }, 'a fault has no file; known are error,'],
  ])('%j says what is wrong with it', async (rule, message) => {
    const client = await open({ storage: memoryStorage(), config: noSaves })
    expect(() => client.engine.faults.add(rule as StorageFaultRule)).toThrow(message)
  })
})

test('files are used as if there were no faults while there are none', async () => {
  const inner = memoryStorage()
  const seen = new Set<unknown>()
  const storage = Object.assign(Object.create(inner), {
    open(name: string, mode: 'read') {
      const file = inner.open(name, mode)
      const write = file.write.bind(file)
      // The caller of the file is the engine itself, or a layer over the file.
      file.write = (position, from) => {
        seen.add(new Error().stack?.includes('FaultyFile'))
        return write(position, from)
      }
      return file
    },
  })
  const engine = await openBetween({}, { storage, config: always })
  const client = engine.connect()
  await client.set('k', 1)
  expect([...seen]).toEqual([false])
  const fault = engine.faults.add({ storage: 'sync', latency: 1 })
  await client.set('k', 2)
  expect([...seen]).toEqual([false, true])
  fault.remove()
  seen.clear()
  await client.set('k', 3)
  expect([...seen]).toEqual([false])
})

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

/** Text that no compression makes shorter than about three quarters. */
function incompressible(length: number): string {
  let made = ''
  for (let i = 1; made.length < length; i++) made += ((i * 48_271) % 2_147_483_647).toString(36)
  return made.slice(0, length)
}
