import { createEngine, Engine } from '../create.ts'
import { PAGE } from '../engine/image.ts'
import { loadModule } from '../engine/module.ts'
import { EngineClosedError } from '../errors.ts'
import { checkNames } from '../options/checks.ts'
import { type EngineOptions, engineSettings, type SnapshotLike } from '../options.ts'
import { Snapshot } from '../snapshot/snapshot.ts'
import { type PoolOptions, type PoolSettings, poolSettings } from './options.ts'
import { PageStore } from './pages.ts'
import { type Lease, Waiters } from './waiters.ts'

/** What `acquire` takes. */
export interface AcquireOptions {
  /** The state that the engine is to have, instead of the one that the pool's options make. */
  snapshot?: SnapshotLike | Uint8Array
  /** Another module than that of the pool's options. */
  module?: EngineOptions['module']
  /** Ends the wait for an engine: the promise rejects with the signal's reason. */
  signal?: AbortSignal
}

/** What a pool has done so far, and what it holds. */
export interface PoolStats {
  /** Engines that were there when they were asked for; those that had to be made. */
  hits: number
  misses: number
  /** Hits among all that was asked for: 0 to 1, and 0 before the first. */
  hitRate: number
  /** Engines closed to make room for others, or because nobody had used them for long. */
  evictions: number
  engines: { total: number; inUse: number; idle: number }
  /** How many calls of `acquire` wait. */
  waiting: number
  /** Pages of 4 KiB in kept snapshots: all, those that lie in several and are held once, those that are zero. */
  pages: { total: number; shared: number; zero: number }
  /** What the shared and the zero pages would take, in bytes. */
  bytesSaved: number
}

interface Idle {
  engine: Engine
  module: WebAssembly.Module
  /** When it was released, in milliseconds of `performance.now()`. */
  since: number
}

// Taken once, so that a test runner's fake timers do not stop a pool.
const startTimer = globalThis.setTimeout.bind(globalThis)
const stopTimer = globalThis.clearTimeout.bind(globalThis)
const now = performance.now.bind(performance)

/** Engines that are used one after the other: each is put back to its beginning before somebody gets it. */
export class Pool {
  private readonly settings: PoolSettings
  /** The one that was used longest ago first. */
  private idle: Idle[] = []
  private readonly leased = new Map<Engine, WebAssembly.Module>()
  /** Those that were not given back, also when they have ended since. */
  private readonly lent = new WeakSet<Engine>()
  private readonly waiters = new Waiters()
  private readonly pages = new PageStore()
  private readonly counts = { hits: 0, misses: 0, evictions: 0 }
  private readonly perModule = new Map<WebAssembly.Module, number>()
  /** How an engine is made, for each module. */
  private readonly makers = new Map<WebAssembly.Module, Snapshot>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private ended: EngineClosedError | undefined

  /** @internal Pools are made by `createPool`. */
  constructor(settings: PoolSettings) {
    this.settings = settings
  }

  /** @internal */
  async warm(): Promise<void> {
    const module = await this.prepare(undefined)
    for (let i = 0; i < this.settings.warmup; i++) this.retire(this.make(module), module)
  }

  /**
   * An engine that nobody else has, in the state that the pool's options make, or in that of a snapshot. It is to be
   * given back with `release`. When the pool is at its limits the call waits, in the order of calls.
   *
   * Rejects with the reason of `signal`, with an `EngineClosedError` when the pool is closed, and as `createEngine` does.
   */
  async acquire(options: AcquireOptions = {}): Promise<Engine> {
    checkNames(options, ['snapshot', 'module', 'signal'])
    const { signal, snapshot } = options
    const target = snapshot === undefined ? undefined : Snapshot.from(snapshot)
    signal?.throwIfAborted()
    const module = await this.prepare(options.module)
    signal?.throwIfAborted()
    const engine = await this.wait(module, signal)
    if (!target) return engine
    try {
      engine.reset(target)
      return engine
    } catch (error) {
      this.release(engine)
      throw error
    }
  }

  /**
   * Gives an engine back: it is put back to its beginning; all its clients, servers on it and the object itself are
   * closed. One that was closed or has crashed in use has made room for another already. Throws a `TypeError` for what
   * was not acquired here, or was released already.
   */
  release(engine: Engine): void {
    const module = this.leased.get(engine)
    if (!module && this.lent.has(engine) && engine.closed) return
    if (!module) throw new TypeError('this engine is not in use: it was not acquired from this pool, or is released')
    this.leased.delete(engine)
    this.lent.delete(engine)
    this.retire(engine.handOver(new EngineClosedError('the engine was released to its pool')), module)
    this.serve()
  }

  /**
   * Holds a snapshot in the pool, and gives the form of it to be used with `acquire`: pages that it has in common with
   * others that are kept are held once. What was given is not needed any more.
   */
  keep(snapshot: SnapshotLike | Uint8Array): Snapshot {
    const given = Snapshot.from(snapshot)
    return new Snapshot(this.pages.keep(given.image), given.build)
  }

