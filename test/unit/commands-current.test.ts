import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { findCommandsFolder, generateCommands, outdated } from '../../scripts/generate-commands.mjs'
import { blockingCommands, commandTable, engineVersion } from '../../src/client/command-table.generated.ts'

const generator = fileURLToPath(new URL('../../scripts/generate-commands.mjs', import.meta.url))
const types = fileURLToPath(new URL('../../src/client/commands.generated.ts', import.meta.url))

// Generated once, in a test: without the engine's sources each of them fails and says what to do.
let once: ReturnType<typeof generateCommands> | undefined
function generated() {
  once ??= generateCommands()
  return once
}

describe('the generated commands', () => {
  it('are what the unpacked engine gives; if not, run node scripts/generate-commands.mjs', () => {
    expect(outdated(generated().files)).toEqual([])
  })

  it('have a method for every entry of the command table, or a reason why not', () => {
    const { commands, methods, leftOut } = generated()
    const accounted = [...methods.map(([, name]) => name), ...leftOut.map(([name]) => name)]
    expect(accounted.sort()).toEqual([...commands].sort())
    expect(commands.length).toBeGreaterThan(400)
    for (const [name, reason] of leftOut) expect(reason, name).toMatch(/\w+ \w+/)
  })

  it('leave out what the client writes by hand, what only other nodes say, and bare containers', () => {
    const leftOut = new Map(generated().leftOut)
    expect(leftOut.get('MULTI')).toMatch(/by hand/)
    expect(leftOut.get('SSUBSCRIBE')).toMatch(/by hand/)
    expect(leftOut.get('PSYNC')).toMatch(/replication/)
    expect(leftOut.get('SENTINEL MASTERS')).toMatch(/sentinel/)
    expect(leftOut.get('CONFIG')).toMatch(/container/)
    for (const kept of ['WATCH', 'UNWATCH', 'SELECT', 'AUTH', 'PING', 'QUIT', 'COMMAND']) {
      expect(leftOut.has(kept), kept).toBe(false)
    }
  })

  it('are named alike in the run-time table and in the types', () => {
    const inTypes = Array.from(readFileSync(types, 'utf8').matchAll(/^ {2}(\w+)[<(]/gm), ([, method]) => method)
    expect(commandTable.map(([method]) => method)).toEqual(inTypes)
    expect(commandTable.map(([method, ...words]) => [method, words.join(' ')])).toEqual(generated().methods)
  })

  it('turn words into camel case', () => {
    const words = Object.fromEntries(commandTable.map(([method, ...rest]) => [method, rest.join(' ')]))
    expect(words).toMatchObject({
      hset: 'HSET',
      evalRo: 'EVAL_RO',
      command: 'COMMAND',
      commandDocs: 'COMMAND DOCS',
      clientNoEvict: 'CLIENT NO-EVICT',
      clusterSetConfigEpoch: 'CLUSTER SET-CONFIG-EPOCH',
      xgroupCreate: 'XGROUP CREATE',
    })
  })

  it('take no name that a client has for something else', () => {
    const methods = new Set(commandTable.map(([method]) => method))
    const taken =
      'call callSync callRaw binary pipeline duplicate engine close multi exec subscribe psubscribe ssubscribe'
    for (const name of [...taken.split(' '), 'monitor', 'then', 'constructor'])
      expect(methods.has(name), name).toBe(false)
  })

  it('know which commands can wait, and of which engine they are', () => {
    expect([...blockingCommands].join(' ')).toBe(
      'BLMOVE BLMPOP BLPOP BRPOP BRPOPLPUSH BZMPOP BZPOPMAX BZPOPMIN WAIT WAITAOF XREAD XREADGROUP',
    )
    expect(readFileSync(join(findCommandsFolder(), '..', 'version.h'), 'utf8')).toContain(`"${engineVersion}"`)
  })

  it('keep to 120 columns', () => {
    for (const [path, text] of Object.entries(generated().files)) {
      expect(
        text.split('\n').filter((line) => line.length > 120),
        basename(path),
      ).toEqual([])
    }
  })
})

describe('the generator', () => {
  const engine = mkdtempSync(join(tmpdir(), 'wasm-redis-commands-'))

  afterAll(() => rmSync(engine, { recursive: true, force: true }))

  /** The command table in a copy of those parts of the engine's sources that the generator reads. */
  function commandsFolder() {
    const source = join(findCommandsFolder(), '..')
    if (!existsSync(join(engine, 'src'))) {
      for (const part of ['commands', 'commands.def', 'version.h']) {
        cpSync(join(source, part), join(engine, 'src', part), { recursive: true })
      }
    }
    return join(engine, 'src', 'commands')
  }

  function run(...args: string[]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [generator, ...args], { encoding: 'utf8' })
    return { status, said: stdout + stderr }
  }

  function edit(file: string, from: string, to: string, inside: () => void) {
    const path = join(commandsFolder(), '..', file)
    const text = readFileSync(path, 'utf8')
    expect(text).toContain(from)
    writeFileSync(path, text.replace(from, to))
    inside()
    writeFileSync(path, text)
  }

  it('exits with 0 on --check when the files are current', () => {
    expect(run('--check', commandsFolder())).toMatchObject({ status: 0 })
  })

  it('exits with 1 on --check when a file is not, naming it and writing nothing', () => {
    const before = readFileSync(types, 'utf8')
    edit('version.h', '#define VALKEY_VERSION "', '#define VALKEY_VERSION "0.', () => {
      const { status, said } = run('--check', commandsFolder())
      expect(status).toBe(1)
      expect(said).toContain('not current: ')
      expect(said).toContain('commands.generated.ts')
      expect(said).toContain('command-table.generated.ts')
      expect(said).toContain('run: node scripts/generate-commands.mjs')
    })
    expect(readFileSync(types, 'utf8')).toBe(before)
  })

  it('finds the engine that is unpacked under build', () => {
    const build = join(engine, 'build')
    mkdirSync(build)
    cpSync(commandsFolder(), join(build, 'engine', 'src', 'commands'), { recursive: true })
    expect(findCommandsFolder('', build)).toBe(join(build, 'engine', 'src', 'commands'))
  })

  it('says what to do when no engine is unpacked', () => {
    expect(() => findCommandsFolder('', join(engine, 'nothing'))).toThrow(/not unpacked.*Run \.\/compile engine/)
    expect(() => generateCommands(join(engine, 'nothing'))).toThrow(/no command files/)
  })

  it('refuses a table that is not the one the engine is compiled from', () => {
    edit('commands/get.json', '"arity": 2', '"arity": 3', () => {
      expect(() => generateCommands(commandsFolder())).toThrow(/commands\.def and the JSON files differ.*get \|/)
    })
  })

  it('refuses a correction that has nothing to correct any more', () => {
    edit('commands/smembers.json', '"type": "array"', '"type": "string"', () => {
      expect(() => generateCommands(commandsFolder())).toThrow(/SMEMBERS.*finds nothing to change/)
    })
  })
})
