import type { LogLine } from '../options.ts'

/** `pid:role date level message`, as the engine prints it. */
const format = /^\d+:\w \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2}\.\d{3} ([.\-*#]) (.*)$/s

/** The same with `log-format json` or `logfmt`; the line is left as it is. */
const structured = /^(?:\{"pid":\d+,.*?"level":"(\w+)"|pid=\d+ .*?level=(\w+))/s

const levels: Record<string, LogLine['level']> = { '.': 'debug', '-': 'verbose', '*': 'notice', '#': 'warning' }
const named = new Map<string, LogLine['level']>([
  ['debug', 'debug'],
  ['info', 'verbose'],
  ['notice', 'notice'],
  ['warning', 'warning'],
])

function lineOf(text: string): LogLine {
  const match = format.exec(text)
  if (match) return { level: levels[match[1]], message: match[2] }
  const [, json, logfmt] = structured.exec(text) ?? []
  return { level: named.get(json ?? logfmt) ?? 'notice', message: text }
}

/** How many lines are kept to say what came before a crash. */
const KEPT = 12

/**
 * Collects the engine's log while a call runs, hands it on after it: a listener may call the engine, which must not be
 * entered twice.
 */
export class EngineLog {
  private readonly listener: ((line: LogLine) => void) | undefined
  private readonly atOnce: boolean
  private readonly recent: string[] = []
  private waiting: LogLine[] = []

  /** `atOnce`: the listener does not call the engine, and hears of a line while the engine runs. */
  constructor(listener: ((line: LogLine) => void) | undefined, atOnce = false) {
    this.listener = listener
    this.atOnce = atOnce
  }

  add(text: string): void {
    const line = lineOf(text)
    this.recent.push(line.message)
    if (this.recent.length > KEPT) this.recent.shift()
    if (!this.listener) return
    if (this.atOnce) {
      this.listener(line)
      return
    }
    if (this.waiting.length === 0) queueMicrotask(() => this.deliver())
    this.waiting.push(line)
  }

  private deliver(): void {
    const lines = this.waiting
    this.waiting = []
    for (const line of lines) this.listener?.(line)
  }

  /** A line that does not come from the engine. */
  warn(message: string): void {
    this.add(`0:M 01 Jan 1970 00:00:00.000 # ${message}`)
  }

  /** The last lines, oldest first. */
  tail(): string[] {
    return this.recent.slice()
  }
}
