import { describe, expect, it } from 'vitest'
import { openEngine } from '../open.ts'

/** Everything about an engine that chance decides. */
async function chances(random: number | undefined): Promise<Record<string, unknown>> {
  const client = (await openEngine({ random, clock: 'manual' })).connect()
  for (let i = 0; i < 200; i++) {
    await client.sadd('set', `member:${i}`)
    await client.hset('hash', `field:${i}`, i)
    await client.zadd('sorted', i, `member:${i}`)
    await client.set(`key:${i}`, i)
  }
  return {
    'run id': /run_id:(\w+)/.exec(await client.call('INFO', 'server'))?.[1],
    'replication id': /master_replid:(\w+)/.exec(await client.call('INFO', 'replication'))?.[1],
    SPOP: [await client.call('SPOP', 'set'), [...(await client.call<Set<string>>('SPOP', 'set', 5))]],
    SRANDMEMBER: await client.call('SRANDMEMBER', 'set', -10),
    HRANDFIELD: await client.call('HRANDFIELD', 'hash', -10),
    ZRANDMEMBER: await client.call('ZRANDMEMBER', 'sorted', -10),
    RANDOMKEY: [await client.call('RANDOMKEY'), await client.call('RANDOMKEY'), await client.call('RANDOMKEY')],
    'the order of KEYS': await client.call('KEYS', 'key:*'),
    'the order of SCAN': await client.call('SCAN', 0),
    'the order of SMEMBERS': [...(await client.call<Set<string>>('SMEMBERS', 'set'))],
    'ACL GENPASS': await client.call('ACL', 'GENPASS'),
    Lua: await client.call('EVAL', "return {math.random(1000000), redis.call('SRANDMEMBER', KEYS[1], -10)}", 1, 'set'),
  }
}

describe('with a seed, chance is the same in every run', () => {
  it('all of it', async () => {
    expect(await chances(42)).toEqual(await chances(42))
  })

  it.each([
    ['another seed', 43],
    ['a seed that differs far up', 42 + 2 ** 40],
    ['no seed', undefined],
  ])('and with %s it is not', async (_, random) => {
    const [mine, other] = [await chances(42), await chances(random)]
    // Scripts have a generator of their own, which begins alike in each of them; what it draws from is not alike.
    for (const name of Object.keys(mine)) expect(other[name], name).not.toEqual(mine[name])
  })

  it('and known: what a seed once gave it goes on giving', async () => {
    const { 'run id': id } = await chances(42)
    expect(id).toMatchInlineSnapshot(`"e3c883467ca03542ef53e8ec052a2a4d48296881"`)
  })
})
