// The typed commands as callers write them. Nothing here runs: types.test.ts has the compiler read it.
import { expectTypeOf } from 'vitest'
import type { CallOptions } from '../../src/client/call-options.ts'
import type { commandTable } from '../../src/client/command-table.generated.ts'
import type { Commands, GeoMatch, Integer, StreamEntry, Word } from '../../src/client/commands.generated.ts'
import type { Argument } from '../../src/resp/encode.ts'
import type { Reply } from '../../src/resp/reply.ts'

declare const client: Commands<string>
declare const binary: Commands<Uint8Array>
declare const name: string
declare const names: string[]
declare const bytes: Uint8Array
declare const signal: AbortSignal

/** The type of what a promise resolves to. */
declare function answer<T>(reply: Promise<T>): T

// Strings
expectTypeOf(answer(client.get('k'))).toEqualTypeOf<string | null>()
expectTypeOf(answer(binary.get(bytes))).toEqualTypeOf<Uint8Array | null>()
expectTypeOf(answer(client.set('k', 'v'))).toEqualTypeOf<'OK'>()
expectTypeOf(answer(client.set('k', 1n, 'EX', 10))).toEqualTypeOf<'OK'>()
expectTypeOf(answer(client.set('k', 'v', 'NX', 'PX', 10))).toEqualTypeOf<'OK' | null>()
expectTypeOf(answer(client.set('k', 'v', 'GET'))).toEqualTypeOf<string | null>()
expectTypeOf(answer(client.set('k', 'v', 'nx'))).toEqualTypeOf<'OK' | null>()
expectTypeOf(answer(client.mget('a', 'b'))).toEqualTypeOf<(string | null)[]>()
expectTypeOf(answer(client.mset('a', 1, 'b', bytes))).toEqualTypeOf<'OK'>()
expectTypeOf(answer(client.incrby('k', 5n))).toEqualTypeOf<number>()
expectTypeOf(answer(client.incrbyfloat('k', 0.5))).toEqualTypeOf<string>()
expectTypeOf(answer(client.bitcount('k', 0, -1, 'BIT'))).toEqualTypeOf<number>()
// @ts-expect-error a key is a string, a number or bytes
client.get(null)
// @ts-expect-error nor is it an option
client.set('k', 'v', null)
// @ts-expect-error SET takes a value
client.set('k')
// @ts-expect-error BITCOUNT counts bytes or bits
client.bitcount('k', 0, -1, 'WORD')

// Keys
expectTypeOf(answer(client.del(...names))).toEqualTypeOf<number>()
expectTypeOf(answer(client.exists('a', 'b', 3))).toEqualTypeOf<number>()
expectTypeOf(answer(client.expire('k', 10, 'GT'))).toEqualTypeOf<0 | 1>()
expectTypeOf(answer(client.type('k'))).toEqualTypeOf<string>()
expectTypeOf(answer(binary.type('k'))).toEqualTypeOf<string>()
expectTypeOf(answer(client.scan(0, 'MATCH', 'user:*', 'COUNT', 100))).toEqualTypeOf<[cursor: string, keys: string[]]>()
const [cursor] = answer(binary.scan('0'))
binary.scan(cursor)
// @ts-expect-error keys are arguments of their own
client.del(names)
// @ts-expect-error EXPIRE has no such condition
client.expire('k', 10, 'YY')

// Hashes
expectTypeOf(answer(client.hset('h', 'f', 1, 'g', 2))).toEqualTypeOf<number>()
client.hset('h', ...Object.entries({ f: 1 }).flat())
expectTypeOf(answer(client.hgetall('h'))).toEqualTypeOf<{ [key: string]: string }>()
expectTypeOf(answer(binary.hgetall('h'))).toEqualTypeOf<{ [key: string]: Uint8Array }>()
expectTypeOf(answer(client.hexpire('h', 10, 'NX', 'FIELDS', 1, 'f'))).toEqualTypeOf<(-2 | 0 | 1 | 2)[]>()
expectTypeOf(answer(client.hrandfield('h'))).toEqualTypeOf<string | null>()
expectTypeOf(answer(client.hrandfield('h', 2))).toEqualTypeOf<string[]>()
expectTypeOf(answer(client.hrandfield('h', 2, 'WITHVALUES'))).toEqualTypeOf<[field: string, value: string][]>()
// @ts-expect-error FIELDS comes before their number
client.httl('h', 1, 'f')
// @ts-expect-error an object is no argument
client.hset('h', { f: 1 })

