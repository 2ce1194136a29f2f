/** What `createEngine` and `createClient` take, its defaults and its checks. */

import { checkNames, shown, wrong } from './options/checks.ts'
import type { Storage, StorageFile } from './storage/storage.ts'

/** A line of the engine's log. */
export interface LogLine {
  level: 'debug' | 'verbose' | 'notice' | 'warning'
  message: string
}

/** The eviction policies of `maxmemory-policy`. */
export const evictionPolicies = [
  'noeviction',
  'allkeys-lru',
  'allkeys-lfu',
  'allkeys-random',
  'volatile-lru',
  'volatile-lfu',
  'volatile-random',
  'volatile-ttl',
] as const

/** What happens at `maxmemory`: nothing is evicted, or keys (`volatile`: keys with a time to live) by some order. */
export type EvictionPolicy = (typeof evictionPolicies)[number]

/** The builds of the engine that the package has. */
export const builds = ['fast', 'small'] as const

/** The same engine twice: `fast`, and `small`, a sixth less to download at some 0.85 to 1.0 of the speed. */
export type Build = (typeof builds)[number]

/** The module as a bundler, a cache or another loader hands it over. */
export type ModuleSource = WebAssembly.Module | ArrayBuffer | ArrayBufferView | Response | URL | string

/** What `engine.snapshot()` gives, as far as an option has to know it. */
export interface SnapshotLike {
  /** Which build of the engine made it, in hexadecimal. */
  readonly build: string
  /** How much memory it holds, in bytes. */
  readonly size: number
  /** The snapshot as bytes. */
  toBytes(): Uint8Array
}

/** What `createEngine` takes. */
export interface EngineOptions {
  /** How much the engine may hold: bytes, or text such as `'128mb'`; 0 is no limit but 4 GB. Default 256 MB. */
  maxmemory?: number | string
  /** What happens at that limit. Default `noeviction`: writes are answered with an OOM error. */
  maxmemoryPolicy?: EvictionPolicy
  /** Any other setting by its name in `valkey.conf`: `{ 'notify-keyspace-events': 'KEA', hz: 20 }`. */
  config?: Record<string, string | number | boolean>
  /**
   * Where the engine keeps its files: a directory's path (Node only), or an object such as `memoryStorage()` makes. What
   * is there is loaded, and saved as `save`, `appendonly` and `appendfsync` in `config` say; without them at the server's
   * own save points, and when the engine is closed. Default: no files.
   */
  storage?: string | Storage
  /** All keys, as `engine.dump()` or a server's dump.rdb has them, to begin with. Not together with `storage`. */
  rdb?: Uint8Array
  /** Called with each line of the engine's log, after the call that caused it. Default: lines are dropped. */
  onLog?: (line: LogLine) => void
  /**
   * A snapshot to go on from, or its bytes: the engine begins with its data, scripts, users and settings. Other options
   * given beside it are set then.
   */
  snapshot?: SnapshotLike | Uint8Array
  /** Where its time comes from: the system (default), or `engine.clock`, which tests turn by hand. */
  clock?: 'system' | 'manual'
  /**
   * A seed, a whole number of 0 or more: everything random in the engine (SPOP, RANDOMKEY, the order of SCAN, ids of
   * runs) is the same in every run then. For tests: what is not secret can be guessed. Default: the system's numbers.
   */
  random?: number
  /**
   * How long a script or function may run, in milliseconds of real time; then it fails as by SCRIPT KILL, and what it has
   * written stays. 0, the default, is no limit: while a script runs nobody else can speak, so nothing ends it.
   */
  scriptTimeout?: number
  /**
   * Which of the package's two builds of the engine: `fast`, the default, or `small`, which is a sixth less to download
   * and somewhat slower. They do the same; a snapshot goes on only in the build that it was taken of. Not together with
   * `module`.
   */
  build?: Build
  /**
   * `redis.wasm` or `redis.small.wasm`, where it cannot be found beside the library: a compiled module, its bytes, a
   * response or a URL. Not together with `build`.
   */
  module?: ModuleSource | Promise<ModuleSource>
}

/** What `engine.connect` takes. */
export interface ConnectOptions {
  /** The protocol replies come in: 3 (default) has maps, sets, doubles, booleans; 2 has arrays and strings. */
  protocol?: 2 | 3
  /** The database to start in, as by SELECT. Default 0. */
  database?: number
  /** The connection's name in CLIENT LIST, as by CLIENT SETNAME. */
  name?: string
  /** Whom to authenticate as, as by AUTH. Default `'default'` when there is a password. */
  username?: string
  password?: string
}

/** What `createClient` takes for an engine in this process: its options and those of the connection to it. */
export interface LocalOptions extends EngineOptions, ConnectOptions {}

/** The file that CONFIG REWRITE reads and writes. */
export interface ConfigFile {
  path: string
  read(): Uint8Array
  /** Puts another in its place, in one step. */
  write(bytes: Uint8Array): void
}

