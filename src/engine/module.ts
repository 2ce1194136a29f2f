import { fetchModule, ownModule } from '#platform'
import { EngineStartError } from '../errors.ts'
import type { EngineOptions, ModuleSource } from '../options.ts'

/** The library's own module, compiled once for all engines of the process. */
let compiled: WebAssembly.Module | Promise<WebAssembly.Module> | undefined

/** The module to instantiate. Throws an `EngineStartError` when it cannot be had or is no WebAssembly. */
export async function loadModule(source: EngineOptions['module']): Promise<WebAssembly.Module> {
  if (source !== undefined) return compileGiven(await source)
  compiled ??= ownModule()
  try {
    compiled = await compiled
    return compiled
  } catch (error) {
    compiled = undefined // the next attempt may find it
    throw startError(error)
  }
}

async function compileGiven(source: ModuleSource): Promise<WebAssembly.Module> {
  try {
    if (source instanceof WebAssembly.Module) return source
    if (typeof source === 'string' || source instanceof URL) return await fetchModule(source)
    if (typeof Response === 'function' && source instanceof Response) return await WebAssembly.compileStreaming(source)
    return await WebAssembly.compile(source as BufferSource)
  } catch (error) {
    throw startError(error)
  }
}

function startError(error: unknown): EngineStartError {
  if (error instanceof EngineStartError) return error
  const reason = error instanceof Error ? error.message : String(error)
  return new EngineStartError(`the engine's module cannot be compiled: ${reason}`, { cause: error })
}
