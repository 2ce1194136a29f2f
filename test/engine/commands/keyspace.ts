import type { Argument, Client } from '../../../src/index.ts'

const script = "return {KEYS[1], redis.call('GET', KEYS[1]), ARGV[1]}"
const library =
  "#!lua name=library\nserver.register_function{function_name='answer', callback=function() return 42 end, flags={'no-writes'}}"

/** One key of every type, a script and a library of functions. Resolves to what `<…>` stands for in the calls. */
export async function prepareKeyspace(client: Client): Promise<Record<string, Argument>> {
  await client.call('FLUSHALL')
  await client.call('FUNCTION', 'FLUSH')
  const replies = await client.binary.pipeline([
    ['SET', 'string', 'text'],
    ['DUMP', 'string'],
    ['SCRIPT', 'LOAD', script],
    ['FUNCTION', 'LOAD', library],
    ['FUNCTION', 'DUMP'],
    ['SET', 'number', 10],
    ['RPUSH', 'list', 'one', 'two', 'three', 'one', 'two', 'three'],
    ['SADD', 'set', 'a', 'b', 'c'],
    ['SADD', 'set2', 'b', 'c', 'd'],
    ['ZADD', 'zset', 1, 'a', 2, 'b', 3, 'c', 4, 'd'],
    ['ZADD', 'zset2', 1, 'b', 2, 'z'],
    ['HSET', 'hash', 'field', 'value', 'other', '1'],
    ['GEOADD', 'geo', 13.361389, 38.115556, 'Palermo', 15.087269, 37.502669, 'Catania'],
    ['PFADD', 'loglog', 'x'],
    ['XADD', 'stream', '1-1', 'f', 'v'],
    ['XADD', 'stream', '2-1', 'f', 'v'],
    ['XGROUP', 'CREATE', 'stream', 'group', '0'],
    ['SETBIT', 'bits', 7, 1],
  ])
  return {
    '<dump>': replies[1] as Uint8Array,
    '<sha>': replies[2] as Uint8Array,
    '<functions>': replies[4] as Uint8Array,
    '<script>': script,
    '<library>': library,
    '<id>': await client.call<number>('CLIENT', 'ID'),
  }
}

/** The calls of a line such as `'SET a 1 ; GET a'`, with its payloads put in. */
export function callsOf(line: string, payloads: Record<string, Argument>): [string, ...Argument[]][] {
  return line.split(' ; ').map((call) => {
    const [name, ...args] = call.trim().split(/ +/)
    return [name, ...args.map((arg) => payloads[arg] ?? arg)]
  })
}
