/** The thread in which a copy of an engine writes to a directory: what a forked process would be. */
import { parentPort, workerData } from 'node:worker_threads'
import { DirectoryStorage } from '../storage/directory.node.ts'
import type { Storage } from '../storage/storage.ts'
import { runChild } from './child.ts'
import { Gate, type ThreadData } from './gate.ts'

/** The smallest that operating systems have. */
const PAGE = 4096

/** A kill must hold from the moment that it returns: what renames and removes waits at the gate. */
function gated(storage: Storage, gate: Int32Array): Storage {
  const pass = <T>(change: () => T): T => {
    if (Atomics.compareExchange(gate, 0, Gate.Open, Gate.Passing) !== Gate.Open) throw new Error('it was killed')
    try {
      return change()
    } finally {
      Atomics.store(gate, 0, Gate.Open)
      Atomics.notify(gate, 0)
    }
  }
  return {
    acquire() {
      // the parent has it
    },
    release() {
      // and keeps it
    },
    open: (name, mode) => (mode === 'read' ? storage.open(name, mode) : pass(() => storage.open(name, mode))),
    rename: (from, to) => pass(() => storage.rename(from, to)),
    remove: (name) => pass(() => storage.remove(name)),
    list: () => storage.list(),
    syncNames: () => storage.syncNames(),
  }
}

/** Has the operating system hand the memory out, which it does page by page as they are first written to. */
function touch(memory: SharedArrayBuffer): void {
  const bytes = new Uint8Array(memory)
  for (let at = 0; at < bytes.length; at += PAGE) bytes[at] = 0
}

if (parentPort) {
  const port = parentPort
  const { module, image, directory, gate } = workerData as ThreadData
  const run = (copy: Uint8Array): void => {
    const lines: string[] = []
    const storage = gated(new DirectoryStorage(directory), gate)
    const status = runChild(module, copy, storage, (line) => lines.push(line))
    port.postMessage({ status, lines })
    port.close()
  }
  if (image instanceof SharedArrayBuffer) {
    touch(image)
    port.once('message', (length: number) => run(new Uint8Array(image, 0, length)))
    port.postMessage('ready')
  } else {
    run(image)
  }
}
