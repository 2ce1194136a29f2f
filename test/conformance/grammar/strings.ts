import type { Random } from '../random.ts'
import { command, type Production } from './production.ts'
import { count, expiry, float, index, integer, key, keys, milliseconds, seconds, value } from './values.ts'

const text = (r: Random) => key(r, 'string')
// Never in the past: unlike the other commands, MSETEX leaves such keys to the expiry cycle, which comes when it comes.
const laterExpiry = (r: Random) =>
  r.chance(0.5) ? ['EX', seconds(r)] : ['PXAT', r.pick(['4102444800123', 'x', '0', '-1'])]
const bits = (r: Random) => key(r, r.chance(0.7) ? 'bits' : 'string')

export const strings: readonly Production[] = [
  command(8, (r) => ['SET', text(r), value(r)]),
  command(3, (r) => ['SET', text(r), integer(r)]),
  command(2, (r) => ['SET', text(r), float(r)]),
  command(6, (r) => [
    ...['SET', text(r), value(r)],
    ...r
      .shuffled([
        ...r.maybe(0.4, () => [r.pick([['NX'], ['XX'], ['IFEQ', value(r)], ['nx']])]),
        ...r.maybe(0.4, () => [['GET']]),
        ...r.maybe(0.5, () => [r.chance(0.2) ? ['KEEPTTL'] : expiry(r)]),
      ])
      .flat(),
  ]),
  command(4, (r) => ['GET', text(r)]),
  command(2, (r) => ['GETDEL', text(r)]),
  command(3, (r) => ['GETEX', text(r), ...r.maybe(0.7, () => (r.chance(0.2) ? ['PERSIST'] : expiry(r)))]),
  command(2, (r) => ['GETSET', text(r), value(r)]),
  command(3, (r) => [r.pick(['GETRANGE', 'SUBSTR']), text(r), index(r), index(r)]),
  command(3, (r) => ['SETRANGE', text(r), r.chance(0.9) ? `${r.int(0, 80)}` : integer(r), value(r)]),
  command(3, (r) => ['APPEND', text(r), value(r)]),
  command(2, (r) => ['STRLEN', text(r)]),
  command(3, (r) => [r.pick(['INCR', 'DECR']), text(r)]),
  command(4, (r) => [r.pick(['INCRBY', 'DECRBY']), text(r), integer(r)]),
  command(4, (r) => ['INCRBYFLOAT', text(r), float(r)]),
  command(2, (r) => ['SETNX', text(r), value(r)]),
  command(2, (r) => ['SETEX', text(r), seconds(r), value(r)]),
  command(2, (r) => ['PSETEX', text(r), milliseconds(r), value(r)]),
  command(3, (r) => ['MGET', ...keys(r, 'string')]),
  command(3, (r) => [r.pick(['MSET', 'MSETNX']), ...r.many(1, 3, () => [text(r), value(r)]).flat()]),
  command(3, (r) => {
    const pairs = r.many(1, 3, () => [text(r), value(r)])
    const number = r.chance(0.95) ? `${pairs.length}` : integer(r)
    const condition = r.maybe(0.3, () => [r.pick(['NX', 'XX'])])
    return ['MSETEX', number, ...pairs.flat(), ...condition, ...r.maybe(0.5, () => laterExpiry(r))]
  }),
  command(2, (r) => ['DELIFEQ', text(r), value(r)]),
  command(4, (r) => [
    ...['LCS', text(r), text(r)],
    ...r.maybe(0.2, () => ['LEN']),
    ...r.maybe(0.4, () => ['IDX', ...r.maybe(0.5, () => ['MINMATCHLEN', count(r)])]),
    ...r.maybe(0.3, () => ['WITHMATCHLEN']),
  ]),
]

const offset = (r: Random) => (r.chance(0.92) ? `${r.int(0, 90)}` : integer(r))
const unit = (r: Random) => r.maybe(0.4, () => [r.pick(['BYTE', 'BIT', 'bit'])])

function bitfieldType(r: Random): string {
  if (r.chance(0.05)) return r.pick(['u64', 'i65', 'i0', 'u0', 'x8', 'u', '8'])
  return r.pick(['u1', 'u2', 'i5', 'u8', 'i8', 'u16', 'i32', 'u32', 'u63', 'i64', 'i63'])
}

function bitfieldOperation(r: Random): string[] {
  const at = r.chance(0.5) ? `#${r.int(0, 5)}` : offset(r)
  switch (r.int(0, 3)) {
    case 0:
      return ['GET', bitfieldType(r), at]
    case 1:
      return ['SET', bitfieldType(r), at, integer(r)]
    case 2:
      return ['INCRBY', bitfieldType(r), at, integer(r)]
    default:
      return ['OVERFLOW', r.pick(['WRAP', 'SAT', 'FAIL', 'fail', 'NONE'])]
  }
}

export const bitmaps: readonly Production[] = [
  command(5, (r) => ['SETBIT', bits(r), offset(r), r.chance(0.95) ? r.pick(['0', '1']) : '2']),
  command(3, (r) => ['GETBIT', bits(r), offset(r)]),
  command(2, (r) => ['SET', bits(r), value(r)]),
  command(4, (r) => ['BITCOUNT', bits(r), ...r.maybe(0.7, () => [index(r), index(r), ...unit(r)])]),
  command(4, (r) => {
    const range = r.maybe(0.7, () => [index(r), ...r.maybe(0.7, () => [index(r), ...unit(r)])])
    return ['BITPOS', bits(r), r.pick(['0', '1', '1', '2']), ...range]
  }),
  command(5, (r) => {
    const operation = r.pick(['AND', 'OR', 'XOR', 'NOT', 'and', 'DIFF'])
    return ['BITOP', operation, bits(r), ...(operation === 'NOT' ? [bits(r)] : r.many(1, 4, () => bits(r)))]
  }),
  command(6, (r) => ['BITFIELD', bits(r), ...r.many(1, 4, () => bitfieldOperation(r)).flat()]),
  command(2, (r) => ['BITFIELD_RO', bits(r), ...r.many(1, 3, () => ['GET', bitfieldType(r), offset(r)]).flat()]),
]
