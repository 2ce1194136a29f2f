/**
 * This library, from dist/ (or from the folder that WASM_REDIS_DIST names). Ways: `sync`, `async`, `raw`.
 */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { awaitLoop, syncLoop } from '../driver/loops.mjs'
import { hundreds, keys, members, scores, script, scriptHash, value } from '../rows/data.mjs'
import { client, ownRss } from './client.mjs'

const dist = resolve(process.env.WASM_REDIS_DIST ?? join(import.meta.dirname, '../../dist'))
const load = (entry) => import(pathToFileURL(join(dist, `${entry}.js`)).href)
export const loadLibrary = () => load('index')
export const loadAdapter = load

/** Gives what `work` does and the exports of the module that it instantiates. */
export async function captureInstance(work) {
  const { Instance } = WebAssembly
  let caught
  WebAssembly.Instance = class extends Instance {
    constructor(...args) {
      super(...args)
      caught = this
    }
  }
  try {
    const result = await work()
    return { result, exports: caught.exports }
  } finally {
    WebAssembly.Instance = Instance
  }
}

export async function open(way) {
  if (!existsSync(join(dist, 'index.js'))) throw new Error(`${dist} has no index.js: run make`)
  const { createClient } = await loadLibrary()
  const { result: redis, exports } = await captureInstance(() => createClient({ maxmemory: 0 }))
  const calls = { sync: syncCalls, async: asyncCalls, raw: rawCalls }[way]
  return client({
    about: { version: redis.callSync('INFO', 'server').match(/valkey_version:(\S+)/)?.[1] },
    send: (request) => redis.call(...request),
    sendAll: (requests) => redis.pipeline(requests),
    calls: (payload) => calls(redis, payload),
    loop: way === 'sync' ? syncLoop : awaitLoop,
    subscribe: way === 'async' ? (heard) => subscribe(redis, heard) : undefined,
    seen: way === 'raw' ? textOfRaw : undefined,
    module: () => exports.memory.buffer.byteLength,
    missing: { 'get-view': 'a view is taken synchronously' },
    close: () => redis.close(),
  })
}

async function subscribe(redis, heard) {
  const subscribers = Array.from({ length: 100 }, () => redis.duplicate())
  for (const one of subscribers) await one.subscribe('news', heard)
  return {
    publish: () => redis.call('PUBLISH', 'news', 'message'),
    close: () => Promise.all(subscribers.map((one) => one.close())),
  }
}

function syncCalls(redis, payload) {
  const { binary } = redis
  return {
    getKey: (key) => redis.callSync('GET', key),
    set: (i) => redis.callSync('SET', keys[i], value),
    get: (i) => redis.callSync('GET', keys[i]),
    incr: () => redis.callSync('INCR', 'counter'),
    hset: (i) => redis.callSync('HSET', 'hash', members[i], value),
    list: () => {
      redis.callSync('LPUSH', 'list', value)
      return redis.callSync('LPOP', 'list')
    },
    zadd: (i) => redis.callSync('ZADD', 'board', scores[i], members[i]),
    zrange: () => redis.callSync('ZRANGE', 'board', 0, 99),
    xadd: () => redis.callSync('XADD', 'stream', '*', 'field', value),
    mget: (i) => redis.callSync('MGET', ...hundreds[i % hundreds.length]),
    eval: () => redis.callSync('EVAL', script, 1, 'counter'),
    evalsha: () => redis.callSync('EVALSHA', scriptHash, 1, 'counter'),
    fcall: () => redis.callSync('FCALL', 'bump', 1, 'counter'),
    'get-string': () => redis.callSync('GET', 'big'),
    'get-bytes': () => binary.callSync('GET', 'big'),
    // What is seen is the length, as the value itself stays where it is.
    'get-view': () => redis.view('GET', 'big', (bytes) => ({ length: bytes.length })),
    'set-string': () => redis.callSync('SET', 'big', payload),
    'set-bytes': () => redis.callSync('SET', 'big', payload),
  }
}

