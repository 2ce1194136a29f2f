import { encodeRequest, requestSize } from '../../resp/encode.ts'
import { ReplyFramer } from '../../resp/frame.ts'
import type { Link } from '../link.ts'
import { Failure } from '../usage.ts'
import { Histogram } from './histogram.ts'
import { PLACEHOLDER } from './tests.ts'

/** How hard to press. */
export interface Load {
  requests: number
  /** How many requests each connection sends at once. */
  pipeline: number
  /** Random keys are taken from so many; 0 leaves the placeholder as it is. */
  keyspace: number
  random: () => number
}

/** After how many batches a connection gives way to timers and signals, which an engine of this process would starve. */
const TURN = 256

/** One request over and over, with its placeholders filled in. */
class Batch {
  readonly bytes: Buffer
  private readonly places: number[] = []
  private readonly load: Load

  constructor(request: readonly string[] | string, load: Load) {
    const one = encoded(request)
    this.load = load
    this.bytes = Buffer.concat(Array.from({ length: load.pipeline }, () => one))
    if (load.keyspace === 0) return
    for (let at = this.bytes.indexOf(PLACEHOLDER); at >= 0; at = this.bytes.indexOf(PLACEHOLDER, at + 1)) {
      this.places.push(at)
    }
  }

  /** The bytes of the first `count` requests, with new random numbers. */
  next(count: number): Buffer {
    for (const at of this.places) {
      const number = Math.floor(this.load.random() * this.load.keyspace)
      this.bytes.write(String(number).padStart(PLACEHOLDER.length, '0'), at, 'latin1')
    }
    return count === this.load.pipeline
      ? this.bytes
      : this.bytes.subarray(0, (this.bytes.length / this.load.pipeline) * count)
  }
}

function encoded(request: readonly string[] | string): Buffer {
  if (typeof request === 'string') return Buffer.from(request)
  const bytes = Buffer.alloc(requestSize(request))
  return bytes.subarray(0, encodeRequest(bytes, 0, request))
}

/** What was measured. */
export interface Outcome {
  seconds: number
  latency: Histogram
}

/** One test under way; its figures can be looked at meanwhile. */
export class Run {
  readonly latency = new Histogram()
  readonly started = performance.now()
  private issued = 0
  private readonly load: Load
  private readonly done: Promise<void>
  private finish: () => void = () => {}
  private fail: (reason: Error) => void = () => {}

  constructor(links: readonly Link[], request: readonly string[] | string, load: Load) {
    this.load = load
    this.done = new Promise((resolve, reject) => {
      this.finish = resolve
      this.fail = reject
    })
    for (const link of links) this.drive(link, new Batch(request, load))
  }

  /** Resolves when every request was answered; rejects with the first error reply, or when a connection is lost. */
  async outcome(): Promise<Outcome> {
    await this.done
    return { seconds: (performance.now() - this.started) / 1000, latency: this.latency }
  }

  /** Keeps one connection busy: a batch, its replies, the next batch. */
  private drive(link: Link, batch: Batch): void {
    const framer = new ReplyFramer()
    let rest: Buffer = Buffer.alloc(0)
    let awaited = 0
    let size = 0
    let sent = 0
    let turns = 0
    const send = () => {
      size = Math.min(this.load.pipeline, this.load.requests - this.issued)
      if (size <= 0) return
      this.issued += size
      awaited = size
      const bytes = batch.next(size)
      sent = performance.now()
      link.send(bytes)
    }
    link.onEnd = (reason) => this.fail(reason)
    link.onData = (chunk) => {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      let at = 0
      while (at < bytes.length) {
        const end = framer.scan(bytes, at, bytes.length)
        if (end < 0) break
        if (bytes[at] === ERROR) {
          this.fail(new Failure(`Error from server: ${bytes.toString('utf8', at + 1, end).trim()}`))
          return
        }
        awaited--
        at = end
      }
      rest = bytes.subarray(at)
      if (awaited > 0) return
      this.latency.add((performance.now() - sent) * 1000, size)
      if (this.latency.count >= this.load.requests) this.finish()
      else if (++turns % TURN === 0) setImmediate(send)
      else send()
    }
    send()
  }
}

const ERROR = 45 // -
