import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ReplyFramer } from '../../src/resp/frame.ts'
import { decode, plain, push, resp2, resp3, wire } from './resp-replies.ts'

const require = createRequire(import.meta.url)

interface RedisParserOptions {
  returnReply(reply: unknown): void
  returnError(error: Error): void
  returnBuffers?: boolean
  stringNumbers?: boolean
}
type RedisParser = new (options: RedisParserOptions) => { execute(chunk: Buffer): void }
const RedisParser: RedisParser = require('redis-parser')

interface ClientDecoderOptions {
  onReply(reply: unknown): void
  onErrorReply(reply: unknown): void
  onPush(push: unknown): void
  getTypeMapping(): Record<number, unknown>
}
type ClientDecoder = new (options: ClientDecoderOptions) => { write(chunk: Buffer): void }
const ClientDecoder: ClientDecoder = require('@redis/client/dist/lib/RESP/decoder.js').Decoder

function byRedisParser(reply: string, options: { returnBuffers?: boolean; stringNumbers?: boolean } = {}): unknown {
  const replies: unknown[] = []
  const keep = (value: unknown) => void replies.push(value)
  new RedisParser({ returnReply: keep, returnError: keep, ...options }).execute(Buffer.from(reply, 'latin1'))
  expect(replies).toHaveLength(1)
  return replies[0]
}

const SET = 126
const BULK_STRING = 36
const VERBATIM_STRING = 61

function byRedisClient(reply: string, binary: boolean): unknown {
  const replies: unknown[] = []
  const keep = (value: unknown) => void replies.push(value)
  const types: Record<number, unknown> = { [SET]: Set }
  if (binary) {
    types[BULK_STRING] = Buffer
    types[VERBATIM_STRING] = Buffer
  }
  const decoder = new ClientDecoder({
    onReply: keep,
    onErrorReply: keep,
    onPush: keep,
    getTypeMapping: () => types,
  })
  decoder.write(Buffer.from(reply, 'latin1'))
  expect(replies).toHaveLength(1)
  return replies[0]
}

/** Error classes differ; that ours are `RedisError` everywhere is part of what is compared. */
function expected(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, withSpecials))
}

function withSpecials(this: unknown, key: string, value: unknown): unknown {
  if (key === 'ours') return undefined
  if (typeof value === 'bigint') return { bigint: String(value) }
  if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))) {
    return { number: Object.is(value, -0) ? '-0' : String(value) }
  }
  return value
}

function integersAsText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(integersAsText)
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : value
}

describe('RESP2, as redis-parser reads it', () => {
  it('gives the same strings, integers, nulls, errors and arrays', () => {
    fc.assert(
      fc.property(resp2, (reply) => {
        const theirs = byRedisParser(reply, { stringNumbers: true })
        expect(expected(plain(integersAsText(decode(reply))))).toEqual(expected(plain(theirs)))
      }),
      { numRuns: 2000 },
    )
  })

  it('gives the same bytes in binary mode, simple strings being text all the same', () => {
    const asText = (value: unknown): unknown =>
      value instanceof Uint8Array
        ? Buffer.from(value).toString('utf8')
        : Array.isArray(value)
          ? value.map(asText)
          : value
    fc.assert(
      fc.property(resp2, (reply) => {
        const ours = decode(reply, true)
        const theirs = byRedisParser(reply, { returnBuffers: true, stringNumbers: true })
        expect(expected(plain(integersAsText(asText(ours))))).toEqual(expected(plain(asText(theirs))))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('RESP3, as @redis/client reads it', () => {
  it('gives the same values of every type', () => {
    fc.assert(
      fc.property(resp3, (reply) => {
        expect(expected(plain(decode(reply)))).toEqual(expected(plain(byRedisClient(reply, false))))
      }),
      { numRuns: 3000 },
    )
  })

  it('gives the same values in binary mode, and a push as an array', () => {
    fc.assert(
      fc.property(fc.oneof({ arbitrary: resp3, weight: 9 }, { arbitrary: push, weight: 1 }), (reply) => {
        expect(expected(plain(decode(reply, true)))).toEqual(expected(plain(byRedisClient(reply, true))))
      }),
      { numRuns: 3000 },
    )
  })

  it('skips attributes before any value, as though they were not there', () => {
    const attributes = fc.array(fc.tuple(resp3, resp3), { maxLength: 2 })
    fc.assert(
      fc.property(resp3, resp3, attributes, (first, second, pairs) => {
        const attribute = `|${pairs.length}\r\n${pairs.flat().join('')}`
        const decorated = `${attribute}*2\r\n${attribute}${first}${attribute}${attribute}${second}`
        expect(plain(decode(decorated))).toEqual(plain(decode(`*2\r\n${first}${second}`)))
        const keyed = `%1\r\n${attribute}+key\r\n${attribute}${first}`
        expect(plain(decode(keyed))).toEqual(plain(decode(`%1\r\n+key\r\n${first}`)))
      }),
      { numRuns: 500 },
    )
  })
})

describe('a reply that arrives in pieces', () => {
  const reply = fc.oneof(
    resp2,
    resp3,
    push,
    fc.tuple(resp3, resp3).map(([about, value]) => `|1\r\n+about\r\n${about}${value}`),
  )

  it('is whole at its last byte and not before, wherever its bytes lie meanwhile', () => {
    fc.assert(
      fc.property(reply, fc.nat(50), (text, shift) => {
        const bytes = wire(text)
        const framer = new ReplyFramer()
        // Room for both places, filled with what would be taken for more replies if it were looked at.
        const room = new Uint8Array(bytes.length + 60).fill(':'.charCodeAt(0))
        for (let length = 0; length < bytes.length; length++) {
          const start = length % 2 === 0 ? shift : 3
          room.fill(':'.charCodeAt(0))
          room.set(bytes.subarray(0, length), start)
          expect(framer.scan(room, start, start + length)).toBe(-1)
        }
        expect(framer.scan(bytes, 0, bytes.length)).toBe(bytes.length)
      }),
      { numRuns: 400 },
    )
  })

  it('is told apart from the replies behind it, in pieces of any size', () => {
    fc.assert(
      fc.property(fc.array(reply, { minLength: 1, maxLength: 4 }), fc.array(fc.nat(30)), (replies, sizes) => {
        const bytes = wire(replies.join(''))
        const ends = replies.map((_, i) => replies.slice(0, i + 1).join('').length)
        const framer = new ReplyFramer()
        const found: number[] = []
        let start = 0
        let end = 0
        for (let i = 0; end < bytes.length || start < bytes.length; i++) {
          end = Math.min(bytes.length, end + 1 + (sizes[i] ?? 64))
          while (start < end) {
            const next = framer.scan(bytes, start, end)
            if (next < 0) break
            found.push(next)
            start = next
          }
        }
        expect(found).toEqual(ends)
      }),
      { numRuns: 1000 },
    )
  })

  it('is forgotten by reset', () => {
    const framer = new ReplyFramer()
    expect(framer.scan(wire('*2\r\n$5\r\nhel'), 0, 11)).toBe(-1)
    framer.reset()
    expect(framer.scan(wire('+OK\r\n'), 0, 5)).toBe(5)
  })
})
