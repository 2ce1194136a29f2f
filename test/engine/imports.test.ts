import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Client } from '../../src/index.ts'
import { openBetween } from './open.ts'

const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url))
const module = new WebAssembly.Module(file('dist/redis.wasm'))

/**
 * Opens a client whose engine counts each call of an import by its name. Its cron, which runs ten times a second and
 * looks at the clock, is held: what is counted belongs to the calls.
 */
async function countedClient(): Promise<{ client: Client; counts: Record<string, number> }> {
  const counts: Record<string, number> = {}
  const engine = await openBetween({
    imports: (imports) =>
      Object.fromEntries(
        Object.entries(imports).map(([name, real]) => [
          name,
          (...args) => {
            counts[name] = (counts[name] ?? 0) + 1
            return real(...args)
          },
        ]),
      ),
    exports: (exports) => ({ ...exports, redis_tick: () => 100 }),
  })
  return { client: engine.connect(), counts }
}

describe('what redis.wasm imports', () => {
  it('is what wasm/imports.txt lists, each with its reason, and at most 16', () => {
    const imported = WebAssembly.Module.imports(module).map((one) => `${one.module}.${one.name}`)
    const lines = file('wasm/imports.txt')
      .toString()
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
    expect(imported.sort()).toEqual(lines.map((line) => line.split(/\s+/)[0]).sort())
    for (const line of lines) expect(line).toMatch(/^host\.\w+ +\S+ \S+/)
    expect(imported.length).toBeLessThanOrEqual(16)
  })

  it('is functions alone: the memory is its own', () => {
    expect(new Set(WebAssembly.Module.imports(module).map(({ kind }) => kind))).toEqual(new Set(['function']))
  })

  it('is called at boot', async () => {
    const { counts } = await countedClient()
    expect(counts.random).toBeGreaterThan(0)
  })
})

describe('GET and SET call no import', () => {
  it('one by one, 10,000 times, sync', async () => {
    const { client, counts } = await countedClient()
    const before = { ...counts }
    for (let i = 0; i < 10_000; i++) {
      client.callSync('SET', `k${i % 100}`, `v${i}`)
      expect(client.callSync('GET', `k${i % 100}`)).toBe(`v${i}`)
    }
    expect(counts).toEqual(before)
  })

  it('one by one, async', async () => {
    const { client, counts } = await countedClient()
    const before = { ...counts }
    for (let i = 0; i < 1000; i++) {
      await client.call('SET', 'k', i)
      await client.call('GET', 'k')
    }
    expect(counts).toEqual(before)
  })

  it('100 at a time, and in a pipeline of 10,000', async () => {
    const { client, counts } = await countedClient()
    const before = { ...counts }
    await Promise.all(Array.from({ length: 100 }, (_, i) => client.call('SET', i, i)))
    await Promise.all(Array.from({ length: 100 }, (_, i) => client.call('GET', i)))
    await client.pipeline(Array.from({ length: 10_000 }, (_, i) => ['SET', i % 500, i]))
    await client.pipeline(Array.from({ length: 10_000 }, (_, i) => ['GET', i % 500]))
    expect(counts).toEqual(before)
  })

  it('with an expiry, in RESP2, as bytes, of 1 MB, missing, of the wrong type', async () => {
    const { client, counts } = await countedClient()
    const old = client.engine.connect({ protocol: 2 })
    await client.call('RPUSH', 'list', 1)
    const before = { ...counts }
    for (const caller of [client, old]) {
      await caller.call('SET', 'k', 'v', 'EX', 100, 'GET')
      await caller.call('SET', 'k', new Uint8Array(1_000_000))
      await caller.binary.call('GET', 'k')
      await caller.call('GET', 'missing')
      await caller.call('GET', 'list').catch(() => undefined)
    }
    expect(counts).toEqual(before)
  })
})

it('a message to another connection calls output once, a long script calls now', async () => {
  const { client, counts } = await countedClient()
  const messages = await client.duplicate().subscribe('c')
  const before = { output: 0, now: 0, ...counts }
  client.callSync('PUBLISH', 'c', 'x')
  client.callSync('PUBLISH', 'c', 'y')
  expect(counts.output - before.output).toBe(1)
  expect((await messages.next()).value).toEqual({ channel: 'c', message: 'x' })
  client.callSync('EVAL', 'for i = 1, 1e6 do end', 0)
  expect(counts.now - before.now).toBeGreaterThan(1)
})
