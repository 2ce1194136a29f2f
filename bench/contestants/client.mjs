/**
 * A contestant that is a client in JavaScript. What differs between clients is how a command is called, and that is
 * written in their own files as their users write it; what surrounds the calls is here.
 *
 *   send(request)      any command, awaited
 *   sendAll(requests)  many, together
 *   calls(payload)     the timed calls by the ids of the rows; a call takes its turn, 0 to 999
 *   subscribe(heard)   opens a hundred subscribers; gives { publish, close }
 *   seen(reply)        the reply as text or list, where a call gives something else
 *   loop               syncLoop or awaitLoop
 *   missing            why a row cannot be run, by its id
 *   rss()              bytes resident in the process that holds the data
 *   module()           bytes of WebAssembly memory
 */
import { readFileSync } from 'node:fs'
import { awaitLoop, latencies } from '../driver/loops.mjs'
import { fill, key, keys } from '../rows/data.mjs'

/** How many different keys a row of growth asks for: far more than the caches of a processor hold. */
const SPREAD = 200_000
const CHURN = 5000

export function client(options) {
  const { send, sendAll, calls, subscribe, loop = awaitLoop, missing = {}, rss = heldMemory, close, about } = options
  const { seen = (reply) => reply } = options
  let filled = 0
  let leave = () => {}

  /** One message to a hundred subscribers, until all of them have it. */
  async function fanOut() {
    if (!subscribe) return undefined
    let left = 0
    let done
    const { publish, close } = await subscribe(() => {
      if (--left === 0) done()
    })
    leave = close
    return () =>
      new Promise((resolve, reject) => {
        left = 100
        done = resolve
        Promise.resolve(publish()).catch(reject)
      })
  }

  return {
    about,
    rss,
    module: options.module,
    close,
    send,
    sendAll,

    async prepare(row) {
      await leave()
      leave = () => {}
      const payload = row.payload?.()
      const call = row.group === 'fan-out' ? await fanOut() : calls(payload)[row.call ?? row.id]
      if (!call) return { missing: missing[row.call ?? row.id] ?? '' }
      await send(['FLUSHALL'])
      filled = 0
      if (row.setup?.length > 0) await sendAll(row.setup)
      if (payload) await send(['SET', 'big', payload])
      const reply = await call(0)
      if (!row.expect(seen(reply)))
        throw new Error(`the reply to ${row.title} is not what it should be: ${String(reply)}`)
      return { run: loop(call, keys.length) }
    },

    /** Of GET; the row `get` must have been prepared. */
    latencies: (ms) => latencies(calls().get, keys.length, ms),

    /** What filling costs on the way, without its result: memory is compared with what is resident after this. */
    async churn() {
      const [pairs] = fill(100)
      for (let i = 0; i < CHURN; i++) await send(pairs)
      await send(['FLUSHALL'])
    },

    /** Adds small keys until there are `count`. */
    async fill(count) {
      if (filled === 0) await send(['FLUSHALL'])
      for (const request of fill(count - filled, filled)) await send(request)
      filled = count
    },

    /** GET of keys all over the keyspace. */
    random(count) {
      const some = Array.from({ length: Math.min(SPREAD, count) }, () => key(Math.floor(Math.random() * count)))
      const { getKey } = calls()
      return { run: loop((turn) => getKey(some[turn]), some.length) }
    },
  }
}

/** Resident memory of this process after a collection, in bytes. */
export function ownRss() {
  for (let i = 0; i < 4; i++) globalThis.gc?.()
  return process.memoryUsage.rss()
}

/** The same without the part of JavaScript's heap that is empty: what filling a keyspace leaves there is no key. */
export function heldMemory() {
  const resident = ownRss()
  const { heapTotal, heapUsed } = process.memoryUsage()
  return resident - (heapTotal - heapUsed)
}

/** The version of an installed package. */
export function versionOf(name) {
  const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')).version
}
