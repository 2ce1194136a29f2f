import { describe, expect, it } from 'vitest'
import { coreOf } from '../open.ts'
import { type Clocks, fill, openTimed, tick } from './work.ts'

const COUNT = 30_000

/**
 * How many keys are left after each turn of the engine's work, once all have expired, with a clock that goes on by
 * 0.1 ms whenever the engine looks at it while it works. `waits` is when the engine wanted each next turn, in ms.
 */
async function expireAll(effort: number): Promise<{ left: number[]; waits: number[] }> {
  const clocks: Clocks = { at: 1_000_000, step: 0 }
  const client = await openTimed(clocks)
  client.callSync('CONFIG', 'SET', 'active-expire-effort', effort)
  fill(client, COUNT, (i) => ['SET', `key:${i}`, 'value', 'PX', 1000])
  clocks.at += 2_000_000
  clocks.step = 100
  const { exports } = coreOf(client.engine).entrance
  const left = [COUNT]
  const waits: number[] = []
  while (left.at(-1) && left.length < 1000) {
    tick(client)
    left.push(client.callSync('DBSIZE'))
    waits.push(exports.redis_due())
    clocks.at += Math.max(waits.at(-1) as number, 1) * 1000
  }
  return { left, waits }
}

describe('many keys that expire at once', () => {
  it.each([1, 10])('go in slices, with an effort of %d', async (effort) => {
    const { left, waits } = await expireAll(effort)
    expect(left.at(-1)).toBe(0)
    const slices = left.slice(1).map((count, i) => left[i] - count)
    // At most 15 + 10 looks at the clock, 32 more with the most effort; four rounds of 20 keys, or of 65, between two.
    expect(Math.max(...slices)).toBeLessThan(effort === 1 ? 5000 : 15_000)
    expect(slices.filter((count) => count > 0).length).toBeGreaterThan(effort === 1 ? 10 : 2)
    // It comes back soon while there are many: not at cron's next run, a tenth of a second later.
    expect(Math.max(...waits.filter((_, i) => left[i + 1] > 1000))).toBeLessThanOrEqual(10)
  })

  it('stay from the moment at which import-mode begins, although the next slice is due', async () => {
    const clocks: Clocks = { at: 1_000_000, step: 0 }
    const client = await openTimed(clocks)
    fill(client, COUNT, (i) => ['SET', `key:${i}`, 'value', 'PX', 1000])
    clocks.at += 2_000_000
    clocks.step = 100
    tick(client)
    client.callSync('CONFIG', 'SET', 'import-mode', 'yes')
    const left = client.callSync('DBSIZE')
    expect(left).toBeGreaterThan(COUNT / 2)
    for (let turn = 0; turn < 100; turn++) {
      tick(client)
      clocks.at += 10_000
    }
    expect(client.callSync('DBSIZE')).toBe(left)
    client.callSync('CONFIG', 'SET', 'import-mode', 'no')
    for (let turn = 0; turn < 1000 && client.callSync<number>('DBSIZE') > 0; turn++) {
      tick(client)
      clocks.at += 10_000
    }
    expect(client.callSync('DBSIZE')).toBe(0)
  })

  it('leave the engine at rest when they are gone', async () => {
    const { waits } = await expireAll(1)
    expect(waits.at(-1)).toBeGreaterThan(0)
  })
})
