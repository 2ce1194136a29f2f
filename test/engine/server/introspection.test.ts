import { describe, expect, it } from 'vitest'
import { openClient } from '../open.ts'
import { duration } from '../outcome.ts'

/** INFO as an object. */
function parsed(info: string): Record<string, string> {
  const lines = info.split('\r\n').filter((line) => line && !line.startsWith('#'))
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]))
}

describe('OBJECT', () => {
  it('ENCODING tells how a value is kept', async () => {
    const client = await openClient()
    await client.pipeline([
      ['SET', 'int', 12345],
      ['SET', 'short', 'text'],
      ['SET', 'long', 'x'.repeat(1000)],
      ['RPUSH', 'list', 1],
      ['SADD', 'ints', 1],
      ['SADD', 'set', 'a'],
      ['HSET', 'hash', 'f', 'v'],
      ['HSET', 'big', 'f', 'x'.repeat(100)],
      ['ZADD', 'zset', 1, 'a'],
      ['XADD', 'stream', '*', 'f', 'v'],
    ])
    const names = ['int', 'short', 'long', 'list', 'ints', 'set', 'hash', 'big', 'zset', 'stream']
    expect(await client.pipeline(names.map((name) => ['OBJECT', 'ENCODING', name]))).toEqual([
      'int',
      'embstr',
      'raw',
      'listpack',
      'intset',
      'listpack',
      'listpack',
      'hashtable',
      'listpack',
      'stream',
    ])
    expect(await client.call('OBJECT', 'REFCOUNT', 'short')).toBe(1)
  })

  it('FREQ counts under an LFU policy, IDLETIME under the others', async () => {
    const client = await openClient({ maxmemoryPolicy: 'allkeys-lfu' })
    await client.call('SET', 'k', 'v')
    for (let i = 0; i < 200; i++) client.callSync('GET', 'k')
    expect(await client.call('OBJECT', 'FREQ', 'k')).toBeGreaterThan(5)
    await expect(client.call('OBJECT', 'IDLETIME', 'k')).rejects.toThrow(/LFU/)
  })
})

describe('MEMORY', () => {
  it('USAGE grows with the value, STATS and INFO agree', async () => {
    const client = await openClient()
    const before = Number(parsed(await client.call('INFO', 'memory')).used_memory)
    const writer = client.duplicate()
    await writer.call('SET', 'k', 'x'.repeat(1_000_000))
    await writer.close() // and its buffers with it
    expect(await client.call('MEMORY', 'USAGE', 'k')).toBeGreaterThan(1_000_000)
    expect(await client.call('MEMORY', 'USAGE', 'k')).toBeLessThan(1_500_000)
    const after = Number(parsed(await client.call('INFO', 'memory')).used_memory)
    expect(after - before).toBeGreaterThan(1_000_000)
    expect(await client.call('MEMORY', 'STATS')).toMatchObject({ 'keys.count': 1 })
    await client.call('DEL', 'k')
    expect(Number(parsed(await client.call('INFO', 'memory')).used_memory) - before).toBeLessThan(200_000)
  })
})

describe('SLOWLOG', () => {
  it('shows a command that was really slow, with its true duration', async () => {
    const client = await openClient({ config: { 'slowlog-log-slower-than': 10_000 } })
    const values = Array.from({ length: 1000 }, (_, i) => (i * 7919) % 1000)
    for (let i = 0; i < 200; i++) await client.call('RPUSH', 'l', ...values)
    const took = (await duration(() => client.callSync('SORT', 'l', 'LIMIT', 0, 1))) * 1000
    expect(took).toBeGreaterThan(20_000)
    const log = await client.call<[id: number, time: number, microseconds: number, args: string[]][]>('SLOWLOG', 'GET')
    const [, time, microseconds, args] = log[0]
    expect(args).toEqual(['SORT', 'l', 'LIMIT', '0', '1'])
    expect(microseconds).toBeGreaterThan(took * 0.7)
    expect(microseconds).toBeLessThanOrEqual(took)
    expect(Math.abs(time - Date.now() / 1000)).toBeLessThan(3)
    expect(log.some(([, , , [name]]) => name === 'RPUSH')).toBe(false)
  })
})

