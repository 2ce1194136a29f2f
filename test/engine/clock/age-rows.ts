import { clock, type Row, tenths } from './timeline.ts'

const bucket = `
  local now = redis.call('TIME')
  local ms = now[1] * 1000 + math.floor(now[2] / 1000)
  local at = tonumber(redis.call('HGET', KEYS[1], 'at') or ms)
  local tokens = math.min(2, tonumber(redis.call('HGET', KEYS[1], 'tokens') or 2) + (ms - at) / 500)
  local allowed = tokens >= 1 and 1 or 0
  redis.call('HSET', KEYS[1], 'at', ms, 'tokens', tokens - allowed)
  return allowed`

function field(info: string, name: string): number {
  return Number(new RegExp(`\\b${name}[=:](\\d+)`).exec(info)?.[1])
}

/** The time itself, and how old things are. */
export const ageRows: Row[] = [
  {
    name: 'TIME goes on',
    observe: async (time) => {
      const before = await clock(time)
      await time.pass(700)
      return tenths((await clock(time)) - before)
    },
    expected: 7,
  },
  {
    name: 'TIME goes on for scripts, and stands still in each',
    observe: async ({ call, pass }) => {
      const script =
        "local a = redis.call('TIME') local b = redis.call('TIME') return {a[1] * 1000 + a[2] / 1000, a[1] == b[1] and a[2] == b[2] and 1 or 0}"
      const [before] = await call<[number, number]>('EVAL', script, 0)
      await pass(700)
      const [after, same] = await call<[number, number]>('EVAL', script, 0)
      return [tenths(after - before), same]
    },
    expected: [7, 1],
  },
  {
    name: 'TIME goes on for functions',
    observe: async ({ call, pass }) => {
      await call(
        'FUNCTION',
        'LOAD',
        "#!lua name=l\nredis.register_function('now', function() local t = redis.call('TIME') return t[1] * 1000 + t[2] / 1000 end)",
      )
      const before = await call<number>('FCALL', 'now', 0)
      await pass(500)
      return tenths((await call<number>('FCALL', 'now', 0)) - before)
    },
    expected: 5,
  },
  {
    name: 'a rate limit in Lua lets calls pass again as time goes by',
    observe: async ({ call, pass }) => {
      const allowed = () => call('EVAL', bucket, 1, 'bucket')
      const burst = [await allowed(), await allowed(), await allowed()]
      await pass(600)
      return [burst, await allowed(), await allowed()]
    },
    expected: [[1, 1, 0], 1, 0],
  },
  {
    name: 'XADD gives ids by the time',
    observe: async ({ call, pass }) => {
      const first = await call<string>('XADD', 's', '*', 'f', 'v')
      await pass(600)
      const second = await call<string>('XADD', 's', '*', 'f', 'v')
      return tenths(Number.parseInt(second, 10) - Number.parseInt(first, 10))
    },
    expected: 6,
  },
  {
    name: 'XTRIM MINID drops entries that are older than a time',
    observe: async (time) => {
      await time.call('XADD', 's', '*', 'f', 'old')
      await time.pass(600)
      await time.call('XADD', 's', '*', 'f', 'new')
      await time.call('XTRIM', 's', 'MINID', Math.round((await clock(time)) - 300))
      return time.call('XLEN', 's')
    },
    expected: 1,
  },
  {
    name: 'XPENDING tells for how long an entry was not acknowledged, XAUTOCLAIM takes what is old enough',
    observe: async ({ call, pass }) => {
      await call('XGROUP', 'CREATE', 's', 'g', '$', 'MKSTREAM')
      await call('XADD', 's', '1-1', 'f', 'v')
      await call('XREADGROUP', 'GROUP', 'g', 'a', 'STREAMS', 's', '>')
      await pass(500)
      const early = await call<unknown[][]>('XAUTOCLAIM', 's', 'g', 'b', 800, '0')
      const pending = await call<[string, string, number, number][]>('XPENDING', 's', 'g', '-', '+', 10)
      await pass(600)
      const late = await call<unknown[][]>('XAUTOCLAIM', 's', 'g', 'b', 800, '0')
      return [early[1].length, pending[0][1], tenths(pending[0][2]), late[1].length]
    },
    expected: [0, 'a', 5, 1],
  },
  {
    name: 'XINFO CONSUMERS tells for how long a consumer is idle',
    observe: async ({ call, pass }) => {
      await call('XGROUP', 'CREATE', 's', 'g', '$', 'MKSTREAM')
      await call('XGROUP', 'CREATECONSUMER', 's', 'g', 'a')
      await pass(700)
      const [consumer] = await call<{ idle: number }[]>('XINFO', 'CONSUMERS', 's', 'g')
      return tenths(consumer.idle)
    },
    expected: 7,
  },
  {
    name: 'OBJECT IDLETIME grows until the key is touched',
    observe: async ({ call, pass }) => {
      await call('SET', 'k', 'v')
      await pass(3200)
      const idle = await call<number>('OBJECT', 'IDLETIME', 'k')
      await call('TOUCH', 'k')
      return [idle === 3 || idle === 4, await call('OBJECT', 'IDLETIME', 'k')]
    },
    expected: [true, 0],
  },
  {
    name: 'the key that was not used for longest is evicted first',
    observe: async ({ call, pass }) => {
      await call('CONFIG', 'SET', 'maxmemory-policy', 'allkeys-lru', 'maxmemory-samples', 64)
      const value = 'x'.repeat(100_000)
      for (const key of ['a', 'b', 'c', 'd']) await call('SET', key, value)
      await pass(2100)
      for (const key of ['a', 'c', 'd']) await call('GET', key)
      await call('CONFIG', 'SET', 'maxmemory', field(await call<string>('INFO', 'memory'), 'used_memory') - 20_000)
      await call('SET', 'e', '1')
      await call('CONFIG', 'SET', 'maxmemory', 0)
      return call('EXISTS', 'b')
    },
    expected: 0,
  },
  {
    name: 'volatile-ttl evicts what has the least time left',
    observe: async ({ call, pass }) => {
      await call('CONFIG', 'SET', 'maxmemory-policy', 'volatile-ttl', 'maxmemory-samples', 64)
      const value = 'x'.repeat(100_000)
      await call('SET', 'a', value, 'PX', 60_000)
      await pass(1000)
      await call('SET', 'b', value, 'PX', 59_500)
      await call('CONFIG', 'SET', 'maxmemory', field(await call<string>('INFO', 'memory'), 'used_memory') - 20_000)
      await call('SET', 'c', '1')
      await call('CONFIG', 'SET', 'maxmemory', 0)
      return [await call('EXISTS', 'a'), await call('EXISTS', 'b')]
    },
    expected: [0, 1],
  },
  {
    name: 'OBJECT FREQ goes down by the minute',
    observe: async ({ call, pass }) => {
      await call('CONFIG', 'SET', 'maxmemory-policy', 'allkeys-lfu', 'lfu-log-factor', 0)
      await call('SET', 'k', 'v')
      for (let i = 0; i < 20; i++) await call('GET', 'k')
      const before = await call<number>('OBJECT', 'FREQ', 'k')
      await pass(60_000)
      return before - (await call<number>('OBJECT', 'FREQ', 'k'))
    },
    expected: 1,
  },
  {
    name: 'INFO counts the seconds since the start',
    observe: async ({ call, pass }) => {
      const before = field(await call<string>('INFO', 'server'), 'uptime_in_seconds')
      await pass(2000)
      return field(await call<string>('INFO', 'server'), 'uptime_in_seconds') - before
    },
    expected: 2,
  },
  {
    name: 'CLIENT LIST tells age and idle time',
    observe: async (time) => {
      const other = await time.open()
      const id = await other.call('CLIENT', 'ID')
      await time.pass(2300)
      const line = await time.call<string>('CLIENT', 'LIST', 'ID', String(id))
      return [field(line, 'age') >= 2 && field(line, 'age') <= 3, field(line, 'idle') >= 2 && field(line, 'idle') <= 3]
    },
    expected: [true, true],
  },
  {
    name: 'CLIENT KILL MAXAGE lets the old ones go',
    observe: async (time) => {
      await time.open()
      await time.pass(2300)
      const young = await time.open()
      const killed = await young.call<number>('CLIENT', 'KILL', 'MAXAGE', 2)
      return [killed, await young.call('PING')]
    },
    expected: [2, 'PONG'],
  },
  {
    name: 'SLOWLOG has the time of each entry',
    observe: async ({ call, pass }) => {
      await call('CONFIG', 'SET', 'slowlog-log-slower-than', 0)
      await call('ECHO', 'a')
      await pass(2000)
      await call('ECHO', 'b')
      const entries = await call<[number, number, number, string[]][]>('SLOWLOG', 'GET', 10)
      const at = (word: string) => entries.find((entry) => entry[3][1] === word)?.[1] ?? 0
      return at('b') - at('a')
    },
    expected: 2,
  },
  {
    name: 'ACL LOG tells how long ago someone was refused',
    observe: async (time) => {
      const other = await time.open()
      await other.call('AUTH', 'nobody', 'wrong').catch(() => {})
      await time.pass(1200)
      const [entry] = await time.call<Record<string, string>[]>('ACL', 'LOG')
      return Math.round(Number(entry['age-seconds']) * 10)
    },
    expected: 12,
  },
  {
    name: 'the cost of commands per second is forgotten when nothing runs',
    observe: async ({ call, pass }) => {
      for (let i = 0; i < 200; i++) await call('PING')
      await pass(2500)
      return field(await call<string>('INFO', 'stats'), 'instantaneous_ops_per_sec') < 3
    },
    expected: true,
  },
]
