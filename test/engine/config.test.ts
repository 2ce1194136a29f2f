import { describe, expect, it } from 'vitest'
import {
  type ClientOptions,
  createClient,
  createEngine,
  type EngineOptions,
  EngineStartError,
  RedisError,
} from '../../src/index.ts'
import { openBetween, openClient, openEngine } from './open.ts'
import { outcome } from './outcome.ts'

async function settings(pattern = '*'): Promise<Record<string, string>> {
  return (await openClient()).call('CONFIG', 'GET', pattern)
}

describe('what an engine starts with', () => {
  it('is 256 MB and noeviction, nothing on disk, no network', async () => {
    expect(await settings()).toMatchObject({
      maxmemory: '268435456',
      'maxmemory-policy': 'noeviction',
      databases: '16',
      save: '',
      appendonly: 'no',
      port: '0',
      'io-threads': '1',
    })
  })

  it('is limited by maxmemory from the first command on', async () => {
    const client = await openClient({ maxmemory: '3mb' })
    const big = 'x'.repeat(100_000)
    const fill = async () => {
      for (let i = 0; i < 100; i++) await client.call('SET', i, big)
    }
    await expect(fill()).rejects.toMatchObject({ name: 'RedisError', code: 'OOM' })
    await expect(client.call('GET', 0)).resolves.toBe(big)
  })

  it('evicts instead, when the policy says so', async () => {
    const client = await openClient({ maxmemory: '3mb', maxmemoryPolicy: 'allkeys-lru' })
    for (let i = 0; i < 100; i++) await client.call('SET', i, 'x'.repeat(100_000))
    expect(await client.call('DBSIZE')).toBeLessThan(30)
    expect(await client.call('EXISTS', 99)).toBe(1)
  })
})

