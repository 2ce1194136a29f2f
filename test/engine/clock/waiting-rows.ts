import type { Argument } from '../../../src/index.ts'
import { clock, messages, type Row, type Timeline, watched } from './timeline.ts'

/** Waits for so long, is answered with nothing when that is over, and not before. */
function timesOut(command: [string, ...Argument[]], prepare?: (time: Timeline) => Promise<unknown>): Row {
  return {
    name: `${command.join(' ')} waits until its time is over`,
    observe: async (time) => {
      await prepare?.(time)
      const client = await time.open()
      const reply = watched(client.call(...command))
      await time.pass(400)
      const before = reply.now()
      await time.pass(600)
      return [before, reply.now()]
    },
    expected: ['waits', command[0] === 'WAIT' ? 0 : null],
  }
}

/** Commands that wait, and pauses. */
export const waitingRows: Row[] = [
  timesOut(['BLPOP', 'nothing', 0.7]),
  timesOut(['BLMOVE', 'nothing', 'other', 'LEFT', 'RIGHT', 0.7]),
  timesOut(['BLMPOP', 0.7, 1, 'nothing', 'LEFT']),
  timesOut(['BZPOPMIN', 'nothing', 0.7]),
  timesOut(['BZMPOP', 0.7, 1, 'nothing', 'MIN']),
  timesOut(['XREAD', 'BLOCK', 700, 'STREAMS', 'nothing', '$']),
  timesOut(['XREADGROUP', 'GROUP', 'g', 'me', 'BLOCK', 700, 'STREAMS', 's', '>'], ({ call }) =>
    call('XGROUP', 'CREATE', 's', 'g', '$', 'MKSTREAM'),
  ),
  timesOut(['WAIT', 1, 700]),
  {
    name: 'what comes before the time is over ends the wait',
    observe: async (time) => {
      const client = await time.open()
      const reply = watched(client.call('BLPOP', 'l', 1))
      await time.pass(500)
      await time.call('RPUSH', 'l', 'a')
      await time.pass(100)
      const then = reply.now()
      await time.pass(1000)
      return [then, reply.now(), await time.call('LLEN', 'l')]
    },
    expected: [['l', 'a'], ['l', 'a'], 0],
  },
  {
    name: 'waits end in the order of their times',
    observe: async (time) => {
      const ended: string[] = []
      for (const [name, seconds] of [
        ['last', 1.2],
        ['first', 0.3],
        ['middle', 0.7],
      ] as const) {
        const client = await time.open()
        client.call('BLPOP', 'nothing', seconds).then(
          () => ended.push(name),
          () => {},
        )
      }
      await time.pass(1000)
      const then = [...ended]
      await time.pass(600)
      return [then, ended]
    },
    expected: [
      ['first', 'middle'],
      ['first', 'middle', 'last'],
    ],
  },
  {
    name: 'a worker that waits again and again does so once for each of its times',
    observe: async (time) => {
      const client = await time.open()
      let rounds = 0
      const work = async () => {
        while (rounds < 10) {
          await client.call('BLPOP', 'jobs', 0.5)
          rounds++
        }
      }
      work().catch(() => {})
      await time.pass(2450) // a server looks at timeouts ten times a second, so each may take 0.6 s there
      return rounds
    },
    expected: 4,
  },
  {
    name: 'CLIENT PAUSE keeps every command back until it is over',
    observe: async (time) => {
      const client = await time.open()
      await client.call('SET', 'k', 'v')
      await time.call('CLIENT', 'PAUSE', 800)
      const reply = watched(client.call('GET', 'k'))
      await time.pass(400)
      const before = reply.now()
      await time.pass(800)
      return [before, reply.now()]
    },
    expected: ['waits', 'v'],
  },
  {
    name: 'CLIENT PAUSE WRITE keeps writes back, and lets reads pass',
    observe: async (time) => {
      const writer = await time.open()
      await time.call('CLIENT', 'PAUSE', 800, 'WRITE')
      const reply = watched(writer.call('SET', 'k', 'v'))
      await time.pass(400)
      const before = [reply.now(), await time.call('GET', 'k')]
      await time.pass(800)
      return [before, reply.now(), await time.call('GET', 'k')]
    },
    expected: [['waits', null], 'OK', 'v'],
  },
  {
    name: 'nothing expires while writes are paused, and it does afterwards',
    observe: async (time) => {
      await time.call('CONFIG', 'SET', 'notify-keyspace-events', 'Ex')
      const heard = await messages(time, '__keyevent@*__:expired')
      await time.call('SET', 'k', 'v', 'PX', 300)
      await time.call('CLIENT', 'PAUSE', 1000, 'WRITE')
      await time.pass(700)
      const then = [...heard]
      await time.pass(800)
      return [then, heard]
    },
    expected: [[], ['expired k']],
  },
  {
    name: 'CLIENT UNPAUSE ends a pause before its time',
    observe: async (time) => {
      const writer = await time.open()
      await time.call('CLIENT', 'PAUSE', 60000, 'WRITE')
      const reply = watched(writer.call('SET', 'k', 'v'))
      await time.pass(300)
      const before = reply.now()
      await time.call('CLIENT', 'UNPAUSE')
      await time.pass(300)
      return [before, reply.now()]
    },
    expected: ['waits', 'OK'],
  },
  {
    name: 'clients that are idle for longer than the setting timeout are let go, and those who wait are not',
    observe: async (time) => {
      const idle = await time.open()
      const waiting = await time.open()
      const reply = watched(waiting.call('BLPOP', 'nothing', 30))
      await time.call('CONFIG', 'SET', 'timeout', 1)
      for (let i = 0; i < 8; i++) {
        await time.pass(500)
        await time.call('PING')
      }
      return [idle.closed, watched(idle.call('PING')).now() !== 'PONG', reply.now()]
    },
    expected: [true, true, 'waits'],
  },
  {
    name: 'a key that expires while a transaction is queued is gone when it runs',
    observe: async (time) => {
      const client = await time.open()
      await client.call('SET', 'k', 'v', 'PX', 500)
      await client.call('MULTI')
      await client.call('GET', 'k')
      await time.pass(800)
      return client.call('EXEC')
    },
    expected: [null],
  },
  {
    name: 'a lock that its owner does not renew goes to the next',
    observe: async (time) => {
      const take = (who: string) => time.call('SET', 'lock', who, 'NX', 'PX', 600)
      const first = await take('a')
      const second = await take('b')
      await time.pass(900)
      return [first, second, await take('b'), await time.call('GET', 'lock')]
    },
    expected: ['OK', null, 'OK', 'b'],
  },
  {
    name: 'a delayed queue gives out what is due',
    observe: async (time) => {
      const now = await clock(time)
      await time.call('ZADD', 'later', Math.round(now + 400), 'soon', Math.round(now + 5000), 'late')
      const due = async () => time.call('ZRANGE', 'later', '-inf', Math.round(await clock(time)), 'BYSCORE')
      const before = await due()
      await time.pass(700)
      return [before, await due()]
    },
    expected: [[], ['soon']],
  },
]
