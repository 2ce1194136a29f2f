/** A cluster whose topology iovalkey knows, where ioredis is not installed. */
import { expect, it, vi } from 'vitest'
import { createClient } from '../../src/index.ts'

const notInstalled = vi.hoisted(() => (name: string) => () => {
  throw new Error(`Cannot find package '${name}'`)
})
vi.mock('ioredis', notInstalled('ioredis'))

await import('./cluster.test.ts')

it('says what to install when there is neither', async () => {
  vi.doMock('iovalkey', notInstalled('iovalkey'))
  vi.resetModules()
  const options = { cluster: [{ host: '127.0.0.1', port: 1 }] }
  await expect(createClient(options)).rejects.toThrow('needs the package ioredis (or iovalkey): npm install ioredis')
  vi.doUnmock('iovalkey')
  await expect(createClient(options)).rejects.toThrow('cannot connect to a cluster by 127.0.0.1:1')
})
