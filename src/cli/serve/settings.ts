import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { type Client, createEngine, Engine } from '../../create.ts'
import { loadModule } from '../../engine/module.ts'
import { EngineStartError, RedisError } from '../../errors.ts'
import { type EngineSettings, fileSettings, type LogLine, SAVE_POINTS } from '../../options.ts'
import { suggestion } from '../usage.ts'
import { quoted } from '../words.ts'
import { configFileAt } from './config-file.ts'
import type { ProcessDevices } from './devices.ts'
import { badDirective, type Directive } from './directives.ts'
import { LOOPBACK } from './listeners.ts'

/** What the process does, not the engine; these may be asked for with CONFIG GET all the same. */
const ofTheProcess = ['port', 'bind', 'unixsocket', 'unixsocketperm', 'tcp-backlog', 'pidfile', 'always-show-logo']

/** What the engine asks of the process when it is there. */
const later = ['oom-score-adj', 'oom-score-adj-values']

/** What the process does and the engine must not be told. */
const hidden = ['dir', 'logfile', 'daemonize', 'aclfile']

/** What cannot work, and why. A value that switches it off is as good as none. */
const impossible: Record<string, string> = {
  'io-threads': 'the engine has one thread',
  replicaof: 'the engine opens no connections of its own',
  slaveof: 'the engine opens no connections of its own',
  'cluster-enabled': 'the engine is no node of a cluster',
  loadmodule: 'native modules cannot be loaded into WebAssembly',
  daemonize: 'this server stays in the foreground; let a service manager, or your shell, put it behind',
  supervised: 'this server tells no supervisor that it is ready',
  'syslog-enabled': 'the log goes to standard output or to logfile',
  'rdma-bind': 'there is no RDMA here',
  'rdma-port': 'there is no RDMA here',
}

/** Settings of older versions that the server reads and forgets. */
const forgotten = [
  'list-max-ziplist-entries',
  'list-max-ziplist-value',
  'lua-replicate-commands',
  'io-threads-do-reads',
  'dynamic-hz',
  'events-per-io-thread',
]

/** Settings of more than one word; of all others a second word is a mistake. */
const severalWords = [
  'save',
  'client-output-buffer-limit',
  'oom-score-adj-values',
  'bind',
  'rdma-bind',
  'replicaof',
  'slaveof',
  'latency-tracking-info-percentiles',
  'shutdown-on-sigint',
  'shutdown-on-sigterm',
]

const wrongCount = 'wrong number of arguments'
const unknown = 'Bad directive or wrong number of arguments'

/** A configuration, sorted by who carries it out. */
export interface Plan {
  /** What the process does, the last of several lines; `tls-…`, `port`, `logfile` and so on. */
  process: Map<string, string[]>
  /** Lines that only boot can take, `rename-command` among them. */
  boot: Directive[]
  /** What CONFIG SET takes. */
  settings: Directive[]
  users: Directive[]
  /** There are files, in the folder that the process is in. */
  storage: boolean
  /** What cannot work and is left out, in words for the log. */
  left: string[]
}

/** What will not be done is checked all the same: who mistypes it finds out as on a server. */
function checkPrimary(directive: Directive): void {
  const words = directive.args.flatMap((word) => word.toLowerCase().split(/\s+/))
  if (words.length !== 2) throw badDirective(directive, wrongCount)
  const [host, port] = words
  const valid = /^\d+$/.test(port) && Number(port) <= 65535
  if (!valid && !(host === 'no' && port === 'one')) throw badDirective(directive, 'Invalid primary port')
}

function isOff(args: readonly string[]): boolean {
  const value = args.join(' ').toLowerCase()
  return ['', 'no', '0', 'no one'].includes(value)
}

