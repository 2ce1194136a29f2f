/** The tools that come with a server, unmodified, on a server of ours: valkey-cli and valkey-benchmark. */
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createEngine } from '../../src/index.ts'
import { memoryStorage } from '../../src/storage/memory.ts'
import { openServer } from './peer.ts'
import { folder, Lines, run, start } from './tools.ts'

describe('valkey-cli', () => {
  it('runs one command, and its exit code tells with -e whether that has failed', async () => {
    const { server } = await openServer()
    expect(await run('valkey-cli', server, ['SET', 'k', 'v'])).toEqual({ code: 0, output: 'OK' })
    expect(await run('valkey-cli', server, ['--json', 'MGET', 'k', 'none'])).toEqual({ code: 0, output: '["v",null]' })
    const failed = await run('valkey-cli', server, ['-e', 'LPUSH', 'k', 'x'])
    expect(failed).toEqual({ code: 1, output: expect.stringMatching(/^WRONGTYPE /) })
  })

  it('runs commands from its standard input, over a unix socket and in RESP3 as well', async () => {
    const path = `${folder()}/s`
    const { server } = await openServer({}, { path })
    const { output } = await run('valkey-cli', server, ['-3'], 'HSET h f v\nHGETALL h\nNOSUCH\nCLIENT INFO\n')
    expect(output).toMatch(/^1\nf v\nERR unknown command 'NOSUCH'.*\n\nid=\d+ addr=.*\/s:0 .* resp=3 /)
  })

  it('logs in with a user and a password', async () => {
    const { engine, server } = await openServer()
    engine.connect().callSync('ACL', 'SETUSER', 'ann', 'on', '>secret', '+@all', '~*', '&*')
    const as = (password: string) =>
      run('valkey-cli', server, ['--no-auth-warning', '--user', 'ann', '-a', password, 'ACL', 'WHOAMI'])
    expect((await as('secret')).output).toBe('ann')
    expect((await as('wrong')).output).toMatch(/^AUTH failed: WRONGPASS/)
  })

  it('inserts in masses with --pipe', async () => {
    const { engine, server } = await openServer()
    const requests = Array.from({ length: 20_000 }, (_, i) => {
      const [key, value] = [`key:${i}`, `value ${i}`]
      return `*3\r\n$3\r\nSET\r\n$${key.length}\r\n${key}\r\n$${value.length}\r\n${value}\r\n`
    })
    const { code, output } = await run('valkey-cli', server, ['--pipe'], requests.join(''))
    expect(output).toMatch(/errors: 0, replies: 20000$/)
    expect(code).toBe(0)
    expect(engine.connect().callSync('DBSIZE')).toBe(20_000)
    const mixed = await run('valkey-cli', server, ['--pipe'], 'SET a 1\r\nLPUSH a x\r\n')
    expect(mixed).toEqual({ code: 1, output: expect.stringMatching(/WRONGTYPE [\s\S]*errors: 1, replies: 2$/) })
  })

  it('goes through the keyspace: --scan, --bigkeys, --memkeys', async () => {
    const { engine, server } = await openServer()
    const here = engine.connect()
    for (let i = 0; i < 500; i++) here.callSync('SET', `user:${i}`, 'x')
    here.callSync('RPUSH', 'queue', ...Array.from({ length: 70 }, (_, i) => i))
    here.callSync('HSET', 'profile', 'name', 'Ada', 'age', '36')
    const { output } = await run('valkey-cli', server, ['--scan', '--pattern', 'user:4*'])
    expect(output.split('\n').toSorted()).toEqual(
      Array.from({ length: 500 }, (_, i) => `user:${i}`)
        .filter((key) => key.startsWith('user:4'))
        .toSorted(),
    )
    const big = (await run('valkey-cli', server, ['--bigkeys'])).output
    expect(big).toContain('Sampled 502 keys in the keyspace!')
    expect(big).toMatch(/Biggest +list found '"queue"' has 70 items/)
    expect(big).toMatch(/Biggest +hash found '"profile"' has 2 fields/)
    expect((await run('valkey-cli', server, ['--memkeys'])).output).toMatch(
      /Biggest +list found '"queue"' has \d+ bytes/,
    )
  })

  it('evaluates a file with --eval; its debugger finds nothing to step through, and the script just runs', async () => {
    const { server } = await openServer()
    const file = `${folder()}/script.lua`
    writeFileSync(file, "redis.call('SET', KEYS[1], ARGV[1])\nreturn redis.call('GET', KEYS[1])")
    expect(await run('valkey-cli', server, ['--eval', file, 'k', ',', 'v'])).toEqual({ code: 0, output: 'v' })
    const debugged = await run('valkey-cli', server, ['--ldb', '--eval', file, 'k', ',', 'w'])
    expect(debugged).toEqual({ code: 0, output: expect.stringMatching(/\nw$/) })
    expect((await run('valkey-cli', server, ['SCRIPT', 'DEBUG', 'YES'])).output).toMatch(/^ERR SCRIPT DEBUG is not/)
  })

  it('goes on listening: SUBSCRIBE, PSUBSCRIBE, MONITOR', async () => {
    const { engine, server } = await openServer()
    const here = engine.connect()
    const news = new Lines(start('valkey-cli', server, ['SUBSCRIBE', 'news', 'more']))
    const patterns = new Lines(start('valkey-cli', server, ['--csv', 'PSUBSCRIBE', 'n*']))
    await Promise.all([news.until(/more\n2\n/), patterns.until(/"psubscribe","n\*",1/)])
    expect(here.callSync('PUBLISH', 'news', 'it works')).toBe(2)
    expect(await news.until(/it works/)).toEqual([
      ...['subscribe', 'news', '1', 'subscribe', 'more', '2'],
      ...['message', 'news', 'it works'],
    ])
    await patterns.until(/"pmessage","n\*","news","it works"/)
    const monitor = new Lines(start('valkey-cli', server, ['MONITOR']))
    await monitor.until(/^OK\n/)
    await run('valkey-cli', server, ['-n', '3', 'SET', 'k', 'two words'])
    expect((await monitor.until(/"SET"/)).at(-1)).toMatch(/^\d+\.\d{6} \[3 127\.0\.0\.1:\d+\] "SET" "k" "two words"$/)
  })

  it('measures the way to the server and back', async () => {
    const { server } = await openServer()
    const { output } = await run('valkey-cli', server, ['--latency', '--raw', '-i', '0.1'])
    // The least, the most and the average in milliseconds, and how many were measured.
    expect(output).toMatch(/^\d+ \d+ \d+\.\d\d \d+$/)
  })

  it('says what a server without files and replicas cannot give: --rdb, --functions-rdb, --replica', async () => {
    const { server } = await openServer()
    for (const args of [['--rdb', `${folder()}/dump.rdb`], ['--functions-rdb', '-'], ['--replica']]) {
      const { code, output } = await run('valkey-cli', server, args)
      expect(output).toMatch(/is not available here: this engine was opened without storage/)
      expect(code).toBe(1)
    }
  })

  it('with storage copies all keys, or the functions alone: --rdb, --functions-rdb', async () => {
    const { engine, server } = await openServer({ storage: memoryStorage(), config: { 'repl-diskless-sync-delay': 0 } })
    const here = engine.connect()
    await here.call('SET', 'k', 'v')
    await here.call('FUNCTION', 'LOAD', "#!lua name=lib\nserver.register_function('f', function() return 1 end)")
    const before = await here.call('INFO', 'persistence')
    for (const [tool, keys] of [
      ['--rdb', 1],
      ['--functions-rdb', 0],
    ] as const) {
      const file = `${folder()}/dump.rdb`
      const { output } = await run('valkey-cli', server, [tool, file])
      expect(output).toContain('Transfer finished with success')
      await using copy = await createEngine({ rdb: readFileSync(file) })
      const client = copy.connect()
      expect(client.callSync('DBSIZE')).toBe(keys)
      expect(client.callSync('FUNCTION', 'LIST')).toHaveLength(1)
    }
    // It is no save: what has not been saved still has to be.
    const changes = /rdb_changes_since_last_save:(\d+)/
    expect(changes.exec(String(await here.call('INFO', 'persistence')))?.[1]).toBe(changes.exec(String(before))?.[1])
  })
})

