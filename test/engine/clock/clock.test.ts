import { describe, expect, it, vi } from 'vitest'
import { createClient, createEngine, EngineClosedError } from '../../../src/index.ts'
import { openClient } from '../open.ts'
import { openManual } from './open.ts'

const day = 24 * 60 * 60 * 1000

describe('a manual clock', () => {
  it('begins at the time of the system, and stands', async () => {
    const { clock, client } = await openManual()
    expect(Math.abs(clock.now - Date.now())).toBeLessThan(5000)
    const [seconds, micros] = await client.call<[string, string]>('TIME')
    expect(Number(seconds) * 1000 + Number(micros) / 1000).toBe(clock.now)
    expect(await client.call('TIME')).toEqual([seconds, micros])
    expect([clock.manual, clock.frozen]).toEqual([true, true])
  })

  it('is exact: what lives for a second is there 999 ms later, and gone after one more', async () => {
    const { clock, client } = await openManual()
    await client.set('k', 'v', 'PX', 1000)
    await client.call('HSET', 'h', 'f', 'v')
    await client.call('HPEXPIRE', 'h', 1000, 'FIELDS', 1, 'f')
    const waiting = vi.fn()
    client.duplicate().call('BLPOP', 'nothing', 1).then(waiting)
    await clock.advance(999)
    expect([await client.call('PTTL', 'k'), await client.get('k'), await client.hget('h', 'f')]).toEqual([1, 'v', 'v'])
    expect(waiting).not.toHaveBeenCalled()
    await clock.advance(1)
    expect([await client.get('k'), await client.hget('h', 'f')]).toEqual([null, null])
    expect(waiting).toHaveBeenCalledWith(null)
  })

  it('goes through every moment on its way: those who are told of something see the time at which it came', async () => {
    const { clock, client } = await openManual({ 'notify-keyspace-events': 'Ex' })
    const start = clock.now
    const heard: [string, number][] = []
    await client
      .duplicate()
      .subscribe('__keyevent@0__:expired', ({ message }) => heard.push([message, clock.now - start]))
    await client.set('c', 1, 'PX', 30 * day)
    await client.set('b', 1, 'PX', 2)
    await client.set('a', 1, 'PX', 1)
    await client.set('d', 1, 'PX', 31 * day)
    await clock.advance(30 * day)
    expect(heard).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 30 * day],
    ])
    expect(clock.now - start).toBe(30 * day)
  })

  it('lets clients act on the way: what a message brings about is done at its time', async () => {
    const { engine, clock, client } = await openManual({ 'notify-keyspace-events': 'Ex' })
    const other = engine.connect()
    await client.duplicate().subscribe('__keyevent@0__:expired', async () => {
      if ((await other.incr('renewals')) < 5) await other.set('lease', 1, 'PX', 100)
    })
    await client.set('lease', 1, 'PX', 100)
    await clock.advance(450)
    expect(await client.get('renewals')).toBe('4')
    await clock.advance(50)
    expect(await client.get('renewals')).toBe('5')
  })

  it('first lets run what was called before', async () => {
    const { clock, client } = await openManual()
    const set = client.set('k', 'v', 'PX', 100)
    const passed = clock.advance(100)
    expect(await set).toBe('OK')
    await passed
    expect(await client.get('k')).toBeNull()
  })

  it('advances step by step when it is told so several times', async () => {
    const { clock, client } = await openManual()
    const start = clock.now
    await client.set('k', 'v', 'PX', 250)
    await Promise.all([clock.advance(100), clock.advance(100), clock.advance(100)])
    expect(clock.now - start).toBe(300)
    expect(await client.get('k')).toBeNull()
  })

  it('knows fractions of a millisecond', async () => {
    const { clock } = await openManual()
    const start = clock.now
    for (let i = 0; i < 10; i++) await clock.advance(0.1)
    expect(clock.now - start).toBeCloseTo(1, 3)
  })

  it('is as exact for a hash with very many fields that expire', async () => {
    const { clock, client } = await openManual({ 'notify-keyspace-events': 'Ex' })
    const heard: string[] = []
    await client
      .duplicate()
      .psubscribe('__keyevent@0__:*', ({ channel, message }) => heard.push(`${channel} ${message}`))
    const fields = Array.from({ length: 2000 }, (_, i) => `f${i}`)
    await client.hset('h', ...fields.flatMap((field) => [field, 1]))
    await client.call('HPEXPIRE', 'h', 1000, 'FIELDS', 1500, ...fields.slice(0, 1500))
    await client.call('HPEXPIRE', 'h', 1001, 'FIELDS', 500, ...fields.slice(1500))
    await clock.advance(999)
    expect(await client.hlen('h')).toBe(2000)
    await clock.advance(1)
    expect([await client.hlen('h'), Object.keys(await client.hgetall('h')).length]).toEqual([500, 500])
    await clock.advance(1)
    expect([await client.exists('h'), await client.dbsize()]).toEqual([0, 0])
    expect(new Set(heard)).toEqual(new Set(['__keyevent@0__:hexpired h']))
    expect(await client.call('INFO', 'stats')).toContain('expired_fields:2000')
  })

  it.each([
    ['BLPOP', 'nothing', 9e14],
    ['CLIENT', 'PAUSE', '9000000000000000000', 'WRITE'],
  ])('is not confused by times beyond all bounds: %s %s %s', async (...command) => {
    const { clock, client } = await openManual()
    const [waiting, other] = [client.duplicate(), client.duplicate()]
    const replies: unknown[] = []
    waiting.call(...(command as unknown as [string])).then(
      (reply) => replies.push(reply),
      () => {},
    )
    const popped = other.call('XREAD', 'BLOCK', 1000, 'STREAMS', 'empty', '$')
    await clock.advance(40_000)
    expect(await popped).toBeNull()
    expect(replies).toEqual(command[0] === 'BLPOP' ? [] : ['OK'])
  })

  it('expires very many keys in the order of their times', async () => {
    const { clock, client } = await openManual({ 'notify-keyspace-events': 'Ex' })
    const heard: number[] = []
    await client.duplicate().subscribe('__keyevent@0__:expired', ({ message }) => heard.push(Number(message)))
    const count = 3000
    await client.pipeline(
      Array.from({ length: count }, (_, i) => ['SET', (i * 7) % count, 1, 'PX', 1 + ((i * 7) % count)]),
    )
    await clock.advance(count)
    expect(heard).toEqual(Array.from({ length: count }, (_, i) => i))
  })

  it('does not expire by itself what DEBUG has told to stay', async () => {
    const { clock, client } = await openManual({ 'enable-debug-command': 'yes' })
    await client.call('DEBUG', 'SET-ACTIVE-EXPIRE', 0)
    await client.set('k', 'v', 'PX', 100)
    await clock.advance(1000)
    expect(await client.dbsize()).toBe(1)
    expect(await client.get('k')).toBeNull()
  })

  it('frees in the background although no time passes', async () => {
    const { client } = await openManual()
    const pending = async () => /lazyfree_pending_objects:(\d+)/.exec(await client.call('INFO', 'memory'))?.[1]
    await client.pipeline(Array.from({ length: 20_000 }, (_, i) => ['SADD', 'big', `member:${i}`]))
    await client.call('UNLINK', 'big')
    await vi.waitFor(async () => expect(await pending()).toBe('0'))
  })

  it('is not touched by fake timers, and needs none', async () => {
    vi.useFakeTimers()
    try {
      const { clock, client } = await openManual()
      const popped = client.duplicate().call('BLPOP', 'nothing', 60)
      await clock.advance(60_000)
      expect(await popped).toBeNull()
    } finally {
      vi.useRealTimers()
    }
  })

  it('rejects when the engine is closed on the way', async () => {
    const { engine, clock, client } = await openManual({ 'notify-keyspace-events': 'Ex' })
    await client.duplicate().subscribe('__keyevent@0__:expired', () => void engine.close())
    await client.set('k', 1, 'PX', 10)
    await expect(clock.advance(1000)).rejects.toThrow(EngineClosedError)
  })
})

