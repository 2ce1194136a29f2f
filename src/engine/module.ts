import { fetchModule, ownModule } from '#platform'
import { EngineStartError } from '../errors.ts'
import type { Build, EngineOptions, ModuleSource } from '../options.ts'

/** The library's own modules, those that were asked for, each compiled once for all engines of the process. */
const compiled: { [build in Build]?: WebAssembly.Module | Promise<WebAssembly.Module> } = {}

/** The module to instantiate. Throws an `EngineStartError` when it cannot be had or is no WebAssembly. */
export async function loadModule(options: Pick<EngineOptions, 'build' | 'module'>): Promise<WebAssembly.Module> {
  const { build = 'fast' } = options
  if (options.module !== undefined) return compileGiven(await options.module)
  compiled[build] ??= ownModule(build)
  try {
    const module = await compiled[build]
    compiled[build] = module
    return module
  } catch (error) {
    delete compiled[build] // the next attempt may find it
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
