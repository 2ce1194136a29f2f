/** `wasm-redis` in a pseudo-terminal, as someone sees it who types. */
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folder, type Program, server, terminal } from './program.ts'

const CTRL_C = '\x03'
const CTRL_D = '\x04'

/** Types a line and waits for what follows it. */
async function type(program: Program, keys: string, answer: string | RegExp): Promise<void> {
  program.out = ''
  program.child.stdin?.write(keys)
  await program.see(answer)
}

async function opened(args: string[] = [], env = {}): Promise<Program> {
  const program = await terminal(['cli', ...args], env)
  await program.see('> ')
  return program
}

describe('cli', () => {
  it('answers with types, and leaves at Ctrl-D', async () => {
    const program = await opened()
    expect(program.out).toContain('embedded> ')
    await type(program, 'set k v\r', /\nOK\r\n.*embedded> /s)
    await type(program, 'strlen k\r', /\n\(integer\) 1\r\n.*> /s)
    await type(program, 'get none\r', /\n\(nil\)\r\n.*> /s)
    program.child.stdin?.write(CTRL_D)
    expect((await program.ended).code).toBe(0)
  })

  it('leaves at quit, and at Ctrl-C on an empty line', async () => {
    for (const keys of ['quit\r', CTRL_C]) {
      const program = await opened()
      program.child.stdin?.write(keys)
      expect((await program.ended).code).toBe(0)
    }
  })

  it('drops a line at Ctrl-C', async () => {
    const program = await opened()
    await type(program, `flushall${CTRL_C}`, /\^C\r\n.*embedded> /s)
    await type(program, 'ping\r', /\nPONG\r\n/)
  })

  it('stops a command that waits at Ctrl-C, and goes on', async () => {
    const program = await opened()
    await type(program, 'select 2\r', 'embedded[2]> ')
    await type(program, 'blpop queue 0\r', '\x1b[0K\r\r\n')
    await type(program, CTRL_C, 'embedded[2]> ')
    await type(program, 'client list\r', /db=2 /)
  })

  it('shows messages until Ctrl-C', async () => {
    const { url, port } = await server()
    const program = await opened(['--url', url])
    expect(program.out).toContain(`127.0.0.1:${port}> `)
    await type(program, 'subscribe news\r', '3) (integer) 1')
    const other = await opened(['-p', port])
    await type(other, 'publish news hello\r', '(integer) 1')
    await program.see('3) "hello"')
    await type(program, CTRL_C, `${port}> `)
    await type(program, 'ping\r', '\nPONG')
  })

  it('says in the prompt that it is in a transaction', async () => {
    const program = await opened()
    await type(program, 'multi\r', 'embedded(TX)> ')
    await type(program, 'incr n\r', /\nQUEUED\r\n.*\(TX\)> /s)
    await type(program, 'exec\r', /\n1\) \(integer\) 1\r\n.*embedded> /s)
  })

  it('completes names, and shows the rest of the syntax in grey', async () => {
    const program = await opened()
    await type(program, 'hgetal\t', '\x1b[0Ka\x1b[0Kl\x1b[0Kl\x1b[90m key')
    await type(program, ' ', '\x1b[90mkey\x1b[39m')
    await type(program, 'h\r', '(empty array)')
    await type(program, 'help incr\r', 'INCR key')
  })

  it('has no colours where none are wanted, but for an error on request', async () => {
    const plain = await opened([], { NO_COLOR: '1' })
    await type(plain, 'set k\r', /\(error\) ERR .*> /s)
    for (const colour of ['\x1b[3', '\x1b[9']) expect(plain.out).not.toContain(colour)
    const coloured = await opened()
    await type(coloured, 'set k\r', '\x1b[31m(error) ERR')
  })

  it('says so when the server goes away, and finds it again', async () => {
    const first = await server()
    const program = await opened(['-p', first.port])
    first.program.child.kill()
    await first.program.ended
    await type(program, 'ping\r', /Could not connect|Server closed/)
    await type(program, 'ping\r', /Could not connect.*not connected> /s)
    const { program: again } = await server('--port', first.port)
    expect(again.out).toContain(first.port)
    await type(program, 'ping\r', '\nPONG')
  })

  it('remembers lines for the next session, but no passwords', async () => {
    const file = join(await folder(), 'history')
    await writeFile(file, 'get older\n')
    const program = await opened([], { WASM_REDIS_HISTFILE: file })
    await type(program, 'set k v\r', '\nOK')
    await type(program, 'auth secret\r', 'error')
    await type(program, 'config set requirepass other-secret\r', '\nOK')
    program.child.stdin?.write(CTRL_D)
    await program.ended
    expect(await readFile(file, 'utf8')).toBe('get older\nset k v\n')
    const next = await opened([], { WASM_REDIS_HISTFILE: file })
    await type(next, '\x1b[A', 'set k v')
    await type(next, '\x1b[A', 'get older')
  })

  it('lets nobody else read them', async () => {
    const file = join(await folder(), 'history')
    const program = await opened([], { WASM_REDIS_HISTFILE: file })
    await type(program, 'ping\r', '\nPONG')
    expect((await stat(file)).mode & 0o077).toBe(0)
  })
})

describe('serve', () => {
  it('shows a banner and ends at Ctrl-C', async () => {
    const program = await terminal(['serve', '--port', '0'])
    await program.see(/Ready to accept connections[\s\S]*Try: wasm-redis cli --url redis:\/\/127\.0\.0\.1:\d+/)
    program.child.stdin?.write(CTRL_C)
    const { code, out } = await program.ended
    expect([code, out]).toEqual([0, expect.stringContaining('Received SIGINT')])
  })
})
