/** Bee-Queue, which brings a node-redis 3 of its own and knows no other client: it has the engine on a unix socket. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Queue from 'bee-queue'
import { expect, it, onTestFinished } from 'vitest'
import { serve } from '../../src/server/index.ts'
import { openEngine } from '../engine/open.ts'
import { events } from './clients.ts'

async function open(settings: Queue.QueueSettings = {}): Promise<Queue> {
  const folder = mkdtempSync(join(tmpdir(), 'bee-queue-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const server = await serve(await openEngine(), { path: join(folder, 'socket') })
  const queue = new Queue('sums', { redis: { path: server.path as string }, ...settings })
  onTestFinished(() => queue.close())
  return queue.ready()
}

it('does jobs, reports progress, and tells who asked', async () => {
  const queue = await open()
  queue.process(async (job) => {
    job.reportProgress({ half: true })
    return job.data.x + job.data.y
  })
  const job = queue.createJob({ x: 2, y: 3 })
  const progress = events<[{ half: boolean }]>(job, 'progress', 1)
  const succeeded = events<[number]>(job, 'succeeded', 1)
  await job.save()
  expect((await succeeded)[0][0]).toBe(5)
  expect((await progress)[0][0]).toEqual({ half: true })
  expect(await queue.checkHealth()).toMatchObject({ waiting: 0, active: 0, succeeded: 1, failed: 0 })
})

it('tries again what fails, as often as it is told', async () => {
  const queue = await open()
  let tries = 0
  queue.process(async () => {
    tries++
    throw new Error('away')
  })
  const job = queue.createJob({}).retries(2).backoff('immediate', 0)
  const retrying = events<[Error]>(job, 'retrying', 2)
  const failed = events<[Error]>(job, 'failed', 1)
  await job.save()
  await retrying
  expect((await failed)[0][0].message).toBe('away')
  expect(tries).toBe(3)
  expect((await queue.checkHealth()).failed).toBe(1)
})

it('delays', async () => {
  const queue = await open({ activateDelayedJobs: true })
  const until = Date.now() + 120
  const done = events<[unknown, number]>(queue, 'succeeded', 1)
  queue.process(async () => Date.now())
  await queue.createJob({}).delayUntil(until).save()
  expect((await done)[0][1]).toBeGreaterThanOrEqual(until)
})

it('does 500 jobs, ten at a time, each once', async () => {
  const queue = await open()
  const failures = await queue.saveAll(Array.from({ length: 500 }, (_, number) => queue.createJob({ number })))
  expect(failures.size).toBe(0)
  const done = events<[{ data: { number: number } }, number]>(queue, 'succeeded', 500)
  queue.process(10, async (job) => job.data.number)
  const numbers = (await done).map(([, number]) => number)
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 500 }, (_, number) => number))
  expect(await queue.checkHealth()).toMatchObject({ waiting: 0, active: 0, succeeded: 500 })
})
