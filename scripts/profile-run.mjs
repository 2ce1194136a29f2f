/** What the native shim with counters in it runs (scripts/profile-engine). Usage: PROGRAM */
import { startShim } from '../bench/contestants/native-shim.mjs'
import { hundredRows, singleRows } from '../bench/rows/commands.mjs'
import { encode, entriesOf, setupOf } from '../bench/rows/resp.mjs'
import { requestSize } from '../src/resp/encode.ts'
import { encodeVector } from '../src/resp/vector.ts'
import { generate } from '../test/conformance/generate.ts'

// The shim has one connection: nothing may keep it waiting, end it, or change how it is answered.
const left = new Set(
  `BLPOP BRPOP BLMOVE BLMPOP BRPOPLPUSH BZPOPMIN BZPOPMAX BZMPOP SUBSCRIBE PSUBSCRIBE SSUBSCRIBE MONITOR QUIT RESET
  SHUTDOWN WAIT WAITAOF CLIENT AUTH ACL SYNC PSYNC DEBUG CONFIG HELLO`.split(/\s+/),
)
const waits = (argument) => /^block$/i.test(String(argument))
const fits = (command) => !left.has(String(command[0]).toUpperCase()) && !command.some(waits)
const bytes = (argument) => (typeof argument === 'string' ? Buffer.from(argument, 'latin1') : Buffer.from(argument))

function asVector(request) {
  const vector = Buffer.alloc(requestSize(request))
  return vector.subarray(0, encodeVector(vector, 0, request))
}

/** The two ways into the engine: bytes off a socket, and arguments of a caller in the same process. */
const forms = [encode, asVector]

const many = (count, make) => Array.from({ length: count }, (_, i) => make(i)).flat()

/** What applications ask most, beside what is timed: first what is there, then what is asked of it. */
const there = [
  ['HSET', 'p:hash', ...many(20, (i) => [`field:${i}`, `value:${i}`])],
  ['HSET', 'p:table', ...many(600, (i) => [`field:${i}`, `value:${i}`])],
  ['RPUSH', 'p:list', ...many(50, (i) => `element:${i}`)],
  ['SADD', 'p:set', ...many(50, (i) => `member:${i}`)],
  ['SADD', 'p:numbers', ...many(50, (i) => `${i}`)],
  ['ZADD', 'p:board', ...many(50, (i) => [`${i * 1.5}`, `member:${i}`])],
  ...many(50, (i) => [['XADD', 'p:stream', `${i + 1}-0`, 'field', `value:${i}`]]),
]
const asked = [
  ['HGET', 'p:hash', 'field:7'],
  ['HGETALL', 'p:hash'],
  ['HGETALL', 'p:table'],
  ['HMGET', 'p:hash', 'field:1', 'field:2', 'field:3'],
  ['HINCRBY', 'p:hash', 'count', '1'],
  ['HEXISTS', 'p:hash', 'field:8'],
  ['LRANGE', 'p:list', '0', '-1'],
  ['SMEMBERS', 'p:set'],
  ['SMEMBERS', 'p:numbers'],
  ['SISMEMBER', 'p:set', 'member:9'],
  ['ZSCORE', 'p:board', 'member:9'],
  ['ZRANGE', 'p:board', '0', '-1', 'WITHSCORES'],
  ['ZRANGE', 'p:board', '-inf', '+inf', 'BYSCORE'],
  ['XRANGE', 'p:stream', '-', '+'],
  ['SET', 'p:lock', 'token', 'NX', 'PX', '10000'],
  ['SETEX', 'p:session', '60', 'value'],
  ['EXPIRE', 'p:session', '60'],
  ['TTL', 'p:session'],
  ['EXISTS', 'p:session'],
  ['INCRBY', 'p:count', '2'],
  ['DEL', 'p:lock'],
  ['SCAN', '0', 'COUNT', '100'],
]

const shim = await startShim(process.argv[2])
const loadAs = async (form, entries) => {
  await shim.vectors(form === asVector)
  await shim.load(entries)
}
const runOnce = async (requests, form = encode) => {
  await loadAs(form, requests.map(form))
  await shim.run(requests.length, 1)
}

/** All kinds of commands, so that what nobody times is known, too. */
const SEQUENCES = 3000
for (let number = 0; number < SEQUENCES; number++) {
  const { setup, steps } = generate(1, number)
  const commands = [...setup, ...steps.flat()].filter(fits)
  if (commands.length > 0)
    await runOnce(
      commands.map((command) => command.map(bytes)),
      forms[number % 2],
    )
}
await runOnce([['DISCARD'], ['SELECT', '0']])

for (const row of [...singleRows, ...hundredRows]) {
  for (const form of forms) {
    const entries = entriesOf(row, form)
    if (!entries) continue
    await runOnce(setupOf(row))
    await loadAs(form, entries)
    await shim.run(row.batches ? 1_000 : /^(zrange|mget)$/.test(row.id) ? 2_500 : 50_000, 1)
  }
}
for (const form of forms) {
  await runOnce(there)
  await loadAs(form, asked.map(form))
  await shim.run(asked.length * 2_500, 1)
  await runOnce([['FLUSHALL']])
}
await shim.close()