describe('set', () => {
  it('to a later time is as advance', async () => {
    const { clock, client } = await openManual()
    await clock.set(new Date('2040-01-01T00:00:00Z'))
    expect(await client.call('TIME')).toEqual([String(Date.UTC(2040, 0, 1) / 1000), '0'])
    await client.set('k', 'v', 'EX', 3600)
    await clock.set(Date.UTC(2040, 0, 1, 1))
    expect(await client.get('k')).toBeNull()
  })

  it('to an earlier time leaves what is due at a time to that time', async () => {
    const { clock, client } = await openManual()
    const start = clock.now
    await client.set('k', 'v', 'EX', 60)
    const id = await client.call<string>('XADD', 's', '*', 'f', 'v')
    await clock.set(start - 3600_000)
    expect(await client.ttl('k')).toBe(3660)
    const later = await client.call<string>('XADD', 's', '*', 'f', 'v')
    expect(later.split('-')).toEqual([id.split('-')[0], '1'])
    await clock.advance(3_660_000)
    expect(await client.get('k')).toBeNull()
  })
})

describe('resume and freeze', () => {
  it('let it run with real time from where it stands, and stop it', async () => {
    const { clock, client } = await openManual()
    await clock.set(Date.UTC(2050, 0, 1))
    clock.resume()
    expect(clock.frozen).toBe(false)
    expect(await client.call('BLPOP', 'nothing', 0.03)).toBeNull()
    clock.freeze()
    const stopped = clock.now - Date.UTC(2050, 0, 1)
    expect(stopped).toBeGreaterThanOrEqual(30)
    expect(stopped).toBeLessThan(10_000)
    const time = await client.call('TIME')
    await new Promise((resolve) => setImmediate(resolve))
    expect(await client.call('TIME')).toEqual(time)
  })

  it('leave a clock that runs running when it is turned', async () => {
    const { clock, client } = await openManual()
    clock.resume()
    await client.set('k', 'v', 'EX', 3600)
    await clock.advance(3600_000)
    expect([await client.get('k'), clock.frozen]).toEqual([null, false])
  })
})

