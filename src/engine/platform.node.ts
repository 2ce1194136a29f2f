import { EngineStartError } from '../errors.ts'
import type { Build } from '../options.ts'
import { DirectoryStorage } from '../storage/directory.node.ts'
import type { Storage } from '../storage/storage.ts'
import type { ChildThread, ChildWork } from './children.ts'
import { Gate, type ThreadData } from './gate.ts'

// Not imported: importing it as a module has Node load its promises and streams as well.
const { closeSync, existsSync, openSync, readFileSync, readSync } = process.getBuiltinModule('node:fs')

/** Where `redis.wasm` and `redis.small.wasm` lie as seen from this file; the bundler and the test runner put in the paths. */
declare const WASM_FILE: string
declare const SMALL_WASM_FILE: string
/** And the program of the thread that saves. */
declare const CHILD_FILE: string

/** A module that comes with the library. Compiling is synchronous and lazy: 3 ms once, under 1 ms again. */
export function ownModule(build: Build): WebAssembly.Module {
  // Bundlers read both as they stand, and take both files along.
  const file = build === 'small' ? new URL(SMALL_WASM_FILE, import.meta.url) : new URL(WASM_FILE, import.meta.url)
  let bytes: Uint8Array<ArrayBuffer>
  try {
    bytes = readFileSync(file)
  } catch (cause) {
    throw new EngineStartError(
      `${file.pathname} cannot be read. In a checkout run make; after bundling, copy that file along or give the option module`,
      { cause },
    )
  }
  return compile(bytes)
}

/**
 * Compiles as V8 does, but for looking at every function before the first of them runs, which takes longer than all else
 * until the first reply: a function is looked at when it is first called. The setting is the process's, so it is taken
 * back at once; nothing else compiles meanwhile on this thread.
 */
function compile(bytes: Uint8Array<ArrayBuffer> | ArrayBuffer): WebAssembly.Module {
  const { setFlagsFromString } = process.getBuiltinModule('node:v8')
  setFlagsFromString('--wasm-lazy-validation')
  try {
    return new WebAssembly.Module(bytes)
  } finally {
    setFlagsFromString('--no-wasm-lazy-validation')
  }
}

/** What a string given as the `module` option means: a URL, or a path. */
export async function fetchModule(source: URL | string): Promise<WebAssembly.Module> {
  const url = typeof source === 'string' && /^[a-z][a-z0-9+.-]+:/i.test(source) ? new URL(source) : source
  if (url instanceof URL && url.protocol !== 'file:') {
    return compile(await (await fetch(url)).arrayBuffer())
  }
  return compile(readFileSync(url))
}

/** The process that engines run in, as INFO tells it. */
export const processId: number = process.pid

/** Random bytes for the first engines of the process, and how many of them are used up. */
let firstRandom: Uint8Array | undefined
let drawn = 0

/** Fills `bytes` with secure random numbers. */
export function fillRandom(bytes: Uint8Array): void {
  firstRandom ??= systemRandom(1024)
  const end = drawn + bytes.length
  if (end > firstRandom.length) {
    process.getBuiltinModule('node:crypto').randomFillSync(bytes)
    return
  }
  bytes.set(firstRandom.subarray(drawn, end))
  drawn = end
}

/**
 * `count` bytes from where node:crypto has them, too: that takes 3 ms to load, a good part of the time to the first reply.
 * None where the system has no such file.
 */
function systemRandom(count: number): Uint8Array {
  const bytes = new Uint8Array(count)
  const none = new Uint8Array(0)
  try {
    const source = openSync('/dev/urandom', 'r')
    try {
      return readSync(source, bytes) === count ? bytes : none
    } finally {
      closeSync(source)
    }
  } catch {
    return none // Windows, or a process that may not read it
  }
}

/** What `storage: './data'` means. */
export function directory(path: string): Storage {
  return new DirectoryStorage(path)
}

/**
 * Starts a child in a thread. Undefined where that cannot be: the storage is no directory, or a bundler has left the
 * thread's program behind.
 */
export function startThread(storage: Storage, work: ChildWork): ChildThread | undefined {
  if (!(storage instanceof DirectoryStorage)) return undefined
  const file = new URL(CHILD_FILE, import.meta.url)
  if (!existsSync(file)) return undefined
  const gate = new Int32Array(new SharedArrayBuffer(4))
  const { module, image } = work
  const workerData: ThreadData = { module, image, directory: storage.location, gate }
  const isStage = image instanceof SharedArrayBuffer
  const { Worker } = process.getBuiltinModule('node:worker_threads')
  const thread = new Worker(file, { workerData, transferList: isStage ? [] : [image.buffer] })
  if (isStage) thread.unref() // until it has something to save, the process need not wait for it
  let status = -1
  thread.on('message', (said: 'ready' | { status: number; lines: string[] }) => {
    if (said === 'ready') {
      work.ready()
      return
    }
    for (const line of said.lines) work.log(line)
    status = said.status
  })
  thread.on('error', (error) => work.log(`the thread that saves has failed: ${String(error)}`))
  thread.on('exit', () => work.ended(status))
  return {
    begin(length) {
      thread.ref()
      thread.postMessage(length)
    },
    kill() {
      while (Atomics.compareExchange(gate, 0, Gate.Open, Gate.Shut) === Gate.Passing) {
        Atomics.wait(gate, 0, Gate.Passing, 100)
      }
      void thread.terminate()
    },
  }
}
