import type { StorageLayer } from '../engine/files.ts'
import { fileError, type Storage, type StorageFile } from '../storage/storage.ts'
import { type StorageFaultRule, type StorageMatcher, type StorageOperation, storageMatcherOf } from './storage-rule.ts'

/** What is known of a rule while it is in force. */
export class StorageAim {
  readonly rule: StorageFaultRule
  readonly matches: StorageMatcher
  /** How many bytes still fit, where the rule says how many did. */
  room: number

  constructor(rule: StorageFaultRule) {
    this.rule = rule
    this.matches = storageMatcherOf(rule)
    this.room = rule.space ?? 0
  }
}

/** A layer over a storage in which things go wrong. */
export class StorageFaults implements StorageLayer {
  private readonly aims: () => Iterable<StorageAim>
  private readonly strikes: (aim: StorageAim) => boolean
  private readonly settled: () => void
  /** How many pieces were written in part, and nobody has tried to write the rest. */
  private parts = 0

  /**
   * `aims` are in the order in which they were added; `strikes` is asked of one that is meant, and counts; `settled` is
   * called when `unsettled` ends.
   */
  constructor(aims: () => Iterable<StorageAim>, strikes: (aim: StorageAim) => boolean, settled: () => void) {
    this.aims = aims
    this.strikes = strikes
    this.settled = settled
  }

  /** True while somebody is to be told an error yet, although the rule may be gone. */
  get unsettled(): boolean {
    return this.parts > 0
  }

  over(inner: Storage): Storage {
    return {
      acquire: () => inner.acquire(),
      release: () => inner.release(),
      open: (name, mode) => {
        this.meet('open', name)
        if (mode !== 'replace') return inner.open(name, mode)
        const size = sizeIn(inner, name)
        const file = inner.open(name, mode)
        this.free(name, size)
        return file
      },
      rename: (from, to) => {
        this.meet('rename', from, to)
        const size = sizeIn(inner, to)
        inner.rename(from, to)
        this.free(to, size)
      },
      remove: (name) => {
        this.meet('remove', name)
        const size = sizeIn(inner, name)
        inner.remove(name)
        this.free(name, size)
      },
      list: () => inner.list(),
      syncNames: () => {
        this.meet('sync', FOLDER)
        inner.syncNames()
      },
    }
  }

  overFile(name: string, file: StorageFile): StorageFile {
    return new FaultyFile(this, name, file)
  }

  /** @internal Somebody is to be told an error yet, or has been. */
  unsettle(by: 1 | -1): void {
    this.parts += by
    if (this.parts === 0) this.settled()
  }

  /** @internal Throws what the rules say of an operation that is done or not. */
  meet(operation: StorageOperation, ...names: string[]): void {
    const aim = this.judge(operation, names, 0)
    if (aim?.rule.error !== undefined) throw struck(aim.rule.error, operation, names[0])
  }

  /** @internal Waits as long as rules say, and returns the first of the others that the operation meets. */
  judge(operation: StorageOperation, names: readonly string[], growth: number): StorageAim | undefined {
    const { latency, met } = this.met(operation, names, growth)
    if (latency > 0) pause(latency)
    return met
  }

  /** @internal For how many milliseconds an operation is to wait, and what it meets then. */
  met(operation: StorageOperation, names: readonly string[], growth: number): { latency: number; met?: StorageAim } {
    let latency = 0
    let met: StorageAim | undefined
    for (const aim of this.aims()) {
      const isSlow = aim.rule.latency !== undefined
      if ((met && !isSlow) || !aim.matches(operation, names)) continue
      if (aim.rule.space !== undefined && growth <= aim.room) continue
      if (!this.strikes(aim)) continue
      if (isSlow) latency += aim.rule.latency ?? 0
      else met = aim
    }
    return { latency, met }
  }

  /** @internal There is room for so many bytes more, or less. */
  free(name: string, bytes: number): void {
    if (bytes === 0) return
    for (const aim of this.aims()) {
      if (aim.matches('write', [name])) aim.room += bytes
    }
  }
}

