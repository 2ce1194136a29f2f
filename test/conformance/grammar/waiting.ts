/** Connections that wait, for each other or for a pause to end, and keys whose time is over. */
import type { Random } from '../random.ts'
import { type Command, idOf, nameOf, wordAt } from '../sequence.ts'
import { another, anyone, CONNECTIONS, type Play } from './play.ts'
import { key, keys, member, members, value } from './values.ts'

/** True for a command that, if it waits at all, times out within a millisecond or two. */
export function endsSoon(command: Command): boolean {
  const block = command.findIndex((_, at) => wordAt(command, at) === 'BLOCK')
  return (/^B[LRZ]/.test(nameOf(command)) && command.includes('0.001')) || (block > 0 && command[block + 1] === '1')
}

const side = (r: Random) => r.pick(['LEFT', 'RIGHT'])
// Longer than any sequence: what is not served waits until it is let go.
const timeout = (r: Random) => r.pick(['0', '0', '1000', '3600.5'])

type Waiter = (r: Random, at: string) => Command
const ofLists: readonly Waiter[] = [
  (r, at) => [r.pick(['BLPOP', 'BRPOP']), ...r.maybe(0.3, () => keys(r, 'list', 2)), at, timeout(r)],
  (r, at) => ['BLMOVE', at, key(r, 'list'), side(r), side(r), timeout(r)],
  (r, at) => ['BRPOPLPUSH', at, key(r, 'list'), timeout(r)],
  (r, at) => ['BLMPOP', timeout(r), '2', at, key(r, 'list'), side(r), ...r.maybe(0.4, () => ['COUNT', '2'])],
]
const ofSortedSets: readonly Waiter[] = [
  (r, at) => [r.pick(['BZPOPMIN', 'BZPOPMAX']), at, ...r.maybe(0.3, () => keys(r, 'zset', 2)), timeout(r)],
  (r, at) => ['BZMPOP', timeout(r), '1', at, r.pick(['MIN', 'MAX']), ...r.maybe(0.4, () => ['COUNT', '3'])],
]
const ofStreams: readonly Waiter[] = [
  (r, at) => ['XREAD', ...r.maybe(0.3, () => ['COUNT', '1']), 'BLOCK', r.pick(['0', '9000']), 'STREAMS', at, '$'],
  (r, at) => ['XREADGROUP', 'GROUP', 'g1', r.pick(['alice', 'bob']), 'BLOCK', '0', 'STREAMS', at, '>'],
]

/** Commands after which those who wait at a key have something to take, or have to be told that they wait in vain. */
function serving(r: Random, kind: 'list' | 'zset' | 'stream', at: string): Command {
  if (r.chance(0.15))
    return r.pick([['SET', at, 'v'], ['DEL', at], ['SWAPDB', '0', '1'], ['FLUSHALL'], ['MOVE', at, '1']])
  if (r.chance(0.1)) return [r.pick(['RENAME', 'COPY']), key(r, kind), at]
  if (kind === 'list') {
    return r.pick([
      [r.pick(['LPUSH', 'RPUSH']), at, ...members(r, 1, 3)],
      ['LMOVE', key(r, 'list'), at, side(r), side(r)],
      ['SORT', key(r, 'list'), 'ALPHA', 'STORE', at],
      ['EVAL', 'redis.call("RPUSH", KEYS[1], ARGV[1]) return redis.call("LPUSH", KEYS[1], ARGV[2])', '1', at, 'a', 'b'],
    ])
  }
  if (kind === 'zset') {
    return r.pick([
      ['ZADD', at, `${r.int(0, 9)}`, member(r), `${r.int(0, 9)}`, member(r)],
      ['ZINCRBY', at, '1.5', member(r)],
      ['ZUNIONSTORE', at, '2', key(r, 'zset'), key(r, 'zset')],
    ])
  }
  return r.pick([
    ['XADD', at, '99999999999999-*', 'f', value(r)],
    ['XADD', at, '99999999999999-*', 'f', value(r)],
    ['XGROUP', 'DESTROY', at, 'g1'],
  ])
}

function waiting(r: Random): { kind: 'list' | 'zset' | 'stream'; at: string; wait: () => Command } {
  const kind = r.pick(['list', 'list', 'zset', 'stream'] as const)
  const at = key(r, kind)
  const waiters = { list: ofLists, zset: ofSortedSets, stream: ofStreams }[kind]
  return { kind, at, wait: () => r.pick(waiters)(r, at) }
}

