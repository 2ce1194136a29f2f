import { fillRandom, processId } from '#platform'
import { EngineStartError } from '../errors.ts'
import { SystemClock } from './clock.ts'
import { ABI_VERSION, codeText, type Exports, type Imports } from './contract.ts'
import type { EngineLog } from './log.ts'
import { EngineMemory } from './memory.ts'

/** Thrown through the module when the engine ends itself; it must not go on after that. */
export class EngineExit extends Error {
  readonly status: number

  constructor(status: number) {
    super(`the engine exited with status ${status}`)
    this.status = status
  }
}

/** One instance of the module with its memory and clock, booted. */
export interface Instance {
  exports: Exports
  memory: EngineMemory
  clock: SystemClock
}

/**
 * Instantiates and boots the module. `config` is configuration file text for what only boot can set; `announce` is
 * told of connections that have output or have ended. Throws an `EngineStartError`.
 */
export function boot(
  module: WebAssembly.Module,
  config: string,
  log: EngineLog,
  announce: (id: number) => void,
): Instance {
  let memory: EngineMemory
  let clock: SystemClock
  const imports: Imports = {
    output: announce,
    now() {
      memory.refresh()
      clock.write()
    },
    random(pointer, length) {
      memory.refresh()
      fillRandom(memory.bytes.subarray(pointer, pointer + length))
    },
    log(pointer, length) {
      memory.refresh()
      log.add(memory.text(pointer, length))
    },
    exit(code) {
      throw new EngineExit(code)
    },
  }

  const exports = instantiate(module, imports)
  memory = new EngineMemory(exports.memory)
  clock = new SystemClock(memory)
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
    code = exports.redis_init(pointer, text.length)
    exports.redis_free(pointer, text.length)
  } catch (cause) {
    throw new EngineStartError(`the engine did not start: ${log.tail().join(' | ') || String(cause)}`, { cause })
  }
  memory.refresh()
  if (code < 0) throw new EngineStartError(`${codeText(code)}: ${log.tail().join(' | ')}`)
  return { exports, memory, clock }
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
