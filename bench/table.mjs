/**
 * The table: what a call costs here, and what it costs elsewhere.
 *
 *   node bench/table.mjs [--run=quick|short|normal|full] [--only=rates,starts] [--rows=get,set] [--columns=sync,mock]
 *                        [--from=run.json] [--into=run.json]
 *
 * A normal or full run of all parts writes docs/performance.md, its charts and docs/performance.json. The others write
 * to build/bench/; `quick` (or BENCH_QUICK=1) only shows that everything works. `--from` makes the reports from a run's
 * JSON without measuring; `--into` measures some parts of that run once more, which the page says. Needs
 * `make build native`, and builds the native shim itself.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measure, partNames } from './driver/run.mjs'
import { settings } from './driver/settings.mjs'
import { goals } from './report/goals.mjs'
import { toText } from './report/json.mjs'
import { writePage } from './report/page.mjs'
import { textGoals, textTable } from './report/text.mjs'

const root = join(import.meta.dirname, '..')
const { values } = parseArgs({
  options: {
    run: { type: 'string' },
    only: { type: 'string' },
    rows: { type: 'string' },
    columns: { type: 'string' },
    from: { type: 'string' },
    into: { type: 'string' },
    folder: { type: 'string' },
  },
})
const chosen = settings(values.run)
const only = values.only?.split(',') ?? partNames
const unknown = only.find((name) => !partNames.includes(name))
if (unknown) throw new Error(`there is no part ${unknown}; there are ${partNames.join(', ')}`)

const run = values.from ? JSON.parse(readFileSync(values.from, 'utf8')) : await measureNow()
if (run.rates) console.log(`\n${textTable(run)}`)
console.log(`\n${textGoals(goals(run))}`)
const part = values.rows ?? values.columns
const whole = part === undefined && partNames.every((name) => run[name]) && ['normal', 'full'].includes(run.settings)
const folder = values.folder ?? (whole ? join(root, 'docs') : join(root, 'build/bench'))
mkdirSync(folder, { recursive: true })
console.log(`\n${writePage(run, folder)} is written (${run.seconds} s, run: ${run.settings})`)

async function measureNow() {
  execFileSync(join(root, 'scripts/bench-native-shim'), { stdio: 'inherit' })
  const kept = join(root, 'build/bench/run.json')
  mkdirSync(join(root, 'build/bench'), { recursive: true })
  await measure({
    settings: chosen,
    only,
    rows: values.rows?.split(','),
    columns: values.columns?.split(','),
    say: progress,
    into: values.into && JSON.parse(readFileSync(values.into, 'utf8')),
    keep: (measured) => writeFileSync(kept, toText(measured)),
  })
  progress()
  return JSON.parse(readFileSync(kept, 'utf8'))
}

/** What goes on, in place on a terminal, else a line whenever the work changes. */
function progress(text) {
  if (process.stderr.isTTY) process.stderr.write(text ? `\r\x1b[K  ${text}` : '\r\x1b[K')
  else if (text && text.split(/[,:]/)[0] !== progress.last) console.error(`  ${text}`)
  progress.last = text?.split(/[,:]/)[0]
}
