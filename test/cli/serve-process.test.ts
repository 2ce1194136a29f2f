/**
 * What a server does that an engine in somebody's program does not: it moves its listeners, opens connections, answers
 * while it loads, lets scripts be debugged, and adjusts its process.
 */
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { selfSigned } from '../server/certificate.ts'
import { ask, folder, type Program, run, server, start } from './program.ts'

/** A port that somebody else has, and one that nobody has. */
async function ports(): Promise<{ taken: string; free: string }> {
  const [one, other] = [createServer(), createServer()]
  for (const server of [one, other]) await once(server.listen(0, '127.0.0.1'), 'listening')
  const [taken, free] = [one, other].map((server) => String((server.address() as { port: number }).port))
  other.close()
  await once(other, 'close')
  onTestFinished(() => void one.close())
  return { taken, free }
}

/** A connection on which one speaks RESP by hand. */
class Peer {
  readonly socket: Socket
  heard = ''

  constructor(port: string) {
    this.socket = connect(Number(port), '127.0.0.1')
    this.socket.on('error', () => {})
    this.socket.on('data', (text) => {
      this.heard += text
    })
    onTestFinished(() => void this.socket.destroy())
  }

  /** Sends a command and waits until what was heard has `reply` in it. */
  async says(words: string[], reply: string | RegExp): Promise<void> {
    this.heard = ''
    this.socket.write(`*${words.length}\r\n${words.map((word) => `$${word.length}\r\n${word}\r\n`).join('')}`)
    await expect.poll(() => this.heard, { interval: 5 }).toMatch(reply)
  }
}

const setting = async (port: string, name: string) => (await ask(port, 'CONFIG', 'GET', name)).split('\n')[1]

describe('CONFIG SET port and bind', () => {
  it('move the listener; who is connected stays', async () => {
    const { program, port } = await server()
    const { free } = await ports()
    expect(await setting(port, 'port')).toBe(port)
    expect(await setting(port, 'bind')).toBe('127.0.0.1')
    const peer = new Peer(port)
    await peer.says(['CONFIG', 'SET', 'port', free], '+OK')
    expect(await ask(free, 'PING')).toBe('PONG')
    expect(await setting(free, 'port')).toBe(free)
    expect((await run(['cli', '-p', port, 'PING'])).code).toBe(1)
    await peer.says(['PING'], '+PONG')
    await ask(free, 'SHUTDOWN')
    expect((await program.ended).code).toBe(0)
  })

  it('are refused where they cannot be, and all stays as it was', async () => {
    const { port } = await server()
    const { taken } = await ports()
    expect(await ask(port, 'CONFIG', 'SET', 'maxclients', '99', 'port', taken)).toContain(
      "(possibly related to argument 'port') - Unable to listen on this port",
    )
    expect(await ask(port, 'CONFIG', 'SET', 'bind', '999.999.999.999')).toContain(
      'Failed to bind to specified addresses',
    )
    expect(await ask(port, 'CONFIG', 'SET', 'bind', 'no-such-name.invalid')).toContain('Failed to bind')
    expect([await setting(port, 'maxclients'), await setting(port, 'port')]).toEqual(['10000', port])
  })

  it('move no listener of TLS: beside one, bind stays as it is', async () => {
    const here = await folder()
    const { cert, key } = selfSigned()
    await writeFile(join(here, 'cert.pem'), cert)
    await writeFile(join(here, 'key.pem'), key)
    const files = ['--tls-cert-file', join(here, 'cert.pem'), '--tls-key-file', join(here, 'key.pem')]
    const [{ free: port }, { free: tlsPort }] = [await ports(), await ports()]
    const program = await start(['serve', '--port', port, '--tls-port', tlsPort, '--bind', '127.0.0.1 -::1', ...files])
    await program.see('connections at rediss:')
    expect(await ask(port, 'CONFIG', 'SET', 'bind', '127.0.0.2')).toContain('Failed to bind to specified addresses')
    await program.see('bind cannot be changed while tls-port is open')
    const { free } = await ports()
    expect(await ask(port, 'CONFIG', 'SET', 'port', free)).toBe('OK') // it went on where it was
    expect(await setting(free, 'bind')).toBe('127.0.0.1 -::1')
  })

  it('reach a configuration file, and begin there the next time', async () => {
    const here = await folder()
    const { free } = await ports()
    const [file, path] = [join(here, 'valkey.conf'), join(here, 'socket')]
    await writeFile(file, `port 0\nunixsocket ${path}\n`)
    const first = await start(['serve', file])
    await first.see('ready to accept connections at')
    const say = async (...words: string[]) => (await run(['cli', '-s', path, ...words])).out
    expect(await say('CONFIG', 'SET', 'port', free)).toBe('OK\n')
    expect(await say('CONFIG', 'REWRITE')).toBe('OK\n')
    expect(await ask(free, 'SHUTDOWN')).toBe('')
    await first.ended
    const second = await start(['serve', file])
    await second.see(`Ready to accept connections at redis://127.0.0.1:${free}`)
    expect(await say('CONFIG', 'SET', 'bind', '')).toBe('OK\n')
    expect((await run(['cli', '-p', free, 'PING'])).code).toBe(1)
    expect(await say('CONFIG', 'SET', 'bind', '127.0.0.1 ::1')).toBe('OK\n')
    expect(await ask(free, 'PING')).toBe('PONG')
  })
})

