/**
 * While a script runs for longer than busy-reply-threshold, others are heard: the event loop stands still then, and the
 * server reads its sockets itself. Not with TLS, and not on Windows, where a socket has no file descriptor.
 */
import { connect } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Program, start } from '../cli/program.ts'
import { Peer } from './peer.ts'

const ENDLESS = 'while true do end'

/** The program in a process of its own, so that what stands still there does not hold the test; and peers of it. */
async function busyServer(...more: string[]): Promise<{ program: Program; peers: Peer[] }> {
  const program = await start(['serve', '--port', '0', '--busy-reply-threshold', '10', ...more])
  await program.see(/Ready to accept connections at redis:\/\/127\.0\.0\.1:\d+/)
  const port = Number(/127\.0\.0\.1:(\d+)/.exec(program.out)?.[1])
  const peers = await Promise.all(
    [1, 2, 3].map(async () => {
      const socket = connect(port, '127.0.0.1')
      onTestFinished(() => void socket.destroy())
      const peer = new Peer(socket)
      expect(await peer.ask('PING')).toBe('+PONG')
      return peer
    }),
  )
  return { program, peers }
}

function script(source: string): string {
  return `*3\r\n$4\r\nEVAL\r\n$${source.length}\r\n${source}\r\n$1\r\n0\r\n`
}

/** Asks until the server is busy, which it says. */
async function untilBusy(peer: Peer): Promise<string> {
  for (;;) {
    const reply = await peer.ask('PING')
    if (reply !== '+PONG') return reply
  }
}

describe.skipIf(process.platform === 'win32')('while a script runs', () => {
  it('others are told so, and one of them can end it', async () => {
    const { peers } = await busyServer()
    const [busy, second, third] = peers
    busy.socket.write(script(ENDLESS))
    expect(await untilBusy(second)).toMatch(/^-BUSY .*SCRIPT KILL/)
    expect(await third.ask('SET k v')).toMatch(/^-BUSY/)
    expect(await third.ask('SCRIPT KILL')).toBe('+OK')
    expect(await busy.until('\r\n')).toMatch(/^-ERR Script killed by user with SCRIPT KILL/)
    expect(await second.ask('SET k v')).toBe('+OK')
    expect(await busy.ask('GET k')).toBe('$1')
  })

  it('a function is ended by FUNCTION KILL, and not by SCRIPT KILL', async () => {
    const { peers } = await busyServer()
    const [busy, second] = peers
    const library = `#!lua name=l\nserver.register_function('f', function() ${ENDLESS} end)`
    busy.socket.write(`*3\r\n$8\r\nFUNCTION\r\n$4\r\nLOAD\r\n$${library.length}\r\n${library}\r\n`)
    expect(await busy.until('l\r\n')).toBe('$1\r\nl\r\n')
    busy.socket.write('FCALL f 0\r\n')
    expect(await untilBusy(second)).toMatch(/^-BUSY .*FUNCTION KILL/)
    expect(await second.ask('SCRIPT KILL')).toMatch(/^-BUSY/)
    expect(await second.ask('FUNCTION KILL')).toBe('+OK')
    expect(await busy.until('\r\n')).toMatch(/^-ERR .*killed by user/i)
    expect(await second.ask('PING')).toBe('+PONG')
  })

  it('it cannot be killed once it has written, but the server can be shut down', async () => {
    const { program, peers } = await busyServer()
    const [busy, second] = peers
    busy.socket.write(script(`redis.call('SET', 'k', 'v') ${ENDLESS}`))
    await untilBusy(second)
    expect(await second.ask('SCRIPT KILL')).toMatch(/^-UNKILLABLE/)
    second.socket.write('SHUTDOWN NOSAVE\r\n')
    expect((await program.ended).code).toBe(0)
    expect(await second.closed()).toBe('')
  })

  it('one that comes to its end is answered, and so is what came after it, in order', async () => {
    const { peers } = await busyServer()
    const [busy, second, third] = peers
    const source = "local n = 0 while n < 1e8 do n = n + 1 end return 'done'"
    busy.socket.write(`${script(source)}PING\r\nECHO last\r\n`)
    await untilBusy(second)
    third.socket.write('PING\r\n'.repeat(50))
    expect(await third.until('\r\n')).toMatch(/^-BUSY/)
    for (let i = 1; i < 50; i++) expect(await third.until('\r\n')).toMatch(/^-BUSY|^\+PONG/)
    expect(await busy.until('last\r\n')).toBe('$4\r\ndone\r\n+PONG\r\n$4\r\nlast\r\n')
    expect(await second.ask('PING')).toBe('+PONG')
  })

  it('a request that arrives in parts, and one larger than is read at once, are read whole', async () => {
    const { peers } = await busyServer()
    const [busy, second, third] = peers
    busy.socket.write(script(ENDLESS))
    await untilBusy(second)
    second.socket.write('*1\r\n$4\r\nPI')
    expect(await third.ask('PING')).toMatch(/^-BUSY/)
    second.socket.write('NG\r\n')
    expect(await second.until('\r\n')).toMatch(/^-BUSY/)
    const large = 'x'.repeat(1_000_000)
    second.socket.write(`*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$${large.length}\r\n${large}\r\nPING\r\n`)
    expect(await second.until('\r\n')).toMatch(/^-BUSY/)
    expect(await second.until('\r\n')).toMatch(/^-BUSY/)
    expect(await third.ask('SCRIPT KILL')).toBe('+OK')
    await busy.until('\r\n')
    expect(await second.ask('EXISTS k')).toBe(':0')
  })

  it('a peer that hangs up meanwhile is gone after it', async () => {
    const { peers } = await busyServer()
    const [busy, second, third] = peers
    busy.socket.write(script(ENDLESS))
    await untilBusy(second)
    third.socket.destroy()
    expect(await second.ask('SCRIPT KILL')).toBe('+OK')
    await busy.until('\r\n')
    await expect.poll(async () => (await second.text('CLIENT LIST')).trim().split('\n').length).toBe(2)
  })
})
