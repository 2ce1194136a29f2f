/** The same engine as a native server behind a unix socket: build/native/bin, made by `make native`. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const bin = join(import.meta.dirname, '../../build/native/bin')
export const program = (name) => {
  const path = join(bin, name)
  if (!existsSync(path)) throw new Error(`${path} is missing: run make native`)
  return path
}

/** Starts a server; resolves when its socket takes connections. `opened` is how long that took, in milliseconds. */
export async function startServer() {
  const folder = mkdtempSync(join(tmpdir(), 'wasm-redis-bench-'))
  const socket = join(folder, 'socket')
  const options = ['--port', '0', '--unixsocket', socket, '--save', '', '--appendonly', 'no', '--dir', folder]
  const begin = performance.now()
  const server = spawn(program('valkey-server'), options, { stdio: 'ignore' })
  const gone = new Promise((resolve) => server.once('exit', resolve))
  while (!(await answers(socket))) {
    if (server.exitCode !== null) throw new Error(`valkey-server ended with status ${server.exitCode}`)
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  const opened = performance.now() - begin
  return {
    socket,
    opened,
    rss: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))[1]) * 1024,
    /** Processor time that it has used so far, in milliseconds: the system counts in hundredths of a second. */
    cpu: () => {
      const fields = readFileSync(`/proc/${server.pid}/stat`, 'latin1').split(') ')[1].split(' ')
      return (Number(fields[11]) + Number(fields[12])) * 10
    },
    async stop() {
      server.kill('SIGKILL')
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function answers(socket) {
  return new Promise((resolve) => {
    const connection = connect(socket)
    connection.once('connect', () => {
      connection.destroy()
      resolve(true)
    })
    connection.once('error', () => resolve(false))
  })
}
