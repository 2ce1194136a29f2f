import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { install, lend, type Packed, pack, root, run } from '../package/tarball.ts'

/**
 * The examples of tests, each run by its runner as their users do: from the repository, and with the packed library in a
 * project of their own. None of them needs a server, a container or the network.
 */

interface Runner {
  /** The folder under examples/. */
  example: string
  /** What is started there. */
  command: string[]
  /** What it says when all of its tests have passed. */
  passed: RegExp
  /** A file of tests, and a place in it where a test of another expectation is put. */
  file: string
  failing: string
}

const nodeFailing = "\ntest('fails', () => assert.equal(1, 2))\n"
const runners: Runner[] = [
  {
    example: 'testing-vitest',
    command: ['vitest/vitest.mjs', 'run'],
    passed: /Tests {2}4 passed \(4\)/,
    file: 'sessions.test.mjs',
    failing: "\ntest('fails', () => expect(1).toBe(2))\n",
  },
  {
    example: 'testing-jest',
    command: ['jest/bin/jest.js'],
    passed: /Tests: +3 passed, 3 total/,
    file: 'leaderboard.test.cjs',
    failing: "\ntest('fails', () => expect(1).toBe(2))\n",
  },
  {
    example: 'testing-node',
    command: ['--test'],
    passed: /# pass 4\n# fail 0/,
    file: 'locks.test.mjs',
    failing: nodeFailing,
  },
  {
    example: 'express-bullmq',
    command: ['--test'],
    passed: /# pass 4\n# fail 0/,
    file: 'app.test.mjs',
    failing: nodeFailing,
  },
]

let packed: Packed

beforeAll(async () => {
  packed = await pack('app')
  await install(packed)
  for (const name of ['ioredis', 'redis', 'express', 'bullmq', 'vitest', 'jest']) await lend(packed, name)
  await mkdir(join(packed.project, 'examples'))
  for (const { example } of runners) {
    await cp(join(root, 'examples', example), join(packed.project, 'examples', example), { recursive: true })
  }
}, 60_000)

afterAll(() => packed?.remove())

/** The environment of a shell, not of this run: runners look whether they run inside of another. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(VITEST|JEST|NODE_|TEST$|REDIS_URL)/.test(name)),
)

function start(folder: string, { example, command: [first, ...rest] }: Runner) {
  const program = first.startsWith('--') ? first : join(folder, 'node_modules', first)
  const options = { cwd: join(folder, 'examples', example), timeout: 50_000, env: { ...environment, NO_COLOR: '1' } }
  return run(process.execPath, [program, ...rest], options)
}

describe.each(runners)('$example', (runner) => {
  test.each(['the repository', 'the packed library'])('passes from %s, and ends by itself', async (place) => {
    const { stdout, stderr } = await start(place === 'the repository' ? root : packed.project, runner)
    expect(stdout + stderr).toMatch(runner.passed)
    expect(stdout + stderr).not.toMatch(/did not exit|open handle|something prevents|Unhandled/i)
  })

  test('would notice a test that fails', async () => {
    const file = join(packed.project, 'examples', runner.example, runner.file)
    await writeFile(file, (await readFile(file, 'utf8')) + runner.failing)
    await expect(start(packed.project, runner)).rejects.toMatchObject({ code: 1 })
  })
})

test('the app’s own files know of no test library: only its connection line says where Redis is', async () => {
  for (const file of ['app.mjs', 'mail.mjs', 'main.mjs']) {
    const text = await readFile(join(root, 'examples/express-bullmq', file), 'utf8')
    expect(text).not.toContain('wasm-redis')
  }
})
