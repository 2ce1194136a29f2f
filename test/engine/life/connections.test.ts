import { describe, expect, it } from 'vitest'
import { connectionCount, openClient, openEngine } from '../open.ts'
import { outcome, thrownBy, turn } from '../outcome.ts'

describe('connections', () => {
  it('have a database, a name, a protocol and a transaction of their own', async () => {
    const engine = await openEngine()
    const [one, two] = [engine.connect({ name: 'one' }), engine.connect({ name: 'two', protocol: 2, database: 1 })]
    await one.call('SET', 'k', 'in 0')
    expect(await two.call('GET', 'k')).toBeNull()
    await one.call('MULTI')
    expect(await one.call('GET', 'k')).toBe('QUEUED')
    expect(await two.call('CLIENT', 'GETNAME')).toBe('two')
    expect(await one.call('EXEC')).toEqual(['in 0'])
    await two.call('HSET', 'h', 'f', 'v')
    expect(await two.call('HGETALL', 'h')).toEqual(['f', 'v'])
  })

  it('are executed in the order in which their calls were made', async () => {
    const engine = await openEngine()
    const clients = Array.from({ length: 10 }, () => engine.connect())
    const calls = Array.from({ length: 100 }, (_, i) => clients[(i * 7) % 10].call('RPUSH', 'l', i))
    await Promise.all(calls)
    expect(await clients[0].call('LRANGE', 'l', 0, -1)).toEqual(Array.from({ length: 100 }, (_, i) => String(i)))
  })

  it('can be opened and closed by the thousand, one after the other and all at once', async () => {
    const engine = await openEngine()
    const client = engine.connect()
    for (let i = 0; i < 1000; i++) {
      const one = engine.connect()
      expect(one.callSync('INCR', 'n')).toBe(i + 1)
      await one.close()
    }
    expect(connectionCount(client)).toBe(1)
    const many = Array.from({ length: 1000 }, () => engine.connect())
    expect(await Promise.all(many.map((one) => one.call('INCR', 'm')))).toHaveLength(1000)
    expect(connectionCount(client)).toBe(1001)
    await Promise.all(many.map((one) => one.close()))
    expect(connectionCount(client)).toBe(1)
    expect(await client.call('GET', 'm')).toBe('1000')
  })

  it('that take the place of a closed one get nothing that was meant for it', async () => {
    const engine = await openEngine()
    const publisher = engine.connect()
    const old = engine.connect()
    await old.subscribe('c')
    const waiting = old.call('BLPOP', 'l', 0).catch(() => 'gone')
    await turn()
    publisher.callSync('PUBLISH', 'c', 'x')
    const closing = old.close()
    const fresh = engine.connect()
    const pushes: unknown[] = []
    fresh.onPush = (push) => pushes.push(push)
    await closing
    publisher.callSync('PUBLISH', 'c', 'y')
    publisher.callSync('RPUSH', 'l', 'v')
    await turn()
    expect(await waiting).toBe('gone')
    expect(pushes).toEqual([])
    expect(await fresh.call('LRANGE', 'l', 0, -1)).toEqual(['v'])
  })

  it('over maxclients are refused, clearly, and one can be opened when another has closed', async () => {
    const engine = await openEngine({ config: { maxclients: 3 } })
    const clients = [engine.connect(), engine.connect(), engine.connect()]
    expect(thrownBy(() => engine.connect())?.message).toBe(
      'the engine turned the connection down: ERR max number of clients reached',
    )
    expect(thrownBy(() => clients[0].duplicate())?.message).toContain('max number of clients reached')
    await clients[2].close()
    expect(engine.connect().callSync('PING')).toBe('PONG')
    expect(clients[0].callSync('PING')).toBe('PONG')
  })
})

