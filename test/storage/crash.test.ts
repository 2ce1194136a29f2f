/**
 * Processes that are killed while they write. Each round: a process writes and says what was acknowledged, is killed
 * with SIGKILL at a random moment, and what it leaves is loaded here. CRASH_ROUNDS says how often; 20 when it does not.
 */
import { spawn } from 'node:child_process'
import { expect, test } from 'vitest'
import { createClient } from '../../src/index.ts'
import { checkBuilt, root } from '../package/tarball.ts'
import { folder } from './folders.ts'

const rounds = Number(process.env.CRASH_ROUNDS ?? 20)

/** How many pairs there are at most: with each new one goes an old one. */
const KEPT = 200

const textOf = (i: number) => String(i).padEnd(i % 5000, 'x')

/**
 * Writes pairs of keys, both or none, from number `from` on, and prints each number once its write was acknowledged;
 * now and then rewrites the file. Numbers go straight to the pipe: what was printed was printed before the kill.
 */
const program = (directory: string, from: number, appendfsync: string) => `
  import { createClient } from ${JSON.stringify(join('dist/index.js'))}
  import { writeSync } from 'node:fs'
  const config = { appendonly: true, appendfsync: '${appendfsync}', save: '' }
  const client = await createClient({ storage: ${JSON.stringify(directory)}, config })
  // Whoever reads may be busy, and the pipe full: then this waits, or it would end by itself.
  const say = (line) => {
    try {
      writeSync(1, line)
    } catch (error) {
      if (error.code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1)
      say(line)
    }
  }
  say('ready\\n')
  for (let i = ${from}; ; i++) {
    const value = String(i).padEnd(i % 5000, 'x')
    const old = i - ${KEPT}
    await client.multi().set('a:' + i, value).set('b:' + i, value).del('a:' + old, 'b:' + old).exec()
    client.callSync('INCR', 'count')
    say(i + '\\n')
    if (i % 97 === 0) client.call('BGREWRITEAOF').catch(() => {}) // one is going on
    if (i % 7 === 0) await new Promise((resolve) => setImmediate(resolve))
  }`

function join(path: string): string {
  return `${root}/${path}`
}

interface Killed {
  acknowledged: number[]
  /** When we heard of each, and when it was killed: milliseconds of `performance.now()`. */
  times: number[]
  at: number
}

/**
 * Runs the program until it is killed, `after` milliseconds from the moment on when it was ready; with `amid`, when it
 * next says something: so it was running a moment ago, however busy the machine is. Returns what it printed.
 */
function killed(source: string, after: number, amid = false): Promise<Killed> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', source], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    let at = 0
    let isTime = false
    const times: number[] = []
    const kill = () => {
      if (at === 0) at = performance.now()
      child.kill('SIGKILL')
    }
    child.stdout.on('data', (text: Buffer) => {
      if (isTime) kill()
      else if (output === '') {
        setTimeout(() => {
          isTime = true
          if (!amid) kill()
        }, after)
      }
      output += text
      const seen = output.split('\n').length - 2 // without 'ready' and what is not whole
      while (times.length < seen) times.push(performance.now())
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (code !== null) reject(new Error(`the writer ended by itself with ${code}`))
      else resolve({ acknowledged: output.split('\n').slice(1, -1).map(Number), times, at })
    })
  })
}

test(
  `appendfsync always: after ${rounds} kills, every acknowledged write is there and nothing is half there`,
  async () => {
    await checkBuilt()
    const directory = folder()
    let next = 1
    for (let round = 0; round < rounds; round++) {
      const { acknowledged } = await killed(program(directory, next, 'always'), Math.random() * 300)
      const client = await createClient({ storage: directory, config: { appendonly: true, save: '' } })
      const last = acknowledged.at(-1) ?? next - 1
      const first = Math.max(1, last - KEPT + 1)
      // What was on its way may be there, too, but then whole: with it goes the oldest.
      const [a, b] = client.callSync<(string | null)[]>('MGET', `a:${last + 1}`, `b:${last + 1}`)
      expect(a).toBe(b)
      const isThere = a !== null
      if (isThere) expect(a).toBe(textOf(last + 1))
      for (let i = isThere && last >= KEPT ? first + 1 : first; i <= last; i++) {
        const pair = client.callSync<(string | null)[]>('MGET', `a:${i}`, `b:${i}`)
        if (pair.some((value) => value !== textOf(i))) throw new Error(`round ${round}: pair ${i} of ${last} is lost`)
      }
      const count = Number(client.callSync('GET', 'count') ?? 0)
      expect([last, last + 1]).toContain(count)
      expect(client.callSync('DBSIZE')).toBe(Math.min(last + (isThere ? 1 : 0), KEPT) * 2 + (count > 0 ? 1 : 0))
      // The next round goes on from a number that both sides agree on.
      next = last + (isThere ? 2 : 1)
      if (next > 1) client.callSync('SET', 'count', next - 1)
      await client.close()
    }
    expect(next).toBeGreaterThan(rounds)
  },
  30_000 + rounds * 3_000,
)

test('appendfsync everysec: a kill of the process alone loses nothing that is older than two seconds', async () => {
  await checkBuilt()
  for (let round = 0; round < 2; round++) {
    const directory = folder()
    const { acknowledged, times, at } = await killed(program(directory, 1, 'everysec'), 3_500, true)
    const client = await createClient({ storage: directory, config: { appendonly: true, save: '' } })
    const old = acknowledged.filter((_, i) => times[i] < at - 2_000)
    expect(old.length).toBeGreaterThan(0)
    const count = Number(client.callSync('GET', 'count'))
    expect(count).toBeGreaterThanOrEqual(old.length)
    expect(client.callSync('MGET', `a:${count}`, `b:${count}`)).toEqual([textOf(count), textOf(count)])
    await client.close()
  }
}, 60_000)
