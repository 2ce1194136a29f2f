import { describe, expect, it, onTestFinished } from 'vitest'
import { createEngine } from '../../../src/index.ts'
import { coreOf, openEngine } from '../open.ts'
import { mustFail } from './request-model.ts'
import { randomNumbers, request } from './requests.ts'

const ENDED = 2

/** Gives bytes to a new connection of an engine, as they are; what it says, and whether it then closes. */
function send(core: ReturnType<typeof coreOf>, bytes: Uint8Array): { said: string; ended: boolean } {
  const connection = core.open()
  connection.feed(bytes)
  connection.flush()
  const said = Buffer.from(connection.output.buffer, connection.outputAt, connection.outputEnd - connection.outputAt)
  const result = { said: said.toString('latin1'), ended: (connection.state & ENDED) !== 0 }
  connection.close()
  return result
}

/** The bytes as a literal, to try them again. */
function shown(bytes: Uint8Array): string {
  return JSON.stringify(Buffer.from(bytes).toString('latin1'))
}

describe('the model of what is malformed', () => {
  it.each([
    ['*1\r\n$4\r\nPING\r\n', false],
    ['*1\r\n$4\r\nPI', false],
    ['*1\r\n$4\r\nPINGX\n', true],
    ['*1\r\n:4\r\n', true],
    ['*1\r\n$-1\r\n', true],
    ['*01\r\n', true],
    ['*-5\r\n', false],
    ['*2147483648\r\n', true],
    ['*1\rX', true],
    ['GET "k\r\n', true],
    ['GET "k"\r\n', false],
    ["GET 'k\\'\r\n", false],
    ["GET 'k\\' \r\n", true],
  ])('%j: %s', async (text, wrong) => {
    const bytes = new TextEncoder().encode(text)
    expect(mustFail(bytes)).toBe(wrong)
    const { said, ended } = send(coreOf(await openEngine()), bytes)
    expect(/-ERR Protocol error: [^\r]*\r\n$/.test(said)).toBe(wrong)
    expect(ended).toBe(wrong)
  })
})

it('1,000,000 malformed requests get an error each, and a PING behind them a PONG', async () => {
  const engine = await createEngine({ maxmemory: '16mb' })
  const core = coreOf(engine)
  const healthy = engine.connect()
  const random = randomNumbers(20_241_121)
  const wrong: string[] = []
  let bad = 0
  // Closing a connection makes an error for whoever might listen; two million stacks would take half of the time.
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  onTestFinished(() => {
    Error.stackTraceLimit = stackTraceLimit
  })
  while (bad < 1_000_000) {
    const bytes = request(random)
    const { said, ended } = send(core, bytes)
    const refused = said.lastIndexOf('-ERR Protocol error: ') >= 0 && ended
    const fails = mustFail(bytes)
    if (fails) bad++
    if (refused !== fails && wrong.length < 20) wrong.push(`${shown(bytes)} should ${fails ? '' : 'not '}fail: ${said}`)
    if (bad % 1000 === 0 && healthy.callSync('PING') !== 'PONG') throw new Error(`no PONG after ${shown(bytes)}`)
  }
  expect(wrong).toEqual([])
  expect(healthy.callSync<string>('CLIENT', 'LIST').trim().split('\n')).toHaveLength(1)
  await engine.close()
}, 120_000)

describe('what is too long', () => {
  it.each([
    ['a line', `GET ${'x'.repeat(70_000)}`, /too big inline request/],
    ['a count', `*${'1'.repeat(70_000)}`, /too big mbulk count string/],
    ['a length', `*1\r\n$${'1'.repeat(70_000)}`, /too big bulk count string/],
  ])('%s: is refused', async (_, text, error) => {
    const engine = await openEngine()
    const { said, ended } = send(coreOf(engine), new TextEncoder().encode(text))
    expect(said).toMatch(error)
    expect(ended).toBe(true)
    expect(engine.connect().callSync('PING')).toBe('PONG')
  })

  it('strings that are announced and never come cost no memory', async () => {
    const engine = await openEngine()
    const core = coreOf(engine)
    const before = core.memory.size
    const connections = Array.from({ length: 10 }, () => {
      const connection = core.open()
      const bytes = new TextEncoder().encode('*2\r\n$4\r\nECHO\r\n$536870912\r\n')
      connection.feed(bytes)
      connection.flush()
      return connection
    })
    expect(engine.connect().callSync('PING')).toBe('PONG')
    expect(core.memory.size - before).toBeLessThan(64 * 1024 * 1024)
    for (const connection of connections) connection.close()
  })
})

it('a request in pieces of one byte is the same as in one', async () => {
  const engine = await openEngine()
  const core = coreOf(engine)
  const connection = core.open()
  const bytes = new TextEncoder().encode('*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$5\r\nvalue\r\n*2\r\n$3\r\nGET\r\n$1\r\nk\r\n')
  for (const byte of bytes) {
    connection.feed(Uint8Array.of(byte))
    connection.flush()
  }
  expect(core.memory.text(connection.outputAt, connection.outputEnd - connection.outputAt)).toBe(
    '+OK\r\n$5\r\nvalue\r\n',
  )
  connection.close()
})

it('argument vectors whose lengths do not fit are refused as a whole', async () => {
  const engine = await openEngine()
  const { exports } = coreOf(engine).entrance
  const { memory } = coreOf(engine)
  const random = randomNumbers(7)
  const numbers = [0, 1, 2, 3, 4, 5, 8, 100, 2 ** 16, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1]
  let connection = coreOf(engine).open()
  for (let round = 0; round < 100_000; round++) {
    const at = coreOf(engine).exchange.inputFor(connection, true)
    coreOf(engine).exchange.reserve(64)
    const view = new DataView(memory.bytes.buffer, at, 64)
    for (let word = 0; word < 64; word += 4) view.setUint32(word, numbers[random(numbers.length)], true)
    const code = exports.redis_run_vectors(connection.id, 1 + random(64), 0)
    expect(code === -4 || code >= 0).toBe(true)
    if ((code & ENDED) !== 0 || random(50) === 0) {
      connection.close()
      connection = coreOf(engine).open()
    }
  }
  expect(engine.connect().callSync('PING')).toBe('PONG')
})
