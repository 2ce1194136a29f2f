/** Many clients at once. */
import { expect, it } from 'vitest'
import { coreOf } from '../engine/open.ts'
import { openServer, type Peer, peerOf } from './peer.ts'
import { runProgram } from './program.ts'

const CONNECTIONS = 1000
const COMMANDS = 1000
const BATCH = 100

async function work(peer: Peer, number: number): Promise<void> {
  for (let done = 0; done < COMMANDS; done += BATCH) {
    peer.socket.write(`INCR counter:${number}\r\n`.repeat(BATCH))
    await peer.until(`:${done + BATCH}\r\n`)
  }
}

it('1,000 connections with 1,000 commands each: none is lost', { timeout: 60_000 }, async () => {
  const { engine, server } = await openServer()
  const peers = await Promise.all(Array.from({ length: CONNECTIONS }, () => peerOf(server)))
  await Promise.all(peers.map(work))
  expect(server.connections).toBe(CONNECTIONS)
  const here = engine.connect()
  for (let number = 0; number < CONNECTIONS; number++) {
    expect(here.callSync('GET', `counter:${number}`)).toBe(String(COMMANDS))
  }
  expect(here.callSync<string>('INFO', 'stats')).toContain('rejected_connections:0\r\n')
  expect(coreOf(engine).memory.size).toBeLessThan(200 * 1024 * 1024)
  for (const peer of peers) peer.socket.destroy()
  await expect.poll(() => server.connections).toBe(0)
  expect(here.callSync<string>('INFO', 'clients')).toContain('connected_clients:1\r\n')
})

it('a message to many is written to each in the protocol that it speaks', async () => {
  const { engine, server } = await openServer()
  const peers = await Promise.all(Array.from({ length: 8 }, () => peerOf(server)))
  for (const [i, peer] of peers.entries()) {
    const version = i % 2 === 0 ? 2 : 3
    peer.socket.write(`HELLO ${version}\r\nSUBSCRIBE news\r\n`)
    await peer.until('$4\r\nnews\r\n:1\r\n')
  }
  expect(await engine.connect().call('PUBLISH', 'news', 'all of it')).toBe(8)
  const message = '3\r\n$7\r\nmessage\r\n$4\r\nnews\r\n$9\r\nall of it\r\n'
  for (const [i, peer] of peers.entries()) expect(await peer.until('it\r\n')).toBe((i % 2 === 0 ? '*' : '>') + message)
})

it('several processes share one engine', { timeout: 60_000 }, async () => {
  const { engine, server } = await openServer()
  const program = `
    import { connect } from 'node:net'
    const socket = connect(${server.port}, '127.0.0.1')
    let text = ''
    socket.on('data', (data) => { text += data; if (text.split('\\n').length > 500) socket.end() })
    socket.write('INCR shared\\r\\n'.repeat(500))
    await new Promise((resolve) => socket.once('close', resolve))
    console.log(text.trim().split('\\r\\n').length)`
  const endings = await Promise.all([1, 2, 3].map(() => runProgram(program)))
  expect(endings).toEqual(endings.map(() => ({ code: 0, output: '500' })))
  expect(engine.connect().callSync('GET', 'shared')).toBe('1500')
})
