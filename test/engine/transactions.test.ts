import { describe, expect, it } from 'vitest'
import { RedisError } from '../../src/index.ts'
import { openClient } from './open.ts'
import { outcome, thrownBy } from './outcome.ts'

describe('multi() … exec()', () => {
  it('executes its commands as one and resolves to their replies', async () => {
    const client = await openClient()
    const replies = client.multi().set('a', 1).incr('a').hset('h', 'f', 'v').hgetall('h').call('ECHO', 'x').exec()
    expect(await replies).toEqual(['OK', 2, 1, { f: 'v' }, 'x'])
    expect(await client.multi().exec()).toEqual([])
  })

  it('is what others see at once or not at all', async () => {
    const client = await openClient()
    const replies = client.multi().set('a', 1).set('b', 1).exec()
    const other = client.duplicate().pipeline([['MGET', 'a', 'b']])
    await replies
    expect([[[null, null]], [['1', '1']]]).toContainEqual(await other)
  })

  it('keeps an error of one command in its place; the others are executed', async () => {
    const client = await openClient()
    const replies = await client.multi().set('k', 'text').incr('k').get('k').exec()
    expect(replies?.[1]).toBeInstanceOf(RedisError)
    expect(replies).toMatchObject(
      ['OK', { code: 'ERR', command: 'INCR', message: /not an integer/ }, 'text'].map(matching),
    )
  })

  it('resolves to null when a watched key was changed, and executes nothing', async () => {
    const client = await openClient()
    await client.call('WATCH', 'k')
    await client.duplicate().call('SET', 'k', 'by another')
    expect(await client.multi().set('k', 'mine').exec()).toBeNull()
    expect(await client.call('GET', 'k')).toBe('by another')
    expect(await client.multi().set('k', 'mine').exec()).toEqual(['OK'])
  })

  it('does so when a watched key expired, and not after UNWATCH', async () => {
    const client = await openClient()
    // In one turn, so that the key is there when it is watched, however slow the machine.
    await Promise.all([client.call('SET', 'k', 'v', 'PX', 10), client.call('WATCH', 'k')])
    await client.duplicate().call('BLPOP', 'nothing', 0.03)
    expect(await client.multi().get('k').exec()).toBeNull()
    await client.call('WATCH', 'k')
    await client.duplicate().call('SET', 'k', 1)
    await client.call('UNWATCH')
    expect(await client.multi().get('k').exec()).toEqual(['1'])
  })

  it('rejects with EXECABORT and its cause when the engine refuses a command', async () => {
    const client = await openClient()
    const rejected = await outcome(client.multi().set('k', 1).call('NOSUCH').set('k', 2).exec())
    expect(rejected).toMatchObject({
      error: {
        code: 'EXECABORT',
        cause: { code: 'ERR', command: 'NOSUCH', message: expect.stringMatching(/unknown command/) },
      },
    })
    expect(await client.call('EXISTS', 'k')).toBe(0)
    expect(await client.call('ECHO', 'the connection is fine')).toBe('the connection is fine')
  })

  it('refuses a wrong argument where it is given', async () => {
    const client = await openClient()
    const transaction = client.multi().set('k', 1)
    expect(() => transaction.call('SET', 'k', {} as string)).toThrow(/Argument 2 of SET is an object/)
    expect(await transaction.exec()).toEqual(['OK'])
  })

  it('can be discarded, and neither executed nor extended afterwards', async () => {
    const client = await openClient()
    const transaction = client.multi().set('k', 1)
    transaction.discard()
    expect(await client.call('EXISTS', 'k')).toBe(0)
    await expect(transaction.exec()).rejects.toThrow(/executed or discarded; begin another/)
    expect(() => transaction.set('k', 2)).toThrow(/executed or discarded/)
    const done = client.multi()
    await done.exec()
    expect(() => done.discard()).toThrow(/executed or discarded/)
  })

  it.each([
    ['MULTI'],
    ['EXEC'],
    ['DISCARD'],
    ['RESET'],
    ['HELLO', 2],
    ['MONITOR'],
    ['SUBSCRIBE', 'a', 'b'],
    ['PSUBSCRIBE', 'a', 'b'],
    ['SSUBSCRIBE', 'a', 'b'],
    ['UNSUBSCRIBE'],
  ] as [string, ...(string | number)[]][])('takes no command that would break its frame: %s', async (...args) => {
    const client = await openClient()
    const heard: string[] = []
    await client.subscribe('news', 'weather', ({ message }) => heard.push(message))
    const executed = outcome(
      (async () =>
        client
          .multi()
          .set('k', 1)
          .call(...args)
          .call('PING')
          .exec())(),
    )
    const behind = [client.call('ECHO', 'x'), client.call('HELLO'), client.call('ECHO', 'y')]
    expect(await executed).toMatchObject({ error: expect.any(Error) })
    expect(await Promise.all(behind)).toMatchObject(['x', { proto: 3 }, 'y'])
    await client.duplicate().call('PUBLISH', 'news', 'still heard')
    expect(await client.call('PING')).toBe('PONG')
    expect(heard).toEqual(['still heard'])
    expect(await client.call('EXISTS', 'k')).toBe(0)
  })

  it('belongs to its connection: calls between stay outside', async () => {
    const client = await openClient()
    const transaction = client.multi().incr('n')
    const between = client.call('SET', 'n', 10)
    const executed = transaction.incr('n').exec()
    const after = client.call('GET', 'n')
    expect(await Promise.all([between, executed, after])).toEqual(['OK', [11, 12], '12'])
  })

  it('gives bytes for client.binary, and arrays in RESP2', async () => {
    const client = await openClient()
    expect(
      await client.binary
        .multi()
        .set('k', new Uint8Array([255]))
        .get('k')
        .exec(),
    ).toMatchObject([expect.anything(), new Uint8Array([255])])
    const old = await openClient({ protocol: 2 })
    expect(await old.multi().hset('h', 'f', 'v').hgetall('h').exec()).toEqual([1, ['f', 'v']])
  })
})