export const waits: readonly Play[] = [
  { weight: 3, make: (r, on) => [{ on, commands: [waiting(r).wait()] }] },
  {
    weight: 12,
    make: (r, on) => {
      const { kind, at, wait } = waiting(r)
      const last = another(r, on)
      const second = CONNECTIONS - on - last
      const served: Command[] = r.many(1, 2, () => serving(r, kind, at))
      return [
        // Where there is nothing yet they wait; a group has to be there first.
        ...r.maybe(0.7, () => [{ on: last, commands: [['DEL', at]] }]),
        ...(kind === 'stream' ? [{ on: last, commands: [['XGROUP', 'CREATE', at, 'g1', '$', 'MKSTREAM']] }] : []),
        { on, commands: [wait(), ...r.maybe(0.2, () => [['GET', key(r)], serving(r, kind, at)])] },
        ...r.maybe(0.4, () => [{ on: second, commands: [wait()] }]),
        ...(r.chance(0.3)
          ? [{ on: last, commands: [['MULTI'], ...served, ...r.maybe(0.3, () => [['DEL', at]]), ['EXEC']] }]
          : served.map((one) => ({ on: last, commands: [one] }))),
      ]
    },
  },
  {
    weight: 6,
    make: (r, on) => {
      const reason = r.maybe(0.6, () => [r.pick(['TIMEOUT', 'ERROR'])])
      return [{ on, commands: [['CLIENT', 'UNBLOCK', idOf(another(r, on)), ...reason]] }]
    },
  },
  { weight: 1, make: (_, on) => [{ on, commands: [['WAIT', '1', '0']] }] },
  {
    weight: 1,
    make: (r, on) => {
      const last = another(r, on)
      const paused = [
        ['SET', key(r), value(r)],
        ['GET', key(r)],
        ['PUBLISH', 'ch1', value(r)],
        ['EVAL', 'return 1', '0'],
      ]
      return [
        { on, commands: [['CLIENT', 'PAUSE', '1000000', 'WRITE']] },
        ...r.many(1, 2, () => ({ on: last, commands: r.many(1, 2, () => r.pick(paused)) })),
        ...r.maybe(0.5, () => [{ on: CONNECTIONS - on - last, commands: [['MULTI'], ['INCR', key(r)], ['EXEC']] }]),
        { on, commands: [['CLIENT', 'UNPAUSE']] },
      ]
    },
  },
]

// Expiry by the clock's own course is switched off on both sides: what has expired goes when someone comes upon it.
const PAUSE_MS = 6
export const expiries: readonly Play[] = [
  {
    weight: 2,
    make: (r, on) => {
      const at = key(r)
      const expiring: Command[] = r.pick([
        [['SET', at, value(r), 'PX', '2']],
        [['PEXPIRE', at, '1']],
        [
          ['RPUSH', at, 'a'],
          ['PEXPIRE', at, '2'],
        ],
        [
          ['HSET', 'h1', 'a', '1', 'b', '2'],
          ['HPEXPIRE', 'h1', '2', 'FIELDS', '1', 'a'],
        ],
        [['HSETEX', 'h2', 'PX', '1', 'FIELDS', '2', 'a', '1', 'b', '2']],
        [
          ['SET', at, 'v', 'PX', '2'],
          ['WATCH', at],
        ],
      ])
      const touch: Command[] = [
        ...[['GET', at], ['EXISTS', at], ['TYPE', at], ['DEL', at], ['TTL', at], ['DBSIZE'], ['SET', at, 'v', 'NX']],
        ...[
          ['HGETALL', 'h1'],
          ['HLEN', 'h1'],
          ['HEXISTS', 'h1', 'a'],
          ['HGET', 'h2', 'a'],
          ['HTTL', 'h1', 'FIELDS', '1', 'a'],
        ],
        ...[
          ['RPUSH', at, 'b'],
          ['RENAME', at, 's1'],
          ['COPY', at, 's2', 'REPLACE'],
          ['PERSIST', at],
          ['INFO', 'KEYSPACE'],
        ],
        ['EVAL', 'return {redis.call("EXISTS", KEYS[1]), redis.call("TYPE", KEYS[1])}', '1', at],
      ]
      return [
        { on, commands: expiring, pause: PAUSE_MS },
        ...r.maybe(0.3, () => [{ on, commands: [['MULTI'], r.pick(touch), ['EXEC']] }]),
        ...r.many(1, 3, () => ({ on: anyone(r), commands: [r.pick(touch)] })),
        // At the latest here, before a scan comes upon more than one of them in the order of a hash table.
        { on: anyone(r), commands: [['EXISTS', at]] },
      ]
    },
  },
]
