/** The package as npm hands it out: what is in it, and that an empty project can use it. */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { printed, programs } from './first-use.ts'
import { install, type Packed, pack, root, run } from './tarball.ts'

/** What the bundler cuts off when several entries use it, or only some callers do; a hash or a source's name follows. */
const shared = /^dist\/(chunk|index|socket\.node)-\w+\.(c?js|d\.c?ts)$/

let packed: Packed

beforeAll(async () => {
  packed = await pack()
  await install(packed)
}, 60_000)

afterAll(() => packed?.remove())

describe('the tarball', () => {
  test('has the built files and the papers, and nothing else', () => {
    const testing = ['testing', 'testing/vitest', 'testing/jest', 'testing/node']
    const entries = [
      'index',
      'ioredis',
      'node-redis',
      'pool',
      'server',
      'storage/directory',
      'storage/memory',
      ...testing,
    ]
    const built = entries.flatMap((name) => ['cjs', 'd.cts', 'd.ts', 'js'].map((ending) => `dist/${name}.${ending}`))
    const papers = ['CHANGELOG.md', 'LICENSE', 'NOTICE', 'README.md', 'package.json']
    const own = packed.files.filter((file) => !shared.test(file))
    expect(own).toEqual(
      [
        ...papers,
        ...built,
        'dist/browser/index.js',
        'dist/cli.js',
        'dist/redis.small.wasm',
        'dist/redis.wasm',
        'dist/thread/save.mjs',
        'dist/thread/sockets.mjs',
      ].sort(),
    )
  })

  test('has what its entries share once for each module system', () => {
    const parts = packed.files.filter((file) => shared.test(file)).map((file) => file.replace(/\.c?(js|ts)$/, ''))
    expect(parts.length).toBeGreaterThan(0)
    for (const part of parts) expect(parts.filter((other) => other === part)).toHaveLength(2)
  })

  test('is at most 1.9 MB', () => {
    expect(packed.size).toBeLessThan(1_900_000)
  })

  test('has a program that runs as npm installs it', async () => {
    const program = join(packed.project, 'node_modules/.bin/wasm-redis')
    const { stdout, stderr } = await run(program, ['cli', 'ECHO', 'it works'], { cwd: packed.project })
    expect([stdout, stderr]).toEqual(['it works\n', ''])
  })

  test('brings nothing else along', async () => {
    const { packages } = JSON.parse(await readFile(join(packed.project, 'package-lock.json'), 'utf8'))
    expect(Object.keys(packages)).toEqual(['', 'node_modules/wasm-redis'])
  })

  test('does not say in which folder it was built', async () => {
    for (const file of packed.files) {
      const text = await readFile(join(packed.project, 'node_modules/wasm-redis', file), 'latin1')
      expect(text.includes(root), `${file} has ${root}`).toBe(false)
    }
  })

  test('says nothing that publint objects to', async () => {
    const buffer = await readFile(packed.tarball)
    const tarball = buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.length)
    const { messages, pkg } = await publint({ pack: { tarball }, strict: true })
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([])
  })

  test('has types that every kind of module resolution finds', async () => {
    // No rule is ignored. The modules are left out because they are no JavaScript: what importing one gives, and so its
    // type, is for each bundler to say.
    const excluded = ['--exclude-entrypoints', 'redis.wasm', 'redis.small.wasm']
    const { stdout } = await run(
      join(root, 'node_modules/.bin/attw'),
      [packed.tarball, '--profile', 'strict', '--format', 'json', ...excluded],
      { maxBuffer: 2 ** 26 },
    ).catch((error) => error)
    const { analysis } = JSON.parse(stdout)
    expect(analysis.problems).toEqual([])
    expect(Object.keys(analysis.entrypoints)).toEqual([
      '.',
      ...['./server', './ioredis', './node-redis'],
      ...['./testing', './testing/vitest', './testing/jest', './testing/node'],
      ...['./pool', './storage/directory', './storage/memory'],
      './package.json',
    ])
  })
})

test.each([
  ['saves.mjs', "import { createClient } from 'wasm-redis'"],
  ['saves.cjs', "const { createClient } = require('wasm-redis')"],
])('%s saves in the background, in a thread', async (name, loading) => {
  const source = `${loading}
    async function main() {
      const client = await createClient({ storage: 'data', config: { save: '' } })
      client.callSync('SET', 'k', 'v')
      client.callSync('BGSAVE')
      // A thread saves while this one does nothing but wait for it.
      const until = performance.now() + 10_000
      while (!require('node:fs').existsSync('data/dump.rdb') && performance.now() < until);
      await client.close()
      const next = await createClient({ storage: 'data' })
      console.log(next.callSync('GET', 'k'))
      next.callSync('SHUTDOWN', 'NOSAVE')
    }
    main().catch((error) => console.log(error.message))`
  const needed = name.endsWith('.mjs')
    ? "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);"
    : ''
  await rm(join(packed.project, 'data'), { recursive: true, force: true })
  await writeFile(join(packed.project, name), needed + source)
  const { stdout } = await run(process.execPath, [name], { cwd: packed.project, timeout: 30_000 })
  expect(stdout).toContain('v\n')
})

