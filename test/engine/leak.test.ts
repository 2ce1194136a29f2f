import { describe, expect, it } from 'vitest'
import { runScript } from './child.ts'

// V8 lets its space for short-lived objects grow to 32 MB with load, whatever load: kept small, it does not hide a leak
// and does not look like one.
const nodeOptions = ['--expose-gc', '--max-semi-space-size=1']

/**
 * Runs `body` many times in a process of its own; how the memory of that process after the last round compares with
 * what it was after the first 100. Collected first, so that what is measured is what is still held.
 */
async function growth(body: string, rounds = 1000, measure = 'memory.rss'): Promise<number> {
  const script = `
    async function held() {
      let least = Infinity
      for (let i = 0; i < 10; i++) {
        gc()
        await turn()
        const memory = process.memoryUsage()
        least = Math.min(least, ${measure})
      }
      return least
    }
    let first
    for (let round = 1; round <= ${rounds}; round++) {
      ${body}
      if (round === 100) first = await held()
    }
    console.log(((await held()) / first).toFixed(3))`
  const { code, output } = await runScript(script, nodeOptions, 100)
  if (code !== 0) throw new Error(`the script ended with ${code}: ${output}`)
  return Number(output)
}

describe('1,000 engines opened and closed in one process leave its memory within 20 % of that after 100', () => {
  it('one after the other, used a little', async () => {
    const body = `
      const client = await createClient()
      await client.call('SET', 'k', 'v')
      await client.close()`
    expect(await growth(body)).toBeLessThan(1.2)
  }, 120_000)

  it('with connections, subscriptions, waiting calls and 4 MB of data left to close()', async () => {
    const body = `
      const engine = await createEngine()
      const client = engine.connect()
      await client.subscribe('c', () => {})
      const calls = [client.duplicate().call('BLPOP', 'k', 0), client.call('SET', 'k', new Uint8Array(4_000_000))]
      await client.monitor()
      await engine.close()
      await Promise.allSettled(calls)`
    expect(await growth(body, 500)).toBeLessThan(1.2)
  }, 120_000)

  it('although someone keeps the closed clients, their subscriptions and their errors', async () => {
    const body = `
      globalThis.kept ??= []
      const client = await createClient()
      const messages = await client.subscribe('c')
      const waiting = client.duplicate().call('BLPOP', 'k', 0).catch((error) => error)
      await client.call('SET', 'k', 'v')
      if (round % 2) damage(client.engine)
      const error = await client.call('GET', 'k').catch((error) => error)
      await client.close().catch(() => {})
      kept.push(client, messages, error, await waiting)`
    expect(await growth(body, 500)).toBeLessThan(1.2)
  }, 120_000)

  it('ended by SHUTDOWN or a trap', async () => {
    const body = `
      const client = await createClient()
      if (round % 2) damage(client.engine)
      await client.call(round % 2 ? 'PING' : 'SHUTDOWN').catch(() => {})`
    expect(await growth(body, 500)).toBeLessThan(1.2)
  }, 120_000)

  it('forgotten without close(), with a timer still running', async () => {
    const body = `
      const client = await createClient()
      await client.call('SET', 'k', 'v', 'PX', 60_000)
      await turn()`
    expect(await growth(body, 500)).toBeLessThan(1.2)
  }, 120_000)
})

// What V8 holds: the space it keeps for short-lived objects grows with load, and is no leak.
const held = 'memory.heapUsed + memory.external'

describe('in one engine', () => {
  it('20,000 connections leave no more than 2,000 did', async () => {
    const body = `
      globalThis.engine ??= await createEngine()
      for (let i = 0; i < 20; i++) {
        const client = engine.connect()
        await client.subscribe('c')
        client.callSync('SET', 'k', 'x'.repeat(100_000))
        client.callSync('GET', 'k')
        await client.close()
      }`
    expect(await growth(body, 1000, held)).toBeLessThan(1.2)
  }, 120_000)

  it('answered calls leave nothing behind, with a signal or without: 400,000 against 40,000', async () => {
    const body = `
      globalThis.client ??= await createClient()
      globalThis.controller ??= new AbortController()
      const { signal } = controller
      for (let i = 0; i < 10; i++) await client.call('INCRBY', 'n', i, { signal })
      await Promise.all(Array.from({ length: 90 }, (_, i) => client.call('INCRBY', 'n', i)))
      await client.pipeline(Array.from({ length: 100 }, () => ['ECHO', 'x'.repeat(1000)]))`
    expect(await growth(body, 2000, held)).toBeLessThan(1.2)
  }, 120_000)

  it('calls that were given up leave nothing behind', async () => {
    const body = `
      globalThis.client ??= await createClient()
      const controller = new AbortController()
      const waits = Array.from({ length: 5 }, () => client.call('BLPOP', 'k', 0, { signal: controller.signal }))
      controller.abort()
      await Promise.allSettled(waits)`
    expect(await growth(body, 2000, held)).toBeLessThan(1.2)
  }, 120_000)
})
