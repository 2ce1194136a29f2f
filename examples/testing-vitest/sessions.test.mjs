import { afterAll, expect } from 'vitest'
import { test } from 'wasm-redis/testing/vitest'
import * as sessions from './sessions.mjs'

afterAll(() => sessions.redis.quit())

test('a session has a user', async () => {
  await sessions.begin('s1', 'ada', 60_000)
  expect(await sessions.use('s1')).toBe('ada')
})

test('a session of another test is gone', async () => {
  expect(await sessions.use('s1')).toBe(null)
})

test('a session ends by itself', async ({ redis }) => {
  const ended = redis.waitForEvent('expired', 'session:s2')
  await sessions.begin('s2', 'grace', 5)
  await ended
  expect(await sessions.use('s2')).toBe(null)
})

test('looking at a session that has ended does not begin it again', async ({ redis }) => {
  await sessions.use('never')
  expect(redis.calls).toEqual([['HMGET', 'session:never', 'user', 'ttlMs']])
})
