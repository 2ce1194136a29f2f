import assert from 'node:assert/strict'
import { once } from 'node:events'
import { afterEach, beforeEach, test } from 'node:test'
import { useRedis } from 'wasm-redis/testing/node'
import { createApp } from './app.mjs'

// What came in the place of a container of Redis. It sets REDIS_URL, which the app reads when it is created.
const redis = await useRedis()

let service
let server
let sent
let send

beforeEach(async () => {
  sent = []
  send = (letter) => sent.push(letter)
  service = createApp({ send: (letter) => send(letter) })
  server = service.app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  await service.mail.ready()
})

afterEach(async () => {
  server.close()
  await service.close()
})

async function signUp(email) {
  const response = await fetch(`http://127.0.0.1:${server.address().port}/signups`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email }),
  })
  return { status: response.status, body: await response.json() }
}

/** Resolves when that many more letters have gone out. */
async function delivered(count) {
  for (let i = 0; i < count; i++) await once(service.mail.worker, 'completed')
}

test('who signs up is welcomed, and asked a little later', async () => {
  const both = delivered(2)
  assert.deepEqual(await signUp('ada@example.com'), { status: 201, body: { signups: 1 } })
  await both
  assert.deepEqual(sent, [
    { to: 'ada@example.com', text: 'Welcome!' },
    { to: 'ada@example.com', text: 'Do you like it?' },
  ])
})

test('once only, and nothing is sent the second time', async () => {
  await signUp('ada@example.com')
  assert.deepEqual(await signUp('ada@example.com'), { status: 409, body: { error: 'signed up already' } })
  await redis.whenIdle()
  assert.equal(sent.length, 1)
  assert.deepEqual(redis.callsOf('SADD'), [
    ['SADD', 'signups', 'ada@example.com'],
    ['SADD', 'signups', 'ada@example.com'],
  ])
})

test('a letter that cannot be sent is tried again', async () => {
  let tries = 0
  send = (letter) => {
    if (++tries === 1) throw new Error('the mail server is away')
    sent.push(letter)
  }
  const both = delivered(2)
  await signUp('grace@example.com')
  await both
  assert.equal(tries, 3)
  assert.equal(sent.length, 2)
})

test('a visitor who writes too much is told so', async () => {
  for (const name of ['a', 'b', 'c']) assert.equal((await signUp(`${name}@example.com`)).status, 201)
  assert.equal((await signUp('d@example.com')).status, 429)
  assert.equal((await redis.client.ttl('visits:127.0.0.1')) > 0, true)
})
