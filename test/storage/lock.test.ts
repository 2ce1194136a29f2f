/** One engine at a time on a directory: in this process, in another one, and after one that was killed. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createClient } from '../../src/index.ts'
import { memoryStorage } from '../../src/storage/memory.ts'
import { checkBuilt, root } from '../package/tarball.ts'
import { folder, names, open } from './folders.ts'

const lockFile = '.wasm-redis.lock'

/** Another process with an engine on the directory, once it has one. */
async function holder(directory: string): Promise<ChildProcess> {
  await checkBuilt()
  const program = `import { createClient } from ${JSON.stringify(join(root, 'dist/index.js'))}
    const client = await createClient({ storage: ${JSON.stringify(directory)}, config: { appendonly: true } })
    client.callSync('SET', 'theirs', 1)
    setInterval(() => {}, 1000)
    process.stdout.write('ready')`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: ['ignore', 'pipe', 2] })
  onTestFinished(() => void child.kill('SIGKILL'))
  await new Promise((resolve) => child.stdout?.once('data', resolve))
  return child
}

test('a second engine of this process is told so, and the first one goes on', async () => {
  const directory = folder()
  const client = await open({ storage: directory })
  await expect(createClient({ storage: directory })).rejects.toMatchObject({
    code: 'ENGINE_START',
    message: expect.stringContaining(`${directory} cannot be used: EBUSY: another engine of this process has it`),
  })
  expect(client.callSync('SET', 'k', 'v')).toBe('OK')
  await client.close()
  expect((await open({ storage: directory })).callSync('GET', 'k')).toBe('v')
})

test('memory, too, has one engine at a time', async () => {
  const storage = memoryStorage()
  const client = await open({ storage })
  await expect(createClient({ storage })).rejects.toThrow(/another engine of this process/)
  await client.close()
  await open({ storage })
})

test('another process is named; once it is killed, its lock is taken over and what it wrote is there', async () => {
  const directory = folder()
  const child = await holder(directory)
  await expect(createClient({ storage: directory })).rejects.toThrow(`process ${child.pid} has it`)
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
  expect(names(directory)).toContain(lockFile)
  const client = await open({ storage: directory, config: { appendonly: true } })
  expect(client.callSync('GET', 'theirs')).toBe('1')
})

test.runIf(process.platform === 'linux')('a process number that was given away since holds nothing', async () => {
  const directory = folder()
  const client = await open({ storage: directory })
  const lock = JSON.parse(readFileSync(join(directory, lockFile), 'utf8'))
  await client.close()
  writeFileSync(join(directory, lockFile), JSON.stringify({ ...lock, pid: 1, started: 'another boot/1' }))
  await open({ storage: directory })
})

test('a lock of another machine counts while somebody touches it', async () => {
  const directory = folder()
  const path = join(directory, lockFile)
  const elsewhere = { pid: 77, started: 'x', space: 'pid:[1]', host: `not-${hostname()}` }
  writeFileSync(path, JSON.stringify(elsewhere))
  await expect(createClient({ storage: directory })).rejects.toThrow(
    `process 77 of not-${hostname()} has it, or had it`,
  )
  const minutesAgo = new Date(Date.now() - 120_000)
  utimesSync(path, minutesAgo, minutesAgo)
  await open({ storage: directory })
})

test('an engine that does not start, ends by itself or crashes leaves no lock behind', async () => {
  const directory = folder()
  await expect(createClient({ storage: directory, config: { appendonly: 'perhaps' } })).rejects.toThrow(
    /must be 'yes' or 'no'/,
  )
  expect(names(directory)).toEqual([])
  await expect(createClient({ storage: directory, config: { hz: 'many' } })).rejects.toThrow(/hz/)
  expect(names(directory)).not.toContain(lockFile)
  const client = await open({ storage: directory })
  await client.call('SHUTDOWN', 'NOSAVE')
  expect(names(directory)).not.toContain(lockFile)
})

test('the engine does not leave its directory', async () => {
  const directory = folder()
  const client = await open({ storage: directory, config: { 'enable-protected-configs': 'yes' } })
  expect(client.callSync('CONFIG', 'GET', 'dir')).toEqual({ dir: directory })
  for (const dir of ['/tmp', '..', join(directory, '..')]) {
    expect(() => client.callSync('CONFIG', 'SET', 'dir', dir)).toThrow(/the directory is the storage/)
  }
  expect(() => client.callSync('CONFIG', 'SET', 'dbfilename', '../elsewhere.rdb')).toThrow(/dbfilename can't be a path/)
  await expect(createClient({ storage: folder(), config: { dir: '/tmp' } })).rejects.toThrow(/option config\['dir'\]/)
  await expect(createClient({ storage: folder(), config: { appenddirname: '../x' } })).rejects.toThrow(
    /can't be a path/,
  )
})
