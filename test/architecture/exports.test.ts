/** Whatever a user can name has a doc comment: every export, and every public method of one. */
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { root } from './source.ts'

/** What the package's own names lead to. */
const entries = [
  ...['src/index.ts', 'src/server/index.ts', 'src/adapters/ioredis.ts', 'src/adapters/node-redis.ts'],
  ...['src/storage/directory.node.ts', 'src/storage/memory.ts'],
  ...['index', 'vitest', 'jest', 'node'].map((name) => `src/testing/${name}.ts`),
].map((path) => join(root, path))
const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
const program = ts.createProgram(entries, options)
const checker = program.getTypeChecker()

function exported(): ts.Symbol[] {
  return entries
    .map((entry) => checker.getSymbolAtLocation(program.getSourceFile(entry) as ts.SourceFile) as ts.Symbol)
    .flatMap((module) => checker.getExportsOfModule(module))
    .map((one) => (one.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one))
}

/** What the language calls, and so means the same everywhere: iteration, `await using`. */
const protocol = /^(next|return|throw|__@.*)$/

/** Methods and accessors of a class or an interface, or of the class behind an alias such as `type Client = …`. */
function methods(symbol: ts.Symbol): ts.Symbol[] {
  const structured = ts.SymbolFlags.Class | ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias
  if (!(symbol.flags & structured)) return []
  const type = checker.getDeclaredTypeOfSymbol(symbol)
  return type.isUnion()
    ? []
    : type.getProperties().filter((member) => isMethod(member) && isOurs(member) && isPublic(member))
}

function isMethod(member: ts.Symbol): boolean {
  return Boolean(member.flags & (ts.SymbolFlags.Method | ts.SymbolFlags.Accessor)) && !protocol.test(member.name)
}

/** Not `toString`, which JavaScript brings along. */
function isOurs(member: ts.Symbol): boolean {
  return member.declarations?.some((one) => one.getSourceFile().fileName.startsWith(join(root, 'src'))) ?? false
}

function isPublic(member: ts.Symbol): boolean {
  const declaration = member.declarations?.[0] as ts.Declaration
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected
  if (ts.getCombinedModifierFlags(declaration) & hidden) return false
  return !ts.getJSDocTags(declaration).some((tag) => tag.tagName.text === 'internal')
}

function undocumented(symbols: ts.Symbol[], owner = ''): string[] {
  return symbols
    .filter((symbol) => symbol.getDocumentationComment(checker).length === 0)
    .map((symbol) => {
      const declaration = symbol.declarations?.[0] as ts.Declaration
      const file = declaration.getSourceFile()
      const { line } = file.getLineAndCharacterOfPosition(declaration.getStart())
      return `${file.fileName.slice(root.length + 1)}:${line + 1} ${owner}${symbol.name}`
    })
}

test('every export has a doc comment', () => {
  expect(exported().length).toBeGreaterThan(20)
  expect(undocumented(exported())).toEqual([])
})

test('every public method of an export has a doc comment', () => {
  expect(exported().flatMap((symbol) => undocumented(methods(symbol), `${symbol.name}.`))).toEqual([])
})

test('methods are looked at: Client has its own, those that make the calls, and the commands', () => {
  const client = exported().find(({ name }) => name === 'Client') as ts.Symbol
  expect(methods(client).map(({ name }) => name)).toEqual(
    expect.arrayContaining(['binary', 'call', 'callSync', 'close', 'duplicate', 'hset', 'multi', 'subscribe']),
  )
})
