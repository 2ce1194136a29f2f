import type { Random } from '../random.ts'
import { command, fixed, type Production } from './production.ts'
import {
  counted,
  expiry,
  float,
  integer,
  key,
  member,
  members,
  milliseconds,
  seconds,
  unixMilliseconds,
  unixSeconds,
  value,
  wholeScan,
} from './values.ts'

const hash = (r: Random) => key(r, 'hash')
const fields = (r: Random) => ['FIELDS', ...counted(r, members(r, 1, 3))]
const condition = (r: Random) => r.maybe(0.3, () => [r.pick(['NX', 'XX', 'GT', 'LT', 'nx'])])

export const hashes: readonly Production[] = [
  command(8, (r) => ['HSET', hash(r), ...r.many(1, 4, () => [member(r), value(r)]).flat()]),
  command(1, (r) => ['HSET', hash(r), ...r.many(8, 20, () => [member(r), value(r)]).flat()]),
  command(1, (r) => ['HMSET', hash(r), ...r.many(1, 3, () => [member(r), value(r)]).flat()]),
  command(2, (r) => ['HSETNX', hash(r), member(r), value(r)]),
  command(3, (r) => ['HGET', hash(r), member(r)]),
  command(2, (r) => ['HMGET', hash(r), ...members(r)]),
  command(4, (r) => ['HGETALL', hash(r)]),
  command(2, (r) => [r.pick(['HKEYS', 'HVALS']), hash(r)]),
  command(3, (r) => ['HDEL', hash(r), ...members(r)]),
  command(2, (r) => ['HEXISTS', hash(r), member(r)]),
  command(2, (r) => ['HLEN', hash(r)]),
  command(2, (r) => ['HSTRLEN', hash(r), member(r)]),
  command(3, (r) => ['HINCRBY', hash(r), member(r), integer(r)]),
  command(4, (r) => ['HINCRBYFLOAT', hash(r), member(r), float(r)]),
  fixed(2, (r) => ['HSCAN', hash(r), ...wholeScan(r), ...r.maybe(0.3, () => ['NOVALUES'])]),
  fixed(2, (r) => [
    ...['HRANDFIELD', hash(r)],
    ...r.maybe(0.9, () => [r.pick(['1000', '-4', '2', '0', 'x']), ...r.maybe(0.4, () => ['WITHVALUES'])]),
  ]),
  command(3, (r) => ['HEXPIRE', hash(r), seconds(r), ...condition(r), ...fields(r)]),
  command(2, (r) => ['HPEXPIRE', hash(r), milliseconds(r), ...condition(r), ...fields(r)]),
  command(4, (r) => ['HEXPIREAT', hash(r), unixSeconds(r), ...condition(r), ...fields(r)]),
  command(4, (r) => ['HPEXPIREAT', hash(r), unixMilliseconds(r), ...condition(r), ...fields(r)]),
  command(4, (r) => [r.pick(['HTTL', 'HPTTL', 'HEXPIRETIME', 'HPEXPIRETIME']), hash(r), ...fields(r)]),
  command(2, (r) => ['HPERSIST', hash(r), ...fields(r)]),
  command(3, (r) => [
    'HGETEX',
    hash(r),
    ...r.maybe(0.7, () => (r.chance(0.2) ? ['PERSIST'] : expiry(r))),
    ...fields(r),
  ]),
  command(2, (r) => ['HGETDEL', hash(r), ...fields(r)]),
  command(4, (r) => {
    const pairs = r.many(1, 3, () => [member(r), value(r)])
    return [
      ...['HSETEX', hash(r)],
      ...r.maybe(0.2, () => [r.pick(['NX', 'XX'])]),
      ...r.maybe(0.2, () => [r.pick(['FNX', 'FXX'])]),
      ...r.maybe(0.7, () => (r.chance(0.2) ? ['KEEPTTL'] : expiry(r))),
      ...['FIELDS', r.chance(0.95) ? `${pairs.length}` : integer(r), ...pairs.flat()],
    ]
  }),
]
