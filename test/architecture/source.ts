import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** The top of the checkout, without a slash at its end. */
export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)))

/** A parsed source file, with its path from the top of the checkout: `src/client/client.ts`. */
export interface Source {
  path: string
  tree: ts.SourceFile
}

/** What one file takes from another: as it is written, and where. */
export interface Import {
  specifier: string
  line: number
}

/** Every TypeScript file under src/. */
export function sources(): Source[] {
  const names = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  return names
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => posix.join('src', name.replaceAll('\\', '/')))
    .map((path) => parse(path, readFileSync(join(root, path), 'utf8')))
}

export function parse(path: string, text: string): Source {
  return { path, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) }
}

/** `src/a.ts:12`, for messages. */
export function at({ path, tree }: Source, node: ts.Node): string {
  return `${path}:${lineOf(tree, node)}`
}

function lineOf(tree: ts.SourceFile, node: ts.Node): number {
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1
}

/** Calls `look` with each node of the file, outer ones first. */
export function walk(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node)
  ts.forEachChild(node, (child) => walk(child, look))
}

/** Every import of a file, of values and of types, static and dynamic, `require` included. */
export function imports({ tree }: Source): Import[] {
  const found: Import[] = tree.typeReferenceDirectives.map(({ fileName, pos }) => ({
    specifier: fileName,
    line: tree.getLineAndCharacterOfPosition(pos).line + 1,
  }))
  walk(tree, (node) => {
    const specifier = specifierOf(node)
    if (specifier && ts.isStringLiteralLike(specifier)) {
      found.push({ specifier: specifier.text, line: lineOf(tree, specifier) })
    }
  })
  return found
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier
  if (ts.isExternalModuleReference(node)) return node.expression
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined
  if (!ts.isCallExpression(node)) return undefined
  const loads =
    node.expression.kind === ts.SyntaxKind.ImportKeyword ||
    /(^|\.)(require|resolve|getBuiltinModule)$/.test(node.expression.getText())
  return loads ? node.arguments[0] : undefined
}
