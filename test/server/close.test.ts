/** How a server ends, and what it leaves. */
import { getEventListeners } from 'node:events'
import { describe, expect, it } from 'vitest'
import { createEngine } from '../../src/index.ts'
import { serve } from '../../src/server/index.ts'
import { coreOf, damage } from '../engine/open.ts'
import { openServer, peerOf } from './peer.ts'
import { runProgram } from './program.ts'

describe('close()', () => {
  it('lets every client have the replies that it is due', async () => {
    const { engine, server } = await openServer()
    const here = engine.connect()
    await here.call('SET', 'value', 'x'.repeat(1_000_000))
    const peer = await peerOf(server)
    peer.socket.pause()
    peer.socket.write('GET value\r\n'.repeat(20))
    await expect.poll(() => here.callSync<string>('CLIENT', 'LIST')).toContain('cmd=get')
    const closed = server.close()
    peer.socket.resume()
    expect((await peer.closed()).length).toBe(20 * (1_000_000 + '$1000000\r\n\r\n'.length))
    await closed
    expect(here.callSync('GET', 'value')).toHaveLength(1_000_000)
  })

  it('does not wait for a client that never reads', async () => {
    const { engine, server } = await openServer()
    await engine.connect().call('SET', 'value', 'x'.repeat(1_000_000))
    const peer = await peerOf(server)
    peer.socket.pause()
    peer.socket.write('GET value\r\n'.repeat(50))
    await expect.poll(() => engine.connect().callSync<string>('CLIENT', 'LIST')).toContain('cmd=get')
    await server.close()
    expect(server.connections).toBe(0)
  })

  it('ends the waits of its clients, and the engine forgets them', async () => {
    const { engine, server } = await openServer()
    const peer = await peerOf(server)
    peer.socket.write('BLPOP k 0\r\n')
    const here = engine.connect()
    await expect.poll(() => here.callSync<string>('CLIENT', 'LIST')).toContain('flags=b')
    await server.close()
    expect(await peer.closed()).toBe('')
    expect(here.callSync<string>('CLIENT', 'LIST').trim().split('\n')).toHaveLength(1)
  })

  it('can be called again, and resolves for everyone', async () => {
    const { server } = await openServer()
    await Promise.all([server.close(), server.close(), server.closed])
    await server.close()
  })

  it('is called at the end of an `await using` block', async () => {
    const { server } = await openServer()
    await server[Symbol.asyncDispose]()
    await expect(peerOf(server)).rejects.toThrow('ECONNREFUSED')
  })
})

describe('the end of the engine', () => {
  it('by close() is the end of the server and of every socket', async () => {
    const { engine, server } = await openServer()
    const peers = [await peerOf(server), await peerOf(server)]
    await peers[0].ask('PING')
    peers[1].socket.write('BLPOP k 0\r\n')
    await engine.close()
    for (const peer of peers) expect(await peer.closed()).toBe('')
    await server.closed
    await expect(peerOf(server)).rejects.toThrow('ECONNREFUSED')
  })

  it('by SHUTDOWN, as a client can ask for it, too', async () => {
    const { engine, server } = await openServer()
    const [one, two] = [await peerOf(server), await peerOf(server)]
    await two.ask('PING')
    one.socket.write('SHUTDOWN NOSAVE\r\n')
    expect(await one.closed()).toBe('')
    expect(await two.closed()).toBe('')
    await server.closed
    expect(engine.closed).toBe(true)
  })

  it('by a crash, too; its process goes on', async () => {
    const { engine, server } = await openServer()
    const peer = await peerOf(server)
    await peer.ask('PING')
    damage(engine)
    peer.socket.write('PING\r\n')
    expect(await peer.closed()).toBe('')
    await server.closed
    expect(coreOf(engine).reason?.name).toBe('EngineCrashedError')
  })

  it('is heard by every server of it', async () => {
    const engine = await createEngine()
    const servers = await Promise.all([serve(engine, { port: 0 }), serve(engine, { port: 0 })])
    await engine.close()
    await Promise.all(servers.map((server) => server.closed))
  })
})

describe('a process', () => {
  const start = `
    import { createEngine } from 'wasm-redis'
    import { serve } from 'wasm-redis/server'
    import { connect } from 'node:net'
    const engine = await createEngine()
    const server = await serve(engine, { port: 0 })
    const socket = connect(server.port)
    socket.write('PING\\r\\n')
    await new Promise((resolve) => socket.once('data', resolve))`

  it('ends by itself once its server is closed', async () => {
    expect(await runProgram(`${start}\nawait server.close(); console.log('closed')`)).toEqual({
      code: 0,
      output: 'closed',
    })
  })

  it('ends by itself once its engine is closed', async () => {
    expect(await runProgram(`${start}\nawait engine.close(); console.log('closed')`)).toEqual({
      code: 0,
      output: 'closed',
    })
  })

  it('lives on while its server listens, and not when that was unref’d', async () => {
    const program = `${start}
      socket.destroy()
      const timer = setTimeout(() => { console.log('lives'); server.unref() }, 300).unref()`
    expect(await runProgram(program)).toEqual({ code: 0, output: 'lives' })
  })
})

it('nothing of a connection stays behind', async () => {
  const { engine, server } = await openServer()
  const count = () => coreOf(engine).connections.all.size
  const before = count()
  for (let i = 0; i < 50; i++) {
    const peer = await peerOf(server)
    await peer.ask('PING')
    peer.socket.destroy()
  }
  await expect.poll(() => server.connections).toBe(0)
  expect(count()).toBe(before)
  expect(getEventListeners(process, 'exit').length).toBeLessThan(5)
})
