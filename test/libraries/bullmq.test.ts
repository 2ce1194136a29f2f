/** BullMQ on an engine of this process: only `connection` is ours. */
import {
  type ConnectionOptions,
  createNodeRedisClient,
  FlowProducer,
  type Job,
  type NodeRedisRawClient,
  Queue,
  QueueEvents,
  UnrecoverableError,
  Worker,
  type WorkerOptions,
} from 'bullmq'
import { describe, expect, it, onTestFinished } from 'vitest'
import { redisOptions } from '../../src/adapters/ioredis.ts'
import type { Engine } from '../../src/index.ts'
import { openEngine } from '../engine/open.ts'
import { events, ioredisOn, nodeRedisOn } from './clients.ts'

type Work = (job: Job) => Promise<unknown>
type Ended = [job: Job, result: unknown]

/** What a program opens of BullMQ, over one kind of connection; all of it is closed when the test is over. */
class App {
  readonly engine: Engine
  readonly connection: ConnectionOptions

  constructor(engine: Engine, connection: ConnectionOptions = redisOptions(engine)) {
    this.engine = engine
    this.connection = connection
  }

  queue(name = 'mail'): Queue {
    return closed(new Queue(name, { connection: this.connection }))
  }

  async worker(work: Work, options: Partial<WorkerOptions> = {}, name = 'mail'): Promise<Worker> {
    const worker = closed(new Worker(name, work, { connection: this.connection, ...options }))
    await worker.waitUntilReady()
    return worker
  }

  async events(name = 'mail'): Promise<QueueEvents> {
    const heard = closed(new QueueEvents(name, { connection: this.connection }))
    await heard.waitUntilReady()
    return heard
  }

  flows(): FlowProducer {
    return closed(new FlowProducer({ connection: this.connection }))
  }
}

function closed<Closing extends { close(): Promise<void>; on(event: 'error', listener: () => void): unknown }>(
  one: Closing,
): Closing {
  onTestFinished(() => one.close())
  return one
}

const openApp = async () => new App(await openEngine())

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

it('2,000 jobs through one worker: none is lost, each is done once', async () => {
  const app = await openApp()
  const queue = app.queue()
  const numbers = Array.from({ length: 2000 }, (_, number) => number)
  await queue.addBulk(numbers.map((number) => ({ name: 'n', data: { number } })))
  const seen: number[] = []
  const worker = await app.worker(
    async (job) => {
      seen.push(job.data.number)
      return job.data.number * 2
    },
    { concurrency: 50, autorun: false },
  )
  const drained = events(worker, 'drained', 1)
  const done = events<Ended>(worker, 'completed', numbers.length)
  void worker.run()
  const results = (await done).map(([, result]) => Number(result))
  await drained
  expect(seen.sort((a, b) => a - b)).toEqual(numbers)
  expect(results.sort((a, b) => a - b)).toEqual(numbers.map((number) => number * 2))
  expect(await queue.getJobCounts('completed', 'failed', 'waiting', 'active')).toMatchObject({
    completed: numbers.length,
    failed: 0,
    waiting: 0,
    active: 0,
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

it('keeps to its rate', async () => {
  const app = await openApp()
  const queue = app.queue()
  await queue.addBulk(Array.from({ length: 6 }, (_, n) => ({ name: String(n), data: {} })))
  const worker = await app.worker(async () => Date.now(), { limiter: { max: 2, duration: 200 }, autorun: false })
  const done = events<Ended>(worker, 'completed', 6)
  void worker.run()
  const times = (await done).map(([, at]) => Number(at))
  // Three windows of two: the third one begins no sooner than two durations after the first.
  expect(times[5] - times[0]).toBeGreaterThanOrEqual(390)
  expect(times[2] - times[0]).toBeGreaterThanOrEqual(190)
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

it('stalled jobs go to another worker', async () => {
  const app = await openApp()
  const queue = app.queue()
  // The first worker dies with its job: it takes it, and never comes back to it.
  const dead = await app.worker(async () => {}, { autorun: false, lockDuration: 50, skipLockRenewal: true })
  const job = await queue.add('letter', {})
  expect((await dead.getNextJob('token'))?.id).toBe(job.id)
  const worker = await app.worker(async () => 'sent', { stalledInterval: 60 })
  const stalled = events<[string]>(worker, 'stalled', 1)
  const done = events<Ended>(worker, 'completed', 1)
  expect((await stalled)[0][0]).toBe(job.id)
  expect((await done)[0][1]).toBe('sent')
})

it('pauses, resumes, cleans and obliterates', async () => {
  const app = await openApp()
  const queue = app.queue()
  await queue.pause()
  await queue.addBulk([1, 2, 3].map((n) => ({ name: String(n), data: {} })))
  const worker = await app.worker(async () => {})
  expect([await queue.isPaused(), await queue.getJobCountByTypes('paused')]).toEqual([true, 3])
  const done = events(worker, 'completed', 3)
  await queue.resume()
  await done
  expect((await queue.clean(0, 100, 'completed')).length).toBe(3)
  await worker.close()
  await queue.obliterate()
  expect((await app.engine.connect().call<string[]>('KEYS', '*')).filter((key) => key.startsWith('bull:mail'))).toEqual(
    [],
  )
})

it('is woken by another thread of control: a worker that waits does not poll', async () => {
  const app = await openApp()
  const queue = app.queue()
  const worker = await app.worker(async () => 'done')
  await expect.poll(() => app.engine.connect().callSync<string>('CLIENT', 'LIST')).toMatch(/flags=b.*cmd=bzpopmin/)
  const done = events<Ended>(worker, 'completed', 1)
  await queue.add('letter', {})
  expect((await done)[0][1]).toBe('done')
})
