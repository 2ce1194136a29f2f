import fc from 'fast-check'
import { RedisError } from '../../src/errors.ts'
import { ReplyDecoder } from '../../src/resp/decode.ts'
import { type Argument, encodeRequest, requestSize } from '../../src/resp/encode.ts'
import type { Reply } from '../../src/resp/reply.ts'

/** Bytes of text in which every character is one byte, as replies are written in these tests. */
export function wire(latin1: string): Uint8Array {
  return new Uint8Array(Buffer.from(latin1, 'latin1'))
}

/** The UTF-8 bytes of `text`, in the same notation. */
export function utf8(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1')
}

export function bulk(content: string): string {
  return `$${content.length}\r\n${content}\r\n`
}

/** Decodes the one reply that `reply` holds, and checks that it was read to its end. */
export function decode(reply: string | Uint8Array, binary = false): Reply {
  const decoder = new ReplyDecoder()
  decoder.bytes = typeof reply === 'string' ? wire(reply) : reply
  decoder.end = decoder.bytes.length
  const value = decoder.decode(binary)
  if (decoder.position !== decoder.end) throw new Error(`read ${decoder.position} of ${decoder.end} bytes`)
  return value
}

/** The request as the engine would receive it. */
export function encode(...args: Argument[]): string {
  const bytes = new Uint8Array(requestSize(args))
  return Buffer.from(bytes.subarray(0, encodeRequest(bytes, 0, args))).toString('latin1')
}

/** A reply as plain data, the same for this library's types and for those of the parsers it is compared with. */
export function plain(value: unknown): unknown {
  if (value instanceof Error) return { error: value.message, ours: value instanceof RedisError || undefined }
  if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString('latin1') }
  if (value instanceof Set) return { set: [...value].map(plain) }
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value === 'object' && value !== null) return { map: Object.entries(value).map(([k, v]) => [k, plain(v)]) }
  return value
}

const LF = '\r\n'
const anyBytes = fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString('latin1'))
const validText = fc.string({ unit: 'binary', maxLength: 20 }).map(utf8)
const line = fc.oneof(anyBytes, validText).map((text) => text.replaceAll(/[\r\n]/g, ' '))
const count = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
const small = fc.integer({ min: -1000, max: 1000 })
const blob = fc.oneof(anyBytes, validText, fc.stringMatching(/^[ -~]{0,60}$/))

/** Whole replies of RESP2, errors, nulls, nesting and integers of 64 bits included. */
export const resp2: fc.Arbitrary<string> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    blob.map(bulk),
    fc.oneof(small, count).map((n) => `:${n}${LF}`),
    line.map((text) => `+${text}${LF}`),
    line.map((text) => `-ERR ${text}${LF}`),
    fc.constantFrom(`$-1${LF}`, `*-1${LF}`),
    fc.array(tie('value'), { maxLength: 6 }).map((values) => `*${values.length}${LF}${values.join('')}`),
  ),
})).value as fc.Arbitrary<string>

// The sum in which @redis/client collects an integer is rounded where it comes nearer to 2^53 than its last byte.
const nearlySafe = fc.integer({ min: 256 - 2 ** 53, max: 2 ** 53 - 256 })
const safe = fc.oneof(small, nearlySafe).map((n) => `:${n === 0 ? 0 : n}${LF}`)
const double = fc.oneof(
  fc.double({ noDefaultInfinity: true, noNaN: true }).map((n) => (Object.is(n, -0) ? '-0' : String(n))),
  fc.constantFrom('inf', '-inf', 'nan', '3', '-0', '1.50', '1e+20', '2.5e-07'),
)
// Other clients collect maps in an ordinary object, where `__proto__` cannot be a key.
const key = fc.oneof(
  validText.filter((text) => text !== '__proto__').map(bulk),
  fc.stringMatching(/^[a-z]{1,8}$/).map((text) => `+${text}${LF}`),
  safe,
)

/** Whole values of RESP3 as `@redis/client` reads them: integers up to 2^53, no attributes. */
export const resp3: fc.Arbitrary<string> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    blob.map(bulk),
    safe,
    double.map((text) => `,${text}${LF}`),
    count.map((n) => `(${n * 1_000_003n}${LF}`),
    fc.constantFrom(`#t${LF}`, `#f${LF}`, `_${LF}`),
    line.map((text) => `+${text}${LF}`),
    line.map((text) => `-ERR ${text}${LF}`),
    blob.map((text) => `!${text.length + 4}${LF}ERR ${text}${LF}`),
    blob.map((text) => `=${text.length + 4}${LF}txt:${text}${LF}`),
    fc.array(tie('value'), { maxLength: 5 }).map((values) => `*${values.length}${LF}${values.join('')}`),
    fc.array(tie('value'), { maxLength: 5 }).map((values) => `~${values.length}${LF}${values.join('')}`),
    fc
      .array(fc.tuple(key, tie('value')), { maxLength: 5 })
      .map((pairs) => `%${pairs.length}${LF}${pairs.flat().join('')}`),
  ),
})).value as fc.Arbitrary<string>

/** A push as the engine sends them: strings, integers and nulls. */
export const push: fc.Arbitrary<string> = fc
  .array(fc.oneof(blob.map(bulk), safe, fc.constant(`_${LF}`)), { minLength: 1, maxLength: 4 })
  .map((values) => `>${values.length}${LF}${values.join('')}`)