// Lists
expectTypeOf(answer(client.lpop('l'))).toEqualTypeOf<string | null>()
expectTypeOf(answer(client.lpop('l', 2))).toEqualTypeOf<string[] | null>()
expectTypeOf(answer(client.lmove('a', 'b', 'LEFT', 'RIGHT'))).toEqualTypeOf<string | null>()
expectTypeOf(answer(client.lpos('l', 'a'))).toEqualTypeOf<number | null>()
expectTypeOf(answer(client.lpos('l', 'a', 'RANK', 2, 'COUNT', 0))).toEqualTypeOf<number[]>()
expectTypeOf(answer(client.blpop('a', 'b', 0.5))).toEqualTypeOf<[key: string, element: string] | null>()
client.blpop(...names, 5, { signal })
client.blmove('a', 'b', 'LEFT', 'LEFT', 0, { signal })
client.blmpop(0, 2, 'a', 'b', 'LEFT', 'COUNT', 10, { signal })
// @ts-expect-error the timeout is missing
client.blpop(bytes)
// @ts-expect-error a call that cannot wait takes no options
client.lpop('l', { signal })
// @ts-expect-error LEFT or RIGHT
client.lmove('a', 'b', 'UP', 'RIGHT')

// Sets
expectTypeOf(answer(client.smembers('s'))).toEqualTypeOf<Set<string>>()
expectTypeOf(answer(binary.sinter('s', 't'))).toEqualTypeOf<Set<Uint8Array>>()
expectTypeOf(answer(client.spop('s'))).toEqualTypeOf<string | null>()
expectTypeOf(answer(client.spop('s', 3))).toEqualTypeOf<Set<string>>()
expectTypeOf(answer(client.srandmember('s', -3))).toEqualTypeOf<string[]>()
expectTypeOf(answer(client.smismember('s', 'a', 'b'))).toEqualTypeOf<(0 | 1)[]>()

// Sorted sets
expectTypeOf(answer(client.zadd('z', 'NX', 'CH', 1, 'a', 2.5, 'b'))).toEqualTypeOf<number | null>()
expectTypeOf(answer(client.zscore('z', 'a'))).toEqualTypeOf<number | null>()
expectTypeOf(answer(client.zincrby('z', 0.5, 'a'))).toEqualTypeOf<number>()
expectTypeOf(answer(client.zrange('z', 0, -1))).toEqualTypeOf<string[]>()
expectTypeOf(answer(client.zrange('z', '(1', '+inf', 'BYSCORE', 'LIMIT', 0, 10))).toEqualTypeOf<string[]>()
expectTypeOf(answer(client.zrange('z', 0, -1, 'REV', 'WITHSCORES'))).toEqualTypeOf<[member: string, score: number][]>()
expectTypeOf(answer(client.zrange('z', 0, -1, ...names))).toEqualTypeOf<string[] | [member: string, score: number][]>()
declare const either: 'REV' | 'WITHSCORES'
expectTypeOf(answer(client.zrange('z', 0, -1, either))).toEqualTypeOf<string[] | [member: string, score: number][]>()
expectTypeOf(answer(client.zinter(2, name, name, 'WITHSCORES'))).toEqualTypeOf<[member: string, score: number][]>()
expectTypeOf(answer(client.zinter(2, name, name))).toEqualTypeOf<string[]>()
expectTypeOf(answer(client.zpopmin('z'))).toEqualTypeOf<[member: string, score: number] | []>()
expectTypeOf(answer(client.zpopmin('z', 2))).toEqualTypeOf<[member: string, score: number][]>()
expectTypeOf(answer(client.zrank('z', 'a', 'WITHSCORE'))).toEqualTypeOf<[rank: number, score: number] | null>()
// @ts-expect-error the number of keys is a number
client.zinter('2', 'a', 'b')

