import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ProtocolError } from '../../src/errors.ts'
import { ReplyDecoder } from '../../src/resp/decode.ts'
import { ReplyFramer } from '../../src/resp/frame.ts'
import { decode, push, resp2, resp3, wire } from './resp-replies.ts'

describe('malformed bytes', () => {
  it.each([
    ['hello\r\n', 'Byte 0x68 (h) at offset 0 of the reply should be the type byte of a reply.'],
    ['*2\r\n:1\r\n\0\r\n', 'Byte 0x00 at offset 8 of the reply should be the type byte of a reply.'],
    [':12x\r\n', 'Byte 0x78 (x) at offset 3 of the reply should be the CR that ends a line.'],
    [':\r\n', 'Byte 0x0d at offset 1 of the reply should be a digit.'],
    [':--1\r\n', 'Byte 0x2d (-) at offset 2 of the reply should be a digit.'],
    [
      ':1234567890123456789012\r\n',
      'Byte 0x31 (1) at offset 21 of the reply should be the CR after an integer of 64 bits.',
    ],
    ['$3\r\nabcd\r\n', 'Byte 0x64 (d) at offset 7 of the reply should be the CR that ends a line.'],
    ['$3\r\nabc\rx', 'Byte 0x78 (x) at offset 8 of the reply should be the LF after a CR.'],
    ['$-2\r\n', 'Byte 0x32 (2) at offset 2 of the reply should be the 1 of a null, -1.'],
    ['$?\r\n', 'Byte 0x3f (?) at offset 1 of the reply should be a digit.'],
    ['%-1\r\n', 'Byte 0x2d (-) at offset 1 of the reply should be a digit.'],
    ['!-1\r\n', 'Byte 0x2d (-) at offset 1 of the reply should be a digit.'],
    ['+a\rb\r\n', 'Byte 0x62 (b) at offset 3 of the reply should be the LF after a CR.'],
    ['#x\r\n', 'Byte 0x78 (x) at offset 1 of the reply should be t or f.'],
    ['#true\r\n', 'Byte 0x72 (r) at offset 2 of the reply should be the CR that ends a line.'],
    ['_x\r\n', 'Byte 0x78 (x) at offset 1 of the reply should be the CR of a null.'],
    [',1.2.3\r\n', 'Byte 0x31 (1) at offset 1 of the reply should be a double.'],
    [',Infinity\r\n', 'Byte 0x49 (I) at offset 1 of the reply should be a double.'],
    [',0x10\r\n', 'Byte 0x30 (0) at offset 1 of the reply should be a double.'],
    ['(1e5\rx', 'Byte 0x78 (x) at offset 5 of the reply should be the LF after a CR.'],
    ['=3\r\ntxt\r\n', 'Byte 0x74 (t) at offset 4 of the reply should be a format of three letters and a colon.'],
    ['=5\r\ntxt,a\r\n', 'Byte 0x2c (,) at offset 7 of the reply should be the colon after a format.'],
    ['*1\r\n|1\r\n+a\r\n?\r\n', 'Byte 0x3f (?) at offset 12 of the reply should be the type byte of a reply.'],
    [
      '%1\r\n*1\r\n$1\r\nab\r\n:1\r\n',
      'Byte 0x62 (b) at offset 13 of the reply should be the CR that ends a bulk string.',
    ],
    ['', 'The reply ends at offset 0, before the type byte of a value.'],
    ['+OK', 'The reply ends at offset 3, before the CR LF of a line.'],
    ['$5\r\nab', 'The reply ends at offset 6, before the end of a string of 5 bytes.'],
    ['*3\r\n:1\r\n', 'The reply ends at offset 8, before the 3 values that offset 1 announces.'],
    ['*1000000000\r\n', 'The reply ends at offset 13, before the 1000000000 values that offset 1 announces.'],
  ])('are told by their place: %j', (reply, message) => {
    const remedy = ' The stream cannot be read any further: close this connection and open another.'
    expect(() => decode(reply)).toThrow(new ProtocolError(message + remedy))
    // Places are counted from the reply's own beginning.
    const decoder = new ReplyDecoder()
    decoder.bytes = wire(`+OK\r\n${reply}`)
    decoder.end = decoder.bytes.length
    decoder.decode(false)
    expect(() => decoder.decode(false)).toThrow(message)
  })

  it.each([
    ['hello\r\n', 'Byte 0x68 (h) at offset 0 of the reply should be the type byte of a reply.'],
    ['*1\r\n$x', 'Byte 0x78 (x) at offset 5 of the reply should be the digit of a length.'],
    ['$1x', 'Byte 0x78 (x) at offset 2 of the reply should be the CR after a length.'],
    ['$1\rx', 'Byte 0x78 (x) at offset 3 of the reply should be the LF after a CR.'],
    ['$-1x', 'Byte 0x78 (x) at offset 3 of the reply should be the CR after a length.'],
    ['$-3\r\n', 'Byte 0x33 (3) at offset 2 of the reply should be the 1 of a null, -1.'],
    ['$1\r\nabc', 'Byte 0x62 (b) at offset 5 of the reply should be the CR that ends a bulk string.'],
    ['$1\r\na\rc', 'Byte 0x63 (c) at offset 6 of the reply should be the LF that ends a bulk string.'],
    ['+a\rb', 'Byte 0x62 (b) at offset 3 of the reply should be the LF after a CR.'],
    ['*1234567890123456', 'Byte 0x36 (6) at offset 16 of the reply should be the CR after a length.'],
  ])('stop a framer as soon as they arrive: %j', (reply, message) => {
    const framer = new ReplyFramer()
    const bytes = wire(`>>>${reply}`)
    expect(() => framer.scan(bytes, 3, bytes.length)).toThrow(message)
    // It forgets what it could not read.
    expect(framer.scan(wire('+OK\r\n'), 0, 5)).toBe(5)
  })

  it('leave nothing behind in a decoder that goes on with another stream', () => {
    const decoder = new ReplyDecoder()
    for (const reply of [
      '|1\r\n*5\r\n:1\r\n:2\r\n',
      '%1\r\n*2\r\n$9\r\n',
      '*2\r\n*1\r\n?\r\n',
      '|1\r\n:1\r\n:2\r\n+OK\r\n',
    ]) {
      decoder.bytes = wire(reply)
      decoder.position = 0
      decoder.end = reply.length
      if (reply.endsWith('+OK\r\n')) expect(decoder.decode(false)).toBe('OK')
      else expect(() => decoder.decode(false)).toThrow(ProtocolError)
    }
  })

  it('announce more values than can be counted', () => {
    const most = '*999999999999999\r\n'
    const framer = new ReplyFramer()
    expect(framer.scan(wire(most.repeat(9)), 0, most.length * 9)).toBe(-1)
    expect(() => framer.scan(wire(most.repeat(10)), 0, most.length * 10)).toThrow('the end of a smaller count')
  })

  it('announce more than they hold without any memory being taken for it', () => {
    const size = 20_000
    const before = process.memoryUsage().heapUsed
    // Each array alone could be true; all of them together could not.
    expect(() => decode(`*${size}\r\n`.repeat(size))).toThrow(ProtocolError)
    expect(() => decode(`%${size}\r\n+a\r\n`.repeat(size))).toThrow(ProtocolError)
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(100_000_000)
  })
})

