import { describe, expect, it, vi } from 'vitest'
import { runScript } from '../child.ts'
import { openClient } from '../open.ts'
import { turn } from '../outcome.ts'

/** The engine's Unix time in milliseconds. */
async function time(client: Awaited<ReturnType<typeof openClient>>): Promise<number> {
  const [seconds, microseconds] = await client.call<[string, string]>('TIME')
  return Number(seconds) * 1000 + Number(microseconds) / 1000
}

describe('the clock of an engine', () => {
  it("is this machine's, to the millisecond and finer", async () => {
    const client = await openClient()
    const times: number[] = []
    for (let i = 0; i < 200; i++) times.push(await time(client))
    expect(Math.abs(times[199] - Date.now())).toBeLessThan(20)
    for (let i = 1; i < 200; i++) expect(times[i]).toBeGreaterThanOrEqual(times[i - 1])
    const steps = times.slice(1).map((one, i) => one - times[i])
    expect(steps.some((step) => step > 0 && step < 0.9)).toBe(true)
  })

  it("follows when the machine's is set, or the machine has slept", async () => {
    const hands = `
      const now = Date.now
      let ahead = 0
      Date.now = () => now() + ahead
      globalThis.turnClock = (ms) => { ahead += ms }`
    const script = `
      const client = await createClient()
      await client.call('SET', 'k', 'v', 'EX', 1800)
      const before = Number((await client.call('TIME'))[0])
      turnClock(3600_000)
      await client.call('BLPOP', 'nothing', 0.3)
      console.log(Math.round((Number((await client.call('TIME'))[0]) - before) / 60), await client.call('GET', 'k'))`
    const preload = `data:text/javascript,${encodeURIComponent(hands)}`
    expect(await runScript(script, ['--import', preload])).toEqual({ code: 0, output: '60 null' })
  })

  it('goes on under the fake timers of a test runner', async () => {
    vi.useFakeTimers()
    try {
      const client = await openClient()
      const before = await time(client)
      expect(await client.call('BLPOP', 'nothing', 0.03)).toBeNull()
      expect((await time(client)) - before).toBeGreaterThanOrEqual(30)
    } finally {
      vi.useRealTimers()
    }
    await turn()
  })
})
