import { describe, expect, it } from 'vitest'
import { openClient } from '../open.ts'
import { outcome, turn } from '../outcome.ts'

describe('subscribe', () => {
  it('is refused by its ACL, by an empty list and by what is no string', async () => {
    const client = await openClient()
    await client.call('ACL', 'SETUSER', 'alice', 'on', '>x', '+@all', '&open')
    const alice = client.engine.connect({ username: 'alice', password: 'x' })
    await expect(alice.subscribe('open', 'secret', 'other')).rejects.toMatchObject({
      code: 'NOPERM',
      command: 'SUBSCRIBE',
    })
    expect(await alice.call('PING')).toBe('PONG')
    expect((await alice.subscribe('open')).channels).toEqual(['open'])
    await expect(client.subscribe()).rejects.toThrow(/subscribe needs the name of at least one channel/)
    await expect(client.subscribe(...(['a', 5] as string[]))).rejects.toThrow(/argument 2 of subscribe is not a string/)
  })

  it('by call is answered with one acknowledgement for each channel', async () => {
    for (const protocol of [2, 3] as const) {
      const client = await openClient({ protocol })
      expect(await client.call('SUBSCRIBE', 'a')).toEqual(['subscribe', 'a', 1])
      expect(await client.call('PSUBSCRIBE', 'b', 'c')).toEqual([
        ['psubscribe', 'b', 2],
        ['psubscribe', 'c', 3],
      ])
      expect(await client.call('UNSUBSCRIBE')).toEqual(['unsubscribe', 'a', 2])
      expect(await client.call('UNSUBSCRIBE')).toEqual(['unsubscribe', null, 2])
      expect(await client.call('PUNSUBSCRIBE')).toHaveLength(2)
      expect(await client.call('PING')).toBe('PONG')
    }
  })

  it('and UNSUBSCRIBE without channels in one turn are answered for what is subscribed by then', async () => {
    for (const protocol of [2, 3] as const) {
      const client = await openClient({ protocol })
      await client.call('SUBSCRIBE', 'a', 'b')
      const twice = [
        client.call('UNSUBSCRIBE'),
        client.call('UNSUBSCRIBE'),
        client.call('ECHO', 'x'),
        client.call('ECHO', 'y'),
      ]
      expect(await outcome(Promise.all(twice))).toMatchObject({
        value: [expect.any(Array), ['unsubscribe', null, 0], 'x', 'y'],
      })
      const both = [client.call('SUBSCRIBE', 'c', 'd', 'e'), client.call('UNSUBSCRIBE'), client.call('ECHO', 'z')]
      expect(await outcome(Promise.all(both))).toMatchObject({ value: [{ length: 3 }, { length: 3 }, 'z'] })
      expect(await client.call('PUBSUB', 'CHANNELS')).toEqual([])
    }
  })

  it('by call gives its messages to onPush', async () => {
    const client = await openClient()
    const pushes: unknown[] = []
    client.onPush = (push) => pushes.push(push)
    await client.call('SUBSCRIBE', 'a')
    await client.call('PUBLISH', 'a', 'x')
    await turn()
    expect(pushes).toEqual([['message', 'a', 'x']])
  })

  it('a listener that throws does not keep the messages behind it from theirs', async () => {
    const client = await openClient()
    const thrown: unknown[] = []
    const others = process.listeners('uncaughtException')
    process.removeAllListeners('uncaughtException')
    process.once('uncaughtException', (error) => thrown.push(error))
    try {
      const mistake = new Error('a mistake in the listener')
      const heard: string[] = []
      await client.subscribe('c', ({ message }) => {
        if (message === '1') throw mistake
        heard.push(message)
      })
      for (const message of [0, 1, 2]) client.callSync('PUBLISH', 'c', message)
      await turn()
      expect(heard).toEqual(['0', '2'])
      expect(thrown).toEqual([mistake])
    } finally {
      for (const other of others) process.on('uncaughtException', other)
    }
  })

  it('in a transaction, and by a client that is closed, leaves nothing pending', async () => {
    const client = await openClient()
    const executed = await outcome(client.pipeline([['MULTI'], ['SUBSCRIBE', 'a'], ['EXEC']]))
    expect(executed).not.toBe('pending')
    await client.close()
    await expect(client.subscribe('a')).rejects.toMatchObject({ code: 'CLIENT_CLOSED' })
  })
})
