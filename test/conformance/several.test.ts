/**
 * As differential.test.ts, over several connections: RESP2 and RESP3 at once, waiting for each other, watching,
 * publishing, invalidating, killing. After each turn of one connection everything that it makes come out of any of them
 * must be equal, and in the end what is stored.
 *
 * The engine's connections are taken once as the library has them, and once behind `serve`. The same variables choose
 * another run.
 */
import { describe, expect, test } from 'vitest'
import { openInProcess } from './in-process.ts'
import { severalConnections } from './plans.ts'
import { LONGEST_MS, requested, run } from './run.ts'
import { openServed } from './served.ts'

const asked = requested.sequences === undefined && requested.commands === undefined

/** Fewer over sockets, where a command takes twice as long. */
const kinds = [
  { name: 'three connections', subject: openInProcess, usual: 20_000, share: 1 },
  { name: 'three sockets', subject: openServed, usual: 5000, share: 0.2 },
]

describe('the effects of commands are those on the native server', { timeout: LONGEST_MS }, () => {
  for (const { name, subject, usual, share } of kinds) {
    const commands = asked ? usual : requested.commands && requested.commands * share
    const length = { commands, count: requested.sequences }
    test(`over ${name}: ${commands ? `${commands} commands` : `${length.count} sequences`}`, async () => {
      const result = await run(name, severalConnections, length, subject)
      expect(result.reports.join('\n\n')).toBe('')
      if (commands) expect(result.commands).toBeGreaterThanOrEqual(commands)
    })
  }
})
