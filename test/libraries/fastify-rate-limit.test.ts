/** @fastify/rate-limit: its counts are kept in the engine, so several instances of a service share them. */
import rateLimit, { type RateLimitPluginOptions } from '@fastify/rate-limit'
import fastify, { type FastifyInstance } from 'fastify'
import { expect, it, onTestFinished } from 'vitest'
import type { Engine } from '../../src/index.ts'
import { openEngine } from '../engine/open.ts'
import { ioredisOn } from './clients.ts'

async function openService(engine: Engine, options: RateLimitPluginOptions): Promise<FastifyInstance> {
  const app = fastify()
  onTestFinished(() => app.close())
  await app.register(rateLimit, { redis: ioredisOn(engine), ...options })
  app.get('/', async () => 'hello')
  app.get('/dear', { config: { rateLimit: { max: 1, timeWindow: 10_000 } } }, async () => 'dear')
  return app
}

/** What somebody at `address` gets. */
async function get(app: FastifyInstance, address = '10.0.0.1', url = '/') {
  const { statusCode, headers } = await app.inject({ url, remoteAddress: address })
  const left = headers['x-ratelimit-remaining']
  return { status: statusCode, left: left === undefined ? undefined : Number(left), after: headers['retry-after'] }
}

it('lets through as many as it is told, then says when to come back; each address for itself', async () => {
  const app = await openService(await openEngine(), { max: 2, timeWindow: 10_000 })
  expect(await get(app)).toEqual({ status: 200, left: 1, after: undefined })
  expect(await get(app)).toEqual({ status: 200, left: 0, after: undefined })
  expect(await get(app)).toEqual({ status: 429, left: 0, after: '10' })
  expect(await get(app, '10.0.0.2')).toMatchObject({ status: 200, left: 1 })
})

it('instances share their counts', async () => {
  const engine = await openEngine()
  const apps = [await openService(engine, { max: 3 }), await openService(engine, { max: 3 })]
  const seen = [await get(apps[0]), await get(apps[1]), await get(apps[0]), await get(apps[1])]
  expect(seen.map(({ status, left }) => [status, left])).toEqual([
    [200, 2],
    [200, 1],
    [200, 0],
    [429, 0],
  ])
})

it('routes have limits of their own', async () => {
  const app = await openService(await openEngine(), { max: 100 })
  expect(
    [await get(app, '10.0.0.1', '/dear'), await get(app, '10.0.0.1', '/dear')].map(({ status }) => status),
  ).toEqual([200, 429])
  expect(await get(app)).toMatchObject({ status: 200, left: 99 })
})

it('counts anew when the time is over', async () => {
  const app = await openService(await openEngine(), { max: 1, timeWindow: 500 })
  expect((await get(app)).status).toBe(200)
  expect((await get(app)).status).toBe(429)
  await expect.poll(async () => (await get(app)).status, { interval: 20 }).toBe(200)
})

it('lets wait ever longer who does not stop', async () => {
  const engine = await openEngine()
  const app = await openService(engine, { max: 1, timeWindow: 10_000, exponentialBackoff: true })
  for (let i = 0; i < 4; i++) await get(app)
  const here = engine.connect()
  const [key] = await here.call<string[]>('KEYS', '*')
  expect(await here.call<number>('PTTL', key)).toBeGreaterThan(30_000)
})
