/** What becomes of a client when its connection is lost, and how it is told that there is none. */
import { execFile } from 'node:child_process'
import { createServer } from 'node:net'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Client, ConnectError, createClient, createEngine, type RemoteOptions } from '../../src/index.ts'
import { serve } from '../../src/server/index.ts'
import { selfSigned } from '../server/certificate.ts'
import { freePorts } from './native.ts'

/** An engine on a port, a client of it, and another one in this process that looks at it. */
async function open(options: Partial<RemoteOptions> = {}) {
  const engine = await createEngine()
  onTestFinished(() => engine.close())
  const server = await serve(engine, { port: 0 })
  onTestFinished(() => server.close())
  const here = engine.connect()
  const url = `redis://127.0.0.1:${server.port}`
  const client = await createClient({ url, ...options })
  onTestFinished(() => client.close())
  /** Cuts every connection of a socket. */
  const cut = () => {
    for (const type of ['normal', 'pubsub']) here.callSync('CLIENT', 'KILL', 'TYPE', type)
  }
  return { engine, server, here, url, client, cut }
}

/** Resolves when some connection executes `command`, as the engine sees it. */
function runs(here: Client, command: string): Promise<void> {
  return expect.poll(() => here.callSync('CLIENT', 'LIST')).toMatch(new RegExp(`cmd=${command}\\b`)) as Promise<void>
}

describe('a lost connection', () => {
  it('rejects what was not answered, and is opened again for what comes after', async () => {
    const { client, here, cut } = await open()
    const wait = client.blpop('q', 0).catch((error: unknown) => error)
    await runs(here, 'blpop')
    cut()
    expect(await wait).toMatchObject({
      code: 'CONNECTION_LOST',
      message: expect.stringMatching(/^BLPOP was not answered: the connection to redis:.* was lost.*may have been/),
    })
    expect(await client.set('k', 'v')).toBe('OK')
  })

  it('is followed by one in the same state', async () => {
    const { client, here, cut } = await open({ name: 'worker', database: 2 })
    await client.select(3)
    await client.call('CLIENT', 'NO-EVICT', 'ON')
    const id = await client.call('CLIENT', 'ID')
    cut()
    await expect.poll(() => here.callSync('CLIENT', 'LIST')).toMatch(/name=worker .*db=3 /)
    expect(await client.call('CLIENT', 'INFO')).toMatch(/flags=e.* db=3 .* resp=3/)
    expect(await client.call('CLIENT', 'ID')).not.toBe(id)
  })

  it('is subscribed again', async () => {
    const { client, here, cut } = await open()
    const news = await client.subscribe('news')
    const patterns = await client.psubscribe('w*')
    await (await client.subscribe('gone')).unsubscribe()
    cut()
    await expect.poll(() => here.callSync('PUBSUB', 'NUMPAT')).toBe(1)
    await expect.poll(() => here.callSync('PUBLISH', 'news', 'back')).toBe(1)
    expect(here.callSync('PUBLISH', 'gone', 'x')).toBe(0)
    here.callSync('PUBLISH', 'weather', 'fine')
    expect((await news.next()).value).toEqual({ channel: 'news', message: 'back' })
    expect((await patterns.next()).value).toEqual({ pattern: 'w*', channel: 'weather', message: 'fine' })
    expect(await client.call('PING')).toBe('PONG')
  })

  it('monitors again', async () => {
    const { client, here, cut } = await open()
    const seen: string[] = []
    await client.monitor(({ args }) => seen.push(args[0]))
    cut()
    await expect
      .poll(() => {
        here.callSync('SET', 'k', 1)
        return seen
      })
      .toContain('SET')
  })

  it('that watched keys lets no transaction pass', async () => {
    const { client, here, cut } = await open()
    await client.watch('k')
    const id = await client.call('CLIENT', 'ID')
    cut()
    await expect.poll(() => client.call('CLIENT', 'ID').catch(() => id)).not.toBe(id)
    await expect(client.multi().set('k', 1).exec()).rejects.toMatchObject({ code: 'CONNECTION_LOST' })
    expect(here.callSync('EXISTS', 'k')).toBe(0)
    expect(await client.multi().set('k', 1).exec()).toEqual(['OK'])
  })

  it('is the end where it is not to be opened again', async () => {
    const { client, here, cut } = await open({ reconnect: false })
    const wait = expect(client.blpop('q', 0)).rejects.toMatchObject({ code: 'CONNECTION_LOST' })
    await runs(here, 'blpop')
    cut()
    await wait
    expect(client.closed).toBe(true)
  })

  it('keeps calls waiting for a while, and then rejects them', async () => {
    const { client, server } = await open({ reconnectTimeout: 200 })
    const lost = client.blpop('q', 0).catch((error: unknown) => error)
    await server.close()
    expect(await lost).toMatchObject({ code: 'CONNECTION_LOST' })
    const waits = await client.get('k').catch((error: unknown) => error)
    expect(waits).toMatchObject({ code: 'CONNECTION_LOST', message: expect.stringMatching(/no connection .* 200 ms/) })
    await expect(client.get('k')).rejects.toThrow(/no connection/)
  })

  it('executes what was called meanwhile, once', async () => {
    const { client, engine, server, here } = await open()
    const { port } = server
    const lost = client.blpop('q', 0).catch(() => 'lost')
    await runs(here, 'blpop')
    await server.close()
    expect(await lost).toBe('lost')
    const all = Promise.all([client.incr('n'), client.incr('n'), client.incr('n')])
    const again = await serve(engine, { port: port as number })
    onTestFinished(() => again.close())
    expect(await all).toEqual([1, 2, 3])
  })
})

