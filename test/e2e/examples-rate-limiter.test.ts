import type { Server } from 'node:http'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Client } from '../../src/index.ts'
import { built, example } from './examples.ts'

/**
 * examples/rate-limiter, module by module. What the limiter decides is compared with a sliding window in plain
 * JavaScript, which is told the times at which the engine decided.
 */

interface Limit {
  limit: number
  windowMs: number
}
interface Decision {
  allowed: boolean
  limit: number
  remaining: number
  resetMs: number
  retryAfterMs: number
  at: number
}
interface Limiter {
  take(user: string, limit: Limit): Promise<Decision>
}
interface Limiting {
  RateLimiter: new (client: Client, options?: { prefix?: string }) => Limiter
}
interface Service {
  createService(limiter: Limiter, limits?: Record<string, Limit>): Server
  listen(service: Server): Promise<string>
  plans: Record<string, Limit>
}
interface Habit {
  user: string
  key: string
  atOnce: number
  everyMs: number
}
interface Outcome {
  user: string
  second: number
  status: number
}
interface Traffic {
  run(url: string, habits: readonly Habit[], seconds: number): Promise<Outcome[]>
  table(outcomes: Outcome[], habits: readonly Habit[], seconds: number, describe: (user: string) => string): string
}

/** The decisions again, from nothing but their times. */
function slidingWindow(times: number[], { limit, windowMs }: Limit): Decision[] {
  let window: number[] = []
  return times.map((at) => {
    window = window.filter((time) => time > at - windowMs * 1000)
    const allowed = window.length < limit
    if (allowed) window.push(at)
    const resetMs = (window[0] + windowMs * 1000 - at) / 1000
    return { allowed, limit, remaining: limit - window.length, resetMs, retryAfterMs: allowed ? 0 : resetMs, at }
  })
}

let client: Client
let RateLimiter: Limiting['RateLimiter']

beforeEach(async () => {
  client = await (await built()).createClient()
  RateLimiter = (await example<Limiting>('rate-limiter/limiter.mjs')).RateLimiter
})
afterEach(() => client?.close())

describe('the limiter', () => {
  const minute = { limit: 5, windowMs: 60_000 }
  const allowed = (decisions: Decision[]) => decisions.filter((one) => one.allowed).length

  test('decides as a sliding window does, for as long as windows come and go', async () => {
    const limiter = new RateLimiter(client)
    const limit = { limit: 7, windowMs: 20 }
    const decisions = [await limiter.take('ada', limit)]
    while (decisions[decisions.length - 1].at < decisions[0].at + 210_000)
      decisions.push(await limiter.take('ada', limit))

    const times = decisions.map(({ at }) => at)
    expect(decisions).toEqual(slidingWindow(times, limit))
    expect(allowed(decisions)).toBeGreaterThan(3 * limit.limit)
    expect(allowed(decisions)).toBeLessThan(decisions.length)
  })

  test('whoever waits as long as it says is let through', async () => {
    const limiter = new RateLimiter(client)
    const limit = { limit: 1, windowMs: 50 }
    await limiter.take('ada', limit)
    let next = await limiter.take('ada', limit)
    const end = next.at + Math.round(next.retryAfterMs * 1000)
    while (next.at < end) {
      expect(next.allowed).toBe(false)
      next = await limiter.take('ada', limit)
    }
    expect(next.allowed).toBe(true)
  })

  test('of requests at one moment, over several connections, only the limit is let through', async () => {
    const limiters = [client, client.duplicate(), client.duplicate()].map((one) => new RateLimiter(one))
    const decisions = await Promise.all(
      Array.from({ length: 300 }, (_, i) => limiters[i % 3].take('ada', { limit: 100, windowMs: 60_000 })),
    )
    expect(allowed(decisions)).toBe(100)
    expect(decisions.filter((one) => one.allowed).map(({ remaining }) => remaining)).toContain(0)
  })

  test('each user has a limit of their own, as has each prefix', async () => {
    const take = (prefix: string | undefined, user: string, limit: number) =>
      new RateLimiter(client, prefix === undefined ? {} : { prefix }).take(user, { limit, windowMs: 60_000 })
    expect((await take(undefined, 'ada', 1)).allowed).toBe(true)
    expect((await take(undefined, 'ada', 1)).allowed).toBe(false)
    expect((await take(undefined, 'ada', 2)).allowed).toBe(true)
    expect((await take(undefined, 'grace', 1)).allowed).toBe(true)
    expect((await take('login:', 'ada', 1)).allowed).toBe(true)
  })

  test('goes on when the engine has forgotten its scripts', async () => {
    const limiter = new RateLimiter(client)
    expect((await limiter.take('ada', minute)).remaining).toBe(4)
    expect((await limiter.take('ada', minute)).remaining).toBe(3)
    await client.scriptFlush()
    expect((await limiter.take('ada', minute)).remaining).toBe(2)
    expect((await limiter.take('ada', minute)).remaining).toBe(1)
  })

  test('sends its text once, then only the hash of it', async () => {
    const limiter = new RateLimiter(client)
    const lines = await client.monitor()
    for (let i = 0; i < 3; i++) await limiter.take('ada', minute)
    await client.ping()
    const sent: string[] = []
    for await (const { source, args } of lines) {
      if (source !== 'lua') sent.push(args[0].toUpperCase())
      if (sent.at(-1) === 'PING') break
    }
    expect(sent).toEqual(['EVALSHA', 'EVAL', 'EVALSHA', 'EVALSHA', 'PING'])
  })

  test('leaves nothing behind one window after the last request that was let through', async () => {
    const limiter = new RateLimiter(client)
    for (let i = 0; i < 10; i++) await limiter.take('ada', minute)
    expect(await client.llen('rate:ada')).toBe(5)
    const left = await client.pttl('rate:ada')
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThanOrEqual(60_000)
    await limiter.take('ada', { limit: 5, windowMs: 600_000 }) // refused, so it does not count as a request
    expect(await client.pttl('rate:ada')).toBeLessThanOrEqual(60_000)
  })

  test('refuses limits that are none, and hands on what the engine says', async () => {
    const limiter = new RateLimiter(client)
    for (const limit of [0, -1, 1.5, Number.NaN]) {
      await expect(limiter.take('ada', { limit, windowMs: 1000 })).rejects.toThrow(`limit is ${limit}`)
    }
    await expect(limiter.take('ada', { limit: 1, windowMs: 0 })).rejects.toThrow('windowMs is 0')
    await client.set('rate:ada', 'something else')
    await expect(limiter.take('ada', minute)).rejects.toMatchObject({ code: 'WRONGTYPE' })
  })
})

