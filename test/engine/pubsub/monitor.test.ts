import { describe, expect, it, onTestFinished } from 'vitest'
import { createClient, type MonitorLine } from '../../../src/index.ts'
import { serve } from '../../../src/server/index.ts'
import { connectionCount, openClient } from '../open.ts'
import { outcome, turn } from '../outcome.ts'

describe.each([3, 2] as const)('monitor in RESP%i', (protocol) => {
  it('shows every command with its time, database and source', async () => {
    const client = await openClient({ protocol })
    const lines = await client.monitor()
    const before = Date.now() / 1000
    await client.call('SET', 'k', 'v')
    await client.call('SELECT', 3)
    await client.call('EVAL', "return redis.call('GET', 'k')", 0)
    const seen: MonitorLine[] = []
    for await (const line of lines) {
      seen.push(line)
      if (seen.length === 4) break
    }
    expect(seen.map(({ args }) => args)).toEqual([
      ['SET', 'k', 'v'],
      ['SELECT', '3'],
      ['EVAL', "return redis.call('GET', 'k')", '0'],
      ['GET', 'k'],
    ])
    expect(seen.map(({ database }) => database)).toEqual([0, 3, 3, 3])
    expect(seen[3].source).toBe('lua')
    expect(seen[0].source).not.toBe('lua')
    expect(Math.abs(seen[0].time - before)).toBeLessThan(1)
  })

  it('gives each byte of an argument back', async () => {
    const client = await openClient({ protocol })
    const heard: MonitorLine[] = []
    const monitor = await client.monitor((line) => heard.push(line))
    const odd = 'quote " backslash \\ bracket ] \r\n\t\x07\b\0'
    await client.call('ECHO', odd)
    await client.call('ECHO', new Uint8Array([128, 255]))
    await turn()
    expect(heard.map(({ args }) => args)).toEqual([
      ['ECHO', odd],
      ['ECHO', '\x80\xff'],
    ])
    monitor.close()
  })
})

describe('monitor', () => {
  it('ends with close, with break, with its client and with its engine', async () => {
    const client = await openClient()
    const closed = await client.monitor()
    closed.close()
    closed.close()
    expect(await closed.next()).toEqual({ value: undefined, done: true })
    expect(connectionCount(client)).toBe(1)

    const broken = await client.monitor()
    client.callSync('PING')
    for await (const { args } of broken) {
      expect(args).toEqual(['PING'])
      break
    }
    expect(connectionCount(client)).toBe(1)

    const other = client.duplicate()
    const waiting = (await other.monitor()).next()
    await other.close()
    expect(await waiting).toEqual({ value: undefined, done: true })
    expect(connectionCount(client)).toBe(1)

    const last = (await client.monitor()).next()
    await client.engine.close()
    expect(await last).toEqual({ value: undefined, done: true })
  })

  it('that is refused leaves no connection behind', async () => {
    const client = await openClient()
    await client.call('ACL', 'SETUSER', 'alice', 'on', '>x', '+@all', '-monitor', '~*')
    const alice = client.engine.connect({ username: 'alice', password: 'x' })
    await expect(alice.monitor()).rejects.toMatchObject({ code: 'NOPERM', command: 'MONITOR' })
    expect(connectionCount(client)).toBe(2)
    await expect(client.monitor('log' as never)).rejects.toThrow(TypeError)
    expect(connectionCount(client)).toBe(2)
  })

  it('by call goes on answering, and RESET ends it', async () => {
    const client = await openClient()
    expect(await client.call('MONITOR')).toBe('OK')
    expect(await client.call('ECHO', 'x')).toBe('x')
    expect(client.callSync('ECHO', 'y')).toBe('y')
    const spelled = '1700000000.000000 [0 in-process:1] "SET" "k" "v"'
    expect(await outcome(client.call('ECHO', spelled))).not.toBe('pending')
    expect(await client.call('RESET')).toBe('RESET')
    expect(await client.call('ECHO', spelled)).toBe(spelled)
  })

  it('by call a second time is not answered by the engine, and resolves to undefined', async () => {
    const client = await openClient()
    await client.call('MONITOR')
    const replies = Promise.all([client.call('MONITOR'), client.call('ECHO', 'x')])
    expect(await outcome(replies)).toEqual({ value: [undefined, 'x'] })
    expect(client.callSync('MONITOR')).toBeUndefined()
    expect(client.callSync('ECHO', 'y')).toBe('y')
  })

  it('by call goes out when all before it is answered, and what is called after it follows', async () => {
    const client = await openClient()
    const other = client.duplicate()
    const waiting = client.call('BLPOP', 'list', 0)
    await turn()
    const replies = Promise.all([
      waiting,
      client.call('MONITOR'),
      client.call('WAIT', 1, 10),
      client.call('MONITOR'),
      client.call('ECHO', 'x'),
      client.pipeline([['MONITOR'], ['ECHO', 'y']]),
    ])
    await other.call('RPUSH', 'list', 'element')
    const answers = [['list', 'element'], 'OK', 0, undefined, 'x', [undefined, 'y']]
    expect(await outcome(replies)).toEqual({ value: answers })
    expect(await outcome(client.call('ECHO', 'z'))).toEqual({ value: 'z' })
  })

  it('by call twice in one turn over a socket, which tells only later whether the first has worked', async () => {
    const { engine } = await openClient()
    const server = await serve(engine, { port: 0 })
    onTestFinished(() => server.close())
    const client = await createClient({ url: `redis://127.0.0.1:${server.port}` })
    onTestFinished(() => client.close())
    const replies = Promise.all([client.call('MONITOR'), client.call('MONITOR'), client.call('ECHO', 'x')])
    expect(await outcome(replies)).toEqual({ value: ['OK', undefined, 'x'] })
  })

  it('by call is not overtaken by a call that was kept back behind it', async () => {
    const client = await openClient()
    const other = client.duplicate()
    const waiting = client.call('BLPOP', 'list', 0)
    await turn()
    const replies = Promise.all([waiting, client.call('MONITOR'), client.call('RESET'), client.call('ECHO', 'x')])
    await other.call('RPUSH', 'list', 'element')
    expect(await outcome(replies)).toEqual({ value: [['list', 'element'], 'OK', 'RESET', 'x'] })
    expect(await client.call('CLIENT', 'INFO')).toMatch(/ flags=N /)
  })

  it('is not shown passwords', async () => {
    const client = await openClient()
    const monitor = await client.monitor()
    await client.call('AUTH', 'default', 'secret')
    await client.call('ECHO', 'end')
    const { value } = await monitor.next()
    expect(value.args.join(' ')).not.toContain('secret')
    monitor.close()
  })
})
