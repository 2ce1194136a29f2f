import { expect, it } from 'vitest'
import { ClientClosedError, EngineClosedError, RedisError } from '../../src/index.ts'
import { openBetween, openClient, openEngine } from './open.ts'
import { turn } from './outcome.ts'

/**
 * A loop of awaited calls: after a few of them the next ones go out at once, without waiting whether others come in the
 * same turn. Nothing else about them may differ.
 */

/** Calls one after the other until the client takes the next for one of those. */
async function beAlone(client: { ping(): Promise<unknown> }): Promise<void> {
  for (let i = 0; i < 40; i++) await client.ping()
}

it('is run when it is made', async () => {
  const client = await openClient()
  const other = client.engine.connect()
  await beAlone(client)
  const reply = client.set('k', 1)
  expect(other.callSync('GET', 'k')).toBe('1')
  expect(await reply).toBe('OK')
})

it('enters the engine once for calls that are made together, but for the few that show that they are', async () => {
  let entries = 0
  const engine = await openBetween({
    exports: (exports) => ({
      ...exports,
      redis_run_vectors: (...args) => {
        entries++
        return exports.redis_run_vectors(...args)
      },
    }),
  })
  const client = engine.connect()
  await beAlone(client)
  const together = () => Promise.all(Array.from({ length: 100 }, (_, i) => client.echo(String(i))))
  entries = 0
  expect(await together()).toEqual(Array.from({ length: 100 }, (_, i) => String(i)))
  expect(entries).toBeLessThan(20)
  entries = 0
  await together()
  expect(entries).toBe(1)
})

it('rejects an error reply with the command and the place that made the call', async () => {
  const client = await openClient()
  await beAlone(client)
  await client.set('text', 'x')
  const error = await client.incr('text').catch((reason) => reason)
  expect(error).toBeInstanceOf(RedisError)
  expect(error.command).toBe('INCR')
  expect(error.stack).toContain('lone-calls.test.ts')
  await beAlone(client)
  await expect(client.call('SET', 'k', {} as string)).rejects.toThrow(TypeError)
  expect(await client.ping()).toBe('PONG')
})

it('may have to wait, and others behind it', async () => {
  const client = await openClient()
  const other = client.engine.connect()
  await beAlone(client)
  const popped = client.blpop('list', 0)
  const behind = client.get('k')
  await other.set('k', 'v')
  await other.rpush('list', 'x')
  expect(await popped).toEqual(['list', 'x'])
  expect(await behind).toBe('v')
})

it('keeps its place between messages', async () => {
  const client = await openClient({ protocol: 3 })
  const heard: string[] = []
  await client.subscribe('news', ({ message }) => heard.push(message))
  await beAlone(client)
  for (const message of ['a', 'b', 'c']) {
    await client.publish('news', message)
    await turn()
  }
  expect(heard).toEqual(['a', 'b', 'c'])
  expect(await client.echo('x')).toBe('x')
})

it('drops its reply when that was asked for', async () => {
  const client = await openClient()
  await beAlone(client)
  await client.call('CLIENT', 'REPLY', 'SKIP')
  expect(await client.ping()).toBeUndefined()
  expect(await client.ping()).toBe('PONG')
})

it('gives way to timers', async () => {
  const client = await openClient()
  let fired = false
  setTimeout(() => {
    fired = true
  }, 1)
  let calls = 0
  for (; !fired && calls < 1_000_000; calls++) await client.ping()
  expect(fired).toBe(true)
})

it('is rejected when the client or the engine is closed, or ends under it', async () => {
  const engine = await openEngine()
  const [client, other] = [engine.connect(), engine.connect()]
  await beAlone(client)
  await beAlone(other)
  const me = await client.call<number>('CLIENT', 'ID')
  expect(await other.call('CLIENT', 'KILL', 'ID', me)).toBe(1)
  await expect(client.ping()).rejects.toThrow(ClientClosedError)
  await engine.close()
  await expect(other.ping()).rejects.toThrow(EngineClosedError)
})
