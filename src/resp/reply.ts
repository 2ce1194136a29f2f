import type { RedisError } from '../errors.ts'

/**
 * A decoded reply. Strings are `Uint8Array` where binary replies were asked for; an integer is a `bigint` beyond
 * ±(2^53 − 1); a `RedisError` in here is an error reply in its place, in a pipeline or inside an array.
 */
export type Reply =
  | string
  | number
  | bigint
  | boolean
  | null
  | Uint8Array
  | RedisError
  | Reply[]
  | Set<Reply>
  | ReplyMap

/** A RESP3 map: an object without a prototype, so that no key, `__proto__` included, is special. */
export interface ReplyMap {
  [key: string]: Reply
}

/** An out-of-band message, such as `['message', 'news', 'hello']`; the first element names its kind. */
export type Push = Reply[]
