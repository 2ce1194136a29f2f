/** BullMQ: jobs of every kind. */
import {
  type ConnectionOptions,
  createNodeRedisClient,
  type Job,
  type NodeRedisRawClient,
  UnrecoverableError,
} from 'bullmq'
import { describe, expect, it } from 'vitest'
import { redisOptions } from '../../src/adapters/ioredis.ts'
import type { Engine } from '../../src/index.ts'
import { openEngine } from '../engine/open.ts'
import { App, type Ended, openApp } from './bullmq.ts'
import { events, ioredisOn, nodeRedisOn } from './clients.ts'

describe.each<[string, (engine: Engine) => ConnectionOptions | Promise<ConnectionOptions>]>([
  ['the options of a client in memory', (engine) => redisOptions(engine)],
  ['a client in memory', (engine) => ioredisOn(engine, { maxRetriesPerRequest: null }) as unknown as ConnectionOptions],
  [
    'a node-redis client',
    async (engine) => createNodeRedisClient((await nodeRedisOn(engine)) as unknown as NodeRedisRawClient),
  ],
])('over %s', (_, connect) => {
  it('does jobs, tries again what fails, and tells of it', async () => {
    const engine = await openEngine()
    const app = new App(engine, await connect(engine))
    const queue = app.queue()
    const heard = await app.events()
    const worker = await app.worker(async (job) => {
      if (job.data.fails && job.attemptsMade < 2) throw new Error('away')
      await job.updateProgress(50)
      return `sent to ${job.data.to}`
    })
    const done = events<Ended>(worker, 'completed', 2)
    const retries = events(worker, 'failed', 2)
    const progress = events<[{ data: unknown }]>(heard, 'progress', 2)
    const [ada, grace] = await queue.addBulk([
      { name: 'letter', data: { to: 'ada' } },
      { name: 'letter', data: { to: 'grace', fails: true }, opts: { attempts: 3 } },
    ])
    expect(await ada.waitUntilFinished(heard)).toBe('sent to ada')
    expect(await grace.waitUntilFinished(heard)).toBe('sent to grace')
    expect((await done).map(([, result]) => result)).toEqual(['sent to ada', 'sent to grace'])
    await retries
    expect((await progress).map(([{ data }]) => data)).toEqual([50, 50])
    expect(await queue.getJobCounts('completed', 'failed', 'waiting', 'active')).toMatchObject({
      completed: 2,
      failed: 0,
      waiting: 0,
      active: 0,
    })
    expect((await queue.getJob(grace.id as string))?.attemptsMade).toBe(3)
  })
})

it('delays jobs: in the order of their times, none early', async () => {
  const app = await openApp()
  const queue = app.queue()
  const worker = await app.worker(async () => Date.now())
  const done = events<Ended>(worker, 'completed', 3)
  const asked = Date.now()
  await queue.add('late', {}, { delay: 300 })
  await queue.add('soon', {}, { delay: 100 })
  await queue.add('now', {})
  expect((await queue.getDelayed()).map((job) => job.name).sort()).toEqual(['late', 'soon'])
  const order = await done
  expect(order.map(([job]) => job.name)).toEqual(['now', 'soon', 'late'])
  for (const [job, at] of order) {
    const late = Number(at) - asked - (job.opts.delay ?? 0)
    expect(late).toBeGreaterThanOrEqual(0)
    expect(late).toBeLessThan(500) // it is the engine that wakes the worker, not the worker that looks every second
  }
})

it('a delay may be shortened, and a job be removed before its time', async () => {
  const app = await openApp()
  const queue = app.queue()
  const worker = await app.worker(async (job) => job.name)
  const done = events<Ended>(worker, 'completed', 1)
  const [hurried, removed] = await queue.addBulk([
    { name: 'hurried', data: {}, opts: { delay: 3_600_000 } },
    { name: 'removed', data: {}, opts: { delay: 3_600_000 } },
  ])
  await removed.remove()
  await hurried.changeDelay(20)
  expect((await done)[0][1]).toBe('hurried')
  expect(await queue.count()).toBe(0)
})