describe('mistakes', () => {
  it('a clock whose engine is closed cannot be turned', async () => {
    const { engine, clock } = await openManual()
    await engine.close()
    await expect(clock.advance(1)).rejects.toThrow(EngineClosedError)
    await expect(clock.set(clock.now + 1)).rejects.toThrow(EngineClosedError)
  })

  it('the clock of the system cannot be turned', async () => {
    const { clock } = (await openClient()).engine
    expect(Math.abs(clock.now - Date.now())).toBeLessThan(50)
    expect([clock.manual, clock.frozen]).toEqual([false, false])
    const hint = /turns a manual clock.*open the engine with clock: 'manual'/
    await expect(clock.advance(1)).rejects.toThrow(hint)
    await expect(clock.set(0)).rejects.toThrow(hint)
    expect(() => clock.freeze()).toThrow(hint)
    expect(() => clock.resume()).toThrow(hint)
  })

  it.each([-1, Number.NaN, Infinity, '5'])('advance(%s) says what it takes', async (ms) => {
    const { clock } = await openManual()
    await expect(clock.advance(ms as number)).rejects.toThrow(`cannot advance by ${ms}; it takes milliseconds`)
  })

  it.each([-1, new Date(Number.NaN), '2030-01-01'])('set(%s) says what it takes', async (time) => {
    const { clock } = await openManual()
    await expect(clock.set(time as Date)).rejects.toThrow('it takes a Date, or milliseconds since 1970')
  })

  it('options say what they take', async () => {
    await expect(createEngine({ clock: 'fake' as 'manual' })).rejects.toThrow(
      `option clock is "fake"; it must be 'system' or 'manual'`,
    )
    await expect(createClient({ random: -1 })).rejects.toThrow(
      'option random is -1; it must be a whole number, 0 or more',
    )
  })
})
