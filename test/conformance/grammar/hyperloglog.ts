import type { Random } from '../random.ts'
import { command, type Production } from './production.ts'
import { key, keys, member, members, value } from './values.ts'

const log = (r: Random) => key(r, 'log')

export const hyperloglogs: readonly Production[] = [
  command(8, (r) => ['PFADD', log(r), ...members(r, 0)]),
  command(3, (r) => ['PFADD', log(r), ...Array.from({ length: r.int(20, 60) }, () => `${r.word()}`)]),
  command(4, (r) => ['PFCOUNT', ...keys(r, 'log')]),
  command(4, (r) => ['PFMERGE', log(r), ...r.many(0, 3, () => log(r))]),
  command(1, (r) => ['PFDEBUG', r.pick(['ENCODING', 'DECODE', 'TODENSE', 'NONE']), log(r)]),
  // A log is a string, and a string that is no log is refused.
  command(1, (r) => ['STRLEN', log(r)]),
  command(0.6, (r) => ['SETRANGE', log(r), `${r.int(0, 40)}`, member(r)]),
  command(0.6, (r) => ['SET', log(r), r.chance(0.5) ? value(r) : `HYLL${'\0'.repeat(12)}`]),
  command(0.6, (r) => ['APPEND', log(r), value(r)]),
]
