import { DirectoryLock, LOCK_FILE } from './lock.node.ts'
import { checkName, fileError, type OpenMode, type Storage, type StorageFile } from './storage.ts'

// Not imported: that has Node load what is not needed as well, and takes time even of what it has loaded.
const { dirname, join, relative, sep } = process.getBuiltinModule('node:path')
const {
  close,
  closeSync,
  fdatasync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  renameSync,
  unlinkSync,
  writeSync,
} = process.getBuiltinModule('node:fs')

class DirectoryFile implements StorageFile {
  private readonly fd: number
  /** How many syncs go on in Node's threads. Closed only after them: the number could be another file's by then. */
  private syncing = 0
  private closed = false

  constructor(fd: number) {
    this.fd = fd
  }

  read(position: number, into: Uint8Array): number {
    return readSync(this.fd, into, 0, into.length, position)
  }

  write(position: number, from: Uint8Array): number {
    return writeSync(this.fd, from, 0, from.length, position)
  }

  sync(): void {
    fdatasyncSync(this.fd)
  }

  syncLater(done: (error?: Error) => void): void {
    this.syncing++
    fdatasync(this.fd, (error) => {
      if (--this.syncing === 0 && this.closed) closeFile(this.fd)
      done(error ?? undefined)
    })
  }

  truncate(size: number): void {
    ftruncateSync(this.fd, size)
  }

  size(): number {
    return fstatSync(this.fd).size
  }

  close(): void {
    this.closed = true
    if (this.syncing === 0) closeFile(this.fd)
  }
}

/** One that was removed meanwhile, in Node's threads: with its last user it goes, which takes 0.3 s for a gigabyte. */
function closeFile(fd: number): void {
  if (fstatSync(fd).nlink > 0) closeSync(fd)
  else close(fd, () => {}) // nobody is left to whom an error would matter
}

/** A directory of the file system, made when it is not there. */
export class DirectoryStorage implements Storage {
  /** Its absolute path. */
  readonly location: string
  private readonly lock: DirectoryLock
  private readonly folders = new Set<string>()

  /** @internal Made by `directoryStorage`. */
  constructor(path: string) {
    mkdirSync(path, { recursive: true })
    this.location = realpathSync(path)
    this.lock = new DirectoryLock(this.location)
  }

  acquire(): void {
    this.lock.take()
  }

  release(): void {
    this.lock.give()
  }

  open(name: string, mode: OpenMode): StorageFile {
    const path = this.path(name)
    if (mode === 'read') return new DirectoryFile(openToRead(path))
    if (mode === 'write') return new DirectoryFile(openSync(path, 'r+'))
    this.makeFolder(dirname(path))
    return new DirectoryFile(mode === 'replace' ? openSync(path, 'w+', 0o644) : openOrMake(path))
  }

  rename(from: string, to: string): void {
    const target = this.path(to)
    this.makeFolder(dirname(target))
    renameSync(this.path(from), target)
  }

  /** Throws `ENOENT` when it is not there. */
  remove(name: string): void {
    unlinkSync(this.path(name))
  }

  list(): string[] {
    const names: string[] = []
    const visit = (folder: string): void => {
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        const path = join(folder, entry.name)
        if (entry.isDirectory()) visit(path)
        else if (!entry.name.startsWith(LOCK_FILE)) names.push(relative(this.location, path).split(sep).join('/'))
      }
    }
    visit(this.location)
    return names
  }

  syncNames(): void {
    for (const folder of [this.location, ...this.folders]) syncFolder(folder)
  }

  private path(name: string): string {
    checkName(name)
    // Where a backslash parts names, too, it could lead outside.
    if (sep === '\\' && name.includes(sep)) throw fileError('EACCES', `${JSON.stringify(name)} is no name of a file`)
    return join(this.location, name)
  }

  private makeFolder(folder: string): void {
    if (folder === this.location || this.folders.has(folder)) return
    mkdirSync(folder, { recursive: true })
    this.folders.add(folder)
  }
}

/** A folder can be opened, too, but not read. */
function openToRead(path: string): number {
  const fd = openSync(path, 'r')
  if (!fstatSync(fd).isDirectory()) return fd
  closeSync(fd)
  throw fileError('EISDIR', `${path} is a folder`)
}

/** Appending would ignore positions, so there is no flag for this. */
function openOrMake(path: string): number {
  try {
    return openSync(path, 'r+')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return openSync(path, 'w+', 0o644)
  }
}

/** Windows opens no folders, and keeps its names by itself. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const fd = openSync(folder, 'r')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

/**
 * Files in a directory of the file system, for one engine at a time: as a server keeps them in its working directory.
 * The directory is made when it is not there. Throws what `fs.mkdirSync` throws.
 */
export function directoryStorage(path: string): Storage {
  return new DirectoryStorage(path)
}
