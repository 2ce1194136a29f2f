/** What every storage does: one suite over those that come with the package. */
import { existsSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { directoryStorage } from '../../src/storage/directory.node.ts'
import { memoryStorage } from '../../src/storage/memory.ts'
import type { Storage } from '../../src/storage/storage.ts'
import { folder } from './folders.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

function write(storage: Storage, name: string, text: string): void {
  const file = storage.open(name, 'replace')
  expect(file.write(0, bytes(text))).toBe(text.length)
  file.sync()
  file.close()
}

function read(storage: Storage, name: string): string {
  const file = storage.open(name, 'read')
  const into = new Uint8Array(file.size() + 10)
  const count = file.read(0, into)
  file.close()
  return new TextDecoder().decode(into.subarray(0, count))
}

describe.each([
  ['directoryStorage', () => directoryStorage(folder())],
  ['memoryStorage', () => memoryStorage()],
])('%s', (_name, make) => {
  test('files are written and read at any position, cut off and made longer', () => {
    const storage = make()
    const file = storage.open('file', 'create')
    file.write(0, bytes('hello'))
    file.write(5, bytes(' world'))
    file.write(0, bytes('J'))
    expect(file.size()).toBe(11)
    const into = new Uint8Array(5)
    expect([file.read(6, into), new TextDecoder().decode(into)]).toEqual([5, 'world'])
    expect([file.read(9, into), file.read(11, into), file.read(99, into)]).toEqual([2, 0, 0])
    file.truncate(4)
    expect(file.size()).toBe(4)
    file.truncate(6)
    file.close()
    expect(read(storage, 'file')).toBe('Jell\0\0')
  })

  test('modes: what must be there, what is made, what is emptied', () => {
    const storage = make()
    for (const mode of ['read', 'write'] as const) {
      expect(() => storage.open('none', mode)).toThrow(expect.objectContaining({ code: 'ENOENT' }))
    }
    write(storage, 'a', 'text')
    const again = storage.open('a', 'create')
    expect(again.size()).toBe(4)
    again.write(4, bytes('!'))
    again.close()
    expect(read(storage, 'a')).toBe('text!')
    storage.open('a', 'replace').close()
    expect(read(storage, 'a')).toBe('')
  })

  test('renaming replaces, also into a folder that was not there; open files stay open', () => {
    const storage = make()
    write(storage, 'temp', 'new')
    write(storage, 'final', 'old')
    const open = storage.open('final', 'read')
    storage.rename('temp', 'final')
    storage.rename('final', 'folder/within/final')
    storage.syncNames()
    expect(read(storage, 'folder/within/final')).toBe('new')
    expect(open.size()).toBe(3)
    open.close()
    expect(storage.list()).toEqual(['folder/within/final'])
    expect(() => storage.rename('temp', 'x')).toThrow(expect.objectContaining({ code: 'ENOENT' }))
  })

  test('removing', () => {
    const storage = make()
    write(storage, 'a/b', '1')
    storage.remove('a/b')
    expect(storage.list()).toEqual([])
    expect(() => storage.remove('a/b')).toThrow(expect.objectContaining({ code: 'ENOENT' }))
  })

  test.each(['../out', 'a/../../out', '/etc/passwd', '', 'a//b', './a', 'a/.', 'nul\0'])('%j is no name', (name) => {
    const storage = make()
    for (const mode of ['read', 'write', 'create', 'replace'] as const) {
      expect(() => storage.open(name, mode)).toThrow(expect.objectContaining({ code: 'EACCES' }))
    }
    write(storage, 'a', '')
    expect(() => storage.rename('a', name)).toThrow(expect.objectContaining({ code: 'EACCES' }))
  })

  test('one engine at a time', () => {
    const storage = make()
    storage.acquire()
    expect(() => storage.acquire()).toThrow(/another engine of this process/)
    storage.release()
    storage.acquire()
    storage.release()
    storage.release()
  })
})

test('a directory is made, found through a link, and its lock is not among its files', () => {
  const here = folder()
  const storage = directoryStorage(join(here, 'deep/data'))
  symlinkSync(join(here, 'deep'), join(here, 'link'))
  const same = directoryStorage(join(here, 'link/data'))
  expect(same.location).toBe(storage.location)
  storage.acquire()
  expect(() => same.acquire()).toThrow(/another engine/)
  writeFileSync(join(here, 'deep/data/dump.rdb'), 'x')
  expect(storage.list()).toEqual(['dump.rdb'])
  storage.release()
  expect(existsSync(join(here, 'deep/data/.wasm-redis.lock'))).toBe(false)
})

test('a folder cannot be read as a file', () => {
  const here = folder()
  const storage = directoryStorage(here)
  write(storage, 'a/b', '1')
  expect(() => storage.open('a', 'read')).toThrow(expect.objectContaining({ code: 'EISDIR' }))
})
