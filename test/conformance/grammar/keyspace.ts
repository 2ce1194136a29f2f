import type { Random } from '../random.ts'
import type { Argument } from '../sequence.ts'
import { payloads } from './payloads.ts'
import { command, fixed, type Production, together } from './production.ts'
import {
  database,
  index,
  key,
  keys,
  member,
  milliseconds,
  pattern,
  seconds,
  unixMilliseconds,
  unixSeconds,
  value,
  wholeScan,
} from './values.ts'

const condition = (r: Random) => r.maybe(0.3, () => [r.pick(['NX', 'XX', 'GT', 'LT', 'gt'])])
const anyKey = (r: Random) => key(r)

/** Options of SORT; `BY` and `GET` patterns are over the weights and hashes that are set further down. */
function sortOptions(r: Random, stored: boolean): Argument[] {
  const by = r.maybe(0.5, () => ['BY', r.pick(['w_*', 'w_*', 'h_*->f', 'none_*', 'nosort'])])
  const alpha = r.maybe(0.6, () => ['ALPHA'])
  // What BY finds equal, as nothing at all or by its text, stays in the source's order, which may be a hash table's: it
  // must not be cut by LIMIT, or kept. By number the elements themselves decide.
  const loose = by[1] === 'nosort' || (by.length > 0 && alpha.length > 0)
  return [
    ...(loose && stored ? [] : by),
    ...(loose && !stored ? [] : r.maybe(0.3, () => ['LIMIT', index(r), index(r)])),
    ...r.many(0, 2, () => ['GET', r.pick(['#', 'w_*', 'h_*->f', 'h_*->', '*'])]).flat(),
    ...r.maybe(0.3, () => [r.pick(['ASC', 'DESC'])]),
    ...alpha,
  ]
}

const sortable = (r: Random) => key(r, r.pick(['list', 'set', 'zset'] as const))

/** Whole payloads of values at hand are made by DUMP inside a script, see script-sources.ts. */
function payload(r: Random): Argument {
  return r.chance(0.9) ? r.pick(payloads) : value(r)
}

export const keyspace: readonly Production[] = [
  command(3, (r) => ['DEL', ...r.many(1, 3, () => anyKey(r))]),
  command(1, (r) => ['UNLINK', ...r.many(1, 3, () => anyKey(r))]),
  command(2, (r) => [r.pick(['EXISTS', 'TOUCH']), ...r.many(1, 4, () => anyKey(r))]),
  command(3, (r) => ['TYPE', anyKey(r)]),
  command(5, (r) => ['OBJECT', 'ENCODING', anyKey(r)]),
  command(1, (r) => ['OBJECT', r.pick(['IDLETIME', 'FREQ']), anyKey(r)]),
  command(1, (r) => ['OBJECT', 'REFCOUNT', anyKey(r)]),
  command(4, (r) => ['DUMP', anyKey(r)]),
  command(3, (r) => [r.pick(['RENAME', 'RENAMENX']), anyKey(r), anyKey(r)]),
  command(4, (r) => [
    ...['COPY', anyKey(r), anyKey(r)],
    ...r.maybe(0.3, () => ['DB', database(r)]),
    ...r.maybe(0.5, () => ['REPLACE']),
  ]),
  command(2, (r) => ['MOVE', anyKey(r), database(r)]),
  command(2, (r) => ['SELECT', database(r)]),
  command(1, (r) => ['SWAPDB', database(r), database(r)]),
  command(2, (r) => ['EXPIRE', anyKey(r), seconds(r), ...condition(r)]),
  command(2, (r) => ['PEXPIRE', anyKey(r), milliseconds(r), ...condition(r)]),
  command(3, (r) => ['EXPIREAT', anyKey(r), unixSeconds(r), ...condition(r)]),
  command(3, (r) => ['PEXPIREAT', anyKey(r), unixMilliseconds(r), ...condition(r)]),
  command(3, (r) => [r.pick(['TTL', 'PTTL', 'EXPIRETIME', 'PEXPIRETIME']), anyKey(r)]),
  command(2, (r) => ['PERSIST', anyKey(r)]),
  command(2, (r) => ['KEYS', pattern(r)]),
  command(2, () => ['DBSIZE']),
  fixed(2, (r) => [
    ...['SCAN', ...wholeScan(r)],
    ...r.maybe(0.3, () => ['TYPE', r.pick(['string', 'list', 'set', 'zset', 'hash', 'stream', 'nothing'])]),
  ]),
  fixed(5, (r) => [r.pick(['SORT', 'SORT_RO']), sortable(r), ...sortOptions(r, false)]),
  fixed(2, (r) => ['SORT', sortable(r), ...sortOptions(r, true), 'STORE', key(r, 'list')]),
  together(2, (r) => [
    ['MSET', ...['a', 'b', 'c', '1', '2', '3', 'foo'].flatMap((name) => [`w_${name}`, `${r.int(0, 99)}`])],
    ['HSET', `h_${r.pick(['a', 'b', '1', '2'])}`, 'f', value(r)],
  ]),
  command(2, (r) => [
    ...['RESTORE', anyKey(r), r.pick(['0', '1000000', '-1', 'x']), payload(r)],
    ...r.maybe(0.5, () => ['REPLACE']),
    ...r.maybe(0.2, () => [r.pick(['ABSTTL', 'IDLETIME', 'FREQ'])]),
  ]),
  command(0.5, (r) => ['MEMORY', 'USAGE', anyKey(r), ...r.maybe(0.3, () => ['SAMPLES', `${r.int(-1, 5)}`])]),
  command(0.3, (r) => [r.pick(['FLUSHDB', 'FLUSHALL']), ...r.maybe(0.6, () => [r.pick(['SYNC', 'ASYNC', 'NOW'])])]),
  fixed(0.5, () => ['INFO', 'KEYSPACE']),
  fixed(0.5, () => ['CLUSTERSCAN', '0']),
  // Without the argument too many it would answer at random; scripts do that, and check the answer.
  fixed(0.3, (r) => ['RANDOMKEY', member(r)]),
  command(1, (r) => ['DEL', ...keys(r)]),
]
