import { processId } from '#platform'
import { EngineStartError } from '../errors.ts'
import { configWord, type EngineSettings } from '../options.ts'
import type { Storage } from '../storage/storage.ts'
import { codeText, type Exports, GIVEN_DUMP, NO_MEMORY, PROCESS, STORAGE } from './contract.ts'
import { type Image, pagesInUse, type Range } from './image.ts'
import { type Instance, withBytes } from './instance.ts'
import type { EngineLog } from './log.ts'
import type { EngineMemory } from './memory.ts'

/** Makes an instance an engine with nothing in it but what it loads. Throws an `EngineStartError`. */
export function boot(instance: Instance, settings: EngineSettings, storage: Storage | undefined, log: EngineLog): void {
  const { exports, memory, clock } = instance
  const config = new TextEncoder().encode(configOf(settings, storage))
  let code: number | undefined
  try {
    exports._initialize()
    memory.refresh()
    memory.setBlock(exports.redis_block())
    memory.setProcess(processId)
    clock.write()
    code = withBytes(instance, config, (pointer) =>
      exports.redis_init(pointer, config.length, flagsOf(settings, storage)),
    )
  } catch (cause) {
    throw new EngineStartError(`the engine did not start: ${log.tail().join(' | ') || String(cause)}`, { cause })
  }
  memory.refresh()
  if (code === undefined || code < 0)
    throw new EngineStartError(`${codeText(code ?? NO_MEMORY)}: ${log.tail().join(' | ')}`)
}

/** What only boot can set, as text of a configuration file. */
function configOf({ bootConfig, configFile }: EngineSettings, storage: Storage | undefined): string {
  const lines = Object.entries(bootConfig).map(([name, value]) => `${name} ${value}\n`)
  if (storage) lines.push(`dir ${configWord('dir', storage.location ?? '/')}\n`)
  return (configFile ? `#file ${configFile.path}\n` : '') + lines.join('')
}

/** As `redis_init` takes them. */
function flagsOf({ rdb, devices }: EngineSettings, storage: Storage | undefined): number {
  return (storage ? STORAGE : 0) | (rdb ? GIVEN_DUMP : 0) | (devices ? PROCESS : 0)
}

/** Makes it the engine of an image. Throws an `EngineStartError` when there is not memory enough, or the image is bad. */
export function revive(instance: Instance, image: Image, flags: number): void {
  const { exports, memory, clock } = instance
  try {
    layInto(instance, image)
    memory.setProcess(processId)
    clock.goOnFrom(image.monotonic, image.wall)
    clock.write()
    const code = exports.redis_wake(flags)
    if (code < 0) throw new Error(codeText(code))
    memory.refresh()
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new EngineStartError(`the engine of a snapshot does not start: ${reason}`, { cause })
  }
}

/**
 * The pages that a new instance of a module has its data in before it is booted, which are the same in all of them: none
 * of one with a baked image.
 */
const pagesOf = new WeakMap<WebAssembly.Module, readonly Range[]>()

function ownPages(module: WebAssembly.Module, exports: Exports, memory: EngineMemory): readonly Range[] {
  let pages = pagesOf.get(module)
  if (!pages) {
    pages = pagesInUse(exports, 0, memory.size)
    pagesOf.set(module, pages)
  }
  return pages
}

/** Lays an image into an instance that has not run. Throws a `RangeError` when the memory cannot grow as far. */
export function layInto(
  { module, exports, memory }: Pick<Instance, 'module' | 'exports' | 'memory'>,
  image: Image,
): void {
  memory.setBlock(exports.redis_block())
  image.layAnew(memory, ownPages(module, exports, memory))
}
