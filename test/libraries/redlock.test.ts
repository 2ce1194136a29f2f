/** Redlock, 4 and the beta of 5, over three engines: a lock is held by who has it on most of them. */
import { once } from 'node:events'
import type { Redis } from 'ioredis'
import Redlock4 from 'redlock'
import { describe, expect, it } from 'vitest'
import { openEngine } from '../engine/open.ts'
import { ioredisOn } from './clients.ts'

interface Lock {
  extend(milliseconds: number): PromiseLike<Lock>
}

/** What both versions have. */
interface Locks {
  acquire(names: string[], milliseconds: number): PromiseLike<Lock>
  release(lock: Lock): PromiseLike<unknown>
}

/** What version 5 has beside that; its package names no types that a module could find. */
interface Locks5 extends Locks {
  using<T>(names: string[], milliseconds: number, settings: object, work: () => Promise<T>): Promise<T>
  extend(lock: Lock, milliseconds: number): Promise<Lock>
}

const name5 = 'redlock-5'
const { default: Redlock5, ExecutionError }: Record<string, new (clients: Redis[], settings: object) => Locks5> =
  await import(name5)

/** No second attempt, so that a test waits for nothing. */
const settings = { retryCount: 0, driftFactor: 0.01 }

describe.each<[string, (clients: Redis[]) => Locks]>([
  ['4', (clients) => new Redlock4(clients as never, settings) as unknown as Locks],
  ['5', (clients) => new Redlock5(clients, settings)],
])('redlock %s', (_, create) => {
  async function open(): Promise<{ clients: Redis[]; locks: Locks }> {
    const engines = await Promise.all([1, 2, 3].map(() => openEngine()))
    const clients = engines.map((engine) => ioredisOn(engine))
    return { clients, locks: create(clients) }
  }

  it('one has the lock, until it is released', async () => {
    const { clients, locks } = await open()
    const lock = await locks.acquire(['stock'], 10_000)
    for (const client of clients) expect(await client.pttl('stock')).toBeGreaterThan(9000)
    await expect(locks.acquire(['stock'], 10_000)).rejects.toThrow()
    await locks.release(lock)
    for (const client of clients) expect(await client.exists('stock')).toBe(0)
    await locks.release(await locks.acquire(['stock'], 10_000))
  })

  it('a lock is lost when its time is over, and not when it was extended', async () => {
    const { clients, locks } = await open()
    await locks.acquire(['short'], 200)
    const long = await locks.acquire(['long'], 2000)
    await long.extend(10_000)
    for (const client of clients) await expect.poll(() => client.exists('short')).toBe(0)
    await locks.acquire(['short'], 1000)
    await expect(locks.acquire(['long'], 1000)).rejects.toThrow()
  })

  it('a minority may be away, or have given it to somebody else', async () => {
    const { clients, locks } = await open()
    await clients[0].set('stock', 'somebody else')
    const lock = await locks.acquire(['stock'], 10_000)
    expect(await clients[0].get('stock')).toBe('somebody else')
    await clients[1].set('other', 'somebody else')
    await clients[2].set('other', 'somebody else')
    await expect(locks.acquire(['other'], 10_000)).rejects.toThrow()
    expect(await clients[0].exists('other')).toBe(0)
    await lock.extend(20_000)
    expect(await clients[1].pttl('stock')).toBeGreaterThan(10_000)
  })

  it('many who want it at once: one gets it', async () => {
    const { locks } = await open()
    const asked = await Promise.allSettled(Array.from({ length: 20 }, () => locks.acquire(['stock'], 10_000)))
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

it('redlock 5 extends a lock for as long as the work takes', async () => {
  const client = ioredisOn(await openEngine())
  const locks = new Redlock5([client], settings)
  const extended = new EventTarget()
  const extend = locks.extend.bind(locks)
  locks.extend = async (...args) => {
    const lock = await extend(...args)
    extended.dispatchEvent(new Event('extended'))
    return lock
  }
  const result = await locks.using(['stock'], 700, { automaticExtensionThreshold: 550 }, async () => {
    await once(extended, 'extended')
    await expect(locks.acquire(['stock'], 200)).rejects.toBeInstanceOf(ExecutionError)
    return 'done'
  })
  expect([result, await client.exists('stock')]).toEqual(['done', 0])
})
