import { Redis } from 'ioredis'

/** What is tested: sessions that end when nobody has used them for a while. It knows of no engine but its server. */
export const redis = new Redis(process.env.REDIS_URL)

/** Begins a session of a user; it lives for `ttlMs` milliseconds from its last use. */
export async function begin(id, user, ttlMs) {
  await redis.multi().hset(`session:${id}`, 'user', user, 'ttlMs', ttlMs).pexpire(`session:${id}`, ttlMs).exec()
}

/** The user of a session, which lives on; null when it has ended. */
export async function use(id) {
  const [user, ttlMs] = await redis.hmget(`session:${id}`, 'user', 'ttlMs')
  if (user !== null) await redis.pexpire(`session:${id}`, ttlMs)
  return user
}
