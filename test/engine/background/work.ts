import type { Client, EngineOptions } from '../../../src/index.ts'
import { coreOf, openBetween } from '../open.ts'

/** A number out of INFO. */
export function info(client: Client, name: string): number {
  const line = new RegExp(`^${name}:(\\d+)`, 'm').exec(client.callSync<string>('INFO', 'everything'))
  if (!line) throw new Error(`INFO has no ${name}`)
  return Number(line[1])
}

/** Clocks that stand still but for what a test does to them. Microseconds. */
export interface Clocks {
  at: number
  /** How far the clocks go on each time the engine asks for them while it works. */
  step: number
}

/** A client on an engine whose time is the test's. */
export async function openTimed(clocks: Clocks, options?: EngineOptions): Promise<Client> {
  let write = () => {}
  const engine = await openBetween(
    {
      imports: (imports) => ({
        ...imports,
        now: () => {
          clocks.at += clocks.step
          write()
        },
      }),
      exports: (exports) => {
        const memory = (exports as unknown as { memory: WebAssembly.Memory }).memory
        const block = exports.redis_block() as number
        write = () => {
          const view = new DataView(memory.buffer, block)
          view.setBigUint64(0, BigInt(1_700_000_000_000_000 + clocks.at), true)
          view.setBigUint64(8, BigInt(clocks.at), true)
        }
        const timed: typeof exports = { ...exports }
        for (const name of [
          'redis_init',
          'redis_connect',
          'redis_run',
          'redis_run_vectors',
          'redis_tick',
          'redis_due',
        ]) {
          timed[name] = (...args) => {
            write()
            return exports[name](...args)
          }
        }
        return timed
      },
    },
    options,
  )
  return engine.connect()
}

/** One turn of the engine's own work. A call may bring one as well, when the engine's timer is due. */
export function tick(client: Client): void {
  coreOf(client.engine).tick()
}

/** Runs `count` commands, some hundred at a time. */
export function fill(client: Client, count: number, command: (i: number) => (string | number)[]): void {
  for (let i = 0; i < count; i++) client.callSync(...(command(i) as [string]))
}
