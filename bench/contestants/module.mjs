/** redis.wasm by its contract (wasm/redis.h): requests are bytes already, replies are left as they are. */

import { bytesContestant } from './bytes.mjs'
import { heldMemory } from './client.mjs'
import { captureInstance, loadLibrary } from './wasm-redis.mjs'

/** Offsets in the struct that the module shares with its host. */
const [WALL_US, MONO_US, INPUT, INPUT_SIZE, OUTPUT, OUTPUT_SIZE] = [0, 8, 16, 20, 24, 28].map((offset) => offset / 4)

export async function open() {
  const { createEngine } = await loadLibrary()
  const { result: engine, exports } = await captureInstance(() => createEngine({ maxmemory: 0 }))
  return bytesContestant({
    ...host(exports),
    about: {},
    rss: heldMemory,
    module: () => exports.memory.buffer.byteLength,
    close: () => engine.close(),
  })
}

function host(exports) {
  const block = exports.redis_block() / 4
  const connection = exports.redis_connect(2)
  let bytes = new Uint8Array(exports.memory.buffer)
  let words = new Uint32Array(exports.memory.buffer)
  let entries = []

  const refresh = () => {
    if (bytes.length > 0) return
    bytes = new Uint8Array(exports.memory.buffer)
    words = new Uint32Array(exports.memory.buffer)
  }

  const setClock = () => {
    const mono = performance.now() * 1000
    const wall = performance.timeOrigin * 1000 + mono
    words[block + WALL_US] = wall % 2 ** 32
    words[block + WALL_US + 1] = wall / 2 ** 32
    words[block + MONO_US] = mono % 2 ** 32
    words[block + MONO_US + 1] = mono / 2 ** 32
    return mono
  }

  /** Runs one entry; returns the length of its reply, which lies at the shared struct's output. */
  const enter = (entry) => {
    const { length } = entry
    if (length > words[block + INPUT_SIZE]) {
      if (exports.redis_reserve(length) < 0) throw new Error('the module has no memory for the request')
      refresh()
    }
    const to = words[block + INPUT]
    // Below a few dozen bytes a loop is quicker than a call of set().
    if (length < 64) for (let i = 0; i < length; i++) bytes[to + i] = entry[i]
    else bytes.set(entry, to)
    if (exports.redis_run(connection, length) < 0) throw new Error('the module refused the request')
    refresh()
    return words[block + OUTPUT_SIZE]
  }

  return {
    load(wanted) {
      entries = wanted.map((entry) => new Uint8Array(entry))
    },
    show() {
      setClock()
      const length = enter(entries[0])
      const from = words[block + OUTPUT]
      const reply = Buffer.from(bytes.slice(from, from + length))
      exports.redis_consume(connection, length)
      return reply
    },
    run(count, every) {
      const begin = performance.now()
      let due = 0
      for (let i = 0, at = 0, left = 0; i < count; i++) {
        if (left-- === 0) {
          left = every - 1
          const now = setClock()
          if (now >= due) {
            due = now + exports.redis_tick() * 1000
            refresh()
          }
        }
        exports.redis_consume(connection, enter(entries[at]))
        if (++at === entries.length) at = 0
      }
      return (performance.now() - begin) / 1000
    },
  }
}

const MIB = 2 ** 20

/** How far the module's memory grows, in bytes, under a SET of 50 MiB: the value itself and what it takes to get there. */
export async function scratch() {
  const { createClient } = await loadLibrary()
  const payloads = {
    string: 'x'.repeat(50 * MIB),
    // Two bytes a character in the engine; as many bytes again.
    text: '\u00e9'.repeat(25 * MIB),
    bytes: Buffer.alloc(50 * MIB, 1),
  }
  const grown = {}
  for (const [kind, payload] of Object.entries(payloads)) {
    const redis = await createClient()
    // How far memory was ever in use. What the module takes ahead of that is addresses, and no memory until it is written to.
    const reached = () => redis.engine.memory().resident
    const before = reached()
    redis.callSync('SET', 'big', payload)
    grown[kind] = reached() - before
    await redis.close()
  }
  return grown
}