describe('valkey-benchmark', () => {
  it('runs all its standard tests', { timeout: 60_000 }, async () => {
    const { server } = await openServer()
    const { code, output } = await run('valkey-benchmark', server, ['-n', '300', '-c', '10', '--csv'])
    expect(code).toBe(0)
    const rows = output.split('\n').slice(1)
    const names = rows.map((row) => row.split('"')[1])
    const common = [
      'PING_MBULK',
      'SET',
      'GET',
      'INCR',
      'LPUSH',
      'RPOP',
      'SADD',
      'HSET',
      'SPOP',
      'ZADD',
      'XADD',
      'FCALL',
    ]
    expect(names).toEqual(expect.arrayContaining(common))
    expect(names.length).toBeGreaterThanOrEqual(20)
    for (const row of rows) expect(row, row).toMatch(/^"[^"]+","[1-9]\d*\.\d\d",/)
  })

  it('with pipelining, many connections, threads, other sizes and commands of your own', async () => {
    const { engine, server } = await openServer()
    const args = [
      '-q',
      '-n',
      '2000',
      '-c',
      '100',
      '-P',
      '16',
      '-r',
      '1000',
      '-d',
      '500',
      '--threads',
      '2',
      '-t',
      'set,get',
    ]
    const { code, output } = await run('valkey-benchmark', server, args)
    expect(code).toBe(0)
    expect(output).toMatch(/SET: [\d.]+ requests per second[\s\S]*GET: [\d.]+ requests per second/)
    const here = engine.connect()
    const { length } = here.callSync('GET', here.callSync('RANDOMKEY') as string) as string
    expect(length).toBe(500)
    here.callSync('FLUSHALL')
    await run('valkey-benchmark', server, ['-q', '-n', '500', '-3', 'INCRBY', 'mine', '2'])
    expect(here.callSync('GET', 'mine')).toBe('1000')
  })
})
