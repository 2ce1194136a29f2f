import { layInto } from './boot.ts'
import type { EngineCore } from './engine.ts'
import { capture } from './reset.ts'

/** What an engine takes. All but `fragmentation` and `pages` are bytes. */
export interface MemoryUsage {
  /** What data, connections and the engine's own tables take: `used_memory` of INFO. */
  readonly used: number
  /** The most that `used` has been, as far as the engine has looked: `used_memory_peak`. */
  readonly peak: number
  /** `resident / used`: above 1 by as much as lies idle between what is used, or waits there to be used again. */
  readonly fragmentation: number
  /** How far the engine's memory was ever in use since it began or was compacted to less: `used_memory_rss`. */
  readonly resident: number
  /** `maxmemory`; 0 is no limit but the address space. */
  readonly limit: number
  /** The address space that the module has taken, which never shrinks. What was never written to takes no memory. */
  readonly size: number
  /** The same in WebAssembly pages of 64 KB, of which there can be 65,536. */
  readonly pages: number
}

/** What the engine takes after what was issued before. */
export function usageOf(engine: EngineCore): MemoryUsage {
  engine.exchange.runQueued()
  engine.enter('redis_usage')
  const { memory } = engine
  const [used = 0, peak = 0, limit = 0, resident = 0] = new Float64Array(memory.copyOutput().buffer)
  const { size } = memory
  return { used, peak, fragmentation: resident / used, resident, limit, size, pages: size / 65536 }
}

/**
 * Moves the engine to a new instance of the module, without the pages in which nothing is. A module's memory can be given
 * back only as a whole. Returns how many bytes those pages took.
 *
 * Throws a `RangeError` when there is no memory for the second instance; the engine goes on in the first then.
 */
export function compact(engine: EngineCore): number {
  engine.exchange.runQueued()
  const freed = engine.enter('redis_clear_free')
  const image = capture(engine, 'viewed')
  const instance = engine.instantiate()
  try {
    layInto(instance, image)
  } catch (error) {
    engine.stay()
    throw error
  }
  engine.moveTo(instance)
  return freed
}
