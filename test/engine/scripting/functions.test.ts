import { expect, it } from 'vitest'
import { openClient } from '../open.ts'

const library = `#!lua name=counters
local function step(keys, args)
  return redis.call('INCRBY', keys[1], args[1] or 1)
end
server.register_function('step', step)
server.register_function{function_name = 'peek', callback = function(keys) return redis.call('GET', keys[1]) end, flags = {'no-writes'}}
`

it('a library is loaded once and its functions are called by name', async () => {
  const client = await openClient()
  expect(await client.call('FUNCTION', 'LOAD', library)).toBe('counters')
  expect(await client.call('FCALL', 'step', 1, 'n', 5)).toBe(5)
  expect(await client.fcall('step', 1, 'n')).toBe(6)
  expect(await client.call('FCALL_RO', 'peek', 1, 'n')).toBe('6')
  await expect(client.call('FCALL_RO', 'step', 1, 'n')).rejects.toThrow(/write flag/)
  await expect(client.call('FCALL', 'nothing', 0)).rejects.toThrow(/Function not found/)
})

it('is listed, replaced and deleted', async () => {
  const client = await openClient()
  await client.call('FUNCTION', 'LOAD', library)
  await expect(client.call('FUNCTION', 'LOAD', library)).rejects.toThrow(/already exists/)
  expect(await client.call('FUNCTION', 'LOAD', 'REPLACE', library)).toBe('counters')
  expect(await client.call('FUNCTION', 'LIST', 'LIBRARYNAME', 'count*')).toMatchObject([
    { library_name: 'counters', engine: 'LUA', functions: expect.any(Array) },
  ])
  expect(await client.call('FUNCTION', 'DELETE', 'counters')).toBe('OK')
  expect(await client.call('FUNCTION', 'LIST')).toEqual([])
})

it('goes to another engine by DUMP and RESTORE', async () => {
  const [one, other] = [await openClient(), await openClient()]
  await one.call('FUNCTION', 'LOAD', library)
  const payload = await one.binary.call<Uint8Array>('FUNCTION', 'DUMP')
  expect(await other.call('FUNCTION', 'RESTORE', payload)).toBe('OK')
  expect(await other.call('FCALL', 'step', 1, 'n')).toBe(1)
  await expect(other.call('FUNCTION', 'RESTORE', payload.slice(0, -1))).rejects.toThrow(/version or checksum/)
})

it('that is wrong is refused with its line', async () => {
  const client = await openClient()
  await expect(client.call('FUNCTION', 'LOAD', 'return 1')).rejects.toThrow(/Missing library metadata/)
  await expect(client.call('FUNCTION', 'LOAD', '#!lua name=x\nlocal a =')).rejects.toThrow(/Error compiling function/)
  await expect(client.call('FUNCTION', 'LOAD', '#!lua name=x\nreturn 1')).rejects.toThrow(/No functions registered/)
  await expect(client.call('FUNCTION', 'LOAD', "#!lua name=x\nredis.call('PING')")).rejects.toThrow(/call/)
})
