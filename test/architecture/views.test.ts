/**
 * Memory that grows detaches every view of it. So views of the module's memory are made in src/engine/memory.ts only,
 * and a window on bytes that somebody hands over (`subarray`, `new Uint8Array(bytes.buffer, …)`) does not outlive the
 * function that opens it: it is neither returned nor stored.
 */
import ts from 'typescript'
import { expect, test } from 'vitest'
import { at, parse, type Source, sources, walk } from './source.ts'

const memoryRoom = 'src/engine/memory.ts'

/** What these handle came out of a socket, or was copied by src/cli/link.ts: it lies in no memory that grows. */
const ofSockets = /^src\/cli\/(conversation|bench\/load)\.ts$/

function violations(source: Source): string[] {
  if (source.path === memoryRoom || ofSockets.test(source.path)) return []
  const found: string[] = []
  walk(source.tree, (node) => {
    if (isMemoryBuffer(node))
      found.push(`${at(source, node)} ${node.getText()}: views of memory are made in ${memoryRoom}`)
    else if (isWindow(node) && escapes(node)) found.push(`${at(source, node)} ${node.getText()} outlives its function`)
  })
  return found
}

/** `memory.buffer`, `exports.memory.buffer`. */
function isMemoryBuffer(node: ts.Node): boolean {
  return ts.isPropertyAccessExpression(node) && /memory\??\.buffer$/i.test(node.getText())
}

/** `bytes.subarray(…)`, `new Uint8Array(bytes.buffer, …)`. */
function isWindow(node: ts.Node): node is ts.Expression {
  if (ts.isCallExpression(node)) return /\.subarray$/.test(node.expression.getText())
  return ts.isNewExpression(node) && /\.buffer$/.test(node.arguments?.[0]?.getText() ?? '')
}

function escapes(value: ts.Expression): boolean {
  const { parent } = value
  if (ts.isParenthesizedExpression(parent) || ts.isConditionalExpression(parent) || ts.isAsExpression(parent)) {
    return escapes(parent)
  }
  if (ts.isVariableDeclaration(parent)) {
    const home = ts.findAncestor(parent, ts.isFunctionLike)
    return !home || uses(home, parent.name.getText()).some((use) => ts.isExpression(use) && escapes(use))
  }
  if (ts.isBinaryExpression(parent)) return parent.right === value && parent.operatorToken.getText() === '='
  return (
    ts.isReturnStatement(parent) ||
    ts.isArrowFunction(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isShorthandPropertyAssignment(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isArrayLiteralExpression(parent)
  )
}

function uses(home: ts.Node, name: string): ts.Node[] {
  const found: ts.Node[] = []
  walk(home, (node) => {
    if (ts.isIdentifier(node) && node.text === name && !ts.isVariableDeclaration(node.parent)) found.push(node)
  })
  return found
}

test('views of memory are made in one file, and windows are closed again', () => {
  expect(sources().flatMap(violations)).toEqual([])
})

test.each([
  'const all = new Uint8Array(memory.buffer)',
  'function all() { return this.exports.memory.buffer }',
  'function part(bytes) { return bytes.subarray(1) }',
  'const part = (bytes) => bytes.subarray(1)',
  'function keep(bytes) { this.part = new Uint8Array(bytes.buffer, 1) }',
  'function keep(bytes) { const part = bytes.subarray(1); this.part = part }',
  'function part(bytes) { const part = bytes.subarray(1); return { part } }',
])('%s is noticed', (text) => {
  expect(violations(parse('src/engine/a.ts', text))).toContainEqual(expect.stringContaining('src/engine/a.ts:1'))
})

test.each([
  'function text(bytes) { return decoder.decode(bytes.subarray(1)) }',
  'function copy(bytes) { const part = bytes.subarray(1); copy.set(part); return copy }',
])('%s is fine', (text) => {
  expect(violations(parse('src/engine/a.ts', text))).toEqual([])
})
