/** node-redis on the unix socket of a native server. */
import { hundreds, keys, members, scores, script, scriptHash, value } from '../rows/data.mjs'
import { client, versionOf } from './client.mjs'
import { startServer } from './native-server.mjs'

export async function open() {
  const { createClient, RESP_TYPES } = await import('redis')
  const server = await startServer()
  const redis = createClient({ socket: { path: server.socket } })
  await redis.connect()
  const binary = redis.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer })
  return client({
    about: { version: versionOf('redis') },
    send: (request) => redis.sendCommand(request),
    sendAll: (requests) => Promise.all(requests.map((request) => redis.sendCommand(request))),
    calls: (payload) => callsOf(redis, binary, payload),
    subscribe: (heard) => subscribe(redis, heard),
    rss: server.rss,
    close: async () => {
      redis.destroy()
      await server.stop()
    },
  })
}

function callsOf(redis, binary, payload) {
  const counter = { keys: ['counter'] }
  return {
    getKey: (key) => redis.get(key),
    set: (i) => redis.set(keys[i], value),
    get: (i) => redis.get(keys[i]),
    incr: () => redis.incr('counter'),
    hset: (i) => redis.hSet('hash', members[i], value),
    list: async () => {
      await redis.lPush('list', value)
      return await redis.lPop('list')
    },
    zadd: (i) => redis.zAdd('board', { score: Number(scores[i]), value: members[i] }),
    zrange: () => redis.zRange('board', 0, 99),
    xadd: () => redis.xAdd('stream', '*', { field: value }),
    mget: (i) => redis.mGet(hundreds[i % hundreds.length]),
    eval: () => redis.eval(script, counter),
    evalsha: () => redis.evalSha(scriptHash, counter),
    fcall: () => redis.fCall('bump', counter),
    'get-concurrent': (i) => Promise.all(hundreds[i % hundreds.length].map((key) => redis.get(key))),
    'get-pipeline': (i) => {
      const pipeline = redis.multi()
      for (const key of hundreds[i % hundreds.length]) pipeline.get(key)
      return pipeline.execAsPipeline()
    },
    'set-pipeline': (i) => {
      const pipeline = redis.multi()
      for (const key of hundreds[i % hundreds.length]) pipeline.set(key, value)
      return pipeline.execAsPipeline()
    },
    'get-string': () => redis.get('big'),
    'get-bytes': () => binary.get('big'),
    'set-string': () => redis.set('big', payload),
    'set-bytes': () => redis.set('big', payload),
  }
}

async function subscribe(redis, heard) {
  const subscribers = []
  for (let i = 0; i < 100; i++) {
    const one = redis.duplicate()
    await one.connect()
    await one.subscribe('news', heard)
    subscribers.push(one)
  }
  return {
    publish: () => redis.publish('news', 'message'),
    close: async () => {
      for (const one of subscribers) one.destroy()
    },
  }
}
