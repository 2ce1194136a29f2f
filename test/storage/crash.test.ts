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

/**
 * Writes pairs of keys, both or none, from number `from` on, and prints each number once its write was acknowledged;
 * now and then rewrites the file. Numbers go straight to the pipe: what was printed was printed before the kill.
 */
const program = (directory: string, from: number, appendfsync: string) => `
  import { createClient } from ${JSON.stringify(join('dist/index.js'))}
  import { writeSync } from 'node:fs'
  const config = { appendonly: true, appendfsync: '${appendfsync}', save: '' }
  const client = await createClient({ storage: ${JSON.stringify(directory)}, config })
  writeSync(1, 'ready\\n')
  for (let i = ${from}; ; i++) {
    const value = String(i).padEnd(i % 5000, 'x')
    await client.multi().set('a:' + i, value).set('b:' + i, value).exec()
    client.callSync('INCR', 'count')
    writeSync(1, i + '\\n')
    if (i % 97 === 0) client.call('BGREWRITEAOF').catch(() => {}) // one is going on
    if (i % 7 === 0) await new Promise((resolve) => setImmediate(resolve))
  }`

function join(path: string): string {
  return `${root}/${path}`
}

/** Runs the program until it is killed, `after` milliseconds from its first write on. Returns what it printed. */
function killed(source: string, after: number): Promise<{ acknowledged: number[]; times: number[]; at: number }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', source], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    let at = 0
    const times: number[] = []
    child.stdout.on('data', (text: Buffer) => {
      if (output === '') {
        setTimeout(() => {
          at = performance.now()
          child.kill('SIGKILL')
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
      const { acknowledged } = await killed(program(directory, next, 'always'), Math.random() * 150)
      const client = await createClient({ storage: directory, config: { appendonly: true, save: '' } })
      const last = acknowledged.at(-1) ?? next - 1
      for (let i = Math.max(1, last - 300); i <= last; i++) {
        const value = String(i).padEnd(i % 5000, 'x')
        if (client.callSync('GET', `a:${i}`) !== value) throw new Error(`round ${round}: a:${i} of ${last} is lost`)
      }
      // What was on its way may be there, too, but then whole.
      const [a, b] = client.callSync<(string | null)[]>('MGET', `a:${last + 1}`, `b:${last + 1}`)
      expect(a).toBe(b)
      const count = Number(client.callSync('GET', 'count') ?? 0)
      expect([last, last + 1]).toContain(count)
      expect(client.callSync('DBSIZE')).toBe((a === null ? last : last + 1) * 2 + (count > 0 ? 1 : 0))
      next = last + 1
      // The next round goes on from a number that both sides agree on.
      client.callSync('DEL', `a:${next}`, `b:${next}`)
      if (last > 0) client.callSync('SET', 'count', last)
      else client.callSync('DEL', 'count')
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
    const { acknowledged, times, at } = await killed(program(directory, 1, 'everysec'), 300)
    const client = await createClient({ storage: directory, config: { appendonly: true, save: '' } })
    const old = acknowledged.filter((_, i) => times[i] < at - 2_000).length
    const there = client.callSync<number>('DBSIZE')
    expect(there).toBeGreaterThanOrEqual(old * 2)
    expect(there).toBeGreaterThan(2)
    await client.close()
  }
}, 30_000)
