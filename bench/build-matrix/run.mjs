/**
 * The experiment behind the build's options: builds variants of redis.wasm, and says how large each is and how fast.
 *
 *   node bench/build-matrix/run.mjs [VARIANT…] [--rows=get,set] [--columns=sync,module] [--build-only]
 *
 * Without names: all of variants.mjs, which takes some minutes each to build, once; then results.md is written. Ratios
 * are to the first one.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { columns } from '../contestants/columns.mjs'
import { machine } from '../driver/machine.mjs'
import { measureRates } from '../driver/rates.mjs'
import { settings } from '../driver/settings.mjs'
import { median } from '../driver/statistics.mjs'
import { inUnit } from '../report/figures.mjs'
import { rateRows } from '../rows/rows.mjs'
import { writeMakefile } from './makefile.mjs'
import { variants } from './variants.mjs'

const root = join(import.meta.dirname, '../..')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: 'string', default: 'get,set,hset,zrange,eval,get-pipeline,set-pipeline,get-view-1048576' },
    columns: { type: 'string', default: 'module' },
    'build-only': { type: 'boolean' },
  },
})
const names = positionals.length > 0 ? positionals : Object.keys(variants)
const unknown = names.find((name) => !variants[name])
if (unknown) throw new Error(`there is no variant ${unknown}; there are ${Object.keys(variants).join(', ')}`)
const say = (text) => console.error(`  ${text}`)
const sizeHeads = ['size', 'gzipped']

const makefile = writeMakefile()
/** dist/ folders by variant; variants that cannot be built, and why. */
const built = {}
const failed = {}
for (const name of names) {
  try {
    built[name] = build(name)
  } catch (error) {
    failed[name] = error.message.split('\n').at(-1)
    say(`${name} cannot be built: ${failed[name]}`)
  }
}
if (values['build-only']) {
  console.log(
    table(
      ['variant', ...sizeHeads],
      names.map((name) => [name, ...sizesOf(name)]),
    ),
  )
} else {
  const tables = await measured()
  console.log(tables)
  if (positionals.length === 0) writeFileSync(join(import.meta.dirname, 'results.md'), page(tables))
}

/** dist/ with the variant's module in it. Throws what the build said last when it fails. */
function build(name) {
  say(`building ${name}`)
  const folder = `build/matrix/${name}`
  const variables = Object.entries(variants[name]).map(([variable, value]) => `${variable}=${value}`)
  const make = ['make', '--no-print-directory', '-f', makefile, `-j${availableParallelism()}`]
  const places = [`O=${folder}/objects`, `MODULE=${folder}/dist/redis.wasm`]
  mkdirSync(join(root, folder, 'dist'), { recursive: true })
  const options = { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', maxBuffer: 1e8 }
  const { status, stderr } = spawnSync(
    'scripts/bench-in-toolchain',
    ['emcc', ...make, ...places, ...variables, 'wasm'],
    options,
  )
  if (status !== 0) throw new Error(stderr.match(/^.*error:.*$/m)?.[0] ?? `make ended with status ${status}`)
  const dist = join(root, 'dist')
  if (!existsSync(join(dist, 'index.js'))) throw new Error('dist/ has no index.js: run make')
  for (const file of readdirSync(dist)) {
    if (file.endsWith('.js')) cpSync(join(dist, file), join(root, folder, 'dist', file))
  }
  return join(root, folder, 'dist')
}

function sizesOf(name) {
  if (failed[name]) return [failed[name], '']
  const module = readFileSync(join(built[name], 'redis.wasm'))
  return [module.length, gzipSync(module, { level: 9 }).length].map((size) => `${Math.round(size / 1000)} KB`)
}

/** A table for each column: what every variant does in every row, and its ratio to the first variant. */
async function measured() {
  const rows = rateRows.filter(({ id }) => values.rows.split(',').includes(id))
  const runs = names.filter((name) => built[name])
  const tables = []
  for (const id of values.columns.split(',')) {
    const column = columns.find((one) => one.id === id)
    const contestants = runs.map((name) => ({ ...column, id: name, env: { WASM_REDIS_DIST: built[name] } }))
    const results = await measureRates({ columns: contestants, rows, settings: settings(), say })
    const shown = rows.filter((row) => results[row.id][runs[0]]?.samples)
    const cell = (row, name) => {
      const of = (variant) => median(results[row.id][variant].samples)
      return results[row.id][name]?.samples
        ? `${inUnit(row, of(name))} (${(of(name) / of(runs[0])).toFixed(2)})`
        : 'failed'
    }
    const heads = ['variant', ...sizeHeads, ...shown.map(({ title }) => title)]
    const lines = names.map((name) => [
      `\`${name}\``,
      ...sizesOf(name),
      ...shown.map((row) => (built[name] ? cell(row, name) : '')),
    ])
    tables.push(`**${column.short}**: ${column.title}\n\n${table(heads, lines)}`)
  }
  return tables.join('\n\n')
}

function table(heads, lines) {
  const line = (cells) => `| ${cells.join(' | ')} |`
  return [line(heads), line(heads.map((_, i) => (i === 0 ? '---' : '---:'))), ...lines.map(line)].join('\n')
}

function page(tables) {
  const { date, processor, cores, node, commit } = machine()
  return `# Ways to build redis.wasm

Written by \`${['node bench/build-matrix/run.mjs', ...process.argv.slice(2)].join(' ')}\`: what each variant of \`variants.mjs\` is like, in size and per second. In brackets is
its ratio to the module as it is built.

${processor}, ${cores} cores, Node ${node}, commit ${commit}, ${date} UTC.

${tables}
`
}
