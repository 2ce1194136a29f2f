/** Where an engine keeps its files: the interface that directories, memory and your own storage implement. */

/**
 * How a file is opened: `read` and `write` want it to be there, `create` makes it when it is not, `replace` makes it
 * anew and empty. All but `read` may be written to.
 */
export type OpenMode = 'read' | 'write' | 'create' | 'replace'

/** An open file. Positions and sizes are bytes from its beginning. */
export interface StorageFile {
  /** Fills `into` with what lies at `position`; returns how many bytes there were: fewer than its length at the end only. */
  read(position: number, into: Uint8Array): number
  /** Writes `from` at `position`, at most one byte behind the end; returns how many bytes were written. */
  write(position: number, from: Uint8Array): number
  /** Returns once everything written will survive a crash of the machine. */
  sync(): void
  /**
   * Left out where there is no thread for it. As `sync`, but returns at once, and calls `done` later, once everything
   * that was written before will survive a crash of the machine, or with the error. It may come after `close`.
   */
  syncLater?(done: (error?: Error) => void): void
  /** Cuts the file off at `size`. */
  truncate(size: number): void
  /** Its length in bytes. */
  size(): number
  /** Called once; nothing follows. */
  close(): void
}

/**
 * Files by name, synchronous as the engine is. Names are relative and have `/` between their parts, never `..`; a
 * folder is there as long as a file in it is, and is made with the first one.
 *
 * What cannot be done throws an error whose `code` is that of Node's own: `ENOENT`, `ENOSPC`, `EIO`, `EACCES`, … The
 * engine acts on it as a server does; an error without one counts as `EIO`, and its message goes to the log. `Uint8Array`s
 * are views of the engine's memory, which must not be kept.
 */
export interface Storage {
  /** Called before anything else. Throws when another engine has it; the message says who. */
  acquire(): void
  /** The engine has ended, and every file is closed. */
  release(): void
  /** Throws `ENOENT` when the file is not there and the mode wants it. */
  open(name: string, mode: OpenMode): StorageFile
  /** In one step: who looks finds either the old file or the new one. Replaces `to`. */
  rename(from: string, to: string): void
  /** Throws `ENOENT` when it is not there. */
  remove(name: string): void
  /** The names of all files, in any order. */
  list(): string[]
  /** Returns once files that were made, renamed and removed stay so after a crash of the machine. */
  syncNames(): void
  /** What CONFIG GET dir shows, and messages: a path, or any other name. Default `/`. */
  readonly location?: string
}

/** An error as files throw it: a `code`, and a message that says which file. */
export function fileError(code: string, message: string): Error {
  return Object.assign(new Error(`${code}: ${message}`), { code })
}

/** Throws `EACCES` for a name that is none of a file in a storage. For those who implement one. */
export function checkName(name: string): void {
  const parts = name.split('/')
  if (parts.some((part) => part === '' || part === '.' || part === '..') || name.includes('\0')) {
    throw fileError('EACCES', `${JSON.stringify(name)} is no file of the storage`)
  }
}
