import { describe, expect, it } from 'vitest'
import { type Client, type Engine, RedisError, type Reply } from '../../src/index.ts'
import { dataCommands } from './commands/data.ts'
import { callsOf, prepareKeyspace } from './commands/keyspace.ts'
import { refusedCommands, serverCommands } from './commands/server.ts'
import { openEngine } from './open.ts'
import { outcome } from './outcome.ts'

const working = { ...dataCommands, ...serverCommands }
const debugOn = { config: { 'enable-debug-command': 'yes' } }

/** Names as COMMAND lists them: `get`, `client|id`. Containers that do nothing by themselves are left out. */
function commandNames(client: Client): string[] {
  const names: string[] = []
  for (const [name, , , , , , , , , subcommands] of client.callSync<[string, ...Reply[]][]>('COMMAND')) {
    const inner = (subcommands as [string][]).map(([subcommand]) => subcommand)
    if (inner.length === 0 || name === 'command') names.push(name)
    names.push(...inner)
  }
  return names
}

/** The names that a line calls. */
function namesIn(line: string, known: ReadonlySet<string>): string[] {
  return callsOf(line.toLowerCase(), {}).map(([name, sub]) => (known.has(`${name}|${sub}`) ? `${name}|${sub}` : name))
}

/** Runs a line on a connection of its own; what did not go well. */
async function run(engine: Engine, protocol: 2 | 3, line: string, refusal?: RegExp): Promise<string[]> {
  const problems: string[] = []
  const client = engine.connect({ protocol })
  const payloads = await prepareKeyspace(client)
  for (const call of callsOf(line, payloads)) {
    const ended = await outcome(client.call(...call), 10)
    const shown = call.join(' ')
    if (ended === 'pending') {
      problems.push(`${shown}: was not answered`)
      break
    }
    const error = 'error' in ended ? ended.error : undefined
    if (error && !refusal) problems.push(`${shown}: ${error.message}`)
    if (refusal && !(error instanceof RedisError && refusal.test(error.message))) {
      problems.push(`${shown}: ${error?.message ?? 'worked'}`)
    }
  }
  await client.close()
  const after = engine.connect({ protocol })
  if ((await after.call('PING')) !== 'PONG') problems.push(`${line}: no PONG after it`)
  await after.close()
  return problems
}

describe('every command of the command table', () => {
  it('is called below', async () => {
    const engine = await openEngine(debugOn)
    const names = commandNames(engine.connect())
    const known = new Set(names)
    const lines = [...Object.values(working).flat(), ...refusedCommands.map(([line]) => line), 'SHUTDOWN']
    const called = new Set(lines.flatMap((line) => namesIn(line, known)))
    expect(names.filter((name) => !called.has(name))).toEqual([])
    expect([...called].filter((name) => !known.has(name))).toEqual([])
  })

  describe.each([3, 2] as const)('in RESP%i', (protocol) => {
    it.each(Object.entries(working))('works: %s', async (_, lines) => {
      const engine = await openEngine(debugOn)
      const problems = []
      for (const line of lines) problems.push(...(await run(engine, protocol, line)))
      expect(problems).toEqual([])
    })

    it('answers an error that says why, where it cannot work in one process', async () => {
      const engine = await openEngine()
      const problems = []
      for (const [line, reason] of refusedCommands) problems.push(...(await run(engine, protocol, line, reason)))
      expect(problems).toEqual([])
    })

    it('ends the engine and nothing else when it is SHUTDOWN', async () => {
      const engine = await openEngine()
      const client = engine.connect({ protocol })
      await expect(client.call('SHUTDOWN')).resolves.toBeUndefined()
      expect(engine.closed).toBe(true)
      const other = await openEngine()
      expect(other.connect({ protocol }).callSync('PING')).toBe('PONG')
    })
  })

  it('is refused while it is off: DEBUG', async () => {
    const client = (await openEngine()).connect()
    await expect(client.call('DEBUG', 'OBJECT', 'key')).rejects.toThrow(/DEBUG command not allowed/)
  })

  it.each(['SEGFAULT', 'PANIC', 'ASSERT', 'OOM', 'RESTART', 'CRASH-AND-RECOVER', 'RELOAD', 'LOADAOF', 'LEAK x'])(
    'is refused where it would take the engine down: DEBUG %s',
    async (line) => {
      const engine = await openEngine(debugOn)
      expect(await run(engine, 3, `DEBUG ${line}`, /not available here: /)).toEqual([])
    },
  )
})
