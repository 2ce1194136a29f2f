import { onTestFinished } from 'vitest'
import type { EngineCore } from '../../src/engine/engine.ts'
import { type Client, type ClientOptions, createEngine, type Engine, type EngineOptions } from '../../src/index.ts'

/** An engine that is closed when the test is over, however it ends. */
export async function openEngine(options?: EngineOptions): Promise<Engine> {
  const engine = await createEngine(options)
  onTestFinished(() => engine.close())
  return engine
}

/** A client on an engine of its own, closed when the test is over. */
export async function openClient(options: ClientOptions = {}): Promise<Client> {
  const { protocol, database, name, username, password, ...engineOptions } = options
  const engine = await openEngine(engineOptions)
  return engine.connect({ protocol, database, name, username, password })
}

/** What lies behind an engine, which the public face hides: for tests that damage it. */
export function coreOf(engine: Engine): EngineCore {
  return (engine as unknown as { core: EngineCore }).core
}

/** The connections that an engine has, by its own count. */
export function connectionCount(client: Client): number {
  return client.callSync<string>('CLIENT', 'LIST').trim().split('\n').length
}

type Functions = Record<string, (...args: number[]) => unknown>

/** Ways to put something between an engine and its module, on either side. */
export interface Between {
  imports?: (imports: Functions) => Functions
  exports?: (exports: Functions) => Functions
}

/** An engine with something between it and its module. */
export async function openBetween({ imports, exports }: Between, options?: EngineOptions): Promise<Engine> {
  const { Instance } = WebAssembly
  class Altered extends Instance {
    constructor(module: WebAssembly.Module, given: WebAssembly.Imports) {
      const host = given.host as unknown as Functions
      super(module, { host: (imports?.(host) ?? host) as unknown as WebAssembly.ModuleImports })
      const own = super.exports as unknown as Functions
      Object.defineProperty(this, 'exports', { value: exports?.(own) ?? own })
    }
  }
  WebAssembly.Instance = Altered as typeof Instance
  try {
    return await openEngine(options)
  } finally {
    WebAssembly.Instance = Instance
  }
}

/** Empties the engine's table of functions, so that its next call traps. */
export function damage(engine: Engine): void {
  const core = coreOf(engine).entrance as unknown as { exports: { __indirect_function_table: WebAssembly.Table } }
  const table = core.exports.__indirect_function_table
  for (let i = 0; i < table.length; i++) table.set(i, null)
}
