/** The machine loses its power. */
import { expect, test, vi } from 'vitest'
import { createClient } from '../../src/index.ts'
import { always, idle } from './folders.ts'
import { afterLoss, FragileStorage } from './fragile.ts'

test('appendfsync always: 300 losses, and every acknowledged write is there', async () => {
  const storage = new FragileStorage()
  const client = await createClient({ storage, config: always })
  for (let i = 1; i <= 300; i++) {
    client.callSync('SET', `k:${i}`, 'x'.repeat(i % 50))
    await client.multi().set('a', i).set('b', i).exec()
    if (i % 40 === 0) client.callSync('BGREWRITEAOF')
    if (i % 3 === 0) await new Promise((resolve) => setImmediate(resolve))
    if (i % 40 === 20) await idle(client)
    const luck = i % 2 === 0 ? 0 : Math.random()
    const after = await createClient({ storage: afterLoss(storage, luck), config: always })
    expect(after.callSync('MGET', 'a', 'b')).toEqual([String(i), String(i)])
    expect(after.callSync('DBSIZE')).toBe(i + 2)
    await after.close()
  }
  await client.close()
}, 60_000)

test('appendfsync everysec: nothing is lost that is older than two seconds', async () => {
  // By a clock that is turned: a process that is not scheduled for seconds syncs nothing meanwhile, here or anywhere.
  const storage = new FragileStorage()
  const client = await createClient({ storage, clock: 'manual', config: { ...always, appendfsync: 'everysec' } })
  const { clock } = client.engine
  const times: number[] = []
  let losses = 0
  for (let i = 1; i <= 1000; i++) {
    client.callSync('RPUSH', 'l', i)
    times.push(clock.now)
    await clock.advance(7)
    if (i % 50 !== 0) continue
    const after = await createClient({ storage: afterLoss(storage, 0), config: always })
    const kept = after.callSync<number>('LLEN', 'l')
    expect(kept).toBeGreaterThanOrEqual(times.filter((time) => time < clock.now - 2_000).length)
    if (kept < i) losses++
    await after.close()
  }
  expect(losses).toBeGreaterThan(10)
  await client.close()
}, 60_000)

test('a dump that is being written when the power goes leaves the one before it', async () => {
  const storage = new FragileStorage()
  const client = await createClient({ storage, config: { save: '' } })
  client.callSync('SET', 'k', 'first')
  client.callSync('SAVE')
  client.callSync('SET', 'k', 'second')
  const rename = vi.spyOn(storage, 'rename').mockImplementation(() => {
    throw Object.assign(new Error('no'), { code: 'EIO' })
  })
  expect(() => client.callSync('SAVE')).toThrow()
  rename.mockRestore()
  const after = await createClient({ storage: afterLoss(storage, 1) })
  expect(after.callSync('GET', 'k')).toBe('first')
  await after.close()
  await client.close()
})