describe('a wait that is given up', () => {
  it('is ended in the engine, and takes nothing that comes later', async () => {
    const { client, here } = await open()
    const controller = new AbortController()
    const wait = client.blpop('q', 0, { signal: controller.signal }).catch((error: unknown) => error)
    await runs(here, 'blpop')
    controller.abort(new Error('enough'))
    expect(await wait).toMatchObject({ message: 'enough' })
    expect(await client.echo('next')).toBe('next')
    expect(here.callSync('RPUSH', 'q', 'job')).toBe(1)
    expect(here.callSync('LLEN', 'q')).toBe(1)
  })

  it('lets calls behind it go, also where it is not the first', async () => {
    const { client, here } = await open()
    const controller = new AbortController()
    const first = client.blpop('a', 0)
    const second = client.blpop('b', 0, { signal: controller.signal }).catch((error: unknown) => error)
    const third = client.echo('third')
    await runs(here, 'blpop')
    controller.abort(new Error('enough'))
    expect(await second).toMatchObject({ message: 'enough' })
    here.callSync('RPUSH', 'a', 1)
    expect(await first).toEqual(['a', '1'])
    expect(await third).toBe('third')
  })
})

describe('close', () => {
  it('leaves nothing that keeps a process alive', async () => {
    const { url } = await open()
    const program = `
      import { createClient } from ${JSON.stringify(new URL('../../dist/index.js', import.meta.url).href)}
      const client = await createClient({ url: ${JSON.stringify(url)} })
      const other = client.duplicate()
      await other.subscribe('news')
      await other.close()
      await client.monitor()
      await client.set('k', 'v')
      client.blpop('q', 0).catch(() => {})
      const began = performance.now()
      await client.close()
      process.on('exit', () => console.log(performance.now() - began < 500))
    `
    const run = promisify(execFile)
    expect((await run(process.execPath, ['--input-type=module', '-e', program])).stdout).toBe('true\n')
  })
})

