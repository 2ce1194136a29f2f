import { startThread } from '#platform'
import type { Storage } from '../storage/storage.ts'
import { runChild } from './child.ts'
import type { EngineFiles, StorageLayer } from './files.ts'
import type { EngineMemory } from './memory.ts'

// Taken once, so that a test runner's fake timers do not hold a save up.
const startTimer = globalThis.setTimeout.bind(globalThis)
const stopTimer = globalThis.clearTimeout.bind(globalThis)

/** EAGAIN, ENOMEM and ENOSYS, as the contract numbers them. */
const ASK_AGAIN = -6
const NO_MEMORY = -48
const NOT_HERE = -52

/** From this size on, in bytes, memory for the copy is made ready ahead where there is time for it. */
const WORTH_PREPARING = 32 * 1024 * 1024
/** How much more of it than there is now: the engine goes on meanwhile. */
const AHEAD = 1.125
/** For how long what is ready waits to be used, in milliseconds. */
const KEPT_READY = 30_000

/** A thread for a child. */
export interface ChildThread {
  /** Begins with what lies in `stage`, up to `length`. Only where the thread was given a stage. */
  begin(length: number): void
  /** When this returns it changes no file any more. */
  kill(): void
}

/** What a child needs. */
export interface ChildWork {
  module: WebAssembly.Module
  /** The copy, given away; or memory that it will be written to, which the thread makes ready. */
  image: Uint8Array<ArrayBuffer> | SharedArrayBuffer
  log: (line: string) => void
  /** The memory is ready. */
  ready: () => void
  ended: (status: number) => void
}

/** Memory for the next copy, and the thread that has it ready or is about to. */
interface Preparation {
  stage: SharedArrayBuffer
  thread: ChildThread
  isReady: boolean
  timer: ReturnType<typeof setTimeout>
}

/**
 * Saves in the background. A server forks and has the copy write; here the memory is copied, which is the only pause,
 * and an instance over the copy writes: in a thread, where the storage can be used from one, else in a turn of its own.
 *
 * A copy to memory that was never touched costs ten times what a copy costs, most of it spent by the operating system on
 * handing the memory out. So a thread touches it first, where the engine can wait for that.
 */
export class EngineChildren {
  private readonly module: WebAssembly.Module
  private readonly files: EngineFiles
  private readonly log: (line: string) => void
  private readonly ended: (pid: number, status: number) => void
  private readonly ready: () => void
  /** The engine has said that a child is running, and waits to be told when it can start it. */
  private promised = false
  private running: { pid: number; thread: ChildThread } | undefined
  private preparation: Preparation | undefined
  private memory: EngineMemory | undefined
  private waiting: (() => void)[] = []

  /**
   * Both are called from outside of the engine: `ended` never for a child that was killed, `ready` when a child that was
   * announced can be started.
   */
  constructor(
    module: WebAssembly.Module,
    files: EngineFiles,
    log: (line: string) => void,
    ended: (pid: number, status: number) => void,
    ready: () => void,
  ) {
    this.module = module
    this.files = files
    this.log = log
    this.ended = ended
    this.ready = ready
  }

  attach(memory: EngineMemory): void {
    this.memory = memory
  }

  /**
   * Copies the memory up to `end` and starts a child; with pid 0 or -1, prepares that, and with -1 tells when it is
   * prepared. Returns 0 or a negated error number.
   */
  start(pid: number, end: number): number {
    const { memory } = this
    const { storage, layer } = this.files
    if (!storage || !memory) return NOT_HERE
    memory.refresh()
    const length = end >>> 0
    if (pid <= 0) {
      const answer = layer ? 0 : this.prepare(storage, length)
      if (pid < 0) this.promised = answer !== 0
      return answer
    }
    this.promised = false
    try {
      const prepared = layer ? undefined : this.startPrepared(pid, length)
      const thread = prepared ?? this.startNow(storage, memory.copy(length), pid, layer)
      this.running = { pid, thread }
    } catch {
      return NO_MEMORY // the engine says so in its log
    }
    return 0
  }

