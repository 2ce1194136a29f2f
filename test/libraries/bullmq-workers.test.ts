/** BullMQ: workers, and the queues that they take jobs from. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Job } from 'bullmq'
import { expect, it, onTestFinished } from 'vitest'
import { type Ended, openApp } from './bullmq.ts'
import { events } from './clients.ts'

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

it('keep to their rate', async () => {
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

it('stalled jobs go to another one', async () => {
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

it('one that waits is woken by the next job: it does not look again and again', async () => {
  const app = await openApp()
  const queue = app.queue()
  const worker = await app.worker(async () => 'done')
  await expect.poll(() => app.engine.connect().callSync<string>('CLIENT', 'LIST')).toMatch(/flags=b.*cmd=bzpopmin/)
  const done = events<Ended>(worker, 'completed', 1)
  await queue.add('letter', {})
  expect((await done)[0][1]).toBe('done')
})

it.each([
  ['processes', false],
  ['threads', true],
])('work in %s of their own, which reach the queue through this one', async (_, useWorkerThreads) => {
  const folder = mkdtempSync(join(tmpdir(), 'bullmq-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const processor = join(folder, 'work.mjs')
  const text = `export default async (job) => {
    await job.updateProgress(50)
    await job.log('half')
    return { pid: process.pid, n: job.data.n * 2 }
  }`
  writeFileSync(processor, text)
  const app = await openApp()
  const queue = app.queue()
  const worker = await app.worker(processor, { useWorkerThreads })
  const done = events<[Job, { pid: number; n: number }]>(worker, 'completed', 1)
  await queue.add('double', { n: 21 })
  const [[job, { pid, n }]] = await done
  expect([n, job.progress, pid === process.pid]).toEqual([42, 50, useWorkerThreads])
  expect((await queue.getJobLogs(job.id as string)).logs).toEqual(['half'])
})
