/** The types of the packed tarball, as the compiler sees them in somebody's project. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import ts from 'typescript'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { install, lend, type Packed, pack, run } from './tarball.ts'

const program = `
import { createClient, createEngine, RedisError } from 'wasm-redis'
import type { Client, ClientOptions, Engine, LogLine, Reply } from 'wasm-redis'

const options: ClientOptions = { maxmemory: '64mb', maxmemoryPolicy: 'allkeys-lru', onLog: (line: LogLine) => void line }

export async function use(): Promise<void> {
  const client: Client = await createClient(options)
  const engine: Engine = client.engine
  const answer: Reply = await client.call('SET', 'k', 1n, new Uint8Array(2))
  const number = client.callSync<number>('STRLEN', 'k')
  const text: string | null = await client.get('k')
  const bytes: Uint8Array | null = await client.binary.get('k')
  const fields: number = await client.hset('h', 'f', '1')
  const outcome: Reply[] | null = await client.multi().incr('a').call('GET', 'a').exec()
  for await (const { channel, message } of await client.subscribe('news')) void (channel + message)
  await client.call('GET', 'k').catch((error: unknown) => error instanceof RedisError && error.code)
  await (await createEngine()).close()

  // @ts-expect-error an option that is none
  await createClient({ maxMemory: 1 })
  // @ts-expect-error an argument of a kind that has no meaning
  await client.call('SET', 'k', null)
  // @ts-expect-error engines are made by createEngine
  new Engine()
  void [engine, answer, number, text, bytes, fields, outcome]
}
`

/** What only Node has. */
const nodeProgram = `${program}
import { createRedis } from 'wasm-redis/ioredis'
import { type Server, ServerStartError, serve } from 'wasm-redis/server'
import { openRedis, type TestRedis, TestTimeoutError } from 'wasm-redis/testing'
import { getRedis, useRedis } from 'wasm-redis/testing/node'

export async function listen(engine: Engine): Promise<void> {
  const server: Server = await serve(engine, { port: 0, tls: { key: '', cert: '' } })
  const url: string = server.url
  const value: string | null = await createRedis(engine, { db: 1 }).get('k')
  await serve(engine).catch((error: unknown) => error instanceof ServerStartError && error.code)

  // @ts-expect-error an option that is none
  await serve(engine, { prot: 0 })
  void [url, value]
}

export async function check(): Promise<void> {
  const redis: TestRedis = await openRedis({ maxmemory: '64mb' })
  const calls: string[][] = redis.callsOf('GET')
  const key: string = (await redis.waitForEvent('expired', /^s:/, { timeoutMs: 10 })).key
  await redis.whenIdle().catch((error: unknown) => error instanceof TestTimeoutError && error.code)
  const used: TestRedis = await useRedis({ env: ['REDIS_URL', 'CACHE_URL'], config: { hz: 20 } })

  // @ts-expect-error an option that is none
  await useRedis({ environment: 'REDIS_URL' })
  void [calls, key, used === getRedis()]
}
`

const base: ts.CompilerOptions = { strict: true, noEmit: true, skipLibCheck: false, target: ts.ScriptTarget.ES2022 }
const nodeNext = { ...base, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext }
const inNode = { types: ['node'], lib: ['lib.es2022.d.ts', 'lib.esnext.disposable.d.ts'] }
const inBrowser = { types: [], lib: ['lib.es2022.d.ts', 'lib.esnext.disposable.d.ts', 'lib.dom.d.ts'] }

let packed: Packed

beforeAll(async () => {
  packed = await pack()
  await install(packed)
  for (const name of ['@types/node', 'ioredis', 'redis']) await lend(packed, name)
}, 60_000)

afterAll(() => packed?.remove())

async function compile(name: string, source: string, options: ts.CompilerOptions): Promise<ts.Program> {
  const file = join(packed.project, name)
  await writeFile(file, source)
  const host = ts.createCompilerHost(options)
  host.getCurrentDirectory = () => packed.project
  return ts.createProgram([file], options, host)
}

/** What the compiler objects to in the program and in our types; the platform's own types are not ours to check. */
function errors(compiled: ts.Program): string[] {
  const ours = compiled.getSourceFiles().filter((file) => !/@types|typescript/.test(file.fileName))
  const diagnostics = [
    ...compiled.getOptionsDiagnostics(),
    ...ours.flatMap((file) => [...compiled.getSyntacticDiagnostics(file), ...compiled.getSemanticDiagnostics(file)]),
  ]
  return diagnostics.map((diagnostic) => {
    const line = diagnostic.file?.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line ?? -1
    return `${diagnostic.file?.fileName}:${line + 1} ${ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')}`
  })
}

test.each([
  ['module NodeNext, an ES module', nodeProgram, 'app.mts', { ...nodeNext, ...inNode }],
  ['module NodeNext, CommonJS', nodeProgram, 'app.cts', { ...nodeNext, ...inNode }],
  [
    'a bundler, for browsers',
    program,
    'app.ts',
    { ...base, ...inBrowser, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
  ],
])('%s compiles', async (_name, source, file, options) => {
  expect(errors(await compile(file, source, options))).toEqual([])
})

test.each([
  ['mts', 'wasm-redis'],
  ['cts', 'wasm-redis'],
  ['mts', 'wasm-redis/server'],
  ['cts', 'wasm-redis/server'],
  ['mts', 'wasm-redis/ioredis'],
  ['cts', 'wasm-redis/ioredis'],
  ['mts', 'wasm-redis/node-redis'],
  ['cts', 'wasm-redis/node-redis'],
  ['mts', 'wasm-redis/testing'],
  ['cts', 'wasm-redis/testing'],
  ['mts', 'wasm-redis/testing/jest'],
  ['cts', 'wasm-redis/testing/jest'],
  ['mts', 'wasm-redis/testing/node'],
  ['cts', 'wasm-redis/testing/node'],
])('what the types say is a value is one: .%s, %s', async (extension, entry) => {
  const source = `import * as library from '${entry}'\nexport { library }\n`
  const compiled = await compile(`values.${extension}`, source, { ...nodeNext, ...inNode })
  const checker = compiled.getTypeChecker()
  const file = compiled.getSourceFile(join(packed.project, `values.${extension}`)) as ts.SourceFile
  const statement = file.statements[0] as ts.ImportDeclaration
  const module = checker.getSymbolAtLocation(statement.moduleSpecifier) as ts.Symbol
  const declared = checker.getExportsOfModule(module).filter((one) => {
    const typeOnly = one.declarations?.some(ts.isTypeOnlyExportDeclaration)
    const target = one.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one
    return !typeOnly && target.flags & ts.SymbolFlags.Value
  })
  const load = extension === 'cts' ? `require('${entry}')` : `await import('${entry}')`
  const code = `(async () => console.log(JSON.stringify(Object.keys(${load}))))()`
  const { stdout } = await run(process.execPath, ['-e', code], { cwd: packed.project })
  expect(declared.map((one) => one.name).sort()).toEqual(JSON.parse(stdout).sort())
})
