import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { engineVersion } from '../../client/command-table.generated.ts'
import type { Engine } from '../../create.ts'
import { EngineClosedError } from '../../errors.ts'
import type { Server } from '../../server/index.ts'
import { readStandardInput } from '../stdin.ts'
import { FAILED, Failure, FINE } from '../usage.ts'
import { ProcessDevices } from './devices.ts'
import { directivesOf, readCommandLine, readConfig } from './directives.ts'
import { Door } from './door.ts'
import { backlogOf, Listeners, type ProcessSettings, placesOf } from './listeners.ts'
import { ServerLog } from './log.ts'
import { type Plan, planOf, startEngine } from './settings.ts'

/** `wasm-redis serve`: a server in the foreground. Resolves to the exit code when it has ended. */
export async function runServe(args: readonly string[]): Promise<number> {
  const { file, stdin, lines } = readCommandLine(args)
  const plan = await planOf([
    ...(file === undefined ? [] : directivesOf(readConfig(file), false)),
    ...(stdin ? directivesOf((await readStandardInput()).toString(), false) : []),
    ...directivesOf(lines, true),
  ])
  const settings: ProcessSettings = plan.process
  const configuration = file === undefined ? undefined : resolve(file) // before the folder is another
  enter(settings.get('dir')?.[0])

  const level = plan.settings.findLast(({ name }) => name === 'loglevel')?.args[0] ?? 'notice'
  const format = plan.settings.findLast(({ name }) => name === 'log-format')?.args[0] ?? 'legacy'
  const log = new ServerLog(settings.get('logfile')?.[0] ?? '', level.toLowerCase(), format.toLowerCase())
  log.notice('oO0OoO0OoO0Oo wasm-redis is starting oO0OoO0OoO0Oo')
  log.notice(`Valkey version=${engineVersion}, bits=32, pid=${process.pid}, just started`)
  if (args.length > 0) log.notice('Configuration loaded')
  else log.notice('No configuration given, using the default. For one use: wasm-redis serve /path/to/valkey.conf')
  for (const line of plan.left) log.warning(line)

  const protectedMode = plan.settings.findLast(({ name }) => name === 'protected-mode')?.args ?? ['yes']
  plan.process.set('protected-mode', protectedMode)
  const listeners = new Listeners(settings, log)
  const devices = new ProcessDevices(listeners)
  const engine = await startEngine(plan, configuration, devices, (line) => log.engine(line))
  const door = openDoor(engine, plan)
  introduce(settings, log)
  if (!load(engine, log)) return FINE
  door?.shut()
  const opening = listeners.open(engine)
  // Signals are heard from here on: none must leave a socket or a pid file behind.
  const left = door?.closed()
  const closed = () => Promise.allSettled([opening.then(() => listeners.closed()), left])
  const ending = endingOf(engine, closed, log)
  try {
    const servers = await opening
    const pidFile = writePidFile(settings.get('pidfile')?.[0], log)
    try {
      announce(servers, settings, log)
      return await ending
    } finally {
      if (pidFile) rmSync(pidFile, { force: true })
    }
  } finally {
    await engine.close()
  }
}

/** True when the engine has its data; false when a client has shut it down meanwhile. Throws a `Failure`. */
function load(engine: Engine, log: ServerLog): boolean {
  try {
    engine.core.enter('redis_load')
    return true
  } catch (error) {
    if (error instanceof EngineClosedError) {
      log.warning('wasm-redis is now ready to exit, bye bye...')
      return false
    }
    const [, said = ''] = /Its last log lines:\n(.*)$/s.exec(String(error)) ?? []
    throw new Failure(`the engine did not start: ${said.trim().split(/\n\s*/).join(' | ') || error}`, { cause: error })
  }
}

/** From this size on, in bytes, files take longer to load than it takes to have somebody at the door. */
const SOON = 256 * 1024

/** How large the files are that the engine is about to load, or files that are named so. */
function dataSize({ storage, boot }: Plan): number {
  if (!storage) return 0
  const named = (name: string, otherwise: string) => boot.findLast((line) => line.name === name)?.args[0] ?? otherwise
  const folder = named('appenddirname', 'appendonlydir')
  const parts = existsSync(folder) ? readdirSync(folder).map((part) => join(folder, part)) : []
  return [named('dbfilename', 'dump.rdb'), named('appendfilename', 'appendonly.aof'), ...parts]
    .map((file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, size) => sum + size, 0)
}

