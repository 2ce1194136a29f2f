/** BullMQ on an engine of this process, for tests: only `connection` is ours. */
import { type ConnectionOptions, FlowProducer, type Job, Queue, QueueEvents, Worker, type WorkerOptions } from 'bullmq'
import { onTestFinished } from 'vitest'
import { redisOptions } from '../../src/adapters/ioredis.ts'
import type { Engine } from '../../src/index.ts'
import { openEngine } from '../engine/open.ts'

/** A function, or the path of a module that has one. */
type Work = string | ((job: Job) => Promise<unknown>)
/** What is told of a job that is done. */
export type Ended = [job: Job, result: unknown]

/** What a program opens of BullMQ, over one kind of connection; all of it is closed when the test is over. */
export class App {
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

export const openApp = async () => new App(await openEngine())
