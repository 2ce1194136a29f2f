import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ProtocolError, RedisError } from '../../src/errors.ts'
import { isPush, ReplyDecoder } from '../../src/resp/decode.ts'
import type { ReplyMap } from '../../src/resp/reply.ts'
import { bulk, decode, utf8, wire } from './resp-replies.ts'

describe('the types of RESP2', () => {
  it('are simple strings, integers, bulk strings, arrays and nulls', () => {
    expect(decode('+OK\r\n')).toBe('OK')
    expect(decode('+\r\n')).toBe('')
    expect(decode(':42\r\n')).toBe(42)
    expect(decode(':-7\r\n')).toBe(-7)
    expect(decode(':+7\r\n')).toBe(7)
    expect(decode('$5\r\nhello\r\n')).toBe('hello')
    expect(decode('$0\r\n\r\n')).toBe('')
    expect(decode('$4\r\n\r\n\r\n\r\n')).toBe('\r\n\r\n')
    expect(decode('*2\r\n:1\r\n*1\r\n+x\r\n')).toEqual([1, ['x']])
    expect(decode('*0\r\n')).toEqual([])
    expect(decode('$-1\r\n')).toBe(null)
    expect(decode('*-1\r\n')).toBe(null)
    expect(decode('*3\r\n$-1\r\n*-1\r\n:1\r\n')).toEqual([null, null, 1])
  })

  it('are errors, which are returned with their code', () => {
    const error = decode('-WRONGTYPE Operation against a key holding the wrong kind of value\r\n')
    expect(error).toBeInstanceOf(RedisError)
    expect(error).toMatchObject({
      code: 'WRONGTYPE',
      message: 'WRONGTYPE Operation against a key holding the wrong kind of value',
      command: undefined,
    })
    expect(decode('*2\r\n+a\r\n-ERR b\r\n')).toEqual(['a', new RedisError('ERR b')])
    expect(decode('-\r\n')).toMatchObject({ code: 'ERR', message: '' })
  })

  it('leave stack traces as they were, though an error reply has none', () => {
    const before = Error.stackTraceLimit
    const error = decode('-ERR x\r\n') as RedisError
    expect(Error.stackTraceLimit).toBe(before)
    expect(error.stack).not.toContain('    at ')
  })

  it('can be made where the language is frozen', () => {
    const writable = { value: Error.stackTraceLimit, configurable: true, enumerable: true, writable: true }
    Object.defineProperty(Error, 'stackTraceLimit', { ...writable, writable: false })
    try {
      expect(decode('-ERR x\r\n')).toBeInstanceOf(RedisError)
    } finally {
      Object.defineProperty(Error, 'stackTraceLimit', writable)
    }
  })
})

describe('the types of RESP3', () => {
  it('are nulls, booleans, doubles and big numbers', () => {
    expect(decode('_\r\n')).toBe(null)
    expect(decode('#t\r\n')).toBe(true)
    expect(decode('#f\r\n')).toBe(false)
    expect(decode(',1.5\r\n')).toBe(1.5)
    expect(decode(',10\r\n')).toBe(10)
    expect(decode(',.5\r\n')).toBe(0.5)
    expect(decode(',5.\r\n')).toBe(5)
    expect(decode(',-0\r\n')).toBe(-0)
    expect(decode(',1e+20\r\n')).toBe(1e20)
    expect(decode(',1.7976931348623157e+308\r\n')).toBe(Number.MAX_VALUE)
    expect(decode(',5e-324\r\n')).toBe(5e-324)
    expect(decode(',inf\r\n')).toBe(Infinity)
    expect(decode(',-inf\r\n')).toBe(-Infinity)
    expect(decode(',nan\r\n')).toBe(Number.NaN)
    expect(decode('(3492890328409238509324850943850943825024385\r\n')).toBe(
      3492890328409238509324850943850943825024385n,
    )
    expect(decode('(-5\r\n')).toBe(-5n)
    expect(decode('(+5\r\n')).toBe(5n)
  })

  it('are big numbers that are none, which the engine lets a script return: they stay the text they are', () => {
    for (const text of ['abc', '', '1e5', '0x10', '-', '1 ', 'größer']) expect(decode(`(${utf8(text)}\r\n`)).toBe(text)
  })

  it('are verbatim strings, without their format, and bulk errors', () => {
    expect(decode('=15\r\ntxt:Some string\r\n')).toBe('Some string')
    expect(decode('=4\r\nmkd:\r\n')).toBe('')
    expect(decode('=15\r\ntxt:Some string\r\n', true)).toEqual(wire('Some string'))
    expect(decode('!21\r\nSYNTAX invalid syntax\r\n')).toMatchObject({
      code: 'SYNTAX',
      message: 'SYNTAX invalid syntax',
    })
    expect(decode('!7\r\nERR a\r\n\r\n')).toMatchObject({ message: 'ERR a\r\n' })
  })

  it('are sets, pushes and maps', () => {
    expect(decode('~3\r\n+a\r\n:1\r\n+a\r\n')).toEqual(new Set(['a', 1]))
    expect(decode('~0\r\n')).toEqual(new Set())
    expect(decode('>2\r\n+invalidate\r\n*1\r\n$1\r\nk\r\n')).toEqual(['invalidate', ['k']])
    expect(decode('%2\r\n+a\r\n:1\r\n$1\r\nb\r\n*0\r\n')).toEqual({ a: 1, b: [] })
    expect(decode('%0\r\n')).toEqual({})
  })

  it('are attributes, which are skipped with all that is nested in them', () => {
    expect(decode('|1\r\n+ttl\r\n:3600\r\n+value\r\n')).toBe('value')
    expect(decode('|0\r\n|1\r\n*1\r\n|1\r\n+a\r\n+b\r\n+c\r\n%1\r\n+d\r\n+e\r\n:1\r\n')).toBe(1)
    expect(decode('*2\r\n|1\r\n+a\r\n+b\r\n:1\r\n:2\r\n')).toEqual([1, 2])
  })
})

