/** Words, quotes and escapes as the engine's own tools read them. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quoted, splitWords } from '../../src/cli/words.ts'

const words = (line: string) => splitWords(line)?.map((word) => word.toString('latin1'))

test.each([
  ['', []],
  ['  ', []],
  [' set  k\tv ', ['set', 'k', 'v']],
  ['"a b" \'c d\'', ['a b', 'c d']],
  ['""', ['']],
  ['"\\x00\\xff\\n\\t\\"\\\\"', ['\0\xff\n\t"\\']],
  ['"\\xzz\\q"', ['xzzq']],
  ["'it\\'s \\n'", ["it's \\n"]],
  ['foo"bar"', ['foobar']],
  ['a\\nb', ['a\\nb']],
  ['é', ['\xc3\xa9']],
])('%j is read as %j', (line, expected) => {
  expect(words(line)).toEqual(expected)
})

test.each(['"', "'a", '"a"b', "'a'b", '"\\"'])('%j has quotes that are not balanced', (line) => {
  expect(splitWords(line)).toBeUndefined()
})

test('whatever the bytes, what is quoted is read back', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array()), (list) => {
      expect(splitWords(list.map(quoted).join(' '))?.map((word) => [...word])).toEqual(list.map((word) => [...word]))
    }),
  )
})
