import { expect, it } from 'vitest'
import type { Client } from '../../../src/index.ts'
import { openClient } from '../open.ts'

const MIB = 1024 * 1024

/** How much further into its memory the engine gets under `work`, in bytes. */
function growth(client: Client, work: () => void): number {
  const before = client.engine.memory().resident
  work()
  return client.engine.memory().resident - before
}

it('a large value takes its own size in scratch memory, and no more', async () => {
  const client = await openClient()
  client.callSync('PING')
  expect(growth(client, () => client.callSync('SET', 'big', new Uint8Array(50 * MIB)))).toBeLessThan(100 * MIB)
})

it('a small key takes less than 72 bytes, its share of the table included', async () => {
  const client = await openClient()
  const count = 200_000
  const grown = growth(client, () => {
    for (let i = 0; i < count; i += 1000) {
      const pairs = Array.from({ length: 1000 }, (_, k) => [
        `key:${String(i + k).padStart(12, '0')}`,
        'value-0123456789',
      ])
      client.callSync('MSET', ...pairs.flat())
    }
  })
  expect(grown / count).toBeLessThan(72)
})

it('an empty engine takes less than 800 KB, and so does a copy of it', async () => {
  const client = await openClient()
  client.callSync('PING')
  expect(client.engine.snapshot().size).toBeLessThan(800_000)
  const copy = client.engine.clone()
  expect(copy.snapshot().size).toBeLessThan(800_000)
  await copy.close()
})
