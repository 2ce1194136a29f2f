/**
 * What the papers say is so. README.md and the pages of `tried`: every block marked `ts` or `js` is run as a program of
 * its own, unless it needs a test runner, against the built package, and what a comment behind a line shows
 * (`await client.get('k') // 'v'`) is compared with what comes out. The blocks of other pages are compiled only: they
 * are fragments. Any block without an import is given a `client`. In all pages, commands of `make` must be targets of
 * the Makefile, and links must lead somewhere.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { transform } from 'esbuild'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkBuilt, run } from '../package/tarball.ts'
import { asModule, type Block, blocks, checkComments } from './readme-blocks.ts'
import { root } from './source.ts'

const pages = [
  ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md'],
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
].filter((page) => existsSync(join(root, page)))

const isProgram = ({ language }: Block) => language === 'ts' || language === 'js'
const named = (block: Block) => [`${block.page}:${block.line}`, block] as const

/** Pages whose blocks are programs that can be run. */
const tried = [
  'README.md',
  'docs/server.md',
  'docs/adapters.md',
  'docs/remote.md',
  'docs/testing.md',
  'docs/persistence.md',
  'docs/snapshots.md',
  'docs/memory.md',
]

/** Blocks that run nowhere but in a test runner; the examples do the same there. */
const needsRunner = ({ text }: Block) => /'wasm-redis\/testing\/(vitest|jest)'/.test(text)

/** Other packages that pages import. */
const packages = ['ioredis', 'redis', 'bullmq', 'vitest', '@types/node']

/** A folder in which `wasm-redis` means this checkout. */
let project: string

beforeAll(async () => {
  await checkBuilt()
  project = await realpath(await mkdtemp(join(tmpdir(), 'wasm-redis-readme-')))
  await mkdir(join(project, 'node_modules'))
  await mkdir(join(project, 'node_modules/@types'))
  await symlink(root, join(project, 'node_modules/wasm-redis'))
  for (const name of packages) await symlink(join(root, 'node_modules', name), join(project, 'node_modules', name))
  await writeFile(join(project, 'package.json'), '{ "type": "module" }\n')
})

afterAll(() => rm(project, { recursive: true }))

test('README.md has at most 150 lines', () => {
  expect(readFileSync(join(root, 'README.md'), 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(150)
})

const programs = tried.flatMap(blocks).filter((block) => isProgram(block) && !needsRunner(block))

describe.each(programs.map(named))('%s', (_where, block) => {
  test('does what it says', async () => {
    const { text, checks } = checkComments(asModule(block))
    expect(checks).toBeGreaterThan(0)
    const { code } = await transform(`import { shown } from './shown.js';${text}`, { loader: 'ts', target: 'es2022' })
    await writeFile(join(project, 'shown.js'), shown(block))
    await writeFile(join(project, 'block.js'), code)
    await run(process.execPath, ['block.js'], { cwd: project, timeout: 20_000 })
  })
})

/** Compares what came out with what the page shows. Objects are cloned: the page shows them without their prototype. */
function shown({ page, line }: Block): string {
  return `
import { deepStrictEqual } from 'node:assert'
export function shown(line, actual, expected) {
  deepStrictEqual(structuredClone(actual), expected, '${page}:' + (line + ${line}) + ' shows another value')
}
`
}

test('the programs of all pages compile', async () => {
  const programs = pages.flatMap(blocks).filter(isProgram)
  const files = programs.map((_block, i) => join(project, `${i}.ts`))
  for (const [i, block] of programs.entries()) await writeFile(files[i], asModule(block))
  const compiled = ts.createProgram(files, {
    ...{ strict: true, noEmit: true, skipLibCheck: true, target: ts.ScriptTarget.ES2022 },
    ...{ module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
    ...{ lib: ['lib.es2022.d.ts', 'lib.esnext.disposable.d.ts', 'lib.dom.d.ts'], types: ['node'] },
    ...{ typeRoots: [join(project, 'node_modules/@types')] },
  })
  const errors = ts.getPreEmitDiagnostics(compiled).map(({ file, start, messageText }) => {
    const { page, line } = programs[files.indexOf(file?.fileName ?? '')]
    const below = file?.getLineAndCharacterOfPosition(start ?? 0).line ?? 0
    return `${page}:${line + below} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
  })
  expect(programs.length).toBeGreaterThan(0)
  expect(errors).toEqual([])
})

test('every make command of a page is a target of the Makefile', () => {
  const makefile = readFileSync(join(root, 'Makefile'), 'utf8')
  const targets = new Set([...makefile.matchAll(/^([\w-]+):/gm)].map((match) => match[1]))
  const commands = pages
    .flatMap(blocks)
    .filter(({ language }) => language === 'sh')
    .flatMap((block) => [...block.text.matchAll(/^make ([\w-]+)/gm)].map((match) => `${block.page}: make ${match[1]}`))
  expect(commands.length).toBeGreaterThan(0)
  expect(commands.filter((command) => !targets.has(command.split('make ')[1]))).toEqual([])
})

test('every link within the checkout leads somewhere', () => {
  const links = pages.flatMap((page) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/\]\(([^)#:]+)(#[^)]*)?\)/g)].map((match) => ({
      page,
      target: match[1],
    })),
  )
  expect(links.length).toBeGreaterThan(0)
  expect(links.filter(({ page, target }) => !existsSync(join(root, dirname(page), target)))).toEqual([])
})
