import { memoryStorage } from '../../src/storage/memory.ts'
import type { Storage } from '../../src/storage/storage.ts'

/** A storage that notes what is written and synced. */
export function watched(): { storage: Storage; events: string[] } {
  const events: string[] = []
  const inner = memoryStorage()
  const storage: Storage = {
    acquire: () => inner.acquire(),
    release: () => inner.release(),
    rename: (from, to) => inner.rename(from, to),
    remove: (name) => inner.remove(name),
    list: () => inner.list(),
    syncNames: () => inner.syncNames(),
    open(name, mode) {
      const file = inner.open(name, mode)
      if (!name.endsWith('.incr.aof')) return file
      return {
        read: (position, into) => file.read(position, into),
        write(position, from) {
          events.push('write')
          return file.write(position, from)
        },
        sync: () => void events.push('sync'),
        truncate: (size) => file.truncate(size),
        size: () => file.size(),
        close: () => file.close(),
      }
    },
  }
  return { storage, events }
}
