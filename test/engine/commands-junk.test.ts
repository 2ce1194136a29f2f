import { describe, expect, it } from 'vitest'
import { type Argument, type Client, createEngine, type Engine, type Reply } from '../../src/index.ts'

/** What nobody means to send, by kind. */
const junk: Record<string, Argument[]> = {
  words: [
    '',
    'k',
    '*',
    '>',
    '-',
    '+',
    '$',
    '~',
    '(1',
    '[a',
    '%s%n',
    '日本',
    'help',
    'COUNT',
    'LIMIT',
    'STORE',
    'BLOCK',
    'STREAMS',
    'ON',
  ],
  numbers: [0, 1, -1, 2, 5, 0.1, -0.5, 100, 65535],
  'huge numbers': [2n ** 63n - 1n, -(2n ** 63n), 2n ** 64n, 2 ** 31, 2 ** 32, 1e300, -1e300, Infinity],
  'empty strings': [''],
  bytes: [
    new Uint8Array(0),
    new Uint8Array([0]),
    new Uint8Array([13, 10]),
    new Uint8Array([255, 254, 0, 128]),
    new Uint8Array(5000),
  ],
}

// Those end the engine or the connection; waiting is what DEBUG SLEEP is for.
const left = new Set(['shutdown', 'quit'])

/** The same numbers in every run: 0 or more, less than `limit`. */
function numbers(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}

function allWords(client: Client): string[][] {
  const commands = client.callSync<[string, ...Reply[]][]>('COMMAND')
  return commands.flatMap(([name, ...rest]) => [[name], ...(rest[8] as [string][]).map(([sub]) => sub.split('|'))])
}

/** DEBUG is one command to the table; its help knows its subcommands. */
function debugWords(client: Client): string[][] {
  const lines = client.callSync<string[]>('DEBUG', 'HELP')
  const names = new Set(lines.filter((line) => /^[A-Z]/.test(line)).map((line) => line.split(' ')[0]))
  names.delete('SLEEP')
  names.delete('POPULATE') // makes as many keys as it is told to, here as on a server
  return [...names].map((name) => ['DEBUG', name])
}

/** Opens an engine anew whenever junk has shut its doors: a password, a pause, too few clients. */
class Patient {
  crashes: string[] = []
  private engine: Engine | undefined

  async give(args: [string, ...Argument[]]): Promise<void> {
    this.engine ??= await createEngine({ config: { 'enable-debug-command': 'yes' } })
    const shown = args.map(String).join(' ').slice(0, 200)
    try {
      const client = this.engine.connect({ protocol: args.length % 2 === 0 ? 2 : 3 })
      try {
        client.callSync(...args)
      } catch {
        // An error is what junk deserves; whether it was more than that shows below.
      }
      await client.close()
      const after = this.engine.connect({ protocol: 2 })
      if (after.callSync('PING') !== 'PONG') this.crashes.push(`${shown}: no PONG after it`)
      await after.close()
    } catch (error) {
      if (this.engine.closed) this.crashes.push(`${shown}: ${String(error).split('\n')[0]}`)
      await this.engine.close()
      this.engine = undefined
    }
  }

  async close(): Promise<void> {
    await this.engine?.close()
  }
}

async function listCommands(): Promise<string[][]> {
  const engine = await createEngine({ config: { 'enable-debug-command': 'yes' } })
  const client = engine.connect()
  const commands = [...allWords(client), ...debugWords(client)].filter(([name]) => !left.has(name))
  await engine.close()
  return commands
}

describe('every command, called with junk, answers and leaves the engine alive', async () => {
  const commands = await listCommands()

  it('without any argument', async () => {
    const patient = new Patient()
    for (const words of commands) await patient.give(words as [string])
    await patient.close()
    expect(patient.crashes).toEqual([])
  })

  it.each(Object.entries(junk))('one to six %s', async (kind, values) => {
    const patient = new Patient()
    const next = numbers(kind.length)
    for (const words of commands) {
      for (let count = 1; count <= 6; count++) {
        const args = Array.from({ length: count }, () => values[next(values.length)])
        await patient.give([...words, ...args] as [string, ...Argument[]])
      }
    }
    await patient.close()
    expect(patient.crashes).toEqual([])
  })

  it('one to six of all kinds, in 20 rounds', async () => {
    const patient = new Patient()
    const next = numbers(20)
    const values = Object.values(junk).flat()
    for (let round = 0; round < 20; round++) {
      for (const words of commands) {
        const args = Array.from({ length: 1 + next(6) }, () => values[next(values.length)])
        await patient.give([...words, ...args] as [string, ...Argument[]])
      }
    }
    await patient.close()
    expect(patient.crashes).toEqual([])
  })
})