describe.each(Object.entries(programs))('%s', (name, source) => {
  test('answers, hears a message, and ends by itself', async () => {
    await writeFile(join(packed.project, name), source)
    const { stdout, stderr } = await run(process.execPath, [name], { cwd: packed.project, timeout: 20_000 })
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toEqual(printed)
  })
})

test.each([
  ['import', "import { createEngine } from 'wasm-redis'; import { serve, ServerStartError } from 'wasm-redis/server'"],
  [
    'require',
    "const { createEngine } = require('wasm-redis'); const { serve, ServerStartError } = require('wasm-redis/server')",
  ],
])('an engine can be served, by %s', async (_name, imports) => {
  const code = `${imports}
    ;(async () => {
      const engine = await createEngine()
      const server = await serve(engine, { port: 0 })
      const refused = await serve(engine, { port: server.port }).catch((error) => error instanceof ServerStartError)
      console.log(server.url.slice(0, 18), refused)
      await engine.close()
    })()`
  const type = code.startsWith('import') ? 'module' : 'commonjs'
  const { stdout } = await run(process.execPath, [`--input-type=${type}`, '-e', code], { cwd: packed.project })
  expect(stdout).toBe('redis://127.0.0.1: true\n')
})

test.each([
  ['import', "import { openRedis } from 'wasm-redis/testing'"],
  ['require', "const { openRedis } = require('wasm-redis/testing')"],
])('fixtures need no other package, and say which one a client needs, by %s', async (_name, imports) => {
  const code = `${imports}
    ;(async () => {
      const redis = await openRedis()
      console.log(await redis.client.incr('n'), JSON.stringify(redis.calls))
      await redis.ioredis().catch((error) => console.log(error.message))
      await redis.nodeRedis().catch((error) => console.log(error.message))
      await redis.close()
    })()`
  const type = code.startsWith('import') ? 'module' : 'commonjs'
  const { stdout } = await run(process.execPath, [`--input-type=${type}`, '-e', code], { cwd: packed.project })
  expect(stdout.trim().split('\n')).toEqual([
    '1 [["INCR","n"]]',
    'the package ioredis is not installed: npm install --save-dev ioredis',
    'the package redis is not installed: npm install --save-dev redis',
  ])
})

test.each([
  [
    'import',
    "import { createClient, createEngine, RedisError } from 'wasm-redis'; import { serve } from 'wasm-redis/server'",
  ],
  [
    'require',
    "const { createClient, createEngine, RedisError } = require('wasm-redis'); const { serve } = require('wasm-redis/server')",
  ],
])('a server can be called, by %s', async (_name, imports) => {
  const code = `${imports}
    ;(async () => {
      const engine = await createEngine()
      const { url } = await serve(engine, { port: 0 })
      const client = await createClient({ url })
      await client.set('k', 'v')
      console.log(await client.get('k'), await client.call('NOSUCH').catch((error) => error instanceof RedisError))
      await client.close()
      await engine.close()
    })()`
  const type = code.startsWith('import') ? 'module' : 'commonjs'
  const { stdout } = await run(process.execPath, [`--input-type=${type}`, '-e', code], { cwd: packed.project })
  expect(stdout).toBe('v true\n')
})

test.each(['redis.wasm', 'redis.small.wasm'])('the module %s can be found by its name', async (name) => {
  const code = `console.log(require.resolve('wasm-redis/${name}'))`
  const { stdout } = await run(process.execPath, ['-e', code], { cwd: packed.project })
  expect(stdout.trim()).toBe(join(packed.project, 'node_modules/wasm-redis/dist', name))
})

test.each([
  ['import', "import { createClient } from 'wasm-redis'"],
  ['require', "const { createClient } = require('wasm-redis')"],
])('the small build is found where it lies, by %s', async (_name, imports) => {
  const code = `${imports}
    ;(async () => {
      const client = await createClient({ build: 'small' })
      const script = 'return cjson.encode({ redis.call("GET", KEYS[1]) })'
      client.callSync('SET', 'k', 'v')
      console.log(client.callSync('EVAL', script, 1, 'k'), client.engine.snapshot().build === process.argv[1])
      await client.close()
    })()`
  const type = code.startsWith('import') ? 'module' : 'commonjs'
  const build = await identity('redis.small.wasm')
  const { stdout } = await run(process.execPath, [`--input-type=${type}`, '-e', code, build], { cwd: packed.project })
  expect(stdout).toBe('["v"] true\n')
})

/** What a module of the package says about which build it is. */
async function identity(name: string): Promise<string> {
  const bytes = await readFile(join(packed.project, 'node_modules/wasm-redis/dist', name))
  const [section] = WebAssembly.Module.customSections(new WebAssembly.Module(bytes), 'build')
  return Buffer.from(section).toString('hex')
}
