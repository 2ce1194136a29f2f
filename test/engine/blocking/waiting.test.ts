import { describe, expect, it } from 'vitest'
import { connectionCount, openClient, openEngine } from '../open.ts'
import { duration, median, outcome, turn } from '../outcome.ts'

describe('a timeout', () => {
  it('of BLPOP k 0.1 comes after 100 to 115 ms, with null', async () => {
    const client = await openClient()
    const times: number[] = []
    for (let i = 0; i < 9; i++) {
      times.push(await duration(async () => expect(await client.call('BLPOP', 'k', 0.1)).toBeNull()))
    }
    expect(median(times)).toBeGreaterThanOrEqual(100)
    expect(median(times)).toBeLessThanOrEqual(115)
  })

  it.each([
    [['BLPOP', 'k', 0.05], null],
    [['BRPOP', 'k', 0.05], null],
    [['BLMOVE', 'k', 'l', 'LEFT', 'RIGHT', 0.05], null],
    [['BRPOPLPUSH', 'k', 'l', 0.05], null],
    [['BLMPOP', 0.05, 1, 'k', 'LEFT'], null],
    [['BZPOPMIN', 'k', 0.05], null],
    [['BZPOPMAX', 'k', 0.05], null],
    [['BZMPOP', 0.05, 1, 'k', 'MIN'], null],
    [['XREAD', 'BLOCK', 50, 'STREAMS', 's', '$'], null],
    [['XREADGROUP', 'GROUP', 'g', 'me', 'BLOCK', 50, 'STREAMS', 's', '>'], null],
    [['WAIT', 1, 50], 0],
  ] as const)('%j', async (args, expected) => {
    for (const protocol of [2, 3] as const) {
      const client = await openClient({ protocol })
      await client.call('XGROUP', 'CREATE', 's', 'g', '$', 'MKSTREAM')
      const times: number[] = []
      for (let i = 0; i < 3; i++) {
        times.push(await duration(async () => expect(await client.call(...args)).toBe(expected)))
      }
      expect(median(times)).toBeGreaterThanOrEqual(50)
      expect(median(times)).toBeLessThan(80)
    }
  })

  it('of several connections comes to each at its own time', async () => {
    const client = await openClient()
    const order: number[] = []
    const waits = [0.09, 0.03, 0.06].map(async (seconds) => {
      await client.duplicate().call('BLPOP', 'k', seconds)
      order.push(seconds)
    })
    await Promise.all(waits)
    expect(order).toEqual([0.03, 0.06, 0.09])
  })

  it('is not put off by calls that keep the engine busy', async () => {
    const client = await openClient()
    const other = client.duplicate()
    let answered = false
    const waiting = client.call('BLPOP', 'k', 0.05).then(() => {
      answered = true
    })
    const time = await duration(async () => {
      while (!answered) await other.pipeline(Array.from({ length: 50 }, (_, i) => ['SET', i, i]))
      await waiting
    })
    expect(time).toBeLessThan(200)
  })

  it('is over in time for a connection that is busy with callSync: what is pushed after it is not taken', async () => {
    const client = await openClient()
    const waiting = client.duplicate().call('BLPOP', 'k', 0.03)
    await turn()
    const start = performance.now()
    while (performance.now() - start < 60) client.callSync('PING')
    client.callSync('RPUSH', 'k', 'too late')
    expect(await waiting).toBeNull()
    expect(client.callSync('LRANGE', 'k', 0, -1)).toEqual(['too late'])
  })
})

describe('a push from another connection', () => {
  it('wakes BLPOP in under 1 ms', async () => {
    const client = await openClient()
    const other = client.duplicate()
    const times: number[] = []
    for (let i = 0; i < 21; i++) {
      const woken = client.call('BLPOP', 'k', 0).then((reply) => {
        expect(reply).toEqual(['k', String(i)])
        return performance.now()
      })
      await turn()
      const start = performance.now()
      other.callSync('RPUSH', 'k', i)
      times.push((await woken) - start)
    }
    expect(median(times)).toBeLessThan(1)
  })

  it('serves those who wait in their order, one element each', async () => {
    const client = await openClient()
    const waits = Array.from({ length: 5 }, () => client.duplicate().call('BLPOP', 'k', 0))
    await turn()
    await client.call('RPUSH', 'k', 'first', 'second', 'third')
    expect(await Promise.all(waits.slice(0, 3))).toEqual([
      ['k', 'first'],
      ['k', 'second'],
      ['k', 'third'],
    ])
    await client.call('RPUSH', 'k', 'fourth')
    expect(await waits[3]).toEqual(['k', 'fourth'])
    expect(await outcome(waits[4], 0.02)).toBe('pending')
    waits[4].catch(() => undefined) // it ends with its engine
  })

  it('goes through a chain of BLMOVE', async () => {
    const client = await openClient()
    const last = client.duplicate().call('BLPOP', 'c', 0)
    const second = client.duplicate().call('BLMOVE', 'b', 'c', 'LEFT', 'LEFT', 0)
    const first = client.duplicate().call('BLMOVE', 'a', 'b', 'LEFT', 'LEFT', 0)
    await client.call('RPUSH', 'a', 'x')
    expect(await Promise.all([first, second, last])).toEqual(['x', 'x', ['c', 'x']])
  })

  it('inside MULTI, or a script, wakes after it', async () => {
    const client = await openClient()
    const waiting = client.duplicate().call('BLPOP', 'k', 0)
    expect(await client.multi().rpush('k', 'gone', 'kept').lpop('k').exec()).toEqual([2, 'gone'])
    expect(await waiting).toEqual(['k', 'kept'])
    const next = client.duplicate().call('BZPOPMIN', 'z', 0)
    await client.call('EVAL', "redis.call('ZADD', 'z', 5, 'a', 1, 'b')", 0)
    expect(await next).toEqual(['z', 'b', 1])
  })

  it('wakes readers of a stream', async () => {
    const client = await openClient()
    await client.call('XGROUP', 'CREATE', 's', 'g', '$', 'MKSTREAM')
    const reader = client.duplicate().call('XREAD', 'BLOCK', 0, 'STREAMS', 's', '$')
    const member = client.duplicate().call('XREADGROUP', 'GROUP', 'g', 'me', 'BLOCK', 0, 'STREAMS', 's', '>')
    await turn()
    await client.call('XADD', 's', '1-1', 'f', 'v')
    expect(await reader).toEqual({ s: [['1-1', ['f', 'v']]] })
    expect(await member).toEqual({ s: [['1-1', ['f', 'v']]] })
  })

  it('wakes with an error when what it waits on has gone', async () => {
    const client = await openClient()
    await client.call('XGROUP', 'CREATE', 's', 'g', '$', 'MKSTREAM')
    const waiting = client.duplicate().call('XREADGROUP', 'GROUP', 'g', 'me', 'BLOCK', 0, 'STREAMS', 's', '>')
    await turn()
    await client.call('XGROUP', 'DESTROY', 's', 'g')
    await expect(waiting).rejects.toMatchObject({ code: 'NOGROUP', command: 'XREADGROUP' })
  })
})

