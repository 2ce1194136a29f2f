import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { EngineCrashedError } from '../../../src/index.ts'
import { coreOf, openClient } from '../open.ts'
import { outcome, thrownBy } from '../outcome.ts'

const PAGE = 65536

/** redis.wasm with a lower limit of its memory, so that a test can reach it. */
function limitedModule(pages: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(readFileSync(new URL('../../../dist/redis.wasm', import.meta.url)))
  const number = (at: number): [value: number, next: number] => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      value += (bytes[at] & 127) * 2 ** shift
      if (bytes[at++] < 128) return [value, at]
    }
  }
  for (let at = 8; at < bytes.length; ) {
    const id = bytes[at]
    const [size, start] = number(at + 1)
    if (id === 5) {
      // One memory, a flag that says there is a maximum, then the least and the most it may have, in pages.
      const [, most] = number(start + 2)
      const [, end] = number(most)
      for (let i = most, rest = pages; i < end; i++, rest >>>= 7) bytes[i] = (rest & 127) | (i < end - 1 ? 128 : 0)
      return bytes
    }
    at = start + size
  }
  throw new Error('redis.wasm declares no memory')
}

describe('an engine whose memory cannot grow any further', () => {
  it('crashes alone, and its log says of what', async () => {
    const client = await openClient({ maxmemory: 0, module: limitedModule(1024) })
    const other = await openClient()
    for (let i = 0; i < 340; i++) client.callSync('RPUSH', 'list', 'x'.repeat(100_000))
    const ended = await outcome(client.call('LRANGE', 'list', 0, -1), 10) // a reply for which nothing has kept room
    expect(ended).toMatchObject({ error: expect.any(EngineCrashedError) })
    expect((ended as { error: Error }).error.message).toMatch(/Out of memory/i)
    expect(await other.call('PING')).toBe('PONG')
  })

  it('is not harmed by a request that is too large to be sent', async () => {
    const client = await openClient({ maxmemory: 0, module: limitedModule(1024) })
    const tooLarge = new Uint8Array(100 * 1024 * 1024)
    expect(thrownBy(() => client.callSync('SET', 'k', tooLarge))).toBeInstanceOf(RangeError)
    await expect(client.call('SET', 'k', tooLarge)).rejects.toThrow(/a request of \d+ bytes cannot be sent/)
    await expect(
      client.pipeline([
        ['SET', 'a', 1],
        ['SET', 'k', tooLarge],
      ]),
    ).rejects.toThrow(RangeError)
    expect(await client.call('SET', 'k', 'v')).toBe('OK')
    expect(client.callSync('GET', 'k')).toBe('v')
  })

  it('stays below it with maxmemory, and goes on', async () => {
    const client = await openClient({ maxmemory: '16mb', module: limitedModule(1024) })
    for (let i = 0; i < 1000; i++) {
      const ended = await outcome(client.call('SET', i, 'x'.repeat(100_000)), 5)
      if ('error' in (ended as object)) {
        expect(ended).toMatchObject({ error: { code: 'OOM' } })
        break
      }
    }
    expect(await client.call('GET', 0)).toHaveLength(100_000)
    expect(coreOf(client.engine).memory.size).toBeLessThan(1024 * PAGE)
  })
})

describe('memory beyond 2 and 3 GiB', () => {
  it.each([2.1, 3.1, 3.9])('text goes in and comes out: %d GiB', async (gigabytes) => {
    const client = await openClient({ maxmemory: 0 })
    const core = coreOf(client.engine).entrance as unknown as { exports: { memory: WebAssembly.Memory } }
    const { memory } = core.exports
    // Pages that nobody touches cost address space alone.
    memory.grow(Math.floor((gigabytes * 1024 ** 3 - memory.buffer.byteLength) / PAGE))
    coreOf(client.engine).memory.refresh()
    for (const text of [
      'short',
      'x'.repeat(40),
      'é'.repeat(10),
      '日本'.repeat(500),
      'x'.repeat(100_000),
      'é'.repeat(100_000),
    ]) {
      expect(await client.call('SET', 'k', text)).toBe('OK')
      expect(await client.call('GET', 'k')).toBe(text)
      expect(client.callSync('STRLEN', 'k')).toBe(Buffer.byteLength(text))
    }
    const bytes = new Uint8Array(100_000).fill(7)
    await client.call('SET', 'k', bytes)
    expect(await client.binary.call('GET', 'k')).toEqual(bytes)
  })
})

it('a request that was given more room than it took leaves the next ones theirs', async () => {
  const client = await openClient({ maxmemory: 0 })
  // Measured at three bytes a character it needs more than the buffer that is kept, written it does not.
  const some = 'x'.repeat(4000)
  for (let round = 0; round < 20; round++) {
    await client.pipeline(Array.from({ length: 30 }, (_, i) => ['SET', `k${i}`, some]))
    const many = Array.from({ length: 400 }, (_, i) => ['SET', `many${i}`, some])
    expect(await client.pipeline(many)).toHaveLength(400)
  }
  expect(client.callSync('GET', 'many399')).toBe(some)
})
