/** The real node-redis, 4 to 6, on an engine of this process. */
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { createClient as createClient6 } from 'redis'
import { createClient as createClient4 } from 'redis-4'
import { createClient as createClient5 } from 'redis-5'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createRedis, redisOptions } from '../../src/adapters/node-redis.ts'
import type { Engine } from '../../src/index.ts'
import { openEngine } from '../engine/open.ts'
import { runProgram } from '../server/program.ts'

type Client = ReturnType<typeof createClient6>
type Create = (options: object) => Client

/** Ends a client if it has not ended yet; version 4 has another word for it. */
function end(client: Client): void {
  if (!client.isOpen) return
  if (typeof client.destroy === 'function') client.destroy()
  else void (client as unknown as { disconnect(): Promise<void> }).disconnect()
}

describe.each<[string, Create]>([
  ['4', createClient4 as unknown as Create],
  ['5', createClient5 as unknown as Create],
  ['6', createClient6 as unknown as Create],
])('node-redis %s', (version, create) => {
  async function connect(engine: Engine, options: object = {}): Promise<Client> {
    const client = create(await redisOptions(engine, options))
    client.on('error', () => {})
    onTestFinished(() => end(client))
    await client.connect()
    return client
  }

  async function duplicate(client: Client): Promise<Client> {
    const other = client.duplicate()
    other.on('error', () => {})
    onTestFinished(() => end(other))
    await other.connect()
    return other
  }

  it('has text, numbers, errors and large values', async () => {
    const client = await connect(await openEngine())
    expect(await client.set('k', 'grüße 😀')).toBe('OK')
    expect(await client.get('k')).toBe('grüße 😀')
    expect(await client.incrBy('n', 5)).toBe(5)
    await client.hSet('h', { a: '1', b: '2' })
    expect({ ...(await client.hGetAll('h')) }).toEqual({ a: '1', b: '2' })
    await expect(client.incr('k')).rejects.toThrow('ERR value is not an integer')
    const big = 'x'.repeat(5_000_000)
    await client.set('big', big)
    expect(await client.get('big')).toBe(big)
  })

  it('has transactions, and pipelines of what is asked at once', async () => {
    const client = await connect(await openEngine())
    expect(await client.multi().set('a', '1').incr('a').exec()).toEqual(['OK', 2])
    expect(await Promise.all([client.incr('a'), client.incr('a'), client.get('a')])).toEqual([3, 4, '4'])
  })

  it('waits, and is woken by another connection', async () => {
    const client = await connect(await openEngine())
    const other = await duplicate(client)
    const job = client.blPop('jobs', 0)
    await other.rPush('jobs', 'mail')
    expect(await job).toEqual({ key: 'jobs', element: 'mail' })
  })

  it('subscribes', async () => {
    const client = await connect(await openEngine())
    const subscriber = await duplicate(client)
    const message = new Promise((resolve) => subscriber.subscribe('news', (text, channel) => resolve([channel, text])))
    await expect.poll(() => client.publish('news', 'hello')).toBe(1)
    expect(await message).toEqual(['news', 'hello'])
  })

  it('runs scripts', async () => {
    const client = await connect(await openEngine())
    const reply = await client.eval('return { KEYS[1], ARGV[1] }', { keys: ['a'], arguments: ['b'] })
    expect(reply).toEqual(['a', 'b'])
  })

  it('authenticates and selects a database', async () => {
    const client = await connect(await openEngine({ config: { requirepass: 'secret' } }), {
      password: 'secret',
      database: 2,
    })
    expect(await client.sendCommand(['CLIENT', 'INFO'])).toContain('db=2')
  })

  it('connects again when its connection was killed', async () => {
    const engine = await openEngine()
    const client = await connect(engine, { socket: { reconnectStrategy: () => 1 } })
    const again = new Promise((resolve) => client.once('ready', resolve))
    engine.connect().callSync('CLIENT', 'KILL', 'TYPE', 'normal')
    await again
    expect(await client.set('k', 'v')).toBe('OK')
  })

  it('may quit and connect again', async () => {
    const client = await connect(await openEngine())
    await client.set('k', 'v')
    await client.quit()
    await client.connect()
    expect(await client.get('k')).toBe('v')
  })

  it('hears that the engine is closed: what waits is rejected, and it tries no more', async () => {
    const engine = await openEngine()
    const client = await connect(engine)
    const waiting = expect(client.blPop('never', 0)).rejects.toMatchObject({ cause: { code: 'ENGINE_CLOSED' } })
    await expect.poll(() => engine.connect().callSync('CLIENT', 'LIST')).toContain('flags=bU')
    await engine.close()
    await waiting
    await expect.poll(() => client.isOpen).toBe(false)
  })

  it.skipIf(version === '4')('speaks RESP3', async () => {
    const client = await connect(await openEngine(), { RESP: 3 })
    expect(await client.sendCommand(['CLIENT', 'INFO'])).toContain('resp=3')
  })
})

