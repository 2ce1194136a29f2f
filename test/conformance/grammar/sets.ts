import type { Random } from '../random.ts'
import { command, fixed, type Production } from './production.ts'
import { count, counted, key, keys, member, members, wholeScan } from './values.ts'

const set = (r: Random) => key(r, 'set')
const algebra = (r: Random) => r.pick(['SUNION', 'SINTER', 'SDIFF'])

export const sets: readonly Production[] = [
  command(8, (r) => ['SADD', set(r), ...members(r)]),
  command(4, (r) => ['SADD', set(r), ...r.many(1, 9, () => `${r.int(-5, 70000)}`)]),
  command(3, (r) => ['SREM', set(r), ...members(r)]),
  command(2, (r) => ['SCARD', set(r)]),
  command(2, (r) => ['SISMEMBER', set(r), member(r)]),
  command(2, (r) => ['SMISMEMBER', set(r), ...members(r)]),
  command(4, (r) => ['SMEMBERS', set(r)]),
  command(3, (r) => ['SMOVE', set(r), set(r), member(r)]),
  command(5, (r) => [algebra(r), ...keys(r, 'set')]),
  command(5, (r) => [`${algebra(r)}STORE`, set(r), ...keys(r, 'set')]),
  command(3, (r) => ['SINTERCARD', ...counted(r, keys(r, 'set')), ...r.maybe(0.5, () => ['LIMIT', count(r)])]),
  fixed(2, (r) => ['SSCAN', set(r), ...wholeScan(r)]),
  // Any other count would leave a set behind that depends on chance.
  fixed(2, (r) => ['SPOP', set(r), r.pick(['0', '1000', '100000', '-1', 'x'])]),
  fixed(3, (r) => ['SRANDMEMBER', set(r), ...r.maybe(0.9, () => [r.pick(['1000', '1000', '-3', '2', '0', 'x'])])]),
]
