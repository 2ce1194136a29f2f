/** A sliding-window rate limiter over Redis. Nothing in this file belongs to the example around it: take it. */

import { createHash } from 'node:crypto'

/**
 * One list per user with the times, in microseconds, of the requests let through, the oldest first. Everything
 * happens in one script, so two requests at the same moment cannot both take the last place. The clock is the
 * engine's, so that it does not matter which process asks.
 */
const script = `
  local key, limit, window = KEYS[1], tonumber(ARGV[1]), tonumber(ARGV[2]) * 1000
  local time = redis.call('TIME')
  local now = time[1] * 1000000 + time[2]

  local oldest = tonumber(redis.call('LINDEX', key, 0) or now)
  while oldest <= now - window do
    redis.call('LPOP', key)
    oldest = tonumber(redis.call('LINDEX', key, 0) or now)
  end

  local used = redis.call('LLEN', key)
  local allowed = used < limit
  if allowed then
    redis.call('RPUSH', key, now)
    redis.call('PEXPIRE', key, ARGV[2])
    used = used + 1
  end
  return { allowed and 1 or 0, limit - used, oldest + window - now, now }
`
const sha = createHash('sha1').update(script).digest('hex')

/**
 * @typedef {object} Limit
 * @property {number} limit Requests let through in any `windowMs` milliseconds; a whole number, 1 or more.
 * @property {number} windowMs A whole number, 1 or more.
 */

/**
 * @typedef {object} Decision
 * @property {boolean} allowed
 * @property {number} limit
 * @property {number} remaining Requests that would be let through right now.
 * @property {number} resetMs Milliseconds until the oldest request leaves the window, and one more is let through.
 * @property {number} retryAfterMs 0 when allowed; otherwise how long to wait, as `resetMs`.
 * @property {number} at When it was decided, by the engine's clock: Unix time in microseconds.
 */

/**
 * Lets each user through at most `limit` times in any `windowMs` milliseconds: not on average, and not twice that
 * around the turn of a minute. Refused requests do not count, so a user who keeps trying is let in as soon as the
 * window allows.
 *
 * A user costs up to `limit` times about 9 bytes, and nothing any more one window after the last request. For limits
 * beyond a few thousand choose a token bucket instead, which costs two numbers, but lets through up to twice as many.
 */
export class RateLimiter {
  #client
  #prefix

  /**
   * @param {import('wasm-redis').Client} client
   * @param {{ prefix?: string }} [options] What the keys begin with; limiters with the same prefix count together.
   */
  constructor(client, { prefix = 'rate:' } = {}) {
    this.#client = client
    this.#prefix = prefix
  }

  /**
   * Counts a request of a user, if it is within the limit. The limit may differ from user to user and change from
   * one request to the next.
   *
   * @param {string} user
   * @param {Limit} limit
   * @returns {Promise<Decision>}
   */
  async take(user, { limit, windowMs }) {
    for (const [name, value] of Object.entries({ limit, windowMs })) {
      if (!Number.isSafeInteger(value) || value < 1) {
        throw new TypeError(`${name} is ${value}; it must be a whole number, 1 or more`)
      }
    }
    const [allowed, remaining, resetUs, at] = await this.#decide(this.#prefix + user, limit, windowMs)
    const resetMs = resetUs / 1000
    return { allowed: allowed === 1, limit, remaining, resetMs, retryAfterMs: allowed === 1 ? 0 : resetMs, at }
  }

  /**
   * Runs the script by its hash, which is short; by its text when the engine does not know it yet, or not any more.
   *
   * @param {[key: string, limit: number, windowMs: number]} args
   * @returns {Promise<number[]>}
   */
  async #decide(...args) {
    try {
      return await this.#client.call('EVALSHA', sha, 1, ...args)
    } catch (error) {
      const unknown = error instanceof Error && 'code' in error && error.code === 'NOSCRIPT'
      if (!unknown) throw error
      return this.#client.call('EVAL', script, 1, ...args)
    }
  }
}
