/** A command that the engine has executed for some connection. */
export interface MonitorLine {
  /** Unix time in seconds, with microseconds. */
  time: number
  database: number
  /** Where it came from, such as `in-process:3` or `lua`. */
  source: string
  /** The command and its arguments. Bytes that are not printable ASCII are one character each. */
  args: string[]
}

const format = /^(\d+\.\d+) \[(\d+) ([^\]]*)\] ?(.*)$/s
const quoted = /"((?:[^"\\]|\\.)*)"/gs
const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', a: '\x07', b: '\b' }

/** Parses a line such as `1700000000.000000 [0 in-process:3] "SET" "k" "\x00"`. */
export function parseMonitorLine(text: string): MonitorLine {
  const [, time, database, source, rest] = format.exec(text) ?? ['', '0', '0', '', '']
  const args = [...rest.matchAll(quoted)].map(([, arg]) =>
    arg.replace(/\\(x[0-9a-f]{2}|.)/gis, (_, code: string) =>
      code.length === 3 ? String.fromCharCode(Number.parseInt(code.slice(1), 16)) : (escapes[code] ?? code),
    ),
  )
  return { time: Number(time), database: Number(database), source, args }
}

/** What `client.monitor()` gives: an async iterable over all commands executed, which ends with `close()` or `break`. */
export class Monitor implements AsyncIterableIterator<MonitorLine> {
  private readonly waiting: MonitorLine[] = []
  private readonly takers: ((result: IteratorResult<MonitorLine>) => void)[] = []
  private readonly listener: ((line: MonitorLine) => void) | undefined
  private readonly stop: () => void
  private ended = false

  /** @internal Made by `client.monitor()`. */
  constructor(listener: ((line: MonitorLine) => void) | undefined, stop: () => void) {
    this.listener = listener
    this.stop = stop
  }

  /** @internal */
  add(text: string): void {
    const line = parseMonitorLine(text)
    const { listener } = this
    if (listener) {
      queueMicrotask(() => listener(line))
      return
    }
    const taker = this.takers.shift()
    if (taker) taker({ value: line, done: false })
    else this.waiting.push(line)
  }

  /** @internal */
  end(): void {
    this.ended = true
    for (const taker of this.takers.splice(0)) taker({ value: undefined, done: true })
  }

  next(): Promise<IteratorResult<MonitorLine>> {
    const line = this.waiting.shift()
    if (line) return Promise.resolve({ value: line, done: false })
    if (this.ended) return Promise.resolve({ value: undefined, done: true })
    return new Promise((resolve) => this.takers.push(resolve))
  }

  async return(): Promise<IteratorResult<MonitorLine>> {
    this.close()
    return { value: undefined, done: true }
  }

  /** Stops it and closes its connection. Idempotent. */
  close(): void {
    if (this.ended) return
    this.end()
    this.stop()
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.close()
  }
}
