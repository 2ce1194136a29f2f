/**
 * What an engine of 32 bits answers otherwise than a server of 64: each known difference, byte for byte on both sides.
 * When one of these fails because the two sides have become equal, take it out of known.ts.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openInProcess } from './in-process.ts'
import { knownDifferences } from './known.ts'
import { openNative } from './native.ts'
import { readReply } from './reply.ts'
import type { Command } from './sequence.ts'
import type { Subject } from './subject.ts'

interface Case {
  commands: readonly Command[]
  native: string
  inProcess: string
}

const cases: readonly Case[] = [
  {
    commands: [
      ['SET', 'k', '2147483648'],
      ['OBJECT', 'ENCODING', 'k'],
    ],
    native: '$3\r\nint\r\n',
    inProcess: '$6\r\nembstr\r\n',
  },
  {
    commands: [
      ['SET', 'long key '.repeat(20), '2147483648'],
      ['OBJECT', 'ENCODING', 'long key '.repeat(20)],
    ],
    native: '$3\r\nint\r\n',
    inProcess: '$3\r\nraw\r\n',
  },
  {
    commands: [['EVAL', 'return {struct.size("l"), struct.size("T")}', '0']],
    native: '*2\r\n:8\r\n:8\r\n',
    inProcess: '*2\r\n:4\r\n:4\r\n',
  },
  {
    commands: [['EVAL', 'return {0/0, 1e19, -1e19}', '0']],
    native: '*3\r\n:-9223372036854775808\r\n:-9223372036854775808\r\n:-9223372036854775808\r\n',
    inProcess: '*3\r\n:0\r\n:9223372036854775807\r\n:-9223372036854775808\r\n',
  },
  {
    commands: [['CONFIG', 'SET', 'hash-max-listpack-entries', '-1']],
    native:
      "-ERR CONFIG SET failed (possibly related to argument 'hash-max-listpack-entries') - argument must be between 0 and 9223372036854775807 inclusive\r\n",
    inProcess:
      "-ERR CONFIG SET failed (possibly related to argument 'hash-max-listpack-entries') - argument must be between 0 and 2147483647 inclusive\r\n",
  },
  {
    commands: [
      ['RPUSH', 'k', 'a', 'a'],
      ['LREM', 'k', '-2147483648', 'a'],
    ],
    native: ':2\r\n',
    inProcess: '-ERR value is out of range, value must between -2147483647 and 2147483647\r\n',
  },
  {
    commands: [
      ['RPUSH', 'k', 'a', 'b'],
      ['LSET', 'k', '4294967296', 'x'],
    ],
    native: '+OK\r\n',
    inProcess: '-ERR index out of range\r\n',
  },
  {
    commands: [
      ['XGROUP', 'CREATE', 'k', 'g', '0', 'MKSTREAM'],
      ['XAUTOCLAIM', 'k', 'g', 'c', '0', '0', 'COUNT', '9007199254740991'],
    ],
    native: '-ERR Insufficient memory, failed allocating transient memory, COUNT too high.\r\n',
    inProcess: '-ERR COUNT must be > 0\r\n',
  },
  {
    commands: [
      ['SETRANGE', 'k', '65535', 'x'],
      ['LCS', 'k', 'k', 'LEN'],
    ],
    native: '-ERR Insufficient memory, transient memory for LCS exceeds proto-max-bulk-len\r\n',
    inProcess: '-ERR Insufficient memory, failed allocating transient memory for LCS\r\n',
  },
]

let native: Subject
let inProcess: Subject
beforeAll(async () => {
  native = await openNative()
  inProcess = await openInProcess()
})
afterAll(() => Promise.all([native.close(), inProcess.close()]))

async function last(subject: Subject, commands: readonly Command[]): Promise<string> {
  const replies = await subject.run([['FLUSHALL'], ...commands])
  return Buffer.from(replies[replies.length - 1]).toString('latin1')
}

describe('a known difference', () => {
  for (const { commands, native: expected, inProcess: here } of cases) {
    test(`is what ${commands.map((command) => command.join(' ')).join(', ')} gives`, async () => {
      expect(await last(native, commands)).toBe(expected)
      expect(await last(inProcess, commands)).toBe(here)
    })
  }

  test('is declared for each of these, and none is declared that is not one of these', () => {
    const matching = cases.map((one) =>
      knownDifferences.findIndex((known) =>
        known.matches(one.commands[one.commands.length - 1], one.native, one.inProcess),
      ),
    )
    expect([...new Set(matching)].toSorted()).toEqual(knownDifferences.map((_, at) => at))
  })
})

test('integers up to the widest long are kept as integers', async () => {
  for (const number of ['2147483647', '-2147483648', '0']) {
    expect(
      await last(inProcess, [
        ['SET', 'k', number],
        ['OBJECT', 'ENCODING', 'k'],
      ]),
    ).toBe('$3\r\nint\r\n')
  }
})

test('distances that STOREDIST stores agree to twelve digits: the last bits of a sine differ between C libraries', async () => {
  const places = [
    ['GEOADD', 'g', '13.361389', '38.115556', 'Palermo', '15.087269', '37.502669', 'Catania'],
    ['GEOADD', 'g', '-75.8514', '-39.3832', 'far', '179.9', '84.9', 'edge', '0', '0', 'origin'],
    ['GEOSEARCHSTORE', 'd', 'g', 'FROMLONLAT', '12.5', '37.3', 'BYRADIUS', '30000', 'km', 'STOREDIST'],
    ['ZRANGE', 'd', '0', '-1', 'WITHSCORES'],
  ]
  const [theirs, ours] = await Promise.all([native, inProcess].map((side) => last(side, places).then(scores)))
  expect(ours.map(([member]) => member)).toEqual(theirs.map(([member]) => member))
  expect(ours).toHaveLength(5)
  for (const [at, [, score]] of theirs.entries()) {
    expect(Math.abs(ours[at][1] / score - 1)).toBeLessThan(1e-12)
  }
})

function scores(text: string): [string, number][] {
  const reply = readReply(Buffer.from(text, 'latin1'))
  const flat = ('items' in reply ? (reply.items ?? []) : []).map((item) => ('text' in item ? (item.text ?? '') : ''))
  return flat.flatMap((member, at) => (at % 2 ? [] : [[member, Number(flat[at + 1])] as [string, number]]))
}