/** Sorts lines. Throws an error that names the line for one that the server would not start with. */
export async function planOf(directives: readonly Directive[]): Promise<Plan> {
  const plan: Plan = { process: new Map(), boot: [], settings: [], users: [], storage: false, left: [] }
  await using probe = await createEngine()
  const client = probe.connect({ protocol: 2 })
  // As a server does, but for one that was told nothing of files: that leaves none behind.
  plan.storage = directives.some(
    ({ name, args }) => name === 'dir' || ((name === 'save' || name === 'appendonly') && !isOff(args)),
  )
  for (const directive of directives) {
    const { name, args } = directive
    if (name === 'replicaof' || name === 'slaveof') checkPrimary(directive)
    if (plan.storage && fileSettings.test(name)) {
      plan.boot.push(directive)
    } else if (name === 'save' && args.length === 0) {
      // the server takes it for no save points, which there are none of
    } else if (name in impossible && args.length > 0) {
      const harmless = isOff(args) || (name === 'io-threads' && args[0] === '1')
      if (!harmless) plan.left.push(`${directive.text} is left out: ${impossible[name]}`)
    } else if (forgotten.includes(name) && args.length === 1) {
      // nothing to do
    } else if (name === 'user' && args.length > 0) {
      if (plan.users.some((other) => other.args[0] === args[0])) {
        const once = 'Duplicate user found. A user can only be defined once in config files'
        throw badDirective(directive, `Error in user declaration '${args[0]}': ${once}`)
      }
      plan.users.push(directive)
    } else if (name === 'rename-command' && args.length === 2) {
      plan.boot.push(directive)
    } else if (name === 'aclfile' && plan.storage && args.length === 1 && isInside(args[0])) {
      plan.boot.push(directive) // the engine reads it, and can write it
    } else if (name.startsWith('tls-') || hidden.includes(name)) {
      if (args.length !== 1) throw badDirective(directive, wrongCount)
      plan.process.set(name, args)
    } else {
      sort(directive, client, plan)
    }
  }
  if (!plan.boot.some(({ name }) => name === 'bind')) {
    plan.boot.push({ name: 'bind', args: [LOOPBACK], text: `bind ${LOOPBACK}`, line: 0, typed: false })
  }
  return plan
}

/** A file of the folder that the process is about to be in, for all that can be told by its name. */
function isInside(path: string): boolean {
  return path !== '' && !isAbsolute(path) && !path.split(/[\\/]/).includes('..')
}

/** Asks an engine that is thrown away what it thinks of a setting. */
function sort(directive: Directive, client: Client, plan: Plan): void {
  const { name, args } = directive
  if (ofTheProcess.includes(name)) plan.process.set(name, args)
  const reason = refusal(client, directive)
  if (reason === undefined) {
    const fits = args.length === 1 || (args.length > 1 && severalWords.includes(name))
    if (!fits) throw badDirective(directive, wrongCount)
    // CONFIG SET of a port would have the engine open it.
    const list = ofTheProcess.includes(name) || later.includes(name) ? plan.boot : plan.settings
    list.push(directive)
    // What loading has to say is said before the engine hears of the rest.
    if (plan.storage && /^(loglevel|hide-user-data-from-log)$/.test(name)) plan.boot.push(directive)
  } else if (/immutable|protected config|has no network|oom_score_adj/.test(reason)) {
    plan.boot.push(directive)
  } else if (reason.startsWith('Unknown option')) {
    const known = client.callSync<string[]>('CONFIG', 'GET', '*').filter((_, i) => i % 2 === 0)
    throw badDirective(directive, unknown + (args.length > 0 ? `.${suggestion(name, known)}` : ''))
  } else {
    throw badDirective(directive, args.length === 1 || severalWords.includes(name) ? reason : wrongCount)
  }
}

