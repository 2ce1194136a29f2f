import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import * as node from '../../src/resp/text.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

/** The same file as a browser loads it, where there is no `Buffer`. */
async function browser(): Promise<typeof node> {
  vi.stubGlobal('Buffer', undefined)
  vi.resetModules()
  return await import('../../src/resp/text.ts')
}

const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 80 }),
  fc.string({ unit: 'binary', maxLength: 40 }).map((text) => new TextEncoder().encode(text)),
  // Sequences that are nearly UTF-8: what replaces them must be the same everywhere.
  fc
    .array(fc.constantFrom(0x41, 0x80, 0xbf, 0xc0, 0xc3, 0xe0, 0xa0, 0xed, 0xef, 0xbb, 0xf0, 0x90, 0xf4, 0xf8, 0xff), {
      maxLength: 40,
    })
    .map((bytes) => Uint8Array.from(bytes)),
)

describe('text', () => {
  it('of each short length is read as it stands, with a character that is not ASCII in any place of it, too', () => {
    const ascii = Uint8Array.from({ length: 40 }, (_, i) => 33 + i)
    for (let length = 0; length < 30; length++) {
      const end = 3 + length
      expect(node.readText(ascii, 3, end)).toBe(String.fromCharCode(...ascii.subarray(3, end)))
      for (let place = 3; place < end; place++) {
        const invalid = ascii.slice()
        invalid[place] = 0xe9
        const expected = String.fromCharCode(...invalid.subarray(3, end)).replace('\u00e9', '\ufffd')
        expect(node.readText(invalid, 3, end)).toBe(expected)
      }
    }
  })

  it('reads the same in a browser as in Node', async () => {
    const web = await browser()
    vi.unstubAllGlobals()
    fc.assert(
      fc.property(anyBytes, fc.nat(10), (content, at) => {
        const bytes = new Uint8Array(content.length + 20)
        bytes.set(content, at)
        const end = at + content.length
        const expected = new TextDecoder('utf-8', { ignoreBOM: true }).decode(content)
        expect(node.readText(bytes, at, end)).toBe(expected)
        expect(web.readText(bytes, at, end)).toBe(expected)
        expect(web.readLatin1(bytes, at, end)).toBe(node.readLatin1(bytes, at, end))
        expect(node.readLatin1(bytes, at, end).length).toBe(content.length)
      }),
      { numRuns: 3000 },
    )
  })

  it('is measured the same in a browser as in Node, lone surrogates included', async () => {
    const web = await browser()
    vi.unstubAllGlobals()
    const units = fc.oneof(
      fc.uint16Array({ maxLength: 20 }),
      fc.array(fc.constantFrom(0x41, 0x7ff, 0x800, 0xd800, 0xdbff, 0xdc00, 0xdfff, 0xffff), { maxLength: 20 }),
    )
    fc.assert(
      fc.property(units, (codes) => {
        const text = String.fromCharCode(...codes)
        const length = new TextEncoder().encode(text).length
        expect(web.utf8Length(text)).toBe(length)
        expect(node.utf8Length(text)).toBe(length)
      }),
      { numRuns: 3000 },
    )
  })

  it('keeps a byte order mark in a browser', async () => {
    const web = await browser()
    const bytes = new TextEncoder().encode('\ufeffa')
    expect(web.readText(bytes, 0, bytes.length)).toBe('\ufeffa')
  })

  it('is read from shared memory too, which a browser decodes no text from', async () => {
    class WebTextDecoder extends TextDecoder {
      override decode(input?: Uint8Array): string {
        if (input?.buffer instanceof SharedArrayBuffer) throw new TypeError('shared memory')
        return super.decode(input)
      }
    }
    vi.stubGlobal('TextDecoder', WebTextDecoder)
    const web = await browser()
    const shared = new Uint8Array(new SharedArrayBuffer(64))
    const text = 'grüße, longer than a short string'
    const { written } = new TextEncoder().encodeInto(text, shared)
    expect(web.readText(shared, 0, written)).toBe(text)
    expect(node.readText(shared, 0, written)).toBe(text)
    expect(node.copyBytes(shared, 0, 2).buffer).toBeInstanceOf(ArrayBuffer)
  })

  it('uses a Buffer only if it has the methods of Node, as polyfills have not', async () => {
    vi.stubGlobal('Buffer', { prototype: {}, byteLength: () => 3 })
    vi.resetModules()
    const polyfilled: typeof node = await import('../../src/resp/text.ts')
    expect(polyfilled.readText(Uint8Array.of(0xe2, 0x82, 0xac), 0, 3)).toBe('€')
  })
})
