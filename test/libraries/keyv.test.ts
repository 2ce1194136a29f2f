/** Keyv with @keyv/redis, which brings a node-redis 5 of its own, and with a client of the caller. */
import KeyvRedis, { createKeyv, type RedisClientOptions } from '@keyv/redis'
import Keyv from 'keyv'
import { describe, expect, it, onTestFinished } from 'vitest'
import { redisOptions } from '../../src/adapters/node-redis.ts'
import type { Engine } from '../../src/index.ts'
import { openEngine } from '../engine/open.ts'
import { nodeRedisOn } from './clients.ts'

type Connection = RedisClientOptions | Awaited<ReturnType<typeof nodeRedisOn>>

describe.each<[string, (engine: Engine) => Promise<Connection>]>([
  ['the options of a client', (engine) => redisOptions(engine)],
  ['a client', nodeRedisOn],
])('with %s', (_, connect) => {
  async function open(engine: Engine, namespace?: string): Promise<Keyv> {
    const keyv = new Keyv(new KeyvRedis((await connect(engine)) as RedisClientOptions), {
      namespace,
      useKeyPrefix: false,
    })
    onTestFinished(() => keyv.disconnect())
    return keyv
  }

  it('keeps values of every shape, one or many', async () => {
    const keyv = await open(await openEngine())
    const value = { name: 'Ada', tags: ['a', 'ü'], nested: { n: 1.5, none: null }, bytes: Buffer.from([0, 255]) }
    expect(await keyv.set('ada', value)).toBe(true)
    expect(await keyv.get('ada')).toEqual(value)
    expect(await keyv.get('nobody')).toBeUndefined()
    await keyv.setMany([
      { key: 'a', value: 1 },
      { key: 'b', value: false },
      { key: 'c', value: '' },
    ])
    expect(await keyv.getMany(['a', 'b', 'c', 'd'])).toEqual([1, false, '', undefined])
    expect([await keyv.has('a'), await keyv.has('d')]).toEqual([true, false])
    expect(await keyv.delete('a')).toBe(true)
    expect(await keyv.get('a')).toBeUndefined()
  })

  it('forgets in time', async () => {
    const engine = await openEngine()
    const keyv = await open(engine)
    await keyv.set('short', 1, 30)
    await keyv.set('long', 1, 60_000)
    await expect.poll(() => keyv.get('short')).toBeUndefined()
    expect(await keyv.get('long')).toBe(1)
    expect(await engine.connect().call<number>('DBSIZE')).toBe(1)
  })

  it('namespaces are apart: one can be walked and cleared', async () => {
    const engine = await openEngine()
    const [users, posts] = [await open(engine, 'users'), await open(engine, 'posts')]
    await users.set('1', 'Ada')
    await posts.setMany(Array.from({ length: 1500 }, (_, n) => ({ key: String(n), value: n })))
    const seen: number[] = []
    for await (const [, value] of posts.iterator?.({}) ?? []) seen.push(value)
    expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: 1500 }, (_, n) => n))
    await posts.clear()
    expect([await posts.get('7'), await users.get('1')]).toEqual([undefined, 'Ada'])
    expect(await engine.connect().call<number>('DBSIZE')).toBe(1)
  })
})

it('createKeyv takes the same', async () => {
  const engine = await openEngine()
  const keyv = createKeyv(await redisOptions(engine), { namespace: 'app' })
  onTestFinished(() => keyv.disconnect())
  await keyv.set('k', 'v')
  expect(await keyv.get('k')).toBe('v')
  expect(await engine.connect().call('KEYS', '*')).toEqual(['app::k'])
})