// Geo
expectTypeOf(answer(client.geoadd('g', 'NX', 13.361389, 38.115556, 'Palermo'))).toEqualTypeOf<number>()
expectTypeOf(answer(client.geopos('g', 'a'))).toEqualTypeOf<([longitude: number, latitude: number] | null)[]>()
expectTypeOf(answer(client.geosearch('g', 'FROMMEMBER', name, 'BYRADIUS', 10, 'km'))).toEqualTypeOf<string[]>()
expectTypeOf(
  answer(client.geosearch('g', 'FROMLONLAT', 15, 37, 'BYBOX', 10, 10, 'km', 'ASC', 'WITHDIST')),
).toEqualTypeOf<GeoMatch<string>[]>()
// @ts-expect-error no such unit
client.geodist('g', 'a', 'b', 'miles')

// Streams
expectTypeOf(answer(client.xadd('x', '*', 'f', name))).toEqualTypeOf<string>()
expectTypeOf(answer(client.xadd('x', 'NOMKSTREAM', '*', 'f', name))).toEqualTypeOf<string | null>()
expectTypeOf(answer(client.xadd('x', 'MAXLEN', '~', 1000, '*', 'f', 'v'))).toEqualTypeOf<string>()
expectTypeOf(answer(client.xrange('x', '-', '+', 'COUNT', 10))).toEqualTypeOf<StreamEntry<string>[]>()
expectTypeOf<StreamEntry<string>>().toEqualTypeOf<[id: string, fields: string[]]>()
type Streams<Entry> = { [key: string]: Entry[] } | null
expectTypeOf(answer(client.xread('COUNT', 10, 'STREAMS', 'x', '0'))).toEqualTypeOf<Streams<StreamEntry<string>>>()
client.xread('BLOCK', 0, 'STREAMS', 'x', '$', { signal })
expectTypeOf(answer(client.xreadgroup('GROUP', 'g', 'c', 'NOACK', 'STREAMS', 'x', '>'))).toEqualTypeOf<
  Streams<[id: string, fields: string[] | null]>
>()
client.xreadgroup('GROUP', 'g', 'c', 'BLOCK', 0, 'STREAMS', 'x', '>', { signal })
expectTypeOf(answer(client.xgroupCreate('x', 'g', '$', 'MKSTREAM'))).toEqualTypeOf<'OK'>()
expectTypeOf(answer(client.xclaim('x', 'g', 'c', 0, name, 'JUSTID'))).toEqualTypeOf<string[]>()
expectTypeOf(answer(client.xpending('x', 'g', '-', '+', 10))).items.toEqualTypeOf<
  [id: string, consumer: string, idle: number, deliveries: number]
>()
expectTypeOf(answer(client.xpending('x', 'g')))
  .toHaveProperty(0)
  .toEqualTypeOf<number>()
expectTypeOf(answer(client.xinfoStream('x')))
  .toHaveProperty('first-entry')
  .toEqualTypeOf<StreamEntry<string> | null>()
expectTypeOf(answer(client.xinfoStream('x', 'FULL')))
  .toHaveProperty('entries')
  .toEqualTypeOf<StreamEntry<string>[]>()
// @ts-expect-error GROUP comes first
client.xreadgroup('g', 'c', 'STREAMS', 'x', '>')

// Scripts and functions
expectTypeOf(answer(client.eval('return 1', 1, 'k', 'arg'))).toEqualTypeOf<Reply>()
expectTypeOf(answer(client.fcall('f', 0))).toEqualTypeOf<Reply>()
expectTypeOf(answer(client.functionLoad('REPLACE', '#!lua name=lib'))).toEqualTypeOf<string>()
expectTypeOf(answer(client.functionLoad('#!lua name=lib'))).toEqualTypeOf<string>()
// @ts-expect-error how many keys follow is not said
client.eval('return 1')

