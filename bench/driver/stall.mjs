/** How long a contestant holds the event loop of its own process while it works in the background. */
import { existsSync, openSync, readSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { key, value } from '../rows/data.mjs'

const SCHEDULED = '/proc/thread-self/schedstat'
const SPACE = 32
/** Milliseconds between two looks of the monitor at the event loop. */
const LOOK_EVERY = 1

/**
 * Milliseconds that this thread was ready to run, and something else ran on its processor; none where no system tells.
 * The time that it did run is told there, too, but only with the scheduler's tick, every four milliseconds.
 */
const waited = existsSync(SCHEDULED) ? scheduled() : () => 0

/** It is asked in every turn of the loop, and leaves nothing behind that would have to be collected in one of them. */
function scheduled() {
  const file = openSync(SCHEDULED, 'r')
  const bytes = new Uint8Array(64)
  return () => {
    readSync(file, bytes, 0, bytes.length, 0)
    let ns = 0
    for (let i = bytes.indexOf(SPACE) + 1; bytes[i] !== SPACE; i++) ns = ns * 10 + bytes[i] - 48
    return ns / 1e6
  }
}

/**
 * Watches the event loop until `finished` resolves. `longest` is its longest turn, `held` the longest without the time
 * that it waited for a processor (what else runs there is not the contestant's fault), `delay` the maximum of
 * `monitorEventLoopDelay`, less the millisecond that lies between two of its looks in any case. Milliseconds.
 */
async function watch(finished) {
  const histogram = monitorEventLoopDelay({ resolution: LOOK_EVERY })
  let watching = true
  let longest = 0
  let held = 0
  let at = performance.now()
  let before = waited()
  const turn = () => {
    const now = performance.now()
    const total = waited()
    longest = Math.max(longest, now - at)
    held = Math.max(held, now - at - (total - before))
    at = now
    before = total
    if (watching) setImmediate(turn)
  }
  histogram.enable()
  setImmediate(turn)
  await finished()
  await pause(50)
  watching = false
  histogram.disable()
  return { longest, held, delay: histogram.max / 1e6 - LOOK_EVERY }
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

async function sendInChunks({ sendAll }, count, request) {
  for (let at = 0; at < count; at += 1000) {
    await sendAll(Array.from({ length: Math.min(1000, count - at) }, (_, i) => request(at + i)))
  }
}

async function load({ sendAll }, count) {
  for (let at = 0; at < count; at += 100) {
    await sendAll(Array.from({ length: 100 }, (_, i) => ['SET', key(at + i), value]))
    await new Promise(setImmediate)
  }
}

/** A hash of `count` fields. */
const fillHash = (contestant, count) => sendInChunks(contestant, count, (i) => ['HSET', 'big', key(i), value])

const lazyFreed = async ({ send }) => {
  while (!/lazyfree_pending_objects:0\b/.test(String(await send(['INFO', 'memory'])))) await pause(10)
}

const kinds = {
  /** Nothing happens: what this machine does to any process. */
  idle: async () => () => pause(1000),
  unlink: async (contestant, count) => {
    await fillHash(contestant, count)
    return async () => {
      await contestant.send(['UNLINK', 'big'])
      await lazyFreed(contestant)
    }
  },
  flush: async (contestant, count) => {
    await fillHash(contestant, count)
    return async () => {
      await contestant.send(['FLUSHALL', 'ASYNC'])
      await lazyFreed(contestant)
    }
  },
  /** Tables grow while keys come in, a hundred at a time. In a new process V8's compilers would take the processors. */
  load: async (contestant, count) => {
    await load(contestant, Math.min(count, 200_000))
    await contestant.send(['FLUSHALL'])
    return () => load(contestant, count)
  },
  /** Keys that expire over two seconds, none of them before all are there. */
  expire: async (contestant, count) => {
    const first = Date.now() + 1000 + count / 50
    await sendInChunks(contestant, count, (i) => ['SET', key(i), value, 'PXAT', first + ((i * 7919) % 2000)])
    return async () => {
      await pause(Math.max(0, first - Date.now()))
      const end = Date.now() + 60_000
      while (Number(await contestant.send(['DBSIZE'])) > 0 && Date.now() < end) await pause(50)
    }
  },
}

/** Longest holds in milliseconds, or `undefined` when this contestant cannot be watched. */
export async function stall(contestant, kind, count) {
  if (!contestant.sendAll) return undefined
  await contestant.send(['FLUSHALL'])
  const work = await kinds[kind](contestant, count)
  globalThis.gc?.()
  return await watch(work)
}
