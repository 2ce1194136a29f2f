/** Who goes and who stays at maxmemory, by policy. */
import { describe, expect, it } from 'vitest'
import type { Client, EvictionPolicy } from '../../../src/index.ts'
import { evictionPolicies } from '../../../src/options.ts'
import { openEngine } from '../open.ts'
import { thrownBy } from '../outcome.ts'

const VALUE = 'x'.repeat(10_000)
const EACH = 60

/** An engine of a policy that is full with what `use` has set, and a client of it. */
async function openFull(policy: EvictionPolicy, use: Case['prepare']) {
  const engine = await openEngine({
    clock: 'manual',
    random: 1,
    maxmemory: 0,
    maxmemoryPolicy: policy,
    config: { 'maxmemory-samples': 64, 'lfu-log-factor': 0 },
  })
  const client = engine.connect()
  await use(client, (ms) => engine.clock.advance(ms))
  client.callSync('CONFIG', 'SET', 'maxmemory', engine.memory().used)
  return { client, engine }
}

const names = (group: string) => Array.from({ length: EACH }, (_, i) => `${group}:${i}`)
const set = (client: Client, group: string, ...more: (string | number)[]) => {
  for (const name of names(group)) client.callSync('SET', name, VALUE, ...more)
}
const touch = (client: Client, group: string, times = 1) => {
  for (let i = 0; i < times; i++) for (const name of names(group)) client.callSync('GET', name)
}
/** How many of a group are there, as a share. */
const share = (client: Client, group: string) => client.callSync<number>('EXISTS', ...names(group)) / EACH

/** What a policy is shown: groups of 60 keys of 10 KB, by last use, by how often they are used, or by time to live. */
interface Case {
  policy: EvictionPolicy
  prepare: (client: Client, advance: (ms: number) => Promise<unknown>) => Promise<void>
  /** All of these stay. */
  stays: string[]
  /** Of these at least a fifth goes. */
  goes: string[]
}

const byUse = (volatile: boolean) => async (client: Client, advance: (ms: number) => Promise<unknown>) => {
  const ttl = volatile ? ['EX', 100_000] : []
  set(client, 'old', ...ttl)
  set(client, 'recent', ...ttl)
  if (volatile) set(client, 'for ever')
  await advance(60_000)
  touch(client, 'recent')
}

const byFrequency = (volatile: boolean) => async (client: Client, advance: (ms: number) => Promise<unknown>) => {
  const ttl = volatile ? ['EX', 100_000] : []
  set(client, 'frequent', ...ttl)
  set(client, 'rare', ...ttl)
  if (volatile) set(client, 'for ever')
  touch(client, 'frequent', 50)
  await advance(600_000) // use wears off, once a minute: who was never used again counts less than a new key
  touch(client, 'rare') // the last ones to be used, which is not what counts
}

const cases: Case[] = [
  { policy: 'allkeys-lru', prepare: byUse(false), stays: ['recent'], goes: ['old'] },
  { policy: 'allkeys-lfu', prepare: byFrequency(false), stays: ['frequent'], goes: ['rare'] },
  { policy: 'volatile-lru', prepare: byUse(true), stays: ['recent', 'for ever'], goes: ['old'] },
  { policy: 'volatile-lfu', prepare: byFrequency(true), stays: ['frequent', 'for ever'], goes: ['rare'] },
  {
    policy: 'volatile-ttl',
    prepare: async (client) => {
      set(client, 'late', 'EX', 100_000)
      set(client, 'soon', 'EX', 1000)
      set(client, 'for ever')
    },
    stays: ['late', 'for ever'],
    goes: ['soon'],
  },
  {
    policy: 'volatile-random',
    prepare: async (client) => {
      set(client, 'one', 'EX', 100_000)
      set(client, 'other', 'EX', 1000)
      set(client, 'for ever')
    },
    stays: ['for ever'],
    goes: ['one', 'other'],
  },
  {
    policy: 'allkeys-random',
    prepare: async (client) => {
      set(client, 'one', 'EX', 100_000)
      set(client, 'other')
    },
    stays: [],
    goes: ['one', 'other'],
  },
  { policy: 'noeviction', prepare: byUse(true), stays: ['old', 'recent', 'for ever'], goes: [] },
]

it('every policy is in the table', () => {
  expect(cases.map(({ policy }) => policy).sort()).toEqual([...evictionPolicies].sort())
})

describe.each(cases)('$policy', ({ policy, prepare, stays, goes }) => {
  it(`lets ${goes.join(', ') || 'none'} go and keeps ${stays.join(', ') || 'nobody in particular'}`, async () => {
    const { client, engine } = await openFull(policy, prepare)
    const limit = engine.memory().used
    // As much as two thirds of what goes takes.
    const wanted = Math.floor((EACH * goes.length * 2) / 3) || 1
    let refused: (Error & { code?: string }) | undefined
    for (let i = 0; i < wanted; i++)
      refused ??= thrownBy(() => client.callSync('SET', `new:${i}`, VALUE, 'EX', 200_000))
    for (const group of stays) expect(share(client, group), group).toBe(1)
    for (const group of goes) expect(share(client, group), group).toBeLessThan(0.8)
    expect(refused?.code).toBe(policy === 'noeviction' ? 'OOM' : undefined)
    expect(engine.memory().used).toBeLessThan(limit * 1.1)
  })
})

describe('where nothing may be evicted any more', () => {
  it.each(evictionPolicies.filter((name) => name.startsWith('volatile')))(
    '%s answers with the OOM error',
    async (policy) => {
      const { client } = await openFull(policy, async (client) => set(client, 'for ever'))
      const refused = Array.from({ length: 3 }, (_, i) => thrownBy(() => client.callSync('SET', `new:${i}`, VALUE)))
      expect(refused.at(-1)?.code).toBe('OOM')
      expect(share(client, 'for ever')).toBe(1)
    },
  )
})
