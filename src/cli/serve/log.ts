import { appendFileSync } from 'node:fs'
import type { LogLine } from '../../options.ts'
import { Failure } from '../usage.ts'

const marks = { debug: '.', verbose: '-', notice: '*', warning: '#' } as const
const levels = ['debug', 'verbose', 'notice', 'warning', 'nothing']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function stamp(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${two(now.getDate())} ${months[now.getMonth()]} ${now.getFullYear()}`
  const time = `${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`
  return `${day} ${time}.${String(now.getMilliseconds()).padStart(3, '0')}`
}

/** What the engine has written as JSON or logfmt, whole. */
const structured = /^(?:\{"pid":|pid=\d)/

/** The names that those formats give to levels. */
const names = { debug: 'debug', verbose: 'info', notice: 'notice', warning: 'warning' } as const

/** Log lines in the server's own format, on standard output or at the end of a file. */
export class ServerLog {
  private readonly file: string
  private readonly least: number
  private readonly format: string

  /** `file` is empty for standard output. Throws a `Failure` when it cannot be written. */
  constructor(file: string, level: string, format: string) {
    this.file = file
    this.format = format
    this.least = Math.max(0, levels.indexOf(level))
    if (file === '') return
    try {
      appendFileSync(file, '')
    } catch (cause) {
      throw new Failure(`Can't open the log file: ${(cause as Error).message}`, { cause })
    }
  }

  /** A line of the engine, which has looked at the level itself. */
  engine({ level, message }: LogLine): void {
    this.raw(structured.test(message) ? `${message}\n` : `${this.line(level, message)}\n`)
  }

  private line(level: LogLine['level'], message: string): string {
    const at = stamp(new Date())
    const { pid } = process
    if (this.format === 'json') {
      return JSON.stringify({ pid, role: 'primary', timestamp: at, level: names[level], message })
    }
    if (this.format === 'logfmt') {
      return `pid=${pid} role=primary timestamp="${at}" level=${names[level]} message="${message.replaceAll('"', "'")}"`
    }
    return `${pid}:M ${at} ${marks[level]} ${message}`
  }

  notice(message: string): void {
    if (this.least <= 2) this.engine({ level: 'notice', message })
  }

  warning(message: string): void {
    if (this.least <= 3) this.engine({ level: 'warning', message })
  }

  /** Text without a stamp. */
  raw(text: string): void {
    if (this.file === '') {
      process.stdout.write(text)
      return
    }
    try {
      appendFileSync(this.file, text)
    } catch {
      // A disk that is full must not end the server; the line is lost, as it is in the server itself.
    }
  }

  /** Whether people look at it. */
  get onTerminal(): boolean {
    return this.file === '' && process.stdout.isTTY
  }
}
