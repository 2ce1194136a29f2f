import { randomUUID } from 'node:crypto'
import { createClient } from 'redis'

const release = `
  if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
  return 0`

/** Locks that one process holds and others respect. Resolves once connected. */
export async function openLocks(url) {
  const client = createClient({ url })
  await client.connect()
  return {
    /** Takes a lock for `ttlMs`: resolves to what releases it, or to undefined when somebody has it. */
    async take(name, ttlMs) {
      const token = randomUUID()
      const taken = await client.set(`lock:${name}`, token, { NX: true, PX: ttlMs })
      if (taken === null) return undefined
      return () => client.eval(release, { keys: [`lock:${name}`], arguments: [token] })
    },
    close: () => client.close(),
  }
}