describe('MULTI by call', () => {
  it('queues what follows, and EXEC answers for all of it', async () => {
    const client = await openClient()
    expect(await client.call('MULTI')).toBe('OK')
    expect(await client.call('SET', 'k', 'v')).toBe('QUEUED')
    expect(client.callSync('GET', 'k')).toBe('QUEUED')
    expect(await client.call('EXEC')).toEqual(['OK', 'v'])
  })

  it('is discarded by DISCARD, by RESET and by the end of the connection', async () => {
    const client = await openClient()
    await client.pipeline([['MULTI'], ['SET', 'k', 'v'], ['DISCARD']])
    await client.pipeline([['MULTI'], ['SET', 'k', 'v']])
    await client.call('RESET')
    expect(await client.call('EXISTS', 'k')).toBe(0)
    const other = client.duplicate()
    await other.pipeline([['MULTI'], ['SET', 'k', 'v']])
    await other.close()
    expect(await client.call('EXISTS', 'k')).toBe(0)
  })

  it('nested, EXEC without MULTI and WATCH inside are errors that change nothing', async () => {
    const client = await openClient()
    expect(thrownBy(() => client.callSync('EXEC'))?.message).toBe('ERR EXEC without MULTI')
    expect(thrownBy(() => client.callSync('DISCARD'))?.message).toBe('ERR DISCARD without MULTI')
    await client.call('MULTI')
    expect(thrownBy(() => client.callSync('MULTI'))?.message).toMatch(/'multi' not allowed inside a transaction/)
    expect(thrownBy(() => client.callSync('WATCH', 'k'))?.message).toMatch(/'watch' not allowed inside a transaction/)
    expect(await outcome(client.call('EXEC'))).not.toBe('pending')
    expect(await client.call('PING')).toBe('PONG')
  })

  it('refuses CLIENT REPLY, and answers go on', async () => {
    const client = await openClient()
    await client.call('MULTI')
    expect(await outcome(client.call('CLIENT', 'REPLY', 'OFF'))).toMatchObject({ error: { name: 'RedisError' } })
    expect(await outcome(client.call('EXEC'))).toMatchObject({ error: { code: 'EXECABORT' } })
    expect(await client.call('ECHO', 'heard')).toBe('heard')
  })
})

/** An object's regular expressions as vitest's matchers. */
function matching(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, one instanceof RegExp ? expect.stringMatching(one) : one]),
  )
}
