import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type Client, type LogLine, RedisError, type Reply } from '../../../src/index.ts'
import { openClient } from '../open.ts'
import { outcome, turn } from '../outcome.ts'

/** Runs a script without keys. */
function run<T = Reply>(client: Client, script: string, ...args: (string | number)[]): Promise<T> {
  return client.call<T>('EVAL', script, 0, ...args)
}

describe('EVAL', () => {
  it('gets keys and arguments, calls commands and returns values', async () => {
    const client = await openClient()
    const script = "redis.call('SET', KEYS[1], ARGV[1]) return {KEYS[1], redis.call('GET', KEYS[1]), 42, false, 'x'}"
    expect(await client.call('EVAL', script, 1, 'k', 'v')).toEqual(['k', 'v', 42, null, 'x'])
  })

  it('cuts numbers to integers, ends a table at its first nil, turns true into 1', async () => {
    const client = await openClient()
    expect(await run(client, 'return {3.99, -3.99, true, {1, {2}}, nil, 5}')).toEqual([3, -3, 1, [1, [2]]])
  })

  it('may return a table that holds itself: the reply ends 2,000 deep, and the engine lives', async () => {
    const client = await openClient()
    const raw = await client.callRaw('EVAL', 'local a, b = {}, {} a[1] = b b[1] = a return a', 0)
    const lines = Buffer.from(raw).toString().split('\r\n')
    expect(lines.slice(-2)).toEqual(['-ERR reached lua stack limit', ''])
    expect(lines.slice(0, -2).every((line) => line === '*1')).toBe(true)
    expect(lines.length).toBeGreaterThan(1900)
    const nested = 'local a = {} for i = 1, tonumber(ARGV[1]) do a = {a} end return a'
    expect((await client.callRaw('EVAL', nested, 0, 7900)).length).toBeLessThan(10_000)
    expect(await run(client, 'return 1')).toBe(1)
  })

  it('takes and gives bytes', async () => {
    const client = await openClient()
    const bytes = new Uint8Array([0, 255, 10, 13])
    expect(await client.binary.call('EVAL', "return ARGV[1] .. '\\0'", 0, bytes)).toEqual(new Uint8Array([...bytes, 0]))
  })

  it('can be cached and called by its SHA1; NOSCRIPT after a flush', async () => {
    const client = await openClient()
    const sha = await client.call<string>('SCRIPT', 'LOAD', 'return ARGV[1]')
    expect(sha).toMatch(/^[0-9a-f]{40}$/)
    expect(await client.call('EVALSHA', sha, 0, 'x')).toBe('x')
    await client.call('SCRIPT', 'FLUSH')
    await expect(client.call('EVALSHA', sha, 0, 'x')).rejects.toMatchObject({ code: 'NOSCRIPT' })
  })

  // The engine hashes a text once when it is sent again and again.
  it('is known by its SHA1 after EVAL, whichever text was sent before', async () => {
    const client = await openClient()
    const texts = ['return 1', 'return 2', 'return 1 ', `return 3 --${'x'.repeat(500)}`]
    const answers = [1, 2, 1, 3]
    const shas = texts.map((text) => createHash('sha1').update(text).digest('hex'))
    const sent = [0, 0, 1, 1, 0, 2, 2, 3, 3, 1, 0]
    for (const at of sent) expect(await client.call('EVAL', texts[at], 0)).toBe(answers[at])
    expect(await client.call('SCRIPT', 'EXISTS', ...shas)).toEqual([1, 1, 1, 1])
    for (const [at, sha] of shas.entries()) expect(await client.call('EVALSHA', sha, 0)).toBe(answers[at])
    await client.call('SCRIPT', 'FLUSH')
    expect(await client.call('EVAL', texts[0], 0)).toBe(1)
    expect(await client.call('SCRIPT', 'EXISTS', ...shas)).toEqual([1, 0, 0, 0])
  })

  it('is rejected with what went wrong: in its text, in Lua, in a command', async () => {
    const client = await openClient()
    await expect(run(client, 'return +')).rejects.toThrow(/Error compiling script/)
    await expect(run(client, 'return nothing.at.all')).rejects.toThrow(/nonexistent global variable 'nothing'/)
    await expect(run(client, 'local t = nil; return t.x')).rejects.toThrow(/attempt to index/)
    await expect(run(client, "error('my own words')")).rejects.toThrow(/my own words/)
    await expect(run(client, "return redis.call('NOSUCH')")).rejects.toThrow(/Unknown command called from script/i)
    await client.call('SET', 'k', 'text')
    await expect(run(client, "return redis.call('LPUSH', 'k', 1)")).rejects.toMatchObject({ code: 'WRONGTYPE' })
    await expect(run(client, 'local function f() return f() + 1 end return f()')).rejects.toThrow(/stack overflow/)
    expect(await client.call('PING')).toBe('PONG')
  })

  it('returns error and status replies of its own', async () => {
    const client = await openClient()
    await expect(run(client, "return redis.error_reply('MYCODE of my own')")).rejects.toMatchObject({
      code: 'MYCODE',
      message: expect.stringMatching(/^MYCODE of my own/),
    })
    await expect(run(client, "return {err = 'OTHER words'}")).rejects.toMatchObject({ code: 'OTHER' })
    expect(await run(client, "return redis.status_reply('FINE')")).toBe('FINE')
    expect(await run(client, "return {ok = 'FINE'}")).toBe('FINE')
  })

  it('sees the error of pcall as a table, and may go on', async () => {
    const client = await openClient()
    const script = "local e = redis.pcall('INCR', 'k') return {e.err or 'none', redis.call('GET', 'k')}"
    await client.call('SET', 'k', 'text')
    expect(await run(client, script)).toEqual(['ERR value is not an integer or out of range', 'text'])
  })

  it('changes to RESP3 inside with redis.setresp', async () => {
    const client = await openClient()
    await client.pipeline([
      ['HSET', 'h', 'f', 'v'],
      ['SADD', 's', 'm'],
      ['ZADD', 'z', 1.5, 'm'],
    ])
    expect(await run(client, "redis.setresp(3) return redis.call('HGETALL', 'h')")).toEqual({ f: 'v' })
    expect(await run(client, "redis.setresp(3) return redis.call('SMEMBERS', 's')")).toEqual(new Set(['m']))
    expect(await run(client, "redis.setresp(3) return redis.call('ZSCORE', 'z', 'm')")).toBe(1.5)
    expect(await run(client, "redis.setresp(3) return redis.call('HGETALL', 'h').map.f")).toBe('v')
    expect(await run(client, 'return {double = 2.5}')).toBe(2.5)
    expect(await run(client, 'return {map = {a = 1}}')).toEqual({ a: 1 })
    expect(await run(client, 'redis.setresp(3) return true')).toBe(true)
    expect(await run(client, "return {big_number = '123456789012345678901234567890'}")).toBe(
      123456789012345678901234567890n,
    )
  })

  it('EVAL_RO refuses to write', async () => {
    const client = await openClient()
    await expect(client.call('EVAL_RO', "return redis.call('SET', 'k', 1)", 0)).rejects.toThrow(/read-only script/)
  })

  it('flags in its first line are kept to', async () => {
    const client = await openClient()
    await expect(run(client, "#!lua flags=no-writes\nreturn redis.call('SET', 'k', 1)")).rejects.toThrow(
      /read-only script/,
    )
    await expect(run(client, '#!lua flags=no-such\nreturn 1')).rejects.toThrow(/Unexpected flag/)
    await expect(run(client, '#!perl\nreturn 1')).rejects.toThrow(/engine/)
    const full = await openClient({ maxmemory: 1 })
    await expect(run(full, '#!lua\nreturn 1')).rejects.toMatchObject({ code: 'OOM' })
    expect(await run(full, '#!lua flags=allow-oom\nreturn 1')).toBe(1)
  })

  it('has no way out of its sandbox', async () => {
    const client = await openClient()
    for (const name of [
      'io',
      'require',
      'dofile',
      'loadfile',
      'debug',
      'os.execute',
      'os.getenv',
      'os.exit',
      'print',
    ]) {
      const ended = await outcome(run(client, `return tostring(${name})`))
      const answer = 'error' in (ended as object) ? 'refused' : (ended as { value: unknown }).value
      expect(['refused', 'nil'], name).toContain(answer)
    }
    await expect(run(client, 'x = 1')).rejects.toThrow(/Attempt to modify a readonly table/)
  })

  it('logs to onLog, hashes, compares versions', async () => {
    const lines: LogLine[] = []
    const client = await openClient({ onLog: (line) => lines.push(line) })
    expect(await run(client, "redis.log(redis.LOG_WARNING, 'careful') return redis.sha1hex('')")).toBe(
      'da39a3ee5e6b4b0d3255bfef95601890afd80709',
    )
    await turn()
    expect(lines).toContainEqual({ level: 'warning', message: expect.stringContaining('careful') })
    expect(await run(client, 'return {redis.REDIS_VERSION, server.SERVER_NAME}')).toEqual(['7.2.4', 'valkey'])
  })
})