/** An open file in which things go wrong. */
class FaultyFile implements StorageFile {
  private readonly faults: StorageFaults
  private readonly name: string
  private readonly inner: StorageFile
  /** After a piece was written in part: where the rest begins, and what who tries to write that is told. */
  private rest: { position: number; code: string } | undefined

  constructor(faults: StorageFaults, name: string, inner: StorageFile) {
    this.faults = faults
    this.name = name
    this.inner = inner
  }

  read(position: number, into: Uint8Array): number {
    this.faults.meet('read', this.name)
    return this.inner.read(position, into)
  }

  /** As a disk does: what can be written of a piece is, and counts, and the attempt to write the rest fails. */
  write(position: number, from: Uint8Array): number {
    const { faults, name, inner } = this
    const rest = this.settle()
    if (rest?.position === position) throw struck(rest.code, 'write', name)
    const growth = Math.max(0, position + from.length - inner.size())
    const aim = faults.judge('write', [name], growth)
    if (!aim) return this.put(position, from)
    const { error, torn } = aim.rule
    if (error !== undefined) throw struck(error, 'write', name)
    const code = torn === undefined ? 'ENOSPC' : 'EIO'
    const part = torn === undefined ? from.length - growth + Math.max(0, aim.room) : Math.floor(from.length * torn)
    if (part <= 0) throw struck(code, 'write', name)
    const done = this.put(position, from.subarray(0, part))
    this.rest = { position: position + done, code }
    faults.unsettle(1)
    return done
  }

  private put(position: number, from: Uint8Array): number {
    const before = this.inner.size()
    const done = this.inner.write(position, from)
    this.faults.free(this.name, Math.min(0, before - position - done))
    return done
  }

  private settle(): { position: number; code: string } | undefined {
    const { rest } = this
    this.rest = undefined
    if (rest) this.faults.unsettle(-1)
    return rest
  }

  sync(): void {
    this.faults.meet('sync', this.name)
    this.inner.sync()
  }

  /** Slow, it holds nobody up; and so it is here over a storage that knows no other than `sync`. */
  syncLater(done: (error?: Error) => void): void {
    const { name, inner } = this
    const { latency, met } = this.faults.met('sync', [name], 0)
    startTimer(() => {
      if (met?.rule.error !== undefined) done(struck(met.rule.error, 'sync', name))
      else if (inner.syncLater) inner.syncLater(done)
      else done(errorOf(() => inner.sync()))
    }, latency)
  }

  truncate(size: number): void {
    this.faults.meet('truncate', this.name)
    const before = this.inner.size()
    this.inner.truncate(size)
    this.faults.free(this.name, before - size)
  }

  size(): number {
    return this.inner.size()
  }

  close(): void {
    this.settle()
    this.inner.close()
  }
}

/** What `work` throws. */
function errorOf(work: () => void): Error | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    return error as Error
  }
}

// Taken once, so that a test runner's fake timers do not hold a disk up.
const startTimer = globalThis.setTimeout.bind(globalThis)

/** What the folder is called whose names are synced. */
const FOLDER = '.'

function struck(code: string, operation: string, name: string): Error {
  return fileError(code, `a fault met ${operation} of ${name} (engine.faults)`)
}

/** The size of a file, 0 where there is none. */
function sizeIn(storage: Storage, name: string): number {
  let file: StorageFile
  try {
    file = storage.open(name, 'read')
  } catch {
    return 0 // there is none; if it cannot be read, the operation itself will say so
  }
  const size = file.size()
  file.close()
  return size
}

/** As a disk does that is slow: nothing else runs in this thread. Not of the engine's clock, which may stand. */
function pause(milliseconds: number): void {
  const until = performance.now() + milliseconds
  try {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
  } catch {
    // A browser's page may not wait like that, or has no shared memory.
    while (performance.now() < until);
  }
}