/** A small generator of its own, because 200,000 cases would keep fast-check busy for minutes. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const ALPHABET = wire('+-:$*_#,(!=%~>|0123456789\r\n\r\n\r\ntf.einan?\0\xff')

describe('damaged and random replies', () => {
  const seed = Number(process.env.RESP_SEED ?? Date.now() % 2 ** 31)

  /** Decodes and frames, both of which must end in a value or a `ProtocolError`, and agree. */
  function read(bytes: Uint8Array, decoder: ReplyDecoder, framer: ReplyFramer, start: number, end: number): boolean {
    let framed: number
    try {
      framed = framer.scan(bytes, start, end)
      framer.reset()
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error
      framed = -2
    }
    if (framed > end) throw new Error(`the framer read up to ${framed}`)
    decoder.bytes = bytes
    decoder.position = start
    decoder.end = end
    try {
      decoder.decode((start & 1) === 0)
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error
      return false
    }
    if (decoder.position !== framed) throw new Error(`decoded up to ${decoder.position}, framed up to ${framed}`)
    return true
  }

  function survives(reply: Uint8Array, decoder: ReplyDecoder, framer: ReplyFramer, context: string): boolean {
    // Behind the end lies what would complete many a truncated reply, were it read.
    const room = new Uint8Array(reply.length + 16)
    const start = reply.length % 5
    room.set(reply, start)
    room.set(ALPHABET.subarray(25, 36), start + reply.length)
    try {
      return read(room, decoder, framer, start, start + reply.length)
    } catch (error) {
      throw new Error(`${context}: ${JSON.stringify(Buffer.from(reply).toString('latin1'))}`, { cause: error })
    }
  }

  // Most of the time of this test would go into the stacks of a few hundred thousand errors.
  const stackTraceLimit = Error.stackTraceLimit
  beforeEach(() => {
    Error.stackTraceLimit = 0
  })
  afterEach(() => {
    Error.stackTraceLimit = stackTraceLimit
  })

  it('end in a value or a ProtocolError, and the framer agrees with the decoder', () => {
    const random = randomFrom(seed)
    const context = `run again with RESP_SEED=${seed}`
    const replies = fc.sample(fc.oneof(resp2, resp3, push), { numRuns: 500, seed }).map(wire)
    const decoder = new ReplyDecoder()
    const framer = new ReplyFramer()
    let values = 0
    const started = performance.now()
    for (let i = 0; i < 200_000; i++) {
      let reply = Uint8Array.from(replies[random(replies.length)])
      for (let mutations = 1 + random(3); mutations > 0; mutations--) {
        const at = random(reply.length + 1)
        const byte = ALPHABET[random(ALPHABET.length)]
        const kind = random(6)
        if (kind < 2 && at < reply.length) reply[at] = kind === 0 ? byte : random(256)
        else if (kind === 2) reply = Uint8Array.of(...reply.subarray(0, at), byte, ...reply.subarray(at))
        else if (kind === 3) reply = Uint8Array.of(...reply.subarray(0, at), ...reply.subarray(at + 1 + random(4)))
        else if (kind === 4) reply = reply.slice(0, at)
        else reply = Uint8Array.of(...reply.subarray(0, at), ...replies[random(replies.length)])
      }
      if (survives(reply, decoder, framer, context)) values++
    }
    for (let i = 0; i < 100_000; i++) {
      const reply = Uint8Array.from({ length: random(24) }, () => ALPHABET[random(ALPHABET.length)])
      if (survives(reply, decoder, framer, context)) values++
    }
    // Neither all whole nor all broken, or this tests less than it says.
    expect(values).toBeGreaterThan(5_000)
    expect(values).toBeLessThan(150_000)
    expect(performance.now() - started).toBeLessThan(25_000)
  })
})
