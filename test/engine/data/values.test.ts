import { describe, expect, it } from 'vitest'
import { openClient } from '../open.ts'

describe('a value', () => {
  it('of any bytes comes back as it was, from empty to 100 MB', async () => {
    const client = await openClient({ maxmemory: '1gb' })
    for (const size of [0, 1, 1023, 65536, 300_000, 5_000_000, 100_000_000]) {
      const bytes = new Uint8Array(size).map((_, i) => i * 31 + (i >> 8))
      expect(await client.call('SET', 'k', bytes)).toBe('OK')
      const back = await client.binary.call<Uint8Array>('GET', 'k')
      expect(Buffer.compare(back, bytes), `${size} bytes`).toBe(0)
      expect(client.callSync('STRLEN', 'k')).toBe(size)
    }
  })

  it('of text is UTF-8; what is no text in UTF-16 becomes U+FFFD', async () => {
    const client = await openClient()
    for (const text of ['', 'ü', '日本語', '😀', 'a\0b', '\r\n', 'x'.repeat(100_000), '日'.repeat(50_000)]) {
      expect(await client.call('ECHO', text)).toBe(text)
    }
    expect(await client.call('ECHO', 'a\ud800b')).toBe('a\ufffdb')
    expect(await client.binary.call('ECHO', 'ü')).toEqual(new Uint8Array([0xc3, 0xbc]))
  })

  it('is one of as many as MSETEX is told, which an int must be able to count', async () => {
    const client = await openClient()
    expect(await client.call('MSETEX', 1, 'k', 'v')).toBe(1)
    for (const count of ['0', '-1', '1.5', '2147483648', '4294967297', '9223372036854775807']) {
      await expect(client.call('MSETEX', count, 'k', 'v'), count).rejects.toThrow(
        'invalid numkeys value or out of range',
      )
    }
  })

  it('of a number is its decimal text', async () => {
    const client = await openClient()
    const numbers = [0, -0, 7, -7, 1.5, 1e21, 2 ** 53, 123456789012345678901234567890n, Infinity, -Infinity]
    expect(await client.pipeline(numbers.map((number) => ['ECHO', number]))).toEqual([
      '0',
      '0',
      '7',
      '-7',
      '1.5',
      '1e+21',
      '9007199254740992',
      '123456789012345678901234567890',
      'inf',
      '-inf',
    ])
  })

  it('beyond 2^53 comes as a bigint', async () => {
    const client = await openClient()
    await client.call('SET', 'n', 2n ** 53n - 2n)
    expect(await client.call('INCR', 'n')).toBe(Number.MAX_SAFE_INTEGER)
    expect(await client.call('INCR', 'n')).toBe(2n ** 53n)
    expect(await client.call('INCRBY', 'n', 2n ** 63n - 1n - 2n ** 53n)).toBe(2n ** 63n - 1n)
    await expect(client.call('INCR', 'n')).rejects.toThrow(/overflow/)
  })

  it('may be what JavaScript holds special', async () => {
    const client = await openClient()
    await client.call('HSET', 'h', '__proto__', 1, 'constructor', 2, 'toString', 3, 'then', 4)
    const hash = await client.call<Record<string, string>>('HGETALL', 'h')
    expect(Object.getPrototypeOf(hash)).toBeNull()
    expect(Object.entries(hash)).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
      ['toString', '3'],
      ['then', '4'],
    ])
  })

  it('that does not fit is refused: a key too long, a string over proto-max-bulk-len', async () => {
    const client = await openClient({ config: { 'proto-max-bulk-len': '1mb' } })
    await expect(client.call('SETRANGE', 'k', 2_000_000, 'x')).rejects.toThrow(/exceeds maximum allowed size/)
    await expect(client.call('SETBIT', 'k', 2 ** 32, 1)).rejects.toThrow(/bit offset/)
    expect(await client.call('PING')).toBe('PONG')
  })
})

it('DUMP and RESTORE carry a key of any type to another engine; damage is refused', async () => {
  const [one, other] = [await openClient(), await openClient()]
  await one.pipeline([
    ['SET', 'string', 'v'],
    ['RPUSH', 'list', ...Array.from({ length: 300 }, (_, i) => i)],
    ['SADD', 'set', 'a', 'b'],
    ['ZADD', 'zset', 1, 'a', 2, 'b'],
    ['HSET', 'hash', 'f', 'v'],
    ['XADD', 'stream', '1-1', 'f', 'v'],
    ['PFADD', 'loglog', 'x'],
  ])
  for (const key of await one.call<string[]>('KEYS', '*')) {
    const payload = await one.binary.call<Uint8Array>('DUMP', key)
    expect(await other.call('RESTORE', key, 0, payload)).toBe('OK')
    expect(await other.binary.call('DUMP', key)).toEqual(payload)
    expect(await other.call('DEBUG', 'DIGEST-VALUE', key).catch(() => 'off')).toBeDefined()
    for (let at = 0; at < payload.length; at += Math.ceil(payload.length / 40)) {
      const damaged = payload.slice()
      damaged[at] ^= 0x55
      await expect(other.call('RESTORE', 'damaged', 0, damaged)).rejects.toThrow(/checksum|Bad data format/)
    }
  }
  expect(await other.call('DBSIZE')).toBe(7)
})

it('a damaged payload whose checksum is not looked at is refused, too', async () => {
  const client = await openClient({ config: { 'enable-debug-command': 'yes' } })
  await client.call('DEBUG', 'SET-SKIP-CHECKSUM-VALIDATION', 1)
  await client.pipeline([
    ['RPUSH', 'list', 'a', 'b', 'c'],
    ['ZADD', 'zset', 1, 'a', 2, 'b'],
    ['HSET', 'hash', 'f', 'v', 'g', 'w'],
    ['SADD', 'ints', 1, 2, 3],
    ['XADD', 'stream', '1-1', 'f', 'v'],
    ['PFADD', 'loglog', 'x'],
    ['XGROUP', 'CREATE', 'stream', 'g', '0'],
  ])
  let state = 42
  const next = (limit: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  for (const key of await client.call<string[]>('KEYS', '*')) {
    const payload = await client.binary.call<Uint8Array>('DUMP', key)
    for (let round = 0; round < 3000; round++) {
      const damaged = payload.slice()
      for (let changes = 1 + next(3); changes > 0; changes--) damaged[next(payload.length - 10)] = next(256)
      const reader = client.duplicate()
      await reader.pipeline([
        ['RESTORE', 'damaged', 0, damaged, 'REPLACE'],
        ['TYPE', 'damaged'],
        ['LRANGE', 'damaged', 0, -1],
        ['ZRANGE', 'damaged', 0, -1, 'WITHSCORES'],
        ['HGETALL', 'damaged'],
        ['SMEMBERS', 'damaged'],
        ['XINFO', 'STREAM', 'damaged', 'FULL'],
        ['PFCOUNT', 'damaged'],
        ['DUMP', 'damaged'],
        ['DEL', 'damaged'],
      ])
      await reader.close()
    }
  }
  expect(client.callSync('PING')).toBe('PONG')
}, 60_000)
