/** `wasm-redis serve` as someone sees it who starts it: by hand, from a script, in the place of valkey-server. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ask, folder, run, server, start } from './program.ts'

describe('from start to end', () => {
  it('says where it listens, in log lines as the server has them', async () => {
    const { program, port } = await server()
    expect(await ask(port, 'PING')).toBe('PONG')
    const lines = program.out.trimEnd().split('\n')
    const stamp = /^\d+:M \d\d [A-Z][a-z][a-z] \d{4} \d\d:\d\d:\d\d\.\d{3} [.\-*#] /
    expect(lines.filter((line) => !stamp.test(line))).toEqual([])
    expect(lines[0]).toMatch(new RegExp(`^${program.child.pid}:M`))
    expect(program.out).toContain('Server initialized')
    expect(program.err).toBe('')
  })

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends cleanly at %s and leaves neither socket nor pid file',
    async (signal) => {
      const here = await folder()
      const [path, pidfile] = [join(here, 'redis.sock'), join(here, 'redis.pid')]
      const program = await start(['serve', '--port', '0', '--path', path, '--pidfile', pidfile])
      await program.see('ready to accept connections at')
      expect(await readFile(pidfile, 'utf8')).toBe(`${program.child.pid}\n`)
      expect((await run(['cli', '-s', path, 'SET', 'k', 'v'])).out).toBe('OK\n')
      program.child.kill(signal)
      const { code, out } = await program.ended
      expect(code).toBe(0)
      expect(out).toContain(`Received ${signal} scheduling shutdown...`)
      expect(out.trimEnd()).toMatch(/now ready to exit, bye bye\.\.\.$/)
      expect([existsSync(path), existsSync(pidfile)]).toEqual([false, false])
    },
  )

  it('ends at once when it is asked a second time', async () => {
    const { program, port } = await server()
    await ask(port, 'SETRANGE', 'large', '1000000', 'x')
    const socket = connect(Number(port), '127.0.0.1')
    socket.on('error', () => {})
    socket.pause()
    socket.write('GET large\r\n'.repeat(50)) // it waits a while for one who does not read what is due
    await expect.poll(() => ask(port, 'CLIENT', 'LIST')).toContain('cmd=get')
    program.child.kill('SIGTERM')
    await program.see('User requested shutdown')
    program.child.kill('SIGTERM')
    const { code, out } = await program.ended
    socket.destroy()
    expect(code).toBe(1)
    expect(out).toContain('You insist')
  })

  it('ends when a client says SHUTDOWN', async () => {
    const { program, port } = await server()
    expect(await run(['cli', '-p', port, 'SHUTDOWN'])).toEqual({ code: 0, out: '', err: '' })
    expect((await program.ended).code).toBe(0)
  })

  it('shows a banner when it is asked to', async () => {
    const { program, url } = await server('--always-show-logo', 'yes')
    await program.see(`wasm-redis cli --url ${url}`)
    expect(program.out).toMatch(new RegExp(` PID: ${program.child.pid}\\b[^]*Server initialized`))
  })
})

describe('addresses', () => {
  it('says so when the port is taken, and fails', async () => {
    const { port } = await server()
    const { code, out, err } = await run(['serve', '--port', port])
    expect(code).toBe(1)
    expect(err).toContain(`cannot listen on 127.0.0.1:${port}: something listens there already`)
    expect(out).toContain(`Failed listening on port ${port} (tcp), aborting.`) // what supervisors look for
  })

  it('listens on no port beside a unix socket when that is 0, as a server does', async () => {
    const path = join(await folder(), 'redis.sock')
    const program = await start(['serve', '--port', '0', '--path', path, '--unixsocketperm', '700'])
    await program.see(`ready to accept connections at ${path}`)
    expect(program.out).not.toContain('redis://')
    expect((await run(['cli', '--url', `unix:${path}`, 'CONFIG', 'GET', 'unixsocket'])).out).toBe(
      `unixsocket\n${path}\n`,
    )
  })

  it('lets no other machine in without a password', async () => {
    const { code, err } = await run(['serve', '--port', '0', '--host', '0.0.0.0'])
    expect([code, err]).toEqual([1, expect.stringContaining('Give --requirepass, or --protected-mode no')])
    const { url } = await server('--host', '0.0.0.0', '--requirepass', 'pw')
    expect((await run(['cli', '--url', url, 'PING'])).out).toContain('NOAUTH')
    expect((await run(['cli', '--url', url, '-a', 'pw', 'PING'])).out).toBe('PONG\n')
  })
})
