/** Rates: every row, every contestant, in turn. */
import { Contestant } from './contestant.mjs'
import { steady } from './pace.mjs'

/** Columns that go on after one of them failed; what it said is kept for the page. */
export async function openAll(columns, failed, say) {
  const open = []
  for (const column of columns) {
    const contestant = new Contestant(column)
    try {
      contestant.about = await contestant.ask('open')
      open.push(contestant)
    } catch (error) {
      say(`${column.id} cannot run: ${error.message}`)
      failed[column.id] = error.message
      await contestant.end()
    }
  }
  return open
}

/**
 * Fills `results[row.id][column.id]` with `{ samples }` in operations (or bytes) per second, `{ missing }` with the
 * reason, or `{ error }`. A session gives every contestant a new process; in it each row is set up by all, then
 * sampled in rounds: A B C, A B C, …
 */
export async function measureRates({ columns, rows, settings, say, failed = {}, about = {} }) {
  const results = Object.fromEntries(rows.map((row) => [row.id, {}]))
  for (let session = 1; session <= settings.sessions; session++) {
    const contestants = await openAll(columns, failed, say)
    for (const contestant of contestants) about[contestant.id] = contestant.about
    for (const [i, row] of rows.entries()) {
      say(`rates: session ${session} of ${settings.sessions}, row ${i + 1} of ${rows.length}, ${row.title}`)
      // The first row also warms what all have in common.
      const { warm } = settings
      await measureRow(contestants, row, { ...settings, warm: i === 0 ? warm * 8 : warm }, results[row.id])
    }
    for (const contestant of contestants) await contestant.end()
  }
  return results
}

async function measureRow(contestants, row, settings, result) {
  const ready = []
  for (const contestant of contestants) {
    if (contestant.rows && !contestant.rows.includes(row.id)) continue
    try {
      const { missing } = await contestant.ask('prepare', { row: row.id, warm: settings.warm, sample: settings.sample })
      if (missing === undefined) ready.push(contestant)
      else result[contestant.id] = { missing }
    } catch (error) {
      result[contestant.id] = { error: error.message }
    }
  }
  for (let round = 0; round < settings.rounds; round++) {
    for (const contestant of ready) {
      result[contestant.id] ??= { samples: [] }
      const cell = result[contestant.id]
      if (!cell.samples) continue
      const entries = await steady(() => contestant.ask('sample'))
      cell.samples.push(entries * row.operations * (row.size ?? 1))
    }
  }
}
