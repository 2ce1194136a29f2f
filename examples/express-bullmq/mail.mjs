import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'

/** Where jobs wait. BullMQ wants connections that never give up. */
const connect = () => new Redis(process.env.REDIS_URL, { maxRetriesPerRequest: null })

/**
 * Letters that are sent in the background, each of them once, and again when that fails. `send(letter)` does the
 * sending; it is given `{ to, text }`.
 */
export function openMail(send) {
  const connections = [connect(), connect()]
  const queue = new Queue('mail', { connection: connections[0] })
  const worker = new Worker('mail', ({ data }) => send(data), { connection: connections[1], concurrency: 5 })
  worker.on('error', (error) => console.error('mail:', error.message))
  return {
    queue,
    worker,
    post: (letter, delay = 0) =>
      queue.add('letter', letter, { delay, attempts: 3, backoff: { type: 'fixed', delay: 20 } }),
    /** Resolves once both are connected: a worker that is closed while it still connects goes on trying. */
    ready: () => Promise.all([queue.waitUntilReady(), worker.waitUntilReady()]),
    async close() {
      await worker.close()
      await queue.close()
      for (const connection of connections) connection.disconnect()
    },
  }
}
