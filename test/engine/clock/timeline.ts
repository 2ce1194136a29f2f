/** Two ways to let time pass: an engine whose clock is turned, and a native server that is waited for. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Argument, type Client, createClient, createEngine, type Reply } from '../../../src/index.ts'
import { nativeServer } from '../../conformance/native.ts'

/** What a row of the table does its steps with. */
export interface Timeline {
  call<T = Reply>(...args: [string, ...Argument[]]): Promise<T>
  /** Another connection. */
  open(): Promise<Client>
  /** Lets so many milliseconds pass. */
  pass(ms: number): Promise<void>
}

/** A behaviour that depends on time. */
export interface Row {
  name: string
  /** Makes the steps, and tells what was observed. */
  observe(time: Timeline): Promise<unknown>
  /** What is observed, here and there. */
  expected: unknown
}

/** Observes on an engine whose clock is turned: nothing is waited for. */
export async function observeTurned(row: Row): Promise<unknown> {
  const engine = await createEngine({ clock: 'manual' })
  const client = engine.connect()
  try {
    return await row.observe({
      call: (...args) => client.call(...args),
      open: async () => engine.connect(),
      pass: (ms) => engine.clock.advance(ms),
    })
  } finally {
    await engine.close()
  }
}

/** Observes on a native server of its own, in real time. */
export async function observeNative(row: Row): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'clock-'))
  const path = join(folder, 's')
  const server = spawn(nativeServer(), ['--port', '0', '--unixsocket', path, '--dir', folder, '--save', ''])
  await new Promise<void>((resolve) => {
    server.stdout.on('data', (chunk) => /ready to accept/i.test(String(chunk)) && resolve())
  })
  const clients: Client[] = []
  const open = async () => {
    const client = await createClient({ url: `unix:${path}`, reconnect: false })
    clients.push(client)
    return client
  }
  try {
    const client = await open()
    return await row.observe({
      call: (...args) => client.call(...args),
      open,
      pass: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    })
  } finally {
    for (const client of clients) await client.close()
    server.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A call that may wait: what it was answered with, or that it waits. */
export function watched(call: Promise<unknown>): { now(): unknown } {
  let state: unknown = 'waits'
  call.then(
    (reply) => {
      state = reply
    },
    (error: Error) => {
      state = error.message
    },
  )
  return { now: () => state }
}

/** Messages of a pattern, as they come. */
export async function messages(time: Timeline, pattern: string): Promise<string[]> {
  const heard: string[] = []
  const client = await time.open()
  await client.psubscribe(pattern, (message) =>
    heard.push(`${message.channel.replace(/^__key.*?__:/, '')} ${message.message}`),
  )
  return heard
}

/** A time in tenths of a second, since a real server is never exact. */
export function tenths(ms: unknown): number {
  return Math.round(Number(ms) / 100)
}

/** The engine's Unix time in milliseconds. */
export async function clock(time: Timeline): Promise<number> {
  const [seconds, micros] = await time.call<[string, string]>('TIME')
  return Number(seconds) * 1000 + Number(micros) / 1000
}
