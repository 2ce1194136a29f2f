/** Replies as valkey-cli prints them: the same bytes to both programs, where both are there. */
import { expect, test } from 'vitest'
import { readReply } from '../../src/cli/reply.ts'
import { printed, type Style } from '../../src/cli/shell/print.ts'

const shown = (resp: string, style: Style, command?: string) =>
  printed(readReply(Buffer.from(resp)), style, command).toString()

const nested = '*3\r\n:1\r\n*2\r\n$1\r\na\r\n*2\r\n+b\r\n$-1\r\n*0\r\n'

test.each([
  ['+OK\r\n', 'OK\n', 'OK\n', '"OK"\n'],
  ['-ERR no\r\n', '(error) ERR no\n', 'ERR no\n\n', 'error:"ERR no"\n'],
  [':7\r\n', '(integer) 7\n', '7\n', '7\n'],
  ['$3\r\na"b\r\n', '"a\\"b"\n', 'a"b\n', '"a\\"b"\n'],
  ['$2\r\né\r\n', '"\\xc3\\xa9"\n', 'é\n', '"é"\n'],
  ['_\r\n', '(nil)\n', '\n', 'null\n'],
  ['*-1\r\n', '(nil)\n', '\n', 'null\n'],
  [',1.5\r\n', '(double) 1.5\n', '1.5\n', '1.5\n'],
  ['#t\r\n', '(true)\n', '(true)\n', 'true\n'],
  ['=8\r\ntxt:a\r\nb\r\n', 'a\r\nb\n', 'a\r\nb\n', '"a\\r\\nb"\n'],
  ['*0\r\n', '(empty array)\n', '\n', '[]\n'],
  ['%0\r\n', '(empty hash)\n', '\n', '{}\n'],
  ['~1\r\n$1\r\na\r\n', '1~ "a"\n', 'a\n', '["a"]\n'],
  ['%1\r\n$1\r\nk\r\n:1\r\n', '1# "k" => (integer) 1\n', 'k 1\n', '{"k":1}\n'],
  ['%1\r\n:1\r\n*1\r\n:2\r\n', '1# (integer) 1 => \n   1) (integer) 2\n', '1 2\n', '{"1":[2]}\n'],
  ['|1\r\n+a\r\n+b\r\n:1\r\n', '(integer) 1\n', '1\n', '1\n'],
  [nested, '1) (integer) 1\n2) 1) "a"\n   2) 1) b\n      2) (nil)\n3) (empty array)\n', '1\na\nb\n\n\n', null],
])('%j', (resp, typed, raw, json) => {
  expect(shown(resp, 'typed')).toBe(typed)
  expect(shown(resp, 'raw')).toBe(raw)
  if (json !== null) expect(shown(resp, 'json')).toBe(json)
})

test('more than nine have their numbers in a column', () => {
  const ten = `*10\r\n${':0\r\n'.repeat(10)}`
  expect(shown(ten, 'typed').split('\n').slice(8, 10)).toEqual([' 9) (integer) 0', '10) (integer) 0'])
})

test('text that is meant to be read is printed as it is', () => {
  expect(shown('$8\r\n# Server\r\n', 'typed', 'INFO server')).toBe('# Server\n')
  expect(shown('$4\r\ninfo\r\n', 'typed', 'GET info')).toBe('"info"\n')
})
