/** Connections that are told what others do: messages, keyspace events, invalidations. */
import type { Random } from '../random.ts'
import { type Command, idOf } from '../sequence.ts'
import { another, anyone, type Play } from './play.ts'
import { command, fixed, type Production, together } from './production.ts'
import { key, keys, value } from './values.ts'

const channel = (r: Random) => r.pick(['ch1', 'ch2', 'news', 's1'])
const channelPattern = (r: Random) => r.pick(['ch*', '*', 'n?ws', '[cn]*', 'ch1', '__key*__:*', '__keyevent@?__:*'])
const shard = (r: Random) => r.pick(['sh1', 'sh2'])
const EVENTS = ['KEA', 'KEA', 'KEA', 'Kg$', 'Elshzxetd', 'KEAmn', 'Kx', 'Q', '']

export const subscriptions: readonly Production[] = [
  fixed(5, (r) => ['SUBSCRIBE', ...r.many(1, 3, () => channel(r))]),
  fixed(5, (r) => ['PSUBSCRIBE', ...r.many(1, 2, () => channelPattern(r))]),
  fixed(3, (r) => ['SSUBSCRIBE', ...r.many(1, 2, () => shard(r))]),
  fixed(3, (r) => ['UNSUBSCRIBE', ...r.maybe(0.6, () => r.many(1, 2, () => channel(r)))]),
  fixed(3, (r) => ['PUNSUBSCRIBE', ...r.maybe(0.6, () => r.many(1, 2, () => channelPattern(r)))]),
  fixed(2, (r) => ['SUNSUBSCRIBE', ...r.maybe(0.6, () => [shard(r)])]),
  together(4, () => [['UNSUBSCRIBE'], ['PUNSUBSCRIBE'], ['SUNSUBSCRIBE']]),
  command(12, (r) => ['PUBLISH', channel(r), value(r)]),
  command(5, (r) => ['SPUBLISH', shard(r), value(r)]),
  fixed(1, (r) => ['EVAL', 'return redis.call("PUBLISH", KEYS[1], ARGV[1])', '1', channel(r), value(r)]),
  together(2, (r) => [
    ['MULTI'],
    ['PUBLISH', channel(r), 'a'],
    ['SPUBLISH', shard(r), 'b'],
    ['INCR', key(r)],
    ['EXEC'],
  ]),
  // One channel each, so that EXEC has as many replies as there were commands.
  together(1, (r) => [
    ['MULTI'],
    ['SUBSCRIBE', channel(r)],
    ['PSUBSCRIBE', channelPattern(r)],
    ['PUBLISH', channel(r), 'm'],
    ['EXEC'],
  ]),
  fixed(2, (r) => ['PUBSUB', r.pick(['CHANNELS', 'SHARDCHANNELS']), ...r.maybe(0.5, () => [channelPattern(r)])]),
  fixed(2, (r) => ['PUBSUB', r.pick(['NUMSUB', 'SHARDNUMSUB']), channel(r), shard(r)]),
  fixed(1, () => ['PUBSUB', 'NUMPAT']),
  fixed(3, (r) => ['CONFIG', 'SET', 'notify-keyspace-events', r.pick(EVENTS)]),
  fixed(1, () => ['PING']),
  fixed(1, () => ['RESET']),
]

const track = (r: Random, redirect: string[]): Command => {
  if (r.chance(0.15)) return ['CLIENT', 'TRACKING', r.pick(['OFF', 'OFF', 'MAYBE'])]
  const prefixes = r
    .pick([[], [], ['s'], ['s', 'l'], ['z', 'h', 'x'], ['s', 's1']])
    .flatMap((prefix) => ['PREFIX', prefix])
  const mode = r.pick([
    [],
    [],
    ['BCAST', ...prefixes],
    ['BCAST', ...prefixes],
    ['OPTIN'],
    ['OPTOUT'],
    ['OPTIN', 'OPTOUT'],
  ])
  return ['CLIENT', 'TRACKING', 'ON', ...r.shuffled([mode, redirect, r.maybe(0.3, () => ['NOLOOP'])]).flat()]
}

export const tracking: readonly Play[] = [
  {
    weight: 6,
    make: (r, on) => {
      const redirect = r.maybe(0.3, () => ['REDIRECT', idOf(another(r, on))])
      return [{ on, commands: [track(r, [...redirect])] }]
    },
  },
  {
    weight: 3,
    make: (r, on) => {
      const to = another(r, on)
      return [
        { on: to, commands: [['SUBSCRIBE', '__redis__:invalidate']] },
        { on, commands: [track(r, ['REDIRECT', idOf(to)]), ['GET', key(r)]] },
      ]
    },
  },
  {
    weight: 3,
    make: (r, on) => [
      {
        on,
        commands: [
          ['CLIENT', 'CACHING', r.pick(['YES', 'NO'])],
          ['GET', key(r)],
        ],
      },
    ],
  },
  { weight: 2, make: (r, on) => [{ on, commands: [['CLIENT', r.pick(['TRACKINGINFO', 'GETREDIR'])]] }] },
  {
    weight: 2,
    make: (r, on) => [
      {
        on,
        commands: [
          ['CLIENT', 'INFO'],
          ['CLIENT', 'LIST', 'ID', idOf(anyone(r))],
        ],
      },
    ],
  },
  {
    weight: 8,
    make: (r, on) => [
      {
        on,
        commands: [
          ['MGET', ...keys(r, 'string')],
          ['EXISTS', key(r)],
        ],
      },
    ],
  },
  { weight: 8, make: (r, on) => [{ on, commands: [['MSET', ...keys(r, 'string').flatMap((one) => [one, 'v'])]] }] },
  { weight: 2, make: (r, on) => [{ on, commands: [[r.pick(['FLUSHALL', 'FLUSHDB'])]] }] },
]
