/** Passwords and access control lists, through a socket. */
import { expect, it } from 'vitest'
import { createEngine } from '../../src/index.ts'
import { serve } from '../../src/server/index.ts'
import { openServer, peerOf } from './peer.ts'

it('requirepass lets nothing through but AUTH', async () => {
  const { server } = await openServer({ config: { requirepass: 'secret' } })
  const peer = await peerOf(server)
  expect(await peer.ask('GET k')).toBe('-NOAUTH Authentication required.')
  expect(await peer.ask('AUTH wrong')).toMatch(/^-WRONGPASS/)
  expect(await peer.ask('AUTH secret')).toBe('+OK')
  expect(await peer.ask('GET k')).toBe('$-1')
})

it('an ACL user may do what the list says, by HELLO too', async () => {
  const { engine, server } = await openServer()
  await engine.connect().call('ACL', 'SETUSER', 'reader', 'on', '>pw', '~a:*', '+get', '+hello')
  const peer = await peerOf(server)
  expect(await peer.ask('HELLO 3 AUTH reader pw')).toBe('%7')
  await peer.until('modules\r\n')
  await peer.until('*')
  peer.received = ''
  peer.socket.write('GET a:1\r\nGET b\r\nSET a:1 x\r\n')
  const replies = await peer.until("'set' command\r\n")
  expect(replies).toMatch(/_\r\n-NOPERM .*access a key\r\n-NOPERM .*'set' command\r\n$/s)
})

it('a user that is deleted loses its connections', async () => {
  const { engine, server } = await openServer()
  const here = engine.connect()
  await here.call('ACL', 'SETUSER', 'bob', 'on', '>pw', '~*', '+@all')
  const peer = await peerOf(server)
  expect(await peer.ask('AUTH bob pw')).toBe('+OK')
  await here.call('ACL', 'DELUSER', 'bob')
  expect(await peer.closed()).toBe('')
})

it('a default user who may ask nothing is still open: the wide address is refused', async () => {
  const engine = await createEngine()
  engine.connect().callSync('ACL', 'SETUSER', 'default', '-@all', '+ping')
  await expect(serve(engine, { port: 0, host: '0.0.0.0' })).rejects.toThrow('refusing to listen')
  await engine.close()
})
