import type { Storage } from '../storage/storage.ts'
import type { Exports, Imports } from './contract.ts'
import { EngineFiles, type StorageLayer } from './files.ts'
import { EngineExit } from './instance.ts'
import { EngineMemory } from './memory.ts'

const PAGE = 65536

/**
 * What a forked process would do, in an instance of its own over a copy of the engine's memory. Returns its exit status,
 * -1 after a crash. Takes as long as writing takes; `log` gets the engine's lines.
 */
export function runChild(
  module: WebAssembly.Module,
  image: Uint8Array,
  storage: Storage,
  log: (line: string) => void,
  layer?: StorageLayer,
): number {
  let memory: EngineMemory
  const files = new EngineFiles(storage, log)
  files.through(layer)
  const imports: Imports = {
    output() {
      // the copy has the connections, but nobody is at their other end
    },
    now() {
      // what it writes is as of the moment of the copy
    },
    random(pointer, length) {
      memory.refresh()
      memory.bytes.fill(0x55, pointer >>> 0, (pointer + length) >>> 0)
    },
    log(pointer, length) {
      memory.refresh()
      log(memory.text(pointer >>> 0, length >>> 0))
    },
    command: () => 0,
    exit(code) {
      throw new EngineExit(code)
    },
    ...files.imports,
    child: () => -1, // it has no children of its own
  }
  try {
    const instance = new WebAssembly.Instance(module, { host: imports as unknown as WebAssembly.ModuleImports })
    const exports = instance.exports as unknown as Exports
    memory = new EngineMemory(exports.memory)
    const missing = image.length - memory.size
    if (missing > 0) exports.memory.grow(Math.ceil(missing / PAGE))
    memory.refresh()
    files.attach(memory)
    memory.bytes.set(image)
    memory.bytes.fill(0, image.length)
    return exports.redis_child()
  } catch (error) {
    if (error instanceof EngineExit) return error.status
    log(`the copy of the engine has failed: ${String(error)}`)
    return -1
  } finally {
    files.close()
  }
}
