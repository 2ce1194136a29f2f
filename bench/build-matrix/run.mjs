/**
 * The experiment behind the build's options: builds variants of redis.wasm, and prints size and a few rows of each.
 *
 *   node bench/build-matrix/run.mjs [VARIANT…] [--rows=get,set] [--columns=sync,module] [--build-only]
 *
 * Without names: all of variants.mjs, which takes some minutes each to build, once. Ratios are to the first one.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { columns } from '../contestants/columns.mjs'
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
    columns: { type: 'string', default: 'sync,module' },
    'build-only': { type: 'boolean' },
  },
})
const names = positionals.length > 0 ? positionals : Object.keys(variants)
const unknown = names.find((name) => !variants[name])
if (unknown) throw new Error(`there is no variant ${unknown}; there are ${Object.keys(variants).join(', ')}`)
const say = (text) => console.error(`  ${text}`)

const makefile = writeMakefile()
const folders = names.map(build)
printSizes()
if (!values['build-only']) await printRates()

/** dist/ with the variant's module in it. */
function build(name) {
  say(`building ${name}`)
  const folder = `build/matrix/${name}`
  const variables = Object.entries(variants[name]).map(([variable, value]) => `${variable}=${value}`)
  const make = ['make', '--no-print-directory', '-f', makefile, `-j${availableParallelism()}`]
  const places = [`O=${folder}/objects`, `MODULE=${folder}/dist/redis.wasm`]
  mkdirSync(join(root, folder, 'dist'), { recursive: true })
  const options = { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8', maxBuffer: 1e8 }
  execFileSync('scripts/bench-in-toolchain', ['emcc', ...make, ...places, ...variables, 'wasm'], options)
  if (!existsSync(join(root, 'dist/index.js'))) throw new Error('dist/ has no index.js: run make')
  cpSync(join(root, 'dist/index.js'), join(root, folder, 'dist/index.js'))
  return join(root, folder, 'dist')
}

function printSizes() {
  console.log(`${'variant'.padEnd(18)}${'bytes'.padStart(12)}${'gzipped'.padStart(12)}`)
  for (const [i, name] of names.entries()) {
    const module = readFileSync(join(folders[i], 'redis.wasm'))
    const cells = [module.length, gzipSync(module, { level: 9 }).length].map((size) => String(size).padStart(12))
    console.log(name.padEnd(18) + cells.join(''))
  }
}

async function printRates() {
  const rows = rateRows.filter(({ id }) => values.rows.split(',').includes(id))
  for (const id of values.columns.split(',')) {
    const column = columns.find((one) => one.id === id)
    const contestants = names.map((name, i) => ({ ...column, id: name, env: { WASM_REDIS_DIST: folders[i] } }))
    const results = await measureRates({ columns: contestants, rows, settings: settings(), say })
    const shown = rows.filter((row) => results[row.id][names[0]]?.samples)
    console.log(`\n${column.short}\n${''.padEnd(18)}${shown.map((row) => row.id.padStart(19)).join('')}`)
    for (const name of names) {
      const cells = shown.map((row) => {
        const { samples } = results[row.id][name]
        if (!samples) return 'failed'.padStart(19)
        const relative = median(samples) / median(results[row.id][names[0]].samples)
        return `${inUnit(row, median(samples))} ${relative.toFixed(3)}`.padStart(19)
      })
      console.log(name.padEnd(18) + cells.join(''))
    }
  }
}
