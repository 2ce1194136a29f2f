/** Bull, which brings an ioredis of its own: only `redis` is ours. */
import Bull, { type Job, type Queue, type QueueOptions } from 'bull'
import { Redis } from 'ioredis'
import { describe, expect, it, onTestFinished } from 'vitest'
import { redisOptions } from '../../src/adapters/ioredis.ts'
import type { Engine } from '../../src/index.ts'
import { openEngine } from '../engine/open.ts'
import { events } from './clients.ts'

type Ended = [job: Job, result: unknown]

function open(engine: Engine, options: QueueOptions = { redis: redisOptions(engine) }, name = 'mail'): Queue {
  const queue = new Bull(name, options)
  onTestFinished(() => queue.close())
  return queue
}

describe.each<[string, (engine: Engine) => QueueOptions]>([
  ['options', (engine) => ({ redis: redisOptions(engine) })],
  [
    'clients of the caller, who ends them after the queue',
    (engine) => {
      const clients: Redis[] = []
      onTestFinished(() => {
        for (const client of clients) client.disconnect()
      })
      return {
        createClient: (type) => {
          const retries = type === 'client' ? {} : { maxRetriesPerRequest: null, enableReadyCheck: false }
          const client = new Redis(redisOptions(engine, retries))
          clients.push(client)
          return client as never
        },
      }
    },
  ],
])('by %s', (_, options) => {
  it('does jobs, tries again what fails, and tells of it', async () => {
    const engine = await openEngine()
    const queue = open(engine, options(engine))
    const letters: string[] = []
    void queue.process(async (job) => {
      if (job.data.fails && job.attemptsMade === 0) throw new Error('away')
      await job.progress(100)
      letters.push(job.data.to)
      return `sent to ${job.data.to}`
    })
    const failed = events<[Job, Error]>(queue, 'failed', 1)
    const globally = events<[string, string]>(queue, 'global:completed', 2)
    const [ada, grace] = await queue.addBulk([
      { data: { to: 'ada' } },
      { data: { to: 'grace', fails: true }, opts: { attempts: 2, backoff: 10 } },
    ])
    expect(await Promise.all([ada.finished(), grace.finished()])).toEqual(['sent to ada', 'sent to grace'])
    expect((await failed)[0][1].message).toBe('away')
    expect((await globally).map(([id, result]) => [id, JSON.parse(result)])).toEqual([
      [ada.id, 'sent to ada'],
      [grace.id, 'sent to grace'],
    ])
    expect(letters).toEqual(['ada', 'grace'])
    expect(await queue.getJobCounts()).toMatchObject({ completed: 2, failed: 0, waiting: 0, active: 0, delayed: 0 })
  })
})

it('does 500 jobs, twenty at a time, each once', async () => {
  const queue = open(await openEngine())
  await queue.addBulk(Array.from({ length: 500 }, (_, number) => ({ data: { number } })))
  const done = events<Ended>(queue, 'completed', 500)
  void queue.process(20, async (job) => job.data.number)
  const numbers = (await done).map(([, number]) => Number(number))
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 500 }, (_, number) => number))
  expect(await queue.getCompletedCount()).toBe(500)
})

it('delays, repeats and orders by priority', async () => {
  const queue = open(await openEngine())
  await queue.pause()
  await queue.add('low', {}, { priority: 10 })
  await queue.add('high', {}, { priority: 1 })
  const asked = Date.now()
  await queue.add('late', {}, { delay: 150 })
  await queue.add('beat', {}, { repeat: { every: 100, limit: 2 } })
  const done = events<Ended>(queue, 'completed', 5)
  void queue.process('*', async () => Date.now())
  await queue.resume()
  const ended = await done
  const names = ended.map(([job]) => job.name)
  expect(names.slice(0, 2)).toEqual(['high', 'low'])
  expect(names.slice(2).sort()).toEqual(['beat', 'beat', 'late'])
  const late = ended.find(([job]) => job.name === 'late') as Ended
  expect(Number(late[1]) - asked).toBeGreaterThanOrEqual(150)
})

it('keeps to its rate', async () => {
  const engine = await openEngine()
  const queue = open(engine, { redis: redisOptions(engine), limiter: { max: 2, duration: 200 } })
  await queue.addBulk(Array.from({ length: 4 }, () => ({ data: {} })))
  const done = events<Ended>(queue, 'completed', 4)
  void queue.process(async () => Date.now())
  const times = (await done).map(([, at]) => Number(at))
  expect(times[2] - times[0]).toBeGreaterThanOrEqual(190)
})

it('cron is kept in the queue and may be taken out again', async () => {
  const queue = open(await openEngine())
  await queue.add('fireworks', {}, { repeat: { cron: '0 0 1 1 *', tz: 'UTC' } })
  const [yearly] = await queue.getRepeatableJobs()
  expect([yearly.name, new Date(yearly.next).toISOString().slice(4)]).toEqual(['fireworks', '-01-01T00:00:00.000Z'])
  await queue.removeRepeatableByKey(yearly.key)
  expect([await queue.getRepeatableJobs(), await queue.getDelayedCount()]).toEqual([[], 0])
})
