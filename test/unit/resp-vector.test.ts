import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type Argument, requestSize } from '../../src/resp/encode.ts'
import { encodeVector, NO_ROOM, tryVector } from '../../src/resp/vector.ts'

const room = 1 << 16

/** What the engine finds there: counts and lengths are 32 bits, little endian. */
function read(bytes: Uint8Array, end: number): string[] {
  const view = new DataView(bytes.buffer)
  const args: string[] = []
  let at = 4
  for (let left = view.getUint32(0, true); left > 0; left--) {
    const length = view.getUint32(at, true)
    args.push(Buffer.from(bytes.buffer, at + 4, length).toString())
    at += 4 + Math.ceil(length / 4) * 4
  }
  expect(at).toBe(end)
  return args
}

function tried(args: readonly Argument[], limit = room): string[] | undefined {
  const bytes = new Uint8Array(room).fill(0xaa)
  const end = tryVector(bytes, new Uint32Array(bytes.buffer), 0, limit, args)
  if (end === NO_ROOM) return undefined
  expect(end).toBeLessThanOrEqual(limit)
  return read(bytes, end)
}

function measured(args: readonly Argument[]): string[] {
  const bytes = new Uint8Array(requestSize(args))
  return read(bytes, encodeVector(bytes, 0, args))
}

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ maxLength: 100 }), fc.string({ unit: 'grapheme' }))

describe('a request as an argument vector', () => {
  test('has its arguments as UTF-8, padded to words', () => {
    expect(tried(['SET', 'ключ', 12, 'x'.repeat(33)])).toEqual(['SET', 'ключ', '12', 'x'.repeat(33)])
  })

  test('is the same whether it was measured first or not', () => {
    const wellFormed = text.map((one) => Buffer.from(one).toString()) // lone surrogates become U+FFFD
    fc.assert(
      fc.property(
        wellFormed,
        fc.array(fc.oneof(wellFormed, fc.double({ noNaN: true }), fc.integer())),
        (name, rest) => {
          const args = [name, ...rest]
          expect(tried(args)).toEqual(measured(args))
        },
      ),
    )
  })

  test.each([
    [0, '0'],
    [-0, '0'],
    [7, '7'],
    [10, '10'],
    [999_999_999, '999999999'],
    [1_000_000_000, '1000000000'],
    [-1, '-1'],
    [2 ** 53, '9007199254740992'],
    [0.1, '0.1'],
    [Infinity, 'inf'],
    [-Infinity, '-inf'],
  ])('the number %d is %s', (value, shown) => {
    expect(tried(['N', value])).toEqual(['N', shown])
    expect(measured(['N', value])).toEqual(['N', shown])
  })

  it('is left to be measured when it may not fit, and nothing behind the limit is touched', () => {
    for (const arg of ['four', 'ключ', 1234, 'x'.repeat(40)]) {
      for (let limit = 0; limit < 200; limit++) {
        const bytes = new Uint8Array(400).fill(0xaa)
        const end = tryVector(bytes, new Uint32Array(bytes.buffer), 0, limit, ['ECHO', arg])
        expect(bytes.subarray(limit).every((byte) => byte === 0xaa)).toBe(true)
        if (end !== NO_ROOM) expect(read(bytes, end)).toEqual(['ECHO', String(arg)])
      }
    }
  })

  it('is left to be measured with bytes, a bigint or nothing in it', () => {
    expect(tried(['SET', new Uint8Array(2)])).toBeUndefined()
    expect(tried(['SET', 1n])).toBeUndefined()
    expect(tried([])).toBeUndefined()
  })

  it('with NaN in it is refused by its position', () => {
    expect(() => tried(['SET', 'k', NaN])).toThrow(/Argument 2 of SET is the number NaN/)
  })
})
