/** The marks that the product has to pass, and whether this run did. */
import { geometricMean, median } from '../driver/statistics.mjs'
import { hundredRows, singleRows } from '../rows/commands.mjs'
import { best, growth, megabytes, milliseconds, rate, stall, start, times } from './figures.mjs'

const MIB = 2 ** 20
const atLeast = (x, mark) => (x === undefined ? undefined : x >= mark)
const atMost = (x, mark) => (x === undefined ? undefined : x <= mark)
const divide = (a, b) => (a && b ? a / b : undefined)
const shown = (x, write) => (x === undefined || Number.isNaN(x) ? 'not measured' : write(x))

/** A mark that is a ratio to be reached. */
const ratio = (text, x, mark) => ({ text, wanted: `≥ ${mark} ×`, measured: shown(x, times), met: atLeast(x, mark) })
const limit = (text, x, mark, write) => ({
  text,
  wanted: `≤ ${write(mark)}`,
  measured: shown(x, write),
  met: atMost(x, mark),
})

export function goals(run) {
  return [...calls(run), ...engine(run), ...sizes(run), ...starts(run), ...memory(run), ...stalls(run)]
}

function calls(run) {
  const against = (row, ours, theirs) => divide(rate(run, row, ours), rate(run, row, theirs))
  const bestOfIoredis = best(run, 'get', 'ioredis')
  return [
    ratio('GET, callSync, to ioredis-mock awaited', against('get', 'sync', 'mock'), 1.4),
    ratio('GET, callSync, to the best of ioredis on the socket', divide(rate(run, 'get', 'sync'), bestOfIoredis), 30),
    ratio('GET, awaited, to ioredis-mock', against('get', 'async', 'mock'), 1),
    ratio('100 GET at once, to ioredis-mock', against('get-concurrent', 'async', 'mock'), 1.2),
    ratio('pipeline of 100 SET, to ioredis-mock', against('set-pipeline', 'async', 'mock'), 1.6),
    ratio('EVAL, awaited, to ioredis-mock', against('eval', 'async', 'mock'), 250),
    ratio('fan-out to 100 subscribers, to ioredis on the socket', against('fan-out', 'async', 'ioredis'), 20),
  ]
}

function engine(run) {
  const against = (row) => divide(rate(run, row, 'module'), rate(run, row, 'benchmark'))
  const slower = [...singleRows, ...hundredRows]
    .map((row) => ({ row, times: divide(rate(run, row.id, 'shim'), rate(run, row.id, 'module')) }))
    .filter((one) => one.times !== undefined)
  const mean = slower.length ? geometricMean(slower.map((one) => one.times)) : undefined
  const worst = slower.reduce((a, b) => (b.times > (a?.times ?? 0) ? b : a), undefined)
  return [
    ratio('raw pipeline of 100 GET, to valkey-benchmark -P 100', against('get-pipeline'), 0.8),
    ratio('raw pipeline of 100 SET, to valkey-benchmark -P 100', against('set-pipeline'), 0.8),
    limit("the engine's time in WebAssembly, to gcc -O3, mean of all rows", mean, 1.4, times),
    limit(`the same in its worst row (${worst?.row.title ?? ''})`, worst?.times, 1.4, times),
  ]
}

function sizes(run) {
  const against = (ours, theirs, way = 'async') =>
    divide(rate(run, `${ours}-${MIB}`, way), rate(run, `${theirs}-${MIB}`, 'ioredis'))
  const grown = run.scratch?.module
  const scratch = (kind) => (grown?.[kind] ? median(grown[kind]) - 50 * MIB : undefined)
  return [
    ratio('GET of 1 MiB as a string, to ioredis on the socket', against('get-string', 'get-string'), 5),
    ratio('GET of 1 MiB as bytes, to ioredis on the socket', against('get-bytes', 'get-bytes'), 15),
    ratio('GET of 1 MiB as a view, to ioredis on the socket', against('get-view', 'get-bytes', 'sync'), 60),
    limit('scratch memory of a SET of 50 MiB, ASCII string', scratch('string'), 50 * MIB, megabytes),
    limit('scratch memory of a SET of 50 MiB, other text', scratch('text'), 50 * MIB, megabytes),
    limit('scratch memory of a SET of 50 MiB, bytes', scratch('bytes'), 50 * MIB, megabytes),
  ]
}

function starts(run) {
  const first = divide(start(run, 'async', 'first-reply'), start(run, 'ioredis', 'open-socket'))
  const accepted = divide(start(run, 'ioredis', 'open-socket'), start(run, 'async', 'client-reply'))
  return [
    limit("first reply in a fresh process, to the native server's open socket", first, 0.4, times),
    ratio("the native server's open socket, to createClient() and its first reply", accepted, 2.5),
    limit('first EVAL in it', start(run, 'async', 'first-eval'), 5, milliseconds),
    limit('a second engine', start(run, 'async', 'second-engine'), 1.5, milliseconds),
  ]
}

const MILLION = 1_000_000
const slowdown = (run, id) => divide(growth(run, id, 1000), growth(run, id, MILLION))
/** Nothing gets faster by having more keys: below 1 something else was measured. */
const atLeastOne = (factor) => factor && Math.max(1, factor)
export const grownBy = (run, id, count) => {
  const { empty, sizes } = run.growth?.[id] ?? {}
  return sizes?.[count]?.rss && sizes[count].rss - empty
}

function memory(run) {
  // Like with like: what waits for memory in a pipeline waits for several keys at once, and a call by itself for one. The
  // same C in a loop slows down by what the keyspace costs; a server also by what its socket does, or not at all.
  const slower = [
    ['raw', 'module', 'gcc -O3', slowdown(run, 'shim')],
    ['raw', 'module', 'valkey-benchmark', atLeastOne(slowdown(run, 'benchmark'))],
    ['callSync', 'sync', 'gcc -O3, one request at a time', slowdown(run, 'shim-single')],
  ].map(([way, id, native, factor]) =>
    limit(
      `GET from 1 k to 1 M keys, ${way}, to the factor of ${native}`,
      divide(slowdown(run, id), factor),
      1.15,
      times,
    ),
  )
  const { loaded, engine: idle } = run.idle?.async ?? {}
  const native = grownBy(run, 'benchmark', MILLION)
  const keys = divide(grownBy(run, 'sync', MILLION), native)
  return [
    ...slower,
    limit(
      'an idle engine, over Node with the module loaded',
      idle && median(idle) - median(loaded),
      12 * MIB,
      megabytes,
    ),
    limit("resident memory of 1 M small keys, to the native server's", keys, 1, times),
  ]
}

function stalls(run) {
  const what = {
    load: '1 M keys are loaded',
    unlink: 'UNLINK of 1 M elements',
    flush: 'FLUSHALL ASYNC of 1 M elements',
    expire: '1 M keys expire',
  }
  return Object.entries(what).flatMap(([kind, text]) => [
    limit(`event loop held, ${text}`, stall(run, 'async', kind, 'held'), 5, milliseconds),
    limit(`monitorEventLoopDelay, ${text}`, stall(run, 'async', kind, 'delay'), 5, milliseconds),
  ])
}
