// What must hold of a linked module before it may leave the build: only listed imports, and within its size budget.
// usage: node build-check.mjs MODULE IMPORTS-LIST release|small|debug
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

// Bytes. The debug variant carries names and checks and has no budget.
const budgets = {
  release: { raw: 2_500_000, gzip: 850_000 },
  small: { raw: 1_750_000, gzip: 650_000 },
}

const [modulePath, listPath, variant] = process.argv.slice(2)
const bytes = readFileSync(modulePath)
const problems = []

const listed = new Set(
  readFileSync(listPath, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.split(/\s+/)[0]),
)
const imported = WebAssembly.Module.imports(new WebAssembly.Module(bytes)).map((i) => `${i.module}.${i.name}`)
for (const name of imported) {
  if (!listed.has(name)) {
    problems.push(
      `the module imports ${name}: define that function in wasm/, or list it in ${listPath} with its reason`,
    )
  }
}

const kilobytes = (n) => `${(n / 1000).toFixed(1)} KB`
const gzipped = gzipSync(bytes, { level: 9 }).length
console.log(
  `  size    ${kilobytes(bytes.length)}, ${kilobytes(gzipped)} gzipped; imports: ${imported.join(' ') || 'none'}`,
)
const budget = budgets[variant]
if (budget && bytes.length > budget.raw) problems.push(`${bytes.length} bytes is over the budget of ${budget.raw}`)
if (budget && gzipped > budget.gzip) problems.push(`${gzipped} bytes gzipped is over the budget of ${budget.gzip}`)
for (const problem of problems) console.error(`build: error: ${problem}`)
process.exitCode = problems.length ? 1 : 0
