import { describe, expect, it } from 'vitest'
import { openClient } from '../open.ts'

describe('ACL', () => {
  it('limits a user to commands, keys and channels', async () => {
    const client = await openClient()
    await client.call(
      'ACL',
      'SETUSER',
      'alice',
      'on',
      '>secret',
      '~cache:*',
      '&news',
      '+@read',
      '+set',
      '-keys',
      '+publish',
      '+multi',
      '+exec',
    )
    const alice = client.engine.connect({ username: 'alice', password: 'secret' })
    expect(await alice.call('SET', 'cache:1', 'v')).toBe('OK')
    expect(await alice.call('GET', 'cache:1')).toBe('v')
    expect(await alice.call('PUBLISH', 'news', 'x')).toBe(0)
    for (const args of [
      ['SET', 'other', 'v'],
      ['DEL', 'cache:1'],
      ['KEYS', '*'],
      ['PUBLISH', 'other', 'x'],
    ] as [string, string][]) {
      await expect(alice.call(...args)).rejects.toMatchObject({ code: 'NOPERM' })
    }
    expect(await alice.multi().set('cache:1', 1).get('cache:1').exec()).toEqual(['OK', '1'])
    await expect(alice.call('EVAL', "return redis.call('DEL', 'cache:1')", 0)).rejects.toMatchObject({ code: 'NOPERM' })
  })

  it('closes the connections of a user that is deleted', async () => {
    const client = await openClient()
    await client.call('ACL', 'SETUSER', 'alice', 'on', '>secret', '+@all')
    const alice = client.engine.connect({ username: 'alice', password: 'secret' })
    const waiting = alice.call('BLPOP', 'k', 0).catch((error: unknown) => error)
    expect(await client.call('ACL', 'DELUSER', 'alice')).toBe(1)
    expect(await waiting).toBeInstanceOf(Error)
    await expect(alice.call('PING')).rejects.toMatchObject({ code: 'CLIENT_CLOSED' })
  })

  it('logs what it refused', async () => {
    const client = await openClient()
    await client.call('ACL', 'SETUSER', 'alice', 'on', '>secret', '+get', '~a')
    const alice = client.engine.connect({ username: 'alice', password: 'secret', protocol: 2 })
    await expect(alice.call('GET', 'b')).rejects.toThrow(/No permissions to access a key/)
    await expect(client.duplicate().call('AUTH', 'alice', 'wrong')).rejects.toMatchObject({ code: 'WRONGPASS' })
    const log = await client.call<Record<string, unknown>[]>('ACL', 'LOG')
    expect(log.map(({ reason, object, username }) => [reason, object, username])).toEqual([
      ['auth', 'AUTH', 'alice'],
      ['key', 'b', 'alice'],
    ])
  })

  it('tries a call out with DRYRUN and shows a user with GETUSER', async () => {
    const client = await openClient()
    await client.call('ACL', 'SETUSER', 'alice', 'on', 'nopass', '~a*', '+get')
    expect(await client.call('ACL', 'DRYRUN', 'alice', 'GET', 'abc')).toBe('OK')
    expect(await client.call('ACL', 'DRYRUN', 'alice', 'GET', 'xyz')).toMatch(/no permissions to access the 'xyz' key/)
    expect(await client.call('ACL', 'GETUSER', 'alice')).toMatchObject({ keys: '~a*', commands: '-@all +get' })
    expect(await client.call('ACL', 'GENPASS')).toMatch(/^[0-9a-f]{64}$/)
  })
})
