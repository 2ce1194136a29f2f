/** The judge is judged: the generator repeats itself, the comparison finds what is planted, and leaves nothing out. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { differential } from './differential.ts'
import { readDump } from './dump.ts'
import { excluded } from './excluded.ts'
import { generate, generateTurns } from './generate.ts'
import { openNative } from './native.ts'
import { canonicalGroup, grouped } from './output.ts'
import { oneConnection, severalConnections } from './plans.ts'
import { readReply } from './reply.ts'
import { type Command, nameOf, wordAt } from './sequence.ts'
import type { OpenSubject, Subject } from './subject.ts'

const SEED = 20_240_917

/** A native server whose commands or replies are tampered with on the way. */
function tampered(
  command: (command: Command) => Command,
  reply: (reply: Uint8Array, command: Command) => Uint8Array = (reply) => reply,
): OpenSubject {
  return async () => {
    const native = await openNative('tampered')
    return {
      ...native,
      run: async (commands) => (await native.run(commands.map(command))).map((bytes, at) => reply(bytes, commands[at])),
    }
  }
}

const run = (subject: OpenSubject, count: number) =>
  differential(oneConnection, { native: openNative, subject, seed: SEED, first: 0, count, most: 1 })

describe('the generator', () => {
  test('gives the same sequence for the same seed and number, and another for another', () => {
    expect(generate(SEED, 3)).toEqual(generate(SEED, 3))
    expect(generate(SEED, 3)).not.toEqual(generate(SEED, 4))
    expect(generate(SEED, 3)).not.toEqual(generate(SEED + 1, 3))
  })

  test('contains every command of the engine that is not excluded with a reason', { timeout: 120_000 }, async () => {
    const seen = new Set<string>()
    for (let number = 0; number < 3000; number++) {
      const turns = generateTurns(SEED, number).steps.flatMap(({ commands }) => commands)
      for (const command of [...generate(SEED, number).steps.flat(), ...turns]) {
        seen.add(nameOf(command)).add(`${nameOf(command)} ${wordAt(command, 1)}`)
      }
    }
    const native = await openNative()
    const [reply] = await native.run([['COMMAND', 'LIST']])
    await native.close()
    const listed = readReply(reply)
    const names = ('items' in listed ? (listed.items ?? []) : []).map((item) =>
      'text' in item ? (item.text ?? '') : '',
    )
    const commands = names.map((name) => name.toUpperCase().replace('|', ' '))
    expect(commands.length).toBeGreaterThan(350)
    // Outside cluster mode every CLUSTER subcommand gives the same error.
    const missing = commands.filter((name) => !seen.has(name) && !(name in excluded) && !name.startsWith('CLUSTER '))
    expect(missing).toEqual([])
    expect(Object.keys(excluded).filter((name) => seen.has(name) || !commands.includes(name))).toEqual([])
  })
})

describe('the comparison', { timeout: 300_000 }, () => {
  test('finds no difference between two native servers, whose hash seeds differ', async () => {
    const result = await run(() => openNative('other native'), 500)
    expect(result.reports.join('\n\n')).toBe('')
    expect([...result.known.keys()]).toEqual([])
  })

  test('finds a changed reply, and shrinks the sequence to the one command', async () => {
    const lastByteUp = (bytes: Uint8Array) =>
      Uint8Array.from(bytes, (byte, at) => (at === bytes.length - 3 ? byte + 1 : byte))
    const result = await run(
      tampered(
        (command) => command,
        (reply, command) => (nameOf(command) === 'STRLEN' && reply[0] === 58 ? lastByteUp(reply) : reply),
      ),
      500,
    )
    expect(result.reports[0]).toMatch(/shrunk to 1\n(.*\n)* {2}0 STRLEN .*\n {2}differ in 0: STRLEN/)
  })

  test('finds a value that only the final DUMP shows', async () => {
    // The last byte but one of the value itself: what follows it is the version and the checksum.
    const altered = (reply: Uint8Array, from: number) =>
      reply.length > 20 && reply[0] === 36
        ? Uint8Array.from(reply, (byte, at) => (at === reply.length - from ? byte ^ 1 : byte))
        : reply
    const alteredDump = (from: number): OpenSubject =>
      tampered(
        (command) => command,
        (reply, command) => (nameOf(command) === 'DUMP' ? altered(reply, from) : reply),
      )
    expect((await run(alteredDump(14), 50)).reports[0]).toMatch(/differ in the final state: DUMP/)
  })

  test('finds one member too many in a hash table, whatever its order', async () => {
    const result = await run(
      tampered((command) =>
        nameOf(command) === 'SUNIONSTORE' && command.length > 2 ? [...command, 'm1', 'm2', 'm3'] : command,
      ),
      1000,
    )
    expect(result.reports[0]).toMatch(/SUNIONSTORE/)
  })

  test('reports an engine that is lost, with the command that lost it, and goes on with a fresh one', async () => {
    const losing: OpenSubject = async () => {
      const native: Subject = await openNative('losing')
      const lost = (commands: readonly Command[]) => commands.some((command) => nameOf(command) === 'LPOS')
      return {
        ...native,
        run: (commands) => (lost(commands) ? Promise.reject(new Error('lost')) : native.run(commands)),
      }
    }
    const result = await run(losing, 200)
    expect(result.reports[0]).toMatch(/shrunk to 1\n(.*\n)* {2}0 LPOS .*\n {2}Error: lost/)
  })
})

