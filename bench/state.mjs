/**
 * What it costs to begin anew with an engine: snapshots, clones, resets; beside a native server's FLUSHALL over a unix
 * socket, and PGlite's clone, which is the nearest thing for another database.
 *
 *   node bench/state.mjs [--rounds=200]
 *
 * Needs `make build native`. Medians of calls in one warm process, in milliseconds, each on a thousand small keys.
 */
import { execFileSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { startServer } from './contestants/native-server.mjs'
import { loadLibrary } from './contestants/wasm-redis.mjs'
import { machine } from './driver/machine.mjs'
import { median, spread } from './driver/statistics.mjs'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '200' } } })
const rounds = Number(values.rounds)
const KEYS = 1000
const IDLE = 100

/** A first tenth warms up and is not counted. */
async function timed(count, run, after = () => {}) {
  const samples = []
  for (let i = -Math.ceil(count / 10); i < count; i++) {
    const begin = performance.now()
    const made = await run()
    const took = performance.now() - begin
    if (i >= 0) samples.push(took)
    await after(made)
  }
  return samples
}

const pairs = Array.from({ length: KEYS }, (_, i) => [`key:${i}`, `value-${i}`]).flat()
const rows = []
const row = async (title, samples) => rows.push({ title, middle: median(samples), spread: spread(samples) })

const { createEngine } = await loadLibrary()
const engine = await createEngine()
const client = engine.connect()
client.callSync('MSET', ...pairs)
const close = (one) => one.close()
const snapshot = engine.snapshot()
await row('engine.snapshot()', await timed(rounds, () => engine.snapshot()))
await row('engine.clone()', await timed(rounds, () => engine.clone(), close))
await row('createEngine({ snapshot })', await timed(rounds, () => createEngine({ snapshot }), close))
await row('createEngine()', await timed(rounds, () => createEngine(), close))
await row(
  'engine.reset(snapshot)',
  await timed(
    rounds * 5,
    () => engine.reset(snapshot),
    () => client.callSync('SET', 'k', 'v'),
  ),
)
await row(
  'engine.reset()',
  await timed(
    rounds * 5,
    () => engine.reset(),
    () => client.callSync('MSET', ...pairs),
  ),
)
engine.reset(snapshot)
await row(
  'FLUSHALL here',
  await timed(
    rounds,
    () => client.callSync('FLUSHALL'),
    () => client.callSync('MSET', ...pairs),
  ),
)

const { Redis } = await import('ioredis')
const server = await startServer()
const redis = new Redis({ path: server.socket })
await row(
  'FLUSHALL, ioredis, native server',
  await timed(
    rounds,
    () => redis.flushall(),
    () => redis.mset(...pairs),
  ),
)
redis.disconnect()
await server.stop()

const { PGlite } = await import('@electric-sql/pglite')
const database = await PGlite.create()
await database.exec('CREATE TABLE pairs (key text PRIMARY KEY, value text)')
for (let i = 0; i < KEYS; i++) await database.query('INSERT INTO pairs VALUES ($1, $2)', [`key:${i}`, `value-${i}`])
await row('PGlite clone()', await timed(5, () => database.clone(), close))
await database.close()

const about = machine()
console.log(
  `${about.date}, commit ${about.commit}, Node ${about.node}, ${about.processor}, load ${about.load.toFixed(1)}\n`,
)
for (const { title, middle, spread } of rows) {
  console.log(`${title.padEnd(36)}${middle.toFixed(3).padStart(10)} ms  ± ${(spread * 100).toFixed(0)} %`)
}

await engine.close()

/** In a process of its own, where nothing else comes and goes. */
const idle = `
  import { loadLibrary } from ${JSON.stringify(new URL('./contestants/wasm-redis.mjs', import.meta.url).href)}
  const { createEngine } = await loadLibrary()
  const engine = await createEngine()
  const clones = [engine.clone()]
  gc()
  const before = process.memoryUsage.rss()
  for (let i = 0; i < ${IDLE}; i++) clones.push(engine.clone())
  gc()
  console.log((process.memoryUsage.rss() - before) / ${IDLE} / 1e6)`
const flags = ['--expose-gc', '--input-type=module', '-e', idle]
const each = Number(execFileSync(process.execPath, flags, { encoding: 'utf8' }))
console.log(`${`${IDLE} idle clones, RSS of each`.padEnd(36)}${each.toFixed(2).padStart(10)} MB`)
