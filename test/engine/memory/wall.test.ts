/**
 * Where the address space ends. That is at 4 GB; the modules of these tests have less, so that they get there soon.
 * `ALLOCATIONS=1000000` has the long one do a million.
 */
import { describe, expect, it } from 'vitest'
import type { Client, Engine, EngineOptions } from '../../../src/index.ts'
import { openEngine } from '../open.ts'
import { thrownBy } from '../outcome.ts'
import { moduleOf } from './limits.ts'

const MB = 1024 * 1024
const OOM = expect.objectContaining({ code: 'OOM' })
const allocations = Number(process.env.ALLOCATIONS ?? 20_000)

/** An engine whose memory ends at 64 MB, and that has no other limit. */
async function openSmall(options: EngineOptions = {}): Promise<Engine> {
  return openEngine({ maxmemory: 0, module: await moduleOf(64), ...options })
}

/** Sets keys of 10 KB until one is refused; with what. */
function fill(client: Client, prefix = 'k'): { count: number; error: unknown } {
  const value = new Uint8Array(10_000)
  for (let count = 0; count < 20_000; count++) {
    const error = thrownBy(() => client.callSync('SET', prefix + count, value))
    if (error) return { count, error }
  }
  throw new Error('nothing was refused')
}

describe('without maxmemory, at the end of the address space', () => {
  it('writes are answered with the OOM error, and reads and deletions work', async () => {
    const client = (await openSmall()).connect()
    const { count, error } = fill(client)
    expect(error).toEqual(OOM)
    expect(count * 10_000).toBeGreaterThan(30 * MB)
    expect(client.callSync('DBSIZE')).toBe(count)
    expect(client.callSync('STRLEN', 'k0')).toBe(10_000)
    expect(client.callSync('CONFIG', 'GET', 'maxmemory')).toEqual({ maxmemory: '0' })
    for (const write of [
      ['RPUSH', 'l', 'x'],
      ['HSET', 'h', 'f', 'v'],
      ['EVAL', 'return redis.call("SET", "k", 1)', '0'],
    ]) {
      expect(thrownBy(() => client.callSync(...(write as [string, ...string[]])))?.message).toMatch(/OOM/)
    }
  })

  it('what was deleted makes room', async () => {
    const client = (await openSmall()).connect()
    const { count } = fill(client)
    for (let i = 0; i < count; i++) client.callSync('DEL', `k${i}`)
    expect(fill(client, 'again').count).toBeGreaterThan(count * 0.95)
    client.callSync('FLUSHALL', 'SYNC')
    expect(client.callSync('SET', 'k', new Uint8Array(10 * MB))).toBe('OK')
  })

  it('keys are evicted where a policy says so', async () => {
    const client = (await openSmall({ maxmemoryPolicy: 'allkeys-lru' })).connect()
    const value = new Uint8Array(10_000)
    for (let i = 0; i < 10_000; i++) client.callSync('SET', `k${i}`, value)
    expect(client.callSync('EXISTS', 'k9999')).toBe(1)
    expect(client.callSync<number>('DBSIZE')).toBeGreaterThan(3000)
    expect(client.callSync<number>('DBSIZE')).toBeLessThan(6000)
  })

  it('a script that goes on writing gets the error from its calls', async () => {
    const client = (await openSmall()).connect()
    const script = `
      local value = string.rep('x', 10000)
      for i = 1, 20000 do redis.call('SET', 'k' .. i, value) end`
    expect(thrownBy(() => client.callSync('EVAL', script, 0))?.message).toMatch(/OOM/)
    expect(client.callSync<number>('DBSIZE')).toBeGreaterThan(3000)
  })

  it('a transaction gets it for the commands that have no room', async () => {
    const client = (await openSmall()).connect()
    const writes = client.multi()
    for (let i = 0; i < 3000; i++)
      writes.call('APPEND', `k${i}`, 'x'.repeat(5000)).call('SETRANGE', `r${i}`, 20_000, 'x')
    const results = await writes.exec()
    expect(results?.[0]).toBe(5000)
    expect(results?.at(-1)).toEqual(OOM)
    expect(client.callSync('PING')).toBe('PONG')
  })

  it('a value that is too large by itself is refused before it is sent', async () => {
    const client = (await openSmall()).connect()
    const error = thrownBy(() => client.callSync('SET', 'k', new Uint8Array(40 * MB)))
    expect(error).toBeInstanceOf(RangeError)
    expect(error?.message).toMatch(/a request of 419\d+ bytes cannot be sent: the memory of the module cannot grow/)
    expect(client.callSync('SET', 'k', new Uint8Array(5 * MB))).toBe('OK')
  })

  it.each([
    ['SETRANGE', 'k', 50 * MB, 'x'],
    ['SETBIT', 'k', 400 * MB, 1],
  ] as const)('%s is refused where the string it makes does not fit', async (name, key, place, value) => {
    const client = (await openSmall()).connect()
    fill(client)
    client.callSync('DEL', ...Array.from({ length: 2500 }, (_, i) => `k${i}`))
    expect(thrownBy(() => client.callSync(name, key, place, value))).toEqual(OOM)
    expect(client.callSync('SET', 'k', 'v')).toBe('OK')
  })

  it(`${allocations} writes of all types and sizes at the limit: every reply is a value or the OOM error`, async () => {
    const client = (await openSmall({ random: 7 })).connect()
    let seed = 1
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return Math.floor((seed / 2147483648) * below)
    }
    const text = 'x'.repeat(200_000)
    const some = () => text.slice(0, random(10) === 0 ? random(200_000) : random(300))
    const writes: ((key: number) => [string, ...(string | number)[]])[] = [
      (key) => ['SET', `s${key}`, some()],
      (key) => ['APPEND', `s${key}`, some()],
      (key) => ['HSET', `h${key % 50}`, `f${random(5000)}`, some()],
      (key) => ['RPUSH', `l${key % 50}`, some(), some()],
      (key) => ['SADD', `t${key % 50}`, `m${random(100_000)}`, random(1000)],
      (key) => ['ZADD', `z${key % 50}`, random(1000), `m${random(100_000)}`],
      (key) => ['XADD', `x${key % 20}`, '*', 'f', some()],
      (key) => ['SETRANGE', `s${key}`, random(400_000), 'x'],
      (key) => ['EVAL', "for i = 1, 20 do redis.call('SET', KEYS[1] .. i, ARGV[1]) end", 1, `e${key}`, some()],
      (key) => ['DEL', `s${key}`, `e${key}1`, `e${key}7`],
    ]
    const seen = { values: 0, refused: 0 }
    for (let done = 0; done < allocations; done += 100) {
      const batch = Array.from({ length: 100 }, () =>
        (writes[random(writes.length)] as (typeof writes)[0])(random(20_000)),
      )
      for (const reply of await client.pipeline(batch)) {
        if (!(reply instanceof Error)) seen.values++
        else if (/OOM/.test(reply.message)) seen.refused++
        else if (!/WRONGTYPE/.test(reply.message)) throw reply
      }
    }
    expect(seen.values).toBeGreaterThan(allocations / 20)
    expect(seen.refused).toBeGreaterThan(0)
    client.callSync('FLUSHALL', 'SYNC')
    expect(fill(client).count).toBeGreaterThan(3000)
  }, 600_000)
})

describe('maxmemory', () => {
  it('holds before the address space does', async () => {
    const engine = await openSmall({ maxmemory: '16mb' })
    const { error } = fill(engine.connect())
    expect(error).toEqual(OOM)
    expect(engine.memory().used).toBeGreaterThan(15.9 * MB)
    expect(engine.memory().used).toBeLessThan(16.2 * MB)
  })

  it('beyond what there is behaves as none', async () => {
    const client = (await openSmall({ maxmemory: '1gb' })).connect()
    expect(fill(client).error).toEqual(OOM)
    expect(client.callSync('CONFIG', 'GET', 'maxmemory')).toEqual({ maxmemory: String(1024 * MB) })
  })
})
