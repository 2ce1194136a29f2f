import { readFileSync, writeFileSync } from 'node:fs'
import type { Devices } from '../../options.ts'
import { fileError, type StorageFile } from '../../storage/storage.ts'
import type { Listeners } from './listeners.ts'
import { OutgoingConnections } from './outgoing.ts'

/** How likely Linux ends this process when there is no memory. */
const OOM_SCORE = '/proc/self/oom_score_adj'

/** A device that does nothing of what it is not made for. */
export function device(does: Partial<StorageFile>): StorageFile {
  return {
    read: () => 0,
    write: (_position, from) => from.length,
    sync() {},
    truncate() {},
    size: () => 0,
    close() {},
    ...does,
  }
}

const oomScore = (): StorageFile =>
  device({
    read(_position, into) {
      const text = readFileSync(OOM_SCORE)
      into.set(text.subarray(0, into.length))
      return Math.min(text.length, into.length)
    },
    write(_position, from) {
      writeFileSync(OOM_SCORE, from)
      return from.length
    },
  })

/** What the engine finds around it when it is a server's: see redis_listens in wasm/redis.h. */
export class ProcessDevices implements Devices {
  private readonly listeners: Listeners
  private readonly outgoing = new OutgoingConnections()

  constructor(listeners: Listeners) {
    this.listeners = listeners
  }

  open(name: string): StorageFile {
    const [, kind, rest] = /^\/dev\/([a-z]+)\/(.*)$/.exec(name) ?? []
    if (kind === 'listen') return this.listeners.listen(rest)
    if (kind === 'connect') return this.outgoing.open(rest)
    if (kind === 'peer') return this.peer(Number(rest))
    if (name === OOM_SCORE) return oomScore()
    throw fileError('ENOENT', `there is no file ${name}`)
  }

  private peer(id: number): StorageFile {
    const peer = this.listeners.peer(id)
    if (!peer) throw fileError('ENOENT', 'that connection cannot be waited for')
    return device({ read: (_position, into) => peer.converse(into) })
  }
}
