/** The native build's own tools, on a server of ours. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Server } from '../../src/server/index.ts'
import { nativeServer } from '../conformance/native.ts'
import { type Ending, ending } from '../process/ending.ts'

/** A folder that is removed when the test is over. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'tools-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  return path
}

/** A tool, and how it is told where to connect. */
export function start(tool: 'valkey-cli' | 'valkey-benchmark', server: Server, args: readonly string[]): ChildProcess {
  const path = join(dirname(nativeServer()), tool)
  if (!existsSync(path)) throw new Error(`no ${tool} at ${path}: run \`make native\``)
  const where = server.path ? ['-s', server.path] : ['-h', String(server.host), '-p', String(server.port)]
  const child = spawn(path, [...where, ...args], { stdio: 'pipe', env: { ...process.env, LC_ALL: 'C' } })
  onTestFinished(() => void child.kill())
  return child
}

/** Runs a tool to its end, with `input` on its standard input. */
export function run(
  tool: 'valkey-cli' | 'valkey-benchmark',
  server: Server,
  args: readonly string[],
  input: string | Buffer = '',
): Promise<Ending> {
  const child = start(tool, server, args)
  child.stdin?.end(input)
  return ending(child)
}

/** Lines of a tool that goes on until it is ended. */
export class Lines {
  private text = ''
  private wake = () => {}

  constructor(child: ChildProcess) {
    child.stdout?.on('data', (text) => {
      this.text += text
      this.wake()
    })
    child.on('close', () => this.wake())
  }

  /** All lines so far, once one of them matches. The test's own limit ends a wait in vain. */
  async until(pattern: RegExp): Promise<string[]> {
    while (!pattern.test(this.text)) {
      await new Promise<void>((resolve) => {
        this.wake = resolve
      })
    }
    return this.text.trimEnd().split('\n')
  }
}
