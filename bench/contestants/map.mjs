/** What the same would cost with no engine at all: a `Map`, and the structures of the language. */
import { syncLoop } from '../driver/loops.mjs'
import { hundreds, keys, members, value } from '../rows/data.mjs'
import { client } from './client.mjs'

export async function open() {
  const strings = new Map()
  const hash = new Map()
  const list = [...members]
  const send = async ([command, ...args]) => {
    if (command === 'FLUSHALL') strings.clear()
    if (command === 'SET') strings.set(args[0], args[1])
    if (command === 'MSET') for (let i = 0; i < args.length; i += 2) strings.set(args[i], args[i + 1])
  }
  return client({
    about: {},
    send,
    sendAll: (requests) => Promise.all(requests.map(send)),
    loop: syncLoop,
    calls: (payload) => ({
      getKey: (key) => strings.get(key),
      set: (i) => {
        strings.set(keys[i], value)
        return 'OK'
      },
      get: (i) => strings.get(keys[i]),
      incr: () => {
        const next = (strings.get('counter') ?? 0) + 1
        strings.set('counter', next)
        return next
      },
      hset: (i) => hash.set(members[i], value).size,
      list: () => {
        list.push(value)
        return list.pop()
      },
      mget: (i) => hundreds[i % hundreds.length].map((key) => strings.get(key)),
      'get-pipeline': (i) => hundreds[i % hundreds.length].map((key) => strings.get(key)),
      'get-string': () => strings.get('big'),
      'get-bytes': () => Buffer.from(strings.get('big')),
      'get-view': () => strings.get('big'),
      'set-bytes': () => {
        strings.set('big', Buffer.from(payload))
        return 'OK'
      },
    }),
    close: async () => {},
  })
}
