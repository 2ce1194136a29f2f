/**
 * Two commits, measured in turn, and what moved between them beyond the noise.
 *
 *   node bench/compare.mjs A B [--rows=get,set] [--columns=sync,async,module] [--sessions=6] [--rounds=3]
 *
 * A and B are commits, branches or tags; `.` is this checkout's dist/ as it stands. Ratios are B to A: above 1 is
 * faster. Exits with 1 when something became slower.
 */
import { parseArgs } from 'node:util'
import { columns } from './contestants/columns.mjs'
import { built } from './driver/commit.mjs'
import { measureRates } from './driver/rates.mjs'
import { settings } from './driver/settings.mjs'
import { median, ratio } from './driver/statistics.mjs'
import { inUnit } from './report/figures.mjs'
import { rateRows } from './rows/rows.mjs'

/** Differences below this are not worth a line, however sure they are. */
const NEGLIGIBLE = 0.01

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: 'string', default: 'set,get,hset,zrange,mget,eval,get-concurrent,get-pipeline,set-pipeline' },
    columns: { type: 'string', default: 'sync,async,module' },
    sessions: { type: 'string' },
    rounds: { type: 'string' },
  },
})
if (positionals.length !== 2) throw new Error('usage: node bench/compare.mjs A B [--rows=…] [--columns=…]')

const say = (text) => console.error(`  ${text}`)
const sides = positionals.map((name) => built(name, say))
const chosen = { ...settings(), ...(process.env.BENCH_QUICK ? {} : { sessions: 6 }) }
if (values.sessions) chosen.sessions = Number(values.sessions)
if (values.rounds) chosen.rounds = Number(values.rounds)

const all = values.rows === 'all'
const rows = rateRows.filter(({ id }) => all || values.rows.split(',').includes(id))
const ours = columns.filter(({ id, ours }) => ours && values.columns.split(',').includes(id))
// A B of one column stand side by side, so that little time lies between their samples.
const pairs = ours.flatMap((column) =>
  sides.map(({ dist }, side) => ({ ...column, id: `${column.id} ${side}`, env: { WASM_REDIS_DIST: dist } })),
)
const results = await measureRates({ columns: pairs, rows, settings: chosen, say })

console.log(`A: ${sides[0].title}\nB: ${sides[1].title}\n`)
const verdicts = { '-1': 'slower', 0: '', 1: 'FASTER' }
let slower = 0
for (const row of rows) {
  for (const { id, short } of ours) {
    const [a, b] = [0, 1].map((side) => results[row.id][`${id} ${side}`]?.samples)
    if (!a?.length || !b?.length) continue
    const found = ratio(bySession(a), bySession(b))
    const moved = direction(found)
    if (moved < 0) slower++
    const interval = `${found.low.toFixed(3)} to ${found.high.toFixed(3)}`
    const cells = [
      inUnit(row, median(a)).padStart(10),
      inUnit(row, median(b)).padStart(10),
      found.ratio.toFixed(3),
      interval,
    ]
    console.log(`${`${row.title}, ${short}`.padEnd(44)} ${cells.join('  ')}  ${verdicts[moved]}`.trimEnd())
  }
}
console.log(`\n${slower === 0 ? 'Nothing is slower' : `${slower} rows are slower`} beyond the noise.`)
process.exitCode = slower === 0 ? 0 : 1

function bySession(samples) {
  const { rounds } = chosen
  return Array.from({ length: Math.ceil(samples.length / rounds) }, (_, i) =>
    samples.slice(i * rounds, (i + 1) * rounds),
  )
}

/** 1 when B is faster beyond the noise, -1 when it is slower, else 0. */
function direction({ ratio: middle, low, high }) {
  if (Math.abs(middle - 1) < NEGLIGIBLE || (low <= 1 && high >= 1)) return 0
  return middle > 1 ? 1 : -1
}
