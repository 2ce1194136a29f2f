import type { Random } from '../random.ts'
import type { Step } from '../sequence.ts'
import { fixed, type Production, together } from './production.ts'
import { key, value } from './values.ts'

/** Transactions, whole and in pieces; `inner` makes what stands between `MULTI` and `EXEC`. */
export function transactions(inner: (r: Random) => Step): readonly Production[] {
  return [
    together(8, (r) => [
      ...r.maybe(0.4, () => [['WATCH', key(r), key(r)]]),
      // A watched key that changes before EXEC, were it by its own connection, makes EXEC answer nil.
      ...r.maybe(0.2, () => [['SET', key(r), value(r)]]),
      ['MULTI'],
      ...r.many(0, 5, () => inner(r)).flat(),
      [r.chance(0.85) ? 'EXEC' : 'DISCARD'],
    ]),
    together(2, (r) => [
      ['MULTI'],
      ...r.many(1, 3, () => inner(r)).flat(),
      r.pick([['NOSUCH'], ['GET'], ['WATCH', key(r)], ['MULTI'], ['RESET']]),
      ...inner(r),
      ['EXEC'],
    ]),
    // Inside a transaction nothing waits, so blocking commands may have any timeout.
    together(2, (r) => [
      ['MULTI'],
      r.pick([
        ['BLPOP', key(r, 'list'), '0'],
        ['BRPOPLPUSH', key(r, 'list'), key(r, 'list'), '100'],
        ['BLMOVE', key(r, 'list'), key(r, 'list'), 'LEFT', 'RIGHT', '0'],
        ['BLMPOP', '0', '1', key(r, 'list'), 'LEFT'],
        ['BZPOPMIN', key(r, 'zset'), '0'],
        ['BZMPOP', '0', '2', key(r, 'zset'), key(r, 'zset'), 'MAX'],
        ['XREAD', 'BLOCK', '0', 'STREAMS', key(r, 'stream'), '$'],
        ['WAIT', '1', '1000'],
      ]),
      ['EXEC'],
    ]),
    fixed(0.7, () => ['MULTI']),
    fixed(1, () => ['EXEC']),
    fixed(0.5, () => ['DISCARD']),
    fixed(1, (r) => ['WATCH', key(r), key(r)]),
    fixed(0.5, () => ['UNWATCH']),
  ]
}
