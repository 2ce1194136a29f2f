import { type FlagTable, readFlags } from '../flags.ts'
import type { Link } from '../link.ts'
import { Peer, targetFlags, targetOf } from '../target.ts'
import { FINE, UsageError } from '../usage.ts'
import { type Load, type Outcome, Run } from './load.ts'
import { allTests, type BenchTest, chosenTests } from './tests.ts'

const flags: FlagTable = {
  ...targetFlags,
  '-c': 'whole',
  '-n': 'whole',
  '--db': 'whole',
  '--dbnum': '--db',
  '-d': 'whole',
  '-P': 'whole',
  '-r': 'whole',
  '-t': 'text',
  '-q': 'nothing',
  '--csv': 'nothing',
  '--precision': 'whole',
  '--seed': 'whole',
}

/** How figures are written. */
interface Report {
  kind: 'full' | 'quiet' | 'csv'
  /** Digits behind the point of milliseconds. */
  precision: number
  clients: number
  load: Load
  /** Bytes of the value. */
  size: number
  where: string
}

/** `wasm-redis bench`: requests per second and latencies. Resolves to the exit code. */
export async function runBench(args: readonly string[]): Promise<number> {
  const { values, rest } = readFlags(args, flags)
  const number = (name: string, otherwise: number, least = 1) => {
    const value = Number(values.get(name) ?? otherwise)
    if (value < least) throw new UsageError(`option ${name} is ${value}; it must be at least ${least}`)
    return value
  }
  const clients = number('-c', 50)
  const load: Load = {
    requests: number('-n', 100_000),
    pipeline: number('-P', 1),
    keyspace: number('-r', 0, 0),
    random: randomFrom(number('--seed', Date.now() % 2 ** 31, 0)),
  }
  const size = number('-d', 3)
  const data = 'x'.repeat(size)
  const tests = chosenTests(allTests(data, load.keyspace > 0), values.get('-t'))
  const chosen = rest.length > 0 ? [{ names: [], title: rest.join(' '), request: rest }] : tests
  const kind = values.has('--csv') ? 'csv' : values.has('-q') ? 'quiet' : 'full'

  const database = new Map(values).set('-n', values.get('--db') ?? '0')
  const peer = new Peer(targetOf(database))
  const where = peer.target.address ? peer.name : 'an engine of this process, without a socket'
  const report: Report = { kind, precision: number('--precision', 3, 0), clients, load, size, where }
  const links: Link[] = []
  try {
    for (let i = 0; i < Math.min(clients, load.requests); i++) links.push((await peer.connect()).release())
    if (kind === 'csv')
      process.stdout.write(`${csv(['test', 'rps', ...columns.map((name) => `${name}_latency_ms`)])}\n`)
    for (const test of chosen) await measure(test, links, report)
    if (kind === 'quiet') process.stdout.write('\n')
    return FINE
  } finally {
    for (const link of links) {
      link.onEnd = () => {}
      link.close()
    }
    await peer.close()
  }
}

async function measure(test: BenchTest, links: readonly Link[], report: Report): Promise<void> {
  const run = new Run(links, test.request, report.load)
  const progress = process.stdout.isTTY && report.kind !== 'csv'
  const timer = setInterval(() => {
    const rate = run.latency.count / ((performance.now() - run.started) / 1000)
    if (progress) process.stdout.write(`\r${test.title}: rps=${rate.toFixed(1)}\x1b[K`)
  }, 250)
  try {
    const outcome = await run.outcome()
    if (progress) process.stdout.write('\r\x1b[K')
    process.stdout.write(written(test.title, outcome, report))
  } finally {
    clearInterval(timer)
  }
}

const columns = ['avg', 'min', 'p50', 'p95', 'p99', 'max']

function written(title: string, { seconds, latency }: Outcome, report: Report): string {
  const ms = (micros: number) => (micros / 1000).toFixed(report.precision)
  const rate = (latency.count / seconds).toFixed(2)
  const points = [50, 95, 99].map((percent) => latency.percentile(percent))
  const figures = [latency.mean, latency.min, ...points, latency.max].map(ms)
  if (report.kind === 'quiet') return `${title}: ${rate} requests per second, p50=${ms(points[0])} msec\n`
  if (report.kind === 'csv') return `${csv([title, rate, ...figures])}\n`
  const row = (cells: readonly string[]) => `  ${cells.map((cell) => cell.padStart(9)).join(' ')}\n`
  const distribution = [0, 50, 75, 90, 95, 99, 99.9, 99.99, 100]
    .map((percent) => `${percent.toFixed(3).padStart(7)}% <= ${ms(latency.percentile(percent))} milliseconds\n`)
    .join('')
  const pipelined = report.load.pipeline > 1 ? `  ${report.load.pipeline} requests at once\n` : ''
  return (
    `====== ${title} ======\n` +
    `  ${latency.count} requests completed in ${seconds.toFixed(2)} seconds\n` +
    `  ${report.clients} parallel clients\n` +
    pipelined +
    `  ${report.size} bytes payload\n` +
    `  to ${report.where}\n\n` +
    `Latency by percentile distribution:\n${distribution}\n` +
    'Summary:\n' +
    `  throughput summary: ${rate} requests per second\n` +
    `  latency summary (msec):\n${row(columns)}${row(figures)}\n`
  )
}

function csv(cells: readonly string[]): string {
  return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')
}

/** Random numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