function asyncCalls(redis, payload) {
  const { binary } = redis
  return {
    getKey: (key) => redis.call('GET', key),
    set: (i) => redis.call('SET', keys[i], value),
    get: (i) => redis.call('GET', keys[i]),
    incr: () => redis.call('INCR', 'counter'),
    hset: (i) => redis.call('HSET', 'hash', members[i], value),
    list: async () => {
      await redis.call('LPUSH', 'list', value)
      return await redis.call('LPOP', 'list')
    },
    zadd: (i) => redis.call('ZADD', 'board', scores[i], members[i]),
    zrange: () => redis.call('ZRANGE', 'board', 0, 99),
    xadd: () => redis.call('XADD', 'stream', '*', 'field', value),
    mget: (i) => redis.call('MGET', ...hundreds[i % hundreds.length]),
    eval: () => redis.call('EVAL', script, 1, 'counter'),
    evalsha: () => redis.call('EVALSHA', scriptHash, 1, 'counter'),
    fcall: () => redis.call('FCALL', 'bump', 1, 'counter'),
    'get-concurrent': (i) => Promise.all(hundreds[i % hundreds.length].map((key) => redis.call('GET', key))),
    'get-pipeline': (i) => redis.pipeline(hundreds[i % hundreds.length].map((key) => ['GET', key])),
    'set-pipeline': (i) => redis.pipeline(hundreds[i % hundreds.length].map((key) => ['SET', key, value])),
    'get-string': () => redis.call('GET', 'big'),
    'get-bytes': () => binary.call('GET', 'big'),
    'set-string': () => redis.call('SET', 'big', payload),
    'set-bytes': () => redis.call('SET', 'big', payload),
  }
}

/** Replies as the engine wrote them, not decoded. */
function rawCalls(redis) {
  return {
    getKey: (key) => redis.callRaw('GET', key),
    get: (i) => redis.callRaw('GET', keys[i]),
    set: (i) => redis.callRaw('SET', keys[i], value),
    eval: () => redis.callRaw('EVAL', script, 1, 'counter'),
    'get-concurrent': (i) => Promise.all(hundreds[i % hundreds.length].map((key) => redis.callRaw('GET', key))),
  }
}

/** What a raw reply says: of a bulk string its text, of anything else the text behind the type. */
function textOfRaw(reply) {
  if (Array.isArray(reply)) return reply.map(textOfRaw)
  const [first, second] = Buffer.from(reply).toString().split('\r\n')
  return first.startsWith('$') ? second : first.slice(1)
}

/**
 * In a process that has not seen the library: milliseconds until the first reply, and of what comes next. `done` is told
 * of each step when it is over.
 */
export async function start(done = () => {}) {
  const spent = timeConstructors('Module', 'Instance')
  const begin = performance.now()
  const { createClient, createEngine } = await loadLibrary()
  const imported = performance.now()
  const redis = await createClient()
  const created = performance.now()
  const { Module: compiling, Instance: instantiating } = spent
  done('createClient()')
  redis.callSync('SET', 'key', value)
  const replied = performance.now()
  done('the first command')
  redis.callSync('EVAL', script, 1, 'counter')
  const evaluated = performance.now()
  done('the first EVAL')
  const second = await createEngine()
  second.connect().callSync('PING')
  const again = performance.now()
  done('a second engine')
  await second.close()
  await redis.close()
  return {
    import: imported - begin,
    'first-reply': replied - begin,
    'client-reply': replied - imported,
    compiling,
    instantiating,
    'first-command': replied - created,
    'first-eval': evaluated - replied,
    'second-engine': again - evaluated,
    'node-to-reply': replied,
  }
}

/** What is spent in constructors of WebAssembly from here on, in milliseconds, by their names. */
function timeConstructors(...names) {
  const spent = {}
  for (const name of names) {
    spent[name] = 0
    WebAssembly[name] = new Proxy(WebAssembly[name], {
      construct(target, args) {
        const begin = performance.now()
        const made = Reflect.construct(target, args)
        spent[name] += performance.now() - begin
        return made
      },
    })
  }
  return spent
}

/** Resident memory, in bytes: of bare Node, with the module compiled, with an engine that has answered once. */
export async function idle() {
  const { readFileSync } = await import('node:fs')
  const bare = ownRss()
  const { createClient } = await loadLibrary()
  const module = await WebAssembly.compile(readFileSync(join(dist, 'redis.wasm')))
  const loaded = ownRss()
  const redis = await createClient({ module })
  redis.callSync('PING')
  const engine = ownRss()
  await redis.close()
  return { bare, loaded, engine }
}
