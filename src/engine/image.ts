import type { Exports } from './contract.ts'
import type { EngineMemory } from './memory.ts'

/** The unit in which memory is looked through and copied, in bytes. */
export const PAGE = 4096
const MODULE_PAGE = 65536

/** A piece of the module's memory, as `[begin, end)`. */
export type Range = readonly [begin: number, end: number]

/** An engine that runs. */
interface Running {
  readonly exports: Exports
  readonly memory: EngineMemory
}

/** What an engine's clocks say, in milliseconds. */
export interface ImageTime {
  monotonic: number
  wall: number
}

/** Pages that hold something, one behind the other. */
export interface Run {
  /** Where they lie in the module's memory. */
  readonly at: number
  readonly bytes: Uint8Array
}

/**
 * All of an engine at one moment: the piece of the module's memory that it lies in (`redis_image`), without the pages of
 * it that are zero.
 */
export class Image {
  readonly begin: number
  readonly end: number
  /** What the engine's monotonic clock said, in milliseconds. A later clock must not say less. */
  readonly monotonic: number
  /** What its wall clock said, in milliseconds. */
  readonly wall: number
  readonly runs: readonly Run[]

  constructor(begin: number, end: number, time: ImageTime, runs: readonly Run[]) {
    this.begin = begin
    this.end = end
    this.monotonic = time.monotonic
    this.wall = time.wall
    this.runs = runs
  }

  /** All of an engine that has just told where it lies (`redis_image`): copied, or viewed where it lies, which is good until the engine runs. */
  static of({ exports, memory }: Running, time: ImageTime, how: 'copied' | 'viewed'): Image {
    const { outputStart: begin, outputEnd: end } = memory
    const runs = pagesInUse(exports, begin, end).map(([at, to]) => {
      const there = memory.window(at, to)
      return { at, bytes: how === 'copied' ? there.slice() : there }
    })
    return new Image(begin, end, time, runs)
  }

  /** How many bytes of memory it holds. */
  get size(): number {
    let size = 0
    for (const { bytes } of this.runs) size += bytes.length
    return size
  }

  /**
   * Lays it into the memory of a new instance, which holds the module's own data in the pages of `own`. Throws a
   * `RangeError` when the memory cannot grow as far.
   */
  layAnew(memory: EngineMemory, own: readonly Range[]): void {
    memory.growTo(Math.ceil(this.end / MODULE_PAGE))
    this.lay(memory, own)
  }

  /** Lays it over an engine that lies in memory up to `used`, whose pages that it does not fill become zero. */
  layOver(memory: EngineMemory, used: number): void {
    this.lay(memory, this.gaps(used))
  }

  private lay(memory: EngineMemory, cleared: readonly Range[]): void {
    for (const [from, to] of cleared) memory.bytes.fill(0, from, to)
    for (const { at, bytes } of this.runs) memory.bytes.set(bytes, at)
  }

  /** What lies between its runs, up to `used`. */
  private gaps(used: number): Range[] {
    const gaps: Range[] = []
    let at = this.begin
    for (const run of this.runs) {
      if (run.at > at) gaps.push([at, run.at])
      at = run.at + run.bytes.length
    }
    if (used > at) gaps.push([at, used])
    return gaps
  }
}

/** The ranges of `[begin, end)` with something in them, by whole pages. `begin` begins one. */
export function pagesInUse({ redis_page: page }: Exports, begin: number, end: number): Range[] {
  const found: Range[] = []
  for (let at = begin; at < end; ) {
    const from = page(at, end, 1) >>> 0
    if (from >= end || from < at) return found
    at = page(from, end, 0) >>> 0
    if (at > end || at < from) at = end // 0 is the end of 4 GB
    found.push([from, at])
  }
  return found
}