describe('the comparison of several connections', { timeout: 300_000 }, () => {
  /** A native server of which what comes out of connections is tampered with. */
  const tamperedWires =
    (output: (bytes: Uint8Array) => Uint8Array[]): OpenSubject =>
    async () => {
      const native = await openNative('tampered')
      return {
        ...native,
        connect: async (number) => {
          const wire = await native.connect(number)
          const take = wire.take.bind(wire)
          wire.take = () => take().flatMap(output)
          return wire
        },
      }
    }
  const runTurns = (subject: OpenSubject, count: number) =>
    differential(severalConnections, { native: openNative, subject, seed: SEED, first: 0, count, most: 1 })
  const starts = (bytes: Uint8Array, pattern: RegExp) => pattern.test(Buffer.from(bytes).toString('latin1'))

  test('gives the same turns for the same seed and number', () => {
    expect(generateTurns(SEED, 3)).toEqual(generateTurns(SEED, 3))
    expect(generateTurns(SEED, 3)).not.toEqual(generateTurns(SEED, 4))
  })

  test('finds no difference between two native servers', async () => {
    const result = await runTurns(() => openNative('other native'), 150)
    expect(result.reports.join('\n\n')).toBe('')
    expect([...result.known.keys()]).toEqual([])
  })

  test('finds a message that is lost, and shrinks to who subscribes and who publishes', async () => {
    const lost = tamperedWires((bytes) => (starts(bytes, /^[*>]3\r\n\$7\r\nmessage/) ? [] : [bytes]))
    const [report] = (await runTurns(lost, 300)).reports
    expect(report).toMatch(/SUBSCRIBE [\s\S]*differ in \d: a push, on connection \d, after /)
    expect(report.match(/\n {2}\d+ connection/g)?.length).toBeLessThanOrEqual(3)
    expect(report).toMatch(/native: [*>]3\n.*\$ "message"[\s\S]* tampered: nothing\n/)
  })

  test('finds an invalidation too many, a waiter that is served twice, a line of MONITOR, and a push before the reply it follows', async () => {
    for (const pattern of [/^>2\r\n\$10\r\ninvalidate/, /^\*2\r\n\$2\r\n[lz]\d/, /^\+\d+\.\d+ \[0 lua\] "SET"/]) {
      const twice = tamperedWires((bytes) => (starts(bytes, pattern) ? [bytes, bytes] : [bytes]))
      expect((await runTurns(twice, 300)).reports[0]).toMatch(/shrunk to [1-6]\n/)
    }
    const reversed: OpenSubject = async () => {
      const native = await openNative('reversed')
      const connect = async (number: number) => {
        const wire = await native.connect(number)
        const take = wire.take.bind(wire)
        wire.take = () => {
          const frames = take()
          return wire.id === 0 ? frames : frames.toReversed()
        }
        return wire
      }
      return { ...native, connect }
    }
    expect((await runTurns(reversed, 100)).reports).toHaveLength(1)
  })

  test('leaves the order of what two trackers make come out of one connection open, and nothing else of it', () => {
    const invalidate = (...keys: string[]) =>
      `>2\r\n$10\r\ninvalidate\r\n*${keys.length}\r\n${keys.map((key) => `$${key.length}\r\n${key}\r\n`).join('')}`
    const broken = (id: number) => `>2\r\n$21\r\ntracking-redir-broken\r\n:${id}\r\n`
    const compared = (...pushes: string[]) =>
      grouped(pushes.map((push) => ({ bytes: Buffer.from(push) }))).map(canonicalGroup)
    const both = compared(invalidate('k', 'l'), broken(7))
    expect(compared(broken(8), invalidate('l'), invalidate('k'))).toEqual(both)
    expect(compared(invalidate('k', 'l'))).not.toEqual(both)
    expect(compared(invalidate('k', 'l'), broken(7), broken(7))).not.toEqual(both)
    expect(compared(invalidate('k', 'l', 'l'), broken(7))).not.toEqual(both)
    expect(compared(invalidate('k', 'm'), broken(7))).not.toEqual(both)
  })

  test('finds a connection that is not closed when it should be', async () => {
    const open: OpenSubject = async () => {
      const native = await openNative('open')
      const connect = async (number: number) => {
        const wire = await native.connect(number)
        return Object.defineProperty(wire, 'ended', { get: () => false, set: () => {} })
      }
      return { ...native, connect }
    }
    expect((await runTurns(open, 300)).reports[0]).toMatch(/\(closed\)[\s\S]*\(open\)/)
  })
})

