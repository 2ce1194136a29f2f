import { processId } from '#platform'
import { EngineStartError } from '../errors.ts'
import type { EngineChildren } from './children.ts'
import { ABI_VERSION, codeText, type Exports, type Imports } from './contract.ts'
import type { EngineFiles } from './files.ts'
import { type Image, pagesInUse, type Range } from './image.ts'
import type { EngineLog } from './log.ts'
import { EngineMemory } from './memory.ts'
import type { RandomSource } from './random.ts'
import { monotonicNow, type TimeSource } from './time-source.ts'

/** Thrown through the module when the engine ends itself; it must not go on after that. */
export class EngineExit extends Error {
  readonly status: number

  constructor(status: number) {
    super(`the engine exited with status ${status}`)
    this.status = status
  }
}

/** One instance of the module with its memory and clock. */
export interface Instance {
  module: WebAssembly.Module
  exports: Exports
  memory: EngineMemory
  clock: TimeSource
}

/** What an instance finds around it. */
export interface Surroundings {
  log: EngineLog
  /** Told of connections that have output or have ended. */
  announce: (id: number) => void
  /** Says what shall become of a command while the engine is watched. */
  judge: (pointer: number) => number
  clock: TimeSource
  fillRandom: RandomSource
  files: EngineFiles
  children: EngineChildren
}

/**
 * Instantiates the module, which is not an engine before `boot` or `revive`. Throws an `EngineStartError`.
 */
export function newInstance(module: WebAssembly.Module, surroundings: Surroundings): Instance {
  const { log, announce, judge, clock, fillRandom, files, children } = surroundings
  let memory: EngineMemory
  const imports: Imports = {
    output: announce,
    now() {
      memory.refresh()
      clock.write()
      memory.writeReal(monotonicNow())
    },
    random(pointer, length) {
      memory.refresh()
      fillRandom(memory.bytes.subarray(pointer, pointer + length))
    },
    log(pointer, length) {
      memory.refresh()
      log.add(memory.text(pointer, length))
    },
    command: judge,
    exit(code) {
      throw new EngineExit(code)
    },
    ...files.imports,
    child(pid, end) {
      if (end !== 0) return children.start(pid, end)
      children.kill()
      return 0
    },
  }
  const exports = instantiate(module, imports)
  memory = new EngineMemory(exports.memory)
  clock.attach(memory)
  files.attach(memory)
  children.attach(memory)
  return { module, exports, memory, clock }
}

/**
 * Boots it. `config` is configuration file text for what only boot can set, `flags` are those of `redis_init`. Throws an
 * `EngineStartError`.
 */
export function boot({ exports, memory, clock }: Instance, config: string, flags: number, log: EngineLog): void {
  let code: number
  try {
    exports._initialize?.()
    memory.refresh()
    memory.setBlock(exports.redis_block())
    memory.setProcess(processId)
    clock.write()
    const text = new TextEncoder().encode(config)
    const pointer = exports.redis_alloc(text.length)
    memory.refresh()
    memory.bytes.set(text, pointer)
    code = exports.redis_init(pointer, text.length, flags)
    exports.redis_free(pointer, text.length)
  } catch (cause) {
    throw new EngineStartError(`the engine did not start: ${log.tail().join(' | ') || String(cause)}`, { cause })
  }
  memory.refresh()
  if (code < 0) throw new EngineStartError(`${codeText(code)}: ${log.tail().join(' | ')}`)
}

/** Makes it the engine of an image. Throws an `EngineStartError` when there is not memory enough, or the image is bad. */
export function revive({ module, exports, memory, clock }: Instance, image: Image, flags: number): void {
  try {
    layInto(module, exports, memory, image)
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

/** The pages that a new instance of a module has its data in, which are the same in all of them. */
const pagesOf = new WeakMap<WebAssembly.Module, readonly Range[]>()

function ownPages(module: WebAssembly.Module, exports: Exports, memory: EngineMemory): readonly Range[] {
  let pages = pagesOf.get(module)
  if (!pages) {
    exports.redis_image()
    pages = pagesInUse(memory.words, memory.outputStart, memory.outputStart + memory.outputSize)
    pagesOf.set(module, pages)
  }
  return pages
}

/** Lays an image into an instance that has not run. Throws a `RangeError` when the memory cannot grow as far. */
export function layInto(module: WebAssembly.Module, exports: Exports, memory: EngineMemory, image: Image): void {
  memory.setBlock(exports.redis_block())
  image.layAnew(memory, ownPages(module, exports, memory))
}

function instantiate(module: WebAssembly.Module, imports: Imports): Exports {
  let exports: Exports
  try {
    const instance = new WebAssembly.Instance(module, { host: imports as unknown as WebAssembly.ModuleImports })
    exports = instance.exports as unknown as Exports
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new EngineStartError(`the engine's module cannot be instantiated: ${reason}`, { cause })
  }
  const version = exports.redis_abi_version?.()
  if (version !== ABI_VERSION) {
    throw new EngineStartError(
      `redis.wasm speaks version ${version} of the contract, this library ${ABI_VERSION}; use the file it came with`,
    )
  }
  return exports
}