describe('an integer', () => {
  it('is a number as far as 2^53 − 1 and a bigint beyond', () => {
    expect(decode(':9007199254740991\r\n')).toBe(9007199254740991)
    expect(decode(':9007199254740992\r\n')).toBe(9007199254740992n)
    expect(decode(':9007199254740993\r\n')).toBe(9007199254740993n)
    expect(decode(':-9007199254740991\r\n')).toBe(-9007199254740991)
    expect(decode(':-9007199254740992\r\n')).toBe(-9007199254740992n)
    expect(decode(':-9007199254740993\r\n')).toBe(-9007199254740993n)
    expect(decode(':9223372036854775807\r\n')).toBe(9223372036854775807n)
    expect(decode(':-9223372036854775808\r\n')).toBe(-9223372036854775808n)
    expect(decode(':18446744073709551615\r\n')).toBe(18446744073709551615n)
    expect(decode(':99999999999999999999\r\n')).toBe(99999999999999999999n)
    expect(() => decode(':100000000000000000000\r\n')).toThrow('the CR after an integer of 64 bits')
    expect(decode(':-0\r\n')).toBe(0)
  })

  it('is exact everywhere around those edges', () => {
    const near = fc.bigInt({ min: 2n ** 53n - 300n, max: 2n ** 53n + 300n })
    fc.assert(
      fc.property(near, fc.boolean(), (size, negative) => {
        const n = negative ? -size : size
        const value = decode(`:${n}\r\n`)
        expect(typeof value).toBe(Number.isSafeInteger(Number(n)) && BigInt(Number(n)) === n ? 'number' : 'bigint')
        expect(String(value)).toBe(String(n))
      }),
    )
  })
})

describe('a map', () => {
  it('has no prototype, so that every key is a key', () => {
    const map = decode('%3\r\n+__proto__\r\n:1\r\n+constructor\r\n:2\r\n+toString\r\n:3\r\n') as ReplyMap
    expect(Object.getPrototypeOf(map)).toBe(null)
    expect(Object.entries(map)).toEqual([
      ['__proto__', 1],
      ['constructor', 2],
      ['toString', 3],
    ])
  })

  it('is keyed by text in either mode, its values being what they are', () => {
    const reply = `%2\r\n${bulk(utf8('ключ'))}${bulk('\xff')}=7\r\ntxt:key\r\n:1\r\n`
    expect(decode(reply, true)).toEqual(Object.assign(Object.create(null), { ключ: Uint8Array.of(255), key: 1 }))
  })

  it('keeps keys apart that are not UTF-8', () => {
    // A truncated character of four bytes is as long as what replaces it.
    const invalid = ['\xff', '\xfe', '\xc3', 'a\xe9', `${'long '.repeat(20)}\xe9`, '\xf0\x9f\x98', '\xf0\x9f\x99']
    const keys = [...invalid, utf8('\ufffd')]
    const map = decode(`%${keys.length}\r\n${keys.map((key, i) => `${bulk(key)}:${i}\r\n`).join('')}`) as ReplyMap
    expect(Object.keys(map)).toEqual([...invalid, '\ufffd'])
  })

  it('names keys that are no strings by their text, or by their RESP', () => {
    const keys = [':5', ':9007199254740993', ',1.5', '#t', '_', '(77', '$-1', '*1\r\n:1', '-ERR x', '%1\r\n+a\r\n~0']
    const map = decode(`%${keys.length}\r\n${keys.map((key) => `${key}\r\n+v\r\n`).join('')}`) as ReplyMap
    // '_' and '$-1' are the same null; JavaScript lists small integers first.
    const names = [
      '5',
      '77',
      '9007199254740993',
      '1.5',
      'true',
      'null',
      '*1\r\n:1\r\n',
      '-ERR x\r\n',
      '%1\r\n+a\r\n~0\r\n',
    ]
    expect(Object.keys(map)).toEqual(names)
  })
})

