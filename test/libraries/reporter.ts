/**
 * A vitest reporter that writes what the libraries did to build/reports/conformance/libraries.json, of which
 * docs/compatibility.md is made:
 *
 *   npx vitest run test/libraries test/adapters --reporter=default --reporter=./test/libraries/reporter.ts
 *
 * A row is a library with the version that is installed. Its tests are those of its file, or of its describe block.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Reporter, TestCase, TestModule } from 'vitest/node'

const root = join(import.meta.dirname, '../..')

/** Libraries by the place of their tests: how a file begins, or `file > how its blocks begin`. */
const libraries: [place: string, name: string, ...packages: string[]][] = [
  ['ioredis.test.ts > ioredis 5', 'ioredis 5', 'ioredis-5'],
  ['ioredis.test.ts > ioredis 6', 'ioredis 6', 'ioredis'],
  ['ioredis.test.ts > iovalkey', 'iovalkey', 'iovalkey'],
  ['node-redis.test.ts > node-redis 4', 'node-redis 4', 'redis-4'],
  ['node-redis.test.ts > node-redis 5', 'node-redis 5', 'redis-5'],
  ['node-redis.test.ts > node-redis 6', 'node-redis 6', 'redis'],
  ['bullmq-', 'BullMQ', 'bullmq'],
  ['bull.test.ts', 'Bull', 'bull'],
  ['bee-queue.test.ts', 'Bee-Queue', 'bee-queue'],
  ['rate-limiter-flexible.test.ts', 'rate-limiter-flexible', 'rate-limiter-flexible'],
  ['redlock.test.ts > redlock 4', 'redlock 4', 'redlock'],
  ['redlock.test.ts > redlock 5', 'redlock 5', 'redlock-5'],
  ['connect-redis.test.ts', 'connect-redis with express-session', 'connect-redis', 'express-session'],
  ['fastify-rate-limit.test.ts', '@fastify/rate-limit', '@fastify/rate-limit', 'fastify'],
  ['keyv.test.ts', 'Keyv with @keyv/redis', 'keyv', '@keyv/redis'],
  ['cache-manager.test.ts', 'cache-manager with @keyv/redis', 'cache-manager', '@keyv/redis'],
  ['socket-io-redis-adapter.test.ts', '@socket.io/redis-adapter', '@socket.io/redis-adapter', 'socket.io'],
  [
    'socket-io-redis-streams-adapter.test.ts',
    '@socket.io/redis-streams-adapter',
    '@socket.io/redis-streams-adapter',
    'socket.io',
  ],
  ['graphql-redis-subscriptions.test.ts', 'graphql-redis-subscriptions', 'graphql-redis-subscriptions', 'graphql'],
]

interface Row {
  name: string
  version: string
  passed: number
  failed: number
  notApplicable?: number
  reason?: string
}

function version(name: string): string {
  return JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version.replace(/^v/, '')
}

/** Throws when a library has no tests: then the list above is wrong, or its file did not load. */
function row(modules: readonly TestModule[], [place, name, ...packages]: (typeof libraries)[number]): Row {
  const [file, block = ''] = place.split(' > ')
  const files = modules.filter(({ moduleId }) => basename(moduleId).startsWith(file))
  const tests = files.flatMap(({ children }) =>
    [...children.allTests()].filter((test) => test.fullName.startsWith(block)),
  )
  if (tests.length === 0) throw new Error(`there are no tests of ${name}: nothing ran in ${place}`)
  const of = (state: string) => tests.filter((test) => test.result().state === state)
  const [passed, failed, skipped] = [of('passed').length, of('failed'), of('skipped')]
  const reasons = [...failed.map(message), ...skipped.map((test) => `not in this one: ${test.name}`)]
  return {
    name,
    version: packages.map(version).join(', '),
    passed,
    failed: failed.length,
    ...(skipped.length > 0 && { notApplicable: skipped.length }),
    ...(reasons.length > 0 && { reason: reasons.join('; ') }),
  }
}

function message(test: TestCase): string {
  return `${test.name}: ${test.result().errors?.[0]?.message.split('\n')[0]}`
}

export default class LibrariesReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const folder = join(root, 'build/reports/conformance')
    mkdirSync(folder, { recursive: true })
    const section = {
      section: 'libraries',
      title: 'Libraries',
      about:
        'Unmodified, from their packages, on an engine of the same process: what takes an ioredis through ' +
        '`wasm-redis/ioredis`, what takes a node-redis through `wasm-redis/node-redis`, Bee-Queue through `serve()` on a ' +
        'unix socket. The tests are in `test/libraries` and `test/adapters`.',
      version: `Node ${process.versions.node}`,
      rows: libraries.map((library) => row(modules, library)),
    }
    writeFileSync(join(folder, 'libraries.json'), `${JSON.stringify(section, null, 2)}\n`)
  }
}
