/**
 * Writes docs/compatibility.md from docs/compatibility.json, after taking into that file what has been measured anew.
 *
 *   node scripts/generate-compatibility.mjs [--check]
 *
 * `--check` writes nothing and fails when the page is not what the JSON says.
 *
 * A run that measures leaves one file per section, build/reports/conformance/<section>.json:
 *
 *   {
 *     "section": "libraries",        the file's name; `order` below has the ones that are known
 *     "title": "Libraries",          optional heading; known sections have one
 *     "about": "One paragraph …",    optional markdown under the heading
 *     "version": "…",                optional: what was run
 *     "partial": true,               optional: these rows replace those of the same name, and the others stay
 *     "rows": [
 *       { "name": "…", "version": "…", "native": 12, "passed": 12, "failed": 0, "notApplicable": 0, "reason": "…" }
 *     ]
 *   }
 *
 * `version`, `native` (how many pass against the native server in the same run) and `reason` (markdown, one line: why
 * some failed or do not apply) may be missing; a column that no row has is left out. A section that was not measured
 * keeps what docs/compatibility.json has.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const measured = join(root, 'build/reports/conformance')
const kept = join(root, 'docs/compatibility.json')
const page = join(root, 'docs/compatibility.md')

const order = {
  'tcl-external': "The engine's own test suite, against a server that runs",
  'tcl-spawned': "The engine's own test suite, with servers that it starts",
  libraries: 'Libraries',
  differential: 'The same commands to this and to a native server',
}

const check = process.argv.includes('--check')
const sections = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : {}
if (!check) {
  for (const file of existsSync(measured) ? readdirSync(measured).filter((name) => name.endsWith('.json')) : []) {
    const { section, ...rest } = JSON.parse(readFileSync(join(measured, file), 'utf8'))
    if (`${section}.json` !== file) throw new Error(`${file} says that it is section ${section}; both must be the same`)
    sections[section] = merged(sections[section], rest)
  }
  writeFileSync(kept, `${JSON.stringify(sections, null, 2)}\n`)
}

const text = pageOf(sections)
if (!check) {
  writeFileSync(page, text)
} else if (!existsSync(page) || readFileSync(page, 'utf8') !== text) {
  console.error(
    'docs/compatibility.md is not what docs/compatibility.json says: run node scripts/generate-compatibility.mjs',
  )
  process.exitCode = 1
}

function merged(before, { partial, ...now }) {
  if (!partial || !before) return now
  const anew = new Map(now.rows.map((row) => [row.name, row]))
  const rows = before.rows.map((row) => {
    const found = anew.get(row.name) ?? row
    anew.delete(row.name)
    return found
  })
  return { ...before, ...now, rows: [...rows, ...anew.values()] }
}

function pageOf(sections) {
  const names = Object.keys(order)
  const place = (name) => (names.includes(name) ? names.indexOf(name) : names.length)
  const sorted = Object.entries(sections).sort(([a], [b]) => place(a) - place(b) || a.localeCompare(b))
  return `# Compatibility

What suites say of this engine that nobody here wrote. Beside them, in the same run, the same Valkey built natively is
measured. \`make conformance\` measures anew and writes this page; [limits](limits.md) says what cannot work and why.

${sorted.map(([name, section]) => sectionText(name, section)).join('\n')}`
}

function sectionText(name, { title = order[name] ?? name, about, version, rows }) {
  const has = (key) => rows.some((row) => row[key] !== undefined && row[key] !== '')
  const columns = [
    ['', 'name', false],
    ['version', 'version', false],
    ['native', 'native', true],
    ['passed', 'passed', true],
    ['failed', 'failed', true],
    ['not applicable', 'notApplicable', true],
    ['reason', 'reason', false],
  ].filter(([, key]) => key === 'name' || ['passed', 'failed'].includes(key) || has(key))
  const line = (cells) => `| ${cells.join(' | ')} |`
  const sum = (key) => rows.reduce((total, row) => total + (row[key] ?? 0), 0)
  const total = columns.map(([, key, number]) => (number ? `**${count(sum(key))}**` : key === 'name' ? '**all**' : ''))
  const table = [
    line(columns.map(([heading]) => heading)),
    line(columns.map(([, , number]) => (number ? '--:' : '---'))),
    ...rows.map((row) => line(columns.map(([, key, number]) => (number ? count(row[key]) : escaped(row[key]))))),
    ...(rows.length > 1 ? [line(total)] : []),
  ]
  const head = [about, has('native') && shares(sum, rows), version && `Measured with ${version}.`]
    .filter(Boolean)
    .join('\n\n')
  return `## ${title}\n\n${head}${head ? '\n\n' : ''}${table.join('\n')}\n`
}

function shares(sum, rows) {
  const percent = (of) => `${((100 * sum('passed')) / of).toFixed(2)} %`
  const [native, applicable] = [sum('native'), sum('native') - sum('notApplicable')]
  const clean = rows.filter(({ failed }) => failed === 0).length
  return (
    `Of ${count(native)} that pass natively ${count(sum('passed'))} pass here, ${percent(native)}; of the ` +
    `${count(applicable)} that apply, ${percent(applicable)}. ${clean} of ${rows.length} lines have none that fails.`
  )
}

function count(value) {
  return value === undefined ? '' : value.toLocaleString('en-US')
}

function escaped(value = '') {
  return String(value).replaceAll('|', '\\|').replaceAll('\n', ' ')
}
