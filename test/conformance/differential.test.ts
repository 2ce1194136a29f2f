/**
 * The engine in this process against a Valkey built natively from the same source: every reply of generated command
 * sequences on one connection, and afterwards every key's DUMP, encoding and expiry, must be equal.
 *
 * DIFFERENTIAL_SEQUENCES, DIFFERENTIAL_SEED and DIFFERENTIAL_FIRST choose another run, or one sequence of a run again;
 * DIFFERENTIAL_COMMANDS how many commands at least, instead of how many sequences; DIFFERENTIAL_BUILD=small the other
 * build of the engine.
 */
import { expect, test } from 'vitest'
import { oneConnection } from './plans.ts'
import { LONGEST_MS, requested, run } from './run.ts'

const { commands, sequences = commands === undefined ? 20_000 : undefined } = requested
const length = sequences === undefined ? `${commands} commands` : `${sequences} sequences`

test(`${length} are answered as the native server answers them`, { timeout: LONGEST_MS }, async () => {
  const result = await run('one connection', oneConnection, { count: sequences, commands })
  expect(result.reports.join('\n\n')).toBe('')
  if (sequences !== undefined) expect(result.sequences).toBe(sequences)
})