it('redisOptions is what all versions take, by their types too', async () => {
  const engine = await openEngine()
  const four = createClient4(await redisOptions(engine, { database: 1 }))
  const five = createClient5(await redisOptions(engine, { database: 1, RESP: 3 as const }))
  const six = createClient6(await redisOptions(engine, { database: 1 }))
  await Promise.all([four.connect(), five.connect(), six.connect()])
  await four.set('k', 'v')
  expect([await five.get('k'), await six.get('k')]).toEqual(['v', 'v'])
  await Promise.all([four.quit(), five.close(), six.close()])
})

describe('createRedis', () => {
  it('connects to the engine it is given; the socket is shared, and goes with the engine', async () => {
    const engine = await openEngine()
    const clients = [await createRedis(engine), await createRedis(engine, { database: 1 })]
    await Promise.all(clients.map((client) => client.connect()))
    await clients[0].set('k', 'v')
    expect([await clients[0].get('k'), await clients[1].get('k')]).toEqual(['v', null])
    const [, path] = / addr=(\S+):0 .*lib-name=node-redis/.exec(engine.connect().callSync('CLIENT', 'LIST')) ?? []
    const folder = path.split('/').at(-2) as string
    expect(readdirSync(tmpdir())).toContain(folder)
    for (const client of clients) await client.close()
    await engine.close()
    await expect.poll(() => readdirSync(tmpdir())).not.toContain(folder)
  })

  it('brings an engine of its own when it is given none, which ends with it', async () => {
    const client = await createRedis()
    await client.connect()
    const info = String(await client.sendCommand(['CLIENT', 'INFO']))
    const folder = (/ addr=\S+\/([^/]+)\/[^/]+:0 /.exec(info) as RegExpExecArray)[1]
    await client.close()
    await expect.poll(() => readdirSync(tmpdir())).not.toContain(folder)
  })

  it('says what is no engine, and that a URL has no meaning', async () => {
    await expect(redisOptions({} as Engine)).rejects.toThrow('the first argument must be an engine')
    const options = { url: 'redis://localhost' }
    await expect(createRedis(await openEngine(), options)).rejects.toThrow('option url says where a server is')
  })

  const start = `
    import { createEngine } from 'wasm-redis'
    import { createRedis } from 'wasm-redis/node-redis'
    const engine = await createEngine()
    const client = await createRedis(engine)
    await client.connect()
    console.log(await client.set('k', 'v'))`

  it('leaves nothing that keeps the process alive once its client is closed', async () => {
    expect(await runProgram(`${start}\nawait client.close()`)).toEqual({ code: 0, output: 'OK' })
  })

  it('leaves no folder when the process ends before its engine', async () => {
    const folders = () => readdirSync(tmpdir()).filter((name) => /^wasm-redis-\w{6}$/.test(name))
    const before = folders()
    expect(await runProgram(`${start}\nprocess.exit()`)).toEqual({ code: 0, output: 'OK' })
    expect(folders()).toEqual(before)
  })
})
