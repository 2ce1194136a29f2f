import { describe, expect, it } from 'vitest'
import { ReplyDecoder } from '../../src/resp/decode.ts'
import { bulk, decode, utf8, wire } from './resp-replies.ts'

describe('a string', () => {
  it('is UTF-8 of any length', () => {
    for (const length of [...Array.from({ length: 40 }, (_, i) => i + 1), 1000, 8192, 70_000]) {
      for (const unit of ['a', 'é', '€', '\u{1f600}', '\0', '\x7f']) {
        const text = unit.repeat(length)
        expect(decode(bulk(utf8(text))) === text, `${length} of ${unit}`).toBe(true)
        expect(decode(bulk(utf8(`${'x'.repeat(length)}${unit}`))) === `${'x'.repeat(length)}${unit}`).toBe(true)
      }
    }
  })

  it('may be 1 MiB, with one character that is not ASCII anywhere in it', () => {
    const size = 1024 * 1024
    expect(decode(bulk('a'.repeat(size))) === 'a'.repeat(size)).toBe(true)
    for (const at of [0, 1, 4095, 4096, 65_536, size - 3, size - 2, size - 1]) {
      const text = `${'a'.repeat(at)}é${'a'.repeat(size - 1 - at)}`
      expect(decode(bulk(utf8(text))) === text, `at ${at}`).toBe(true)
    }
  })

  it('may be 1 MiB, with one byte that is not UTF-8 anywhere in it, at any place in memory', () => {
    const size = 1024 * 1024
    const memory = new Uint8Array(size + 100).fill(97)
    for (let offset = 0; offset < 44; offset++) {
      const bytes = memory.subarray(offset % 5, (offset % 5) + size + 12)
      bytes.set(wire(`$${size}\r\n`))
      bytes.set(wire('\r\n'), 10 + size)
      const at = 10 + (offset < 40 ? size - 1 - offset : offset - 40)
      bytes[at] = 0xff
      expect((decode(bytes) as string).indexOf('\ufffd'), `at ${at} of a view at ${offset % 5}`).toBe(at - 10)
      bytes[at] = 97
      expect(decode(bytes) === 'a'.repeat(size)).toBe(true)
      memory.fill(97, 0, 20)
      memory.fill(97, size)
    }
  })

  it('has U+FFFD where its bytes are not UTF-8, and keeps a byte order mark', () => {
    expect(decode(bulk('\xff'))).toBe('\ufffd')
    expect(decode(bulk('a\xc3'))).toBe('a\ufffd')
    expect(decode(bulk('\xed\xa0\x80'))).toBe('\ufffd\ufffd\ufffd')
    expect(decode(bulk(`${'x'.repeat(40)}\xff`))).toBe(`${'x'.repeat(40)}\ufffd`)
    expect(decode(bulk(utf8('\ufeffa')))).toBe('\ufeffa')
    expect(decode(bulk(utf8(`\ufeff${'a'.repeat(40)}`)))).toBe(`\ufeff${'a'.repeat(40)}`)
  })

  it('is bytes in binary mode, and simple strings are not', () => {
    const all = Uint8Array.from({ length: 256 }, (_, i) => i)
    const content = Buffer.from(all).toString('latin1')
    expect(decode(bulk(content), true)).toEqual(all)
    expect(decode('*2\r\n+OK\r\n$1\r\n\xff\r\n', true)).toEqual(['OK', Uint8Array.of(255)])
    expect(decode('$0\r\n\r\n', true)).toEqual(new Uint8Array(0))
    expect(decode('$-1\r\n', true)).toBe(null)
  })
})

describe('a string longer than JavaScript can make', () => {
  it('is refused, wherever it stands in a reply, and the next reply is read all the same', () => {
    const length = 2 ** 29
    const before = wire(`*2\r\n$${length}\r\n`)
    const after = wire('\r\n:1\r\n+OK\r\n')
    const decoder = new ReplyDecoder()
    decoder.bytes = new Uint8Array(before.length + length + after.length)
    decoder.bytes.set(before)
    decoder.bytes.set(after, before.length + length)
    decoder.end = decoder.bytes.length
    const message = 'The reply is too large to decode; read it in binary or ask for it in parts'
    expect(() => decoder.decode(false)).toThrow(new RangeError(message))
    expect(decoder.decode(false)).toBe('OK')
  })
})
