/** What the timed commands read and write. */
import { createHash } from 'node:crypto'

export const KEYS = 10_000
const REQUESTS = 1000

/** Twelve digits, because that is what valkey-benchmark writes. */
const numbered = (prefix, i) => `${prefix}:${String(i).padStart(12, '0')}`

/** Ten thousand keys are there; a thousand of them, spread out, are asked for in turn. */
export const key = (i) => numbered('key', i)
export const keys = Array.from({ length: REQUESTS }, (_, i) => key((i * 37) % KEYS))
export const value = 'value-0123456789'
/** The same thousand in tens of a hundred. */
export const hundreds = Array.from({ length: REQUESTS / 100 }, (_, i) => keys.slice(i * 100, i * 100 + 100))

export const members = Array.from({ length: REQUESTS }, (_, i) => numbered('member', i))
export const scores = members.map((_, i) => String((i * 617) % REQUESTS))

export const script = "return redis.call('INCR', KEYS[1])"
/** What SCRIPT LOAD answers. */
export const scriptHash = createHash('sha1').update(script).digest('hex')
export const library = `#!lua name=bench
server.register_function('bump', function(keys) return server.call('INCR', keys[1]) end)`

/** Commands that put `count` small keys there, a hundred at a time. */
export function* fill(count, from = 0) {
  for (let at = from; at < from + count; at += 100) {
    const pairs = ['MSET']
    for (let i = at; i < Math.min(at + 100, from + count); i++) pairs.push(key(i), value)
    yield pairs
  }
}
