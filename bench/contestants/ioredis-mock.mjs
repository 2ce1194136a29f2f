/** ioredis-mock, over the ioredis 5 that it was written for. */
import Module, { createRequire } from 'node:module'
import { awaitLoop } from '../driver/loops.mjs'
import { script } from '../rows/data.mjs'
import { client, versionOf } from './client.mjs'
import { ioredisCalls, ioredisSubscribe } from './ioredis-calls.mjs'

/** It asks for `ioredis`, of which the installed one is too new for it. */
function load() {
  const resolve = Module._resolveFilename
  Module._resolveFilename = function (request, ...rest) {
    return resolve.call(this, request.replace(/^ioredis(?=$|\/)/, 'ioredis-5'), ...rest)
  }
  return createRequire(import.meta.url)('ioredis-mock')
}

const missing = {
  evalsha: 'no SCRIPT LOAD',
  fcall: 'no FCALL',
}

export async function open() {
  const Mock = load()
  const redis = new Mock()
  const send = ([name, ...args]) => redis[name.toLowerCase()](...args)
  return client({
    about: { version: versionOf('ioredis-mock') },
    send,
    sendAll: (requests) => Promise.all(requests.map(send)),
    calls: (payload) => ({ ...ioredisCalls(redis, payload), evalsha: undefined, fcall: undefined }),
    subscribe: (heard) => ioredisSubscribe(redis, heard),
    loop: awaitLoop,
    missing,
    close: async () => redis.disconnect(),
  })
}

export async function start() {
  const begin = performance.now()
  const Mock = load()
  const redis = new Mock()
  await redis.set('key', 'value')
  const replied = performance.now()
  await redis.eval(script, 1, 'counter')
  const evaluated = performance.now()
  await new Mock().ping()
  const again = performance.now()
  return {
    'first-reply': replied - begin,
    'first-eval': evaluated - replied,
    'second-engine': again - evaluated,
    'node-to-reply': replied,
  }
}
