import { describe, expect, it } from 'vitest'
import type { Message } from '../../../src/index.ts'
import { openClient, openEngine } from '../open.ts'
import { turn } from '../outcome.ts'

/** The next `count` messages. */
async function take<Bulk>(messages: AsyncIterable<Message<Bulk>>, count: number): Promise<Message<Bulk>[]> {
  const taken: Message<Bulk>[] = []
  for await (const message of messages) {
    taken.push(message)
    if (taken.length === count) break
  }
  return taken
}

describe.each([3, 2] as const)('in RESP%i', (protocol) => {
  it('messages of channels come in their order, whoever publishes', async () => {
    const engine = await openEngine()
    const subscriber = engine.connect({ protocol })
    const messages = await subscriber.subscribe('news', 'weather')
    const publisher = engine.connect()
    expect(await publisher.call('PUBLISH', 'news', 'one')).toBe(1)
    expect(await engine.connect().call('PUBLISH', 'weather', 'two')).toBe(1)
    expect(await publisher.call('PUBLISH', 'sports', 'nobody listens')).toBe(0)
    await publisher.call('PUBLISH', 'news', 'three')
    expect(await take(messages, 3)).toEqual([
      { channel: 'news', message: 'one' },
      { channel: 'weather', message: 'two' },
      { channel: 'news', message: 'three' },
    ])
  })

  it('patterns name the channel and the pattern that it matched', async () => {
    const client = await openClient({ protocol })
    const messages = await client.psubscribe('news.*', '*.eu')
    await client.duplicate().call('PUBLISH', 'news.eu', 'x')
    const taken = await take(messages, 2)
    expect(taken.sort((a, b) => String(a.pattern).localeCompare(String(b.pattern)))).toEqual([
      { channel: 'news.eu', pattern: '*.eu', message: 'x' },
      { channel: 'news.eu', pattern: 'news.*', message: 'x' },
    ])
  })

  it('many receivers, of both protocols, get every message whole: no bytes, all bytes, more than an output buffer', async () => {
    const engine = await openEngine()
    const receivers = Array.from({ length: 9 }, (_, i) => engine.connect({ protocol: i % 3 === 0 ? protocol : 3 }))
    const channel = 'каналы/№1'
    const heard = await Promise.all(receivers.map((one) => one.binary.subscribe(channel)))
    const sharded = await Promise.all(receivers.map((one) => one.binary.ssubscribe(channel)))
    const texts = ['', Uint8Array.from({ length: 256 }, (_, i) => i), 'x'.repeat(1200), 'y'.repeat(20_000), '17']
    const expected = texts.map((text) => ({ channel, message: new Uint8Array(Buffer.from(text)) }))
    for (const text of texts) {
      expect(await engine.connect().call('PUBLISH', channel, text)).toBe(9)
      expect(await engine.connect().call('SPUBLISH', channel, text)).toBe(9)
    }
    for (const messages of [...heard, ...sharded]) expect(await take(messages, texts.length)).toEqual(expected)
    receivers[0].callSync('PING')
  })

  it('shard channels are apart from channels of the same name', async () => {
    const client = await openClient({ protocol })
    const shard = await client.ssubscribe('c')
    const plain = await client.duplicate().subscribe('c')
    const publisher = client.duplicate()
    expect(await publisher.call('SPUBLISH', 'c', 'sharded')).toBe(1)
    expect(await publisher.call('PUBLISH', 'c', 'plain')).toBe(1)
    expect(await take(shard, 1)).toEqual([{ channel: 'c', message: 'sharded' }])
    expect(await take(plain, 1)).toEqual([{ channel: 'c', message: 'plain' }])
  })

  it('keyspace events tell what happened to keys, their expiry too', async () => {
    const client = await openClient({ protocol, config: { 'notify-keyspace-events': 'KEA' } })
    const keys = await client.psubscribe('__keyspace@0__:*')
    const events = await client.duplicate().subscribe('__keyevent@0__:expired')
    const writer = client.duplicate()
    await writer.call('SET', 'k', 'v', 'PX', 30)
    await writer.call('LPUSH', 'l', 'x')
    expect(await take(keys, 3)).toMatchObject([
      { message: 'set' },
      { message: 'expire' },
      { channel: '__keyspace@0__:l' },
    ])
    expect(await take(events, 1)).toEqual([{ channel: '__keyevent@0__:expired', message: 'k' }])
  })

  it('bytes come as bytes for client.binary', async () => {
    const client = await openClient({ protocol })
    const bytes = new Uint8Array([0, 255, 13, 10, 128, 36])
    const binary = await client.binary.subscribe('c')
    const text = await client.subscribe('c')
    await client.duplicate().call('PUBLISH', 'c', bytes)
    expect(await take(binary, 1)).toEqual([{ channel: 'c', message: bytes }])
    expect(await take(text, 1)).toEqual([{ channel: 'c', message: '\0\ufffd\r\n\ufffd$' }])
  })

  it('a listener is called with each message, after the call that brought it', async () => {
    const client = await openClient({ protocol })
    const heard: Message[] = []
    await client.subscribe('a', 'b', (message) => heard.push(message))
    const publisher = client.duplicate()
    publisher.callSync('PUBLISH', 'a', '1')
    expect(heard).toEqual([])
    publisher.callSync('PUBLISH', 'b', '2')
    await turn()
    expect(heard).toEqual([
      { channel: 'a', message: '1' },
      { channel: 'b', message: '2' },
    ])
  })

  it('messages wait for their loop, and are not lost between two', async () => {
    const client = await openClient({ protocol })
    const messages = await client.subscribe('c')
    const publisher = client.duplicate()
    for (let i = 0; i < 1000; i++) publisher.callSync('PUBLISH', 'c', i)
    const first = await messages.next()
    expect(first.value.message).toBe('0')
    for (let i = 1000; i < 2000; i++) publisher.callSync('PUBLISH', 'c', i)
    const rest = await take(messages, 1999)
    expect(rest.map(({ message }) => Number(message))).toEqual(Array.from({ length: 1999 }, (_, i) => i + 1))
  })

  it('two subscriptions to one channel both get its messages; the channel is left with the last of them', async () => {
    const client = await openClient({ protocol })
    const publisher = client.duplicate()
    const one = await client.subscribe('c', 'd')
    const two = await client.subscribe('c')
    await publisher.call('PUBLISH', 'c', 'x')
    expect((await one.next()).value).toEqual({ channel: 'c', message: 'x' })
    expect((await two.next()).value).toEqual({ channel: 'c', message: 'x' })
    await one.unsubscribe()
    expect(await publisher.call('PUBSUB', 'NUMSUB', 'c', 'd')).toEqual(['c', 1, 'd', 0])
    await two.unsubscribe()
    expect(await publisher.call('PUBSUB', 'CHANNELS')).toEqual([])
  })

  it('a channel, a pattern and a shard channel of one name are left one by one', async () => {
    const client = await openClient({ protocol })
    const publisher = client.duplicate()
    const subscriptions = [await client.subscribe('c'), await client.psubscribe('c'), await client.ssubscribe('c')]
    const count = () => Promise.all([publisher.call('PUBLISH', 'c', 'x'), publisher.call('SPUBLISH', 'c', 'x')])
    expect(await count()).toEqual([2, 1])
    await subscriptions[0].unsubscribe()
    expect(await count()).toEqual([1, 1])
    await subscriptions[2].unsubscribe()
    expect(await count()).toEqual([1, 0])
    await subscriptions[1].unsubscribe()
    expect(await count()).toEqual([0, 0])
  })

  it('break leaves the loop and the channel', async () => {
    const client = await openClient({ protocol })
    const publisher = client.duplicate()
    const messages = await client.subscribe('c')
    await publisher.call('PUBLISH', 'c', 'x')
    for await (const { message } of messages) {
      expect(message).toBe('x')
      break
    }
    expect(await publisher.call('PUBLISH', 'c', 'y')).toBe(0)
    expect(await messages.next()).toEqual({ value: undefined, done: true })
    expect(await client.call('ECHO', 'an ordinary call again')).toBe('an ordinary call again')
  })

  it('the loop ends with its client, with its engine, and with unsubscribe', async () => {
    const engine = await openEngine()
    const endings = [
      async (client: Awaited<ReturnType<typeof openClient>>) => client.close(),
      async (client: Awaited<ReturnType<typeof openClient>>) => void (await client.call('QUIT')),
      async () => engine.close(),
    ]
    for (const end of endings) {
      const client = engine.connect({ protocol })
      const loop = take(await client.subscribe('c'), 99)
      await turn()
      await end(client)
      expect(await loop).toEqual([])
    }
  })

  it('RESET ends it, and the connection speaks its protocol again', async () => {
    const client = await openClient({ protocol })
    const loop = take(await client.subscribe('c'), 1)
    await turn()
    expect(await client.call('RESET')).toBe('RESET')
    expect(await loop).toEqual([])
    await client.call('HSET', 'h', 'f', 'v')
    expect(await client.call('HGETALL', 'h')).toEqual(protocol === 3 ? { f: 'v' } : ['f', 'v'])
  })
})

