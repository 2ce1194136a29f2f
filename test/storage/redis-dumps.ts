/** Dumps as Redis 7.0 (version 10 of the format) and Redis 7.2 (version 11) write them, byte for byte. */

const latin1 = (text: string) => Buffer.from(text, 'latin1')

/** A length, or a type, of at most 63, or of two bytes. */
function length(n: number): Buffer {
  return n < 64 ? Buffer.from([n]) : Buffer.from([0x40 | (n >> 8), n & 0xff])
}

function text(value: string | Buffer): Buffer {
  const bytes = typeof value === 'string' ? latin1(value) : value
  return Buffer.concat([length(bytes.length), bytes])
}

/** Short texts and small numbers as a listpack. */
function listpack(values: readonly (string | number)[]): Buffer {
  const entries = values.map((value) => {
    if (typeof value === 'number') return Buffer.from([value, 1])
    return Buffer.concat([Buffer.from([0x80 | value.length]), latin1(value), Buffer.from([value.length + 1])])
  })
  const body = Buffer.concat(entries)
  const header = Buffer.alloc(6)
  header.writeUInt32LE(6 + body.length + 1)
  header.writeUInt16LE(values.length, 4)
  return Buffer.concat([header, body, Buffer.from([0xff])])
}

function intset(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(8 + values.length * 2)
  bytes.writeUInt32LE(2)
  bytes.writeUInt32LE(values.length, 4)
  for (const [i, value] of values.entries()) bytes.writeInt16LE(value, 8 + i * 2)
  return bytes
}

function score(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(value)
  return bytes
}

function milliseconds(time: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(time))
  return bytes
}

const id = (ms: number, sequence: number) => {
  const bytes = Buffer.alloc(16)
  bytes.writeBigUInt64BE(BigInt(ms))
  bytes.writeBigUInt64BE(BigInt(sequence), 8)
  return bytes
}

/** One entry `1-1 f v`, and a group that has given it to a consumer. From 7.2 on, consumers have a second time. */
function stream(type: 19 | 21): Buffer {
  // count, deleted, fields, the one field, end of the master entry; flags (same fields), id's difference, value, size
  const node = listpack([1, 0, 1, 'f', 0, 2, 0, 0, 'v', 4])
  const seen = milliseconds(1_700_000_000_000)
  const consumer = [text('alice'), seen, ...(type === 21 ? [seen] : []), length(1), id(1, 1)]
  const pending = [length(1), id(1, 1), seen, length(1)]
  const group = [text('group'), length(1), length(1), length(1), ...pending, length(1), ...consumer]
  // nodes; length; last id; first id; greatest deleted id; entries added; groups
  const about = [1, 1, 1, 1, 1, 0, 0, 1].map(length)
  return Buffer.concat([length(1), text(id(1, 1)), text(node), ...about, length(1), ...group])
}

/** A key of this type; with a time to live in milliseconds of Unix time, or without. */
function key(type: number, name: string, value: Buffer, expires?: number): Buffer {
  const time = expires === undefined ? [] : [Buffer.from([0xfc]), milliseconds(expires)]
  return Buffer.concat([...time, Buffer.from([type]), text(name), value])
}

const aux = (name: string, value: string) => Buffer.concat([Buffer.from([0xfa]), text(name), text(value)])

/** What the dump has, as commands tell it. */
export const inRedisDump = {
  string: 'v',
  number: '12345',
  expires: 4102444800123,
  list: ['a', 'b', '7'],
  set: ['x', 'y'],
  intset: ['-1', '2', '300'],
  hash: { f: 'v', n: '1' },
  table: { f: 'v' },
  zset: ['a', '1', 'b', '2'],
  scores: ['m', '1.5', 'n', 'inf'],
  stream: [['1-1', ['f', 'v']]],
}

export function redisDump(version: 10 | 11): Buffer {
  const library = "#!lua name=lib\nredis.register_function('one', function() return 1 end)"
  const number = Buffer.from([0xc1, 0x39, 0x30]) // 16 bits
  return Buffer.concat([
    latin1(`REDIS00${version}`),
    aux('redis-ver', version === 10 ? '7.0.15' : '7.2.4'),
    aux('redis-bits', '64'),
    aux('ctime', '1700000000'),
    aux('used-mem', '1000000'),
    aux('aof-base', '0'),
    Buffer.concat([Buffer.from([0xf5]), text(library)]),
    Buffer.from([0xfe, 0, 0xfb, 11, 1]), // database 0: eleven keys, one that expires
    key(0, 'string', text('v')),
    key(0, 'number', number),
    key(0, 'expires', text('v'), inRedisDump.expires),
    key(18, 'list', Buffer.concat([length(1), length(2), text(listpack(['a', 'b', 7]))])),
    version === 11
      ? key(20, 'set', text(listpack(['x', 'y'])))
      : key(2, 'set', Buffer.concat([length(2), text('x'), text('y')])),
    key(11, 'intset', text(intset([-1, 2, 300]))),
    key(16, 'hash', text(listpack(['f', 'v', 'n', 1]))),
    key(4, 'table', Buffer.concat([length(1), text('f'), text('v')])),
    key(17, 'zset', text(listpack(['a', 1, 'b', 2]))),
    key(5, 'scores', Buffer.concat([length(2), text('n'), score(Infinity), text('m'), score(1.5)])),
    key(version === 11 ? 21 : 19, 'stream', stream(version === 11 ? 21 : 19)),
    Buffer.from([0xff]),
    Buffer.alloc(8), // no checksum
  ])
}
