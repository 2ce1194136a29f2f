/** connect-redis under express-session: a service with sessions, over HTTP. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { RedisStore } from 'connect-redis'
import express from 'express'
import session from 'express-session'
import { expect, it, onTestFinished } from 'vitest'
import type { Engine } from '../../src/index.ts'
import { openEngine } from '../engine/open.ts'
import { nodeRedisOn } from './clients.ts'

declare module 'express-session' {
  interface SessionData {
    user: string
    visits: number
  }
}

/** A service of its own process, as it were: it shares nothing with another one but the engine. */
async function openService(engine: Engine): Promise<{ store: RedisStore; visit: (path: string) => Promise<unknown> }> {
  const store = new RedisStore({ client: (await nodeRedisOn(engine)) as never, prefix: 'app:' })
  const app = express()
  app.use(
    session({ store, secret: 'keyboard cat', resave: false, saveUninitialized: false, cookie: { maxAge: 60_000 } }),
  )
  app.get('/login/:name', (request, response) => {
    request.session.user = request.params.name
    request.session.visits = 0
    response.json({ user: request.session.user })
  })
  app.get('/visit', (request, response) => {
    if (!request.session.user) return response.status(401).json({ error: 'log in' })
    request.session.visits = (request.session.visits ?? 0) + 1
    response.json({ user: request.session.user, visits: request.session.visits })
  })
  app.get('/logout', (request, response, next) => {
    request.session.destroy((error) => (error ? next(error) : response.json({ user: null })))
  })
  const server = app.listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { store, visit: browser(`http://127.0.0.1:${port}`) }
}

/** Keeps the cookie that it is given, unless it is given one of another browser. */
function browser(origin: string): (path: string, cookie?: { value: string }) => Promise<unknown> {
  const own = { value: '' }
  return async (path, cookie = own) => {
    const response = await fetch(origin + path, { headers: { cookie: cookie.value, connection: 'close' } })
    cookie.value = response.headers.get('set-cookie')?.split(';')[0] ?? cookie.value
    return response.json()
  }
}

it('a session is kept, and ends with its logout', async () => {
  const engine = await openEngine()
  const { visit } = await openService(engine)
  expect(await visit('/visit')).toEqual({ error: 'log in' })
  expect(await visit('/login/ada')).toEqual({ user: 'ada' })
  expect(await visit('/visit')).toEqual({ user: 'ada', visits: 1 })
  expect(await visit('/visit')).toEqual({ user: 'ada', visits: 2 })
  const here = engine.connect()
  const [key] = await here.call<string[]>('KEYS', 'app:*')
  expect(JSON.parse(await here.call<string>('GET', key))).toMatchObject({ user: 'ada', visits: 2 })
  expect(await here.call<number>('TTL', key)).toBeGreaterThan(55)
  expect(await visit('/logout')).toEqual({ user: null })
  expect(await visit('/visit')).toEqual({ error: 'log in' })
  expect(await here.call('DBSIZE')).toBe(0)
})

it('two services share their sessions', async () => {
  const engine = await openEngine()
  const [one, two] = [await openService(engine), await openService(engine)]
  const cookie = { value: '' }
  const [first, second] = [one.visit, two.visit] as ReturnType<typeof browser>[]
  await first('/login/grace', cookie)
  expect(await second('/visit', cookie)).toEqual({ user: 'grace', visits: 1 })
  expect(await first('/visit', cookie)).toEqual({ user: 'grace', visits: 2 })
})

it('a session that is over is forgotten, and all of them can be listed and cleared', async () => {
  const engine = await openEngine()
  const { store, visit } = await openService(engine)
  await visit('/login/ada')
  const [key] = await engine.connect().call<string[]>('KEYS', 'app:*')
  await engine.connect().call('PEXPIRE', key, 1)
  await expect.poll(() => store.length()).toBe(0)
  expect(await visit('/visit')).toEqual({ error: 'log in' })
  for (const name of ['a', 'b', 'c']) await store.set(name, { cookie: {}, user: name } as never)
  expect((await store.ids()).sort()).toEqual(['a', 'b', 'c'])
  expect(((await store.all()) as { user: string }[]).map(({ user }) => user).sort()).toEqual(['a', 'b', 'c'])
  await store.clear()
  expect(await store.length()).toBe(0)
})
