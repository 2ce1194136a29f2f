import type { Random } from '../random.ts'
import { command, fixed, type Production } from './production.ts'
import { count, counted, index, integer, key, keys, member, members, value } from './values.ts'

const list = (r: Random) => key(r, 'list')
const side = (r: Random) => r.pick(['LEFT', 'RIGHT', 'left', 'RIGHT'])
/** A timeout that ends at once, or is refused: a sequence must not wait long. (-0.001 is rounded to 0: for ever.) */
export const timeout = (r: Random) => (r.chance(0.8) ? '0.001' : r.pick(['-1', 'abc', 'nan', '1e400', '', '-0.01']))

export const lists: readonly Production[] = [
  command(8, (r) => [r.pick(['LPUSH', 'RPUSH']), list(r), ...members(r)]),
  command(2, (r) => ['RPUSH', list(r), ...r.many(10, 40, () => value(r))]),
  command(2, (r) => [r.pick(['LPUSHX', 'RPUSHX']), list(r), ...members(r)]),
  command(4, (r) => [r.pick(['LPOP', 'RPOP']), list(r), ...r.maybe(0.4, () => [count(r)])]),
  command(5, (r) => ['LRANGE', list(r), index(r), index(r)]),
  command(3, (r) => ['LRANGE', list(r), '0', '-1']),
  command(3, (r) => ['LINDEX', list(r), index(r)]),
  command(3, (r) => ['LINSERT', list(r), r.pick(['BEFORE', 'AFTER', 'after', 'AT']), member(r), value(r)]),
  command(2, (r) => ['LLEN', list(r)]),
  command(4, (r) => ['LMOVE', list(r), list(r), side(r), side(r)]),
  command(2, (r) => ['RPOPLPUSH', list(r), list(r)]),
  command(4, (r) => ['LMPOP', ...counted(r, keys(r, 'list')), side(r), ...r.maybe(0.5, () => ['COUNT', count(r)])]),
  command(5, (r) => [
    ...['LPOS', list(r), member(r)],
    ...r.maybe(0.4, () => ['RANK', index(r)]),
    ...r.maybe(0.4, () => ['COUNT', count(r)]),
    ...r.maybe(0.3, () => ['MAXLEN', count(r)]),
  ]),
  command(3, (r) => ['LREM', list(r), integer(r), member(r)]),
  command(3, (r) => ['LSET', list(r), index(r), value(r)]),
  command(2, (r) => ['LTRIM', list(r), index(r), index(r)]),
  fixed(0.3, (r) => [r.pick(['BLPOP', 'BRPOP']), ...keys(r, 'list'), timeout(r)]),
  fixed(0.3, (r) => ['BLMOVE', list(r), list(r), side(r), side(r), timeout(r)]),
  fixed(0.3, (r) => ['BRPOPLPUSH', list(r), list(r), timeout(r)]),
  fixed(0.3, (r) => [
    'BLMPOP',
    timeout(r),
    ...counted(r, keys(r, 'list')),
    side(r),
    ...r.maybe(0.3, () => ['COUNT', '2']),
  ]),
]
