/**
 * The process of one contestant: `node child.mjs CONTESTANT WAY`. It does what its parent asks for, one message after
 * another, and answers each with `{ value }` or `{ error }`.
 */

import { rateRow } from '../rows/rows.mjs'
import { pace, warmPace } from './pace.mjs'
import { profile } from './profile.mjs'
import { stall } from './stall.mjs'
import { calibrate } from './timing.mjs'

const [name, way] = process.argv.slice(2)
let contestant
let prepared
let perSample = 1

async function warmUp(warm, sample) {
  globalThis.gc?.()
  // Some cannot time a sample shorter than theirs.
  perSample = await calibrate(prepared.run, warm, Math.max(sample, contestant.shortest ?? 0))
}

const answers = {
  async open() {
    warmPace()
    contestant = await (await import(`../contestants/${name}.mjs`)).open(way)
    return contestant.about
  },
  /** Sets a row up and warms it. Gives `{ missing }` when this contestant has no such row. */
  async prepare({ row, warm, sample }) {
    prepared = await contestant.prepare(rateRow(row))
    if (prepared.missing !== undefined) return { missing: prepared.missing }
    await warmUp(warm, sample)
    return {}
  },
  /** One sample of what was prepared, entries per second, and how fast the machine was. */
  async sample() {
    const before = pace()
    const value = perSample / (await prepared.run(perSample))
    return { value, pace: Math.min(before, pace()) }
  },
  /** Where the time of what was prepared goes. */
  profile: ({ ms }) => profile(() => prepared.run(perSample), ms),
  latencies: ({ ms }) => contestant.latencies(ms),
  churn: () => contestant.churn(),
  fill({ count }) {
    prepared = undefined // its requests would count as memory
    return contestant.fill(count)
  },
  /** Prepares GET of random keys; gives how many of them are in one entry. */
  async random({ count, warm, sample }) {
    prepared = await contestant.random(count)
    await warmUp(warm, sample)
    return prepared.operations ?? 1
  },
  /** Bytes: resident, and of WebAssembly memory where there is any. */
  memory: () => ({ rss: contestant.rss(), module: contestant.module?.() }),
  stall: ({ kind, count }) => stall(contestant, kind, count),
  close: () => contestant?.close(),
  /** Questions to a fresh process, `start`, `idle`, `scratch`, and how fast the machine was. */
  async ask({ question }) {
    const value = await (await import(`../contestants/${name}.mjs`))[question]()
    return { value, pace: warmPace() }
  },
}

process.on('message', async ({ order, options }) => {
  try {
    process.send({ value: await answers[order](options) })
  } catch (error) {
    process.send({ error: error instanceof Error ? error.message : String(error) })
  }
})

// A parent that was interrupted must leave no server behind.
process.on('disconnect', async () => {
  await contestant?.close()
  process.exit()
})
