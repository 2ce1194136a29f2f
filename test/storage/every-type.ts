/** Keys of every type and encoding, in several databases: what a file must carry from one engine to another. */

const numbers = (count: number) => Array.from({ length: count }, (_, i) => String(i))
const items = (count: number) => numbers(count).map((i) => `item:${i}:${'x'.repeat(Number(i) % 90)}`)
const pairs = (values: readonly string[]) => values.flatMap((value, i) => [value, String(i * 1.25)])

/** Each line is a command; the encoding that it leads to stands in the key's name. */
export const everyType: readonly (readonly string[])[] = [
  ['SET', 'string:int', '-123456'],
  ['SET', 'string:int:64', '9223372036854775807'],
  ['SET', 'string:embstr', 'short'],
  ['SET', 'string:raw', 'long '.repeat(1000)],
  [
    'SET',
    'string:incompressible',
    numbers(3000)
      .map((i) => ((Number(i) * 7919) % 10_007).toString(36))
      .join(''),
  ],
  ['SET', 'string:empty', ''],
  ['SET', 'string:expires', 'v', 'PXAT', '4102444800123'],
  ['SETRANGE', 'string:zeros', '5000', 'end'],
  ['SETBIT', 'bitmap', '100000', '1'],
  ['PFADD', 'hll:sparse', 'a', 'b', 'c'],
  ['PFADD', 'hll:dense', ...items(3000)],
  ['RPUSH', 'list:listpack', '1', '-2', '70000', 'text', ''],
  ['RPUSH', 'list:quicklist', ...items(3000)],
  ['RPUSH', 'list:plain', 'x'.repeat(20_000), 'y'],
  ['SADD', 'set:intset:16', ...numbers(50)],
  ['SADD', 'set:intset:64', '1', '9223372036854775807'],
  ['SADD', 'set:listpack', 'a', 'b', '3'],
  ['SADD', 'set:hashtable', ...items(600)],
  ['ZADD', 'zset:listpack', '1', 'a', '-inf', 'b', '3.0000000000000004', 'c'],
  ['ZADD', 'zset:skiplist', ...pairs(items(600)).reverse()],
  ['GEOADD', 'geo', '13.361389', '38.115556', 'Palermo', '15.087269', '37.502669', 'Catania'],
  ['HSET', 'hash:listpack', 'f', 'v', '1', '2'],
  ['HSET', 'hash:hashtable', ...pairs(items(600))],
  ['HSET', 'hash:expires', 'a', '1', 'b', '2', 'c', '3'],
  ['HPEXPIREAT', 'hash:expires', '4102444800456', 'FIELDS', '1', 'b'],
  ['XADD', 'stream', '1-1', 'f', 'v'],
  ...numbers(300).map((i) => ['XADD', 'stream', `2-${Number(i) + 1}`, 'field', `value ${i}`]),
  ['XDEL', 'stream', '2-7'],
  ['XGROUP', 'CREATE', 'stream', 'group', '0'],
  ['XREADGROUP', 'GROUP', 'group', 'alice', 'COUNT', '5', 'STREAMS', 'stream', '>'],
  ['XACK', 'stream', 'group', '1-1'],
  ['XGROUP', 'CREATECONSUMER', 'stream', 'group', 'bob'],
  ['XADD', 'stream:empty', '5-5', 'f', 'v'],
  ['XDEL', 'stream:empty', '5-5'],
  ['SET', 'binary\u0000key\r\n', 'binary\u0000value\r\n'],
  ['SELECT', '7'],
  ['SET', 'in seven', '7'],
  ['SELECT', '0'],
  ['FUNCTION', 'LOAD', "#!lua name=lib\nredis.register_function('one', function() return 1 end)"],
]
