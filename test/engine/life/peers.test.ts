/** Connections whose other end is outside this process: what servers are built on. */
import { describe, expect, it } from 'vitest'
import type { EngineConnection } from '../../../src/engine/connection.ts'
import { admit } from '../../../src/engine/peer.ts'
import type { Engine } from '../../../src/index.ts'
import { coreOf, openEngine } from '../open.ts'

const far = { address: '192.0.2.7:1234', localAddress: '192.0.2.1:6379' }

function admitFar(engine: Engine, window: number): EngineConnection {
  return admit(coreOf(engine), { ...far, local: false, unixSocket: false, trusted: true, window })
}

function send(connection: EngineConnection, text: string): void {
  connection.feedText(text)
  connection.flush()
}

function read(connection: EngineConnection): string {
  const { output, outputAt, outputEnd } = connection
  const text = new TextDecoder().decode(output.slice(outputAt, outputEnd))
  connection.consume(outputEnd)
  connection.release()
  return text
}

function memoryOf(engine: Engine, address: string): number {
  const list = engine.connect().callSync<string>('CLIENT', 'LIST')
  return Number(new RegExp(`addr=${address} .* omem=(\\d+)`).exec(list)?.[1])
}

it('text takes no more room than its bytes', async () => {
  const engine = await openEngine({ maxmemory: 0 })
  const connection = coreOf(engine).open()
  const text = 'a'.repeat(20_000_000)
  connection.feedText(`*2\r\n$6\r\nSTRLEN\r\n$20000000\r\n`)
  connection.feedText(text)
  connection.feedText('\r\n')
  connection.flush()
  expect(read(connection)).toBe(':0\r\n')
  expect(engine.memory().resident).toBeLessThan(70_000_000)
})

describe('a window', () => {
  it('is all that may lie unread; the rest follows as it is read, and nothing is lost', async () => {
    const engine = await openEngine()
    const connection = admitFar(engine, 1000)
    send(connection, 'SET a 1\r\nECHO '.concat('x'.repeat(5000), '\r\nPING\r\n'))
    let text = ''
    const pieces: number[] = []
    while (connection.outputAt < connection.outputEnd) {
      pieces.push(connection.outputEnd - connection.outputAt)
      text += read(connection)
      connection.resume()
    }
    expect(text).toBe(`+OK\r\n$5000\r\n${'x'.repeat(5000)}\r\n+PONG\r\n`)
    expect(pieces.slice(0, -1).every((length) => length === 1000)).toBe(true)
    expect(pieces).toHaveLength(Math.ceil(text.length / 1000))
    expect(memoryOf(engine, far.address)).toBe(0)
  })

  it('that is full is filled again by whatever enters the engine next, and that is announced', async () => {
    const engine = await openEngine()
    const connection = admitFar(engine, 1000)
    send(connection, `ECHO ${'x'.repeat(3000)}\r\n`)
    let announced = 0
    connection.onOutput = () => announced++
    expect(read(connection)).toHaveLength(1000)
    await engine.connect().call('PING')
    await new Promise((resolve) => setImmediate(resolve))
    expect(announced).toBe(1)
    expect(read(connection)).toHaveLength(1000)
  })

  it('lets messages of a large size wait, where they count against the limit of subscribers', async () => {
    const engine = await openEngine({ config: { 'client-output-buffer-limit': 'pubsub 1mb 0 0' } })
    const connection = admitFar(engine, 1000)
    const ended = new Promise<Error>((resolve) => {
      connection.onEnd = resolve
    })
    send(connection, 'SUBSCRIBE news\r\n')
    const here = engine.connect()
    const message = 'x'.repeat(20_000)
    for (let i = 0; i < 40; i++) expect(await here.publish('news', message)).toBe(1)
    expect(memoryOf(engine, far.address)).toBeGreaterThan(700_000)
    for (let i = 0; i < 20; i++) await here.publish('news', message)
    expect((await ended).message).toBe('the engine closed the connection')
  })

  it('is what peers have, and connections of this process have none', async () => {
    const engine = await openEngine({ config: { 'client-output-buffer-limit': 'normal 1mb 0 0' } })
    const connection = coreOf(engine).open()
    send(connection, `SETRANGE k 2000000 x\r\n${'GET k\r\n'.repeat(20)}`)
    expect(connection.outputEnd - connection.outputAt).toBeGreaterThan(40_000_000)
    expect(connection.ended).toBe(false)
    connection.close()
  })
})
