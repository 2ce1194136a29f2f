/** BGSAVE and BGREWRITEAOF of much data answer at once: a thread makes memory ready for the copy, which is made then. */
import { describe, expect, test } from 'vitest'
import type { Client } from '../../src/index.ts'
import { always, folder, idle, names, open, persistence } from './folders.ts'

/** So much that memory for a copy is made ready first. */
async function fill(client: Client): Promise<void> {
  for (let i = 0; i < 450; i++) client.callSync('SET', `k:${i}`, 'x'.repeat(100_000))
}

const noSaves = { save: '' }

describe('BGSAVE', () => {
  test('is going on from its reply on, and saves what there is when the copy is made', async () => {
    const directory = folder()
    const client = await open({ storage: directory, config: noSaves })
    await fill(client)
    expect(client.callSync('BGSAVE')).toBe('Background saving started')
    expect(persistence(client, 'rdb_bgsave_in_progress')).toBe('1')
    expect(() => client.callSync('BGSAVE')).toThrow('Background save already in progress')
    expect(() => client.callSync('SAVE')).toThrow('Background save already in progress')
    client.callSync('SET', 'same turn', 1)
    await idle(client)
    client.callSync('SET', 'later', 1)
    expect(persistence(client, 'rdb_last_bgsave_status')).toBe('ok')
    await client.call('SHUTDOWN', 'NOSAVE')
    const next = await open({ storage: directory, config: noSaves })
    expect([next.callSync('DBSIZE'), next.callSync('EXISTS', 'later')]).toEqual([451, 0])
  })

  test('is waited for by close(), and ended by SHUTDOWN, FLUSHALL and BGSAVE CANCEL', async () => {
    const directory = folder()
    const client = await open({ storage: directory, config: noSaves })
    await fill(client)
    client.callSync('BGSAVE')
    expect(client.callSync('BGSAVE', 'CANCEL')).toBe('Background saving cancelled')
    await idle(client)
    expect(persistence(client, 'rdb_last_bgsave_status')).toBe('ok') // as after none
    client.callSync('BGSAVE')
    client.callSync('FLUSHALL')
    await idle(client)
    expect(names(directory)).toEqual(['.wasm-redis.lock'])
    await fill(client)
    client.callSync('BGSAVE')
    await client.close()
    expect(names(directory)).toEqual(['dump.rdb'])
    const next = await open({ storage: directory, config: noSaves })
    expect(next.callSync('DBSIZE')).toBe(450)
    next.callSync('SET', 'k:450', 1)
    next.callSync('BGSAVE')
    await next.call('SHUTDOWN', 'NOSAVE')
    const last = await open({ storage: directory, config: noSaves })
    expect(last.callSync('DBSIZE')).toBe(450)
  })
})

test('BGREWRITEAOF: what is written until the copy is made is there once', async () => {
  const directory = folder()
  const config = { ...always, appendfsync: 'no', 'auto-aof-rewrite-percentage': 0 }
  const client = await open({ storage: directory, config })
  await fill(client)
  expect(client.callSync('BGREWRITEAOF')).toBe('Background append only file rewriting started')
  expect(persistence(client, 'aof_rewrite_in_progress')).toBe('1')
  for (let i = 0; i < 10; i++) client.callSync('INCR', 'n')
  while (persistence(client, 'aof_rewrite_in_progress') === '1') await client.incr('n')
  expect(persistence(client, 'aof_last_bgrewrite_status')).toBe('ok')
  const counted = client.callSync('GET', 'n')
  await client.close()
  const next = await open({ storage: directory, config })
  expect([next.callSync('GET', 'n'), next.callSync('DBSIZE')]).toEqual([counted, 451])
})

test('in a transaction it is announced, too', async () => {
  const client = await open({ storage: folder(), config: noSaves })
  await fill(client)
  expect(await client.multi().set('k', 1).call('BGSAVE').exec()).toEqual(['OK', expect.stringMatching(/^Background/)])
  await idle(client)
  expect(persistence(client, 'rdb_last_bgsave_status')).toBe('ok')
})
