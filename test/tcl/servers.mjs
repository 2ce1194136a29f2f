/** The two servers that the suite is run against: this package's and the native one. */
import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const native = join(root, 'build/native/bin')

/** Settings without which the suite cannot look into a server. */
const opened = ['enable-debug-command', 'enable-protected-configs', 'enable-module-command']

/**
 * A folder with the programs that the suite starts.
 *
 * @param {'wasm' | 'native'} subject
 * @param {string} folder is made
 * @returns {string} the folder
 */
export function programs(subject, folder) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const name of ['valkey-cli', 'valkey-benchmark']) symlinkSync(join(native, name), join(folder, name))
  // Those that check files are the server under another name; they check what either server has written.
  for (const name of ['valkey-check-rdb', 'valkey-check-aof']) {
    symlinkSync(join(native, 'valkey-server'), join(folder, name))
  }
  const server = join(folder, 'valkey-server')
  if (subject === 'native') {
    symlinkSync(join(native, 'valkey-server'), server)
    return folder
  }
  writeFileSync(server, `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'dist/cli.js')}' serve "$@"\n`)
  chmodSync(server, 0o755)
  return folder
}

/**
 * Starts a server for the suite's external mode, at a port that was free.
 *
 * @param {string} bin as `programs` gives it
 * @param {string} scratch a folder for what it writes
 * @returns {Promise<{ port: number, close(): Promise<void> }>}
 */
export async function startServer(bin, scratch) {
  const port = await freePort()
  const dir = mkdtempSync(join(scratch, 'external-'))
  const args = [
    '--port',
    port,
    '--bind',
    '127.0.0.1 ::1',
    '--dir',
    dir,
    ...opened.flatMap((name) => [`--${name}`, 'yes']),
  ]
  const child = spawn(join(bin, 'valkey-server'), [...args.map(String), '--save', ''], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  let log = ''
  await new Promise((resolve, reject) => {
    const listen = (text) => {
      if (log.length < 10_000) log += text
      if (/ready to accept connections/i.test(log)) resolve(undefined)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`${bin}/valkey-server ended with ${code}:\n${log}`)))
  })
  const close = async () => {
    child.kill('SIGKILL')
    await ended
    rmSync(dir, { recursive: true, force: true })
  }
  return { port, close }
}

/** @returns {Promise<number>} a port that nobody listens on, nor on the one that a cluster bus would take */
async function freePort() {
  const port = 30_000 + Math.floor(Math.random() * 15_000)
  const free = await new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
  return free ? port : freePort()
}
