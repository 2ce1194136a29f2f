import { describe, expect, it } from 'vitest'
import type { InterceptedCommand, ReplyValue } from '../../../src/index.ts'
import { openEngine } from '../open.ts'
import { kinds } from './clients.ts'

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

async function open(protocol: 2 | 3 = 3) {
  const engine = await openEngine()
  return { engine, client: engine.connect({ protocol }) }
}

describe('an interceptor', () => {
  it('sees each command, whose it is, and what its keys are', async () => {
    const { engine, client } = await open()
    const seen: InterceptedCommand[] = []
    const interceptor = engine.intercept((command) => void seen.push(command))
    await client.call('CLIENT', 'SETNAME', 'app')
    await client.mset('a', 'ä', 'b', new Uint8Array([0, 255]))
    const { name, args, keys, connection } = seen[1]
    expect([name, keys, connection.name, connection.database, connection.protocol]).toEqual([
      'MSET',
      ['a', 'b'],
      'app',
      0,
      3,
    ])
    expect([text(args[1]), args[3]]).toEqual(['ä', new Uint8Array([0, 255])])
    expect(connection.id).toBe(await client.call('CLIENT', 'ID'))
    expect(interceptor.seen).toBe(3)
  })

  it.each(kinds)('sees the commands of %s', async (_, connect) => {
    const { engine } = await open()
    const app = await connect(engine)
    await app.call('PING')
    const seen: string[] = []
    engine.intercept(({ name, args }) => void seen.push([name, ...args.map(text)].join(' ')))
    await app.call('SET', 'k', 'v')
    expect(seen).toEqual(['SET k v'])
  })

  it('puts another command in its place', async () => {
    const { engine, client } = await open()
    engine.intercept(({ name, args }) => {
      if (name === 'GET' || name === 'SET') return { command: [name, `tenant:1:${text(args[0])}`, ...args.slice(1)] }
      return undefined
    })
    await client.set('k', 'v')
    expect([await client.get('k'), await client.call('KEYS', '*')]).toEqual(['v', ['tenant:1:k']])
  })

  it('may put one in its place that the engine refuses', async () => {
    const { engine, client } = await open()
    engine.intercept(({ name }) =>
      name === 'GET' ? { command: ['GET'] } : name === 'TTL' ? { command: ['NONSENSE', 1] } : undefined,
    )
    await expect(client.get('k')).rejects.toThrow("wrong number of arguments for 'get' command")
    await expect(client.ttl('k')).rejects.toThrow("unknown command 'NONSENSE'")
  })

  it('may put a larger one in its place than any before', async () => {
    const { engine, client } = await open()
    const value = 'x'.repeat(20_000_000)
    engine.intercept(({ name, args }) => (name === 'SET' ? { command: ['SET', args[0], value] } : undefined))
    await client.set('k', 'small')
    expect(await client.strlen('k')).toBe(value.length)
  })

  it.each([3, 2] as const)('answers in its place, in RESP%d', async (protocol) => {
    const { engine, client } = await open(protocol)
    let answer: ReplyValue = null
    engine.intercept(({ name }) => (name === 'GET' ? { reply: answer } : undefined))
    const reply = async (value: ReplyValue) => {
      answer = value
      return client.call('GET', 'k')
    }
    expect(await reply('texté')).toBe('texté')
    expect(await reply(new Uint8Array([65, 66]))).toBe('AB')
    expect(await reply(12)).toBe(12)
    expect(await reply(2n ** 60n)).toBe(2n ** 60n)
    expect(await reply(null)).toBeNull()
    expect(await reply([1, ['a', null]])).toEqual([1, ['a', null]])
    expect(await reply(true)).toBe(protocol === 3 ? true : 1)
    expect(await reply(1.5)).toBe(protocol === 3 ? 1.5 : '1.5')
    const map = protocol === 3 ? { a: 1, b: 'c' } : ['a', 1, 'b', 'c']
    expect(await reply({ a: 1, b: 'c' })).toEqual(map)
    expect(
      await reply(
        new Map<ReplyValue, ReplyValue>([
          ['a', 1],
          ['b', 'c'],
        ]),
      ),
    ).toEqual(map)
    expect(await reply(new Set(['a']))).toEqual(protocol === 3 ? new Set(['a']) : ['a'])
    await expect(reply(new Error('WRONGTYPE that is none'))).rejects.toMatchObject({ code: 'WRONGTYPE' })
    await expect(reply(new Error('plain\r\nwords'))).rejects.toThrow('ERR plain words')
  })

  it('comes in the order in which it was added, and sees what the one before has made', async () => {
    const { engine, client } = await open()
    const first = engine.intercept(({ name }) => (name === 'ECHO' ? { command: ['ECHO', 'first'] } : undefined))
    engine.intercept(({ name, args }) =>
      name === 'ECHO' ? { command: ['ECHO', `${text(args[0])}, second`] } : undefined,
    )
    expect(await client.call('ECHO', 'sent')).toBe('first, second')
    expect(engine.interceptors.length).toBe(2)
    first.remove()
    expect(await client.call('ECHO', 'sent')).toBe('sent, second')
  })

  it('comes before faults, which see what it has made', async () => {
    const { engine, client } = await open()
    engine.intercept(({ name }) => (name === 'GET' ? { command: ['TTL', 'k'] } : undefined))
    engine.faults.add({ command: 'TTL', error: 'OOM full' })
    await expect(client.get('k')).rejects.toThrow('OOM')
  })

  it('that throws fails the command and nothing else', async () => {
    const { engine, client } = await open()
    const interceptor = engine.intercept(() => {
      throw new Error('out of order')
    })
    await expect(client.ping()).rejects.toThrow('ERR an interceptor failed: out of order')
    interceptor.remove()
    expect(await client.ping()).toBe('PONG')
  })

  it.each([
    ['a reply that is none', () => ({ reply: Symbol('x') as unknown as ReplyValue })],
    ['a command that is none', () => ({ command: ['SET', { a: 1 } as unknown as string] })],
    ['an empty command', () => ({ command: [] })],
  ])('that returns %s fails the command', async (_, see) => {
    const { engine, client } = await open()
    engine.intercept(see)
    await expect(client.ping()).rejects.toThrow('ERR an interceptor failed: ')
  })

  it('cannot call the engine, which is busy', async () => {
    const { engine, client } = await open()
    const other = engine.connect()
    const failures: string[] = []
    const interceptor = engine.intercept(() => {
      try {
        other.callSync('PING')
      } catch (error) {
        failures.push(String(error))
      }
      other.call('PING').catch((error) => failures.push(String(error)))
    })
    expect(await client.set('k', 'v')).toBe('OK')
    interceptor.remove()
    expect(failures).toEqual([1, 2].map(() => expect.stringContaining('nothing can run before it has returned')))
    expect(await other.get('k')).toBe('v')
  })

  it('may remove itself, and close what it likes later', async () => {
    const { engine, client } = await open()
    const interceptor = engine.intercept(() => {
      interceptor.remove()
      return { reply: 'once' }
    })
    expect([await client.ping(), await client.ping()]).toEqual(['once', 'PONG'])
  })

  it('must be a function', async () => {
    const { engine } = await open()
    expect(() => engine.intercept('GET' as never)).toThrow('intercept takes a function')
  })
})
