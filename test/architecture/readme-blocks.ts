import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { root } from './source.ts'

/** A fenced block of a page. */
export interface Block {
  page: string
  /** The line of its first line of text, counted from 1. */
  line: number
  language: string
  text: string
}

export function blocks(page: string): Block[] {
  const text = readFileSync(join(root, page), 'utf8')
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map((match) => ({
    page,
    line: text.slice(0, match.index).split('\n').length + 1,
    language: match[1],
    text: match[2],
  }))
}

/** The block as a module. A fragment, which imports nothing, is given the `client` that it speaks of. */
export function asModule({ text }: Block): string {
  if (/^import /m.test(text)) return text
  return `import { createClient } from 'wasm-redis'; const client = await createClient();${text}`
}

/**
 * Makes a program check what its comments promise: `await client.get('k') // 'v'` becomes a call of
 * `shown(line, await client.get('k'), 'v')`, and so does `console.log(…) // 'v'`. A comment that does not begin with a
 * literal is left alone.
 */
export function checkComments(source: string): { text: string; checks: number } {
  const tree = ts.createSourceFile('block.ts', source, ts.ScriptTarget.Latest, true)
  const edits: { start: number; end: number; text: string }[] = []
  const look = (node: ts.Node): void => {
    if (ts.isExpressionStatement(node)) {
      const expected = ts
        .getTrailingCommentRanges(source, node.end)
        ?.map(({ pos, end }) => literal(source.slice(pos + 2, end)))
        .find((found) => found !== undefined)
      if (expected !== undefined) {
        const { line } = tree.getLineAndCharacterOfPosition(node.getStart())
        const shown = `shown(${line}, ${printedValue(node.expression).getText()}, ${expected})`
        edits.push({ start: node.getStart(), end: node.end, text: shown })
        return
      }
    }
    ts.forEachChild(node, look)
  }
  look(tree)
  let text = source
  for (const edit of edits.reverse()) text = text.slice(0, edit.start) + edit.text + text.slice(edit.end)
  return { text, checks: edits.length }
}

/** What `console.log` is given, or the expression itself. */
function printedValue(expression: ts.Expression): ts.Expression {
  if (!ts.isCallExpression(expression) || expression.expression.getText() !== 'console.log') return expression
  return expression.arguments[0]
}

/** The literal that a comment begins with: `5` of ` 5, without a promise`. */
function literal(comment: string): string | undefined {
  const [statement] = ts.createSourceFile('c.ts', `x = ${comment}`, ts.ScriptTarget.Latest, true).statements
  if (!statement || !ts.isExpressionStatement(statement)) return undefined
  let node: ts.Expression = statement.expression
  while (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.CommaToken) node = node.left
  if (!ts.isBinaryExpression(node) || !isLiteral(node.right)) return undefined
  return node.right.getText()
}

function isLiteral(node: ts.Node): boolean {
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(isLiteral)
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties.every((property) => ts.isPropertyAssignment(property) && isLiteral(property.initializer))
  }
  if (ts.isPrefixUnaryExpression(node)) return ts.isNumericLiteral(node.operand)
  const keywords = [ts.SyntaxKind.NullKeyword, ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword]
  return ts.isStringLiteral(node) || ts.isNumericLiteral(node) || keywords.includes(node.kind)
}
