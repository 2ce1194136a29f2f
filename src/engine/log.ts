import type { LogLine } from '../options.ts'

/** `pid:role date level message`, as the engine prints it. */
const format = /^\d+:\w \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2}\.\d{3} ([.\-*#]) (.*)$/s

const levels: Record<string, LogLine['level']> = { '.': 'debug', '-': 'verbose', '*': 'notice', '#': 'warning' }

/** How many lines are kept to say what came before a crash. */
const KEPT = 12

/**
 * Collects the engine's log while a call runs, hands it on after it: a listener may call the engine, which must not be
 * entered twice.
 */
export class EngineLog {
  private readonly listener: ((line: LogLine) => void) | undefined
  private readonly recent: string[] = []
  private waiting: LogLine[] = []

  constructor(listener: ((line: LogLine) => void) | undefined) {
    this.listener = listener
  }

  add(text: string): void {
    const match = format.exec(text)
    const line: LogLine = match ? { level: levels[match[1]], message: match[2] } : { level: 'notice', message: text }
    this.recent.push(line.message)
    if (this.recent.length > KEPT) this.recent.shift()
    if (!this.listener) return
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
