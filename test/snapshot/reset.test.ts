/** What becomes of an engine that is put back, and of its clients. */
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { createRedis } from '../../src/adapters/ioredis.ts'
import { serve } from '../../src/server/index.ts'
import { coreOf, openEngine } from '../engine/open.ts'
import { outcome, turn } from '../engine/outcome.ts'

describe('reset', () => {
  it('puts the engine back to a snapshot', async () => {
    const engine = await openEngine()
    const client = engine.connect()
    client.callSync('SET', 'k', 'then')
    const snapshot = engine.snapshot()
    for (let round = 0; round < 3; round++) {
      client.callSync('SET', 'k', 'now')
      client.callSync('RPUSH', 'new', 'x')
      client.callSync('CONFIG', 'SET', 'hz', 50)
      engine.reset(snapshot)
      expect(client.callSync('GET', 'k')).toBe('then')
      expect(client.callSync('DBSIZE')).toBe(1)
      expect(client.callSync('CONFIG', 'GET', 'hz')).toEqual({ hz: '10' })
    }
  })

  it('takes the bytes of a snapshot, too', async () => {
    const engine = await openEngine()
    const bytes = engine.snapshot().toBytes()
    engine.connect().callSync('SET', 'k', 'v')
    engine.reset(bytes)
    expect(engine.connect().callSync('DBSIZE')).toBe(0)
  })

  it('without a snapshot puts it back to what it was made as', async () => {
    const engine = await openEngine({ maxmemory: '10mb', config: { databases: 3, 'notify-keyspace-events': 'KEA' } })
    const client = engine.connect()
    client.callSync('SET', 'k', 'v')
    client.callSync('FUNCTION', 'LOAD', "#!lua name=lib\nserver.register_function('f', function() return 1 end)")
    client.callSync('ACL', 'SETUSER', 'ann', 'on', 'nopass')
    client.callSync('CONFIG', 'SET', 'maxmemory', '20mb')
    engine.reset()
    expect(client.callSync('DBSIZE')).toBe(0)
    expect(client.callSync('FUNCTION', 'LIST')).toEqual([])
    expect(client.callSync('ACL', 'USERS')).toEqual(['default'])
    expect(client.callSync('CONFIG', 'GET', 'maxmemory')).toEqual({ maxmemory: String(10 * 1024 * 1024) })
    expect(client.callSync('CONFIG', 'GET', 'databases')).toEqual({ databases: '3' })
  })

  it('of an engine that was opened from a snapshot puts it back to that', async () => {
    const first = await openEngine()
    first.connect().callSync('SET', 'k', 'v')
    const engine = await openEngine({ snapshot: first.snapshot() })
    const client = engine.connect()
    client.callSync('FLUSHALL')
    engine.reset()
    expect(client.callSync('GET', 'k')).toBe('v')
  })

  it('gives back what the engine has grown to', async () => {
    const engine = await openEngine({ maxmemory: 0 })
    const client = engine.connect()
    const before = coreOf(engine).memory.size
    for (let i = 0; i < 64; i++) client.callSync('SET', `k${i}`, 'x'.repeat(1 << 20))
    expect(coreOf(engine).memory.size).toBeGreaterThan(64 << 20)
    engine.reset()
    expect(coreOf(engine).memory.size).toBe(before)
    expect(client.callSync('DBSIZE')).toBe(0)
    expect(client.callSync('SET', 'k', 'v')).toBe('OK')
  })

  it('brings back a state that is larger than what there is', async () => {
    const engine = await openEngine({ maxmemory: 0 })
    const client = engine.connect()
    for (let i = 0; i < 64; i++) client.callSync('SET', `k${i}`, 'x'.repeat(1 << 20))
    const large = engine.snapshot()
    engine.reset()
    engine.reset(large)
    expect(client.callSync('DBSIZE')).toBe(64)
    expect(client.callSync('STRLEN', 'k63')).toBe(1 << 20)
  })

  it('leaves nothing of what lay in memory before', async () => {
    const engine = await openEngine()
    const client = engine.connect()
    const empty = engine.snapshot()
    client.callSync('RPUSH', 'list', ...Array.from({ length: 20_000 }, (_, i) => `element-${i}`))
    engine.reset(empty)
    client.callSync('SETRANGE', 'zeros', 3_000_000, 'x')
    expect(await client.call('BITCOUNT', 'zeros', 0, 2_999_999)).toBe(0)
  })

  it('settles calls made before it, and runs those made after it on the new state', async () => {
    const engine = await openEngine()
    const client = engine.connect()
    const before = client.call('INCR', 'n')
    engine.reset()
    const after = client.call('INCR', 'n')
    expect([await before, await after]).toEqual([1, 1])
  })
})

