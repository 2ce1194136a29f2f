/** An append only file that is damaged, and a disk that fails while it is written. */
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createClient } from '../../src/index.ts'
import { memoryStorage } from '../../src/storage/memory.ts'
import type { Storage } from '../../src/storage/storage.ts'
import { always, appended, folder, logged, open, persistence } from './folders.ts'
import { watched } from './watched.ts'

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
