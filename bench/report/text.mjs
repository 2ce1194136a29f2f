/** The table as it is printed: one row per command, one column per contestant, ours first. */
import { column, columns } from '../contestants/columns.mjs'
import { groups, rateRows } from '../rows/rows.mjs'
import { figure, reference, times } from './figures.mjs'

const WIDTH = 15

/** Below each row stand the ratios: how many times faster ours is, by the column that is called the same way. */
export function textTable(run) {
  const shown = columns.filter(({ id }) => rateRows.some((row) => run.rates[row.id]?.[id]))
  const title = Math.max(...rateRows.map((row) => row.title.length))
  const line = (first, cells) => `${first.padEnd(title)}${cells.map((cell) => cell.padStart(WIDTH)).join('')}`.trimEnd()
  const compared = shown.map((one) => (one.against ? `/ ${column(one.against).short}` : ''))
  const lines = [
    line(
      '',
      shown.map((one) => one.short),
    ),
    line('', compared),
  ]
  for (const group of groups) {
    const rows = rateRows.filter((row) => row.group === group.id && run.rates[row.id])
    if (rows.length === 0) continue
    lines.push('', `${group.title}${group.id === 'sizes' ? '' : ', per second'}`)
    for (const row of rows) {
      const found = shown.map(({ id }) => figure(run, row, id))
      lines.push(line(row.title, found.map(value)))
      const ratios = found.map((one) => (one?.lead === undefined ? '' : `x ${times(one.lead).replace(' ×', '')}`))
      if (ratios.some(Boolean)) lines.push(line('', ratios))
    }
  }
  return lines.join('\n')
}

function value(found) {
  if (!found) return '.'
  if (found.reason) return 'no'
  return found.value === reference ? reference : `${found.value} ${found.spread.replace(/\.\d| /g, '')}`
}

/** The marks that were measured, one line each. */
export function textGoals(all) {
  const goals = all.filter(({ met }) => met !== undefined)
  const width = Math.max(0, ...goals.map(({ text }) => text.length))
  const state = { true: 'ok  ', false: 'MISS' }
  return goals
    .map(({ text, wanted, measured, met }) => `${state[met]} ${text.padEnd(width)}  ${measured} (mark: ${wanted})`)
    .join('\n')
}