describe('a client of an engine that is reset', () => {
  it('keeps its id, name, database, protocol and library', async () => {
    const engine = await openEngine()
    const client = engine.connect({ name: 'ann', database: 3, protocol: 2 })
    client.callSync('CLIENT', 'SETINFO', 'LIB-NAME', 'mine')
    client.callSync('CLIENT', 'NO-EVICT', 'ON')
    const facts = () => client.callSync<string>('CLIENT', 'INFO').match(/\b(id|name|db|resp|lib-name|user|flags)=\S+/g)
    const before = facts()
    engine.reset()
    expect(facts()).toEqual(before)
    client.callSync('SET', 'k', 'v')
    expect(engine.connect({ database: 3 }).callSync('GET', 'k')).toBe('v')
  })

  it('keeps its user, who is checked as before', async () => {
    const engine = await openEngine()
    engine.connect().callSync('ACL', 'SETUSER', 'ann', 'on', '>secret', '+get', '~*')
    const snapshot = engine.snapshot()
    const client = engine.connect({ username: 'ann', password: 'secret' })
    engine.reset(snapshot)
    expect(client.callSync('GET', 'k')).toBe(null)
    expect(() => client.callSync('SET', 'k', 'v')).toThrow(/NOPERM/)
  })

  it('is closed when its user is gone', async () => {
    const engine = await openEngine()
    engine.connect().callSync('ACL', 'SETUSER', 'ann', 'on', '>secret', '+@all', '~*')
    const client = engine.connect({ username: 'ann', password: 'secret' })
    engine.reset()
    await turn()
    expect(client.closed).toBe(true)
    await expect(client.call('GET', 'k')).rejects.toThrow(/closed/)
  })

  it('keeps its subscriptions', async () => {
    const engine = await openEngine()
    const client = engine.connect()
    const heard: string[] = []
    await client.subscribe('news', ({ message }) => heard.push(`channel ${message}`))
    await client.psubscribe('n*', ({ message }) => heard.push(`pattern ${message}`))
    await client.ssubscribe('shard', ({ message }) => heard.push(`shard ${message}`))
    for (let round = 1; round <= 2; round++) {
      engine.reset()
      const other = engine.connect()
      expect(await other.call('PUBLISH', 'news', round)).toBe(2)
      expect(await other.call('SPUBLISH', 'shard', round)).toBe(1)
    }
    await turn()
    expect(heard).toEqual(['channel 1', 'pattern 1', 'shard 1', 'channel 2', 'pattern 2', 'shard 2'])
    expect(await client.call('PING')).toBe('PONG')
  })

  it('hears that a call which waits will not be answered', async () => {
    const engine = await openEngine()
    const client = engine.connect()
    const waiting = client.call('BLPOP', 'list', 0)
    const behind = client.call('SET', 'k', 'v')
    await turn()
    engine.reset()
    await expect(waiting).rejects.toMatchObject({ code: 'UNBLOCKED', message: /reset while this command waited/ })
    expect(await behind).toBe('OK')
    expect(await client.call('RPUSH', 'list', 'x')).toBe(1)
    expect(await client.call('LPOP', 'list')).toBe('x')
  })

  it('hears so of each that waits, one behind the other', async () => {
    const engine = await openEngine()
    const client = engine.connect()
    const calls = [
      client.call('BLPOP', 'a', 0),
      client.call('BLPOP', 'b', 0),
      client.call('XREAD', 'BLOCK', 0, 'STREAMS', 's', '$'),
    ]
    await turn()
    engine.reset()
    for (const call of calls) expect(await outcome(call)).toMatchObject({ error: { code: 'UNBLOCKED' } })
  })

  it('hears so of a call that CLIENT PAUSE holds back', async () => {
    const engine = await openEngine()
    const [client, other] = [engine.connect(), engine.connect()]
    other.callSync('CLIENT', 'PAUSE', 100_000, 'ALL')
    const held = client.call('SET', 'k', 'v')
    await turn()
    engine.reset()
    expect(await outcome(held)).toMatchObject({ error: { code: 'UNBLOCKED' } })
    expect(await client.call('GET', 'k')).toBe(null)
  })

  it('has no transaction any more', async () => {
    const engine = await openEngine()
    const client = engine.connect()
    client.callSync('MULTI')
    client.callSync('SET', 'k', 'v')
    engine.reset()
    expect(() => client.callSync('EXEC')).toThrow(/EXEC without MULTI/)
  })

  it('is told to forget what it has cached', async () => {
    const engine = await openEngine()
    const client = engine.connect()
    const pushes: unknown[] = []
    client.onPush = (push) => pushes.push(push)
    await client.call('CLIENT', 'TRACKING', 'ON')
    await client.call('GET', 'k')
    engine.reset()
    await turn()
    expect(pushes).toEqual([['invalidate', null]])
    await client.call('GET', 'k')
    await engine.connect().call('SET', 'k', 'v')
    await turn()
    expect(pushes).toEqual([
      ['invalidate', null],
      ['invalidate', ['k']],
    ])
  })

  it('goes on watching every command', async () => {
    const engine = await openEngine()
    const client = engine.connect()
    const lines: string[] = []
    const monitor = await client.monitor(({ args }) => lines.push(args.join(' ')))
    engine.reset()
    await client.call('SET', 'k', 'v')
    await turn()
    expect(lines).toContain('SET k v')
    monitor.close()
  })

  it('may be an ioredis that knows nothing of it', async () => {
    const engine = await openEngine()
    const redis = createRedis(engine)
    await redis.set('k', 'v')
    engine.reset()
    expect(await redis.get('k')).toBe(null)
    expect(await redis.incr('n')).toBe(1)
    redis.disconnect()
  })

  it('may sit behind a socket', async () => {
    const engine = await openEngine()
    const server = await serve(engine, { port: 0 })
    const socket = connect(server.port as number, '127.0.0.1')
    let said = ''
    const hears = (text: string) =>
      new Promise<void>((resolve) => {
        const look = (chunk: Buffer) => {
          said += chunk
          if (!said.includes(text)) return
          socket.off('data', look)
          resolve()
        }
        socket.on('data', look)
      })
    socket.write('CLIENT SETNAME far\r\nSET k v\r\n')
    await hears('+OK\r\n+OK')
    socket.write('BLPOP list 0\r\n')
    const admin = engine.connect()
    while (!admin.callSync<string>('CLIENT', 'LIST').includes('cmd=blpop')) await turn()
    engine.reset()
    await hears('-UNBLOCKED')
    socket.write('CLIENT GETNAME\r\nEXISTS k\r\n')
    await hears('$3\r\nfar\r\n:0')
    socket.destroy()
    await server.close()
  })

  it('is closed when it is in the middle of a request', async () => {
    const engine = await openEngine()
    const server = await serve(engine, { port: 0 })
    const socket = connect(server.port as number, '127.0.0.1')
    const admin = engine.connect()
    socket.write('*2\r\n$3\r\nGET\r\n$100\r\nabc')
    while (!/qbuf=[1-9]/.test(admin.callSync<string>('CLIENT', 'LIST'))) await turn()
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
    engine.reset()
    await closed
    expect(admin.callSync('PING')).toBe('PONG')
    await server.close()
  })
})
