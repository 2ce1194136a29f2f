/** Numbers out of a run, and how they are written. Rates are per second, times milliseconds, memory bytes. */
import { column } from '../contestants/columns.mjs'
import { median, spread } from '../driver/statistics.mjs'

export const cell = (run, row, id) => run.rates?.[row]?.[id]
/** The median of a rate, or undefined. */
export function rate(run, row, id) {
  const { samples } = cell(run, row, id) ?? {}
  return samples?.length ? median(samples) : undefined
}
export function best(run, row, id) {
  const { samples } = cell(run, row, id) ?? {}
  return samples?.length ? Math.max(...samples) : undefined
}
export const start = (run, id, what) => (run.starts?.[id]?.[what] ? median(run.starts[id][what]) : undefined)
export const stall = (run, id, kind, what) =>
  run.stalls?.[id]?.[kind] ? median(run.stalls[id][kind][what]) : undefined
export const growth = (run, id, count) => {
  const { samples } = run.growth?.[id]?.sizes[count] ?? {}
  return samples?.length ? median(samples) : undefined
}
/** How many times faster ours is than `id` in this row: the column that is called the same way. */
export function lead(run, row, id) {
  const { against } = column(id)
  const [ours, theirs] = [against && rate(run, row, against), rate(run, row, id)]
  return ours && theirs ? ours / theirs : undefined
}

const digits = (x) => (x >= 100 ? x.toFixed(0) : x >= 10 ? x.toFixed(1) : x >= 0.1 ? x.toFixed(2) : x.toPrecision(2))

/** 1,234,567 as `1.23 M`. */
export function short(x) {
  if (x >= 999_500) return x >= 999_500_000 ? `${digits(x / 1e9)} G` : `${digits(x / 1e6)} M`
  return x >= 999.5 ? `${digits(x / 1e3)} k` : digits(x)
}
export const reference = 'a reference'
/** Bytes a second. More than a hundred GB/s is no copy but a pointer handed over. */
export const throughput = (x) => (x > 1e11 ? reference : `${short(x)}B/s`)
export const times = (x) => `${digits(x)} ×`
export const percent = (x) => `${(x * 100).toFixed(x < 0.1 ? 1 : 0)} %`
export const milliseconds = (x) => `${digits(x)} ms`
export const microseconds = (x) => (x >= 1000 ? milliseconds(x / 1000) : `${digits(x)} µs`)
export const megabytes = (x) => `${digits(x / 2 ** 20)} MiB`

/** A rate in its row's unit. */
export const inUnit = (row, x) => (row.unit === 'B/s' ? throughput(x) : short(x))

/** What stands in the table for one contestant in one row: value, spread, ratio, or why there is none. */
export function figure(run, row, id) {
  const found = cell(run, row.id, id)
  if (!found || found.missing === '') return undefined
  if (found.missing) return { reason: found.missing }
  if (found.error) return { reason: `failed: ${found.error}` }
  const value = median(found.samples)
  return { value: inUnit(row, value), spread: percent(spread(found.samples)), lead: lead(run, row.id, id) }
}
