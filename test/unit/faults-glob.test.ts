import { expect, test } from 'vitest'
import { byteText, globPattern } from '../../src/faults/glob.ts'
import { createClient } from '../../src/index.ts'

const names = [
  '',
  'a',
  'ab',
  'abc',
  'a-c',
  'a.c',
  'a*c',
  'a?c',
  'a[c',
  'a]c',
  'a\\c',
  'a^c',
  'user:1',
  'user:22',
  'ü',
  'A\nb',
]
const patterns = [
  '*',
  'a*',
  '?',
  'a?c',
  'a[b]c',
  'a[^b]c',
  'a[a-c]c',
  'a[c-a]c',
  'a[-b]c',
  'a\\*c',
  'a\\?c',
  'a[\\]]c',
  'a[*?]c',
  'a.c',
  'a^c',
  'user:*',
  'user:?',
  '*b*',
  '',
  'a[',
  'a[b',
  '[^',
  'a\\',
  '**c',
  'A*b',
]

// The engine is asked what KEYS makes of the same pattern.
test('patterns of keys mean what they mean to the engine', async () => {
  await using client = await createClient()
  for (const name of names) await client.set(name, 1)
  for (const pattern of patterns) {
    const mine = names.filter((name) => globPattern(pattern).test(byteText(new TextEncoder().encode(name)))).sort()
    expect(mine, pattern).toEqual((await client.call<string[]>('KEYS', pattern)).sort())
  }
})