describe('while a call waits', () => {
  it('those behind it on the same connection wait too, and are answered in order', async () => {
    const client = await openClient()
    const replies = Promise.all([
      client.call('BLPOP', 'k', 0),
      client.call('ECHO', 'a'),
      client.pipeline([['ECHO', 'b']]),
    ])
    expect(await outcome(replies, 0.02)).toBe('pending')
    client.duplicate().callSync('RPUSH', 'k', 'v')
    expect(await replies).toEqual([['k', 'v'], 'a', ['b']])
  })

  it('those behind it keep their arguments as they were when the call was made', async () => {
    const client = await openClient()
    const waiting = client.call('BLPOP', 'k', 0)
    await turn()
    const bytes = new Uint8Array([1, 2, 3])
    const [call, pipeline] = [client.binary.call('ECHO', bytes), client.binary.pipeline([['ECHO', bytes]])]
    bytes.fill(0)
    await client.duplicate().call('RPUSH', 'k', 'v')
    expect(await waiting).toEqual(['k', 'v'])
    expect(await call).toEqual(new Uint8Array([1, 2, 3]))
    expect(await pipeline).toEqual([new Uint8Array([1, 2, 3])])
  })

  it('other connections go on', async () => {
    const client = await openClient()
    const waiting = client.duplicate().call('BLPOP', 'k', 0.2)
    expect(client.callSync('PING')).toBe('PONG')
    expect(await client.call('PING')).toBe('PONG')
    expect(await waiting).toBeNull()
  })

  it('CLIENT UNBLOCK ends it as its timeout would, or with an error', async () => {
    const client = await openClient()
    const waiter = client.duplicate()
    const id = await waiter.call<number>('CLIENT', 'ID')
    const first = waiter.call('BLPOP', 'k', 0)
    await turn()
    expect(await client.call('CLIENT', 'UNBLOCK', id)).toBe(1)
    expect(await first).toBeNull()
    const second = waiter.call('BLPOP', 'k', 0)
    await turn()
    expect(await client.call('CLIENT', 'UNBLOCK', id, 'ERROR')).toBe(1)
    await expect(second).rejects.toMatchObject({ code: 'UNBLOCKED', command: 'BLPOP' })
    expect(await client.call('CLIENT', 'UNBLOCK', id)).toBe(0)
  })

  it('close() rejects it and those behind it', async () => {
    const client = await openClient()
    const waiter = client.duplicate()
    const calls: Promise<unknown>[] = [waiter.call('BLPOP', 'k', 0), waiter.call('GET', 'k')]
    for (const call of calls) call.catch(() => undefined)
    await turn()
    calls.push(waiter.call('ECHO', 'x'), waiter.pipeline([['STRLEN', 'k']]))
    const settled = Promise.allSettled(calls)
    await waiter.close()
    expect(await settled).toMatchObject([
      { reason: { code: 'CLIENT_CLOSED', message: expect.stringMatching(/^BLPOP was not answered/) } },
      { reason: { code: 'CLIENT_CLOSED', message: expect.stringMatching(/^GET was not answered/) } },
      { reason: { code: 'CLIENT_CLOSED', message: expect.stringMatching(/^ECHO was not answered/) } },
      { reason: { code: 'CLIENT_CLOSED', message: expect.stringMatching(/^STRLEN was not answered/) } },
    ])
    expect(connectionCount(client)).toBe(1)
    await client.call('RPUSH', 'k', 'nobody takes it')
    expect(await client.call('LLEN', 'k')).toBe(1)
  })

  it('closing the engine rejects it', async () => {
    const engine = await openEngine()
    const waiting = engine.connect().call('BLPOP', 'k', 0)
    await turn()
    await engine.close()
    await expect(waiting).rejects.toMatchObject({ code: 'ENGINE_CLOSED' })
  })
})

it('commands do not wait inside MULTI and scripts', async () => {
  const client = await openClient()
  const result = await client.multi().blpop('k', 0).xread('BLOCK', 0, 'STREAMS', 's', '$').wait(1, 0).exec()
  expect(result).toEqual([null, null, 0])
  expect(await client.call('EVAL', "return redis.call('BLPOP', 'k', 0)", 0)).toBeNull()
})
