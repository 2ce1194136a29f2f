/** Every row of the table that is a rate, in the order in which it is printed. */
import { fanOutRows, hundredRows, singleRows } from './commands.mjs'
import { sizeRows } from './sizes.mjs'

export const rateRows = [...singleRows, ...hundredRows, ...fanOutRows, ...sizeRows]
export const rateRow = (id) => rateRows.find((row) => row.id === id)

export const groups = [
  { id: 'single', title: 'One command after another' },
  { id: 'hundred', title: 'A hundred at once' },
  { id: 'fan-out', title: 'Pub/sub' },
  { id: 'sizes', title: 'Values by size' },
]
