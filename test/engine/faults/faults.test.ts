import { connect } from 'node:net'
import { Redis } from 'ioredis'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createRedis } from '../../../src/adapters/ioredis.ts'
import { ClientClosedError, ConnectError, type Engine, WouldBlockError } from '../../../src/index.ts'
import { serve } from '../../../src/server/index.ts'
import { openBetween, openEngine } from '../open.ts'
import { kinds } from './clients.ts'
import { open } from './open.ts'

describe.each(kinds)('%s', (_, connect) => {
  it('is told an error', async () => {
    const { engine, faults, client } = await open()
    const app = await connect(engine)
    faults.add({ command: 'GET', error: 'LOADING Valkey is loading the dataset in memory' })
    await expect(app.call('GET', 'k')).rejects.toThrow('LOADING Valkey is loading the dataset in memory')
    await expect(client.get('k')).rejects.toMatchObject({ name: 'RedisError', code: 'LOADING', command: 'GET' })
    expect(await app.call('SET', 'k', 'v')).toBe('OK')
  })

  it('waits by the clock of the engine', async () => {
    const { engine, faults, client } = await open()
    const app = await connect(engine)
    faults.add({ command: 'SET', key: 'slow:*', latency: 3000 })
    const reply = app.call('SET', 'slow:1', 'v')
    await engine.clock.advance(2999)
    expect(await client.exists('slow:1')).toBe(0)
    await engine.clock.advance(1)
    expect(await reply).toBe('OK')
  })

  it('is dropped before a command that then did not run', async () => {
    const { engine, faults, client } = await open()
    const app = await connect(engine)
    const fault = faults.add({ command: 'INCR', drop: 'before', times: 1 })
    await expect(app.call('INCR', 'n')).rejects.toThrow()
    expect([fault.hits, await client.get('n')]).toEqual([1, null])
  })

  it.each(['after', 'half'] as const)('is dropped (%s) with a command that did run', async (drop) => {
    const { engine, faults, client } = await open()
    const app = await connect(engine)
    await app.call('APPEND', 'text', 'some text')
    faults.add({ command: 'GETSET', drop, times: 1 })
    await expect(app.call('GETSET', 'text', 'other')).rejects.toThrow()
    expect(await client.get('text')).toBe('other')
  })

  it('is known by its name', async () => {
    const { engine, faults, client } = await open()
    const app = await connect(engine)
    faults.add({ connection: 'app', command: 'GET', error: 'OOM full' })
    await expect(app.call('GET', 'k')).rejects.toThrow('OOM full')
    expect(await client.get('k')).toBeNull()
  })
})

describe('a client whose connection is dropped', () => {
  it('in this process is closed, and its calls say that it was a fault', async () => {
    const { engine, faults, client } = await open()
    faults.add({ command: 'INCR', drop: 'after' })
    const replies = await Promise.allSettled([client.set('k', 'v'), client.incr('n'), client.get('k')])
    const reason = /a fault dropped the connection after INCR/
    expect(replies[0]).toEqual({ status: 'fulfilled', value: 'OK' })
    for (const reply of replies.slice(1)) {
      expect(reply).toMatchObject({ status: 'rejected', reason: { message: expect.stringMatching(reason) } })
    }
    await expect(client.ping()).rejects.toThrow(ClientClosedError)
    await expect(client.ping()).rejects.toThrow(reason)
    expect(await engine.connect().get('n')).toBe('1')
  })

  it('hears of it in callSync, too', async () => {
    const { faults, client } = await open()
    faults.add({ command: 'INCR', drop: 'before' })
    expect(() => client.callSync('INCR', 'n')).toThrow(/a fault dropped the connection before INCR/)
    expect(() => client.callSync('GET', 'n')).toThrow(ClientClosedError)
  })

  it('of ioredis connects anew, and sends the command again', async () => {
    const { engine, faults, client } = await open()
    const redis = createRedis(engine, { retryStrategy: () => 1 })
    try {
      await redis.set('n', 1)
      const fault = faults.add({ command: 'INCR', drop: 'after', times: 2 })
      expect(await redis.incr('n')).toBe(4)
      expect([fault.hits, await client.get('n')]).toEqual([2, '4'])
    } finally {
      redis.disconnect()
    }
  })

  it('on a socket gets half of a reply before the end', async () => {
    const { engine, faults, client } = await open()
    await client.set('k', 'abcdefghij')
    faults.add({ command: 'GET', drop: 'half' })
    const server = await serve(engine, { port: 0 })
    const received = await new Promise<string>((resolve) => {
      let text = ''
      const socket = connect(server.port as number, '127.0.0.1', () => socket.write('PING\r\nGET k\r\nPING\r\n'))
      socket.on('data', (chunk) => {
        text += chunk
      })
      socket.on('close', () => resolve(text))
    })
    await server.close()
    expect(received).toBe('+PONG\r\n$10\r\nabc')
  })
})

