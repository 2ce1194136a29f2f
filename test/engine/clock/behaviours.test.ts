// What depends on time, driven by the clock alone. CLOCK_NATIVE=1 runs the same table on native servers in real time
// and compares: it takes a minute, which is the row that is about minutes.
import { describe, expect, it, test } from 'vitest'
import { ageRows } from './age-rows.ts'
import { expiryRows } from './expiry-rows.ts'
import { observeNative, observeTurned } from './timeline.ts'
import { waitingRows } from './waiting-rows.ts'

const tables = { expiry: expiryRows, waiting: waitingRows, 'time and age': ageRows }
const rows = Object.values(tables).flat()

describe.each(Object.entries(tables))('%s', (_, table) => {
  it.each(table)('$name', async (row) => {
    expect(await observeTurned(row)).toEqual(row.expected)
  })
})

test('the table has forty rows and more', () => {
  expect(new Set(rows.map((row) => row.name)).size).toBeGreaterThanOrEqual(40)
})

describe.runIf(process.env.CLOCK_NATIVE)('a native server, in real time', () => {
  it.concurrent.each(rows)('$name', { timeout: 90_000 }, async (row) => {
    expect(await observeNative(row)).toEqual(row.expected)
  })
})
