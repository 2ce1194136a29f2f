import type { Reply, ReplyMap } from './reply.ts'
import { MAP, SET } from './wire.ts'

/** An array, set, map or push whose values are being read. On the heap, so that depth costs no stack. */
export class Aggregate {
  /** Values still to come; a map's keys and values count separately. */
  left: number
  readonly value: Reply[] | Set<Reply> | ReplyMap
  readonly outer: Aggregate | null
  private readonly type: number
  private name = ''

  constructor(type: number, count: number, outer: Aggregate | null) {
    this.type = type
    this.left = count
    this.outer = outer
    this.value = type === MAP ? Object.create(null) : type === SET ? new Set<Reply>() : []
  }

  wantsKey(): boolean {
    return this.type === MAP && this.left % 2 === 0
  }

  putKey(name: string): void {
    this.name = name
    this.left--
  }

  put(value: Reply): void {
    if (this.type === MAP) (this.value as ReplyMap)[this.name] = value
    else if (this.type === SET) (this.value as Set<Reply>).add(value)
    else (this.value as Reply[]).push(value)
    this.left--
  }
}