/** The way in while the engine loads; undefined when it is not needed, or cannot be had, which is no reason not to start. */
function openDoor(engine: Engine, plan: Plan): Door | undefined {
  try {
    if (dataSize(plan) < SOON) return undefined
    const door = new Door(engine.core)
    return door.open(placesOf(plan.process), backlogOf(plan.process)) ? door : undefined
  } catch {
    return undefined // a bundler has left the thread's program behind; what is wrong with files, loading them says
  }
}

function enter(folder: string | undefined): void {
  if (folder === undefined) return
  try {
    process.chdir(folder)
  } catch (cause) {
    throw new Failure(`Can't chdir to '${folder}': ${(cause as Error).message}`, { cause })
  }
}

/** Returns the file's absolute path; undefined when there is none. */
function writePidFile(path: string | undefined, log: ServerLog): string | undefined {
  if (!path) return undefined
  try {
    writeFileSync(path, `${process.pid}\n`)
    return resolve(path)
  } catch (error) {
    log.warning(`Failed to write PID file: ${(error as Error).message}`)
    return undefined
  }
}

function wantsBanner(settings: ProcessSettings, log: ServerLog): boolean {
  return log.onTerminal || settings.get('always-show-logo')?.[0]?.toLowerCase() === 'yes'
}

/** What a server says before it loads its data, which can take long, or fail. */
function introduce(settings: ProcessSettings, log: ServerLog): void {
  const port = settings.get('port')?.[0] ?? '6379'
  if (wantsBanner(settings, log)) log.raw(banner(port === '0' ? '' : port))
  else log.notice(`Running mode=standalone, port=${port}.`)
  log.notice('Server initialized')
}

function announce(servers: readonly Server[], settings: ProcessSettings, log: ServerLog): void {
  for (const { url, path } of servers) {
    log.notice(
      path ? `The server is now ready to accept connections at ${path}` : `Ready to accept connections at ${url}`,
    )
  }
  if (servers[0] && wantsBanner(settings, log)) log.raw(`\nTry: wasm-redis cli --url ${servers[0].url}\n\n`)
}

function banner(port: string): string {
  const lines = [
    `wasm-redis, Valkey ${engineVersion} in this process`,
    '',
    ...(port ? [`Port: ${port}`] : []),
    `PID: ${process.pid}`,
    '',
    'Stop it with Ctrl-C.',
  ]
  const art = [
    '   ___________ ',
    '  /__________/|',
    '  |  ______  ||',
    '  | |__()__| ||',
    '  |  ______  ||',
    '  | |__()__| ||',
    '  |__________|/',
  ]
  const rows = Math.max(lines.length, art.length)
  const rowsOf = Array.from({ length: rows }, (_, i) => `${(art[i] ?? '').padEnd(18)} ${lines[i] ?? ''}`.trimEnd())
  return `\n${rowsOf.join('\n')}\n\n`
}

/** Resolves to the exit code, once a signal or a client has ended the server and all connections are `closed`. */
function endingOf(engine: Engine, closed: () => Promise<unknown>, log: ServerLog): Promise<number> {
  return new Promise((resolve) => {
    engine.core.onceEnded(async (reason) => {
      const quiet = reason instanceof EngineClosedError // SHUTDOWN, which the engine has logged itself
      if (!quiet) log.warning(reason.message)
      await closed()
      if (quiet) log.warning('wasm-redis is now ready to exit, bye bye...')
      resolve(quiet ? FINE : FAILED)
    })
    const stop = (signal: NodeJS.Signals) => {
      if (!engine.closed) log.notice(`Received ${signal} scheduling shutdown...`)
      // A server that cannot save stays, and can be asked again; one that is about to end is told that it is meant.
      if (!engine.closed && engine.core.signal(signal === 'SIGINT')) return
      log.warning('You insist... exiting now.')
      process.exit(FAILED)
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  })
}
