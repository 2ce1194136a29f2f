/** Directories for tests, and engines on them; both are gone when the test is over. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { type Client, createClient, type EngineOptions, type LogLine } from '../../src/index.ts'

export function folder(): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'storage-')))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** A client of an engine of its own, which is closed when the test is over, as far as the test has not. */
export async function open(options: EngineOptions): Promise<Client> {
  const client = await createClient(options)
  onTestFinished(async () => {
    await client.close().catch(() => client.call('SHUTDOWN', 'NOSAVE').catch(() => {}))
  })
  return client
}

export const always = { appendonly: true, appendfsync: 'always', save: '' }

/** One field of INFO persistence. */
export function persistence(client: Client, field: string): string {
  const info = client.callSync<string>('INFO', 'persistence')
  return new RegExp(`^${field}:(.*)\r$`, 'm').exec(info)?.[1] ?? `no field ${field}`
}

/** Waits until nothing is saved in the background. */
export async function idle(client: Client): Promise<void> {
  const busy = () => persistence(client, 'rdb_bgsave_in_progress') + persistence(client, 'aof_rewrite_in_progress')
  await expect.poll(busy, { timeout: 10_000, interval: 5 }).toBe('00')
}

export function names(directory: string): string[] {
  return existsSync(directory) ? readdirSync(directory).sort() : []
}

/** The newest part of the append only file. */
export function appended(directory: string): string {
  const folder = join(directory, 'appendonlydir')
  const last = names(folder).filter((name) => name.endsWith('.incr.aof'))
  return join(folder, last[last.length - 1])
}

export function appendedText(directory: string): string {
  return readFileSync(appended(directory), 'latin1')
}

/** Collects what the engine logs. */
export function logged(): { onLog: (line: LogLine) => void; messages: string[] } {
  const messages: string[] = []
  return { messages, onLog: ({ message }) => messages.push(message) }
}
