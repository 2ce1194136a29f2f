import { clock, messages, type Row, tenths } from './timeline.ts'

/** Times to live of keys and of fields. */
export const expiryRows: Row[] = [
  {
    name: 'a key with PX is there before its time and gone after it',
    observe: async ({ call, pass }) => {
      await call('SET', 'k', 'v', 'PX', 1000)
      await pass(500)
      const before = await call('GET', 'k')
      await pass(700)
      return [before, await call('GET', 'k')]
    },
    expected: ['v', null],
  },
  {
    name: 'TTL counts seconds down',
    observe: async ({ call, pass }) => {
      await call('SET', 'k', 'v', 'EX', 100)
      const first = await call('TTL', 'k')
      await pass(1200)
      return [first, await call('TTL', 'k')]
    },
    expected: [100, 99],
  },
  {
    name: 'PTTL counts milliseconds down',
    observe: async ({ call, pass }) => {
      await call('SET', 'k', 'v', 'PX', 5000)
      await pass(600)
      return tenths(await call('PTTL', 'k'))
    },
    expected: 44,
  },
  {
    name: 'PEXPIRETIME stays where it is while PTTL goes down',
    observe: async ({ call, pass }) => {
      await call('SET', 'k', 'v', 'PX', 5000)
      const first = await call('PEXPIRETIME', 'k')
      await pass(500)
      return [(await call('PEXPIRETIME', 'k')) === first, tenths(await call('PTTL', 'k'))]
    },
    expected: [true, 45],
  },
  {
    name: 'a key made persistent stays',
    observe: async ({ call, pass }) => {
      await call('SET', 'k', 'v', 'PX', 600)
      await pass(300)
      const persisted = await call('PERSIST', 'k')
      await pass(600)
      return [persisted, await call('GET', 'k'), await call('TTL', 'k')]
    },
    expected: [1, 'v', -1],
  },
  {
    name: 'EXPIRE GT and LT compare with what is left',
    observe: async ({ call, pass }) => {
      await call('SET', 'k', 'v', 'PX', 5000)
      await pass(1500)
      return [
        await call('PEXPIRE', 'k', 3000, 'GT'),
        await call('PEXPIRE', 'k', 4000, 'GT'),
        await call('PEXPIRE', 'k', 4500, 'LT'),
        await call('PEXPIRE', 'k', 1000, 'LT'),
        tenths(await call('PTTL', 'k')),
      ]
    },
    expected: [0, 1, 0, 1, 10],
  },
  {
    name: 'SET KEEPTTL keeps what is left, SET alone drops it',
    observe: async ({ call, pass }) => {
      await call('SET', 'a', '1', 'PX', 2000)
      await call('SET', 'b', '1', 'PX', 2000)
      await pass(1000)
      await call('SET', 'a', '2', 'KEEPTTL')
      await call('SET', 'b', '2')
      const left = tenths(await call('PTTL', 'a'))
      await pass(1200)
      return [left, await call('MGET', 'a', 'b')]
    },
    expected: [10, [null, '2']],
  },
  {
    name: 'GETEX gives a key another time to live',
    observe: async ({ call, pass }) => {
      await call('SET', 'k', 'v', 'PX', 600)
      await pass(400)
      await call('GETEX', 'k', 'PX', 1000)
      await pass(400)
      const then = await call('GET', 'k')
      await pass(800)
      return [then, await call('GET', 'k')]
    },
    expected: ['v', null],
  },
  {
    name: 'SET PXAT expires at a time of the clock',
    observe: async (time) => {
      await time.call('SET', 'k', 'v', 'PXAT', Math.round((await clock(time)) + 800))
      await time.pass(500)
      const before = await time.call('GET', 'k')
      await time.pass(500)
      return [before, await time.call('GET', 'k')]
    },
    expected: ['v', null],
  },
  {
    name: 'EXPIREAT of a moment that is over deletes at once',
    observe: async (time) => {
      await time.call('SET', 'k', 'v')
      await time.pass(1100)
      const reply = await time.call('PEXPIREAT', 'k', Math.round((await clock(time)) - 500))
      return [reply, await time.call('EXISTS', 'k')]
    },
    expected: [1, 0],
  },
  {
    name: 'RENAME and COPY take the time to live along',
    observe: async ({ call, pass }) => {
      await call('SET', 'a', 'v', 'PX', 1000)
      await pass(300)
      await call('COPY', 'a', 'b')
      await call('RENAME', 'a', 'c')
      const left = [tenths(await call('PTTL', 'b')), tenths(await call('PTTL', 'c'))]
      await pass(900)
      return [left, await call('MGET', 'b', 'c')]
    },
    expected: [
      [7, 7],
      [null, null],
    ],
  },
  {
    name: 'RESTORE counts a time to live from now, and with ABSTTL to a time of the clock',
    observe: async (time) => {
      await time.call('SET', 'k', 'v')
      const client = await time.open()
      const dump = (await client.binary.call('DUMP', 'k')) as Uint8Array
      await time.call('RESTORE', 'a', 700, dump)
      await time.call('RESTORE', 'b', Math.round((await clock(time)) + 1700), dump, 'ABSTTL')
      await time.pass(1000)
      return time.call('MGET', 'a', 'b')
    },
    expected: [null, 'v'],
  },
  {
    name: 'INCR of a key whose time is over begins anew, without a time to live',
    observe: async ({ call, pass }) => {
      await call('SET', 'n', 41, 'PX', 500)
      await pass(800)
      return [await call('INCR', 'n'), await call('TTL', 'n')]
    },
    expected: [1, -1],
  },
  {
    name: 'keys that nobody asks for expire by themselves',
    observe: async ({ call, pass }) => {
      for (let i = 0; i < 20; i++) await call('SET', `k${i}`, 'v', 'PX', 500)
      await call('SET', 'stays', 'v', 'EX', 100)
      await pass(1500)
      return [await call('DBSIZE'), /expired_keys:(\d+)/.exec(await call<string>('INFO', 'stats'))?.[1]]
    },
    expected: [1, '20'],
  },
  {
    name: 'SCAN, KEYS and RANDOMKEY do not show what is over',
    observe: async ({ call, pass }) => {
      await call('SET', 'k', 'v', 'PX', 500)
      const before = [await call('KEYS', '*'), await call('RANDOMKEY')]
      await pass(800)
      return [before, await call('SCAN', 0), await call('KEYS', '*'), await call('RANDOMKEY')]
    },
    expected: [[['k'], 'k'], ['0', []], [], null],
  },
  {
    name: 'keys of every database expire',
    observe: async (time) => {
      const other = await time.open()
      await other.call('SELECT', 7)
      await other.call('SET', 'k', 'v', 'PX', 500)
      await time.pass(1500)
      return other.call('DBSIZE')
    },
    expected: 0,
  },
  {
    name: 'expired events come in the order of their times',
    observe: async (time) => {
      await time.call('CONFIG', 'SET', 'notify-keyspace-events', 'Ex')
      const heard = await messages(time, '__keyevent@*__:expired')
      await time.call('SET', 'last', 'v', 'PX', 1300)
      await time.call('SET', 'first', 'v', 'PX', 300)
      await time.call('SET', 'middle', 'v', 'PX', 800)
      await time.pass(1000)
      const then = [...heard]
      await time.pass(1000)
      return [then, heard]
    },
    expected: [
      ['expired first', 'expired middle'],
      ['expired first', 'expired middle', 'expired last'],
    ],
  },
  {
    name: 'a key that is written again before its time has no expired event',
    observe: async (time) => {
      await time.call('CONFIG', 'SET', 'notify-keyspace-events', 'Ex')
      const heard = await messages(time, '__keyevent@*__:expired')
      await time.call('SET', 'k', 'v', 'PX', 400)
      await time.pass(200)
      await time.call('SET', 'k', 'w')
      await time.pass(1000)
      return heard
    },
    expected: [],
  },
  {
    name: 'an expired key is invalidated for those who track it',
    observe: async (time) => {
      const tracking = await time.open()
      const pushes: unknown[] = []
      tracking.onPush = (push) => pushes.push(push)
      await tracking.call('CLIENT', 'TRACKING', 'ON')
      await time.call('SET', 'k', 'v', 'PX', 500)
      await tracking.call('GET', 'k')
      await time.pass(1000)
      return pushes
    },
    expected: [['invalidate', ['k']]],
  },
  {
    name: 'a watched key that expires fails the transaction',
    observe: async (time) => {
      const client = await time.open()
      await client.call('SET', 'k', 'v', 'PX', 500)
      await client.call('WATCH', 'k')
      await time.pass(800)
      await client.call('MULTI')
      await client.call('SET', 'other', '1')
      return [await client.call('EXEC'), await client.call('EXISTS', 'other')]
    },
    expected: [null, 0],
  },
  {
    name: 'a field expires, and the others stay',
    observe: async ({ call, pass }) => {
      await call('HSET', 'h', 'a', '1', 'b', '2')
      await call('HPEXPIRE', 'h', 700, 'FIELDS', 1, 'a')
      await pass(400)
      const before = await call('HGET', 'h', 'a')
      await pass(600)
      return [before, { ...(await call<object>('HGETALL', 'h')) }, await call('HLEN', 'h')]
    },
    expected: ['1', { b: '2' }, 1],
  },
  {
    name: 'HPTTL counts down, HPERSIST ends it',
    observe: async ({ call, pass }) => {
      await call('HSET', 'h', 'a', '1', 'b', '2')
      await call('HPEXPIRE', 'h', 2000, 'FIELDS', 2, 'a', 'b')
      await pass(1000)
      const left = (await call<number[]>('HPTTL', 'h', 'FIELDS', 2, 'a', 'b')).map(tenths)
      await call('HPERSIST', 'h', 'FIELDS', 1, 'b')
      await pass(1500)
      return [left, { ...(await call<object>('HGETALL', 'h')) }]
    },
    expected: [[10, 10], { b: '2' }],
  },
  {
    name: 'a hash goes with its last field',
    observe: async (time) => {
      await time.call('CONFIG', 'SET', 'notify-keyspace-events', 'Exhg')
      const heard = await messages(time, '__keyevent@*__:*')
      await time.call('HSET', 'h', 'a', '1')
      await time.call('HPEXPIRE', 'h', 500, 'FIELDS', 1, 'a')
      heard.length = 0
      await time.pass(1500)
      return [await time.call('EXISTS', 'h'), await time.call('DBSIZE'), heard.slice(-2)]
    },
    expected: [0, 0, ['hexpired h', 'del h']],
  },
]
