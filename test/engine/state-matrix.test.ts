import { expect, it } from 'vitest'
import type { Client, Engine } from '../../src/index.ts'
import { damage, openEngine } from './open.ts'
import { outcome, turn } from './outcome.ts'

/** Brings a new connection into a state. What it returns ends the state, where calls wait for that. */
type Enter = (client: Client, engine: Engine) => Promise<(() => Promise<unknown>) | undefined>

const states: Record<string, { protocol?: 2 | 3; enter: Enter }> = {
  idle: { enter: async () => undefined },
  'idle, RESP2': { protocol: 2, enter: async () => undefined },
  'in MULTI': {
    enter: async (client) => {
      await client.call('MULTI')
      return undefined
    },
  },
  subscribed: {
    enter: async (client) => {
      await client.subscribe('news')
      return undefined
    },
  },
  'subscribed, RESP2': {
    protocol: 2,
    enter: async (client) => {
      await client.subscribe('news')
      return undefined
    },
  },
  blocked: {
    enter: async (client, engine) => {
      client.call('BLPOP', 'list', 0).catch(() => 'closed')
      await turn()
      return () => engine.connect().call('RPUSH', 'list', 'v')
    },
  },
  monitoring: {
    enter: async (client) => {
      await client.call('MONITOR')
      return undefined
    },
  },
  'reply off': {
    enter: async (client) => {
      await client.call('CLIENT', 'REPLY', 'OFF')
      return undefined
    },
  },
  paused: {
    enter: async (client) => {
      await client.call('CLIENT', 'PAUSE', 150, 'ALL')
      return async () => undefined
    },
  },
  closed: {
    enter: async (client) => {
      await client.close()
      return undefined
    },
  },
  killed: {
    enter: async (client, engine) => {
      const id = await client.call<number>('CLIENT', 'ID')
      engine.connect().callSync('CLIENT', 'KILL', 'ID', id)
      return undefined
    },
  },
  'engine closed': {
    enter: async (_, engine) => {
      await engine.close()
      return undefined
    },
  },
  'engine shut down': {
    enter: async (_, engine) => {
      await engine.connect().call('SHUTDOWN')
      return undefined
    },
  },
  'engine crashed': {
    enter: async (client, engine) => {
      damage(engine)
      await client.call('PING').catch(() => 'crashed')
      return undefined
    },
  },
}

/** Each is one word in the head of the table. */
const calls: Record<string, (client: Client) => unknown> = {
  call: (client) => client.call('ECHO', 'x'),
  callSync: (client) => client.callSync('ECHO', 'x'),
  callRaw: (client) => client.callRaw('ECHO', 'x'),
  binary: (client) => client.binary.call('ECHO', 'x'),
  pipeline: (client) => client.pipeline([['ECHO', 'x'], ['NOSUCH']]),
  exec: (client) => client.multi().call('ECHO', 'x').exec(),
  subscribe: (client) => client.subscribe('weather'),
  monitor: (client) => client.monitor(),
  duplicate: (client) => client.duplicate(),
  close: (client) => client.close(),
}

/**
 * What each call gives in each state: its value, bytes in <…>, the code of its error, `-` for undefined. `…` before it
 * says that it waits until the state is over; nothing stays pending.
 */