describe('latency', () => {
  it('keeps what comes behind it in order, and adds up', async () => {
    const { engine, faults, client } = await open()
    faults.add({ command: 'SET', latency: 100 })
    faults.add({ key: 'k', latency: 50 })
    const done: string[] = []
    client.set('k', 'v').then(() => done.push('SET'))
    client.ping().then(() => done.push('PING'))
    await engine.clock.advance(149)
    expect(done).toEqual([])
    await engine.clock.advance(1)
    expect(done).toEqual(['SET', 'PING'])
  })

  it('comes before the error or the loss that the command meets as well', async () => {
    const { engine, faults, client } = await open()
    faults.add({ command: 'GET', error: 'CLUSTERDOWN Hash slot not served' })
    faults.add({ command: 'GET', latency: 100 })
    const reply = expect(client.get('k')).rejects.toThrow('CLUSTERDOWN')
    await engine.clock.advance(100)
    await reply
  })

  it('counts once, and what comes with it is not forgotten', async () => {
    const { engine, faults, client } = await open()
    faults.add({ command: 'GET', latency: 100, times: 1 })
    faults.add({ command: 'GET', error: 'TRYAGAIN later', times: 1 })
    const reply = expect(client.get('k')).rejects.toThrow('TRYAGAIN')
    await engine.clock.advance(100)
    await reply
    expect(await client.get('k')).toBeNull()
  })

  it('cannot be waited for by callSync', async () => {
    const { faults, client } = await open()
    faults.add({ latency: 10 })
    expect(() => client.callSync('SET', 'k', 'v')).toThrow(WouldBlockError)
    faults.clear()
    expect(client.callSync('GET', 'k')).toBeNull()
  })

  it('is not cut short by the end of a pause', async () => {
    const { engine, faults, client } = await open()
    faults.add({ command: 'SET', latency: 1000 })
    const reply = client.set('k', 'v')
    const other = engine.connect()
    await other.call('CLIENT', 'PAUSE', 100, 'WRITE')
    await engine.clock.advance(500)
    expect(await other.exists('k')).toBe(0)
    await other.call('CLIENT', 'UNPAUSE')
    expect(await other.exists('k')).toBe(0)
    await engine.clock.advance(500)
    expect(await reply).toBe('OK')
  })

  it('that is aborted leaves the connection as it was', async () => {
    const { engine, faults, client } = await open()
    faults.add({ command: 'SET', latency: 1000, times: 1 })
    const abort = new AbortController()
    const reply = expect(client.call('SET', 'k', 'v', { signal: abort.signal })).rejects.toThrow()
    abort.abort()
    await reply
    expect(await client.get('k')).toBeNull()
    await engine.clock.advance(2000)
    expect(await client.get('k')).toBeNull()
  })

  it('by the clock of the system needs no turning', async () => {
    const engine = await openEngine()
    engine.faults.add({ command: 'PING', latency: 20 })
    const start = performance.now()
    expect(await engine.connect().ping()).toBe('PONG')
    expect(performance.now() - start).toBeGreaterThanOrEqual(19)
  })

  it('ends with a client that goes away meanwhile', async () => {
    const { engine, faults, client } = await open()
    faults.add({ command: 'SET', latency: 1000 })
    const other = client.duplicate()
    const reply = expect(other.set('k', 'v')).rejects.toThrow(ClientClosedError)
    await engine.clock.advance(10)
    await other.close()
    await reply
    await engine.clock.advance(2000)
    expect(await client.exists('k')).toBe(0)
  })
})

