/** The side that is right by definition: a Valkey built natively from the same source, behind a unix socket. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ready } from '../process/ready.ts'
import { onSocket } from './socket.ts'
import type { Subject } from './subject.ts'

/** The server binary: `VALKEY_SERVER`, else what `make native` built. Throws a line that says so when there is none. */
export function nativeServer(): string {
  const path =
    process.env.VALKEY_SERVER ?? fileURLToPath(new URL('../../build/native/bin/valkey-server', import.meta.url))
  if (!existsSync(path)) {
    throw new Error(`no native server at ${path}: run \`make native\`, or name one with VALKEY_SERVER`)
  }
  return path
}

/** Starts a server of its own, with nothing kept on disk, and connects to it. `close()` ends it and its folder. */
export async function openNative(name = 'native'): Promise<Subject> {
  const server = nativeServer()
  const folder = mkdtempSync(join(tmpdir(), 'differential-'))
  const path = join(folder, 's')
  const quiet = { port: '0', dir: folder, save: '', 'enable-debug-command': 'yes' }
  const options = { ...quiet, unixsocket: path, maxmemory: '256mb', 'locale-collate': 'C' }
  const args = Object.entries(options).flatMap(([option, value]) => [`--${option}`, value])
  const child = spawn(server, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, LC_ALL: 'C' } })
  await ready(child)
  const socket = await onSocket(name, path)
  return {
    ...socket,
    close: async () => {
      await socket.close()
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