// The server and its connections
expectTypeOf(answer(client.ping())).toEqualTypeOf<'PONG'>()
expectTypeOf(answer(client.ping('hi'))).toEqualTypeOf<string>()
expectTypeOf(answer(client.auth('password'))).toEqualTypeOf<'OK'>()
expectTypeOf(answer(client.auth('user', 'password'))).toEqualTypeOf<'OK'>()
expectTypeOf(answer(client.configGet('maxmemory*', 'appendonly'))).toEqualTypeOf<{ [key: string]: string }>()
expectTypeOf(answer(client.configSet('maxmemory', 1_000_000))).toEqualTypeOf<'OK'>()
expectTypeOf(answer(client.clientList('TYPE', 'normal', 'ID', 1, 2))).toEqualTypeOf<string>()
expectTypeOf(answer(client.clientNoEvict('ON'))).toEqualTypeOf<'OK'>()
expectTypeOf(answer(client.memoryUsage('k', 'SAMPLES', 0))).toEqualTypeOf<number | null>()
expectTypeOf(answer(client.objectEncoding('k'))).toEqualTypeOf<string | null>()
expectTypeOf(answer(client.clientTrackinginfo()).flags).toEqualTypeOf<
  Set<'off' | 'on' | 'bcast' | 'optin' | 'optout' | 'caching-yes' | 'caching-no' | 'noloop' | 'broken_redirect'>
>()
expectTypeOf(answer(binary.clientTrackinginfo()).flags).toEqualTypeOf<Set<Uint8Array>>()
expectTypeOf(answer(client.aclGetuser('u'))?.flags).toEqualTypeOf<Set<string> | undefined>()
expectTypeOf(answer(client.debug('SLEEP', 0))).toEqualTypeOf<Reply>()
expectTypeOf(answer(client.wait(0, 100, { signal }))).toEqualTypeOf<number>()
// @ts-expect-error ON or OFF
client.clientNoEvict(true)
// @ts-expect-error transactions, subscriptions and replication are no typed commands
client.multi
// @ts-expect-error
client.subscribe
// @ts-expect-error
client.psync

// Arguments: editors complete tokens, and any other argument is allowed
expectTypeOf<string | number | bigint | Uint8Array>().toExtend<Word<'NX'>>()
expectTypeOf<Integer>().toEqualTypeOf<number | bigint | string>()
expectTypeOf<CallOptions>().not.toExtend<Word<'NX'>>()

// Other shapes are derived from this one: chained in a transaction, answering at once
type Chained<Self> = { [K in keyof Commands<string>]: (...args: Parameters<Commands<string>[K]>) => Self }
interface Transaction extends Chained<Transaction> {
  exec(): Promise<Reply[] | null>
}
declare const transaction: Transaction
transaction
  .set('k', 'v', 'EX', 10)
  .hset('h', 'f', 1)
  .lpop('l', 2)
  .zrange('z', 0, -1, 'REV')
  .xinfoStream('x', 'FULL')
  .exec()
transaction
  .blpop(...names, 0)
  .auth('user', 'password')
  .ping()
expectTypeOf<Parameters<Commands<string>['get']>>().toEqualTypeOf<[key: Argument]>()
// @ts-expect-error the same arguments as elsewhere
transaction.get()

type Sync<Bulk> = {
  [K in keyof Commands<Bulk>]: (...args: Parameters<Commands<Bulk>[K]>) => Awaited<ReturnType<Commands<Bulk>[K]>>
}
declare const sync: Sync<string>
expectTypeOf(sync.get('k')).toEqualTypeOf<string | null>()
expectTypeOf(sync.smembers('s')).toEqualTypeOf<Set<string>>()
expectTypeOf(sync.lpop('l')).toEqualTypeOf<string | string[] | null>()
expectTypeOf(sync.set('k', 'v', 'GET')).toEqualTypeOf<string | null>()
expectTypeOf(sync.zrange('z', 0, -1)).toEqualTypeOf<string[] | [member: string, score: number][]>()
expectTypeOf(sync.xinfoStream('x')).toEqualTypeOf<Awaited<ReturnType<Commands<string>['xinfoStream']>>>()

expectTypeOf<(typeof commandTable)[number]>().toEqualTypeOf<readonly [method: string, ...words: string[]]>()
