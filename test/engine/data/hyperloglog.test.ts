import { expect, it } from 'vitest'
import { openClient } from '../open.ts'

it('counts 100,000 different elements within 2 % in 12 KB', async () => {
  const client = await openClient()
  for (let i = 0; i < 100_000; i += 1000) {
    await client.call('PFADD', 'h', ...Array.from({ length: 1000 }, (_, n) => i + n))
  }
  const count = await client.call<number>('PFCOUNT', 'h')
  expect(Math.abs(count - 100_000)).toBeLessThan(2000)
  expect(await client.call('STRLEN', 'h')).toBe(12304)
})

it('merges: what is in both counts once', async () => {
  const client = await openClient()
  await client.call('PFADD', 'a', 'x', 'y', 'z')
  await client.call('PFADD', 'b', 'y', 'z', 'w')
  await client.call('PFMERGE', 'c', 'a', 'b')
  expect(await client.call('PFCOUNT', 'c')).toBe(4)
  expect(await client.call('PFCOUNT', 'a', 'b')).toBe(4)
})

it('that was damaged is refused', async () => {
  const client = await openClient()
  await client.call('PFADD', 'h', 'x')
  await client.call('SETRANGE', 'h', 0, 'JUNK')
  await expect(client.call('PFADD', 'h', 'y')).rejects.toMatchObject({ code: 'WRONGTYPE' })
})
