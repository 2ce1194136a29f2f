import { directory } from '#platform'
import type { ConfigFile } from '../options.ts'
import { fileError, type OpenMode, type Storage, type StorageFile } from '../storage/storage.ts'
import { FILE_CREATE, FILE_TRUNCATE, FILE_WRITE, type FileImports } from './contract.ts'
import type { EngineMemory } from './memory.ts'

/** Error numbers of WASI preview 1, which the contract speaks. */
const errorNumbers: Record<string, number> = {
  EACCES: 2,
  EBADF: 8,
  EBUSY: 10,
  EDQUOT: 19,
  EEXIST: 20,
  EFBIG: 22,
  EINVAL: 28,
  EIO: 29,
  EISDIR: 31,
  EMFILE: 33,
  ENAMETOOLONG: 37,
  ENFILE: 41,
  ENOENT: 44,
  ENOMEM: 48,
  ENOSPC: 51,
  ENOTDIR: 54,
  ENOTEMPTY: 55,
  EPERM: 63,
  EROFS: 69,
  ESTALE: 72,
  EXDEV: 75,
}

/** Names that are no files of the storage; see wasm/redis.h. */
const GIVEN_DUMP = '/dev/rdb'
const TAKEN_DUMP = '/dev/dump'
const CONFIG_FILE = '/dev/config'

/** A path is a directory's. Throws what making that directory throws. */
export function storageOf(given: string | Storage | undefined): Storage | undefined {
  return typeof given === 'string' ? directory(given) : given
}

/** The files that one instance has open, and what it imports to use them. */
export class EngineFiles {
  readonly imports: FileImports
  private readonly storage: Storage | undefined
  private readonly say: (line: string) => void
  private memory: EngineMemory | undefined
  private readonly open = new Map<number, StorageFile>()
  private last = 0
  private given: Uint8Array | undefined
  private taken: Uint8Array[] | undefined
  private readonly configFile: ConfigFile | undefined
  /** What is about to take its place. */
  private readonly rewritten: Uint8Array[] = []

  /** Without storage there is no file, and none can be made. `say` gets what an error without a code has to say. */
  constructor(storage: Storage | undefined, say: (line: string) => void, configFile?: ConfigFile) {
    this.storage = storage
    this.say = say
    this.configFile = configFile
    this.imports = {
      file_open: (pointer, length, flags) =>
        this.attempt(() => this.openFile(this.text(pointer, length), modeOf(flags))),
      file_close: (handle) => this.attempt(() => this.closeFile(handle)),
      file_read: (handle, position, pointer, length) =>
        this.attempt(() => {
          const { bytes } = this.fresh()
          const start = pointer >>> 0
          return this.file(handle).read(position, bytes.subarray(start, start + (length >>> 0)))
        }),
      file_write: (handle, position, pointer, length) =>
        this.attempt(() => {
          const { bytes } = this.fresh()
          const start = pointer >>> 0
          return this.file(handle).write(position, bytes.subarray(start, start + (length >>> 0)))
        }),
      file_sync: (handle) => this.attempt(() => (handle === 0 ? this.storage?.syncNames() : this.file(handle).sync())),
      file_truncate: (handle, size) => this.attempt(() => this.file(handle).truncate(size)),
      file_size: (handle) => this.attempt(() => this.file(handle).size()),
      file_rename: (from, fromLength, to, toLength) =>
        this.attempt(() => this.rename(this.text(from, fromLength), this.text(to, toLength))),
      file_remove: (pointer, length) => this.attempt(() => this.remove(this.text(pointer, length))),
    }
  }

  /** Where names and contents lie. Must come before the first file. */
  attach(memory: EngineMemory): void {
    this.memory = memory
  }

  /** What the engine finds as the given dump while `use` runs. */
  give<T>(dump: Uint8Array | undefined, use: () => T): T {
    this.given = dump
    try {
      return use()
    } finally {
      this.given = undefined
    }
  }

