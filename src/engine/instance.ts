import { EngineStartError } from '../errors.ts'
import type { EngineChildren } from './children.ts'
import { ABI_VERSION, type Exports, type Imports } from './contract.ts'
import type { EngineFiles } from './files.ts'
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

/** Calls `use` with a copy of `bytes` in the module; undefined, without a call, when there is no room. */
export function withBytes<T>(
  { exports, memory }: Pick<Instance, 'exports' | 'memory'>,
  bytes: Uint8Array,
  use: (pointer: number) => T,
): T | undefined {
  const pointer = exports.redis_alloc(bytes.length) >>> 0
  memory.refresh()
  if (pointer === 0) return undefined
  memory.bytes.set(bytes, pointer)
  const result = use(pointer)
  exports.redis_free(pointer, bytes.length)
  return result
}
