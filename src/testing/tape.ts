import { type MonitorLine, parseMonitorLine } from '../client/monitor.ts'
import type { EngineConnection } from '../engine/connection.ts'
import type { EngineCore } from '../engine/engine.ts'

/** What clients say of themselves when they connect: no part of what an application does. */
const introductions = new Set(['HELLO', 'AUTH', 'CLIENT SETINFO', 'CLIENT SETNAME', 'INFO'])

function isIntroduction([name, argument]: string[]): boolean {
  const upper = name.toUpperCase()
  if (upper === 'CLIENT') return introductions.has(`CLIENT ${argument?.toUpperCase()}`)
  return introductions.has(upper) && (upper !== 'INFO' || argument === undefined)
}

/** At least so many lines are kept; of a test that runs more, the oldest are dropped. */
const KEPT = 100_000

/** Records the commands that an engine runs: MONITOR, on a connection that is read whenever somebody looks. */
export class Tape {
  /** How many lines there have been, ever. */
  count = 0
  /** Its connection's address, as CLIENT LIST shows it. */
  readonly address: string
  private readonly connection: EngineConnection
  /** Addresses of connections whose commands are not shown. */
  private readonly hidden: ReadonlySet<string>
  /** Lines that nobody has looked at yet; most are never looked at. */
  private unread: string[] = []
  private lines: MonitorLine[] = []
  private rest = ''

  constructor(core: EngineCore, password: string | undefined, hidden: ReadonlySet<string>) {
    this.connection = core.open()
    this.hidden = hidden
    if (password !== undefined) this.connection.write(['AUTH', password])
    this.connection.write(['CLIENT', 'INFO'])
    this.connection.flush()
    this.address = / addr=(\S+)/.exec(this.take())?.[1] as string
    this.connection.write(['MONITOR'])
    this.connection.flush()
    this.take()
    this.connection.onOutput = () => this.collect()
  }

  /** Every command since `clear`, with what MONITOR says of it. */
  get all(): readonly MonitorLine[] {
    this.read()
    for (const line of this.unread.splice(0)) {
      const parsed = parseMonitorLine(line.slice(1))
      if (!this.hidden.has(parsed.source)) this.lines.push({ ...parsed, args: parsed.args.map(asText) })
    }
    return this.lines
  }

  /** The commands that clients sent since `clear`, without their introductions; their names in upper case. */
  get calls(): string[][] {
    return this.all
      .filter(({ source, args }) => source !== 'lua' && !isIntroduction(args))
      .map(({ args: [name, ...rest] }) => [name.toUpperCase(), ...rest])
  }

  clear(): void {
    this.read()
    this.unread = []
    this.lines = []
  }

  /** Looks at what has been written so far. */
  read(): void {
    this.connection.flush()
    this.collect()
  }

  private collect(): void {
    const text = this.take()
    if (text === '') return
    const lines = (this.rest + text).split('\r\n')
    this.rest = lines.pop() as string
    this.count += lines.length
    for (const line of lines) this.unread.push(line)
    if (this.unread.length <= 2 * KEPT) return
    this.unread = this.unread.slice(-KEPT)
    this.lines = []
  }

  private take(): string {
    const { connection } = this
    const { output, outputAt, outputEnd } = connection
    const text = Buffer.from(output.buffer, output.byteOffset + outputAt, outputEnd - outputAt).toString('latin1')
    connection.consume(outputEnd)
    return text
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** MONITOR gives each byte as a character; what is UTF-8 is text, and the rest stays as it is. */
function asText(bytes: string): string {
  if (!/[\x80-\xff]/.test(bytes)) return bytes
  try {
    return utf8.decode(Buffer.from(bytes, 'latin1'))
  } catch {
    return bytes // not text at all
  }
}