  /** What the engine writes as its dump while `use` runs. */
  take(use: () => void): Uint8Array {
    const parts: Uint8Array[] = []
    this.taken = parts
    try {
      use()
    } finally {
      this.taken = undefined
    }
    return joined(parts)
  }

  /** Closes what the engine has left open. */
  close(): void {
    for (const handle of [...this.open.keys()]) this.attempt(() => this.closeFile(handle))
  }

  /** What `work` returns, or the negated number of the error that it throws. */
  private attempt(work: () => unknown): number {
    try {
      const result = work()
      return typeof result === 'number' ? result : 0
    } catch (error) {
      const number = errorNumbers[(error as { code?: string }).code ?? '']
      if (number === undefined) this.say(`the storage has failed: ${String(error)}`)
      return -(number ?? errorNumbers.EIO)
    }
  }

  private get files(): Storage {
    if (!this.storage) throw fileError('ENOENT', 'this engine was opened without storage')
    return this.storage
  }

  private openFile(name: string, mode: OpenMode): number {
    const file = this.special(name) ?? this.openStored(name, mode)
    this.open.set(++this.last, file)
    return this.last
  }

  private openStored(name: string, mode: OpenMode): StorageFile {
    try {
      return this.files.open(name, mode)
    } catch (error) {
      const isFolder = mode === 'read' && this.storage?.list().some((file) => file.startsWith(`${name}/`))
      throw isFolder ? fileError('EISDIR', `${name} is a folder`) : error
    }
  }

  private special(name: string): StorageFile | undefined {
    if (!name.startsWith('/')) return undefined
    if (name === GIVEN_DUMP && this.given) return givenFile(this.given)
    if (name === TAKEN_DUMP && this.taken) return takenFile(this.taken)
    if (name.startsWith(CONFIG_FILE) && this.configFile) return this.configuration(name, this.configFile)
    throw fileError('ENOENT', `there is no file ${name}`)
  }

  private configuration(name: string, file: ConfigFile): StorageFile {
    if (name === CONFIG_FILE) return givenFile(file.read())
    this.rewritten.length = 0
    return takenFile(this.rewritten)
  }

  private rename(from: string, to: string): void {
    if (to === CONFIG_FILE) this.configFile?.write(joined(this.rewritten))
    else this.files.rename(from, to)
  }

  private remove(name: string): void {
    if (!name.startsWith(CONFIG_FILE)) this.files.remove(name)
  }

  private closeFile(handle: number): void {
    const file = this.file(handle)
    this.open.delete(handle)
    file.close()
  }

  private file(handle: number): StorageFile {
    const file = this.open.get(handle)
    if (!file) throw fileError('EBADF', `no file is open as ${handle}`)
    return file
  }

  private text(pointer: number, length: number): string {
    return this.fresh().text(pointer >>> 0, length >>> 0)
  }

  private fresh(): EngineMemory {
    if (!this.memory) throw fileError('EIO', 'a file was used before the memory was there')
    this.memory.refresh()
    return this.memory
  }
}

function modeOf(flags: number): OpenMode {
  if (!(flags & FILE_WRITE)) return 'read'
  if (flags & FILE_TRUNCATE) return 'replace'
  return flags & FILE_CREATE ? 'create' : 'write'
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function nothing(): void {
  // neither is held open nor lies on a disk
}

function givenFile(dump: Uint8Array): StorageFile {
  return {
    read(position, into) {
      const part = dump.subarray(position, position + into.length)
      into.set(part)
      return part.length
    },
    write: () => 0,
    sync: nothing,
    truncate: nothing,
    size: () => dump.length,
    close: nothing,
  }
}

/** The engine writes a dump from its beginning to its end. */
function takenFile(parts: Uint8Array[]): StorageFile {
  return {
    read: () => 0,
    write(_position, from) {
      parts.push(from.slice())
      return from.length
    },
    sync: nothing,
    truncate: nothing,
    size: () => parts.reduce((size, part) => size + part.length, 0),
    close: nothing,
  }
}