describe('the service', () => {
  let service: Server
  let modules: Service
  let decisions: (Decision & { user: string })[]
  let limiter: Limiter

  async function open(limits?: Record<string, Limit>): Promise<string> {
    modules = await example<Service>('rate-limiter/service.mjs')
    decisions = []
    const inner = new RateLimiter(client)
    limiter = {
      async take(user, limit) {
        const decision = await inner.take(user, limit)
        decisions.push({ user, ...decision })
        return decision
      },
    }
    service = modules.createService(limiter, limits)
    return modules.listen(service)
  }
  afterEach(() => {
    service.close()
    service.closeAllConnections()
  })

  test('says in headers where a user stands, and 429 with Retry-After beyond the limit', async () => {
    const url = await open({ free: { limit: 3, windowMs: 60_000 }, pro: { limit: 4, windowMs: 60_000 } })
    const answers = []
    for (const key of ['ada', 'ada', 'ada', 'ada', 'grace']) {
      const { status, headers } = await fetch(url, { headers: { 'x-api-key': `key-of-${key}` } })
      const seconds = Number(headers.get('ratelimit-reset'))
      expect(seconds).toBeGreaterThan(30)
      expect(seconds).toBeLessThanOrEqual(60)
      expect(headers.get('retry-after')).toBe(status === 429 ? String(seconds) : null)
      answers.push([status, headers.get('ratelimit-limit'), headers.get('ratelimit-remaining')])
    }
    expect(answers).toEqual([
      [200, '3', '2'],
      [200, '3', '1'],
      [200, '3', '0'],
      [429, '3', '0'],
      [200, '4', '3'],
    ])
  })

  test('does not know a request without a key, and does not count it', async () => {
    const url = await open()
    const response = await fetch(url)
    expect(response.status).toBe(401)
    expect(response.headers.get('ratelimit-limit')).toBeNull()
    expect(decisions).toEqual([])
  })

  test('answers 500 when the limiter fails', async () => {
    const url = await open()
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
    await client.close()
    expect((await fetch(url, { headers: { 'x-api-key': 'key-of-ada' } })).status).toBe(500)
    expect(logged).toHaveBeenCalledOnce()
    logged.mockRestore()
  })

  test('traffic of several users: every decision right, and the table says how many', async () => {
    const url = await open()
    const { run, table } = await example<Traffic>('rate-limiter/traffic.mjs')
    const habits = [
      { user: 'ada', key: 'key-of-ada', atOnce: 1, everyMs: 40 },
      { user: 'grace', key: 'key-of-grace', atOnce: 2, everyMs: 150 },
      { user: 'linus', key: 'key-of-linus', atOnce: 12, everyMs: 600 },
    ]
    const outcomes = await run(url, habits, 2)

    const lines = table(outcomes, habits, 2, (user) => `plan of ${user}`).split('\n')
    for (const [i, { user, atOnce, everyMs }] of habits.entries()) {
      const own = decisions.filter((one) => one.user === user)
      const times = own.map(({ at }) => at)
      const limit = modules.plans[user === 'grace' ? 'pro' : 'free']
      expect(own).toEqual(slidingWindow(times, limit).map((decision) => ({ user, ...decision })))

      const sent = Math.ceil(2000 / everyMs) * atOnce
      const passed = own.filter(({ allowed }) => allowed).length
      expect(own.length).toBe(sent)
      expect(outcomes.filter((one) => one.user === user && one.status === 200).length).toBe(passed)
      const numbers = [...lines[i + 1].matchAll(/(\d+) \+ +(\d+)/g)].map(([, a, b]) => [Number(a), Number(b)])
      const [first, second, all] = numbers
      expect(all).toEqual([passed, sent - passed])
      expect([first[0] + second[0], first[1] + second[1]]).toEqual(all)
      expect(first[0] + first[1]).toBe(Math.ceil(1000 / everyMs) * atOnce)
    }
  })
})
