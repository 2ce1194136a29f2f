/** @socket.io/redis-streams-adapter: packets are kept in a stream, so a client that was away gets what it has missed. */
import { createAdapter } from '@socket.io/redis-streams-adapter'
import { expect, it } from 'vitest'
import type { Engine } from '../../src/index.ts'
import { openEngine } from '../engine/open.ts'
import { ioredisOn, nodeRedisOn } from './clients.ts'
import { type Adapter, heard, openCluster, type Signs, sharedSuite } from './socket-io.ts'

/** How many wait for packets. */
function readers(engine: Engine): number {
  return (
    engine
      .connect()
      .callSync<string>('CLIENT', 'LIST')
      .match(/flags=b.*cmd=xread/g)?.length ?? 0
  )
}

const signs: Signs = {
  /** Each server hears the other, and reads the stream. */
  async ready(engine, servers) {
    for (const server of servers) await expect.poll(() => server.of('/').adapter.serverCount()).toBe(servers.length)
    await expect.poll(() => readers(engine)).toBe(servers.length)
  },
  /** A closed server leaves when its reading ends, for which something has to come. Its engine must outlive that. */
  async gone(engine) {
    await engine.connect().call('XADD', 'socket.io', '*', 'the', 'end')
    await expect.poll(() => readers(engine)).toBe(0)
  },
}

const overIoredis = (engine: Engine): Adapter => createAdapter(ioredisOn(engine))

sharedSuite(
  [
    ['ioredis', overIoredis],
    ['node-redis', async (engine) => createAdapter(await nodeRedisOn(engine))],
  ],
  signs,
)

it('a client that was away gets what it has missed, from another server', async () => {
  const recovery = { connectionStateRecovery: { maxDisconnectionDuration: 60_000 } }
  const [one, two] = await openCluster(await openEngine(), overIoredis, signs, recovery)
  const client = await one.join({ reconnectionDelay: 1, reconnectionDelayMax: 1 })
  const first = heard(client, 'news')
  two.server.emit('news', 'first')
  expect((await first)[0]).toBe('first') // its offset in the stream follows

  const away = heard(client, 'disconnect')
  client.io.engine.close()
  await away
  const missed = heard(client, 'news')
  two.server.emit('news', 'while you were away')
  expect((await missed)[0]).toBe('while you were away')
  expect(client.recovered).toBe(true)
})
