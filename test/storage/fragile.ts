/**
 * A disk whose machine may lose its power: of each file there is what was synced, under the names that were synced, and
 * of what was written since any beginning may be there as well. That is less than any real disk would leave.
 */
import { type MemoryStorage, memoryStorage } from '../../src/storage/memory.ts'
import type { Storage, StorageFile } from '../../src/storage/storage.ts'

interface Content {
  now: Uint8Array
  synced: Uint8Array
}

/** Files whose synced part is kept apart. */
export class FragileStorage implements Storage {
  private files = new Map<string, Content>()
  /** The names as they were synced last, and as they were after each change since. */
  private names: Map<string, Content>[] = [new Map()]

  /** Empty, or with these files, which are safe. */
  constructor(files: Record<string, Uint8Array> = {}) {
    for (const [name, bytes] of Object.entries(files)) this.files.set(name, { now: bytes, synced: bytes })
    this.syncNames()
  }

  acquire(): void {}
  release(): void {}

  open(name: string, mode: string): StorageFile {
    let file = this.files.get(name)
    if (!file && (mode === 'read' || mode === 'write')) throw Object.assign(new Error(name), { code: 'ENOENT' })
    if (!file) {
      file = { now: new Uint8Array(0), synced: new Uint8Array(0) }
      this.files.set(name, file)
      this.renamed()
    } else if (mode === 'replace') {
      file.now = new Uint8Array(0)
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
    this.renamed()
  }

  remove(name: string): void {
    if (!this.files.delete(name)) throw Object.assign(new Error(name), { code: 'ENOENT' })
    this.renamed()
  }

  list(): string[] {
    return [...this.files.keys()]
  }

  syncNames(): void {
    this.names = [new Map(this.files)]
  }

  private renamed(): void {
    this.names.push(new Map(this.files))
  }

  /** The files as a process finds them that is started after another one was killed. */
  asItIs(): Record<string, Uint8Array> {
    return Object.fromEntries([...this.files].map(([name, { now }]) => [name, now.slice()]))
  }

  /**
   * What is there after a loss of power at this moment: `luck`, from 0 to 1, of what was written and not synced, and
   * `order` of the names that were changed and not synced, in the order in which they were.
   */
  afterLoss(luck: number, order = 0): Record<string, Uint8Array> {
    const left: Record<string, Uint8Array> = {}
    for (const [name, { now, synced }] of this.names[Math.floor(order * (this.names.length - 1))]) {
      const isLonger =
        now.length > synced.length && now.subarray(0, synced.length).every((byte, i) => byte === synced[i])
      const more = isLonger ? Math.floor((now.length - synced.length) * luck) : 0
      left[name] = isLonger ? now.slice(0, synced.length + more) : synced.slice()
    }
    return left
  }
}

/** An engine's storage after a loss of power. */
export function afterLoss(storage: FragileStorage, luck: number, order = 0): MemoryStorage {
  return memoryStorage(storage.afterLoss(luck, order))
}