describe('the libraries of Lua', () => {
  it('cjson', async () => {
    const client = await openClient()
    expect(await run(client, 'return cjson.decode(ARGV[1]).list[2].name', '{"list":[1,{"name":"ü"}]}')).toBe('ü')
    expect(await run(client, 'return cjson.encode({1, 2.5, true, cjson.null, "ü"})')).toBe('[1,2.5,true,null,"ü"]')
    await expect(run(client, "return cjson.decode('{')")).rejects.toThrow(/Expected object key string/)
    await expect(run(client, "return cjson.decode(string.rep('[', 100000))")).rejects.toThrow(
      /too many nested data structures/,
    )
  })

  it('cmsgpack', async () => {
    const client = await openClient()
    const script =
      "local t = cmsgpack.unpack(cmsgpack.pack({a = {1, 'x', -5, 1.5}})) return {t.a[2], t.a[3], tostring(t.a[4])}"
    expect(await run(client, script)).toEqual(['x', -5, '1.5'])
    expect(await client.binary.call('EVAL', 'return cmsgpack.pack(300)', 0)).toEqual(new Uint8Array([0xcd, 0x01, 0x2c]))
    await expect(run(client, "return cmsgpack.unpack('\\221')")).rejects.toThrow(/Missing bytes/)
  })

  it('bit', async () => {
    const client = await openClient()
    const script =
      'return {bit.band(12, 10), bit.bor(12, 10), bit.bxor(12, 10), bit.lshift(1, 5), bit.tohex(255), bit.bnot(0)}'
    expect(await run(client, script)).toEqual([8, 14, 6, 32, '000000ff', -1])
  })

  it('struct', async () => {
    const client = await openClient()
    expect(await client.binary.call('EVAL', "return struct.pack('>I2s', 258, 'hi')", 0)).toEqual(
      new Uint8Array([1, 2, 104, 105, 0]),
    )
    expect(await run(client, "return {struct.unpack('<I4', '\\1\\2\\0\\0')}")).toEqual([513, 5])
  })

  it('string, table and math; os.clock alone of os', async () => {
    const client = await openClient()
    expect(
      await run(client, "local t = {3, 1, 2} table.sort(t) return {string.format('%05.1f', 3.14159), unpack(t)}"),
    ).toEqual(['003.1', 1, 2, 3])
    expect(await run(client, 'math.randomseed(1) return math.random(1, 6)')).toBeTypeOf('number')
    expect(await run(client, 'return type(os.clock())')).toBe('number')
  })
})

