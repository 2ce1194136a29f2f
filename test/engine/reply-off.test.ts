import { describe, expect, it } from 'vitest'
import { openClient } from './open.ts'
import { outcome, turn } from './outcome.ts'

describe.each([3, 2] as const)('CLIENT REPLY in RESP%i', (protocol) => {
  it('OFF: calls are executed and resolve to undefined at once, until ON', async () => {
    const client = await openClient({ protocol })
    expect(await client.call('CLIENT', 'REPLY', 'OFF')).toBeUndefined()
    expect(await client.call('SET', 'k', 'v')).toBeUndefined()
    expect(await client.call('GET', 'k')).toBeUndefined()
    expect(await client.call('NOSUCH')).toBeUndefined()
    expect(client.callSync('GET', 'k')).toBeUndefined()
    expect(await client.call('CLIENT', 'REPLY', 'ON')).toBe('OK')
    expect(await client.call('GET', 'k')).toBe('v')
  })

  it('SKIP: the next one alone', async () => {
    const client = await openClient({ protocol })
    expect(await client.call('CLIENT', 'REPLY', 'SKIP')).toBeUndefined()
    expect(await client.call('SET', 'k', 'v')).toBeUndefined()
    expect(await client.call('GET', 'k')).toBe('v')
    expect(
      await client.pipeline([
        ['CLIENT', 'REPLY', 'SKIP'],
        ['ECHO', 'a'],
        ['ECHO', 'b'],
      ]),
    ).toEqual([undefined, undefined, 'b'])
  })

  it('in whatever case, in bytes and in one turn with others', async () => {
    const client = await openClient({ protocol })
    const bytes = new TextEncoder()
    const replies = Promise.all([
      client.call('ECHO', 'before'),
      client.call('client', bytes.encode('reply'), bytes.encode('off')),
      client.call('ECHO', 'unheard'),
      client.call('CLIENT', 'Reply', 'On'),
      client.call('ECHO', 'after'),
    ])
    expect(await outcome(replies)).toEqual({ value: ['before', undefined, undefined, 'OK', 'after'] })
  })

  it('that the engine refuses is an error and changes nothing', async () => {
    const client = await openClient({ protocol })
    expect(await outcome(client.call('CLIENT', 'REPLY', 'OFF', 'extra'))).toMatchObject({
      error: { name: 'RedisError' },
    })
    expect(await outcome(client.call('CLIENT', 'REPLY', 'PERHAPS'))).toMatchObject({ error: { name: 'RedisError' } })
    expect(await outcome(client.call('CLIENT', 'REPLY'))).toMatchObject({ error: { name: 'RedisError' } })
    expect(await client.call('ECHO', 'heard')).toBe('heard')
  })

  it('OFF lets acknowledgements and messages through, and stays', async () => {
    const client = await openClient({ protocol })
    const deaf = client.duplicate()
    const heard: string[] = []
    await deaf.call('CLIENT', 'REPLY', 'OFF')
    expect(await outcome(deaf.call('UNSUBSCRIBE'))).not.toBe('pending')
    expect(await outcome(deaf.call('SET', 'k', 'v'))).toEqual({ value: undefined })
    const messages = await deaf.subscribe('c', ({ message }) => heard.push(message))
    expect(await outcome(deaf.call('PING'))).toEqual({ value: undefined })
    await client.call('PUBLISH', 'c', 'heard all the same')
    await turn()
    expect(heard).toEqual(['heard all the same'])
    await messages.unsubscribe()
    expect(await outcome(deaf.call('CLIENT', 'REPLY', 'ON'))).toEqual({ value: 'OK' })
    expect(await deaf.call('GET', 'k')).toBe('v')
  })

  it('SKIP before a call that waits skips the reply of that one', async () => {
    const client = await openClient({ protocol })
    const deaf = client.duplicate()
    await deaf.call('CLIENT', 'REPLY', 'SKIP')
    const calls = Promise.all([deaf.call('BLPOP', 'k', 0), deaf.call('ECHO', 'a')])
    await turn()
    const later = deaf.call('ECHO', 'b')
    await client.call('RPUSH', 'k', 'v')
    expect(await outcome(calls)).toEqual({ value: [undefined, 'a'] })
    expect(await outcome(later)).toEqual({ value: 'b' })
    expect(await client.call('LLEN', 'k')).toBe(0)
  })

  it('OFF is left by RESET', async () => {
    const client = await openClient({ protocol })
    await client.call('CLIENT', 'REPLY', 'OFF')
    expect(await outcome(client.call('RESET'))).not.toBe('pending')
    expect(await client.call('ECHO', 'heard')).toBe('heard')
  })

  it('OFF leaves nothing pending when a call waits, or the client is closed', async () => {
    const client = await openClient({ protocol })
    const deaf = client.duplicate()
    await deaf.call('CLIENT', 'REPLY', 'OFF')
    const waiting = deaf.call('BLPOP', 'k', 0)
    await turn()
    await client.call('RPUSH', 'k', 'v')
    expect(await outcome(waiting)).toEqual({ value: undefined })
    expect(await client.call('LLEN', 'k')).toBe(0)
    await deaf.close()
    await expect(deaf.call('PING')).rejects.toMatchObject({ code: 'CLIENT_CLOSED' })
  })
})