/** What a server's process has and the engine in it opens by name: see redis_listens in wasm/redis.h. */
export interface Devices {
  /** Throws an error with one of Node's codes. */
  open(name: string): StorageFile
}

/** Engine options with their defaults filled in; what CONFIG SET is given, and what only boot can set. */
export interface EngineSettings {
  config: Record<string, string>
  bootConfig: Record<string, string>
  onLog: ((line: LogLine) => void) | undefined
  storage?: string | Storage
  rdb?: Uint8Array
  clock?: 'system' | 'manual'
  random?: number
  scriptTimeout?: number
  configFile?: ConfigFile
  devices?: Devices
  /** `onLog` does not call the engine, and is to have each line before the call that wrote it is answered. */
  logAtOnce?: boolean
  build?: Build
  module: EngineOptions['module']
  snapshot: EngineOptions['snapshot']
}

export const engineOptionNames = [
  'maxmemory',
  'maxmemoryPolicy',
  'config',
  'storage',
  'rdb',
  'onLog',
  'snapshot',
  'clock',
  'random',
  'scriptTimeout',
  'build',
  'module',
]
export const connectOptionNames = ['protocol', 'database', 'name', 'username', 'password']

/** Settings that the engine takes at boot only, with the values each can have. */
const bootSettings: Record<string, RegExp> = {
  databases: /^[1-9]\d{0,5}$/,
  'enable-debug-command': /^(no|yes|local)$/,
  'enable-module-command': /^(no|yes|local)$/,
  'enable-protected-configs': /^(no|yes|local)$/,
}

/** With storage, settings of files and of how keys are kept are boot's: what is there is loaded by them. */
export const fileSettings =
  /^(save|append(only|fsync|filename|dirname)|dbfilename|(auto-)?aof-.*|rdb.*|no-appendfsync-on-rewrite|stop-writes-on-bgsave-error|sanitize-dump-payload|(hash|list|set|zset|stream|hll)-.*|maxmemory(-.*)?|lfu-.*|lazyfree-.*)$/

/** When a server saves that was not told when: changes in seconds. */
export const SAVE_POINTS = '3600 1 300 100 60 10000'

/** The engine's own spelling of a setting's name: what `valkey.conf` and CONFIG SET take. */
const settingName = /^[a-z][a-z0-9-]*$/i

function checkMaxmemory(value: unknown): string {
  const wanted = "a number of bytes, 0 or more, or text such as '128mb'"
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value) || value < 0) throw wrong('maxmemory', value, wanted)
    return String(value)
  }
  if (typeof value !== 'string' || !/^\d{1,15}\s*(b|k|kb|m|mb|g|gb)?$/i.test(value)) {
    throw wrong('maxmemory', value, wanted)
  }
  return value.replace(/\s+/g, '')
}

function settingText(name: string, value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value === 'string') return value
  throw wrong(`config['${name}']`, value, 'a string, a finite number or a boolean')
}

const storageFunctions = ['acquire', 'release', 'open', 'rename', 'remove', 'list', 'syncNames']

function checkStorage(value: unknown): string | Storage {
  if (typeof value === 'string' && value !== '') return value
  const wanted = `a directory's path, or an object with the functions ${storageFunctions.join(', ')}`
  if (value === null || typeof value !== 'object') throw wrong('storage', value, wanted)
  const missing = storageFunctions.find((name) => typeof (value as Record<string, unknown>)[name] !== 'function')
  if (missing) throw new TypeError(`option storage has no function ${missing}; it must be ${wanted}`)
  return value as Storage
}

/** A value as a configuration file has it. `save` takes several words, all else one. */
export function configWord(name: string, value: string): string {
  if (name === 'save' && value !== '') return value
  return `"${value.replace(/[\\"]/g, '\\$&')}"`
}

/** Puts each setting of the option `config` to what CONFIG SET is given, or to what only boot can set. */
function sortConfig(
  given: NonNullable<EngineOptions['config']>,
  withStorage: boolean,
  config: Record<string, string>,
  bootConfig: Record<string, string>,
): void {
  if (given === null || typeof given !== 'object' || Array.isArray(given)) {
    throw wrong('config', given, "an object of settings by name, such as { hz: '20' }")
  }
  for (const [name, value] of Object.entries(given)) {
    if (!settingName.test(name)) throw new TypeError(`option config has ${shown(name)}, which is no setting's name`)
    const text = settingText(name, value)
    const key = name.toLowerCase()
    const boot = bootSettings[key]
    if (withStorage && key === 'dir') {
      throw wrong("config['dir']", value, 'left out: the directory is the option storage')
    }
    if (withStorage && fileSettings.test(key)) bootConfig[key] = configWord(key, text)
    else if (!boot) config[key] = text
    else if (boot.test(text)) bootConfig[key] = text
    else throw wrong(`config['${name}']`, value, `text that matches ${boot}`)
  }
}

