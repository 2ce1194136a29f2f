/** The fixture as its users write it. */
import { Redis } from 'ioredis'
import { afterAll, describe, expect } from 'vitest'
import { getRedis, test } from '../../src/testing/vitest.ts'

describe('each test begins with an empty engine', () => {
  test('one leaves a key', async ({ redis }) => {
    await redis.client.set('left', 'behind')
    expect(redis.calls).toEqual([['SET', 'left', 'behind']])
  })

  test('the next does not see it', async ({ redis }) => {
    expect(await redis.client.get('left')).toBe(null)
    expect(redis.calls).toEqual([['GET', 'left']])
  })
})

test('REDIS_URL leads there', async ({ redis }) => {
  expect(process.env.REDIS_URL).toBe(redis.url)
  const app = new Redis(process.env.REDIS_URL as string)
  await app.set('k', 'v')
  expect(await redis.client.get('k')).toBe('v')
  app.disconnect()
})

test('the engine is the worker’s, whoever asks for it', async ({ redis }) => {
  expect(getRedis()).toBe(redis)
})

afterAll(() => getRedis().close())
