import { getEventListeners } from 'node:events'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openClient } from '../open.ts'
import { turn } from '../outcome.ts'

const why = new Error('the caller lost interest')

describe('an AbortSignal', () => {
  it('that is aborted already: nothing is sent', async () => {
    const client = await openClient()
    await expect(client.call('SET', 'k', 'v', { signal: AbortSignal.abort(why) })).rejects.toBe(why)
    expect(await client.call('EXISTS', 'k')).toBe(0)
  })

  it('that is aborted in the same turn: what was there has been taken, and is handed over', async () => {
    const client = await openClient()
    await client.call('RPUSH', 'k', 'precious')
    const controller = new AbortController()
    const call = client.call('BLPOP', 'k', 0, { signal: controller.signal })
    controller.abort(why)
    expect(await call).toEqual(['k', 'precious'])
  })

  it('that is aborted in the same turn: what was not there will not be taken', async () => {
    const client = await openClient()
    const controller = new AbortController()
    const call = client.call('BLPOP', 'k', 0, { signal: controller.signal })
    controller.abort(why)
    await expect(call).rejects.toBe(why)
    await client.call('RPUSH', 'k', 'precious')
    expect(await client.call('LRANGE', 'k', 0, -1)).toEqual(['precious'])
  })

  it('that is aborted while the call waits: it waits no more', async () => {
    const client = await openClient()
    const controller = new AbortController()
    const call = client.call('BLPOP', 'k', 0, { signal: controller.signal })
    await turn()
    controller.abort(why)
    await expect(call).rejects.toBe(why)
    expect(await client.call('RPUSH', 'k', 'v')).toBe(1)
    expect(client.callSync('LLEN', 'k')).toBe(1)
  })

  it('that is aborted while the call stands behind one that waits: it is rejected now and never executed', async () => {
    const client = await openClient()
    const other = client.duplicate()
    const controller = new AbortController()
    const first = client.call('BLPOP', 'first', 0)
    const second = client.call('BLPOP', 'second', 0, { signal: controller.signal })
    const third = client.call('ECHO', 'third')
    await turn()
    controller.abort(why)
    await expect(second).rejects.toBe(why)
    await other.call('RPUSH', 'second', 'precious')
    await other.call('RPUSH', 'first', 'v')
    expect(await first).toEqual(['first', 'v'])
    expect(await third).toBe('third')
    expect(await other.call('LRANGE', 'second', 0, -1)).toEqual(['precious'])
  })

  it('that is aborted when the reply is there: nothing happens', async () => {
    const client = await openClient()
    const controller = new AbortController()
    expect(await client.call('SET', 'k', 'v', { signal: controller.signal })).toBe('OK')
    controller.abort(why)
    expect(await client.call('GET', 'k')).toBe('v')
  })

  it('of one call leaves the others of its connection alone', async () => {
    const client = await openClient()
    const controller = new AbortController()
    const replies = Promise.allSettled([
      client.call('ECHO', 'before'),
      client.call('BLPOP', 'k', 0, { signal: controller.signal }),
      client.call('ECHO', 'behind'),
    ])
    await turn()
    controller.abort(why)
    expect(await replies).toEqual([
      { status: 'fulfilled', value: 'before' },
      { status: 'rejected', reason: why },
      { status: 'fulfilled', value: 'behind' },
    ])
  })

  it('may serve many calls, and is no leak to Node; nothing of them stays with it', async () => {
    const client = await openClient()
    const warnings: Error[] = []
    const note = (warning: Error) => warnings.push(warning)
    process.on('warning', note)
    onTestFinished(() => void process.off('warning', note))
    const controller = new AbortController()
    const { signal } = controller
    await Promise.all(Array.from({ length: 20 }, () => client.duplicate().call('PING', { signal })))
    expect(getEventListeners(signal, 'abort')).toEqual([])
    const calls = Promise.allSettled(
      Array.from({ length: 20 }, () => client.duplicate().call('BLPOP', 'k', 0, { signal })),
    )
    await turn()
    controller.abort(why)
    expect(await calls).toEqual(Array.from({ length: 20 }, () => ({ status: 'rejected', reason: why })))
    expect(warnings).toEqual([])
  })

  it('works with callRaw, binary and the methods of commands; with AbortSignal.timeout', async () => {
    const client = await openClient()
    const { signal } = { signal: AbortSignal.timeout(10) }
    const waits = [
      client.duplicate().callRaw('BLPOP', 'k', 0, { signal }),
      client.duplicate().binary.call('BLPOP', 'k', 0, { signal }),
      client.duplicate().blpop('k', 0, { signal }),
    ]
    const ended = await Promise.allSettled(waits)
    expect(ended.map((one) => 'reason' in one && one.reason.name)).toEqual([
      'TimeoutError',
      'TimeoutError',
      'TimeoutError',
    ])
  })

  it.each([
    [{ signal: 5 }, /signal is not an AbortSignal/],
    [{ sginal: AbortSignal.abort() }, /Argument 3 of SET is an object/],
    [{}, /Argument 3 of SET is an object/],
    [{ signal: AbortSignal.abort(), timeout: 5 }, /Argument 3 of SET is an object/],
  ])('%j in its place is a TypeError, by rejection', async (options, message) => {
    const client = await openClient()
    let call: Promise<unknown> | undefined
    expect(() => {
      call = client.call('SET', 'k', 'v', options as { signal: AbortSignal })
    }).not.toThrow()
    await expect(call).rejects.toThrow(TypeError)
    await expect(call).rejects.toThrow(message)
  })
})