describe('MIGRATE', () => {
  it('moves keys to another server, whose name is looked up, and keeps them when it cannot', async () => {
    const [from, to] = [await server(), await server('--requirepass', 'pw')]
    await ask(from.port, 'SET', 'k', 'v')
    await ask(from.port, 'SETRANGE', 'large', '3000000', 'x')
    expect(await ask(from.port, 'MIGRATE', '127.0.0.1', to.port, 'k', '0', '5000')).toContain('NOAUTH')
    const keys = ['AUTH', 'pw', 'KEYS', 'k', 'large', 'missing']
    expect(await ask(from.port, 'MIGRATE', 'localhost', to.port, '', '3', '5000', ...keys)).toBe('OK')
    expect(await ask(from.port, 'DBSIZE')).toBe('0')
    const there = async (...words: string[]) => (await run(['cli', '-p', to.port, '-a', 'pw', '-n', '3', ...words])).out
    expect([await there('GET', 'k'), await there('STRLEN', 'large')]).toEqual(['v\n', '3000001\n'])
  })

  it('says so when nobody answers', async () => {
    const { port } = await server()
    const { taken, free } = await ports()
    await ask(port, 'SET', 'k', 'v')
    expect(await ask(port, 'MIGRATE', '127.0.0.1', free, 'k', '0', '5000')).toContain('IOERR error or timeout writing')
    expect(await ask(port, 'MIGRATE', '127.0.0.1', taken, 'k', '0', '50')).toContain('IOERR error or timeout reading')
    expect(await ask(port, 'MIGRATE', 'no-such-name.invalid', free, 'k', '0', '50')).toContain('IOERR')
    expect(await ask(port, 'GET', 'k')).toBe('v')
  })
})