describe('refused connections', () => {
  it('in this process throw', async () => {
    const { engine, faults } = await open()
    const fault = faults.add({ refuse: true, times: 1 })
    expect(() => engine.connect()).toThrow(ConnectError)
    expect(fault.hits).toBe(1)
    expect(await engine.connect().ping()).toBe('PONG')
  })

  it.each([
    ['ioredis', async (engine: Engine) => createRedis(engine, { lazyConnect: true, retryStrategy: () => 1 })],
    [
      'a client on a socket',
      async (engine: Engine) => {
        const server = await serve(engine, { port: 0 })
        onTestFinished(() => server.close())
        return new Redis(server.url, { lazyConnect: true, retryStrategy: () => 1 })
      },
    ],
  ])('are tried again by %s', async (_, connect) => {
    const { engine, faults } = await open()
    const redis = await connect(engine)
    redis.on('error', () => {}) // of each attempt
    onTestFinished(() => redis.disconnect())
    const fault = faults.add({ refuse: true, times: 3 })
    expect(await redis.ping()).toBe('PONG')
    expect(fault.hits).toBe(3)
  })

  it('leave those that are there alone', async () => {
    const { faults, client } = await open()
    faults.add({ refuse: true })
    expect(await client.ping()).toBe('PONG')
  })
})

describe('transactions and scripts', () => {
  it('meet faults when their commands are sent', async () => {
    const { faults, client } = await open()
    faults.add({ command: 'INCR', error: 'OOM command not allowed' })
    await client.call('MULTI')
    await expect(client.incr('n')).rejects.toThrow('OOM')
    await expect(client.call('EXEC')).rejects.toThrow('EXECABORT')
    expect(await client.call('EVAL', "return redis.call('INCR', 'n')", 0)).toBe(1)
  })

  it('end when EXEC is answered with an error', async () => {
    const { faults, client } = await open()
    faults.add({ command: 'EXEC', error: 'MOVED 1 127.0.0.1:7001', times: 1 })
    await client.call('MULTI')
    await client.incr('n')
    await expect(client.call('EXEC')).rejects.toThrow('MOVED')
    expect(await client.incr('n')).toBe(1)
  })
})

it('an error counts in INFO as one of the engine does', async () => {
  const { faults, client } = await open()
  faults.add({ command: 'GET', error: 'READONLY no', times: 1 })
  await client.get('k').catch(() => {})
  expect(await client.call('INFO', 'errorstats')).toContain('errorstat_READONLY:count=1')
})

it('the engine asks nobody while there is no fault', async () => {
  let asked = 0
  const engine = await openBetween({
    imports: (imports) => ({
      ...imports,
      command: (pointer) => {
        asked++
        return imports.command(pointer)
      },
    }),
  })
  const client = engine.connect()
  const fault = engine.faults.add({ command: 'GET', error: 'ERR no', times: 1 })
  await client.pipeline([['SET', 'k', 'v'], ['GET', 'k'], ['GET', 'k'], ['PING']])
  expect([asked, fault.hits]).toEqual([2, 1])
  const refusing = engine.faults.add({ refuse: true })
  await client.ping()
  expect(asked).toBe(2)
  refusing.remove()
  engine.intercept(() => undefined).remove()
  await client.ping()
  expect(asked).toBe(2)
})
