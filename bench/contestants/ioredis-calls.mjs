/** The timed calls as users of ioredis write them: for ioredis itself, and for what has its interface. */
import { hundreds, keys, members, scores, script, scriptHash, value } from '../rows/data.mjs'
import { client, versionOf } from './client.mjs'

export function ioredisCalls(redis, payload) {
  return {
    getKey: (key) => redis.get(key),
    set: (i) => redis.set(keys[i], value),
    get: (i) => redis.get(keys[i]),
    incr: () => redis.incr('counter'),
    hset: (i) => redis.hset('hash', members[i], value),
    list: async () => {
      await redis.lpush('list', value)
      return await redis.lpop('list')
    },
    zadd: (i) => redis.zadd('board', scores[i], members[i]),
    zrange: () => redis.zrange('board', 0, 99),
    xadd: () => redis.xadd('stream', '*', 'field', value),
    mget: (i) => redis.mget(hundreds[i % hundreds.length]),
    eval: () => redis.eval(script, 1, 'counter'),
    evalsha: () => redis.evalsha(scriptHash, 1, 'counter'),
    fcall: () => redis.fcall('bump', 1, 'counter'),
    'get-concurrent': (i) => Promise.all(hundreds[i % hundreds.length].map((key) => redis.get(key))),
    'get-pipeline': (i) => {
      const pipeline = redis.pipeline()
      for (const key of hundreds[i % hundreds.length]) pipeline.get(key)
      return pipeline.exec()
    },
    'set-pipeline': (i) => {
      const pipeline = redis.pipeline()
      for (const key of hundreds[i % hundreds.length]) pipeline.set(key, value)
      return pipeline.exec()
    },
    'get-string': () => redis.get('big'),
    'get-bytes': () => redis.getBuffer('big'),
    'set-string': () => redis.set('big', payload),
    'set-bytes': () => redis.set('big', payload),
  }
}

/** A hundred connections that listen to one channel. */
export async function ioredisSubscribe(redis, heard) {
  const subscribers = []
  for (let i = 0; i < 100; i++) {
    const one = redis.duplicate()
    one.on('message', heard)
    await one.subscribe('news')
    subscribers.push(one)
  }
  return {
    publish: () => redis.publish('news', 'message'),
    close: async () => {
      for (const one of subscribers) one.disconnect()
    },
  }
}

/** Any command, as a list of its name and arguments. */
const ioredisSend =
  (redis) =>
  ([name, ...args]) =>
    redis.call(name, ...args)

/** Many of them in one pipeline, which takes names in lower case. */
const ioredisSendAll = (redis) => (requests) =>
  redis.pipeline(requests.map(([name, ...args]) => [name.toLowerCase(), ...args])).exec()

/** What every contestant has that is called through ioredis; `own` is what it has beside, at least how it closes. */
export const ioredisClient = (redis, name, own) =>
  client({
    about: { version: versionOf(name) },
    send: ioredisSend(redis),
    sendAll: ioredisSendAll(redis),
    calls: (payload) => ioredisCalls(redis, payload),
    subscribe: (heard) => ioredisSubscribe(redis, heard),
    ...own,
  })