describe('what exists in process only', () => {
  it('says so', async () => {
    const { client } = await open()
    expect(() => client.callSync('GET', 'k')).toThrow(/callSync and view need an engine in this process/)
    expect(() => client.view('GET', 'k', () => 1)).toThrow(/callSync and view need an engine in this process/)
    expect(() => client.engine).toThrow(/client.engine exists in process only/)
  })
})

describe('no connection', () => {
  it('says why: nobody there', async () => {
    const [port] = await freePorts(1)
    const error = await createClient({ url: `redis://:secret@127.0.0.1:${port}` }).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(ConnectError)
    expect(error).toMatchObject({
      code: 'CONNECT_FAILED',
      message: expect.stringMatching(/ECONNREFUSED.*nothing listens/),
    })
    expect(String(error)).not.toContain('secret')
  })

  it('says why: no such name, no such socket', async () => {
    await expect(createClient({ url: 'redis://no-such-host.invalid' })).rejects.toThrow(/no-such-host.invalid/)
    await expect(createClient({ url: 'unix:/no/such/socket' })).rejects.toThrow(/no such unix socket/)
  })

  it('says why: the password', async () => {
    const { here, url } = await open()
    here.callSync('CONFIG', 'SET', 'requirepass', 'secret')
    await expect(createClient({ url })).rejects.toThrow(/does not take the connection: NOAUTH/)
    await expect(createClient({ url, password: 'wrong' })).rejects.toThrow(/does not take the connection: WRONGPASS/)
    const client = await createClient({ url: url.replace('//', '//:secret@') })
    expect(await client.call('PING')).toBe('PONG')
    await client.close()
  })

  it('says why: nobody answers in time', async () => {
    const silent = createServer(() => {})
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void silent.close())
    const { port } = silent.address() as { port: number }
    const url = `rediss://127.0.0.1:${port}`
    await expect(createClient({ url, connectTimeout: 100 })).rejects.toThrow(/no answer within 100 ms/)
  })
})

describe('TLS', () => {
  it('checks the certificate, and carries the same calls', async () => {
    const { cert, key } = selfSigned()
    const engine = await createEngine()
    onTestFinished(() => engine.close())
    const server = await serve(engine, { port: 0, tls: { cert, key } })
    onTestFinished(() => server.close())
    const url = `rediss://127.0.0.1:${server.port}`
    await expect(createClient({ url })).rejects.toThrow(/certificate is signed by itself; give that as tls.ca/)
    const client = await createClient({ url, tls: { ca: cert } })
    expect(await client.set('k', 'v')).toBe('OK')
    await client.close()
  })
})

describe('options', () => {
  it.each([
    [{ url: 'http://localhost' }, /option url begins with http:/],
    [{ url: 'nowhere' }, /option url is no URL/],
    [{ url: 5 }, /option url is 5/],
    [{ url: undefined }, /option url is undefined/],
    [{ url: 'redis://localhost/x' }, /path \/x/],
    [{ url: 'redis://localhost/1', database: 2 }, /option database is not what option url says/],
    [{ url: 'redis://localhost', tls: {} }, /option tls/],
    [{ url: 'redis://localhost', maxmemory: 1 }, /unknown option maxmemory/],
    [{ url: 'redis://localhost', connectTimeout: 0 }, /option connectTimeout is 0/],
    [{ url: 'redis://localhost', cluster: [] }, /url and cluster exclude each other/],
    [{ cluster: [] }, /option cluster is an array/],
    [{ cluster: [{ host: 'a', port: 0 }] }, /option cluster\[0\].port is 0/],
    [{ cluster: [{ host: 'a' }], protocol: 2 }, /option protocol is 2/],
    [{ sentinel: { name: '', sentinels: [{ host: 'a' }] } }, /option sentinel.name/],
    [{ sentinel: { name: 'a', sentinels: [] } }, /option sentinel.sentinels/],
  ])('%j is refused', async (options, message) => {
    const error = await createClient(options as never).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(TypeError)
    expect(String(error)).toMatch(message)
  })
})
