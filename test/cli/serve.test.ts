/** `wasm-redis serve` as someone sees it who starts it: by hand, from a script, in the place of valkey-server. */
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, realpath, rmdir, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folder, run, server, start } from './program.ts'

const ask = async (port: string, ...command: string[]) => (await run(['cli', '-p', port, ...command])).out.trimEnd()

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
    expect(program.out).toContain(`wasm-redis cli --url ${url}`)
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

describe('configuration', () => {
  it('takes a valkey.conf, with what it includes, and options that come after it', async () => {
    const here = await folder()
    await writeFile(join(here, 'more.conf'), 'hz 50\nmaxmemory 20mb\n')
    const conf = [
      '# a comment',
      `include ${join(here, 'more.conf')}`,
      'maxmemory 10mb',
      'port 0',
      "logfile ''",
      'databases 3',
      'requirepass "pass \\x41\\"word"',
      'client-output-buffer-limit normal 1mb 0 0',
      'client-output-buffer-limit pubsub 2mb 0 0',
      'user ada on >secret ~cached:* +get',
      'rename-command FLUSHALL ""',
      'rename-command KEYS names',
      'rename-command CONFIG settings',
      'enable-debug-command yes',
      'list-max-ziplist-value 64',
    ]
    const file = join(here, 'valkey.conf')
    await writeFile(file, conf.join('\n'))
    const program = await start(['serve', file, '--maxmemory-policy', 'allkeys-lru', '--save', '--hz', '60'])
    await program.see(/connections at redis:.*:\d+\n/)
    const port = /redis:.*:(\d+)/.exec(program.out)?.[1] as string
    const commands = [
      ...['maxmemory', 'hz', 'databases', 'maxmemory-policy', 'client-output-buffer-limit'].map(
        (n) => `settings get ${n}`,
      ),
      ...['FLUSHALL', 'KEYS *', 'names *', 'CONFIG GET hz', 'DEBUG JMAP', 'ACL LIST'],
    ]
    const { out } = await run(['cli', '-p', port, '-a', 'pass A"word'], commands.join('\n'))
    expect(out).toContain('maxmemory\n10485760\nhz\n60\ndatabases\n3\nmaxmemory-policy\nallkeys-lru\n')
    expect(out).toContain('normal 1048576 0 0 slave 268435456 67108864 60 pubsub 2097152 0 0')
    for (const gone of ['FLUSHALL', 'KEYS', 'CONFIG']) expect(out).toContain(`ERR unknown command '${gone}'`)
    expect(out).not.toContain("unknown command 'names'")
    expect(out).not.toContain('DEBUG command not allowed')
    expect(out).toMatch(/user ada on #\w+ ~cached:\* resetchannels -@all \+get/)
  })

  it('refuses a user that is there twice, as the server does', async () => {
    const { code, err } = await run(['serve', '--user', 'ada', 'on', '--user', 'ada', 'off'])
    expect(code).toBe(2)
    expect(err).toContain("Error in user declaration 'ada': Duplicate user found.")
  })

  it('checks what it cannot do: a replica of nobody is a mistake here, too', async () => {
    for (const [args, reason] of [
      [['127.0.0.1', 'abc'], 'Invalid primary port'],
      [['127.0.0.1', '65536'], 'Invalid primary port'],
      [['127.0.0.1'], 'wrong number of arguments'],
    ] as const) {
      const { code, err } = await run(['serve', '--replicaof', ...args])
      expect(code).toBe(2)
      expect(err).toContain(`>>> 'replicaof ${args.map((word) => `"${word}"`).join(' ')}'\n${reason}`)
    }
  })

  it('takes commands away that it needs itself to be set up', async () => {
    const { port } = await server('--rename-command', 'CONFIG', '', '--rename-command', 'ACL', '', '--maxmemory', '5mb')
    expect(await ask(port, 'CONFIG', 'GET', 'hz')).toContain('unknown command')
    expect(await ask(port, 'ACL', 'WHOAMI')).toContain('unknown command')
    expect(await ask(port, 'INFO', 'memory')).toContain('maxmemory:5242880')
  })

  it('keeps its data in the folder that dir names, as save and appendonly say', async () => {
    const here = await folder()
    const first = await server('--dir', here)
    await ask(first.port, 'SET', 'k', 'v')
    expect(await ask(first.port, 'CONFIG', 'GET', 'save')).toBe('save\n3600 1 300 100 60 10000')
    expect(await ask(first.port, 'CONFIG', 'GET', 'dir')).toBe(`dir\n${await realpath(here)}`)
    first.program.child.kill('SIGTERM')
    expect((await first.program.ended).code).toBe(0)
    expect(await readdir(here)).toEqual(['dump.rdb'])

    const options = ['--dir', here, '--appendonly', 'yes', '--appendfsync', 'always', '--save', '']
    const second = await server(...options)
    expect(await ask(second.port, 'GET', 'k')).toBe('v')
    await ask(second.port, 'SET', 'acknowledged', 'yes')
    const { err } = await run(['serve', '--port', '0', '--dir', here])
    expect(err).toContain(`process ${second.program.child.pid} has it`)
    second.program.child.kill('SIGKILL')
    await second.program.ended
    const third = await server(...options)
    expect(await ask(third.port, 'MGET', 'k', 'acknowledged')).toBe('v\nyes')
  })

  it.each(['SIGTERM', 'SIGINT'] as const)('goes on when %s would end it and it cannot save', async (signal) => {
    const here = await folder()
    const { program, port } = await server('--dir', here, '--save', '1000 1')
    await ask(port, 'SET', 'k', 'v')
    await mkdir(join(here, 'dump.rdb')) // nothing can be written in its place
    program.child.kill(signal)
    await program.see("Error trying to save the DB, can't exit")
    expect(await ask(port, 'GET', 'k')).toBe('v')
    await rmdir(join(here, 'dump.rdb'))
    program.child.kill(signal)
    expect((await program.ended).code).toBe(0)
    expect(await readdir(here)).toEqual(['dump.rdb'])
  })

  it('ends as shutdown-on-sigterm says', async () => {
    const here = await folder()
    const { program, port } = await server('--dir', here, '--shutdown-on-sigterm', 'nosave')
    await ask(port, 'SET', 'k', 'v')
    program.child.kill('SIGTERM')
    expect((await program.ended).code).toBe(0)
    expect(await readdir(here)).toEqual([])
  })

  it('loads values as its settings say they are kept', async () => {
    const here = await folder()
    const options = ['--dir', here, '--hash-max-listpack-entries', '1000']
    const first = await server(...options)
    await ask(first.port, 'EVAL', "for i = 1, 900 do server.call('HSET', 'h', i, i) end", '0')
    expect(await ask(first.port, 'OBJECT', 'ENCODING', 'h')).toBe('listpack')
    first.program.child.kill('SIGTERM')
    await first.program.ended
    expect(await ask((await server(...options)).port, 'OBJECT', 'ENCODING', 'h')).toBe('listpack')
  })

  it('writes its configuration file: CONFIG REWRITE', async () => {
    const here = await folder()
    const file = join(here, 'our.conf')
    const lines = ['# of ours', 'port 0', `logfile "${join(here, 'log')}"`, 'maxmemory 5mb', 'io-threads 4', 'save ""']
    await writeFile(file, `${lines.join('\n')}\n`)
    const conf = [file, '--unixsocket', join(here, 's')]
    const first = await start(['serve', ...conf])
    const ask = async (...command: string[]) => (await run(['cli', '-s', join(here, 's'), ...command])).out.trimEnd()
    await expect.poll(() => existsSync(join(here, 's')), { timeout: 15_000 }).toBe(true)
    expect(await ask('INFO', 'server')).toContain(`config_file:${file}`)
    expect(await ask('CONFIG', 'SET', 'maxmemory', '6mb', 'hz', '20')).toBe('OK')
    expect(await ask('ACL', 'SETUSER', 'ann', 'on')).toBe('OK')
    expect(await ask('CONFIG', 'REWRITE')).toBe('OK')
    const written = await readFile(file, 'utf8')
    expect(written.split('\n').slice(0, 6)).toEqual(lines.with(3, 'maxmemory 6mb'))
    expect(written).toMatch(/^hz 20$/m)
    expect(written).toMatch(/^user ann on /m)
    expect(await readdir(here)).toEqual(expect.not.arrayContaining([expect.stringMatching(/conf\./)]))
    first.child.kill('SIGTERM')
    await first.ended

    await start(['serve', ...conf])
    await expect.poll(() => existsSync(join(here, 's')), { timeout: 15_000 }).toBe(true)
    expect(await ask('CONFIG', 'GET', 'maxmemory')).toBe('maxmemory\n6291456')
    expect(await ask('ACL', 'USERS')).toBe('ann\ndefault')
  })

  it('evicts clients with data in files, too', async () => {
    const { port } = await server('--dir', await folder(), '--maxmemory-clients', '10mb')
    expect(await ask(port, 'CONFIG', 'GET', 'maxmemory-clients')).toBe('maxmemory-clients\n10485760')
  })

  it('reads and writes the ACL file of its folder: ACL LOAD, ACL SAVE', async () => {
    const here = await folder()
    const file = join(here, 'users.acl')
    await writeFile(file, 'user ann on nopass ~* +@all\nuser default on nopass ~* &* +@all\n')
    const { port } = await server('--dir', here, '--aclfile', 'users.acl')
    expect(await ask(port, 'ACL', 'USERS')).toBe('ann\ndefault')
    await ask(port, 'ACL', 'SETUSER', 'bob', 'on')
    expect(await ask(port, 'ACL', 'SAVE')).toBe('OK')
    expect(await readFile(file, 'utf8')).toContain('user bob on')
    await writeFile(file, 'user default on nopass ~* &* +@all\n')
    expect(await ask(port, 'ACL', 'LOAD')).toBe('OK')
    expect(await ask(port, 'ACL', 'USERS')).toBe('default')
  })

  it('does not start on files that it cannot load, and says why as the engine does', async () => {
    const here = await folder()
    await mkdir(join(here, 'appendonlydir'))
    const manifest = join(here, 'appendonlydir/appendonly.aof.manifest')
    await writeFile(manifest, 'file appendonly.aof.1.base.rdb seq 1 type b\nfile x seq nothing type i\n')
    const { code, err } = await run(['serve', '--port', '0', '--dir', here, '--appendonly', 'yes'])
    expect(code).toBe(1)
    expect(err).toContain('FATAL AOF MANIFEST FILE ERROR')
    expect(err).not.toContain('FATAL CONFIG')
    expect(await readFile(manifest, 'utf8')).toContain('seq nothing')
  })

  it('refuses settings of files that cannot be, naming them', async () => {
    const here = await folder()
    const { code, err } = await run(['serve', '--port', '0', '--dir', here, '--appendonly', 'perhaps'])
    expect(code).not.toBe(0)
    expect(err).toContain(">>> 'appendonly \"perhaps\"'\nargument must be 'yes' or 'no'")
  })

  it('reads standard input for -', async () => {
    const program = await start(['serve', '-', '--hz', '33'])
    program.child.stdin?.end('port 0\nhz 22\ndatabases 2\n')
    await program.see(/connections at redis:.*:\d+\n/)
    const port = /redis:.*:(\d+)/.exec(program.out)?.[1] as string
    expect(await ask(port, 'CONFIG', 'GET', 'hz')).toBe('hz\n33')
    expect(await ask(port, 'CONFIG', 'GET', 'databases')).toBe('databases\n2')
  })

  it('takes a save without anything behind it, and what Lua may do, as the server does', async () => {
    const here = await folder()
    const file = join(here, 'valkey.conf')
    await writeFile(file, 'save\nlua-enable-insecure-api yes\nport 0\n')
    const program = await start(['serve', file])
    await program.see(/connections at redis:.*:\d+\n/)
    expect(program.out).not.toContain('left out')
    const port = /redis:.*:(\d+)/.exec(program.out)?.[1] as string
    expect((await run(['cli', '-p', port, 'EVAL', 'return type(getfenv)', '0'])).out).toBe('function\n')
  })

  it('writes its log as JSON or logfmt, all of it, and before who caused a line is answered', async () => {
    const { program, port } = await server('--log-format', 'json', '--enable-debug-command', 'yes')
    const said = 'a "quoted"\ttab'
    expect((await run(['cli', '-p', port, 'DEBUG', 'LOG', said])).out).toBe('OK\n')
    const lines = program.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.length).toBeGreaterThan(4)
    for (const line of lines) expect(line).toMatchObject({ pid: program.child.pid, role: 'primary' })
    expect(lines.at(-1)).toMatchObject({ level: 'warning', message: `DEBUG LOG: ${said}` })
    const other = await start(['serve', '--port', '0', '--log-format', 'logfmt'])
    await other.see(/level=notice message="Server initialized"/)
  })

  it('says what cannot work and why, and starts', async () => {
    const off = ['--appendonly', 'no', '--io-threads', '1']
    const { program } = await server('--daemonize', 'yes', '--replicaof', 'other', '6379', ...off)
    expect(program.out).toContain('# daemonize "yes" is left out: this server stays in the foreground')
    expect(program.out).toContain('# replicaof "other" "6379" is left out: the engine opens no connections')
    expect(program.out.match(/is left out/g)).toHaveLength(2)
  })

  it('writes its log into a file, in the folder that dir names', async () => {
    const here = await folder()
    const file = join(here, 'server.log')
    const program = await start([
      'serve',
      '--port',
      '0',
      '--dir',
      here,
      '--logfile',
      'server.log',
      '--loglevel',
      'warning',
    ])
    const path = join(here, 'redis.sock')
    const other = await start(['serve', '--port', '0', '--unixsocket', path, '--logfile', file])
    await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain(`accept connections at ${path}`)
    program.child.kill()
    other.child.kill()
    expect([(await program.ended).out, (await other.ended).out]).toEqual(['', ''])
    const log = await readFile(file, 'utf8')
    expect(log.split('\n').filter((line) => line.startsWith(`${program.child.pid}:M`) && line.includes(' * '))).toEqual(
      [],
    )
  })

  it.each([
    [['--prot', '1'], 2, 'prot "1"\'\nBad directive or wrong number of arguments. Did you mean port?'],
    [['--hz'], 2, "hz'\nwrong number of arguments"],
    [['--hz', '1', '2'], 2, 'wrong number of arguments'],
    [['--hz', 'many'], 2, "argument couldn't be parsed into an integer"],
    [['--databases', '0'], 2, 'argument must be between 1'],
    [['--maxmemory-policy', 'none'], 2, 'argument(s) must be one of the following'],
    [['--user', 'ada', '+nonsense'], 2, 'Unknown command or category name in ACL'],
    [['--requirepass'], 2, 'wrong number of arguments'],
    [['--rename-command', 'NOSUCH', 'x'], 2, 'No such command in rename-command'],
    [['/no/such.conf'], 1, "can't open config file '/no/such.conf'"],
    [['--dir', '/no/such'], 1, "Can't chdir to '/no/such'"],
    [['--logfile', '/no/such/file'], 1, "Can't open the log file"],
    [['--port', '0', '--host', 'no.such.host.invalid'], 1, 'is no address or name of this machine'],
  ])('refuses %j', async (args, code, message) => {
    const ending = await run(['serve', ...args])
    expect(ending.code).toBe(code)
    expect(ending.err).toContain(message)
  })

  it('names the line of a file that is wrong', async () => {
    const file = join(await folder(), 'bad.conf')
    await writeFile(file, '# one\nport 0\nport "1\n')
    const { code, err } = await run(['serve', file])
    expect([code, err]).toEqual([1, expect.stringContaining("at line 3\n>>> 'port \"1'\nUnbalanced quotes")])
  })

  it('does not follow files that include each other for ever', async () => {
    const file = join(await folder(), 'circle.conf')
    await writeFile(file, `include ${file}\n`)
    expect(await run(['serve', file])).toMatchObject({ code: 1, err: expect.stringContaining('include each other') })
  })
})
