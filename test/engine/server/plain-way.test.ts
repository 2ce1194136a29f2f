import { expect, it } from 'vitest'
import type { Argument, Client, EngineOptions } from '../../../src/index.ts'
import { memoryStorage } from '../../../src/storage/memory.ts'
import { openEngine } from '../open.ts'

/**
 * Ordinary commands go a shorter way through the module than others (wasm/plain.c). While somebody monitors, all go the
 * engine's own: what it keeps account of must come out the same.
 */

type Command = [name: string, ...args: Argument[]]

const COMMANDS: Command[] = [
  ['SET', 'text', 'x'.repeat(40)],
  ['GET', 'text'],
  ['GET', 'absent'],
  ['GETSET', 'text', 'y'],
  ['LPUSH', 'list', 'a', 'b', 'c'],
  ['LRANGE', 'list', 0, -1],
  ['GET', 'list'],
  ['INCR', 'text'],
  ['GET'],
  ['GET', 'too', 'many'],
  ['NOSUCH', 'command'],
  ['SET', 'soon', 'gone', 'PX', 1],
  ['HSET', 'hash', 'f', 'v'],
  ['ZADD', 'zset', 1, 'm'],
  ['SPOP', 'absent'],
  ['SADD', 'set', 'only'],
  ['SPOP', 'set'],
  ['SETRANGE', 'long', 2000, 'x'],
  ['GET', 'long'],
  ['MSET', 'a', 1, 'b', 2],
  ['MGET', 'a', 'b', 'list'],
  ['DEL', 'a', 'b'],
  ['EVAL', "redis.call('SET', 'by', 'script') return redis.call('GET', 'by')", 0],
  ['COPY', 'text', 'copy'],
  ['SELECT', 1],
  ['SET', 'there', 1],
  ['OBJECT', 'ENCODING', 'there'],
  ['EXPIRE', 'there', 10],
  ['RENAME', 'absent', 'x'],
  ['SORT', 'absent', 'BY', 'nosort', 'STORE', 'sorted'],
  ['FLUSHDB'],
]

/** What is not told by a monitor's own presence. */
const OF_MONITORS =
  /monitor|connected_clients|evicted|instantaneous|client_recent|eventloop|process|io_|net_|mem_|used_/

/** What is logged says when, so that all engines have the same time. */
const START = Date.now() + 60_000

async function account(monitored: boolean, options: EngineOptions): Promise<unknown> {
  const engine = await openEngine({ clock: 'manual', random: 1, ...options })
  await engine.clock.set(START)
  const client = engine.connect({ protocol: 3, name: 'caller' })
  const other = engine.connect()
  const events: string[] = []
  await other.psubscribe('__key*__:*', ({ channel, message }) => events.push(`${channel} ${message}`))
  await client.call('CONFIG', 'SET', 'slowlog-log-slower-than', 0, 'commandlog-request-larger-than', 1000)
  await client.call('CONFIG', 'SET', 'commandlog-reply-larger-than', 1000, 'latency-monitor-threshold', 1)
  if (monitored) await client.monitor(() => {})
  await client.call('CONFIG', 'RESETSTAT')
  await client.call('COMMANDLOG', 'RESET', 'slow')
  const replies = []
  for (const command of COMMANDS) replies.push(await client.call(...command).catch(String))
  replies.push(await client.pipeline(COMMANDS))
  return { replies, events, ...(await books(client)) }
}

/** What the engine keeps account of. */
async function books(client: Client) {
  const logs = []
  for (const log of ['slow', 'large-request', 'large-reply']) {
    const entries = await client.call<[number, number, number, string[]][]>('COMMANDLOG', 'GET', -1, log)
    const others = entries.filter(([, , , request]) => request[0] !== 'COMMANDLOG')
    logs.push(others.map(([, at, amount, request]) => ({ at, amount, request })))
  }
  const info = await Promise.all(
    ['commandstats', 'errorstats', 'latencystats', 'stats', 'persistence', 'keyspace'].map((section) =>
      client.call<string>('INFO', section),
    ),
  )
  const myself = await client.call<string>('CLIENT', 'INFO')
  return {
    info: info
      .join('\n')
      .split('\r\n')
      .filter((line) => !OF_MONITORS.test(line)),
    logs,
    myself: myself.split(' ').filter((field) => /^(cmd|tot-cmds|flags|db|argv-mem|multi|watch)=/.test(field)),
  }
}

