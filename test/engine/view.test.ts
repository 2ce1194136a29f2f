import { describe, expect, it } from 'vitest'
import { openClient } from './open.ts'

const text = (bytes: Uint8Array | null) => (bytes === null ? null : Buffer.from(bytes).toString())

describe('view', () => {
  it('lends the bytes of a value to a function and returns what it returns', async () => {
    const client = await openClient()
    client.callSync('SET', 'k', 'value')
    expect(client.view('GET', 'k', (bytes) => bytes?.length)).toBe(5)
    expect(client.view('GET', 'k', text)).toBe('value')
    expect(client.view('HGET', 'h', 'f', text)).toBeNull()
  })

  it('shows the memory of the engine itself: no copy is made, however large the value', async () => {
    const client = await openClient()
    client.callSync('SET', 'k', new Uint8Array(1 << 20).fill(7))
    const size = client.view('GET', 'k', (bytes) => bytes?.buffer.byteLength)
    expect(size).toBeGreaterThan(4 << 20)
  })

  it('leaves a large value where it is, also one that the command takes away', async () => {
    const client = await openClient()
    const value = new Uint8Array(100_000).map((_, i) => i % 251)
    const right = (bytes: Uint8Array | null) => bytes !== null && Buffer.from(bytes).equals(value)
    client.callSync('SET', 'k', value)
    for (let i = 0; i < 3; i++) expect(client.view('GET', 'k', right)).toBe(true)
    expect(client.view('GETSET', 'k', 'small', right)).toBe(true)
    expect(client.view('GETDEL', 'k', text)).toBe('small')
    client.callSync('SET', 'k', value)
    expect(client.view('GETDEL', 'k', right)).toBe(true)
    expect(await client.call('GET', 'k')).toBeNull()
    expect(client.callSync<string>('CLIENT', 'LIST')).toContain('omem=0')
  })

  it('of a large value may be the last thing an engine does', async () => {
    const client = await openClient()
    client.callSync('SET', 'k', new Uint8Array(100_000))
    const closing = client.view('GET', 'k', () => client.engine.close())
    await closing
    expect(client.closed).toBe(true)
  })

  it('ends with the function: what was kept is empty, and its methods throw', async () => {
    const client = await openClient()
    client.callSync('SET', 'k', 'value')
    const kept = client.view('GET', 'k', (bytes) => bytes) as Uint8Array
    expect(kept.length).toBe(0)
    expect(() => kept.slice()).toThrow(TypeError)
    expect(() => new Uint8Array(kept)).toThrow(TypeError)
    expect(client.callSync('GET', 'k')).toBe('value')
  })

  it('ends also where the function throws', async () => {
    const client = await openClient()
    client.callSync('SET', 'k', 'value')
    let kept: Uint8Array | null = null
    expect(() =>
      client.view('GET', 'k', (bytes) => {
        kept = bytes
        throw new Error('mine')
      }),
    ).toThrow('mine')
    expect(kept).toHaveLength(0)
    expect(await client.call('GET', 'k')).toBe('value')
  })

  it('lets nothing run before its function has returned', async () => {
    const client = await openClient()
    const other = client.duplicate()
    client.callSync('SET', 'k', 'value')
    const inside = (act: () => unknown) =>
      client.view('GET', 'k', (bytes) => {
        expect(act).toThrow(/given to view/)
        return text(bytes)
      })
    expect(inside(() => client.callSync('SET', 'k', 'other'))).toBe('value')
    expect(inside(() => other.callSync('FLUSHALL'))).toBe('value')
    expect(inside(() => client.view('GET', 'k', text))).toBe('value')
    expect(inside(() => client.duplicate())).toBe('value')
    expect(client.callSync('GET', 'k')).toBe('value')
  })

  it('lets calls be made, which run after it', async () => {
    const client = await openClient()
    client.callSync('SET', 'k', 'value')
    const later = client.view('GET', 'k', () => [client.call('SET', 'k', 'new'), client.call('GET', 'k')])
    expect(await Promise.all(later)).toEqual(['OK', 'new'])
  })

  it('comes after the calls made before it', async () => {
    const client = await openClient()
    const set = client.call('SET', 'k', 'value')
    expect(client.view('GET', 'k', text)).toBe('value')
    expect(await set).toBe('OK')
  })

  it('takes pushes that come first out of the way', async () => {
    const client = await openClient()
    const messages: string[] = []
    await client.subscribe('c', ({ message }) => messages.push(message))
    const other = client.duplicate()
    for (const value of ['value', 'x'.repeat(100_000)]) {
      client.callSync('SET', 'k', value)
      other.callSync('PUBLISH', 'c', 'm')
      expect(client.view('GET', 'k', text)).toBe(value)
    }
    await client.call('PING')
    expect(messages).toEqual(['m', 'm'])
  })

  it('throws what the engine answers, and where it would wait', async () => {
    const client = await openClient()
    client.callSync('LPUSH', 'list', 'v')
    expect(() => client.view('GET', 'list', text)).toThrow(/WRONGTYPE/)
    expect(() => client.view('BRPOPLPUSH', 'none', 'list', 0, text)).toThrow(/BRPOPLPUSH would have to wait/)
    expect(client.callSync('PING')).toBe('PONG')
  })

  it('is for replies of one string', async () => {
    const client = await openClient()
    expect(() => client.view('LRANGE', 'list', 0, -1, text)).toThrow(/LRANGE does not answer with one string/)
    expect(() => client.view('INCR', 'n', text)).toThrow(/INCR does not answer with one string/)
    expect(() => client.view('SUBSCRIBE', 'c', text)).toThrow(/SUBSCRIBE has no value to view/)
    expect(() => (client as { view(...args: string[]): void }).view('GET', 'k')).toThrow(/needs a function/)
    expect(client.callSync('PING')).toBe('PONG')
  })
})
