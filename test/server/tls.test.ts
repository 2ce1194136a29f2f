/** `rediss://`, with Node's own TLS. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { Redis } from 'ioredis'
import { createClient } from 'redis'
import { expect, it, onTestFinished } from 'vitest'
import { selfSigned } from './certificate.ts'
import { openServer, Peer } from './peer.ts'

const tls = selfSigned()
const trusting = { ca: tls.cert }

it('is spoken by ioredis', async () => {
  const { server } = await openServer({}, { port: 0, tls })
  expect(server.url).toBe(`rediss://127.0.0.1:${server.port}`)
  const redis = new Redis(server.url, { tls: trusting })
  const big = 'x'.repeat(3_000_000)
  expect(await redis.set('k', big)).toBe('OK')
  expect(await redis.get('k')).toBe(big)
  expect(await redis.client('INFO')).toContain(`laddr=127.0.0.1:${server.port}`)
  expect(await redis.quit()).toBe('OK')
})

it('is spoken by node-redis', async () => {
  const { server } = await openServer({}, { port: 0, tls })
  const client = createClient({ url: server.url, socket: { ...trusting, tls: true } })
  await client.connect()
  expect(await client.set('k', 'v')).toBe('OK')
  await client.close()
})

it('can ask clients for a certificate', async () => {
  const { server } = await openServer({}, { port: 0, tls: { ...tls, requestCert: true, ca: tls.cert } })
  const strange = connectTls({ port: server.port, host: '127.0.0.1', ...trusting })
  onTestFinished(() => void strange.destroy())
  expect(await new Peer(strange).closed()).toBe('')
  expect(server.connections).toBe(0)
  const known = connectTls({ port: server.port, host: '127.0.0.1', ...trusting, ...tls })
  onTestFinished(() => void known.destroy())
  expect(await new Peer(known).ask('PING')).toBe('+PONG')
})

it('is not spoken by who does not know it: that socket is closed, the others go on', async () => {
  const { server } = await openServer({}, { port: 0, tls })
  const plain = new Peer(connect(server.port as number, '127.0.0.1'))
  plain.socket.write('PING\r\nPING\r\n')
  await plain.closed()
  const socket = connectTls({ port: server.port, host: '127.0.0.1', ...trusting })
  onTestFinished(() => void socket.destroy())
  expect(await new Peer(socket).ask('PING')).toBe('+PONG')
})

it('with a key that is none is refused', async () => {
  const broken = openServer({}, { port: 0, tls: { key: 'key', cert: tls.cert } })
  await expect(broken).rejects.toThrow(/^option tls is refused: .+/)
  await expect(broken).rejects.toMatchObject({ code: 'SERVER_START' })
})

it('does not keep a server from closing: neither a client nor a handshake that never ends', async () => {
  const { server } = await openServer({}, { port: 0, tls })
  const silent = new Peer(connect(server.port as number, '127.0.0.1'))
  await once(silent.socket, 'connect')
  const socket = connectTls({ port: server.port, host: '127.0.0.1', ...trusting })
  const peer = new Peer(socket)
  expect(await peer.ask('PING')).toBe('+PONG')
  await server.close()
  await silent.closed()
  await peer.closed()
})
