import { describe, expect, it } from 'vitest'
import { type Client, ClientClosedError, createClient, createEngine, EngineClosedError } from '../../../src/index.ts'
import { connectionCount, coreOf, openClient, openEngine } from '../open.ts'
import { outcome, thrownBy, turn } from '../outcome.ts'

/** Calls of every kind that are still waiting when the next turn begins. */
function waitingCalls(client: Client): Promise<unknown>[] {
  return [
    client.duplicate().call('BLPOP', 'k', 0),
    client.duplicate().callRaw('BLPOP', 'k', 0),
    client.duplicate().binary.call('BLPOP', 'k', 0),
    client.duplicate().pipeline([['BLPOP', 'k', 0], ['PING']]),
    client.duplicate().call('BLPOP', 'k', 0, { signal: new AbortController().signal }),
  ]
}

describe('close()', () => {
  it('of a client of createClient closes its engine; of another one its connection alone', async () => {
    const owner = await createClient()
    const other = owner.duplicate()
    await other.close()
    expect(owner.engine.closed).toBe(false)
    expect(connectionCount(owner)).toBe(1)
    await owner.close()
    expect(owner.engine.closed).toBe(true)
  })

  it('is idempotent, of clients and engines', async () => {
    const client = await createClient()
    await Promise.all([client.close(), client.close(), client.engine.close()])
    await client.close()
    await client.engine.close()
    expect(client.closed).toBe(true)
  })

  it('is what `await using` calls', async () => {
    const engine = await createEngine()
    const client = engine.connect()
    await client[Symbol.asyncDispose]()
    expect(client.closed).toBe(true)
    await engine[Symbol.asyncDispose]()
    expect(engine.closed).toBe(true)
  })

  it('executes what was issued before it', async () => {
    const client = await openClient()
    const other = client.duplicate()
    const call = other.call('SET', 'k', 'v')
    await other.close()
    expect(await call).toBe('OK')
    expect(await client.call('GET', 'k')).toBe('v')
  })

  it('rejects every call that waits with a ClientClosedError that names the command', async () => {
    const client = await openClient()
    const waiting = client.call('BLPOP', 'k', 0).catch((error) => error)
    const behind = client.callRaw('GET', 'k').catch((error) => error)
    await turn()
    await client.close()
    expect(await waiting).toBeInstanceOf(ClientClosedError)
    expect((await waiting).message).toBe('BLPOP was not answered: the client was closed')
    expect((await behind).message).toMatch(/^GET was not answered/)
  })

  it('of the engine rejects every call of every client', async () => {
    const engine = await openEngine()
    const calls = Promise.allSettled(waitingCalls(engine.connect()))
    await turn()
    await engine.close()
    for (const call of await calls) {
      expect(call).toMatchObject({ status: 'rejected', reason: expect.any(EngineClosedError) })
    }
  })

  it('is followed by errors that say so', async () => {
    const engine = await createEngine()
    const [client, other] = [engine.connect(), engine.connect()]
    await client.close()
    expect(thrownBy(() => client.callSync('PING'))).toBeInstanceOf(ClientClosedError)
    await expect(client.call('PING')).rejects.toThrow(ClientClosedError)
    await engine.close()
    expect(thrownBy(() => other.callSync('PING'))).toBeInstanceOf(EngineClosedError)
    expect(thrownBy(() => engine.connect())).toBeInstanceOf(EngineClosedError)
    await expect(other.call('PING')).rejects.toThrow('the engine is closed')
  })

  it('gives the memory back, even to someone who keeps the client', async () => {
    const client = await createClient()
    await client.call('SET', 'k', 'x'.repeat(1_000_000))
    const memory = new WeakRef(coreOf(client.engine).memory.bytes.buffer)
    await client.close()
    await turn()
    expect(coreOf(client.engine).memory.size).toBe(0)
    expect(memory).toBeDefined() // leak.test.ts measures that it is collected
  })
})

describe('SHUTDOWN', () => {
  it('closes the engine, for the caller and everybody else', async () => {
    const engine = await openEngine()
    const [client, other] = [engine.connect(), engine.connect()]
    const calls = Promise.allSettled([...waitingCalls(other), other.call('BLPOP', 'k', 0)])
    await turn()
    const behind = Promise.allSettled([client.call('SHUTDOWN', 'NOSAVE'), client.call('PING')])
    expect(await behind).toMatchObject([
      { status: 'fulfilled', value: undefined },
      { reason: { code: 'ENGINE_CLOSED', message: 'the engine was shut down by SHUTDOWN' } },
    ])
    for (const call of await calls) expect(call).toMatchObject({ reason: { code: 'ENGINE_CLOSED' } })
    expect(engine.closed).toBe(true)
    expect(thrownBy(() => engine.connect())).toBeInstanceOf(EngineClosedError)
  })

  it('works by callSync, in RESP2, in a pipeline and by its method', async () => {
    expect((await openClient()).callSync('SHUTDOWN')).toBeUndefined()
    expect(await outcome((await openClient({ protocol: 2 })).shutdown())).toEqual({ value: undefined })
    const client = await openClient()
    expect(await outcome(client.pipeline([['SET', 'k', 'v'], ['SHUTDOWN']]))).not.toBe('pending')
    expect(client.engine.closed).toBe(true)
  })

  it('that is refused leaves the engine as it was', async () => {
    const client = await openClient()
    await expect(client.call('SHUTDOWN', 'SAVE')).rejects.toThrow(/SHUTDOWN/)
    await expect(client.call('SHUTDOWN', 'PERHAPS')).rejects.toThrow(/syntax error/)
    await expect(client.call('SHUTDOWN', 'ABORT')).rejects.toThrow(/No shutdown in progress/)
    expect(await client.call('PING')).toBe('PONG')
  })
})

describe('QUIT', () => {
  it('is answered, and ends the connection behind what was called before', async () => {
    const client = await openClient()
    const other = client.duplicate()
    const calls = Promise.allSettled([other.call('ECHO', 'before'), other.call('QUIT'), other.call('ECHO', 'behind')])
    expect(await calls).toMatchObject([{ value: 'before' }, { value: 'OK' }, { reason: { code: 'CLIENT_CLOSED' } }])
    expect(other.closed).toBe(true)
    expect(connectionCount(client)).toBe(1)
  })

  it('by callSync, too', async () => {
    const client = await openClient()
    expect(client.callSync('QUIT')).toBe('OK')
    await turn()
    expect(client.closed).toBe(true)
    expect(thrownBy(() => client.callSync('PING'))).toBeInstanceOf(ClientClosedError)
  })
})
