import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { useRedis } from 'wasm-redis/testing/node'
import { openLocks } from './locks.mjs'

const redis = await useRedis()
let locks

beforeEach(async () => {
  locks = await openLocks(process.env.REDIS_URL)
})
afterEach(() => locks.close())

test('one at a time', async () => {
  const release = await locks.take('door', 60_000)
  assert.equal(await locks.take('door', 60_000), undefined)
  await release()
  assert.ok(await locks.take('door', 60_000))
})

test('a lock of another test is not held', async () => {
  assert.ok(await locks.take('door', 60_000))
})

test('a lock that is forgotten is free after its time', async () => {
  const expired = redis.waitForEvent('expired', 'lock:door')
  const late = await locks.take('door', 5)
  await expired
  assert.ok(await locks.take('door', 60_000))
  assert.equal(await late(), 0, 'and whoever forgot it cannot take it from the next')
})

test('releasing is one script: nobody comes between looking and deleting', async () => {
  const release = await locks.take('door', 60_000)
  await release()
  assert.deepEqual(
    redis.calls.map(([name]) => name),
    ['SET', 'EVAL'],
  )
})
