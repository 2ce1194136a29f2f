/** Scripts that would never end, with `scriptTimeout`. */
import { describe, expect, it } from 'vitest'
import { openClient, openEngine } from '../open.ts'
import { duration, thrownBy } from '../outcome.ts'

const forever = 'while true do end'
const library = `#!lua name=lib
server.register_function('f', function() ${forever} end)`
const KILLED = /Script killed by user with (SCRIPT|FUNCTION) KILL/

describe('a script that runs longer than scriptTimeout fails as by SCRIPT KILL', () => {
  it.each([
    ['a loop that does nothing', forever],
    ['a loop of calls', "while true do redis.call('GET', 'k') end"],
    ['a loop of writes', "while true do redis.call('INCR', 'k') end"],
    ['a loop that catches errors', 'while true do pcall(function() while true do end end) end'],
    ['a loop that catches errors of calls', "while true do redis.pcall('INCR', 'k') end"],
    ['a function that calls itself again when it fails', 'local function f() pcall(f) f() end f()'],
    ['a loop in a coroutine', 'local c = coroutine.wrap(function() while true do end end) while true do pcall(c) end'],
  ])('%s', async (_, script) => {
    const client = await openClient({ scriptTimeout: 50 })
    let error: Error | undefined
    const took = await duration(() => {
      error = thrownBy(() => client.callSync('EVAL', script, 0))
    })
    expect(error?.message).toMatch(/Script killed by user|longer than scriptTimeout|stack overflow/)
    expect(took).toBeLessThan(5000)
    expect(client.callSync('EVAL', 'return 7', 0)).toBe(7)
  })

  it('called in any way', async () => {
    const client = await openClient({ scriptTimeout: 20 })
    const sha = client.callSync<string>('SCRIPT', 'LOAD', forever)
    client.callSync('FUNCTION', 'LOAD', library)
    const calls = [
      ['EVAL', forever, 0],
      ['EVAL_RO', forever, 0],
      ['EVALSHA', sha, 0],
      ['EVALSHA_RO', sha, 0],
      ['FCALL', 'f', 0],
    ]
    for (const call of calls as [string, ...string[]][]) {
      expect(thrownBy(() => client.callSync(...call))?.message).toMatch(KILLED)
    }
    const [before, script, after] = (await client
      .multi()
      .call('SET', 'a', 1)
      .call('EVAL', forever, 0)
      .call('GET', 'a')
      .exec()) as unknown[]
    expect(before).toBe('OK')
    expect((script as Error).message).toMatch(KILLED)
    expect(after).toBe('1')
  })

  it('after it has written, too, and what it wrote stays', async () => {
    const client = await openClient({ scriptTimeout: 20 })
    const script = `redis.call('SET', 'written', 'yes') ${forever}`
    expect(thrownBy(() => client.callSync('EVAL', script, 0))?.message).toMatch(KILLED)
    expect(client.callSync('GET', 'written')).toBe('yes')
  })

  it('by real time, with a clock that is turned by hand', async () => {
    const engine = await openEngine({ scriptTimeout: 20, clock: 'manual' })
    const client = engine.connect()
    const before = engine.clock.now
    expect(thrownBy(() => client.callSync('EVAL', forever, 0))?.message).toMatch(KILLED)
    expect(engine.clock.now).toBe(before)
  })

  it('and the log says why', async () => {
    const lines: string[] = []
    const client = await openClient({ scriptTimeout: 20, onLog: ({ message }) => lines.push(message) })
    await client.call('EVAL', forever, 0).catch(() => {})
    expect(lines.join('\n')).toContain('ended because it ran longer than scriptTimeout allows: 20 ms')
  })

  it('as clones of the engine, and the engine after a reset, do', async () => {
    const engine = await openEngine({ scriptTimeout: 20 })
    const clone = engine.clone()
    engine.reset()
    for (const one of [engine, clone]) {
      expect(thrownBy(() => one.connect().callSync('EVAL', forever, 0))?.message).toMatch(KILLED)
    }
    await clone.close()
  })
})

it('each script has the time for itself: many short ones take longer together', async () => {
  const client = await openClient({ scriptTimeout: 100 })
  const calls = Array.from(
    { length: 60 },
    () => ['EVAL', 'local n = 0 for i = 1, 400000 do n = n + i end return 1', 0] as [string, string, number],
  )
  expect(new Set(await client.pipeline(calls))).toEqual(new Set([1]))
})

it.each([-1, 1.5, '5', Number.NaN, 2 ** 32])('scriptTimeout: %s is refused', async (scriptTimeout) => {
  await expect(openEngine({ scriptTimeout: scriptTimeout as number })).rejects.toThrow('option scriptTimeout is')
})
