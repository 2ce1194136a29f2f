/**
 * The engine's own Tcl suite, unit by unit, against this package's server and the native one in the same run.
 *
 *   node test/tcl/run.mjs [--mode external,spawned] [--units unit/type/list,unit/dump] [--seconds 240] [--out FOLDER]
 *
 * Needs `make build native` and tclsh 8.6. Writes tcl-<mode>.json into build/reports/conformance/, which
 * scripts/generate-compatibility.mjs makes the page of, and what every unit printed to build/tcl/. Ends with 1 when a
 * test fails that passes natively and has no cause in `causes` of not-applicable.mjs.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { causes, reasons, tests, units as unitsLeftOut } from './not-applicable.mjs'
import { layOut, runUnit } from './runtest.mjs'
import { programs, startServer } from './servers.mjs'

const root = join(import.meta.dirname, '../..')
const engine = join(root, 'build/engine')
const scratch = join(root, 'build/tcl', String(process.pid))
const logs = join(root, 'build/tcl/log')

const { values } = parseArgs({
  options: {
    mode: { type: 'string', default: 'external,spawned' },
    units: { type: 'string' },
    seconds: { type: 'string', default: '240' },
    out: { type: 'string', default: join(root, 'build/reports/conformance') },
  },
})

/** @typedef {'native' | 'wasm'} Subject */

for (const needed of ['dist/cli.js', 'dist/redis.wasm', 'build/native/bin/valkey-server', 'build/engine/tests']) {
  if (!existsSync(join(root, needed))) throw new Error(`${needed} is not there: run make build native first`)
}

/** The first ports of each, with room for the cluster buses above; several runs at once need not meet. */
const first = 20_100 + (process.pid % 8) * 1_000
const ports = { native: first, wasm: first + 500 }

/** Where each subject's suite runs, and the programs that it starts. */
const places = Object.fromEntries(
  Object.keys(ports).map((subject) => {
    const folder = join(scratch, subject)
    layOut(engine, folder)
    return [subject, { folder, bin: programs(/** @type {Subject} */ (subject), join(scratch, `${subject}-bin`)) }]
  }),
)

const listed = execFileSync('tclsh8.6', ['tests/test_helper.tcl', '--list-tests'], {
  cwd: places.native.folder,
  env: { ...process.env, VALKEY_BIN_DIR: places.native.bin },
  encoding: 'utf8',
})
const everyUnit = listed.trim().split('\n').sort()
const chosen = values.units?.split(',').map((unit) => unit.replace(/^tests\/|\.tcl$/g, ''))
const unknown = chosen?.find((unit) => !everyUnit.includes(unit))
if (unknown) throw new Error(`the suite has no unit ${unknown}; it has ${everyUnit.join(', ')}`)

