/** Where a server listens, and when it refuses to. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, Socket } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { admit } from '../../src/engine/peer.ts'
import { createEngine } from '../../src/index.ts'
import { type ServeOptions, ServerStartError, serve } from '../../src/server/index.ts'
import { coreOf, openEngine } from '../engine/open.ts'
import { openServer, peerOf } from './peer.ts'

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'serve-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

const hasIPv6 = Object.values(networkInterfaces()).some((addresses) => addresses?.some((one) => one.address === '::1'))

describe('a port', () => {
  it('0 is one that is free, and the server tells which', async () => {
    const { server } = await openServer()
    expect(server.port).toBeGreaterThan(0)
    expect(server).toMatchObject({ host: '127.0.0.1', path: undefined, url: `redis://127.0.0.1:${server.port}` })
    expect(await (await peerOf(server)).ask('PING')).toBe('+PONG')
  })

  it('that is taken is refused, and by another server of the same engine too', async () => {
    const { engine, server } = await openServer()
    const again = serve(engine, { port: server.port })
    await expect(again).rejects.toThrow(ServerStartError)
    await expect(again).rejects.toThrow(`cannot listen on 127.0.0.1:${server.port}: something listens there already`)
    await expect(again).rejects.toMatchObject({ code: 'SERVER_START', cause: { code: 'EADDRINUSE' } })
  })

  it('can be had again once its server is closed', async () => {
    const { engine, server } = await openServer()
    await server.close()
    const next = await serve(engine, { port: server.port })
    expect(next.port).toBe(server.port)
    await next.close()
  })

  it.runIf(hasIPv6)('of IPv6 has an address in brackets', async () => {
    const { server } = await openServer({}, { port: 0, host: '::1' })
    expect(server.url).toBe(`redis://[::1]:${server.port}`)
    const peer = await peerOf(server)
    const near = `[::1]:${peer.socket.remotePort}`
    expect(await peer.text('CLIENT INFO')).toContain(` addr=[::1]:${peer.socket.localPort} laddr=${near} `)
  })

  it('of a host that is not this machine is refused with the reason', async () => {
    const engine = await openEngine({ config: { requirepass: 'secret' } })
    await expect(serve(engine, { port: 0, host: '192.0.2.1' })).rejects.toThrow(
      'cannot listen on 192.0.2.1:0: this machine has no such address',
    )
    await expect(serve(engine, { port: 0, host: 'no such host' })).rejects.toThrow('host no such host is no address')
  })
})

describe('a unix socket', () => {
  it('has a path and no port', async () => {
    const path = join(folder(), 's')
    const { server } = await openServer({}, { path })
    expect(server).toMatchObject({ host: undefined, port: undefined, path, url: `unix:${path}` })
    expect(await (await peerOf(server)).ask('PING')).toBe('+PONG')
  })

  it('at which a server lives is not taken from it', async () => {
    const path = join(folder(), 's')
    const { server } = await openServer({}, { path })
    await expect(serve(await openEngine(), { path })).rejects.toThrow(`${path}: another server listens there`)
    expect(await (await peerOf(server)).ask('PING')).toBe('+PONG')
  })

  it('that a dead server left behind is replaced', async () => {
    const path = join(folder(), 's')
    const left = createServer().listen(path)
    await new Promise((resolve) => left.once('listening', resolve))
    // As if its process had died: the listening ends, the file stays.
    const handle = (left as unknown as { _handle: { close(): void } })._handle
    const { rename } = await import('node:fs/promises')
    await rename(path, `${path}.kept`)
    handle.close()
    await rename(`${path}.kept`, path)
    const { server } = await openServer({}, { path })
    expect(await (await peerOf(server)).ask('PING')).toBe('+PONG')
  })

  it('is not put in the place of a file, or in a folder that is not there', async () => {
    const path = join(folder(), 'notes.txt')
    writeFileSync(path, 'mine')
    const engine = await openEngine()
    await expect(serve(engine, { path })).rejects.toThrow(`${path}: there is a file that is no socket`)
    await expect(serve(engine, { path: join(folder(), 'no', 's') })).rejects.toThrow('its folder is missing')
  })

  it('goes with its server', async () => {
    const path = join(folder(), 's')
    const { engine, server } = await openServer({}, { path })
    await server.close()
    const next = await serve(engine, { path })
    await next.close()
  })
})

describe('an address that other machines can reach', () => {
  it('is refused while the default user has no password', async () => {
    const engine = await openEngine()
    await expect(serve(engine, { port: 0, host: '0.0.0.0' })).rejects.toThrow(
      /refusing to listen on 0\.0\.0\.0.*requirepass.*protectedMode: false/,
    )
  })

  it.each([
    ['requirepass', { config: { requirepass: 'secret' } }, {}],
    ['protected-mode no', { config: { 'protected-mode': 'no' } }, {}],
    ['protectedMode: false', {}, { protectedMode: false }],
  ])('is taken with %s', async (_name, engineOptions, options) => {
    const { server } = await openServer(engineOptions, { port: 0, host: '0.0.0.0', ...options })
    expect(server.host).toBe('0.0.0.0')
  })

  it('is taken when an ACL gives the default user a password, or takes it away', async () => {
    const engine = await openEngine()
    const admin = engine.connect()
    await admin.call('ACL', 'SETUSER', 'default', 'resetpass', '>secret')
    await (await serve(engine, { port: 0, host: '0.0.0.0' })).close()
    await admin.call('ACL', 'SETUSER', 'default', 'off')
    await (await serve(engine, { port: 0, host: '0.0.0.0' })).close()
  })

  it('is asked for each client: one from elsewhere is turned away without a password, and let in when told so', async () => {
    const { engine, server } = await openServer({ config: { 'enable-debug-command': 'local' } })
    const trusting = await serve(engine, { port: 0, protectedMode: false })
    onTestFinished(() => trusting.close())
    // What Node's own `remoteAddress` and `remotePort` ask.
    const socket = Socket.prototype as unknown as { _getpeername(): object }
    const far = vi.spyOn(socket, '_getpeername').mockReturnValue({ address: '::ffff:192.0.2.7', port: 1234 })
    onTestFinished(() => far.mockRestore())
    expect(await (await peerOf(server)).closed()).toMatch(/^-DENIED .*protected mode/)
    const peer = await peerOf(trusting)
    expect(await peer.text('CLIENT INFO')).toContain(' addr=192.0.2.7:1234 ')
    expect(await peer.ask('DEBUG SLEEP 0')).toMatch(/^-ERR DEBUG command not allowed/)
  })

  it('turns its clients away when the password is taken off later, by the engine itself', async () => {
    const engine = await openEngine()
    const far = { address: '192.0.2.7:1234', localAddress: '192.0.2.1:6379', local: false, unixSocket: false }
    const connection = admit(coreOf(engine), { ...far, trusted: false, window: 0 })
    const reply = Buffer.from(connection.output.slice(connection.outputAt, connection.outputEnd)).toString()
    expect(reply).toMatch(/^-DENIED .*protected mode/)
    expect(connection.ended).toBe(true)
    const trusted = admit(coreOf(engine), { ...far, trusted: true, window: 0 })
    expect(trusted.ended).toBe(false)
    expect(engine.connect().callSync('CLIENT', 'LIST')).toContain('addr=192.0.2.7:1234 laddr=192.0.2.1:6379')
  })
})

describe('options', () => {
  it.each<[unknown, string]>([
    [{ port: 65536 }, 'option port is 65536; it must be a whole number from 0 to 65535'],
    [{ port: '6379' }, 'option port is "6379"'],
    [{ host: '' }, 'option host is ""'],
    [{ path: '' }, 'option path is ""'],
    [{ path: '/tmp/s', port: 0 }, 'option path is given with port or host; call serve twice'],
    [{ path: `/tmp/${'x'.repeat(200)}` }, 'at most 107 bytes long'],
    [{ tls: true }, 'option tls is true; it must be what tls.createServer takes'],
    [{ protectedMode: 'no' }, 'option protectedMode is "no"'],
    [{ prot: 1 }, 'unknown option prot; known are port, host'],
  ])('%j are refused by name', async (options, message) => {
    await expect(serve(await openEngine(), options as ServeOptions)).rejects.toThrow(message)
  })

  it('need an engine that is open', async () => {
    await expect(serve({} as never)).rejects.toThrow('the first argument of serve must be an engine')
    const engine = await createEngine()
    await engine.close()
    await expect(serve(engine, { port: 0 })).rejects.toThrow('the engine is closed')
    const closing = await createEngine()
    const server = serve(closing, { port: 0 })
    await closing.close()
    await expect(server).rejects.toMatchObject({ code: 'ENGINE_CLOSED' })
  })
})