  private startPrepared(pid: number, length: number): ChildThread | undefined {
    const { preparation, memory } = this
    if (!preparation?.isReady || preparation.stage.byteLength < length) return undefined
    memory?.copyTo(new Uint8Array(preparation.stage), length)
    stopTimer(preparation.timer)
    this.preparation = undefined
    this.pids.set(preparation.stage, pid)
    preparation.thread.begin(length)
    return preparation.thread
  }

  /** Whose copy lies in a stage. */
  private readonly pids = new WeakMap<SharedArrayBuffer, number>()

  /** A layer is here, and not in a thread. */
  private startNow(storage: Storage, image: Uint8Array<ArrayBuffer>, pid: number, layer?: StorageLayer): ChildThread {
    const ended = (status: number) => this.end(pid, status)
    const ready = () => {
      // it has begun already
    }
    const work = { module: this.module, image, log: this.log, ready, ended }
    return (layer ? undefined : startThread(storage, work)) ?? startTurn(storage, image, work, layer)
  }

  /** 0 when a copy can be made as quickly as it will ever be, else ASK_AGAIN. */
  private prepare(storage: Storage, length: number): number {
    if (length < WORTH_PREPARING) return 0
    const { preparation } = this
    if (preparation && preparation.stage.byteLength >= length) return preparation.isReady ? 0 : ASK_AGAIN
    this.unprepare()
    let stage: SharedArrayBuffer
    try {
      stage = new SharedArrayBuffer(Math.ceil(length * AHEAD))
    } catch {
      return 0 // there is no room for more than the copy itself, if for that
    }
    const work: ChildWork = {
      module: this.module,
      image: stage,
      log: this.log,
      ready: () => {
        if (this.preparation?.stage !== stage) return
        this.preparation.isReady = true
        this.keepPromise()
      },
      ended: (status) => {
        if (this.preparation?.stage === stage) this.giveUpPreparing()
        this.end(this.pids.get(stage) ?? 0, status)
      },
    }
    const thread = startThread(storage, work)
    if (!thread) return 0
    const timer = startTimer(() => this.giveUpPreparing(), KEPT_READY)
    ;(timer as unknown as { unref?(): void }).unref?.()
    this.preparation = { stage, thread, isReady: false, timer }
    return ASK_AGAIN
  }

  private giveUpPreparing(): void {
    this.unprepare()
    this.keepPromise()
  }

  /** The engine starts what it has announced; where that fails, it says so and nothing is running. */
  private keepPromise(): void {
    if (!this.promised) return
    this.promised = false
    this.ready()
    if (!this.running) this.gone()
  }

  private unprepare(): void {
    const { preparation } = this
    this.preparation = undefined
    if (!preparation) return
    stopTimer(preparation.timer)
    preparation.thread.kill()
  }

  private end(pid: number, status: number): void {
    if (this.running?.pid !== pid) return
    this.gone()
    this.ended(pid, status)
  }

  /** When this returns, the child changes no file any more. */
  kill(): void {
    this.running?.thread.kill()
    this.promised = false
    this.gone()
  }

  /** The engine has ended. */
  close(): void {
    this.kill()
    this.unprepare()
  }

  get busy(): boolean {
    return this.running !== undefined || this.promised
  }

  /** Resolves when no child is running. */
  settled(): Promise<void> {
    if (!this.busy) return Promise.resolve()
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
function startTurn(storage: Storage, image: Uint8Array, work: ChildWork, layer?: StorageLayer): ChildThread {
  const { module, log, ended } = work
  let killed = false
  startTimer(() => {
    if (!killed) ended(runChild(module, image, storage, log, layer))
  }, 0)
  return {
    begin() {
      // it was given the copy itself
    },
    kill() {
      killed = true
    },
  }
}
