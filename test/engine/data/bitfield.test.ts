import { expect, it } from 'vitest'
import { openClient } from '../open.ts'

it('integers of any width, signed or not, wrap, saturate or fail', async () => {
  const client = await openClient()
  expect(await client.call('BITFIELD', 'b', 'SET', 'i5', 0, 13, 'GET', 'u5', 0, 'GET', 'i5', 0)).toEqual([0, 13, 13])
  expect(await client.call('BITFIELD', 'b', 'INCRBY', 'i5', 0, 5)).toEqual([-14])
  expect(await client.call('BITFIELD', 'b', 'OVERFLOW', 'SAT', 'INCRBY', 'u4', '#10', 99)).toEqual([15])
  expect(await client.call('BITFIELD', 'b', 'OVERFLOW', 'FAIL', 'INCRBY', 'u4', '#10', 1)).toEqual([null])
})

it('64 bits come whole', async () => {
  const client = await openClient()
  const largest = 2n ** 63n - 1n
  expect(await client.call('BITFIELD', 'b', 'SET', 'i64', 0, largest, 'GET', 'i64', 0)).toEqual([0, largest])
  expect(await client.call('BITFIELD', 'b', 'SET', 'i64', 0, -largest - 1n, 'GET', 'i64', 0)).toEqual([
    largest,
    -largest - 1n,
  ])
  expect(await client.call('BITFIELD_RO', 'b', 'GET', 'u63', 0)).toEqual([2n ** 62n])
})

it('bits are counted, searched and combined', async () => {
  const client = await openClient()
  await client.call('SET', 'a', new Uint8Array([0b10101010, 0xff]))
  await client.call('SET', 'b', new Uint8Array([0b11110000, 0x0f]))
  expect(await client.call('BITCOUNT', 'a', 0, 7, 'BIT')).toBe(4)
  expect(await client.call('BITPOS', 'a', 0, 1)).toBe(16)
  await client.call('BITOP', 'XOR', 'c', 'a', 'b')
  expect(await client.binary.call('GET', 'c')).toEqual(new Uint8Array([0b01011010, 0xf0]))
})
