/**
 * Disks that are full, torn writes, fsyncs that fail and losses of power, at random: with `appendfsync always` every
 * write that was acknowledged is there afterwards, what was on its way is there wholly or not at all, and what cannot be
 * loaded says why. STORAGE_RUNS says how many runs, 200 when it does not; STORAGE_SEED with which one they begin.
 */
import { mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { type Client, createClient, type EngineOptions } from '../../src/index.ts'
import { memoryStorage } from '../../src/storage/memory.ts'
import { nativeServer } from '../conformance/native.ts'
import { run as runProgram } from '../package/tarball.ts'
import { startNative } from '../transports/native.ts'
import { always, folder, idle, persistence } from './folders.ts'
import { FragileStorage } from './fragile.ts'
import { type Data, dataOf, numbers, oneOf, someRule, someWrite, textOf } from './misfortune.ts'

const runs = Number(process.env.STORAGE_RUNS ?? 200)
const firstSeed = Number(process.env.STORAGE_SEED ?? 1)

/** What is left of a run, and what may be in it: one of these, as texts. */
interface Left {
  files: Record<string, Uint8Array>
  may: string[]
  /** How it ended. */
  end: 'lost power' | 'killed' | 'the engine gave up' | 'closed'
}

type Files = Record<string, Uint8Array>

/** An engine may give up, but not like this. */
const trap = /unreachable|out of bounds|RuntimeError|the storage has failed|ASSERTION/i

/** Data that is there for sure, and then what each of the calls that nobody has answered may have added. */
function possible(
  data: Data,
  unanswered: readonly ((data: Map<string, string | readonly string[]>) => void)[],
): string[] {
  const states = [textOf(data)]
  const next = new Map(data)
  for (const change of unanswered) {
    change(next)
    states.push(textOf(next))
  }
  return states
}

/** One life of an engine on these files, from its start to a random end. */
async function live(files: Files, data: Data, config: EngineOptions['config'], random: () => number): Promise<Left> {
  const storage = new FragileStorage(files)
  const client = await createClient({ storage, config, random: Math.floor(random() * 2 ** 31) })
  const known = new Map(data)
  const steps = 3 + Math.floor(random() * 40)
  const misfortune = Math.floor(random() * steps * 1.2)
  let unanswered: ((data: Map<string, string | readonly string[]>) => void)[] = []
  const left = (end: Left['end']): Left => {
    const keptPower = end === 'closed' || end === 'killed' || random() < 0.3
    const files = keptPower ? storage.asItIs() : storage.afterLoss(random() < 0.4 ? 0 : random(), random())
    return { files, may: possible(known, unanswered), end }
  }
  for (let step = 0; step < steps; step++) {
    if (step === misfortune) for (let n = 0; n <= random() * 2; n++) client.engine.faults.add(someRule(random))
    if (random() < 0.06) await client.call(oneOf(random, ['BGREWRITEAOF', 'BGSAVE', 'SAVE'])).catch(() => {})
    if (random() < 0.05) await new Promise((resolve) => setImmediate(resolve)) // what was begun in the background
    const writes = Array.from({ length: random() < 0.8 ? 1 : 4 }, (_, n) => someWrite(random, step * 10 + n))
    unanswered = writes.map(({ changes }) => changes)
    const replies = await Promise.allSettled(writes.map(({ command: [name, ...args] }) => client.call(name, ...args)))
    if (client.engine.closed) {
      expect((await client.ping().catch(String)) as string).not.toMatch(trap)
      return left('the engine gave up')
    }
    for (const [n, reply] of replies.entries()) if (reply.status === 'fulfilled') writes[n].changes(known)
    unanswered = []
  }
  const end = oneOf(random, ['lost power', 'killed', 'closed'] as const)
  const result = end === 'closed' ? undefined : left(end)
  client.engine.faults.clear()
  await client.close().catch(() => client.call('SHUTDOWN', 'NOSAVE').catch(() => {}))
  return result ?? left('closed')
}

test('a manifest that has taken its place, and whose folder could not be synced, names no file that is gone', async () => {
  // A server removes the new base then, as if the manifest before it still lay there.
  const storage = new FragileStorage()
  const client = await createClient({ storage, config: always })
  await client.set('k', 'v')
  await client.call('BGREWRITEAOF')
  client.engine.faults.add({ storage: 'sync', file: '.', error: 'EIO', times: 1 })
  await idle(client)
  expect(persistence(client, 'aof_last_bgrewrite_status')).toBe('err')
  await client.set('l', 'w')
  const there = async () => {
    for (const files of [storage.asItIs(), storage.afterLoss(1), storage.afterLoss(1, 1)]) {
      const next = await createClient({ storage: memoryStorage(files), config: always })
      expect(await next.call('MGET', 'k', 'l')).toEqual(['v', 'w'])
      await next.close()
    }
  }
  await there()
  await client.call('BGREWRITEAOF')
  await idle(client)
  expect(persistence(client, 'aof_last_bgrewrite_status')).toBe('ok')
  await there()
  await client.close()
})

test(
  `${runs} runs from seed ${firstSeed} on`,
  async () => {
    const ends: Record<string, number> = {}
    const refused: string[] = []
    const samples: { files: Files; text: string; seed: number }[] = []
    for (let seed = firstSeed; seed < firstSeed + runs; seed++) {
      const random = numbers(seed)
      const config = {
        ...always,
        save: random() < 0.3 ? '60 1' : '',
        'aof-use-rdb-preamble': random() < 0.5,
        'auto-aof-rewrite-min-size': random() < 0.5 ? '1kb' : '64mb',
      }
      let files: Files = {}
      let data: Data = new Map()
      // What one life leaves, the next one goes on with.
      for (let lives = 0; lives < 2; lives++) {
        const { files: found, may, end } = await live(files, data, config, random)
        ends[end] = (ends[end] ?? 0) + 1
        const storage = memoryStorage(copy(found))
        let client: Client
        try {
          client = await createClient({ storage, config })
        } catch (error) {
          const { message } = error as Error
          expect(message).not.toMatch(trap)
          refused.push(`seed ${seed}, ${end}: ${message}`)
          break
        }
        const there = await dataOf(client)
        const text = textOf(there)
        if (!may.includes(text)) throw new Error(lost(seed, end, may, text))
        await client.close()
        if (samples.length < 20 && seed % Math.max(1, Math.floor(runs / 20)) === 0) {
          samples.push({ files: found, text, seed }, { files: contents(storage), text, seed })
        }
        files = contents(storage)
        data = there
      }
    }
    if (process.env.STORAGE_RUNS) console.log(JSON.stringify({ runs, ends, refused: refused.length }))
    expect(refused).toEqual([])
    for (const sample of samples) await loadsInServer(sample.files, sample.text)
  },
  60_000 + runs * 200,
)

function copy(files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, bytes.slice()]))
}

