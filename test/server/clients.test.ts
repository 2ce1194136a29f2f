/** What the engine knows of its clients, and does to them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openServer, peerOf } from './peer.ts'

describe('CLIENT LIST', () => {
  it('shows real addresses, of both ends', async () => {
    const { server } = await openServer()
    const peer = await peerOf(server)
    const addresses = `addr=127.0.0.1:${peer.socket.localPort} laddr=127.0.0.1:${server.port}`
    expect(await peer.text('CLIENT LIST')).toContain(addresses)
    expect(server.connections).toBe(1)
  })

  it('shows a unix socket as its path, and its clients by the flag U', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'serve-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const path = join(folder, 's')
    const { server } = await openServer({}, { path })
    const info = await (await peerOf(server)).text('CLIENT INFO')
    expect(info).toContain(`addr=${path}:0 laddr=${path}:0`)
    expect(info).toContain('flags=U')
  })

  it('and MONITOR tell clients of a socket from those in this process', async () => {
    const { engine, server } = await openServer()
    const here = engine.connect()
    const peer = await peerOf(server)
    await peer.ask('MONITOR')
    await here.call('SET', 'k', 'v')
    expect(await peer.until('"v"')).toMatch(/\[0 in-process:\d+\] "SET" "k" "v"$/)
    expect(here.callSync('CLIENT', 'LIST')).toMatch(/addr=127.0.0.1:\d+ .*flags=O/)
  })

  it('forgets a client that hangs up', async () => {
    const { engine, server } = await openServer()
    const here = engine.connect()
    const peer = await peerOf(server)
    await peer.ask('CLIENT SETNAME gone')
    expect(here.callSync('CLIENT', 'LIST')).toContain('name=gone')
    peer.socket.destroy()
    await expect.poll(() => here.callSync('CLIENT', 'LIST')).not.toContain('name=gone')
    expect(server.connections).toBe(0)
  })
})

describe('CLIENT KILL', () => {
  it.each(['ADDR', 'LADDR', 'ID'])('by %s closes the socket', async (by) => {
    const { engine, server } = await openServer()
    const peer = await peerOf(server)
    const id = (await peer.ask('CLIENT ID')).slice(1)
    const what = { ADDR: `127.0.0.1:${peer.socket.localPort}`, LADDR: `127.0.0.1:${server.port}`, ID: id }[by] as string
    expect(await engine.connect().call('CLIENT', 'KILL', by, what)).toBe(1)
    expect(await peer.closed()).toBe('')
  })

  it('of oneself is answered first', async () => {
    const { server } = await openServer()
    const peer = await peerOf(server)
    const id = (await peer.ask('CLIENT ID')).slice(1)
    peer.socket.write(`CLIENT KILL ID ${id} SKIPME no\r\n`)
    expect(await peer.closed()).toBe(':1\r\n')
  })

  it('reaches a client that waits', async () => {
    const { engine, server } = await openServer()
    const peer = await peerOf(server)
    peer.socket.write('BLPOP k 0\r\n')
    const here = engine.connect()
    await expect.poll(() => here.callSync('CLIENT', 'LIST')).toContain('flags=b')
    await here.call('CLIENT', 'KILL', 'TYPE', 'normal')
    expect(await peer.closed()).toBe('')
  })
})

it('QUIT is answered, after all that was asked before it, and then the socket is closed', async () => {
  const { server } = await openServer()
  const peer = await peerOf(server)
  peer.socket.write('PING\r\nQUIT\r\nPING\r\n')
  expect(await peer.closed()).toBe('+PONG\r\n+OK\r\n')
})

it('maxclients turns the next one away with the engine’s own words', async () => {
  const { server } = await openServer({ config: { maxclients: 2 } })
  const peers = [await peerOf(server), await peerOf(server)]
  for (const peer of peers) expect(await peer.ask('PING')).toBe('+PONG')
  expect(await (await peerOf(server)).closed()).toBe('-ERR max number of clients reached\r\n')
  peers[0].socket.destroy()
  await expect.poll(() => server.connections).toBe(1)
  expect(await (await peerOf(server)).ask('PING')).toBe('+PONG')
})

it('timeout closes a client that is idle, and leaves those that wait or listen', async () => {
  const { server } = await openServer({ config: { timeout: 1, hz: 100 } })
  const [idle, waiting, listening] = [await peerOf(server), await peerOf(server), await peerOf(server)]
  await idle.ask('PING')
  waiting.socket.write('BLPOP k 0\r\n')
  await listening.ask('SUBSCRIBE news')
  expect(await idle.closed()).toBe('')
  const last = await peerOf(server)
  await last.ask('RPUSH k v')
  expect(await waiting.until('$1\r\nv\r\n')).toContain('*2')
  expect(await last.ask('PUBLISH news hello')).toBe(':1')
})

it('CLIENT PAUSE holds commands back until it is over', async () => {
  const { server } = await openServer()
  const peer = await peerOf(server)
  await peer.ask('CLIENT PAUSE 150 WRITE')
  const start = performance.now()
  expect(await (await peerOf(server)).ask('GET k')).toBe('$-1')
  const read = performance.now() - start
  expect(await peer.ask('SET k v')).toBe('+OK')
  expect(performance.now() - start).toBeGreaterThan(140)
  expect(read).toBeLessThan(140)
})

it('messages and woken calls reach a client that has said nothing meanwhile', async () => {
  const { server } = await openServer()
  const [one, two] = [await peerOf(server), await peerOf(server)]
  await one.ask('SUBSCRIBE news')
  await one.until(':1\r\n')
  await two.ask('PUBLISH news hello')
  expect(await one.until('hello\r\n')).toContain('message')
})

it('requests arrive in any pieces', async () => {
  const { server } = await openServer()
  const peer = await peerOf(server)
  peer.socket.setNoDelay(true)
  for (const byte of '*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$4\r\n\r\n\r\n\r\n') {
    peer.socket.write(byte)
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(await peer.until('\r\n')).toBe('+OK\r\n')
  expect(await peer.text('GET k')).toBe('\r\n\r\n')
})

it('what is not the protocol is answered with an error, and the socket closed', async () => {
  const { server } = await openServer()
  const peer = await peerOf(server)
  peer.socket.write('*1\r\n+PING\r\n')
  expect(await peer.closed()).toMatch(/^-ERR Protocol error: expected '\$'/)
})