  /** Does not hold it any longer. Returns false for one that `keep` did not give. */
  drop(snapshot: Snapshot): boolean {
    return this.pages.drop(snapshot.image)
  }

  stats(): PoolStats {
    const { hits, misses, evictions } = this.counts
    const pages = this.pages.stats
    const inUse = this.leased.size
    const idle = this.idle.length
    return {
      hits,
      misses,
      hitRate: hits + misses === 0 ? 0 : hits / (hits + misses),
      evictions,
      engines: { total: inUse + idle, inUse, idle },
      waiting: this.waiters.length,
      pages,
      bytesSaved: (pages.shared + pages.zero) * PAGE,
    }
  }

  /** Closes all engines, those in use, too. Calls that wait reject with an `EngineClosedError`. Idempotent. */
  async close(): Promise<void> {
    if (this.ended) return
    const ended = new EngineClosedError('the pool is closed')
    this.ended = ended
    if (this.timer !== undefined) stopTimer(this.timer)
    const engines = [...this.idle.map(({ engine }) => engine), ...this.leased.keys()]
    this.idle = []
    this.leased.clear()
    this.perModule.clear()
    this.waiters.end(ended)
    for (const engine of engines) await engine.close()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }

  /** The compiled module, of which engines can then be made at once. */
  private async prepare(source: EngineOptions['module']): Promise<WebAssembly.Module> {
    const module = await loadModule(source === undefined ? this.settings.engine : { module: source })
    if (this.ended) throw this.ended
    if (!this.makers.has(module)) {
      const first = await createEngine(this.optionsFor(module))
      this.makers.set(module, first.snapshot())
      await first.close()
    }
    if (this.ended) throw this.ended
    return module
  }

  /** What an engine of this module is made with. */
  private optionsFor(module: WebAssembly.Module): EngineOptions {
    return { ...this.settings.engine, build: undefined, module }
  }

  private wait(module: WebAssembly.Module, signal: AbortSignal | undefined): Promise<Engine> {
    const engine = this.waiters.add(module, signal)
    this.serve()
    return engine
  }

  /** Gives out what can be had. */
  private serve(): void {
    this.waiters.serve((module) => this.leaseOf(module))
  }

  /** The way to an engine of this module, if the limits leave one. */
  private leaseOf(module: WebAssembly.Module): Lease | undefined {
    const at = this.idle.findLastIndex((one) => one.module === module)
    if (at >= 0) {
      const [{ engine }] = this.idle.splice(at, 1)
      return () => {
        this.counts.hits++
        engine.core.schedule.arm()
        return this.lend(engine, module)
      }
    }
    if ((this.perModule.get(module) ?? 0) >= this.settings.maxPerModule) return undefined
    if (this.leased.size + this.idle.length >= this.settings.maxTotal && !this.evict()) return undefined
    return () => {
      this.counts.misses++
      return this.lend(this.make(module), module)
    }
  }

  /** One that ends in its user's hands makes room for another, given back or not. */
  private lend(engine: Engine, module: WebAssembly.Module): Engine {
    this.leased.set(engine, module)
    this.lent.add(engine)
    engine.core.onceEnded(() => {
      if (!this.leased.delete(engine)) return
      this.forget(module)
      this.serve()
    })
    return engine
  }

  private make(module: WebAssembly.Module): Engine {
    const engine = Engine.of(module, engineSettings(this.optionsFor(module)), this.makers.get(module) as Snapshot)
    this.perModule.set(module, (this.perModule.get(module) ?? 0) + 1)
    return engine
  }

  /** Puts an engine to rest until somebody wants it. */
  private retire(engine: Engine, module: WebAssembly.Module): void {
    engine.reset()
    engine.core.schedule.stop()
    this.idle.push({ engine, module, since: now() })
    this.watch()
  }

  /** Closes the engine that has been idle for longest. */
  private evict(): boolean {
    const oldest = this.idle.shift()
    if (!oldest) return false
    this.counts.evictions++
    this.forget(oldest.module)
    oldest.engine.core.close()
    return true
  }

  private forget(module: WebAssembly.Module): void {
    this.perModule.set(module, (this.perModule.get(module) ?? 1) - 1)
  }

  /** One timer for all: for the engine that is idle for longest. It does not keep the process alive. */
  private watch(): void {
    const { maxIdleMs } = this.settings
    if (maxIdleMs === 0 || this.timer !== undefined || this.idle.length === 0 || this.ended) return
    const wait = Math.max(1, this.idle[0].since + maxIdleMs - now())
    const timer = startTimer(() => {
      this.timer = undefined
      while (this.idle.length > 0 && now() - this.idle[0].since >= maxIdleMs) this.evict()
      this.watch()
    }, wait)
    ;(timer as unknown as { unref?: () => void }).unref?.()
    this.timer = timer
  }
}

/**
 * A pool of engines, with `warmup` of them made. Rejects with a `TypeError` for a wrong option, and as `createEngine` does.
 */
export async function createPool(options?: PoolOptions): Promise<Pool> {
  const pool = new Pool(poolSettings(options))
  await pool.warm()
  return pool
}
