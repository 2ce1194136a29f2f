/** The words of the generated commands: few keys, so that types collide, and values at the edges of encodings. */
import type { Random } from '../random.ts'
import type { Argument } from '../sequence.ts'

export type KeyType = 'string' | 'bits' | 'list' | 'set' | 'zset' | 'hash' | 'stream' | 'log'

const keysByType: Record<KeyType, readonly string[]> = {
  string: ['s1', 's2', 's3'],
  bits: ['b1', 'b2'],
  list: ['l1', 'l2', 'l3'],
  set: ['m1', 'm2', 'm3'],
  zset: ['z1', 'z2', 'z3'],
  hash: ['h1', 'h2'],
  stream: ['x1', 'x2'],
  log: ['p1', 'p2', 'p3'],
}
export const allKeys: readonly string[] = [...Object.values(keysByType).flat(), 'none']

/** A key that most often holds `type`; now and then any other, which gives WRONGTYPE and fresh keys of odd names. */
export function key(r: Random, type?: KeyType): string {
  return type === undefined || r.chance(0.07) ? r.pick(allKeys) : r.pick(keysByType[type])
}

export function keys(r: Random, type?: KeyType, most = 3): string[] {
  return r.many(1, most, () => key(r, type))
}

/** `numkeys key [key …]`, the number now and then wrong. */
export function counted(r: Random, words: readonly Argument[], wrong = 0.03): Argument[] {
  return [r.chance(wrong) ? r.pick(['0', '-1', `${words.length + 1}`, 'x']) : `${words.length}`, ...words]
}

/** Integers at the edges of every width that the engine and its encodings know. */
export const BOUNDARIES: readonly string[] = [
  ...['0', '-1', '127', '128', '-128', '-129', '4095', '4096', '-4096', '8191', '8192', '-8192', '32767', '32768'],
  ...['-32768', '65535', '65536', '8388607', '8388608', '-8388608', '16777216', '2147483647', '2147483648'],
  ...[
    '-2147483648',
    '-2147483649',
    '4294967295',
    '4294967296',
    '1099511627776',
    '9007199254740991',
    '9007199254740993',
  ],
  ...['9223372036854775807', '-9223372036854775808', '9223372036854775808', '-9223372036854775809'],
  ...['18446744073709551615', '18446744073709551616', '99999999999999999999999'],
]

/** What is almost a number. */
export const MALFORMED: readonly string[] = [
  ...['', ' ', 'abc', '1.5', '+1', '01', '-0', '1e3', '0x10', ' 1', '1 ', 'nan', 'inf', '-inf', '1_000', '--1'],
]

/** An integer: mostly small, sometimes at an edge, seldom malformed. */
export function integer(r: Random): string {
  if (r.chance(0.8)) return `${r.int(-12, 12)}`
  return r.chance(0.8) ? r.pick(BOUNDARIES) : r.pick(MALFORMED)
}

/** An index into a short list, from either end. */
export function index(r: Random): string {
  if (r.chance(0.9)) return `${r.int(-6, 8)}`
  return r.chance(0.85) ? r.pick(BOUNDARIES) : r.pick(MALFORMED)
}

/** How many: small, zero, negative or far too many. */
export function count(r: Random): string {
  if (r.chance(0.88)) return `${r.int(0, 6)}`
  return r.chance(0.85) ? r.pick(BOUNDARIES) : r.pick(MALFORMED)
}

const FLOATS = [
  ...['0', '-0', '1', '-1', '0.1', '0.2', '0.3', '1.5', '-2.25', '3.14159265358979', '1e10', '1e-10', '123456789.123'],
  ...['1e17', '1e21', '1e22', '1e-7', '5e-324', '2.2250738585072014e-308', '1.7976931348623157e308', '1e308', '-1e308'],
  ...['0.1234567890123456789', '9007199254740993', '4503599627370497.5', '100000000000000000000', '1e5', '0.5', '3.0'],
]

/** A floating-point number in some notation; `inf`, `nan` and the malformed seldom. */
export function float(r: Random): string {
  if (r.chance(0.35)) return `${r.int(-9, 9)}`
  if (r.chance(0.5)) return (r.int(-100000, 100000) / 10 ** r.int(0, 6)).toString()
  if (r.chance(0.8)) return r.pick(FLOATS)
  return r.chance(0.6)
    ? r.pick(['inf', '-inf', '+inf', 'infinity', 'nan', '0x1p3', '1e400', '-1e400'])
    : r.pick(MALFORMED)
}

