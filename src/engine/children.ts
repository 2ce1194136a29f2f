import { startThread } from '#platform'
import type { Storage } from '../storage/storage.ts'
import { runChild } from './child.ts'
import type { EngineMemory } from './memory.ts'

// Taken once, so that a test runner's fake timers do not hold a save up.
const startTimer = globalThis.setTimeout.bind(globalThis)

/** ENOMEM and ENOSYS, as the contract numbers them. */
const NO_MEMORY = -48
const NOT_HERE = -52

/** What a child does outside of the thread that has started it. */
export interface ChildThread {
  /** When this returns it changes no file any more. */
  kill(): void
}

/** What a child in a thread of its own needs. */
export interface ChildWork {
  module: WebAssembly.Module
  /** Given away. */
  image: Uint8Array<ArrayBuffer>
  log: (line: string) => void
  ended: (status: number) => void
}

/**
 * Saves in the background. A server forks and has the copy write; here the memory is copied, which is the only pause,
 * and an instance over the copy writes: in a thread, where the storage can be used from one, else in a turn of its own.
 */
export class EngineChildren {
  private readonly module: WebAssembly.Module
  private readonly storage: Storage | undefined
  private readonly log: (line: string) => void
  private readonly ended: (pid: number, status: number) => void
  private running: { pid: number; kill(): void } | undefined
  private memory: EngineMemory | undefined
  private waiting: (() => void)[] = []

  /** `ended` is called from outside of the engine, never for a child that was killed. */
  constructor(
    module: WebAssembly.Module,
    storage: Storage | undefined,
    log: (line: string) => void,
    ended: (pid: number, status: number) => void,
  ) {
    this.module = module
    this.storage = storage
    this.log = log
    this.ended = ended
  }

  attach(memory: EngineMemory): void {
    this.memory = memory
  }

  /** Copies the memory up to `end` and starts a child. Returns 0 or a negated error number. */
  start(pid: number, end: number): number {
    const { storage, memory } = this
    if (!storage || !memory) return NOT_HERE
    memory.refresh()
    let image: Uint8Array<ArrayBuffer>
    try {
      image = memory.copy(end >>> 0)
    } catch {
      return NO_MEMORY // the engine says so in its log
    }
    const ended = (status: number) => {
      if (this.running?.pid !== pid) return
      this.gone()
      this.ended(pid, status)
    }
    const work = { module: this.module, image, log: this.log, ended }
    const thread = startThread(storage, work) ?? startTurn(storage, work)
    this.running = { pid, kill: () => thread.kill() }
    return 0
  }

  /** When this returns, the child changes no file any more. */
  kill(): void {
    this.running?.kill()
    this.gone()
  }

  get busy(): boolean {
    return this.running !== undefined
  }

  /** Resolves when no child is running. */
  settled(): Promise<void> {
    if (!this.running) return Promise.resolve()
    return new Promise((resolve) => this.waiting.push(resolve))
  }

  private gone(): void {
    this.running = undefined
    const { waiting } = this
    this.waiting = []
    for (const resolve of waiting) resolve()
  }
}

/** In this thread, once what runs now is over. */
function startTurn(storage: Storage, { module, image, log, ended }: ChildWork): ChildThread {
  let killed = false
  startTimer(() => {
    if (!killed) ended(runChild(module, image, storage, log))
  }, 0)
  return {
    kill() {
      killed = true
    },
  }
}
