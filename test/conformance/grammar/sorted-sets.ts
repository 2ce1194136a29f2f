import type { Random } from '../random.ts'
import type { Argument } from '../sequence.ts'
import { timeout } from './lists.ts'
import { command, fixed, type Production } from './production.ts'
import { count, counted, float, index, key, keys, member, members, value, wholeScan } from './values.ts'

const sorted = (r: Random) => key(r, 'zset')
const end = (r: Random) => r.pick(['MIN', 'MAX', 'min'])
const limit = (r: Random) => r.maybe(0.3, () => ['LIMIT', index(r), index(r)])
const withScores = (r: Random) => r.maybe(0.5, () => [r.pick(['WITHSCORES', 'withscores'])])
const scored = (r: Random, most = 5) => r.many(1, most, () => [float(r), member(r)]).flat()

function scoreBound(r: Random): string {
  return r.chance(0.3) ? r.pick(['-inf', '+inf', '(-inf', '(inf']) : `${r.chance(0.3) ? '(' : ''}${float(r)}`
}

function lexBound(r: Random): Argument {
  if (r.chance(0.3)) return r.pick(['-', '+', '-', '+', '', '(', '[', 'a'])
  const bound = member(r)
  return typeof bound === 'string' ? `${r.pick(['[', '('])}${bound}` : Buffer.concat([Buffer.from('['), bound])
}

function range(r: Random): Argument[] {
  const by = r.maybe(0.5, () => ['BYSCORE'])
  const bound = by.length === 0 ? index : scoreBound
  return [bound(r), bound(r), ...by, ...r.maybe(0.3, () => ['REV']), ...limit(r)]
}

function weights(r: Random, number: number): string[] {
  return [
    ...r.maybe(0.4, () => ['WEIGHTS', ...Array.from({ length: number }, () => float(r))]),
    ...r.maybe(0.4, () => ['AGGREGATE', r.pick(['SUM', 'MIN', 'MAX', 'sum', 'AVG'])]),
  ]
}

// Sets take part in these too, with a score of one each.
const sources = (r: Random) => r.many(1, 3, () => key(r, r.chance(0.8) ? 'zset' : 'set'))

// The engine leaves open what a range by member finds among unequal scores, and then it hangs on the random heights of a
// skip list. So those commands have keys of their own, in which every score is zero; the third holds no sorted set.
const equalScores = (r: Random) => r.pick(['y1', 'y1', 'y2', 'y2', 'y3'])
const lexRange = (r: Random) => [lexBound(r), lexBound(r), 'BYLEX', ...r.maybe(0.3, () => ['REV']), ...limit(r)]

const byMember: readonly Production[] = [
  fixed(6, (r) => ['ZADD', equalScores(r), ...r.many(1, 8, () => ['0', member(r)]).flat()]),
  fixed(1, (r) => ['SET', 'y3', value(r)]),
  fixed(2, (r) => ['ZREM', equalScores(r), ...members(r)]),
  fixed(3, (r) => ['ZLEXCOUNT', equalScores(r), lexBound(r), lexBound(r), ...r.maybe(0.02, () => ['x'])]),
  fixed(4, (r) => [r.pick(['ZRANGEBYLEX', 'ZREVRANGEBYLEX']), equalScores(r), lexBound(r), lexBound(r), ...limit(r)]),
  fixed(4, (r) => ['ZRANGE', equalScores(r), ...lexRange(r), ...r.maybe(0.05, () => ['WITHSCORES'])]),
  fixed(3, (r) => ['ZRANGESTORE', r.chance(0.5) ? sorted(r) : equalScores(r), equalScores(r), ...lexRange(r)]),
  fixed(2, (r) => ['ZREMRANGEBYLEX', equalScores(r), lexBound(r), lexBound(r)]),
]

