import { spawn } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

/** What a build script may find on any machine. A test adds stand-ins for what it is about: a compiler, a mirror. */
const onEveryMachine =
  'awk basename bash cat chmod cmp cp cut date df diff dirname env find flock grep head id ls make mkdir mv node nproc ' +
  'realpath rm sed sh sha256sum sleep sort stat tail tar gzip tee timeout touch tr uname wc'

export interface Result {
  status: number | null
  stdout: string
  stderr: string
}

/** A checkout of the build alone, in a folder of its own, on a machine that has only what the test gives it. */
export class Checkout {
  readonly folder = mkdtempSync(join(tmpdir(), 'wasm-redis-build-'))
  readonly cache = join(this.folder, 'cache')
  private readonly bin = join(this.folder, 'bin')

  constructor() {
    for (const name of ['compile', 'scripts', 'vendor', 'wasm', '.ci']) {
      cpSync(name, this.path(name), { recursive: true, preserveTimestamps: true })
    }
    // `patch` is a stand-in here, and a test that wants a patch writes its own.
    rmSync(this.path('vendor', 'patches'), { recursive: true, force: true })
    mkdirSync(this.bin)
    for (const tool of onEveryMachine.split(' ')) {
      const found = (process.env['PATH'] ?? '').split(delimiter).find((folder) => has(folder, tool))
      if (found) symlinkSync(join(found, tool), join(this.bin, tool))
    }
    this.tool('patch', 'cat >/dev/null')
  }

  path(...names: string[]): string {
    return join(this.folder, ...names)
  }

  write(name: string, text: string): void {
    writeFileSync(this.path(name), text)
  }

  /** Puts a shell script on this machine's PATH. */
  tool(name: string, script: string): void {
    const file = join(this.bin, name)
    rmSync(file, { force: true })
    writeFileSync(file, `#!/bin/sh\n${script}\n`)
    chmodSync(file, 0o755)
  }

  /** Stand-ins for what reads vendor/engine.profile, which lie beside the compiler's clang. */
  profileTools(): void {
    this.tool('em-config', `echo ${this.bin}`)
    this.tool('clang', 'exit 1')
    this.tool('llvm-profdata', 'cp "$2" "$4"')
  }

  /** What dist/ holds; nothing when it is not there. */
  dist(): string[] {
    return has(this.folder, 'dist') ? readdirSync(this.path('dist')).sort() : []
  }

  /** Runs a program of the checkout. `onOutput` sees what it has printed so far, whenever that grows. */
  run(
    command: string,
    env: Record<string, string> = {},
    args: string[] = [],
    onOutput: (soFar: string) => void = () => {},
  ): Promise<Result> {
    const child = spawn(this.path(command), args, {
      cwd: this.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: this.bin, HOME: this.folder, WASM_REDIS_CACHE: this.cache, ...env },
    })
    const result: Result = { status: null, stdout: '', stderr: '' }
    child.stdout.on('data', (chunk) => {
      result.stdout += chunk
      onOutput(result.stdout)
    })
    child.stderr.on('data', (chunk) => {
      result.stderr += chunk
    })
    return new Promise((resolve, reject) => {
      child.on('error', reject)
      child.on('close', (status) => resolve({ ...result, status }))
    })
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

function has(folder: string, name: string): boolean {
  try {
    return readdirSync(folder).includes(name)
  } catch {
    return false // a folder of PATH that is not there
  }
}