describe('CLIENT KILL', () => {
  it('of another ends its calls and its loops', async () => {
    const client = await openClient()
    const other = client.duplicate()
    const id = await other.call<number>('CLIENT', 'ID')
    const messages = await other.subscribe('c')
    const loop = messages.next()
    const waiting = other.call('BLPOP', 'k', 0).catch((error) => error)
    await turn()
    expect(await client.call('CLIENT', 'KILL', 'ID', id)).toBe(1)
    expect(await waiting).toMatchObject({
      code: 'CLIENT_CLOSED',
      message: expect.stringMatching(/^BLPOP was not answered: the engine closed/),
    })
    expect(await loop).toEqual({ value: undefined, done: true })
    expect(other.closed).toBe(true)
    await expect(other.call('PING')).rejects.toMatchObject({ code: 'CLIENT_CLOSED' })
    expect(connectionCount(client)).toBe(1)
  })

  it('of itself is answered first', async () => {
    const client = await openClient()
    const other = client.duplicate()
    const id = await other.call<number>('CLIENT', 'ID')
    const calls = Promise.allSettled([other.call('CLIENT', 'KILL', 'ID', id, 'SKIPME', 'no'), other.call('PING')])
    expect(await calls).toMatchObject([{ value: 1 }, { reason: { code: 'CLIENT_CLOSED' } }])
    expect(other.closed).toBe(true)
    const third = client.duplicate()
    const own = await third.call<number>('CLIENT', 'ID')
    expect(third.callSync('CLIENT', 'KILL', 'ID', own, 'SKIPME', 'no')).toBe(1)
    await turn()
    expect(thrownBy(() => third.callSync('PING'))?.code).toBe('CLIENT_CLOSED')
  })

  it('of an idle connection is known at its next call at the latest', async () => {
    const client = await openClient()
    const other = client.duplicate()
    const id = other.callSync<number>('CLIENT', 'ID')
    client.callSync('CLIENT', 'KILL', 'ID', id)
    expect(thrownBy(() => other.callSync('PING'))?.code).toBe('CLIENT_CLOSED')
    expect(await outcome(other.call('PING'))).toMatchObject({ error: { code: 'CLIENT_CLOSED' } })
  })
})

it('a connection that is refused what it introduced itself with, after RESET or a pause, is closed with the reason', async () => {
  const client = await openClient()
  await client.call('ACL', 'SETUSER', 'alice', 'on', '>old', '+@all', '~*')
  const introduction = { username: 'alice', password: 'old' }
  const [resetting, waiting] = [client.engine.connect(introduction), client.engine.connect(introduction)]
  await client.call('ACL', 'SETUSER', 'alice', 'resetpass', '>new')
  const reset = outcome(resetting.call('RESET'))
  const behind = outcome(resetting.call('PING'))
  expect(await reset).not.toBe('pending')
  expect(await behind).toMatchObject({ error: expect.any(Error) })
  expect(resetting.closed).toBe(true)
  await client.call('CLIENT', 'PAUSE', 30, 'ALL')
  const late = client.engine.connect(introduction)
  expect(await outcome(late.call('PING'))).toMatchObject({ error: expect.any(Error) })
  expect(late.closed).toBe(true)
  expect(await client.call('PING')).toBe('PONG')
  expect(waiting.callSync('ACL', 'WHOAMI')).toBe('alice')
  expect(connectionCount(client)).toBe(2)
})

it('what a connection had called when it was ended is executed by no other', async () => {
  const client = await openClient()
  const other = client.duplicate()
  const id = other.callSync<number>('CLIENT', 'ID')
  client.callSync('CLIENT', 'KILL', 'ID', id)
  const lost = outcome(other.call('SET', 'k', 'of the dead'))
  for (let i = 0; i < 5; i++) await null
  expect(await client.call('ECHO', 'x')).toBe('x')
  expect(await lost).toMatchObject({ error: { code: 'CLIENT_CLOSED' } })
  expect(await client.call('EXISTS', 'k')).toBe(0)
})

it('a connection that does not read what it gets is closed by client-output-buffer-limit, others stay', async () => {
  const client = await openClient({ config: { 'client-output-buffer-limit': 'normal 1000000 0 0' } })
  const other = client.duplicate()
  await client.call('SET', 'k', 'x'.repeat(2_000_000))
  const ended = await outcome(other.call('GET', 'k'))
  expect(ended).not.toBe('pending')
  expect(await client.call('PING')).toBe('PONG')
})
