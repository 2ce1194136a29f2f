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

/** Records the commands that an engine runs: MONITOR, on a connection that is read whenever somebody looks. */
export class Tape {
  /** How many commands have run. */
  count = 0
  /** Its connection's address, as CLIENT LIST shows it. */
  readonly address: string
  private readonly connection: EngineConnection
  /** The source in lines of connections whose commands are not recorded. */
  private readonly hidden: ReadonlySet<string>
  private lines: MonitorLine[] = []
  private rest = ''

  constructor(core: EngineCore, password: string | undefined, hidden: ReadonlySet<string>) {
    this.connection = core.open()
    this.hidden = hidden
    if (password !== undefined) this.connection.write(['AUTH', password])
    this.connection.write(['CLIENT', 'INFO'])
    this.address = / addr=(\S+)/.exec(this.take())?.[1] as string
    this.connection.write(['MONITOR'])
    this.take()
    this.connection.onOutput = () => this.read()
  }

  /** Every command since `clear`, with what MONITOR says of it. */
  get all(): readonly MonitorLine[] {
    this.read()
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
    this.lines = []
  }

  /** Looks at what has been written so far. */
  read(): void {
    const text = this.take()
    if (text === '') return
    const lines = (this.rest + text).split('\r\n')
    this.rest = lines.pop() as string
    for (const line of lines) {
      const parsed = parseMonitorLine(line.slice(1))
      if (this.hidden.has(parsed.source)) continue
      this.count++
      this.lines.push({ ...parsed, args: parsed.args.map(asText) })
    }
  }

  private take(): string {
    const { connection } = this
    connection.flush()
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
