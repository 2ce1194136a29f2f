import { expect, it } from 'vitest'
import { openClient } from '../open.ts'

/** The engine keeps a reply in blocks of so many bytes; the first is as large, too. */
const BLOCK = 16 * 1024

// The engine learns how long these are while it writes them, so that the length comes in front of them later.
it.each([
  ['HGETALL', { one: 'x', two: 'y' }],
  ['HKEYS', ['one', 'two']],
])('%s comes whole wherever the ends of the blocks fall in it', async (command, rest) => {
  const client = await openClient()
  for (let length = BLOCK - 120; length <= BLOCK + 20; length++) {
    const long = 'l'.repeat(length)
    client.callSync('DEL', 'h')
    client.callSync('HSET', 'h', long, 'z', 'one', 'x', 'two', 'y')
    const expected = Array.isArray(rest) ? [long, ...rest] : { [long]: 'z', ...rest }
    expect(client.callSync(command, 'h')).toEqual(expected)
  }
})

it('one of known length comes whole, too, with short and long strings and numbers in it', async () => {
  const client = await openClient()
  const elements = Array.from({ length: 3_000 }, (_, i) => (i % 3 === 0 ? String(i) : 'e'.repeat(i % 1_200)))
  client.callSync('RPUSH', 'l', ...elements)
  expect(client.callSync('LRANGE', 'l', 0, -1)).toEqual(elements)
})

it('replies that wait for each other come in order, short ones behind one that has no room in the first block', async () => {
  const client = await openClient()
  const members = Array.from({ length: 2_000 }, (_, i) => `member:${i}`)
  client.callSync('SADD', 's', ...members)
  const replies = await client.pipeline([['PING'], ['SMEMBERS', 's'], ['GET', 'none'], ['SCARD', 's'], ['ECHO', 'end']])
  expect(replies[1]).toEqual(new Set(members))
  expect([replies[0], ...replies.slice(2)]).toEqual(['PONG', null, 2_000, 'end'])
})

it('what a script is answered by such a command is whole', async () => {
  const client = await openClient()
  client.callSync('HSET', 'h', ...Array.from({ length: 3_000 }, (_, i) => [`field:${i}`, i]).flat())
  const sum = `local sum, all = 0, redis.call('HGETALL', KEYS[1])
    for i = 2, #all, 2 do sum = sum + tonumber(all[i]) end
    return { #all, sum }`
  expect(client.callSync('EVAL', sum, 1, 'h')).toEqual([6_000, (3_000 * 2_999) / 2])
})