const table = `
                  | call          callSync      callRaw       binary        pipeline      exec          subscribe     monitor       duplicate     close
idle              | x             x             <$1.x>        <x>           x,ERR         x             Subscription  Monitor       Client        -
idle, RESP2       | x             x             <$1.x>        <x>           x,ERR         x             Subscription  Monitor       Client        -
in MULTI          | QUEUED        QUEUED        <+QUEUED>     QUEUED        QUEUED,ERR    EXECABORT     Subscription  Monitor       Client        -
subscribed        | x             x             <$1.x>        <x>           x,ERR         x             Subscription  Monitor       Client        -
subscribed, RESP2 | ERR           ERR           <-ERR>        ERR           ERR,ERR       EXECABORT     Subscription  Monitor       Client        -
blocked           | …x            WOULD_BLOCK   …<$1.x>       …<x>          …x,ERR        …x            …Subscription Monitor       Client        -
paused            | …x            WOULD_BLOCK   …<$1.x>       …<x>          …x,ERR        …x            …Subscription …Monitor      Client        -
monitoring        | x             x             <$1.x>        <x>           x,ERR         x             Subscription  Monitor       Client        -
reply off         | -             -             -             -             -,-           -             Subscription  Monitor       Client        -
closed            | CLIENT_CLOSED CLIENT_CLOSED CLIENT_CLOSED CLIENT_CLOSED CLIENT_CLOSED CLIENT_CLOSED CLIENT_CLOSED CLIENT_CLOSED CLIENT_CLOSED -
killed            | CLIENT_CLOSED CLIENT_CLOSED CLIENT_CLOSED CLIENT_CLOSED CLIENT_CLOSED CLIENT_CLOSED CLIENT_CLOSED CLIENT_CLOSED CLIENT_CLOSED -
engine closed     | ENGINE_CLOSED ENGINE_CLOSED ENGINE_CLOSED ENGINE_CLOSED ENGINE_CLOSED ENGINE_CLOSED ENGINE_CLOSED ENGINE_CLOSED ENGINE_CLOSED -
engine shut down  | ENGINE_CLOSED ENGINE_CLOSED ENGINE_CLOSED ENGINE_CLOSED ENGINE_CLOSED ENGINE_CLOSED ENGINE_CLOSED ENGINE_CLOSED ENGINE_CLOSED -
engine crashed    | ENGINE_CRASHED ENGINE_CRASHED ENGINE_CRASHED ENGINE_CRASHED ENGINE_CRASHED ENGINE_CRASHED ENGINE_CRASHED ENGINE_CRASHED ENGINE_CRASHED -
`

/** The rows of the table by their state, each an object of cells by their call. */
function rows(): Record<string, Record<string, string>> {
  const [head, ...lines] = table.trim().split('\n')
  const names = head.replace('|', '').trim().split(/\s+/)
  return Object.fromEntries(
    lines.map((line) => {
      const [state, cells] = line.split('|')
      return [
        state.trim(),
        Object.fromEntries(
          cells
            .trim()
            .split(/\s+/)
            .map((cell, i) => [names[i], cell]),
        ),
      ]
    }),
  )
}

/** A reply as the table writes it. */
function shown(value: unknown): string {
  if (value === undefined) return '-'
  if (value instanceof Error) return (value as { code?: string }).code ?? value.name
  if (value instanceof Uint8Array) {
    const text = Buffer.from(value).toString().trimEnd().replace('\r\n', '.')
    return `<${text.startsWith('-') ? text.split(' ')[0] : text}>`
  }
  if (Array.isArray(value)) return value.map(shown).join(',')
  return typeof value === 'object' && value !== null ? value.constructor.name : String(value)
}

/** Makes one call in one state and tells what came of it. */
async function cell(state: string, name: string): Promise<string> {
  const { protocol, enter } = states[state]
  const engine = await openEngine()
  const client = engine.connect({ protocol })
  const leave = await enter(client, engine)
  const call = (async () => calls[name](client))()
  let ended = await outcome(call, 0.05)
  let waited = ''
  if (ended === 'pending' && leave) {
    waited = '…'
    await leave()
    ended = await outcome(call, 1)
  }
  if (ended === 'pending') return `${waited}PENDING`
  return waited + shown('error' in ended ? ended.error : ended.value)
}

it.each(Object.entries(rows()))('%s', async (state, expected) => {
  const actual: Record<string, string> = {}
  for (const name of Object.keys(calls)) actual[name] = await cell(state, name)
  expect(actual).toEqual(expected)
})

it('the table has a row for every state and a column for every call', () => {
  expect(Object.keys(rows()).sort()).toEqual(Object.keys(states).sort())
  for (const row of Object.values(rows())) expect(Object.keys(row)).toEqual(Object.keys(calls))
})
