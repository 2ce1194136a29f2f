/** Servers of the native build, for tests that need a real one: ports of loopback, ended when the test file is over. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nativeServer } from '../conformance/native.ts'
import { ready } from '../process/ready.ts'

/** A server of the native build. */
export interface Native {
  port: number
  path: string
  /** Ends it at once, as a machine does that loses its power. */
  kill(): Promise<void>
  /** Ends it, and removes what it has written. */
  close(): Promise<void>
}

/** Ports that nobody listens on; each has its cluster bus port, 10000 above, free as well. */
export async function freePorts(count: number): Promise<number[]> {
  const ports: number[] = []
  while (ports.length < count) {
    const port = 20_000 + Math.floor(Math.random() * 30_000)
    if (!ports.includes(port) && (await isFree(port)) && (await isFree(port + 10_000))) ports.push(port)
  }
  return ports
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}

/** Starts a server with these options of valkey.conf beside a port and a unix socket of its own. */
export async function startNative(options: Record<string, string> = {}, port?: number): Promise<Native> {
  const at = port ?? (await freePorts(1))[0]
  const folder = mkdtempSync(join(tmpdir(), 'native-'))
  const path = join(folder, 's')
  const all = { port: String(at), bind: '127.0.0.1', unixsocket: path, dir: folder, save: '', ...options }
  const args = Object.entries(all).flatMap(([name, value]) => [`--${name}`, value])
  const child = spawn(nativeServer(), args, { stdio: ['ignore', 'pipe', 'pipe'] })
  await ready(child)
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
  }
  return {
    port: at,
    path,
    kill,
    close: async () => {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