describe('a subscribed connection', () => {
  it('of RESP3 goes on with calls, sync ones too, and may publish to itself', async () => {
    const client = await openClient()
    const messages = await client.subscribe('c')
    expect(client.callSync('PUBLISH', 'c', 'to myself')).toBe(1)
    expect(await client.call('PUBLISH', 'c', 'again')).toBe(1)
    expect(
      await client.pipeline([
        ['SET', 'k', 'v'],
        ['PUBLISH', 'c', 'third'],
        ['GET', 'k'],
      ]),
    ).toEqual(['OK', 1, 'v'])
    expect((await take(messages, 3)).map(({ message }) => message)).toEqual(['to myself', 'again', 'third'])
  })

  it('of RESP3 has a message to itself right behind the reply, before the next one', async () => {
    const client = await openClient()
    const order: string[] = []
    await client.subscribe('c', ({ message }) => order.push(message))
    await Promise.all([
      client.call('PUBLISH', 'c', 'message').then(() => order.push('reply')),
      client.call('PING').then(() => order.push('PONG')),
    ])
    await turn()
    expect(order).toEqual(['reply', 'message', 'PONG'])
  })

  it('of RESP2 takes nothing but subscriptions, PING, RESET and QUIT', async () => {
    const client = await openClient({ protocol: 2 })
    const messages = await client.subscribe('c')
    await expect(client.call('GET', 'k')).rejects.toThrow(/Can't execute 'get': only .* allowed in this context/)
    expect(() => client.callSync('GET', 'k')).toThrow(/Can't execute 'get'/)
    expect(await client.call('PING')).toEqual(['pong', ''])
    expect(client.callSync('PING')).toEqual(['pong', ''])
    await client.duplicate().call('PUBLISH', 'c', 'x')
    expect(await take(messages, 1)).toEqual([{ channel: 'c', message: 'x' }])
    expect(await client.call('GET', 'k')).toBeNull()
  })

  it('keeps what looks like a message apart from messages', async () => {
    for (const protocol of [2, 3] as const) {
      const client = await openClient({ protocol })
      const subscriber = client.duplicate()
      const heard: Message[] = []
      await subscriber.subscribe('c', (message) => heard.push(message))
      await client.call('RPUSH', 'l', 'message', 'c', 'forged')
      expect(await client.call('LRANGE', 'l', 0, -1)).toEqual(['message', 'c', 'forged'])
      if (protocol === 3) expect(await subscriber.call('LRANGE', 'l', 0, -1)).toEqual(['message', 'c', 'forged'])
      await turn()
      expect(heard).toEqual([])
    }
  })
})