describe('the window', () => {
  it('may lie anywhere in larger memory, and the position moves from reply to reply', () => {
    const decoder = new ReplyDecoder()
    decoder.bytes = wire('????+OK\r\n$2\r\nhi\r\n*1\r\n:1\r\n????')
    decoder.position = 4
    decoder.end = decoder.bytes.length - 4
    expect([decoder.decode(false), decoder.decode(true), decoder.decode(false)]).toEqual(['OK', wire('hi'), [1]])
    expect(decoder.position).toBe(decoder.end)
  })

  it('ends where it is said to, even where the bytes behind it would fit', () => {
    const whole = wire('*2\r\n$5\r\nhello\r\n=9\r\ntxt:hello\r\n+more\r\n')
    for (let end = 0; end < 30; end++) {
      const decoder = new ReplyDecoder()
      decoder.bytes = whole
      decoder.end = end
      expect(() => decoder.decode(false)).toThrow(ProtocolError)
    }
    const decoder = new ReplyDecoder()
    decoder.bytes = wire('+OK\r\n')
    decoder.end = 99
    expect(() => decoder.decode(false)).toThrow(/ends at offset 5, before the end of its window/)
  })

  it('may change under what was decoded: values are copies', () => {
    for (const size of [1, 8, 12, 16, 17, 40, 100, 5000, 2 ** 20]) {
      const content = 'a'.repeat(size)
      for (const bytes of [wire(bulk(content)), Buffer.from(bulk(content), 'latin1')]) {
        const text = decode(bytes)
        const binary = decode(bytes, true) as Uint8Array
        bytes.fill(0)
        expect(text === content && Buffer.from(content).equals(binary), `${size} bytes`).toBe(true)
        expect(binary.constructor).toBe(Uint8Array)
        // A view into pooled memory would keep that alive, and could not be transferred.
        expect(binary.buffer.byteLength).toBe(size)
      }
    }
  })

  it('may be the memory of a WebAssembly instance, which moves when it grows', () => {
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 4 })
    const decoder = new ReplyDecoder()
    const read = () => {
      decoder.bytes = new Uint8Array(memory.buffer)
      decoder.bytes.set(wire(bulk('a string longer than thirty-two bytes')), 100)
      decoder.position = 100
      decoder.end = 200
      return decoder.decode(false)
    }
    const before = read()
    memory.grow(1)
    expect(read()).toBe(before)
  })
})

describe('depth', () => {
  it.each(['*1\r\n', '~1\r\n', '>1\r\n', '%1\r\n+k\r\n'])('is no matter of stack: 100,000 levels of %j', (level) => {
    let value = decode(`${level.repeat(100_000)}:1\r\n`)
    let levels = 0
    for (; typeof value === 'object' && value !== null; levels++) {
      value = value instanceof Set ? [...value][0] : Object.values(value)[0]
    }
    expect([levels, value]).toEqual([100_000, 1])
  })

  it('is no matter of stack in keys and attributes either', () => {
    const deep = `${'*1\r\n'.repeat(100_000)}:1\r\n`
    expect(decode(`|1\r\n+a\r\n${deep}:2\r\n`)).toBe(2)
    expect(decode(`${'|1\r\n'.repeat(100_000)}${':1\r\n:1\r\n'.repeat(100_000)}:2\r\n`)).toBe(2)
    expect(Object.values(decode(`%1\r\n${deep}:2\r\n`) as ReplyMap)).toEqual([2])
  })
})

describe('isPush', () => {
  it('tells a push by its first byte', () => {
    expect(isPush(wire('+OK\r\n>1\r\n'), 0)).toBe(false)
    expect(isPush(wire('+OK\r\n>1\r\n'), 5)).toBe(true)
  })
})