describe('LATENCY', () => {
  it('records what exceeds its threshold, and a histogram of every command', async () => {
    const client = await openClient({ config: { 'latency-monitor-threshold': 10, 'enable-debug-command': 'yes' } })
    await client.call('DEBUG', 'SLEEP', 0.03)
    const [[event, , latest, max]] = await client.call<[string, number, number, number][]>('LATENCY', 'LATEST')
    expect(event).toBe('command')
    expect(latest).toBeGreaterThanOrEqual(29)
    expect(max).toBeLessThan(100)
    expect(await client.call('LATENCY', 'HISTORY', 'command')).toEqual([[expect.any(Number), latest]])
    expect(await client.call('LATENCY', 'DOCTOR')).toContain('command')
    expect(await client.call('LATENCY', 'GRAPH', 'command')).toContain('command - high')
    for (let i = 0; i < 10; i++) client.callSync('GET', 'k')
    expect(await client.call('LATENCY', 'HISTOGRAM', 'get')).toMatchObject({ get: { calls: 10 } })
    expect(await client.call('LATENCY', 'RESET')).toBe(1)
  })
})

describe('INFO', () => {
  it('names the process that the engine runs in, for those who send it signals', async () => {
    const client = await openClient()
    expect(parsed(await client.call('INFO', 'server')).process_id).toBe(String(process.pid))
  })

  it('measures the turns of its loop, and not the host between them', async () => {
    const client = await openClient()
    const figures = async () => parsed(await client.call('INFO', 'everything'))
    const before = await figures()
    expect(Number(before.used_active_time_main_thread)).toBeGreaterThan(0)
    await expect.poll(async () => Number((await figures()).eventloop_cycles), { timeout: 5000 }).toBeGreaterThan(5)
    const after = await figures()
    expect(Number(after.eventloop_duration_sum)).toBeLessThan(200_000) // half a second has gone by
    const { eventloop_cmd_per_cycle_max: commands } = parsed(await client.call('INFO', 'debug'))
    expect(Number(commands)).toBeGreaterThan(0)
  })

  it('names the engine and counts what happened', async () => {
    const client = await openClient()
    await client.call('SET', 'k', 'v')
    await client.call('GET', 'k')
    await client.call('GET', 'nothing')
    const info = parsed(await client.call('INFO', 'everything'))
    expect(info).toMatchObject({
      redis_version: '7.2.4',
      valkey_version: '9.1.2',
      server_name: 'valkey',
      role: 'master',
      keyspace_hits: '1',
      keyspace_misses: '1',
      connected_clients: '1',
      maxmemory: '268435456',
    })
    expect(info.db0).toMatch(/^keys=1,/)
    expect(info.cmdstat_get).toMatch(/^calls=2,/)
  })

  it('uptime and TIME are those of this machine', async () => {
    const client = await openClient()
    const [seconds, microseconds] = (await client.call<[string, string]>('TIME')).map(Number)
    expect(Math.abs(seconds * 1000 + microseconds / 1000 - Date.now())).toBeLessThan(50)
    expect(Number(parsed(await client.call('INFO', 'server')).uptime_in_seconds)).toBeLessThan(5)
  })
})

describe('COMMAND', () => {
  it('documents every command', async () => {
    const client = await openClient()
    const count = await client.call<number>('COMMAND', 'COUNT')
    expect(Object.keys(await client.call<object>('COMMAND', 'DOCS'))).toHaveLength(count)
    expect(await client.call('COMMAND', 'DOCS', 'get')).toMatchObject({
      get: { summary: expect.any(String), since: '1.0.0', group: 'string' },
    })
    expect(await client.call('COMMAND', 'GETKEYS', 'MSET', 'a', 1, 'b', 2)).toEqual(['a', 'b'])
    expect(await client.call('COMMAND', 'INFO', 'nosuch')).toEqual([null])
  })

  it('documents what arguments they take, also in a copy of an engine that nobody has asked', async () => {
    const client = await openClient()
    const copy = client.engine.clone()
    const documented = {
      append: {
        arguments: [
          { name: 'key', type: 'key', display_text: 'key', key_spec_index: 0 },
          { name: 'value', type: 'string', display_text: 'value' },
        ],
      },
    }
    expect(await copy.connect().call('COMMAND', 'DOCS', 'append')).toMatchObject(documented)
    expect(await client.call('COMMAND', 'DOCS', 'append')).toMatchObject(documented)
    await copy.close()
  })
})
