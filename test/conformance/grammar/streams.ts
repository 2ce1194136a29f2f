import type { Random } from '../random.ts'
import { command, fixed, type Production } from './production.ts'
import { BOUNDARIES, count, key, member, value } from './values.ts'

const stream = (r: Random) => key(r, 'stream')
const group = (r: Random) => r.pick(['g1', 'g1', 'g2', 'none'])
const consumer = (r: Random) => r.pick(['alice', 'bob', 'carol', ''])
// Nothing in a sequence is older than an hour, and everything is at least this old: no answer hangs on the clock.
const minIdle = (r: Random) =>
  r.chance(0.9) ? r.pick(['0', '0', '3600000']) : r.pick(['-1', 'x', '9223372036854775807'])

/** An entry ID of a few, so that they meet; never `*`, which is the time. */
function id(r: Random): string {
  if (r.chance(0.85)) return `${r.int(0, 6)}-${r.int(0, 4)}`
  return r.chance(0.7)
    ? `${r.int(0, 6)}`
    : r.pick(['0-0', '18446744073709551615-18446744073709551615', '-', '1-', '1-2-3', 'x'])
}

function newId(r: Random): string {
  return r.chance(0.6) ? `${r.int(1, 40)}-${r.chance(0.4) ? '*' : r.int(0, 5)}` : id(r)
}

function bound(r: Random): string {
  return r.chance(0.4) ? r.pick(['-', '+', '-', '+', '(', '(-']) : `${r.chance(0.2) ? '(' : ''}${id(r)}`
}

function trim(r: Random): string[] {
  const sign = r.maybe(0.6, () => [r.pick(['=', '~'])])
  const threshold = r.chance(0.6) ? ['MAXLEN', ...sign, count(r)] : ['MINID', ...sign, id(r)]
  return [...threshold, ...r.maybe(0.2, () => ['LIMIT', count(r)])]
}

const limit = (r: Random) => r.maybe(0.4, () => ['COUNT', count(r)])
const ids = (r: Random, most = 3) => r.many(1, most, () => id(r))

function sources(r: Random, mark: string): string[] {
  const from = r.many(1, 2, () => stream(r))
  return ['STREAMS', ...from, ...from.map(() => (r.chance(0.5) ? mark : id(r))), ...r.maybe(0.03, () => ['0'])]
}

export const streams: readonly Production[] = [
  command(10, (r) => [
    ...['XADD', stream(r)],
    ...r.maybe(0.1, () => ['NOMKSTREAM']),
    ...r.maybe(0.25, () => trim(r)),
    newId(r),
    ...r.many(1, 3, () => [member(r), value(r)]).flat(),
  ]),
  // The same fields again and again are what the encoding of a stream is made for.
  command(5, (r) => ['XADD', stream(r), `${r.int(1, 60)}-*`, 'f', `${r.int(0, 9)}`, 'name', member(r)]),
  command(2, (r) => ['XLEN', stream(r)]),
  command(4, (r) => ['XRANGE', stream(r), bound(r), bound(r), ...limit(r)]),
  command(2, (r) => ['XRANGE', stream(r), '-', '+']),
  command(3, (r) => ['XREVRANGE', stream(r), bound(r), bound(r), ...limit(r)]),
  command(3, (r) => ['XDEL', stream(r), ...ids(r)]),
  command(3, (r) => ['XTRIM', stream(r), ...trim(r)]),
  command(3, (r) => ['XREAD', ...limit(r), ...sources(r, r.pick(['0', '$', '+']))]),
  command(2, (r) => [
    ...['XSETID', stream(r), id(r)],
    ...r.maybe(0.3, () => ['ENTRIESADDED', r.chance(0.8) ? `${r.int(0, 40)}` : r.pick(BOUNDARIES)]),
    ...r.maybe(0.3, () => ['MAXDELETEDID', id(r)]),
  ]),
  command(6, (r) => [
    ...['XGROUP', 'CREATE', stream(r), group(r), r.pick(['0', '$', id(r)])],
    ...r.maybe(0.5, () => ['MKSTREAM']),
    ...r.maybe(0.2, () => ['ENTRIESREAD', r.pick(['0', '-1', '5', '-2', 'x', '9223372036854775807'])]),
  ]),
  command(2, (r) => ['XGROUP', 'CREATECONSUMER', stream(r), group(r), consumer(r)]),
  command(1, (r) => ['XGROUP', 'DELCONSUMER', stream(r), group(r), consumer(r)]),
  command(0.7, (r) => ['XGROUP', 'DESTROY', stream(r), group(r)]),
  command(2, (r) => {
    const read = r.maybe(0.2, () => ['ENTRIESREAD', `${r.int(-1, 20)}`])
    return ['XGROUP', 'SETID', stream(r), group(r), r.pick(['0', '$', id(r)]), ...read]
  }),
  command(7, (r) => [
    ...['XREADGROUP', 'GROUP', group(r), consumer(r), ...limit(r)],
    ...r.maybe(0.15, () => ['NOACK']),
    ...sources(r, '>'),
  ]),
  command(3, (r) => ['XACK', stream(r), group(r), ...ids(r)]),
  command(2, (r) => ['XPENDING', stream(r), group(r)]),
  command(4, (r) => {
    const idle = r.maybe(0.2, () => ['IDLE', minIdle(r)])
    const page = [bound(r), bound(r), count(r)]
    return ['XPENDING', stream(r), group(r), ...idle, ...page, ...r.maybe(0.3, () => [consumer(r)])]
  }),
  command(4, (r) => [
    ...['XCLAIM', stream(r), group(r), consumer(r), minIdle(r), ...ids(r)],
    ...r.maybe(0.2, () => (r.chance(0.5) ? ['IDLE', '1000'] : ['TIME', '1700000000000'])),
    ...r.maybe(0.2, () => ['RETRYCOUNT', count(r)]),
    ...r.maybe(0.3, () => ['FORCE']),
    ...r.maybe(0.3, () => ['JUSTID']),
    ...r.maybe(0.1, () => ['LASTID', id(r)]),
  ]),
  command(4, (r) => [
    ...['XAUTOCLAIM', stream(r), group(r), consumer(r), minIdle(r), r.chance(0.5) ? '0' : id(r)],
    ...r.maybe(0.3, () => ['COUNT', count(r)]),
    ...r.maybe(0.3, () => ['JUSTID']),
  ]),
  command(3, (r) => ['XINFO', 'STREAM', stream(r), ...r.maybe(0.6, () => ['FULL', ...limit(r)])]),
  command(2, (r) => ['XINFO', r.pick(['GROUPS', 'groups']), stream(r)]),
  command(2, (r) => ['XINFO', 'CONSUMERS', stream(r), group(r)]),
  // Waits at most a millisecond, and not at all where there is something to read.
  fixed(0.2, (r) => ['XREAD', 'BLOCK', r.pick(['1', '-1', 'x']), 'STREAMS', stream(r), r.pick(['0', '$', '+'])]),
  fixed(0.2, (r) => ['XREADGROUP', 'GROUP', group(r), consumer(r), 'BLOCK', '1', 'STREAMS', stream(r), '>']),
]