const WORDS = ['a', 'b', 'c', 'd', 'foo', 'bar', 'baz', 'Hello', 'hello world', 'ab', 'abc', 'abcd', 'zz', 'A', '_']
// Around the limits of embedded strings (44 bytes), list pack values (64) and 6-, 12- and 14-bit lengths.
const LENGTHS = [0, 1, 11, 12, 20, 21, 43, 44, 45, 62, 63, 64, 65, 66, 127, 128, 200, 255, 256, 300]

/** A string value: words, numbers, UTF-8, lengths at the edges of encodings, compressible runs, and garbage. */
export function value(r: Random): Argument {
  switch (r.int(0, 11)) {
    case 0:
    case 1:
    case 2:
    case 3:
      return r.pick(WORDS)
    case 4:
      return `${r.int(-200, 12000)}`
    case 5:
      return r.pick(BOUNDARIES)
    case 6:
      return float(r)
    case 7:
      return r.pick(['x', 'ab', 'xyz ', 'é', '\x01']).repeat(r.pick(LENGTHS)).slice(0, r.pick(LENGTHS))
    case 8:
      return r.bytes(r.int(0, 40))
    case 9:
      return r.pick(['héllo', '日本語', '😀', 'a\r\nb', '*3\r\n', '\n', '"quoted"', "it's", '{tag}', 'a\0b'])
    case 10:
      return r.chance(0.9) ? r.bytes(r.pick(LENGTHS)) : 'lorem ipsum '.repeat(r.int(20, 900))
    default:
      return r.pick(MALFORMED)
  }
}

/** A member of a set or sorted set, a field of a hash: mostly from a few, so that they meet again. */
export function member(r: Random): Argument {
  if (r.chance(0.6)) return r.pick(WORDS)
  return r.chance(0.6) ? `${r.int(0, 15)}` : value(r)
}

export function members(r: Random, least = 1, most = 5): Argument[] {
  return r.many(least, most, () => member(r))
}

/** A time to live that no sequence outlives, in seconds; seldom none at all or malformed. */
export function seconds(r: Random): string {
  return r.chance(0.9)
    ? `${r.int(1000, 100000)}`
    : r.pick(['0', '-1', '-100', ...BOUNDARIES.slice(-10), 'abc', '1.5', ''])
}

export function milliseconds(r: Random): string {
  return r.chance(0.9) ? `${r.int(1000, 100000)}000` : seconds(r)
}

/** A point in time far ahead or long past, in seconds since 1970. */
export function unixSeconds(r: Random): string {
  if (r.chance(0.85)) return r.pick(['4102444800', '7258118400', '33177117420', '1000000000', '1', '2000000000000'])
  return r.pick(['0', '-1', '-1000000', '9223372036854775', '9223372036854775807', '-9223372036854775808', 'abc', ''])
}

export function unixMilliseconds(r: Random): string {
  if (r.chance(0.85)) return r.pick(['4102444800123', '7258118400000', '33177117420001', '1000000000000', '1'])
  return r.pick([
    '0',
    '-1',
    '-1000000',
    '9223372036854775807',
    '-9223372036854775808',
    '9223372036854775808',
    'abc',
    '',
  ])
}

/** `EX`, `PX`, `EXAT` or `PXAT` with its time. */
export function expiry(r: Random): string[] {
  const unit = r.pick(['EX', 'PX', 'EXAT', 'PXAT', 'ex'])
  const time = { EX: seconds, ex: seconds, PX: milliseconds, EXAT: unixSeconds, PXAT: unixMilliseconds }[unit]
  return [unit, (time ?? seconds)(r)]
}

const PATTERNS = [
  ...[
    '*',
    '?',
    '??',
    '*1',
    's*',
    '[a-c]*',
    '[^a]*',
    'h[1-9]',
    '\\*',
    '**',
    '*a*',
    '[',
    '[a',
    'none',
    '',
    'z?',
    '[z-a]',
  ],
]

/** A glob pattern. */
export function pattern(r: Random): string {
  return r.pick(PATTERNS)
}

/** A database index, seldom one that does not exist. */
export function database(r: Random): string {
  return r.chance(0.93) ? r.pick(['0', '1', '2']) : r.pick(['15', '16', '-1', 'a', '', '4294967296'])
}

/** A SCAN cursor and a COUNT that always covers the whole table. */
export function wholeScan(r: Random): string[] {
  const cursor = r.chance(0.9) ? '0' : r.pick(['x', '-1', '99999999999999999999', ''])
  return [cursor, ...r.maybe(0.4, () => ['MATCH', pattern(r)]), 'COUNT', '100000']
}
