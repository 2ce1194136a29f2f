/** What a random run of a disk's misfortunes is made of: numbers with a seed, rules, commands and what they lead to. */
import type { Client, StorageFaultRule } from '../../src/index.ts'

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export function oneOf<T>(random: () => number, values: readonly T[]): T {
  return values[Math.floor(random() * values.length)]
}

/** A rule that may meet anything which the engine does with its files. */
export function someRule(random: () => number): StorageFaultRule {
  const often = oneOf(random, [{ times: 1 }, { times: 2 }, { probability: 0.3 }, {}])
  const file = oneOf(random, [{}, {}, { file: '*.aof' }, { file: '*manifest' }, { file: 'temp-*' }, { file: '.' }])
  const where = { ...often, ...file }
  switch (Math.floor(random() * 6)) {
    case 0:
      return { storage: 'write', error: oneOf(random, ['ENOSPC', 'EIO']), ...where }
    case 1:
      return { storage: 'write', torn: random(), ...where }
    case 2:
      return { storage: 'write', space: Math.floor(random() * 3_000) }
    case 3:
      return { storage: 'sync', error: 'EIO', ...where }
    case 4:
      return { storage: oneOf(random, ['open', 'rename', 'remove', 'truncate']), error: 'EIO', ...where }
    default:
      return { storage: 'any', error: 'EIO', probability: random() * 0.5, ...file }
  }
}

/** What keys hold: text, or the items of a list. */
export type Data = ReadonlyMap<string, string | readonly string[]>

/** A command, and what it makes of the data. */
export interface Step {
  command: [string, ...string[]]
  changes: (data: Map<string, string | readonly string[]>) => void
}

/** A write: one command that does several things at once is among them. */
export function someWrite(random: () => number, n: number): Step {
  const key = `k:${Math.floor(random() * 12)}`
  const list = `l:${Math.floor(random() * 3)}`
  const value = `${n}:${'x'.repeat(Math.floor(random() ** 3 * 3_000))}`
  switch (Math.floor(random() * 5)) {
    case 0:
      return { command: ['DEL', key], changes: (data) => data.delete(key) }
    case 1:
      return {
        command: ['RPUSH', list, value],
        changes: (data) => data.set(list, [...((data.get(list) as readonly string[]) ?? []), value]),
      }
    case 2: {
      const script = "redis.call('SET', KEYS[1], ARGV[1]) redis.call('SET', KEYS[2], ARGV[1])"
      return {
        command: ['EVAL', script, '2', 'a', 'b', value],
        changes: (data) => data.set('a', value).set('b', value),
      }
    }
    default:
      return { command: ['SET', key, value], changes: (data) => data.set(key, value) }
  }
}

/** Data as one text, to compare by. */
export function textOf(data: Data): string {
  return JSON.stringify([...data].sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** All that an engine or a server has. */
export async function dataOf(client: Client): Promise<Map<string, string | readonly string[]>> {
  const data = new Map<string, string | readonly string[]>()
  const keys = (await client.call('KEYS', '*')) as string[]
  for (const key of keys) {
    const value = key.startsWith('l:') ? await client.call('LRANGE', key, 0, -1) : await client.call('GET', key)
    data.set(key, value as string | readonly string[])
  }
  return data
}
