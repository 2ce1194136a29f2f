import { describe, expect, it } from 'vitest'
import { EngineCrashedError } from '../../../src/index.ts'
import { damage, openBetween, openClient, openEngine } from '../open.ts'
import { outcome, thrownBy, turn } from '../outcome.ts'

const crashed = { error: { name: 'EngineCrashedError', code: 'ENGINE_CRASHED' } }

describe('a trap', () => {
  it('rejects the call that met it and every other call that is pending', async () => {
    const engine = await openEngine()
    const [client, waiting] = [engine.connect(), engine.connect()]
    const blocked = outcome(waiting.call('BLPOP', 'k', 0))
    const messages = await engine.connect().subscribe('news')
    const next = outcome(messages.next())
    const line = (await engine.connect().monitor()).next()
    await turn()
    damage(engine)
    const calls = [
      client.call('GET', 'k'),
      client.pipeline([
        ['GET', 'a'],
        ['GET', 'b'],
      ]),
      client.multi().get('k').exec(),
    ]
    for (const ended of await Promise.all(calls.map((call) => outcome(call)))) expect(ended).toMatchObject(crashed)
    expect(await blocked).toMatchObject(crashed)
    expect(await next).toMatchObject(crashed)
    expect(await outcome(line)).not.toBe('pending')
  })

  it('is what every later call hears of', async () => {
    const engine = await openEngine()
    const client = engine.connect()
    damage(engine)
    expect(thrownBy(() => client.callSync('GET', 'k'))).toBeInstanceOf(EngineCrashedError)
    expect(engine.closed).toBe(true)
    expect(client.closed).toBe(true)
    expect(thrownBy(() => client.callSync('GET', 'k'))).toBeInstanceOf(EngineCrashedError)
    expect(thrownBy(() => client.duplicate())).toBeInstanceOf(EngineCrashedError)
    expect(thrownBy(() => engine.connect())).toBeInstanceOf(EngineCrashedError)
    for (const call of [
      client.call('PING'),
      client.callRaw('PING'),
      client.binary.call('PING'),
      client.pipeline([['PING']]),
    ]) {
      expect(await outcome(call)).toMatchObject(crashed)
    }
    expect(await outcome(client.subscribe('c'))).toMatchObject(crashed)
    expect(await outcome(client.monitor())).toMatchObject(crashed)
  })

  it('says what happened, what to do, and what the log said last', async () => {
    const client = await openClient()
    await client.call('EVAL', "redis.log(redis.LOG_WARNING, 'the last words')", 0)
    damage(client.engine)
    const error = thrownBy(() => client.callSync('GET', 'k'))
    expect(error?.message).toMatch(/^the engine crashed and its data is lost: .+\. Open a new one\./)
    expect(error?.message).toContain('the last words')
    expect(error?.cause).toBeInstanceOf(WebAssembly.RuntimeError)
  })

  it('poisons its engine alone', async () => {
    const [engine, other] = [await openEngine(), await openEngine()]
    const healthy = other.connect()
    await healthy.call('SET', 'k', 'v')
    const waiting = healthy.duplicate().call('BLPOP', 'l', 0)
    damage(engine)
    expect(thrownBy(() => engine.connect())).toBeInstanceOf(EngineCrashedError)
    expect(await healthy.call('GET', 'k')).toBe('v')
    await healthy.call('RPUSH', 'l', 'x')
    expect(await waiting).toEqual(['l', 'x'])
  })

  it('is not made worse by close()', async () => {
    const engine = await openEngine()
    const [client, idle] = [engine.connect(), engine.connect()]
    damage(engine)
    expect(await outcome(idle.close())).toEqual({ value: undefined })
    expect(await outcome(client.close())).toEqual({ value: undefined })
    expect(await outcome(engine.close())).toEqual({ value: undefined })
    expect(await outcome(client.call('PING'))).toMatchObject({ error: expect.any(Error) })
  })

  it('in a timer, where nobody has called, is heard by whoever waits', async () => {
    const engine = await openEngine()
    const waiting = outcome(engine.connect().call('BLPOP', 'k', 0.05), 2)
    await turn()
    damage(engine)
    expect(await waiting).toMatchObject(crashed)
  })
})

it('an exit with another status than 0 is a crash, one with 0 is a shutdown', async () => {
  for (const status of [1, 0]) {
    let exit: ((status: number) => unknown) | undefined
    let broken = false
    const engine = await openBetween({
      imports: (imports) => {
        exit = imports.exit
        return imports
      },
      exports: (exports) => ({ ...exports, redis_due: () => (broken ? exit?.(status) : exports.redis_due()) }),
    })
    const client = engine.connect()
    broken = true
    const error = (await outcome(client.call('BLPOP', 'k', 0))) as { error: Error }
    expect(error).toMatchObject({ error: { code: status === 0 ? 'ENGINE_CLOSED' : 'ENGINE_CRASHED' } })
    expect(error.error.message).toContain(status === 0 ? 'shut down' : 'exited with status 1')
  }
})

describe('what is no trap but as bad', () => {
  const fail = () => {
    throw new Error('unheard of')
  }
  it.each<[string, RegExp, (code: () => unknown) => unknown]>([
    ['a negative code of a run', /^redis_run/, () => -1],
    ['an exception through a run', /^redis_run/, fail],
    ['a code that nobody knows', /^redis_run/, () => -99],
    ['a look that fails', /^redis_look$/, () => -2],
    ['a connection that cannot be opened', /^redis_connect$/, () => -3],
    ['a tick that fails', /^redis_tick$/, fail],
  ])('%s ends the engine with an EngineCrashedError', async (_, names, replacement) => {
    let broken = false
    const engine = await openBetween({
      exports: (exports) =>
        Object.fromEntries(
          Object.entries(exports).map(([name, real]) => {
            if (!names.test(name)) return [name, real]
            return [name, (...args: number[]) => (broken ? (replacement(real) as number) : real(...args))]
          }),
        ),
    })
    const waiting = outcome(engine.connect().call('BLPOP', 'k', 0.05))
    await turn()
    broken = true
    const opened = thrownBy(() => engine.connect().callSync('PING'))
    if (opened) expect(opened).toBeInstanceOf(EngineCrashedError)
    expect(await waiting).toMatchObject(crashed)
    expect(engine.closed).toBe(true)
  })
})
