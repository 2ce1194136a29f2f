import type { ConfigFile, Devices } from '../options.ts'
import { joined } from '../resp/joined.ts'
import { fileError, type StorageFile } from '../storage/storage.ts'

/** Names that are no files of the storage; see wasm/redis.h. */
const GIVEN_DUMP = '/dev/rdb'
const TAKEN_DUMP = '/dev/dump'
const CONFIG_FILE = '/dev/config'

/** What the engine opens as a file, and is none of the storage: dumps that come and go, its configuration file, devices. */
export class SpecialFiles {
  private readonly configFile: ConfigFile | undefined
  private readonly devices: Devices | undefined
  /** What is about to take its place. */
  private readonly rewritten: Uint8Array[] = []
  private given: Uint8Array | undefined
  private taken: Uint8Array[] | undefined

  constructor(configFile: ConfigFile | undefined, devices: Devices | undefined) {
    this.configFile = configFile
    this.devices = devices
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

  /** The file of this name; undefined when it is one of the storage. Throws for a name that can be neither. */
  open(name: string): StorageFile | undefined {
    if (!name.startsWith('/')) return undefined
    if (name === GIVEN_DUMP && this.given) return givenFile(this.given)
    if (name === TAKEN_DUMP && this.taken) return takenFile(this.taken)
    if (this.has(name) && this.configFile) return this.configuration(name, this.configFile)
    if (this.devices) return this.devices.open(name)
    throw fileError('ENOENT', `there is no file ${name}`)
  }

  private configuration(name: string, file: ConfigFile): StorageFile {
    if (name === CONFIG_FILE) return givenFile(file.read())
    this.rewritten.length = 0
    return takenFile(this.rewritten)
  }

  /** What was written takes the place of `to`; false when that is a file of the storage. */
  rename(to: string): boolean {
    if (to !== CONFIG_FILE) return false
    this.configFile?.write(joined(this.rewritten))
    return true
  }

  /** Whether the name is of the configuration file, or of what is about to take its place. */
  has(name: string): boolean {
    return name.startsWith(CONFIG_FILE)
  }
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
