import { describe, expect, it } from 'vitest'
import { WouldBlockError } from '../../../src/index.ts'
import { openClient } from '../open.ts'
import { outcome, thrownBy, turn } from '../outcome.ts'

describe('callSync of a command that would have to wait', () => {
  it.each([
    ['BLPOP', 'k', 0],
    ['BRPOP', 'k', 0.1],
    ['BLMOVE', 'k', 'l', 'LEFT', 'LEFT', 0],
    ['BRPOPLPUSH', 'k', 'l', 0],
    ['BLMPOP', 0, 1, 'k', 'LEFT'],
    ['BZPOPMIN', 'z', 0],
    ['BZPOPMAX', 'z', 0],
    ['BZMPOP', 0, 1, 'z', 'MIN'],
    ['XREAD', 'BLOCK', 0, 'STREAMS', 's', '$'],
    ['XREADGROUP', 'GROUP', 'g', 'me', 'BLOCK', 0, 'STREAMS', 's', '>'],
    ['WAIT', 1, 0],
  ] as [string, ...(string | number)[]][])('throws at once and says so: %s', async (...args) => {
    const client = await openClient()
    await client.call('XGROUP', 'CREATE', 's', 'g', '$', 'MKSTREAM')
    const error = thrownBy(() => client.callSync(...args))
    expect(error).toBeInstanceOf(WouldBlockError)
    expect(error?.message).toMatch(new RegExp(`^${args[0]} would have to wait.* use await client.call\\('${args[0]}'`))
    expect(client.callSync('PING')).toBe('PONG')
    expect(await client.call('CLIENT', 'LIST')).not.toMatch(/ flags=[a-zA-Z]*b/)
  })

  it('has executed nothing: what comes later is not taken', async () => {
    const client = await openClient()
    expect(() => client.callSync('BLPOP', 'k', 0)).toThrow(WouldBlockError)
    await client.call('RPUSH', 'k', 'v')
    expect(client.callSync('LRANGE', 'k', 0, -1)).toEqual(['v'])
  })

  it('works where it need not wait', async () => {
    const client = await openClient()
    await client.call('RPUSH', 'k', 'v')
    expect(client.callSync('BLPOP', 'k', 0)).toEqual(['k', 'v'])
    expect(client.callSync('WAIT', 0, 0)).toBe(0)
  })

  it('throws while an earlier call of the connection waits, and leaves that waiting', async () => {
    const client = await openClient()
    const waiting = client.call('BLPOP', 'k', 0)
    expect(() => client.callSync('SET', 'a', 1)).toThrow(/still waits for BLPOP; call on a duplicate\(\)/)
    const other = client.duplicate()
    expect(other.callSync('GET', 'a')).toBeNull()
    other.callSync('RPUSH', 'k', 'v')
    expect(await waiting).toEqual(['k', 'v'])
    expect(client.callSync('SET', 'a', 1)).toBe('OK')
  })

  it('is executed behind what was called before it', async () => {
    const client = await openClient()
    const earlier = client.call('SET', 'k', 'earlier')
    expect(client.callSync('GET', 'k')).toBe('earlier')
    expect(await earlier).toBe('OK')
  })
})

describe('CLIENT PAUSE', () => {
  it('holds calls back until it is over', async () => {
    const client = await openClient()
    await client.call('CLIENT', 'PAUSE', 60, 'ALL')
    const start = performance.now()
    expect(await client.call('SET', 'k', 'v')).toBe('OK')
    expect(performance.now() - start).toBeGreaterThan(55)
    expect(performance.now() - start).toBeLessThan(150)
  })

  it('WRITE lets reads through, until CLIENT UNPAUSE', async () => {
    const client = await openClient()
    const other = client.duplicate()
    await client.call('CLIENT', 'PAUSE', 100_000, 'WRITE')
    const write = other.call('SET', 'k', 'v')
    expect(await client.call('GET', 'k')).toBeNull()
    expect(await client.call('CLIENT', 'UNPAUSE')).toBe('OK')
    expect(await write).toBe('OK')
    expect(await client.call('GET', 'k')).toBe('v')
  })

  it('makes callSync throw, without executing anything later', async () => {
    const client = await openClient()
    await client.call('CLIENT', 'PAUSE', 100_000, 'WRITE')
    expect(() => client.callSync('SET', 'k', 'v')).toThrow(WouldBlockError)
    await client.call('CLIENT', 'UNPAUSE')
    await turn()
    expect(client.callSync('GET', 'k')).toBeNull()
  })

  it('holds a new connection back, too, and its calls are answered in the end', async () => {
    const client = await openClient()
    await client.call('SET', 'k', 'v')
    await client.call('CLIENT', 'PAUSE', 50, 'ALL')
    const late = client.engine.connect({ database: 0, name: 'late' })
    expect(await late.call('GET', 'k')).toBe('v')
    expect(await late.call('CLIENT', 'GETNAME')).toBe('late')
  })

  it('leaves a connection whose callSync threw as it was, whatever the command', async () => {
    const client = await openClient()
    const other = client.duplicate()
    await client.call('CLIENT', 'PAUSE', 50, 'ALL')
    for (const args of [['CLIENT', 'INFO'], ['HELLO', '3'], ['SUBSCRIBE', 'c'], ['PING']] as [string][]) {
      expect(() => other.callSync(...args)).toThrow(WouldBlockError)
    }
    expect(await outcome(other.call('ECHO', 'x'), 1)).toEqual({ value: 'x' })
    expect(other.callSync('ECHO', 'y')).toBe('y')
    expect(await client.call('PUBSUB', 'CHANNELS')).toEqual([])
  })
})

it('callSync throws on a connection that is not answered (CLIENT REPLY OFF), too, and leaves it free', async () => {
  const client = await openClient()
  await client.call('CLIENT', 'REPLY', 'OFF')
  expect(() => client.callSync('BLPOP', 'k', 0)).toThrow(WouldBlockError)
  client.callSync('SET', 'a', 'executed')
  expect(await outcome(client.call('CLIENT', 'REPLY', 'ON'))).toEqual({ value: 'OK' })
  expect(client.callSync('GET', 'a')).toBe('executed')
})
