import type { EngineMemory } from './memory.ts'

/** The unit in which memory is looked through, in bytes. */
export const PAGE = 4096
const MODULE_PAGE = 65536

/** A piece of the module's memory, as `[begin, end)`. */
export type Range = readonly [begin: number, end: number]

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

  /** What lies in `[begin, end)` of the memory: copied, or viewed where it lies, which is good until the engine runs. */
  static of(memory: EngineMemory, begin: number, end: number, time: ImageTime, how: 'copied' | 'viewed'): Image {
    const runs = pagesInUse(memory.words, begin, end).map(([at, to]) => {
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

/** The ranges of `[begin, end)` with something in them, by whole pages. */
export function pagesInUse(words: Uint32Array, begin: number, end: number): Range[] {
  const found: [number, number][] = []
  let last: [number, number] | undefined
  for (let at = begin; at < end; ) {
    // Pages of the memory, of which the first and the last may lie in part outside.
    const next = Math.min((Math.floor(at / PAGE) + 1) * PAGE, end)
    if (!isZero(words, at >>> 2, Math.ceil(next / 4))) {
      if (last && last[1] === at) last[1] = next
      else {
        last = [at, next]
        found.push(last)
      }
    }
    at = next
  }
  return found
}

function isZero(words: Uint32Array, from: number, to: number): boolean {
  let i = from
  for (; i + 4 <= to; i += 4) if ((words[i] | words[i + 1] | words[i + 2] | words[i + 3]) !== 0) return false
  for (; i < to; i++) if (words[i] !== 0) return false
  return true
}
