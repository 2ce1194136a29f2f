/** The module's C under gcc -O3, in a loop of its own: bench/native-shim, built by scripts/bench-native-shim. */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bytesContestant } from './bytes.mjs'

const path = join(import.meta.dirname, '../../build/out/native-shim/native-shim')

/** Ways: `single`, which runs random keys one request at a time; a hundred in an entry otherwise. */
export async function open(way) {
  if (!existsSync(path)) throw new Error(`${path} is missing: run scripts/bench-native-shim`)
  const { pid, ...shim } = await startShim(path)
  return bytesContestant({
    about: {},
    ...shim,
    together: way === 'single' ? 1 : 100,
    rss: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1024,
  })
}

/** Starts a build of the shim. Requests are loaded, and then shown or run. */
export async function startShim(path) {
  const child = spawn(path, { stdio: ['pipe', 'pipe', 'inherit'] })
  const answers = reader(child.stdout)
  await answers.line() // ready
  const ask = async (order, ...parts) => {
    child.stdin.write(`${order}\n`)
    for (const part of parts) child.stdin.write(part)
    return await answers.line()
  }
  return {
    pid: child.pid,
    load: (entries) =>
      ask(`load ${entries.length}`, Buffer.concat(entries.flatMap((e) => [`${e.length}\n`, e].map(asBytes)))),
    /** Whether the entries that are loaded from now on are argument vectors. */
    vectors: (on) => ask(`vectors ${on ? 1 : 0}`),
    show: async () => answers.bytes(Number(await ask('show'))),
    run: async (count, every) => Number((await ask(`run ${count} ${every}`)).split(' ')[0]),
    close: async () => {
      child.stdin.end()
      await new Promise((resolve) => child.once('exit', resolve))
    },
  }
}

const asBytes = (part) => (typeof part === 'string' ? Buffer.from(part) : part)

/** Lines and bytes off a stream, in the order in which they are asked for. */
function reader(stream) {
  let buffer = Buffer.alloc(0)
  let wake
  let ended = false
  stream.on('data', (chunk) => {
    buffer = Buffer.concat([buffer, chunk])
    wake?.()
  })
  stream.on('end', () => {
    ended = true
    wake?.()
  })
  const more = () =>
    new Promise((resolve, reject) => {
      if (ended) reject(new Error('the native shim has ended'))
      wake = resolve
    })
  const take = (length) => {
    const taken = buffer.subarray(0, length)
    buffer = buffer.subarray(length)
    return taken
  }
  return {
    async line() {
      while (!buffer.includes(10)) await more()
      const line = take(buffer.indexOf(10)).toString()
      take(1)
      return line
    },
    async bytes(length) {
      while (buffer.length < length) await more()
      return Buffer.from(take(length))
    },
  }
}