it('repeats: every so often until the limit, and as cron says', async () => {
  const app = await openApp()
  const queue = app.queue()
  const worker = await app.worker(async () => Date.now())
  const done = events<Ended>(worker, 'completed', 3)
  await queue.upsertJobScheduler('pulse', { every: 100, limit: 3 }, { name: 'beat', data: { of: 'heart' } })
  await queue.upsertJobScheduler('yearly', { pattern: '0 0 1 1 *', tz: 'UTC' }, { name: 'fireworks' })
  const beats = await done
  expect(beats.map(([job]) => [job.name, job.data])).toEqual(Array(3).fill(['beat', { of: 'heart' }]))
  const times = beats.map(([, at]) => Number(at))
  expect(times[2] - times[0]).toBeGreaterThanOrEqual(100)
  const yearly = await queue.getJobScheduler('yearly')
  expect(new Date(yearly?.next as number).toISOString()).toMatch(/^\d{4}-01-01T00:00:00.000Z$/)
  expect(await queue.removeJobScheduler('yearly')).toBe(true)
  expect((await queue.getJobSchedulers()).map(({ key }) => key)).not.toContain('yearly')
  expect(await queue.getDelayedCount()).toBe(0)
})

it('takes jobs by priority, and first or last as it is told', async () => {
  const app = await openApp()
  const queue = app.queue()
  await queue.add('low', {}, { priority: 10 })
  await queue.add('high', {}, { priority: 1 })
  await queue.add('plain', {})
  await queue.add('first', {}, { lifo: true })
  const raised = await queue.add('raised', {}, { priority: 100 })
  await raised.changePriority({ priority: 2 })
  expect(await queue.getCountsPerPriority([0, 1, 2, 10])).toEqual({ 0: 2, 1: 1, 2: 1, 10: 1 })
  const worker = await app.worker(async () => {}, { autorun: false })
  const done = events<Ended>(worker, 'completed', 5)
  void worker.run()
  expect((await done).map(([job]) => job.name)).toEqual(['first', 'plain', 'high', 'raised', 'low'])
})

it('flows: a parent waits for its children and has what they gave', async () => {
  const app = await openApp()
  await app.worker(async (job) => job.data.size * 10, {}, 'parts')
  const parent = await app.worker(
    async (job) => {
      const parts = Object.values(await job.getChildrenValues<number>())
      return parts.sort((a, b) => a - b)
    },
    {},
    'whole',
  )
  const done = events<Ended>(parent, 'completed', 1)
  const { job } = await app.flows().add({
    name: 'film',
    queueName: 'whole',
    children: [1, 2, 3].map((size) => ({ name: 'reel', queueName: 'parts', data: { size } })),
  })
  const [ended, result] = (await done)[0]
  expect([ended.id, result]).toEqual([job.id, [10, 20, 30]])
  expect(await app.queue('whole').getJobCounts('waiting-children', 'completed')).toEqual({
    'waiting-children': 0,
    completed: 1,
  })
})

it('flows: a child that fails for good fails its parent', async () => {
  const app = await openApp()
  await app.worker(
    async () => {
      throw new UnrecoverableError('torn')
    },
    {},
    'parts',
  )
  const parent = await app.worker(async () => 'never', {}, 'whole')
  const failed = events<[Job, Error]>(parent, 'failed', 1)
  await app.flows().add({
    name: 'film',
    queueName: 'whole',
    children: [{ name: 'reel', queueName: 'parts', opts: { failParentOnFailure: true, attempts: 5 } }],
  })
  const [job, error] = (await failed)[0]
  expect([job.name, error.message]).toEqual(['film', expect.stringMatching(/^child .* failed$/)])
})

it('knows jobs by their ids, and lets one through that is asked for twice', async () => {
  const app = await openApp()
  const queue = app.queue()
  const heard = await app.events()
  const duplicated = events<[{ jobId: string }]>(heard, 'duplicated', 1)
  const deduplicated = events<[{ deduplicationId: string }]>(heard, 'deduplicated', 1)
  await queue.add('letter', { version: 1 }, { jobId: 'ada' })
  await queue.add('letter', { version: 2 }, { jobId: 'ada' })
  await queue.add('digest', {}, { deduplication: { id: 'daily', ttl: 60_000 } })
  await queue.add('digest', {}, { deduplication: { id: 'daily', ttl: 60_000 } })
  expect((await duplicated)[0][0].jobId).toBe('ada')
  expect((await deduplicated)[0][0].deduplicationId).toBe('daily')
  expect((await queue.getWaiting()).map((job) => [job.name, job.data])).toEqual([
    ['letter', { version: 1 }],
    ['digest', {}],
  ])
})