function contents(storage: ReturnType<typeof memoryStorage>): Files {
  return Object.fromEntries(storage.list().map((name) => [name, storage.read(name)]))
}

function lost(seed: number, end: string, may: string[], there: string): string {
  return `seed ${seed}, ${end}: lost or half there.\nmay be: ${may.join('\n        ')}\nis:     ${there}`
}

function write(directory: string, files: Files): void {
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(join(directory, dirname(name)), { recursive: true })
    writeFileSync(join(directory, name), bytes)
  }
}

/** A native server has the same of these files, and after it the checkers have nothing to say about them. */
async function loadsInServer(files: Files, text: string): Promise<void> {
  const directory = folder()
  write(directory, files)
  const server = await startNative({ dir: directory, save: '', appendonly: 'yes', 'aof-load-truncated': 'yes' })
  const client = await createClient({ url: `redis://127.0.0.1:${server.port}` })
  try {
    expect(textOf(await dataOf(client))).toBe(text)
  } finally {
    await client.close()
    await server.kill()
  }
  const parts = join(directory, 'appendonlydir')
  for (const name of readdirSync(parts)) {
    if (name.endsWith('.rdb')) await checked('valkey-check-rdb', join(parts, name), 'RDB looks OK')
    // Empty it is no file to the checker.
    else if (name.endsWith('.aof') && statSync(join(parts, name)).size > 0) {
      await checked('valkey-check-aof', join(parts, name), 'is valid')
    }
  }
}

/** The server is its checkers, too: the program does what its name says. */
async function checked(name: string, file: string, said: string): Promise<void> {
  const checker = join(folder(), name)
  symlinkSync(nativeServer(), checker)
  const { stdout } = await runProgram(checker, [file]).catch((error: { stdout: string }) => error)
  expect(stdout).toContain(said)
}
