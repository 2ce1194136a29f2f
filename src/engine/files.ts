import { directory } from '#platform'
import { EngineStartError } from '../errors.ts'
import type { ConfigFile, Devices } from '../options.ts'
import { fileError, type OpenMode, type Storage, type StorageFile } from '../storage/storage.ts'
import { FILE_CREATE, FILE_TRUNCATE, FILE_WRITE, type FileImports } from './contract.ts'
import { errorNumber, IO_ERROR } from './file-errors.ts'
import { LoopWatch } from './loop-watch.ts'
import type { EngineMemory } from './memory.ts'
import { SpecialFiles } from './special-files.ts'

/** The answer to a sync that goes on in a thread. */
const STILL_GOING = 1

/** The storage, which from here on is this engine's alone; a path is a directory's. Throws an `EngineStartError`. */
export function acquireStorage(given: string | Storage | undefined): Storage | undefined {
  try {
    const storage = typeof given === 'string' ? directory(given) : given
    storage?.acquire()
    return storage
  } catch (cause) {
    const name = typeof given === 'string' ? given : (given?.location ?? 'the storage')
    throw new EngineStartError(`${name} cannot be used: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    })
  }
}

/** What lies between an engine and its storage, for as long as it is wanted: faults. */
export interface StorageLayer {
  /** The storage as the engine is to see it, but for the files that are opened in it. */
  over(storage: Storage): Storage
  /** An open file as the engine is to see it. */
  overFile(name: string, file: StorageFile): StorageFile
}

/** Hears that the sync of a file has ended, with 0 or an error number. */
type Synced = (handle: number, error: number) => void

interface OpenFile {
  name: string
  /** Through the layer, if there is one. */
  file: StorageFile
  /** As the storage has opened it. */
  stored: StorageFile
}

/** The files that one instance has open, and what it imports to use them. */
export class EngineFiles {
  readonly imports: FileImports
  /** What it was given, without a layer. */
  readonly storage: Storage | undefined
  private seen: Storage | undefined
  private between: StorageLayer | undefined
  private readonly say: (line: string) => void
  private readonly synced: Synced | undefined
  /** Syncs that go on in a thread, by handle. */
  private readonly syncing = new Map<number, object>()
  private readonly loop = new LoopWatch()
  private memory: EngineMemory | undefined
  private readonly open = new Map<number, OpenFile>()
  private last = 0
  readonly special: SpecialFiles

  /**
   * Without storage there is no file, and none can be made. `say` gets what an error without a code has to say, `synced`
   * is called from outside of the engine when a sync has ended that went on in a thread; without it none does.
   */
  constructor(
    storage: Storage | undefined,
    say: (line: string) => void,
    synced?: Synced,
    configFile?: ConfigFile,
    devices?: Devices,
  ) {
    this.storage = storage
    this.synced = synced
    this.seen = storage
    this.say = say
    this.special = new SpecialFiles(configFile, devices)
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
      file_sync: (handle) => this.attempt(() => this.sync(handle)),
      file_truncate: (handle, size) => this.attempt(() => this.file(handle).truncate(size)),
      file_size: (handle) => this.attempt(() => this.file(handle).size()),
      file_rename: (from, fromLength, to, toLength) =>
        this.attempt(() => {
          const [name, next] = [this.text(from, fromLength), this.text(to, toLength)]
          if (!this.special.rename(next)) this.files.rename(name, next)
        }),
      file_remove: (pointer, length) =>
        this.attempt(() => {
          const name = this.text(pointer, length)
          if (!this.special.has(name)) this.files.remove(name)
        }),
    }
  }

  /** Where names and contents lie. Must come before the first file. */
  attach(memory: EngineMemory): void {
    this.memory = memory
  }

  /** What lies between the engine and its storage. */
  get layer(): StorageLayer | undefined {
    return this.between
  }

  /** Puts a layer between the engine and its storage, or takes it away; for files that are open, too. */
  through(layer: StorageLayer | undefined): void {
    const { storage } = this
    if (!storage || layer === this.between) return
    this.between = layer
    this.seen = layer ? layer.over(storage) : storage
    for (const entry of this.open.values()) {
      entry.file = layer ? layer.overFile(entry.name, entry.stored) : entry.stored
    }
  }

  /** Closes what the engine has left open. */
  close(): void {
    for (const handle of [...this.open.keys()]) this.attempt(() => this.closeFile(handle))
  }

  private sync(handle: number): number {
    // Without storage there are none to sync: the configuration file lies elsewhere.
    if (handle === 0) this.seen?.syncNames()
    else if (handle > 0) this.file(handle).sync()
    else return this.syncLater(-handle)
    return 0
  }

  /** As `file_sync` of a negative handle: 1 when it goes on in a thread. */
  private syncLater(handle: number): number {
    const file = this.file(handle)
    const goesOn = this.syncing.has(handle)
    // A caller who never gives way would never let us hear of its end.
    if ((!goesOn && !(this.synced && file.syncLater)) || this.loop.stands()) {
      this.syncing.delete(handle)
      file.sync()
      return 0
    }
    if (goesOn) return STILL_GOING
    const one = {}
    this.syncing.set(handle, one)
    file.syncLater?.((error) => {
      if (this.syncing.get(handle) !== one) return
      this.syncing.delete(handle)
      this.synced?.(handle, error ? this.numberOf(error) : 0)
    })
    return STILL_GOING
  }

  /** What `work` returns, or the negated number of the error that it throws. */
  private attempt(work: () => unknown): number {
    try {
      const result = work()
      return typeof result === 'number' ? result : 0
    } catch (error) {
      return -this.numberOf(error)
    }
  }

  private numberOf(error: unknown): number {
    const number = errorNumber(error)
    if (number === undefined) this.say(`the storage has failed: ${String(error)}`)
    return number ?? IO_ERROR
  }

  private get files(): Storage {
    if (!this.seen) throw fileError('ENOENT', 'this engine was opened without storage')
    return this.seen
  }

  private openFile(name: string, mode: OpenMode): number {
    this.open.set(++this.last, this.opened(name, mode))
    return this.last
  }

  private opened(name: string, mode: OpenMode): OpenFile {
    const special = this.special.open(name)
    if (special) return { name, file: special, stored: special }
    const stored = this.openStored(name, mode)
    const { between } = this
    return { name, file: between ? between.overFile(name, stored) : stored, stored }
  }

  private openStored(name: string, mode: OpenMode): StorageFile {
    try {
      return this.files.open(name, mode)
    } catch (error) {
      const isFolder = mode === 'read' && this.storage?.list().some((file) => file.startsWith(`${name}/`))
      throw isFolder ? fileError('EISDIR', `${name} is a folder`) : error
    }
  }

  private closeFile(handle: number): void {
    const file = this.file(handle)
    this.open.delete(handle)
    this.syncing.delete(handle)
    file.close()
  }

  private file(handle: number): StorageFile {
    const entry = this.open.get(handle)
    if (!entry) throw fileError('EBADF', `no file is open as ${handle}`)
    return entry.file
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
