/**
 * The engine in this process against a Valkey built natively from the same source: every reply of generated command
 * sequences, and afterwards every key's DUMP, encoding and expiry, must be equal.
 *
 * DIFFERENTIAL_SEQUENCES, DIFFERENTIAL_SEED and DIFFERENTIAL_FIRST choose another run, or one sequence of a run again.
 */
import { expect, test } from 'vitest'
import { differential } from './differential.ts'
import { openInProcess } from './in-process.ts'
import { openNative } from './native.ts'

const count = Number(process.env.DIFFERENTIAL_SEQUENCES ?? 20_000)
const seed = Number(process.env.DIFFERENTIAL_SEED ?? 1)
const first = Number(process.env.DIFFERENTIAL_FIRST ?? 0)
const LONGEST_MS = 1_800_000

test(`${count} sequences are answered as the native server answers them`, { timeout: LONGEST_MS }, async () => {
  const started = Date.now()
  const result = await differential({
    native: openNative,
    subject: openInProcess,
    seed,
    first,
    count,
    most: 5,
    onProgress: (done, replies) => process.stdout.write(`  ${done} of ${count} sequences, ${replies} replies\n`),
  })
  const seconds = ((Date.now() - started) / 1000).toFixed(0)
  process.stdout.write(`  seed ${seed}: ${result.sequences} sequences, ${result.replies} replies in ${seconds} s\n`)
  for (const [known, times] of result.known) process.stdout.write(`  ${times} × known: ${known.cause}\n`)
  expect(result.reports.join('\n\n')).toBe('')
  expect(result.sequences).toBe(count)
})
