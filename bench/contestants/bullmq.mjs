/**
 * BullMQ, unmodified. Ways: `memory`, an engine of this process through wasm-redis/ioredis; `socket`, a native server on
 * a unix socket. Nothing but its `connection` differs. It takes part in bench/bullmq.mjs only.
 */
import { Queue, Worker } from 'bullmq'
import { startServer } from './native-server.mjs'
import { loadAdapter, loadLibrary } from './wasm-redis.mjs'

const JOBS = Number(process.env.BULLMQ_JOBS ?? 10_000)
const DELAY = 300
const DELAYED = Number(process.env.BULLMQ_DELAYED ?? 20)

/** BullMQ adds them in one transaction, which is held in memory whole. */
const AT_ONCE = 1000

let connection
/** Processor time of another process that takes part, in milliseconds. */
let serverCpu = () => 0

export async function open(way) {
  if (way === 'socket') {
    const server = await startServer()
    connection = { path: server.socket }
    serverCpu = server.cpu
    return { close: () => server.stop() }
  }
  const { createEngine } = await loadLibrary()
  const { redisOptions } = await loadAdapter('ioredis')
  const engine = await createEngine({ maxmemory: 0 })
  connection = redisOptions(engine)
  return { close: () => engine.close() }
}

/** Milliseconds of processor time so far, of all who take part. */
function cpu() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000 + serverCpu()
}

/**
 * Jobs per second: `added` by one queue, `done` by one worker that takes as many at once as told. `cost` is the processor
 * time of one job from its beginning to its end, of all who take part, in microseconds.
 */
async function jobs(concurrency) {
  const queue = new Queue('bench', { connection })
  await queue.waitUntilReady()
  let done = 0
  const worker = new Worker('bench', async (job) => job.data.number, { connection, concurrency, autorun: false })
  await worker.waitUntilReady()
  const finished = new Promise((resolve) => {
    worker.on('completed', () => {
      if (++done === JOBS) resolve()
    })
  })
  const used = cpu()
  const begin = performance.now()
  for (let at = 0; at < JOBS; at += AT_ONCE) {
    await queue.addBulk(
      Array.from({ length: Math.min(AT_ONCE, JOBS - at) }, (_, i) => ({ name: 'job', data: { number: at + i } })),
    )
  }
  const added = performance.now()
  void worker.run()
  await finished
  const end = performance.now()
  const cost = ((cpu() - used) / JOBS) * 1000
  const { completed, failed } = await queue.getJobCounts('completed', 'failed')
  if (completed !== JOBS || failed !== 0)
    throw new Error(`${completed} of ${JOBS} jobs are done, ${failed} have failed`)
  await worker.close()
  await queue.obliterate({ force: true })
  await queue.close()
  return { added: (JOBS / (added - begin)) * 1000, done: (JOBS / (end - added)) * 1000, cost }
}

export const oneByOne = () => jobs(1)
export const fifty = () => jobs(50)

/** How long after it was added a job began that was to wait 300 ms, in milliseconds; one after another. */
export async function delays() {
  const queue = new Queue('delays', { connection })
  let began
  const worker = new Worker('delays', async () => began(performance.now()), { connection })
  await worker.waitUntilReady()
  await queue.waitUntilReady()
  const waits = []
  while (waits.length < DELAYED) {
    const start = new Promise((resolve) => {
      began = resolve
    })
    const asked = performance.now()
    await queue.add('job', {}, { delay: DELAY })
    waits.push((await start) - asked)
  }
  await worker.close()
  await queue.close()
  return waits
}