/** Why CONFIG SET refuses it, in the engine's words; undefined when it does not. */
function refusal(client: Client, { name, args }: Directive): string | undefined {
  try {
    client.callSync('CONFIG', 'SET', name, args.join(' '))
    return undefined
  } catch (error) {
    if (!(error instanceof RedisError)) throw error
    return error.message.replace(/^ERR (CONFIG SET failed \(possibly related to argument '[^']*'\) - )?/, '')
  }
}

/** Settings whose value in the engine is not what the configuration says. */
function isProcess(plan: Plan, name: string): boolean {
  if (name === 'aclfile') return !plan.boot.some((line) => line.name === name)
  return hidden.includes(name) || name in impossible || name.startsWith('tls-')
}

/**
 * Boots an engine as planned, with nothing loaded; `file` is the absolute path of its configuration. Throws an error that
 * names the line which it refuses.
 */
export async function startEngine(
  plan: Plan,
  file: string | undefined,
  devices: ProcessDevices,
  onLog: (line: LogLine) => void,
): Promise<Engine> {
  // The commands by which an engine is set up may be renamed or taken away; then they have a name that only we know.
  const names = { CONFIG: 'CONFIG', ACL: 'ACL' }
  const bootConfig: Record<string, string> = {}
  for (const { name, args } of plan.boot) {
    if (name === 'save') {
      bootConfig.save = savePoints(bootConfig.save, args)
      continue
    }
    if (name !== 'rename-command') {
      bootConfig[name] = args.map((word) => quoted(Buffer.from(word))).join(' ')
      continue
    }
    const command = args[0].toUpperCase()
    const isOurs = command === 'CONFIG' || command === 'ACL'
    const target = args[1] === '' && isOurs ? randomUUID() : args[1]
    if (isOurs) names[command] = target
    bootConfig[`rename-command "${args[0]}"`] = `"${target}"`
  }
  const configFile = file === undefined ? undefined : configFileAt(file, (name) => isProcess(plan, name))
  const engine = await boot(bootConfig, plan, { configFile, devices, onLog })
  const client = engine.connect({ protocol: 2 })
  try {
    for (const directive of plan.settings) {
      apply(client, directive, [names.CONFIG, 'SET', directive.name, directive.args.join(' ')])
    }
    for (const directive of usersOf(plan)) {
      apply(client, directive, [names.ACL, 'SETUSER', directive.args[0], 'reset', ...directive.args.slice(1)])
    }
  } catch (error) {
    await engine.close()
    throw error
  }
  client.close()
  return engine
}

/** Lines add up, until an empty one begins anew. */
function savePoints(before: string | undefined, args: readonly string[]): string {
  const points = args.join(' ')
  if (points.trim() === '') return '""'
  return before === undefined || before === '""' ? points : `${before} ${points}`
}

async function boot(
  bootConfig: Record<string, string>,
  plan: Plan,
  around: Pick<EngineSettings, 'configFile' | 'devices' | 'onLog'>,
): Promise<Engine> {
  try {
    const storage = plan.storage ? '.' : undefined
    if (storage) bootConfig.save ??= SAVE_POINTS
    const rest = { logAtOnce: true, module: undefined, snapshot: undefined }
    return new Engine(await loadModule({}), { config: {}, bootConfig, storage, ...around, ...rest })
  } catch (error) {
    const said =
      error instanceof EngineStartError && /FATAL CONFIG FILE ERROR.*>>> '(\S+) .*' \| (.*)$/.exec(error.message)
    if (!said) throw error
    throw badDirective(
      plan.boot.find(({ name }) => name === said[1]) ?? { line: 0, text: said[1], typed: false },
      said[2],
    )
  }
}

function apply(client: Client, directive: Directive, command: string[]): void {
  try {
    client.callSync(command[0], ...command.slice(1))
  } catch (error) {
    if (!(error instanceof RedisError)) throw error
    throw badDirective(directive, error.message.replace(/^ERR /, ''))
  }
}

/** Users of the configuration and of the ACL file, with the default user last: what we are set up as. */
function usersOf(plan: Plan): Directive[] {
  const users = [...plan.users]
  const [file = ''] = plan.process.get('aclfile') ?? []
  if (file !== '') {
    for (const [i, raw] of readFileSync(file, 'utf8').split('\n').entries()) {
      const text = raw.trim()
      const [name, ...args] = text.split(/\s+/)
      if (text === '' || text.startsWith('#')) continue
      const directive = { name, args, text, line: i + 1, typed: false }
      if (name !== 'user' || args.length === 0) throw badDirective(directive, `${file} has a line that is no user's`)
      users.push(directive)
    }
  }
  return users.sort((a, b) => Number(a.args[0] === 'default') - Number(b.args[0] === 'default'))
}
