import { checkName, fileError, type OpenMode, type Storage, type StorageFile } from './storage.ts'

/** How much room a file is given that grows: half as much again. */
const GROWTH = 1.5

class MemoryFile {
  bytes = new Uint8Array(0)
  length = 0

  reserve(size: number): void {
    if (size <= this.bytes.length) return
    const grown = new Uint8Array(Math.max(size, Math.ceil(this.bytes.length * GROWTH)))
    grown.set(this.bytes.subarray(0, this.length))
    this.bytes = grown
  }
}

class OpenMemoryFile implements StorageFile {
  private readonly file: MemoryFile

  constructor(file: MemoryFile) {
    this.file = file
  }

  read(position: number, into: Uint8Array): number {
    const part = this.file.bytes.subarray(position, Math.min(this.file.length, position + into.length))
    into.set(part)
    return part.length
  }

  write(position: number, from: Uint8Array): number {
    const { file } = this
    file.reserve(position + from.length)
    file.bytes.set(from, position)
    file.length = Math.max(file.length, position + from.length)
    return from.length
  }

  sync(): void {
    // memory does not outlive the process anyway
  }

  truncate(size: number): void {
    this.file.reserve(size)
    this.file.bytes.fill(0, Math.min(size, this.file.length))
    this.file.length = size
  }

  size(): number {
    return this.file.length
  }

  close(): void {
    // nothing is held open
  }
}

/** Files in this process's memory: for tests, and for engines whose files go elsewhere. */
export class MemoryStorage implements Storage {
  private readonly files = new Map<string, MemoryFile>()
  private taken = false

  /** @internal Made by `memoryStorage`. */
  constructor(files: Iterable<readonly [string, Uint8Array]> = []) {
    for (const [name, bytes] of files) this.write(name, bytes)
  }

  acquire(): void {
    if (this.taken) throw fileError('EBUSY', 'another engine of this process has this memory storage')
    this.taken = true
  }

  release(): void {
    this.taken = false
  }

  open(name: string, mode: OpenMode): StorageFile {
    checkName(name)
    let file = this.files.get(name)
    if (!file) {
      if (mode === 'read' || mode === 'write') throw fileError('ENOENT', `there is no file ${name}`)
      file = new MemoryFile()
      this.files.set(name, file)
    } else if (mode === 'replace') {
      file.length = 0
    }
    return new OpenMemoryFile(file)
  }

  rename(from: string, to: string): void {
    checkName(to)
    const file = this.files.get(from)
    if (!file) throw fileError('ENOENT', `there is no file ${from}`)
    this.files.delete(from)
    this.files.set(to, file)
  }

  /** Throws `ENOENT` when it is not there. */
  remove(name: string): void {
    if (!this.files.delete(name)) throw fileError('ENOENT', `there is no file ${name}`)
  }

  list(): string[] {
    return [...this.files.keys()]
  }

  syncNames(): void {
    // as sync
  }

  /** A copy of a file's bytes. Throws `ENOENT`. */
  read(name: string): Uint8Array {
    const file = this.files.get(name)
    if (!file) throw fileError('ENOENT', `there is no file ${name}`)
    return file.bytes.slice(0, file.length)
  }

  /** Makes a file of these bytes, which are copied, or replaces it. */
  write(name: string, bytes: Uint8Array): void {
    const file = this.open(name, 'replace')
    file.write(0, bytes)
  }
}

/** Files in memory, empty or with these in it (copied). They stay when an engine ends, for the next one to load. */
export function memoryStorage(files: Record<string, Uint8Array> = {}): MemoryStorage {
  return new MemoryStorage(Object.entries(files))
}
