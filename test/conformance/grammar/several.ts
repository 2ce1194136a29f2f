/** What only several connections can do to each other. */
import { idOf } from '../sequence.ts'
import { subscriptions, tracking } from './listening.ts'
import { another, anyone, type Play } from './play.ts'
import type { Production } from './production.ts'
import { expiries, waits } from './waiting.ts'

// Each of these may leave a connection out for the rest of its sequence, or change what it gets.
const ends: readonly Play[] = [
  { weight: 1, make: (r, on) => [{ on, commands: [['CLIENT', 'KILL', 'ID', idOf(anyone(r))]] }] },
  { weight: 1, make: (_, on) => [{ on, commands: [['PING'], ['QUIT'], ['SET', 's1', 'after']] }] },
  {
    weight: 1,
    make: (r, on) => [{ on, commands: [['CLIENT', 'KILL', 'TYPE', 'pubsub', 'SKIPME', r.pick(['yes', 'no'])]] }],
  },
  {
    weight: 2,
    make: (r, on) => [
      { on, commands: [['MONITOR']] },
      { on: another(r, on), commands: [['EVAL', 'return redis.call("SET", KEYS[1], ARGV[1])', '1', 's1', 'a\n"b"']] },
    ],
  },
  {
    weight: 2,
    make: (r, on) => {
      const change = r.pick([
        ['DELUSER', 'u1'],
        ['SETUSER', 'u1', 'reset', 'on', '+@all', '~*', '&news'],
      ])
      return [
        {
          on,
          commands: [
            ['ACL', 'SETUSER', 'u1', 'reset', 'on', '>pw', '+@all', '~*', '&*'],
            ['AUTH', 'u1', 'pw'],
          ],
        },
        ...r.maybe(0.7, () => [{ on, commands: [['SUBSCRIBE', 'ch1', 'news']] }]),
        { on: another(r, on), commands: [['ACL', ...change]] },
      ]
    },
  },
]

const alone = (productions: readonly Production[]): Play => ({
  weight: 1,
  make: (r, on) => [{ on, commands: r.weighted(productions).make(r) }],
})

/** Groups of plays, weighted against the groups of commands. */
export const plays: readonly { weight: number; plays: readonly Play[] }[] = [
  { weight: 10, plays: waits },
  { weight: 1.5, plays: expiries },
  { weight: 8, plays: [alone(subscriptions)] },
  { weight: 8, plays: tracking },
  { weight: 1, plays: ends },
]