it.each<[string, EngineOptions]>([
  ['an engine as it is opened', {}],
  ['one with a limit that is not reached', { maxmemory: '64mb' }],
  ['one that tells of keys', { config: { 'notify-keyspace-events': 'KEA' } }],
  ['one that counts uses', { maxmemory: '64mb', config: { 'maxmemory-policy': 'allkeys-lfu' } }],
])('ordinary commands leave behind what all commands do, in %s', async (_, options) => {
  expect(await account(false, options)).toEqual(await account(true, options))
})

it('a limit that is reached, a pause and a rule that forbids stop them as all others', async () => {
  const engine = await openEngine({ maxmemory: '4mb', config: { 'maxmemory-policy': 'noeviction' } })
  const client = engine.connect()
  for (let i = 0; i < 40; i++) await client.set(`k${i}`, 'x'.repeat(100_000)).catch(() => 'full')
  await expect(client.set('one', 'x'.repeat(100_000))).rejects.toThrow(/^OOM /)
  await client.flushall()
  await client.call('CLIENT', 'PAUSE', 60_000, 'WRITE')
  const paused = client.set('later', 1)
  const other = engine.connect()
  expect(await other.get('later')).toBeNull()
  await other.call('CLIENT', 'UNPAUSE')
  expect(await paused).toBe('OK')
  await other.call('ACL', 'SETUSER', 'default', '-get')
  await expect(other.get('later')).rejects.toThrow(/^NOPERM /)
})

it('a key that a client watches is touched by them', async () => {
  const engine = await openEngine()
  const [client, other] = [engine.connect(), engine.connect()]
  await client.watch('k')
  await other.set('k', 1)
  expect(await client.multi().get('k').exec()).toBeNull()
})

it('a client that waits for a key is woken by them', async () => {
  const engine = await openEngine()
  const [client, other] = [engine.connect(), engine.connect()]
  const waiting = client.blpop('list', 0)
  expect(await other.rpush('list', 'x')).toBe(1)
  expect(await waiting).toEqual(['list', 'x'])
})

it('what was kept of a request is not written over by the next one, whose key is as long', async () => {
  const storage = memoryStorage()
  const engine = await openEngine({ storage, config: { 'commandlog-execution-slower-than': '0' } })
  const client = engine.connect()
  for (const key of ['key:1', 'key:2', 'key:3']) {
    client.callSync('SET', key, key)
    client.callSync('GET', key)
    client.callSync('SADD', key.replace('key', 'set'), key)
  }
  const waiting = engine.connect().blpop('key:4', 0)
  client.callSync('GET', 'key:5')
  client.callSync('RPUSH', 'key:4', 'x')
  expect(await waiting).toEqual(['key:4', 'x'])
  const logged = client.callSync<[unknown, unknown, unknown, string[]][]>('COMMANDLOG', 'GET', -1, 'slow')
  const keys = logged.map(([, , , [, key]]) => key).filter((key) => /:[1-3]$/.test(key))
  expect(keys).toEqual(['set:3', 'key:3', 'key:3', 'set:2', 'key:2', 'key:2', 'set:1', 'key:1', 'key:1'])
  await engine.close()
  const again = (await openEngine({ storage })).connect()
  expect(again.callSync<string[]>('KEYS', '*').sort()).toEqual(['key:1', 'key:2', 'key:3', 'set:1', 'set:2', 'set:3'])
  expect(again.callSync('MGET', 'key:1', 'key:2', 'key:3')).toEqual(['key:1', 'key:2', 'key:3'])
})
