/** The core runs in a browser as it is: what is Node's alone is used only in files that say so by their name. */
import { builtinModules } from 'node:module'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { at, imports, parse, type Source, sources, walk } from './source.ts'

/** Where Node is at home. */
const home = /\.node\.ts$|^src\/(server|adapters|wasi|testing|cli)\//

/** Globals that browsers lack. `globalThis.Buffer` is fine: who writes that knows that it may be undefined. */
const globals = ['Buffer', 'NodeJS', '__dirname', '__filename', 'global', 'process', 'require', 'setImmediate']

function violations(source: Source): string[] {
  if (home.test(source.path)) return []
  const found = imports(source)
    .filter(({ specifier }) => specifier === 'node' || specifier.startsWith('node:') || isBuiltin(specifier))
    .map(({ specifier, line }) => `${source.path}:${line} imports ${specifier}`)
  walk(source.tree, (node) => {
    if (ts.isIdentifier(node) && globals.includes(node.text) && !isMember(node)) {
      found.push(`${at(source, node)} uses ${node.text}`)
    }
  })
  return found
}

function isBuiltin(specifier: string): boolean {
  return builtinModules.includes(specifier.split('/')[0])
}

/** True for the `process` of `{ process: 1 }` and of `x.process`. */
function isMember(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) return parent.name === node
  return ts.isTypeElement(parent) || ts.isClassElement(parent)
}

test('only files that may use Node do', () => {
  expect(sources().flatMap(violations)).toEqual([])
})

test('the files that may are looked at, too: some do', () => {
  const using = sources().filter((source) => imports(source).some(({ specifier }) => specifier.startsWith('node:')))
  expect(using.map(({ path }) => path)).toContain('src/engine/platform.node.ts')
})

test.each([
  ["import { readFileSync } from 'node:fs'", 'src/a.ts:1 imports node:fs'],
  ["\nimport type { Readable } from 'stream'", 'src/a.ts:2 imports stream'],
  ["const fs = await import('fs/promises')", 'src/a.ts:1 imports fs/promises'],
  ["const fs = require('fs')", 'src/a.ts:1 imports fs'],
  ["process.getBuiltinModule('fs')", 'src/a.ts:1 imports fs'],
  ['const bytes = Buffer.alloc(1)', 'src/a.ts:1 uses Buffer'],
  ['/// <reference types="node" />', 'src/a.ts:1 imports node'],
])('%s is noticed', (text, message) => {
  expect(violations(parse('src/a.ts', text))).toContain(message)
})
