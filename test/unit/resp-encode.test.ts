import { createRequire } from 'node:module'
import vm from 'node:vm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Argument, encodeRequest, requestSize } from '../../src/resp/encode.ts'
import { bulk, encode, utf8 } from './resp-replies.ts'

interface RedisParserOptions {
  returnReply(reply: unknown): void
  returnError(error: Error): void
  returnBuffers: boolean
}
type RedisParser = new (options: RedisParserOptions) => { execute(chunk: Buffer): void }
const RedisParser: RedisParser = createRequire(import.meta.url)('redis-parser')

/** What the engine takes an argument for. */
function received(arg: Argument): string {
  if (arg instanceof Uint8Array) return Buffer.from(arg).toString('latin1')
  if (arg === Infinity) return 'inf'
  if (arg === -Infinity) return '-inf'
  return utf8(String(arg))
}

const text = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  // Any sequence of UTF-16 units, lone surrogates included.
  fc.uint16Array({ maxLength: 40 }).map((units) => String.fromCharCode(...units)),
  fc.tuple(fc.string({ unit: 'binary', maxLength: 4 }), fc.integer({ min: 1, max: 700 })).map(([s, n]) => s.repeat(n)),
)
const argument: fc.Arbitrary<Argument> = fc.oneof(
  text,
  fc.uint8Array({ maxLength: 300 }),
  fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
  fc.integer(),
  fc.double({ noNaN: true }),
  fc.bigInt(),
)
const request = fc
  .tuple(fc.oneof(text, fc.uint8Array({ maxLength: 20 })), fc.array(argument, { maxLength: 12 }))
  .map(([name, args]): Argument[] => [name, ...args])

describe('a request', () => {
  it('is an array of bulk strings', () => {
    expect(encode('GET', 'key:000001')).toBe('*2\r\n$3\r\nGET\r\n$10\r\nkey:000001\r\n')
    expect(encode('PING')).toBe('*1\r\n$4\r\nPING\r\n')
    expect(encode('SET', '', new Uint8Array(0))).toBe('*3\r\n$3\r\nSET\r\n$0\r\n\r\n$0\r\n\r\n')
  })

  it('reads back as its arguments, within the size that was asked for and nowhere else', () => {
    fc.assert(
      fc.property(request, fc.nat(20), (args, at) => {
        const size = requestSize(args)
        const bytes = new Uint8Array(at + size + 8).fill(0xee)
        const end = encodeRequest(bytes, at, args)
        expect(end).toBeLessThanOrEqual(at + size)
        expect(bytes.subarray(0, at).every((byte) => byte === 0xee)).toBe(true)
        expect(bytes.subarray(at + size).every((byte) => byte === 0xee)).toBe(true)

        const requests: Buffer[][] = []
        const keep = (value: unknown) => void requests.push(value as Buffer[])
        const parser = new RedisParser({ returnReply: keep, returnError: keep, returnBuffers: true })
        parser.execute(Buffer.from(bytes.subarray(at, end)))
        expect(requests.map((parts) => parts.map((part) => part.toString('latin1')))).toEqual([args.map(received)])
      }),
      { numRuns: 1500 },
    )
  })

  it('counts as many arguments as there are', () => {
    for (const count of [9, 10, 99, 100, 1000, 12345]) {
      const parts = encode('DEL', ...new Array<string>(count - 1).fill('k'))
      expect(parts.startsWith(`*${count}\r\n$3\r\nDEL\r\n`)).toBe(true)
      expect(parts.split('$1\r\nk\r\n')).toHaveLength(count)
    }
  })
})

describe('a string', () => {
  it('goes as UTF-8, whatever its length', () => {
    for (const length of [
      0, 1, 8, 9, 10, 23, 24, 25, 63, 64, 65, 99, 100, 999, 1000, 1023, 1024, 1025, 9999, 10000, 70000,
    ]) {
      for (const unit of ['a', 'é', '€', '\u{1f600}', '\0', '\x7f', '\x80']) {
        const value = unit.repeat(length)
        expect(encode('ECHO', value) === `*2\r\n$4\r\nECHO\r\n${bulk(utf8(value))}`, `${length} of ${unit}`).toBe(true)
      }
    }
  })

  it('has its length right where only the last character is not ASCII', () => {
    for (const length of [8, 9, 24, 25, 98, 99, 998, 999, 1024, 9998]) {
      const value = `${'a'.repeat(length)}é`
      expect(encode('ECHO', value)).toBe(`*2\r\n$4\r\nECHO\r\n${bulk(utf8(value))}`)
    }
  })

  it('has U+FFFD for each lone surrogate', () => {
    expect(encode('ECHO', 'a\ud83d')).toBe(`*2\r\n$4\r\nECHO\r\n${bulk(utf8('a\ufffd'))}`)
    expect(encode('ECHO', '\ude00b')).toBe(`*2\r\n$4\r\nECHO\r\n${bulk(utf8('\ufffdb'))}`)
    expect(encode('ECHO', `${'x'.repeat(2000)}\ude00\ud83d`)).toContain(`$2006\r\n`)
  })

  it('needs little more room than its bytes when it is long', () => {
    const length = 5 * 1024 * 1024
    expect(requestSize(['SET', 'k', 'a'.repeat(length)])).toBeLessThan(length + 128)
    expect(requestSize(['SET', 'k', 'é'.repeat(length)])).toBeLessThan(2 * length + 128)
  })
})

