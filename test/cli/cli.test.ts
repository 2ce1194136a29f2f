/** `wasm-redis cli` without a terminal: one command, and commands from standard input. */
import { describe, expect, it } from 'vitest'
import { run, server, start } from './program.ts'

describe('one command', () => {
  it('prints its reply and nothing else', async () => {
    expect(await run(['cli', 'ECHO', 'hello'])).toEqual({ code: 0, out: 'hello\n', err: '' })
  })

  it('fails when the reply is an error', async () => {
    const wrong = "ERR wrong number of arguments for 'incr' command\n\n"
    expect(await run(['cli', 'INCR'])).toEqual({ code: 1, out: wrong, err: '' })
    expect(await run(['cli', '-e', 'INCR'])).toEqual({ code: 1, out: '', err: wrong })
  })

  it('goes to the server that it is told of', async () => {
    const { url, port } = await server('--requirepass', 'p w')
    expect((await run(['cli', '-u', url.replace('//', '//:p%20w@'), 'SET', 'k', 'v'])).out).toBe('OK\n')
    expect((await run(['cli', '-h', 'localhost', '-p', port, '-a', 'p w', 'GET', 'k'])).out).toBe('v\n')
    expect((await run(['cli', '-p', port, '-n', '3', 'GET', 'k'], '', { REDISCLI_AUTH: 'p w' })).out).toBe('\n')
    expect((await run(['cli', '--url', `${url}/0`, '--user', 'default', '-a', 'p w', 'GET', 'k'])).out).toBe('v\n')
    const wrong = await run(['cli', '-p', port, '-a', 'wrong', 'PING'])
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('AUTH failed: WRONGPASS')])
  })

  it('takes its last argument from standard input, bytes and all', async () => {
    const { port } = await server()
    const bytes = Buffer.from([0, 255, 13, 10, 195])
    expect((await run(['cli', '-p', port, '-x', 'SET', 'k'], bytes)).out).toBe('OK\n')
    expect((await run(['cli', '-p', port, 'STRLEN', 'k'])).out).toBe('5\n')
    expect((await run(['cli', '-p', port, '--no-raw', 'GET', 'k'])).out).toBe('"\\x00\\xff\\r\\n\\xc3"\n')
  })

  it('is repeated as often as wanted', async () => {
    expect((await run(['cli', '-r', '3', '-i', '0.01', 'INCR', 'k'])).out).toBe('1\n2\n3\n')
  })

  it('shows messages until it is stopped', async () => {
    const { port } = await server()
    const listener = await start(['cli', '-p', port, 'SUBSCRIBE', 'news'])
    await listener.see('subscribe\nnews\n1\n')
    await run(['cli', '-p', port, 'PUBLISH', 'news', 'it works'])
    await listener.see('message\nnews\nit works\n')
    listener.child.kill('SIGINT')
    expect((await listener.ended).code).toBe('SIGINT')
  })

  it.each([
    [['--ur', 'x'], 2, 'unknown option --ur. Did you mean --url?'],
    [['-p'], 2, 'option -p needs a value'],
    [['-p', 'many'], 2, 'option -p is "many"; it must be a whole number'],
    [['-p', '70000', 'PING'], 2, 'it must be a port'],
    [['--url', 'http://localhost', 'PING'], 2, 'must be a URL such as redis://'],
    [['--raw=1', 'PING'], 2, 'option --raw takes no value'],
    [['-p', '1', 'PING'], 1, 'Could not connect to 127.0.0.1:1: Connection refused'],
    [['-s', '/no/such.sock', 'PING'], 1, 'Could not connect to /no/such.sock: there is no such socket'],
  ])('%j is wrong', async (args, code, message) => {
    const ending = await run(['cli', ...args])
    expect([ending.code, ending.out]).toEqual([code, ''])
    expect(ending.err).toContain(message)
  })
})

describe('commands from standard input', () => {
  const commands = 'SET k "a\\x00b"\nGET k\nRPUSH l one "two three"\nLRANGE l 0 -1\n\nGET none\nHSET h f 1\nHGETALL h\n'

  it('are answered without types, for programs', async () => {
    const { code, out } = await run(['cli'], commands)
    expect([code, out]).toEqual([0, 'OK\na\0b\n2\none\ntwo three\n\n1\nf\n1\n'])
  })

  it('are answered with types, for people', async () => {
    const { out } = await run(['cli', '--no-raw'], commands)
    const list = '(integer) 2\n1) "one"\n2) "two three"\n'
    expect(out).toBe(`OK\n"a\\x00b"\n${list}(nil)\n(integer) 1\n1) "f"\n2) "1"\n`)
  })

  it('are answered in JSON', async () => {
    const { out } = await run(
      ['cli', '--json'],
      'HSET h é 1 g 2\nHGETALL h\nZADD z 1.5 a\nZRANGE z 0 -1 WITHSCORES\nGET x\n',
    )
    expect(out).toBe('2\n{"é":"1","g":"2"}\n1\n[["a",1.5]]\nnull\n')
  })

  it('run to the end although one fails, unless -e is given', async () => {
    const some = 'SET k v\nINCR k\nGET k\n'
    expect(await run(['cli'], some)).toMatchObject({ code: 1, out: expect.stringMatching(/OK\nERR .*\n\nv\n$/) })
    expect(await run(['cli', '-e'], some)).toMatchObject({ code: 1, out: 'OK\n' })
    const unbalanced = await run(['cli'], 'SET k "v\nPING\n')
    expect(unbalanced).toEqual({ code: 1, out: 'PONG\n', err: 'Invalid argument(s)\n' })
  })

  it('have no colours', async () => {
    const { out, err } = await run(['cli', '--no-raw'], 'FOO\nGET k\n', { FORCE_COLOR: '1' })
    expect(out + err).not.toContain('\x1b')
  })

  it('go in as they are with --pipe, and only errors come out', async () => {
    const { port } = await server()
    const many = Array.from({ length: 5000 }, (_, i) => `*3\r\n$3\r\nSET\r\n$5\r\nk${i + 1000}\r\n$1\r\nv\r\n`).join('')
    const ending = await run(['cli', '-p', port, '--pipe'], `${many}*1\r\n$3\r\nFOO\r\n`)
    expect(ending.code).toBe(1)
    expect(ending.out).toContain('errors: 1, replies: 5001')
    expect(ending.err).toContain("unknown command 'FOO'")
    expect((await run(['cli', '-p', port, 'DBSIZE'])).out).toBe('5000\n')
  })
})

describe('the program itself', () => {
  it('tells its version and that of the engine', async () => {
    for (const args of [['--version'], ['-v'], ['serve', '-v'], ['cli', '--version']]) {
      expect(await run(args)).toEqual({
        code: 0,
        err: '',
        out: expect.stringMatching(/^wasm-redis \d.* \(Valkey \d.*\)\n$/),
      })
    }
  })

  it.each([[[]], [['serve']], [['cli']], [['bench']]])('%j --help teaches by example', async (args) => {
    const { code, out, err } = await run([...args, '--help'])
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain(`  wasm-redis ${args[0] ?? 'serve'} `)
    expect(out.split('\n').filter((line) => line.length > 120)).toEqual([])
  })

  it('says what it knows when it is called without a command, or with a wrong one', async () => {
    expect(await run([])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('wasm-redis serve') })
    expect(await run(['srve'])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Did you mean serve?') })
    expect(await run(['--verison'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('unknown option --verison'),
    })
  })
})