export const sortedSets: readonly Production[] = [
  ...byMember,
  command(8, (r) => ['ZADD', sorted(r), ...scored(r)]),
  command(2, (r) => ['ZADD', sorted(r), ...r.many(3, 8, () => ['0', member(r)]).flat()]),
  command(5, (r) => [
    ...['ZADD', sorted(r)],
    ...r.maybe(0.4, () => [r.pick(['NX', 'XX'])]),
    ...r.maybe(0.4, () => [r.pick(['GT', 'LT'])]),
    ...r.maybe(0.4, () => ['CH']),
    ...(r.chance(0.3) ? ['INCR', ...scored(r, 1)] : scored(r, 3)),
  ]),
  command(3, (r) => ['ZINCRBY', sorted(r), float(r), member(r)]),
  command(2, (r) => ['ZREM', sorted(r), ...members(r)]),
  command(2, (r) => ['ZCARD', sorted(r)]),
  command(2, (r) => ['ZSCORE', sorted(r), member(r)]),
  command(2, (r) => ['ZMSCORE', sorted(r), ...members(r)]),
  command(3, (r) => [r.pick(['ZRANK', 'ZREVRANK']), sorted(r), member(r), ...r.maybe(0.4, () => ['WITHSCORE'])]),
  command(2, (r) => ['ZCOUNT', sorted(r), scoreBound(r), scoreBound(r)]),
  command(5, (r) => ['ZRANGE', sorted(r), ...range(r), ...withScores(r)]),
  command(3, (r) => ['ZRANGE', sorted(r), '0', '-1', 'WITHSCORES']),
  command(4, (r) => ['ZRANGESTORE', sorted(r), sorted(r), ...range(r)]),
  command(3, (r) => {
    const bounds = [scoreBound(r), scoreBound(r)]
    return [r.pick(['ZRANGEBYSCORE', 'ZREVRANGEBYSCORE']), sorted(r), ...bounds, ...withScores(r), ...limit(r)]
  }),
  command(2, (r) => ['ZREVRANGE', sorted(r), index(r), index(r), ...withScores(r)]),
  command(1, (r) => ['ZREMRANGEBYRANK', sorted(r), index(r), index(r)]),
  command(1, (r) => ['ZREMRANGEBYSCORE', sorted(r), scoreBound(r), scoreBound(r)]),
  command(3, (r) => [r.pick(['ZPOPMIN', 'ZPOPMAX']), sorted(r), ...r.maybe(0.5, () => [count(r)])]),
  command(3, (r) => ['ZMPOP', ...counted(r, keys(r, 'zset')), end(r), ...r.maybe(0.5, () => ['COUNT', count(r)])]),
  command(5, (r) => {
    const from = sources(r)
    return [r.pick(['ZUNION', 'ZINTER']), ...counted(r, from), ...weights(r, from.length), ...withScores(r)]
  }),
  command(6, (r) => {
    const from = sources(r)
    return [r.pick(['ZUNIONSTORE', 'ZINTERSTORE']), sorted(r), ...counted(r, from), ...weights(r, from.length)]
  }),
  command(2, (r) => ['ZDIFF', ...counted(r, sources(r)), ...withScores(r)]),
  command(2, (r) => ['ZDIFFSTORE', sorted(r), ...counted(r, sources(r))]),
  command(2, (r) => ['ZINTERCARD', ...counted(r, sources(r)), ...r.maybe(0.5, () => ['LIMIT', count(r)])]),
  command(1, (r) => ['ZADD', sorted(r), ...r.many(8, 20, () => [float(r), value(r)]).flat()]),
  fixed(2, (r) => ['ZSCAN', sorted(r), ...wholeScan(r), ...r.maybe(0.2, () => ['NOSCORES'])]),
  fixed(2, (r) => [
    ...['ZRANDMEMBER', sorted(r)],
    ...r.maybe(0.9, () => [r.pick(['1000', '-4', '2', '0', 'x']), ...r.maybe(0.4, () => ['WITHSCORES'])]),
  ]),
  fixed(0.3, (r) => [r.pick(['BZPOPMIN', 'BZPOPMAX']), ...keys(r, 'zset'), timeout(r)]),
  fixed(0.3, (r) => [
    'BZMPOP',
    timeout(r),
    ...counted(r, keys(r, 'zset')),
    end(r),
    ...r.maybe(0.3, () => ['COUNT', '2']),
  ]),
]
