/** An error tells where in the caller's own code the call was made. */
import { beforeEach, expect, it } from 'vitest'
import { type Client, RedisError } from '../../src/index.ts'
import { openClient } from './open.ts'

let client: Client
beforeEach(async () => {
  client = await openClient()
  await client.set('text', 'v')
})

/** The functions of this file that the error's stack names, innermost first. */
async function wayOf(call: () => unknown): Promise<string[]> {
  const error = await (async () => call())().catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(RedisError)
  const lines = ((error as RedisError).stack ?? '').split('\n').slice(1)
  return lines.flatMap((line) => /at (?:async )?(\w+) .*stacks\.test/.exec(line)?.[1] ?? [])
}

async function enqueue(): Promise<void> {
  await client.get('text')
  await client.lpush('text', 'job')
}

async function handleRequest(): Promise<void> {
  await enqueue()
}

it('shows who awaits an awaited call, and who awaits that', async () => {
  expect((await wayOf(handleRequest)).slice(0, 2)).toEqual(['enqueue', 'handleRequest'])
})

it('shows who awaits several calls of one turn', async () => {
  async function enqueueAll(): Promise<void> {
    await Promise.all([client.get('text'), client.lpush('text', 'a'), client.incr('text')])
  }
  expect((await wayOf(enqueueAll))[0]).toBe('enqueueAll')
})

it('shows who makes a synchronous call', async () => {
  function enqueueNow(): void {
    client.callSync('LPUSH', 'text', 'job')
  }
  expect((await wayOf(enqueueNow))[0]).toBe('enqueueNow')
})

it('shows nothing of this library', async () => {
  const error = await client.lpush('text', 'job').catch((reason: RedisError) => reason)
  expect((error as RedisError).stack).not.toMatch(/src\/(client|engine|resp)\//)
})