/** Throws where options contradict each other about what an engine begins with. */
function checkBeginning({ rdb, storage, snapshot }: EngineOptions, bootConfig: Record<string, string>): void {
  const [fixed] = Object.keys(bootConfig)
  if (snapshot && fixed !== undefined) {
    throw new TypeError(`option config['${fixed}'] cannot be changed where an engine goes on from a snapshot`)
  }
  if (rdb !== undefined && !(rdb instanceof Uint8Array)) throw wrong('rdb', rdb, 'a Uint8Array')
  if ([rdb, storage, snapshot].filter((given) => given !== undefined).length > 1) {
    throw new TypeError('only one of the options rdb, storage and snapshot can say what an engine begins with')
  }
}

/** Throws where options do not say which module it is to be. */
function checkModule({ build, module }: EngineOptions): void {
  if (build !== undefined && !builds.includes(build)) throw wrong('build', build, "'fast' or 'small'")
  if (build !== undefined && module !== undefined) {
    throw new TypeError('only one of the options build and module can say which module the engine is')
  }
}

/** Checks engine options and fills in the defaults. Throws a `TypeError` that names the option and what it may be. */
export function engineSettings(options: EngineOptions = {}): EngineSettings {
  checkNames(options, engineOptionNames)
  const { maxmemory, maxmemoryPolicy, storage, onLog, clock = 'system', random, scriptTimeout } = options
  // What is not given is the engine's default, which it boots with (wasm/boot.c).
  const config: Record<string, string> = {}
  const bootConfig: Record<string, string> = {}
  if (maxmemory !== undefined) config.maxmemory = checkMaxmemory(maxmemory)
  if (maxmemoryPolicy !== undefined) {
    if (!evictionPolicies.includes(maxmemoryPolicy)) {
      throw wrong('maxmemoryPolicy', maxmemoryPolicy, `one of ${evictionPolicies.join(', ')}`)
    }
    config['maxmemory-policy'] = maxmemoryPolicy
  }
  if (options.config !== undefined) sortConfig(options.config, storage !== undefined, config, bootConfig)
  if (onLog !== undefined && typeof onLog !== 'function') throw wrong('onLog', onLog, 'a function')
  if (clock !== 'system' && clock !== 'manual') throw wrong('clock', clock, "'system' or 'manual'")
  if (random !== undefined && !(Number.isSafeInteger(random) && random >= 0)) {
    throw wrong('random', random, 'a whole number, 0 or more')
  }
  if (
    scriptTimeout !== undefined &&
    !(Number.isInteger(scriptTimeout) && scriptTimeout >= 0 && scriptTimeout < 2 ** 32)
  ) {
    throw wrong('scriptTimeout', scriptTimeout, 'a whole number of milliseconds, 0 or more')
  }
  checkBeginning(options, bootConfig)
  checkModule(options)

  const { build, module, rdb, snapshot } = options
  const settings: EngineSettings = { config, bootConfig, onLog, clock, random, module, snapshot }
  if (scriptTimeout !== undefined) settings.scriptTimeout = scriptTimeout
  if (build !== undefined) settings.build = build
  if (rdb !== undefined) settings.rdb = rdb
  if (storage !== undefined) {
    settings.storage = checkStorage(storage)
    for (const name of ['maxmemory', 'maxmemory-policy']) {
      if (config[name] === undefined) continue
      bootConfig[name] ??= configWord(name, config[name])
      delete config[name]
    }
    bootConfig.save ??= SAVE_POINTS
  }
  return settings
}

/** Checks what `connect` takes. Throws a `TypeError` that names the option and what it may be. */
export function connectSettings(options: ConnectOptions = {}): ConnectOptions {
  checkNames(options, connectOptionNames)
  const { protocol, database, name, username, password } = options
  if (protocol !== undefined && protocol !== 2 && protocol !== 3) throw wrong('protocol', protocol, '2 or 3')
  if (database !== undefined && (!Number.isSafeInteger(database) || database < 0)) {
    throw wrong('database', database, 'a whole number, 0 or more')
  }
  for (const [option, value] of Object.entries({ name, username, password })) {
    if (value !== undefined && typeof value !== 'string') throw wrong(option, value, 'a string')
  }
  if (username !== undefined && password === undefined) {
    throw new TypeError('option username is given without password; authentication needs both')
  }
  return { protocol: protocol ?? 3, database, name, username, password }
}

/** Splits what `createClient` takes into the engine's part and the connection's. Throws as the other two do. */
export function splitClientOptions(options: LocalOptions = {}): [EngineOptions, ConnectOptions] {
  checkNames(options, [...engineOptionNames, ...connectOptionNames])
  const pick = (names: readonly string[]) =>
    Object.fromEntries(Object.entries(options).filter(([k]) => names.includes(k)))
  return [pick(engineOptionNames), pick(connectOptionNames)]
}