let unexplained = 0
try {
  for (const mode of values.mode.split(',')) await measure(mode)
  process.exitCode = unexplained === 0 ? 0 : 1
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

async function measure(mode) {
  if (mode !== 'external' && mode !== 'spawned') throw new Error(`mode is ${mode}; it must be external or spawned`)
  const rows = []
  for (const unit of chosen ?? everyUnit) {
    if (mode === 'spawned' && leftOut(unit)) continue
    const [native, wasm] = await Promise.all(['native', 'wasm'].map((subject) => runOne(mode, unit, subject)))
    if (native.passed.length === 0) {
      if (mode === 'spawned' || chosen) console.log(`${unit}: no test passes natively (${native.reason || 'none ran'})`)
      continue
    }
    const row = compare(unit, native, wasm)
    rows.push(row)
    console.log(`${unit}: native ${row.native}, passed ${row.passed}, failed ${row.failed}, n/a ${row.notApplicable}`)
    for (const name of row.open) console.log(`  ${name}: no cause is known`)
    unexplained += row.open.length
    write(mode, rows)
  }
}

/** Why a unit is not run where the suite starts its own servers. */
function leftOut(unit) {
  return unitsLeftOut.find(({ names }) =>
    names.some((name) => name === unit || (name.endsWith('*') && unit.startsWith(name.slice(0, -1)))),
  )
}

async function runOne(mode, unit, subject) {
  const { folder, bin } = places[subject]
  const server = mode === 'external' ? await startServer(bin, scratch) : undefined
  const args = ['--tags', '-slow', '--baseport', String(ports[subject]), '--portcount', '400']
  if (server) args.push('--host', '127.0.0.1', '--port', String(server.port))
  if (subject === 'wasm') for (const name of Object.values(tests[unit] ?? {}).flat()) args.push('--skiptest', name)
  const log = join(logs, mode, subject, `${unit.replaceAll('/', '-')}.log`)
  try {
    return await runUnit({ folder, unit, args, bin, seconds: Number(values.seconds), log })
  } finally {
    await server?.close()
  }
}

/** Whether an entry of the list means a test: by its name or, as the suite has it, by a pattern behind a slash. */
function means(listed, name) {
  return listed.startsWith('/') ? new RegExp(listed.slice(1)).test(name) : listed === name
}

/** What passes natively is what counts: names are compared one by one, since several tests may share one. */
function compare(unit, native, wasm) {
  const left = [...wasm.passed]
  const kinds = Object.entries(tests[unit] ?? {})
  const counts = new Map()
  const failed = new Map()
  let passed = 0
  let notApplicable = 0
  for (const name of native.passed) {
    const at = left.indexOf(name)
    if (at >= 0) {
      left.splice(at, 1)
      passed++
      continue
    }
    const kind = kinds.find(([, names]) => names.some((listed) => means(listed, name)))?.[0]
    if (kind) {
      notApplicable++
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
    } else {
      failed.set(name, (failed.get(name) ?? 0) + 1)
    }
  }
  const known = causes[unit] ?? {}
  const open = [...failed.keys()].filter((name) => !(name in known))
  const said = (name) => wasm.failed.find((failure) => failure.name === name)?.reason ?? `did not run: ${wasm.reason}`
  const reason = [
    ...[...counts].map(([kind, count]) => `${count} ${kind}`),
    ...[...failed.keys()].map((name) => `*${name}*: ${known[name] ?? said(name)}`),
  ].join('; ')
  const failures = [...failed.values()].reduce((a, b) => a + b, 0)
  return { name: unit, native: native.passed.length, passed, failed: failures, notApplicable, reason, open }
}

function write(mode, rows) {
  const folder = values.out
  mkdirSync(folder, { recursive: true })
  const section = {
    section: `tcl-${mode}`,
    partial: chosen !== undefined,
    about: about(mode),
    version: `Node ${process.versions.node} on ${process.platform} ${process.arch}, ${cpus().length} cores`,
    rows: rows.map(({ open, ...row }) => row),
  }
  writeFileSync(join(folder, `tcl-${mode}.json`), `${JSON.stringify(section, null, 2)}\n`)
}

function about(mode) {
  const used = new Set(Object.values(tests).flatMap((kinds) => Object.keys(kinds)))
  const legend = Object.entries(reasons)
    .filter(([kind]) => used.has(kind))
    .map(([kind, text]) => `- *${kind}*: ${text}`)
  const why = `What does not apply, and is skipped by name (\`test/tcl/not-applicable.mjs\`):\n\n${legend.join('\n')}`
  if (mode === 'external') {
    return (
      'Each unit has a server of its own, which `wasm-redis serve` put on a port, and is told where it is (`--host`, ' +
      `\`--port\`). Of the suite's ${everyUnit.length} units these have tests that can be run so; slow ones are left ` +
      `out. ${why}`
    )
  }
  const lines = unitsLeftOut.map(({ names, why }) => `- *${why}*: ${names.map((name) => `\`${name}\``).join(', ')}`)
  return (
    'The suite starts, restarts and stops its servers itself, and finds a program that runs `wasm-redis serve` in the ' +
    'place of `valkey-server`. These are the units that one server at a time is enough for; slow tests are left out. ' +
    `What does not apply is named as above. Units that are not run:\n\n${lines.join('\n')}`
  )
}