describe('a long script', () => {
  it('is noticed: busy-reply-threshold is logged, SLOWLOG shows it with its true duration', async () => {
    const lines: LogLine[] = []
    const client = await openClient({
      onLog: (line) => lines.push(line),
      config: { 'busy-reply-threshold': 30, 'slowlog-log-slower-than': 20_000 },
    })
    const start = performance.now()
    await run(client, "local t = redis.call('TIME') local n = 0 for i = 1, 2e7 do n = n + i end return n")
    const took = (performance.now() - start) * 1000
    expect(took).toBeGreaterThan(60_000)
    const [[, , microseconds, args]] = await client.call<[number, number, number, string[]][]>('SLOWLOG', 'GET', 1)
    expect(args[0]).toBe('EVAL')
    expect(microseconds).toBeGreaterThan(took * 0.8)
    expect(microseconds).toBeLessThan(took * 1.1)
    expect(lines).toContainEqual({
      level: 'warning',
      message: expect.stringMatching(/Slow script detected.*after \d+ milliseconds/),
    })
  })

  it('sees its own TIME stand still, as everywhere', async () => {
    const client = await openClient()
    const script =
      "local a = redis.call('TIME') for i = 1, 5e6 do end local b = redis.call('TIME') return a[1] == b[1] and a[2] == b[2]"
    expect(await run(client, script)).toBe(1)
  })
})

it('errors of scripts are RedisErrors with the command that was called', async () => {
  const client = await openClient()
  const ended = await outcome(run(client, "return redis.error_reply('X y')"))
  expect(ended).toMatchObject({ error: expect.any(RedisError) })
  expect(ended).toMatchObject({ error: { command: 'EVAL' } })
})
