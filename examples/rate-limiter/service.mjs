/** A small HTTP service whose users have plans, and what each plan is limited to. */

import { createServer } from 'node:http'

/** @type {Record<string, import('./limiter.mjs').Limit>} */
export const plans = {
  free: { limit: 5, windowMs: 1000 },
  pro: { limit: 20, windowMs: 1000 },
}

/** Users by their API key. */
export const users = new Map([
  ['key-of-ada', { name: 'ada', plan: 'free' }],
  ['key-of-grace', { name: 'grace', plan: 'pro' }],
  ['key-of-linus', { name: 'linus', plan: 'free' }],
])

/** Seconds, rounded up: what the headers are in. A client that waits this long is let through. */
const wholeSeconds = (/** @type {number} */ ms) => String(Math.ceil(ms / 1000))

/**
 * Answers GET with a greeting, within the limits of the user whose key is in the header `x-api-key`. Every answer to
 * a user says in RateLimit-* where the user stands; a refusal is 429 with Retry-After.
 *
 * @param {import('./limiter.mjs').RateLimiter} limiter
 * @param {Record<string, import('./limiter.mjs').Limit>} [limits] What each plan is limited to.
 */
export function createService(limiter, limits = plans) {
  return createServer(async (request, response) => {
    const user = users.get(String(request.headers['x-api-key']))
    if (!user) return answer(response, 401, { error: 'the header x-api-key has no known key' })

    let decision
    try {
      decision = await limiter.take(user.name, limits[user.plan])
    } catch (error) {
      console.error(error)
      return answer(response, 500, { error: 'the limiter failed' })
    }
    response.setHeader('RateLimit-Limit', decision.limit)
    response.setHeader('RateLimit-Remaining', decision.remaining)
    response.setHeader('RateLimit-Reset', wholeSeconds(decision.resetMs))
    if (decision.allowed) return answer(response, 200, { greeting: `Hello, ${user.name}` })

    response.setHeader('Retry-After', wholeSeconds(decision.retryAfterMs))
    answer(response, 429, { error: `too many requests for the plan ${user.plan}` })
  })
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {object} body
 */
function answer(response, status, body) {
  response.writeHead(status, { 'Content-Type': 'application/json' })
  response.end(`${JSON.stringify(body)}\n`)
}

/**
 * Starts to listen, on this machine only and where there is a free port. Resolves to the service's URL.
 *
 * @param {import('node:http').Server} service
 * @returns {Promise<string>}
 */
export function listen(service) {
  return new Promise((resolve, reject) => {
    service.once('error', reject)
    service.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (service.address())
      resolve(`http://127.0.0.1:${port}/`)
    })
  })
}