describe('a DUMP payload', () => {
  let native: Subject
  beforeAll(async () => {
    native = await openNative()
  })
  afterAll(() => native.close())

  async function dump(...commands: Command[]) {
    const replies = await native.run([['FLUSHALL'], ...commands, ['DUMP', 'k']])
    const reply = readReply(replies[replies.length - 1])
    return readDump('text' in reply && reply.text !== null ? reply.text : '')
  }

  const many = Array.from({ length: 300 }, (_, at) => `member ${at}`)

  test('of a set is the same in whatever order its members came, in both encodings', async () => {
    for (const members of [many, many.slice(0, 9)]) {
      const forward = await dump(['SADD', 'k', ...members])
      expect(await dump(['SADD', 'k', ...members.toReversed()])).toEqual(forward)
      expect(await dump(['SADD', 'k', ...members.slice(1), 'another'])).not.toEqual(forward)
    }
  })

  test('of a hash is the same in whatever order its fields came, and shows values and field expiries', async () => {
    const fields = many.flatMap((field) => [field, `${field}!`])
    const forward = await dump(['HSET', 'k', ...fields])
    expect(await dump(['HSET', 'k', ...fields.slice(2), ...fields.slice(0, 2)])).toEqual(forward)
    expect(await dump(['HSET', 'k', ...fields], ['HSET', 'k', 'member 7', 'x'])).not.toEqual(forward)
    const expiring = (at: string) => dump(['HSET', 'k', 'f', 'v'], ['HPEXPIREAT', 'k', at, 'FIELDS', '1', 'f'])
    expect(await expiring('4102444800000')).not.toEqual(await expiring('4102444900000'))
  })

  test('of a string is its text, compressed or not', async () => {
    const text = 'lorem ipsum '.repeat(200)
    const compressed = await dump(['CONFIG', 'SET', 'rdbcompression', 'yes'], ['SET', 'k', text])
    const plain = await dump(['CONFIG', 'SET', 'rdbcompression', 'no'], ['SET', 'k', text])
    expect(compressed).toEqual(plain)
    expect(JSON.stringify(plain)).toContain(text)
  })

  test('of a list or sorted set keeps its order', async () => {
    expect(await dump(['RPUSH', 'k', 'a', 'b'])).not.toEqual(await dump(['RPUSH', 'k', 'b', 'a']))
    const scored = (...scores: string[]) =>
      dump(['ZADD', 'k', ...many.flatMap((member, at) => [scores[at % 2], member])])
    expect(await scored('1', '2')).not.toEqual(await scored('2', '1'))
  })
})