describe('options', () => {
  it.each<[ClientOptions, Record<string, string>]>([
    [{ maxmemory: 1_000_000_000 }, { maxmemory: '1000000000' }],
    [{ maxmemory: '128mb' }, { maxmemory: '134217728' }],
    [{ maxmemory: 0 }, { maxmemory: '0' }],
    [{ maxmemoryPolicy: 'allkeys-lfu' }, { 'maxmemory-policy': 'allkeys-lfu' }],
    [{ config: { hz: 50, 'notify-keyspace-events': 'KEA' } }, { hz: '50', 'notify-keyspace-events': 'AKE' }],
    [
      { config: { activerehashing: false, 'LUA-TIME-LIMIT': '1234' } },
      { activerehashing: 'no', 'busy-reply-threshold': '1234' },
    ],
    [{ config: { databases: 3 } }, { databases: '3' }],
    [{ config: { 'enable-debug-command': 'local' } }, { 'enable-debug-command': 'local' }],
  ])('%j gives %j', async (options, expected) => {
    const client = await openClient(options)
    expect(await client.call('CONFIG', 'GET', ...Object.keys(expected))).toEqual(expected)
  })

  it('databases is how many SELECT knows', async () => {
    const client = await openClient({ config: { databases: 3 }, database: 2 })
    await expect(client.call('SELECT', 3)).rejects.toThrow(/out of range/)
  })

  it('onLog takes the log, line by line with its level, and stdout gets none', async () => {
    const lines: { level: string; message: string }[] = []
    const client = await openClient({ onLog: (line) => lines.push(line), config: { loglevel: 'debug' } })
    const levels = ['DEBUG', 'VERBOSE', 'NOTICE', 'WARNING']
    await client.pipeline(levels.map((level) => ['EVAL', `server.log(server.LOG_${level}, 'said ${level}')`, 0]))
    await client.call('PING')
    const said = lines.filter(({ message }) => message.includes('said'))
    expect(said).toEqual(levels.map((level) => ({ level: level.toLowerCase(), message: `<lua> said ${level}` })))
  })

  it('onLog may call the engine', async () => {
    const seen: unknown[] = []
    const client = await openClient({
      onLog: ({ message }) => message === '<lua> now' && seen.push(client.callSync('PING')),
    })
    await client.call('EVAL', "server.log(server.LOG_WARNING, 'now')", 0)
    await client.call('PING')
    expect(seen).toEqual(['PONG'])
  })

  it.each<[object, RegExp]>([
    [{ maxmemory: -1 }, /option maxmemory is -1/],
    [{ maxmemory: 1.5 }, /option maxmemory is 1.5/],
    [{ maxmemory: 'lots' }, /option maxmemory is "lots"/],
    [{ maxmemory: null }, /option maxmemory is null/],
    [{ maxmemoryPolicy: 'lru' }, /option maxmemoryPolicy is "lru"; it must be one of noeviction, /],
    [{ config: [] }, /option config is an array/],
    [{ config: { hz: {} } }, /config\['hz'\] is an object/],
    [{ config: { 'two words': 1 } }, /"two words", which is no setting's name/],
    [{ config: { databases: 0 } }, /config\['databases'\] is 0/],
    [{ config: { 'enable-debug-command': 'maybe' } }, /config\['enable-debug-command'\] is "maybe"/],
    [{ onLog: 'console' }, /option onLog is "console"/],
    [{ protocol: 4 }, /option protocol is 4; it must be 2 or 3/],
    [{ database: -1 }, /option database is -1/],
    [{ name: 5 }, /option name is 5/],
    [{ username: 'me' }, /option username is given without password/],
    [{ maxMemory: 1 }, /unknown option maxMemory; known are maxmemory, /],
    [[], /options are an array/],
  ])('%j is a TypeError that names it', async (options, message) => {
    const creation = createClient(options as ClientOptions).then(() => 'opened')
    await expect(creation).rejects.toThrow(TypeError)
    await expect(creation).rejects.toThrow(message)
  })

  it.each<[ClientOptions, RegExp]>([
    [{ config: { 'no-such-setting': 1 } }, /refused its options: .*no-such-setting/],
    [{ config: { hz: 'often' } }, /refused its options: .*'hz'/],
    [{ config: { appendonly: true } }, /refused its options: .*'appendonly'.*without storage/],
    [{ config: { port: 6379 } }, /refused its options: .*'port'.*no network/],
    [{ config: { 'cluster-enabled': 'yes' } }, /refused its options: .*'cluster-enabled'/],
    [{ config: { databases: 999_999, hz: 'often' } }, /refused its options: .*'hz'/],
  ])('%j is an EngineStartError in the words of the engine', async (options, message) => {
    const creation = createClient(options).then(() => 'opened')
    await expect(creation).rejects.toThrow(EngineStartError)
    await expect(creation).rejects.toThrow(message)
  })

  it.each<EngineOptions>([{ config: { hz: 'often' } }, { config: { 'no-such-setting': 1 } }])(
    '%j leaves no engine open',
    async (options) => {
      let ticks = 0
      const exports = (own: Record<string, (...args: number[]) => unknown>) => ({
        ...own,
        redis_tick: () => {
          ticks++
          return own.redis_tick()
        },
      })
      await expect(openBetween({ exports }, options).then(() => 'opened')).rejects.toThrow(EngineStartError)
      ticks = 0
      await (await openClient()).call('BLPOP', 'nothing', 0.25)
      expect(ticks).toBe(0)
    },
  )

  it('an option of the connection that the engine refuses leaves no engine open', async () => {
    await expect(createClient({ database: 16 }).then(() => 'opened')).rejects.toThrow(/out of range/)
    await expect(createClient({ name: 'two words' }).then(() => 'opened')).rejects.toThrow(/cannot contain spaces/)
    await expect(createClient({ username: 'nobody', password: 'x' }).then(() => 'opened')).rejects.toMatchObject({
      code: 'WRONGPASS',
    })
  })
})

describe('the connection options of connect', () => {
  it('set database, name, user and protocol before the first call', async () => {
    const engine = await openEngine()
    const first = engine.connect()
    await first.call('ACL', 'SETUSER', 'alice', 'on', '>secret', '~*', '+@all')
    const client = engine.connect({ database: 2, name: 'worker', username: 'alice', password: 'secret', protocol: 2 })
    expect(client.callSync('CLIENT', 'INFO')).toMatch(/ name=worker .* db=2 .* user=alice .* resp=2 /)
    expect(client.duplicate().callSync('CLIENT', 'INFO')).toMatch(/ name=worker .* db=2 .* user=alice .* resp=2 /)
  })

  it('give the default user its password', async () => {
    const engine = await openEngine({ config: { requirepass: 'secret' } })
    expect(engine.connect({ password: 'secret' }).callSync('ACL', 'WHOAMI')).toBe('default')
    expect(engine.connect({ password: 'secret', protocol: 2 }).callSync('ACL', 'WHOAMI')).toBe('default')
    expect(() => engine.connect()).toThrow(/NOAUTH/)
    expect(() => engine.connect({ password: 'wrong' })).toThrow(/WRONGPASS/)
    await expect(engine.connect({ protocol: 2 }).call('GET', 'k')).rejects.toMatchObject({ code: 'NOAUTH' })
  })

  it('are checked, and what is refused leaves no connection behind', async () => {
    const engine = await openEngine()
    const client = engine.connect()
    expect(() => engine.connect({ database: 99 })).toThrow(RedisError)
    expect(() => engine.connect({ protocol: 5 as 3 })).toThrow(/option protocol is 5/)
    expect(() => engine.connect({ nmae: 'x' } as object)).toThrow(/unknown option nmae/)
    expect(client.callSync<string>('CLIENT', 'LIST').trim().split('\n')).toHaveLength(1)
  })
})

const extremes = [
  '',
  '0',
  '1',
  '-1',
  '10',
  'yes',
  'junk',
  '9223372036854775807',
  '-9223372036854775808',
  '4294967295',
  '2147483647',
  '100%',
  '1gb',
  'a b c',
  '\0\x01',
  'x'.repeat(3000),
  '1 2 3',
]

describe('every setting of CONFIG', async () => {
  const probe = await createClient()
  const names = Object.keys(await probe.call<Record<string, string>>('CONFIG', 'GET', '*')).sort()
  await probe.close()

  it('can be read, all together and one by one', async () => {
    const client = await openClient()
    const together = await client.call<Record<string, string>>('CONFIG', 'GET', '*')
    for (const name of names) {
      expect(await client.call('CONFIG', 'GET', name), name).toEqual({ [name]: together[name] })
    }
  })

  it('can be set to what it is, or says why not', async () => {
    const client = await openClient()
    const refused: string[] = []
    for (const [name, value] of Object.entries(await client.call<Record<string, string>>('CONFIG', 'GET', '*'))) {
      const ended = await outcome(client.call('CONFIG', 'SET', name, value))
      if (ended === 'pending') throw new Error(`CONFIG SET ${name} was not answered`)
      if (
        'error' in ended &&
        !/immutable config|protected config|no network|without storage|No RDMA/.test(ended.error.message)
      ) {
        refused.push(`${name}: ${ended.error.message}`)
      }
    }
    expect(refused).toEqual([])
  })

  it('leaves addresses and ports to the host, and may be told again what they are', async () => {
    const client = await openClient()
    const { bind } = await client.call<Record<string, string>>('CONFIG', 'GET', 'bind')
    await expect(client.call('CONFIG', 'SET', 'bind', bind)).resolves.toBe('OK')
    await expect(client.call('CONFIG', 'SET', 'bind', '127.0.0.1')).rejects.toThrow('no network')
    await expect(client.call('CONFIG', 'SET', 'port', 6379)).rejects.toThrow('no network')
    await expect(client.call('CONFIG', 'SET', 'dir', '/')).rejects.toThrow('protected config')
  })

  it('can be set to junk and to extremes: accepted or refused, and the engine goes on', async () => {
    const crashes: string[] = []
    let engine = await createEngine({ config: { 'enable-protected-configs': 'yes' } })
    for (const name of names) {
      for (const value of extremes) {
        const setter = engine.connect({ protocol: 2 })
        let accepted = false
        try {
          accepted = setter.callSync('CONFIG', 'SET', name, value) === 'OK'
          // What a setting does shows in the calls after it. An OOM or NOAUTH error is an answer, too.
          if (accepted) {
            await setter.pipeline([
              ['SET', 'k', 'v'.repeat(1000)],
              ['EVAL', 'return 1', 0],
              ['INFO', 'everything'],
              ['CONFIG', 'GET', '*'],
            ])
          }
        } catch (error) {
          if (!(error instanceof RedisError))
            crashes.push(`${name} ${value.slice(0, 20)}: ${String(error).split('\n')[0]}`)
        }
        await setter.close()
        if (!accepted && !engine.closed) continue
        await engine.close()
        engine = await createEngine({ config: { 'enable-protected-configs': 'yes' } })
      }
    }
    expect(engine.connect().callSync('PING')).toBe('PONG')
    await engine.close()
    expect(crashes).toEqual([])
  }, 60_000)
})
