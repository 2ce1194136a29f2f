/**
 * As differential.test.ts, over several connections: RESP2 and RESP3 at once, waiting for each other, watching,
 * publishing, invalidating, killing. After each turn of one connection everything that it makes come out of any of them
 * must be equal, and in the end what is stored.
 *
 * The same variables choose another run; `make differential` runs a million commands of each kind.
 */
import { expect, test } from 'vitest'
import { severalConnections } from './plans.ts'
import { LONGEST_MS, requested, run } from './run.ts'

const { sequences, commands = sequences === undefined ? 30_000 : undefined } = requested
const length = sequences === undefined ? `${commands} commands` : `${sequences} sequences`

test(`${length} of three connections have the same effects as on the native server`, {
  timeout: LONGEST_MS,
}, async () => {
  const result = await run('three connections', severalConnections, { count: sequences, commands })
  expect(result.reports.join('\n\n')).toBe('')
  if (commands !== undefined) expect(result.commands).toBeGreaterThanOrEqual(commands)
})
