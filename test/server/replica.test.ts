/** Native servers as replicas of an engine with storage: they are given all keys, and then every write. */
import { afterEach, expect, it, onTestFinished } from 'vitest'
import { createClient, createEngine, type Engine } from '../../src/index.ts'
import { type Server, serve } from '../../src/server/index.ts'
import { memoryStorage } from '../../src/storage/memory.ts'
import { startNative } from '../transports/native.ts'
import { type Peer, peerOf } from './peer.ts'

let engine: Engine
afterEach(() => engine?.close())

async function primary(): Promise<{ server: Server; here: ReturnType<Engine['connect']> }> {
  engine = await createEngine({ storage: memoryStorage(), config: { save: '' } })
  const server = await serve(engine, { port: 0 })
  onTestFinished(() => server.close())
  return { server, here: engine.connect() }
}

async function nativeReplica(server: Server) {
  const native = await startNative()
  onTestFinished(() => native.close())
  const client = await createClient({ url: `redis://127.0.0.1:${native.port}` })
  onTestFinished(() => client.close())
  await client.call('REPLICAOF', '127.0.0.1', String(server.port))
  return client
}

it('a replica catches up with what was there, and follows', async () => {
  const { server, here } = await primary()
  const library = '#!lua name=lib\nserver.register_function("f", function() return 1 end)'
  await here.call('FUNCTION', 'LOAD', library)
  for (let i = 0; i < 10_000; i++) here.callSync('SET', `k${i}`, 'x'.repeat(100))
  await here.call('SELECT', 3)
  await here.call('HSET', 'hash', 'f', 'v')
  const replica = await nativeReplica(server)
  await expect.poll(() => replica.call('DBSIZE'), { timeout: 20_000 }).toBe(10_000)
  await here.call('XADD', 'stream', '1-1', 'f', 'v')
  await here.call('MULTI')
  await here.call('INCR', 'n')
  await here.call('INCR', 'n')
  await here.call('EXEC')
  expect(await here.call('WAIT', 1, 20_000)).toBe(1)
  expect(await replica.call('FUNCTION', 'LIST')).toHaveLength(1)
  await replica.call('SELECT', 3)
  expect(await replica.call('HGETALL', 'hash')).toEqual({ f: 'v' })
  expect(await replica.call('XLEN', 'stream')).toBe(1)
  expect(await replica.call('GET', 'n')).toBe('2')
  expect(await here.call('INFO', 'replication')).toMatch(/connected_slaves:1\r\nslave0:ip=127\.0\.0\.1,.*state=online/)
})

it('two replicas at once have the same data, and one that lost its connection goes on where it was', async () => {
  const { server, here } = await primary()
  await here.call('MSET', 'a', '1', 'b', '2')
  const [first, second] = await Promise.all([nativeReplica(server), nativeReplica(server)])
  await expect.poll(() => here.call('WAIT', 2, 1000), { timeout: 20_000 }).toBe(2)
  await here.call('SET', 'c', '3')
  expect(await here.call('WAIT', 2, 20_000)).toBe(2)
  for (const replica of [first, second]) expect(await replica.call('MGET', 'a', 'b', 'c')).toEqual(['1', '2', '3'])

  expect(await here.call('CLIENT', 'KILL', 'TYPE', 'replica')).toBe(2)
  await here.call('SET', 'd', '4')
  await expect.poll(() => here.call('WAIT', 2, 1000), { timeout: 20_000 }).toBe(2)
  expect(await first.call('GET', 'd')).toBe('4')
  expect(await here.call('INFO', 'stats')).toMatch(/sync_full:2\r\nsync_partial_ok:2/)
})

it('SYNC is refused without storage, and to clients of this process', async () => {
  const { here } = await primary()
  await expect(here.call('SYNC')).rejects.toThrow(/for replicas that connect to a server/)
  await expect(here.call('REPLICAOF', '127.0.0.1', '1')).rejects.toThrow(/not available here/)
  expect(await here.call('REPLICAOF', 'NO', 'ONE')).toBe('OK')

  const plain = await createEngine()
  onTestFinished(() => plain.close())
  const server = await serve(plain, { port: 0 })
  onTestFinished(() => server.close())
  const peer: Peer = await peerOf(server)
  expect(await peer.ask('SYNC')).toMatch(/^-ERR SYNC is not available here: .*storage/)
  expect(await peer.ask('PING')).toBe('+PONG')
})

it('a peer may say SYNC, too; the end of the engine ends its connection', async () => {
  const { server, here } = await primary()
  const peer = await peerOf(server)
  peer.socket.write('SYNC\r\n')
  expect(await peer.until('VALKEY')).toMatch(/^\$\d+\r\nVALKEY$/)
  expect(await here.call('INFO', 'replication')).toContain('connected_slaves:1')
  await engine.close()
  await peer.closed()
})
