/**
 * The service with the limiter in front of it, and a few seconds of traffic against it. With --serve it waits for
 * yours instead, until it is stopped.
 */

import { createClient } from 'wasm-redis'
import { RateLimiter } from './limiter.mjs'
import { createService, listen, plans, users } from './service.mjs'
import { run, table } from './traffic.mjs'

const seconds = 3

/** @type {import('./traffic.mjs').Habit[]} */
const habits = [
  { user: 'ada', key: 'key-of-ada', atOnce: 1, everyMs: 80 },
  { user: 'grace', key: 'key-of-grace', atOnce: 1, everyMs: 65 },
  { user: 'linus', key: 'key-of-linus', atOnce: 8, everyMs: 1250 },
]

const client = await createClient()
const service = createService(new RateLimiter(client))
const url = await listen(service)

if (process.argv.includes('--serve')) {
  console.log(`Listening. Try it, six times within a second:\n  curl -i -H 'x-api-key: key-of-ada' ${url}`)
} else {
  try {
    console.log(`\n${seconds} seconds of traffic against ${url}\nrequests let through + refused with 429:\n`)
    const outcomes = await run(url, habits, seconds)
    const limits = new Map([...users.values()].map(({ name, plan }) => [name, `${plans[plan].limit}/s (${plan})`]))
    console.log(table(outcomes, habits, seconds, (user) => limits.get(user) ?? 'nothing'))
    console.log()
  } finally {
    service.close()
    service.closeAllConnections()
    await client.close()
  }
}
