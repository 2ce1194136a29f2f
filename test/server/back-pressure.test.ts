/** Neither end can fill the memory of the other by not reading. */
import { EventEmitter } from 'node:events'
import type { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { admit } from '../../src/engine/peer.ts'
import { PeerConnection } from '../../src/server/connection.ts'
import { coreOf } from '../engine/open.ts'
import { openServer, peerOf } from './peer.ts'

const MB = 1024 * 1024

describe('a client that never reads its replies', () => {
  it('is disconnected at its client-output-buffer-limit, with bounded memory, while the others go on', async () => {
    const config = { 'client-output-buffer-limit': 'normal 8mb 0 0' }
    const { engine, server } = await openServer({ config })
    const here = engine.connect()
    await here.call('SET', 'value', 'x'.repeat(MB))
    const deaf = await peerOf(server)
    await deaf.ask('CLIENT SETNAME deaf')
    deaf.socket.pause()
    const other = await peerOf(server)
    await other.ask('PING')

    const before = process.memoryUsage()
    let answered = 0
    while (here.callSync<string>('CLIENT', 'LIST').includes('name=deaf')) {
      deaf.socket.write('GET value\r\n'.repeat(4))
      expect(await other.ask('PING')).toBe('+PONG')
      answered++
      if (answered > 2000) throw new Error('it was never disconnected')
    }
    // What it was sent is in the buffers of the kernel, of Node and of the engine: some MB, not the 8 GB it asked for.
    const after = process.memoryUsage()
    expect(after.rss - before.rss).toBeLessThan(80 * MB)
    expect(coreOf(engine).memory.size).toBeLessThan(80 * MB)
    expect(here.callSync<string>('INFO', 'stats')).toMatch(/client_output_buffer_limit_disconnections:1\r/)
    expect(await other.ask('PING')).toBe('+PONG')
    await expect.poll(() => server.connections, { timeout: 10_000 }).toBe(1)
  })

  it('of a channel is disconnected at the limit of subscribers', async () => {
    const config = { 'client-output-buffer-limit': 'pubsub 2mb 0 0' }
    const { engine, server } = await openServer({ config })
    const deaf = await peerOf(server)
    await deaf.ask('SUBSCRIBE news')
    deaf.socket.pause()
    const here = engine.connect()
    const message = 'x'.repeat(100_000)
    let sent = 0
    while ((await here.publish('news', message)) === 1) {
      if (++sent > 1000) throw new Error('it was never disconnected')
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(sent).toBeGreaterThan(20)
  })

  it('but goes on later gets all of them, in order', async () => {
    const { engine, server } = await openServer()
    const here = engine.connect()
    for (let i = 0; i < 32; i++) await here.call('SET', `k${i}`, `${i}:`.padEnd(MB, '.'))
    const peer = await peerOf(server)
    peer.socket.pause()
    for (let i = 0; i < 32; i++) peer.socket.write(`GET k${i}\r\n`)
    peer.socket.write('QUIT\r\n')
    // The engine has executed all of them, and holds what does not fit into any buffer.
    await expect.poll(() => here.callSync<string>('CLIENT', 'LIST')).toMatch(/ omem=\d{8}/)
    peer.socket.resume()
    const replies = await peer.closed()
    expect(replies.length).toBe(32 * (MB + '$1048576\r\n\r\n'.length) + '+OK\r\n'.length)
    expect([...replies.matchAll(/(\d+):\./g)].map((match) => Number(match[1]))).toEqual([...Array(32).keys()])
    expect(replies.endsWith('+OK\r\n')).toBe(true)
  })
})

/** A socket that takes what it is given and never drains. */
class FullSocket extends EventEmitter {
  written = ''
  destroyed = false
  timeout = 0

  write(data: Uint8Array): boolean {
    this.written += Buffer.from(data).toString()
    return false
  }

  destroySoon(): void {
    this.destroyed = true
  }

  setTimeout(): void {}
}

it('what the engine has written before it closes a connection is written, however full the socket is', async () => {
  const { engine } = await openServer()
  const where = { address: '127.0.0.1:1', localAddress: '127.0.0.1:2', local: true, unixSocket: false }
  const connection = admit(coreOf(engine), { ...where, trusted: false, window: 100_000 })
  const socket = new FullSocket()
  new PeerConnection(socket as unknown as Socket, connection)
  socket.emit('data', Buffer.from('PING\r\n'))
  socket.emit('data', Buffer.from('PING again\r\nQUIT\r\n'))
  expect(socket.written).toBe('+PONG\r\n')
  await expect.poll(() => socket.destroyed).toBe(true)
  expect(socket.written).toBe('+PONG\r\n$5\r\nagain\r\n+OK\r\n')
})

describe('a client that waits', () => {
  it('is not read from without end; all it sent is answered in the end', async () => {
    const { engine, server } = await openServer()
    const here = engine.connect()
    const peer = await peerOf(server)
    peer.socket.write('BLPOP k 0\r\n')
    const command = `SET big ${'x'.repeat(10_000)}\r\n`
    const commands = 5000
    const sent = new Promise((resolve) => peer.socket.write(command.repeat(commands), resolve))
    await expect.poll(() => here.callSync<string>('CLIENT', 'LIST')).toMatch(/qbuf=\d{5}/)
    for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setImmediate(resolve))
    const [, held] = /flags=b.* qbuf=(\d+)/.exec(here.callSync<string>('CLIENT', 'LIST')) as RegExpExecArray
    expect(Number(held)).toBeLessThan(MB)
    await here.call('RPUSH', 'k', 'v')
    await sent
    await peer.until('v\r\n')
    while (peer.received.length < commands * '+OK\r\n'.length) await new Promise((resolve) => setImmediate(resolve))
    expect(peer.received).toBe('+OK\r\n'.repeat(commands))
  })
})
