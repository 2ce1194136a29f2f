import { describe, expect, it } from 'vitest'
import type { Client } from '../../../src/index.ts'
import { openClient } from '../open.ts'
import { duration } from '../outcome.ts'

/** Waits by the engine's own clock. */
function pass(client: Client, seconds: number): Promise<unknown> {
  return client.duplicate().call('BLPOP', 'nothing', seconds)
}

describe('a key with a time to live', () => {
  it('is gone when that is over, not before', async () => {
    const client = await openClient()
    await client.call('SET', 'k', 'v', 'PX', 60)
    expect(await client.call('PTTL', 'k')).toBeGreaterThan(40)
    await pass(client, 0.03)
    expect(await client.call('GET', 'k')).toBe('v')
    await pass(client, 0.04)
    expect(await client.call('GET', 'k')).toBeNull()
    expect(await client.call('PTTL', 'k')).toBe(-2)
  })

  it('is deleted although nobody asks for it', async () => {
    const client = await openClient()
    await client.pipeline(Array.from({ length: 500 }, (_, i) => ['SET', i, 'v', 'PX', 20]))
    expect(await client.call('DBSIZE')).toBe(500)
    await pass(client, 0.35)
    expect(await client.call('DBSIZE')).toBe(0)
    expect(await client.call('INFO', 'stats')).toMatch(/expired_keys:500\r/)
  })

  it('expires inside a run of callSync that never gives way to timers', async () => {
    const client = await openClient()
    client.callSync('SET', 'k', 'v', 'PX', 30)
    const took = await duration(() => {
      while (client.callSync('GET', 'k') !== null);
    })
    expect(took).toBeLessThan(60)
  })

  it('is deleted during a run of callSync, too, although nobody asks for it', async () => {
    const client = await openClient()
    await client.pipeline(Array.from({ length: 100 }, (_, i) => ['SET', i, 'v', 'PX', 20]))
    const took = await duration(() => {
      while (client.callSync<number>('DBSIZE') > 0);
    })
    expect(took).toBeLessThan(1000)
  })

  it('stays for the whole of a script or transaction', async () => {
    const client = await openClient()
    const script = `redis.call('SET', 'k', 'v', 'PX', 5)
      for i = 1, 2e6 do end
      return redis.call('GET', 'k')`
    expect(await client.call('EVAL', script, 0)).toBe('v')
  })

  it('in the past is deleted at once', async () => {
    const client = await openClient()
    await client.call('SET', 'k', 'v')
    expect(await client.call('EXPIREAT', 'k', 1)).toBe(1)
    expect(await client.call('EXISTS', 'k')).toBe(0)
  })
})

describe('a field of a hash with a time to live', () => {
  it('is gone when that is over, and the hash with its last field', async () => {
    const client = await openClient()
    await client.call('HSET', 'h', 'short', 1, 'long', 2)
    expect(await client.call('HPEXPIRE', 'h', 40, 'FIELDS', 2, 'short', 'missing')).toEqual([1, -2])
    expect(await client.call('HTTL', 'h', 'FIELDS', 2, 'long', 'missing')).toEqual([-1, -2])
    await pass(client, 0.06)
    expect(await client.call('HGETALL', 'h')).toEqual({ long: '2' })
    await client.call('HPEXPIRE', 'h', 1, 'FIELDS', 1, 'long')
    await pass(client, 0.3)
    expect(await client.call('EXISTS', 'h')).toBe(0)
  })

  it('can be persisted, read with a new time, read and deleted', async () => {
    const client = await openClient()
    expect(await client.call('HSETEX', 'h', 'EX', 100, 'FIELDS', 2, 'a', 1, 'b', 2)).toBe(1)
    expect(await client.call('HPERSIST', 'h', 'FIELDS', 1, 'a')).toEqual([1])
    expect(await client.call('HGETEX', 'h', 'EX', 50, 'FIELDS', 1, 'b')).toEqual(['2'])
    expect(await client.call('HTTL', 'h', 'FIELDS', 2, 'a', 'b')).toEqual([-1, 50])
    expect(await client.call('HGETDEL', 'h', 'FIELDS', 1, 'b')).toEqual(['2'])
    expect(await client.call('HLEN', 'h')).toBe(1)
  })
})
