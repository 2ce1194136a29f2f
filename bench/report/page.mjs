/** docs/performance.md, its charts and the numbers behind them. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { STEADY } from '../driver/pace.mjs'
import { charts } from './charts.mjs'
import { goals } from './goals.mjs'
import { toText } from './json.mjs'
import {
  compiledTable,
  facts,
  growthTable,
  latencyTable,
  legend,
  marks,
  memoryTable,
  profiles,
  rateTables,
  stallTable,
  startTable,
} from './sections.mjs'

/** Writes all of it into `folder` and returns the page's path. */
export function writePage(run, folder) {
  const drawn = charts(run)
  mkdirSync(join(folder, 'charts'), { recursive: true })
  for (const { name, svg } of drawn) writeFileSync(join(folder, 'charts', `${name}.svg`), svg)
  const chart = (name) =>
    drawn.filter((one) => one.name === name).map((one) => `![${one.title}](charts/${name}.svg)`)[0]
  const page = join(folder, 'performance.md')
  const sections = [
    intro(run),
    chart('get'),
    chart('hundred'),
    ['## Marks', marks(goals(run))],
    ['## Calls', legend(run), chart('commands'), ...rateTables(run), chart('sizes')],
    ['## Latency', latencyTable(run)],
    ['## Start', chart('start'), startTable(run), compiledTable(run)],
    ['## Memory and growth', memoryTable(run), chart('growth'), growthTable(run)],
    ['## The event loop', stallTable(run)],
    ['## Where the time goes', profiles(run)],
  ]
  const text = sections
    .map((section) => [section].flat())
    .filter((section) => section.length === 1 || section.slice(1).some(Boolean))
    .flatMap((section) => section.filter(Boolean))
    .join('\n\n')
  writeFileSync(page, `${text}\n`)
  writeFileSync(join(folder, 'performance.json'), toText(run))
  return page
}

const intro = (run) => `# Performance

What a call costs here, and what it costs elsewhere: written by \`make bench\`, not by hand. All numbers are from one run
on one machine, so it is the ratios that travel.

${facts(run)}

Every contestant has a process of its own. Each row is set up by all of them, then sampled in rounds, one contestant
after the other, so that whatever else the machine does meets all alike. A number is the median of its samples; ± is
half the distance between their quartiles. The first reply of each row is checked before it is timed. A sample during
which the machine itself ran at less than ${STEADY} of its best pace is taken again, of whomever it was.

To run it: \`make bench\` (this page), \`node bench/table.mjs --run=full\` (10 M keys, too), \`--run=quick\` (only a look
whether everything works), \`node bench/compare.mjs HEAD~1 HEAD\` (two commits, and what moved beyond the noise).`
