/** A primary with a replica, and a sentinel that knows who is which. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createClient } from '../../src/index.ts'
import { nativeServer } from '../conformance/native.ts'
import { repeat } from './cluster.ts'
import { freePorts, startNative } from './native.ts'

/** Starts a sentinel that watches the primary on `primary`; gives its own port. */
async function startSentinel(primary: number): Promise<number> {
  const [port] = await freePorts(1)
  const folder = mkdtempSync(join(tmpdir(), 'sentinel-'))
  const file = join(folder, 'sentinel.conf')
  const lines = [
    `port ${port}`,
    'bind 127.0.0.1',
    `dir ${folder}`,
    `sentinel monitor shop 127.0.0.1 ${primary} 1`,
    'sentinel down-after-milliseconds shop 500',
    'sentinel failover-timeout shop 3000',
  ]
  writeFileSync(file, `${lines.join('\n')}\n`)
  const child = spawn(nativeServer(), [file, '--sentinel'], { stdio: 'ignore' })
  onTestFinished(async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
    rmSync(folder, { recursive: true, force: true })
  })
  return port
}

it('a client of sentinels follows the primary', async () => {
  const primary = await startNative()
  onTestFinished(() => primary.close())
  const replica = await startNative({ replicaof: `127.0.0.1 ${primary.port}`, 'repl-diskless-sync-delay': '0' })
  onTestFinished(() => replica.close())
  const port = await startSentinel(primary.port)
  const [nobody] = await freePorts(1)
  const watcher = await repeatOpen(`redis://127.0.0.1:${port}`)
  await repeat(async () =>
    JSON.stringify(await watcher.call('SENTINEL', 'REPLICAS', 'shop')).includes(String(replica.port)),
  )
  await watcher.close()

  const sentinels = [
    { host: '127.0.0.1', port: nobody },
    { host: '127.0.0.1', port },
  ]
  const client = await createClient({ sentinel: { name: 'shop', sentinels }, reconnectTimeout: 20_000 })
  onTestFinished(() => client.close())
  expect(await client.set('k', 'v')).toBe('OK')
  await client.call('WAIT', 1, 5000)
  expect(await client.call('ROLE')).toContain('master')

  await primary.kill()
  expect(await client.get('k').catch(() => client.get('k'))).toBe('v')
  await repeat(async () => (await client.set('k', 'w')) === 'OK')
  expect(await client.call<string>('INFO', 'server')).toContain(`tcp_port:${replica.port}`)

  const unknown = createClient({ sentinel: { name: 'nobody', sentinels } })
  await expect(unknown).rejects.toThrow(/no sentinel knows where nobody is/)
}, 60_000)

async function repeatOpen(url: string) {
  let client: Awaited<ReturnType<typeof createClient>> | undefined
  await repeat(async () => {
    client = await createClient({ url, protocol: 2 })
    return true
  })
  return client as Awaited<ReturnType<typeof createClient>>
}
