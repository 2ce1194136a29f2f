import { expect, it } from 'vitest'
import { openClient } from '../open.ts'
import { duration } from '../outcome.ts'

it('entries get rising ids from the clock, and are read by range', async () => {
  const client = await openClient()
  const before = Date.now()
  const ids = await client.pipeline<string[]>(Array.from({ length: 50 }, (_, i) => ['XADD', 's', '*', 'i', i]))
  const parts = ids.map((id) => id.split('-').map(Number))
  for (const [i, [ms, sequence]] of parts.entries()) {
    expect(Math.abs(ms - before)).toBeLessThan(1000)
    if (i > 0) expect(ms * 1000 + sequence).toBeGreaterThan(parts[i - 1][0] * 1000 + parts[i - 1][1])
  }
  expect(await client.call('XRANGE', 's', ids[3], ids[4])).toEqual([
    [ids[3], ['i', '3']],
    [ids[4], ['i', '4']],
  ])
  expect(await client.call('XREVRANGE', 's', '+', '-', 'COUNT', 1)).toEqual([[ids[49], ['i', '49']]])
})

it('is trimmed by length and by id', async () => {
  const client = await openClient()
  for (let i = 1; i <= 10; i++) await client.call('XADD', 's', 'MAXLEN', 5, `${i}-1`, 'f', 'v')
  expect(await client.call('XLEN', 's')).toBe(5)
  expect(await client.call('XTRIM', 's', 'MINID', '9-0')).toBe(3)
  await expect(client.call('XADD', 's', '1-1', 'f', 'v')).rejects.toThrow(
    /equal or smaller than the target stream top item/,
  )
})

it('a consumer group hands each entry to one, keeps it pending until XACK, and lets another claim it', async () => {
  const client = await openClient()
  await client.call('XGROUP', 'CREATE', 's', 'g', '$', 'MKSTREAM')
  for (const i of [1, 2, 3]) await client.call('XADD', 's', `${i}-0`, 'job', i)
  const read = (who: string) => client.call('XREADGROUP', 'GROUP', 'g', who, 'COUNT', 2, 'STREAMS', 's', '>')
  expect(await read('alice')).toEqual({
    s: [
      ['1-0', ['job', '1']],
      ['2-0', ['job', '2']],
    ],
  })
  expect(await read('bob')).toEqual({ s: [['3-0', ['job', '3']]] })
  expect(await read('bob')).toBeNull()
  expect(await client.call('XACK', 's', 'g', '1-0')).toBe(1)
  expect(await client.call('XPENDING', 's', 'g')).toEqual([
    2,
    '2-0',
    '3-0',
    [
      ['alice', '1'],
      ['bob', '1'],
    ],
  ])
  expect(await client.call('XAUTOCLAIM', 's', 'g', 'carol', 0, 0)).toEqual([
    '0-0',
    [
      ['2-0', ['job', '2']],
      ['3-0', ['job', '3']],
    ],
    [],
  ])
  expect(await client.call('XINFO', 'CONSUMERS', 's', 'g')).toMatchObject([
    { name: 'alice', pending: 0 },
    { name: 'bob' },
    { name: 'carol', pending: 2 },
  ])
})

it('idle time of a pending entry is real time', async () => {
  const client = await openClient()
  await client.call('XGROUP', 'CREATE', 's', 'g', '$', 'MKSTREAM')
  await client.call('XADD', 's', '1-0', 'f', 'v')
  await client.call('XREADGROUP', 'GROUP', 'g', 'me', 'STREAMS', 's', '>')
  const waited = await duration(() => client.duplicate().call('BLPOP', 'nothing', 0.05))
  const [[, , idle, deliveries]] = await client.call<[string, string, number, number][]>(
    'XPENDING',
    's',
    'g',
    '-',
    '+',
    1,
  )
  expect(deliveries).toBe(1)
  expect(idle).toBeGreaterThanOrEqual(50)
  expect(idle).toBeLessThan(waited + 30)
})
