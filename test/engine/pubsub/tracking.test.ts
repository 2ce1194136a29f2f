import { expect, it } from 'vitest'
import type { Client } from '../../../src/index.ts'
import { openClient, openEngine } from '../open.ts'
import { turn } from '../outcome.ts'

/** The pushes that `client` gets from here on. */
function pushesOf(client: Client): unknown[] {
  const pushes: unknown[] = []
  client.onPush = (push) => pushes.push(push)
  return pushes
}

it('CLIENT TRACKING tells who has read a key that it changed, once', async () => {
  const client = await openClient()
  const pushes = pushesOf(client)
  await client.call('CLIENT', 'TRACKING', 'ON')
  await client.call('GET', 'read')
  const writer = client.duplicate()
  await writer.call('SET', 'read', 1)
  await writer.call('SET', 'read', 2)
  await writer.call('SET', 'unread', 1)
  await turn()
  expect(pushes).toEqual([['invalidate', ['read']]])
})

it('its own writes are told, unless NOLOOP', async () => {
  const client = await openClient()
  const pushes = pushesOf(client)
  await client.call('CLIENT', 'TRACKING', 'ON')
  await client.pipeline([
    ['GET', 'k'],
    ['SET', 'k', 1],
    ['GET', 'k'],
  ])
  await turn()
  expect(pushes).toEqual([['invalidate', ['k']]])
  await client.call('CLIENT', 'TRACKING', 'OFF')
  await client.call('CLIENT', 'TRACKING', 'ON', 'NOLOOP')
  await client.pipeline([
    ['GET', 'k'],
    ['SET', 'k', 2],
  ])
  await turn()
  expect(pushes).toHaveLength(1)
})

it('callSync keeps the reply and hands on the push before it', async () => {
  const client = await openClient()
  const pushes = pushesOf(client)
  client.callSync('CLIENT', 'TRACKING', 'ON')
  client.callSync('GET', 'k')
  expect(client.callSync('INCR', 'k')).toBe(1)
  await turn()
  expect(pushes).toEqual([['invalidate', ['k']]])
})

it('BCAST tells of all keys with a prefix', async () => {
  const client = await openClient()
  const pushes = pushesOf(client)
  await client.call('CLIENT', 'TRACKING', 'ON', 'BCAST', 'PREFIX', 'user:', 'PREFIX', 'job:')
  const writer = client.duplicate()
  await writer.call('MSET', 'user:1', 1, 'other', 1)
  await writer.call('SET', 'job:1', 1)
  await turn()
  expect(pushes.flatMap((push) => (push as [string, string[]])[1]).sort()).toEqual(['job:1', 'user:1'])
})

it('OPTIN tells of keys read behind CLIENT CACHING YES alone', async () => {
  const client = await openClient()
  const pushes = pushesOf(client)
  await client.call('CLIENT', 'TRACKING', 'ON', 'OPTIN')
  await client.call('GET', 'a')
  await client.pipeline([
    ['CLIENT', 'CACHING', 'YES'],
    ['GET', 'b'],
  ])
  await client.duplicate().call('MSET', 'a', 1, 'b', 1)
  await turn()
  expect(pushes).toEqual([['invalidate', ['b']]])
})

it('expiry, eviction and FLUSHALL invalidate, too', async () => {
  const client = await openClient()
  const pushes = pushesOf(client)
  await client.call('CLIENT', 'TRACKING', 'ON')
  await client.pipeline([
    ['SET', 'k', 1, 'PX', 20],
    ['GET', 'k'],
  ])
  await client.duplicate().call('BLPOP', 'nothing', 0.15)
  await turn()
  expect(pushes).toEqual([['invalidate', ['k']]])
  await client.duplicate().call('FLUSHALL')
  await turn()
  expect(pushes[1]).toEqual(['invalidate', null])
})

it('REDIRECT sends it to another connection, as a message in RESP2', async () => {
  const engine = await openEngine()
  const client = engine.connect({ protocol: 2 })
  const listener = engine.connect({ protocol: 2 })
  const heard: unknown[] = []
  await listener.subscribe('__redis__:invalidate', (message) => heard.push(message))
  const id = engine
    .connect()
    .callSync<string>('CLIENT', 'LIST')
    .match(/id=(\d+) [^\n]*sub=1/)?.[1] as string
  await client.call('CLIENT', 'TRACKING', 'ON', 'REDIRECT', id)
  await client.call('GET', 'k')
  await engine.connect().call('SET', 'k', 1)
  await turn()
  expect(heard).toHaveLength(1)
  expect(heard[0]).toMatchObject({ channel: '__redis__:invalidate', message: ['k'] })
})

it('REDIRECT to a connection that has gone is told by a push', async () => {
  const engine = await openEngine()
  const client = engine.connect()
  const pushes = pushesOf(client)
  const listener = engine.connect()
  const id = await listener.call<number>('CLIENT', 'ID')
  await client.call('CLIENT', 'TRACKING', 'ON', 'REDIRECT', id)
  await client.call('GET', 'k')
  await listener.close()
  await engine.connect().call('SET', 'k', 1)
  await turn()
  expect(pushes).toEqual([['tracking-redir-broken', id]])
})