describe('a number', () => {
  it('goes as the text that JavaScript prints', () => {
    const values = [0, 7, 9, 10, -1, 1.5, -0.25, 1e21, 5e-324, 2 ** 53, Number.MAX_VALUE, -1.2345678901234567e-308]
    for (const value of values) expect(encode('ECHO', value)).toBe(`*2\r\n$4\r\nECHO\r\n${bulk(String(value))}`)
  })

  it('is spelled as the engine spells it where that differs', () => {
    expect(encode('ECHO', Infinity, -Infinity)).toBe('*3\r\n$4\r\nECHO\r\n$3\r\ninf\r\n$4\r\n-inf\r\n')
    expect(encode('ECHO', -0)).toBe('*2\r\n$4\r\nECHO\r\n$1\r\n0\r\n')
  })

  it('keeps every digit as a bigint', () => {
    expect(encode('ECHO', 2n ** 64n)).toBe(`*2\r\n$4\r\nECHO\r\n${bulk('18446744073709551616')}`)
    expect(encode('ECHO', -(10n ** 400n))).toBe(`*2\r\n$4\r\nECHO\r\n${bulk(`-1${'0'.repeat(400)}`)}`)
  })
})

describe('bytes', () => {
  it('go as they are, from a part of a buffer too', () => {
    const all = Uint8Array.of(1, 2, 0, 255, 13, 10, 3)
    expect(encode('ECHO', all.subarray(2, 6))).toBe('*2\r\n$4\r\nECHO\r\n$4\r\n\0\xff\r\n\r\n')
    expect(encode('ECHO', Buffer.from('hi'))).toBe('*2\r\n$4\r\nECHO\r\n$2\r\nhi\r\n')
    expect(encode(Uint8Array.of(71, 69, 84), 'k')).toBe('*2\r\n$3\r\nGET\r\n$1\r\nk\r\n')
  })

  it('may come from another realm, as in the sandboxes of test runners', () => {
    const foreign: Uint8Array = vm.runInNewContext('Uint8Array.of(104, 105)')
    expect(foreign).not.toBeInstanceOf(Uint8Array)
    expect(encode('ECHO', foreign)).toBe('*2\r\n$4\r\nECHO\r\n$2\r\nhi\r\n')
  })
})

describe('a wrong argument', () => {
  const size = (...args: unknown[]) => requestSize(args as Argument[])

  it.each([
    [undefined, 'undefined'],
    [null, 'null'],
    [true, 'true'],
    [Number.NaN, 'the number NaN'],
    [['a'], 'an array (spread its elements)'],
    [{ a: 1 }, 'an object'],
    [Object.create(null), 'an object'],
    [new Date(0), 'an object (Date)'],
    [new Map(), 'an object (Map)'],
    [new Float64Array(1), 'an object (Float64Array)'],
    [new ArrayBuffer(8), 'an object (ArrayBuffer)'],
    [Symbol('s'), 'a symbol'],
    [() => 1, 'a function'],
  ])('is refused by its position: %o', (wrong, name) => {
    const message = `is ${name}; it must be a string, number, bigint or Uint8Array`
    expect(() => size('SET', 'k', wrong)).toThrow(new TypeError(`Argument 2 of SET ${message}`))
    expect(() => size('get', wrong)).toThrow(new TypeError(`Argument 1 of GET ${message}`))
    expect(() => size(Buffer.from('get'), 'a', 'b', wrong)).toThrow(new TypeError(`Argument 3 of GET ${message}`))
  })

  it('is found in a hole of the array too', () => {
    const args: Argument[] = ['MGET', 'a']
    args[3] = 'c'
    expect(() => requestSize(args)).toThrow('Argument 2 of MGET is undefined')
  })

  it('can be the name, which is text or bytes', () => {
    expect(() => size(5)).toThrow(
      new TypeError('The name of a command, position 0, is the number 5; it must be a string or Uint8Array'),
    )
    expect(() => size(undefined, 'k')).toThrow('The name of a command, position 0, is undefined')
    expect(() => size(5n)).toThrow('The name of a command, position 0, is the bigint 5')
  })

  it('can be the whole request', () => {
    expect(() => requestSize([])).toThrow(new TypeError('A request needs at least the name of a command, such as PING'))
    expect(() => requestSize('GET' as unknown as Argument[])).toThrow(/^A request is an array .* not a string$/)
    expect(() => requestSize(undefined as unknown as Argument[])).toThrow(/not undefined$/)
  })

  it('does not put a whole value into the message', () => {
    expect(() => size('x'.repeat(10_000), null)).toThrow(/^.{0,200}$/)
  })
})
