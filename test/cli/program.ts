import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect } from 'vitest'
import { checkBuilt, root } from '../package/tarball.ts'

/** The program as it is installed. */
export const program = join(root, 'dist/cli.js')

/** How the program ended, and what it printed. */
export interface Ending {
  /** The exit code, or the signal that ended it. */
  code: number | string
  out: string
  err: string
}

const cleanups: (() => Promise<unknown> | unknown)[] = []

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

/** A folder that is removed after the test. */
export async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'wasm-redis-cli-'))
  cleanups.push(() => rm(path, { recursive: true }))
  return path
}

/** A program that runs, and what it has printed up to now. */
export class Program {
  readonly child: ChildProcess
  readonly ended: Promise<Ending>
  out = ''
  err = ''

  constructor(child: ChildProcess) {
    this.child = child
    child.stdout?.on('data', (text) => {
      this.out += text
    })
    child.stderr?.on('data', (text) => {
      this.err += text
    })
    this.ended = new Promise((resolve, reject) => {
      child.on('error', reject)
      child.on('close', (code, signal) => resolve({ code: code ?? String(signal), out: this.out, err: this.err }))
    })
    cleanups.push(() => {
      child.kill('SIGKILL')
      return this.ended.catch(() => {})
    })
  }

  /** Waits until it has printed `text`. */
  async see(text: string | RegExp): Promise<void> {
    await expect.poll(() => this.out + this.err, { timeout: 15_000, interval: 10 }).toMatch(text)
  }
}

/** Starts `wasm-redis` with these arguments. No history, no colours asked for, and no password of the tester's. */
export async function start(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Program> {
  await checkBuilt()
  return new Program(
    spawn(process.execPath, [program, ...args], { env: { ...clean(), ...env }, stdio: ['pipe', 'pipe', 'pipe'] }),
  )
}

/** The tester's environment without what the program listens to. */
export function clean(): NodeJS.ProcessEnv {
  const { NO_COLOR, FORCE_COLOR, VALKEYCLI_AUTH, REDISCLI_AUTH, ...rest } = process.env
  return { ...rest, WASM_REDIS_HISTFILE: '' }
}

/** Runs `wasm-redis` to its end, with `input` on its standard input. */
export async function run(args: readonly string[], input: string | Buffer = '', env = {}): Promise<Ending> {
  const program = await start(args, env)
  program.child.stdin?.on('error', () => {}) // it may end without having read all
  program.child.stdin?.end(input)
  return program.ended
}

/** A server of the program's own, at a free port. */
export async function server(...args: string[]): Promise<{ program: Program; port: string; url: string }> {
  const program = await start(['serve', '--port', '0', ...args])
  await program.see(/connections at redis:.*:\d+"?\}?\n/)
  const port = /connections at redis:.*:(\d+)/.exec(program.out)?.[1] ?? ''
  return { program, port, url: `redis://127.0.0.1:${port}` }
}

/** `wasm-redis` in a pseudo-terminal, which is what Python's `pty` module is for here. */
export async function terminal(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Program> {
  await checkBuilt()
  const source = 'import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))'
  const child = spawn('python3', ['-c', source, process.execPath, program, ...args], {
    env: { ...clean(), TERM: 'xterm', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  await new Promise((resolve, reject) => {
    child.once('spawn', resolve)
    child.once('error', () => reject(new Error('python3 is needed for a pseudo-terminal: install it')))
  })
  return new Program(child)
}

/** What `wasm-redis cli` prints for a command to the server on `port`. */
export async function ask(port: string, ...command: string[]): Promise<string> {
  return (await run(['cli', '-p', port, ...command])).out.trimEnd()
}