describe('while its files are loaded', () => {
  /** A server that takes seconds to load, and has just begun. */
  async function loading(...args: string[]): Promise<{ program: Program; port: string }> {
    const dir = await folder()
    const { free: port } = await ports()
    const before = await server('--dir', dir, '--enable-debug-command', 'yes')
    await ask(before.port, 'DEBUG', 'POPULATE', '20000', 'key', '200')
    await ask(before.port, 'SHUTDOWN')
    await before.program.ended
    const slowly = ['--key-load-delay', '250', '--loading-process-events-interval-bytes', '1024']
    const program = await start(['serve', '--port', port, '--dir', dir, ...slowly, ...args])
    await program.see('Server initialized')
    return { program, port }
  }

  it('lets clients in, who are told so, and have their data when it is there', async () => {
    const { program, port } = await loading()
    const peer = new Peer(port)
    await peer.says(['GET', 'key:1'], '-LOADING')
    await peer.says(['INFO', 'persistence'], /loading:1\r\n/)
    await peer.says(['CONFIG', 'SET', 'loglevel', 'notice'], '+OK')
    await peer.says(['CLIENT', 'LIST'], new RegExp(`addr=127.0.0.1:${peer.socket.localPort} laddr=127.0.0.1:${port} `))
    expect(program.out).not.toContain('Ready to accept')
    await program.see('Ready to accept connections')
    await peer.says(['DBSIZE'], ':20000')
    await peer.says(['SET', 'large', 'x'.repeat(500_000)], '+OK')
    await peer.says(['GET', 'large'], '$500000\r\n')
    await expect.poll(() => peer.heard.length).toBe('$500000\r\n'.length + 500_000 + '\r\n'.length)
    expect(await ask(port, 'DBSIZE')).toBe('20001')
    peer.socket.end()
    await expect.poll(async () => (await ask(port, 'CLIENT', 'LIST')).split('\n').length).toBe(1)
  })

  it('asks for the password already, and ends when it is told to', async () => {
    const { program, port } = await loading('--requirepass', 'pw')
    const peer = new Peer(port)
    await peer.says(['CONFIG', 'GET', 'requirepass'], '-NOAUTH')
    await peer.says(['AUTH', 'pw'], '+OK')
    peer.socket.write('SHUTDOWN NOSAVE\r\n')
    const { code, out } = await program.ended
    expect(code).toBe(0)
    expect(out).not.toContain('Ready to accept')
  })
})

describe('SCRIPT DEBUG SYNC', () => {
  it('debugs a script line by line, as valkey-cli --ldb-sync-mode asks for it', async () => {
    const { port } = await server()
    const peer = new Peer(port)
    await peer.says(['SCRIPT', 'DEBUG', 'SYNC'], '+OK')
    const script = 'local a = KEYS[1]\nlocal b = redis.call("SET", a, "v")\nreturn a'
    await peer.says(['EVAL', script, '1', 'k'], /Stopped at 1, stop reason = step over\r\n.*local a/)
    await peer.says(['step'], 'Stopped at 2')
    await peer.says(['print', 'a'], '<value> k')
    await peer.says(['redis', 'STRLEN', 'k'], '<reply> 0')
    await peer.says(['continue'], /<endsession>[\s\S]*\$1\r\nk\r\n/)
    await expect.poll(() => peer.socket.destroyed).toBe(true)
    expect(await ask(port, 'GET', 'k')).toBe('v')
  })

  it('goes on with others when its user has gone', async () => {
    const { port } = await server()
    const peer = new Peer(port)
    await peer.says(['SCRIPT', 'DEBUG', 'SYNC'], '+OK')
    await peer.says(['EVAL', 'return 1', '0'], 'Stopped at 1')
    peer.socket.destroy()
    expect(await ask(port, 'PING')).toBe('PONG')
    expect(await ask(port, 'SCRIPT', 'DEBUG', 'YES')).toContain('SCRIPT DEBUG SYNC')
  })
})

describe.runIf(existsSync('/proc/self/oom_score_adj'))('oom-score-adj', () => {
  const score = async ({ child }: Program) => Number(await readFile(`/proc/${child.pid}/oom_score_adj`, 'utf8'))

  it('is the score of the process, from its start on', async () => {
    const { program: plain } = await server()
    const base = await score(plain)
    const { program, port } = await server('--oom-score-adj', 'relative', '--oom-score-adj-values', '7', '8', '9')
    expect(await score(program)).toBe(base + 7)
    expect(await ask(port, 'CONFIG', 'SET', 'oom-score-adj-values', '11 12 13')).toBe('OK')
    expect(await score(program)).toBe(base + 11)
    expect(await ask(port, 'CONFIG', 'SET', 'oom-score-adj', 'no')).toBe('OK')
    expect(await score(program)).toBe(base)
  })
})
