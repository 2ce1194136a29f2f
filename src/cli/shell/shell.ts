import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { type FlagTable, readFlags } from '../flags.ts'
import { readStandardInput } from '../stdin.ts'
import { Peer, targetFlags, targetOf } from '../target.ts'
import { FAILED, FINE, UsageError } from '../usage.ts'
import { splitWords } from '../words.ts'
import { pipeThrough } from './pipe.ts'
import { printed, type Style } from './print.ts'
import { Repl } from './repl.ts'
import { Session } from './session.ts'

const flags: FlagTable = {
  ...targetFlags,
  '-x': 'nothing',
  '-r': 'text',
  '-i': 'seconds',
  '-e': 'nothing',
  '-t': 'seconds',
  '--raw': 'nothing',
  '--no-raw': 'nothing',
  '--json': 'nothing',
  '--pipe': 'nothing',
  '--quoted-input': 'nothing',
}

/** How one command is asked, and how its reply is printed. */
interface Manner {
  style: Style
  /** Error replies go to standard error. */
  strict: boolean
  /** How often; endlessly when negative. */
  times: number
  /** Seconds between two times. */
  interval: number
}

/** `wasm-redis cli`: one command, lines from standard input, or a conversation. Resolves to the exit code. */
export async function runShell(args: readonly string[]): Promise<number> {
  const { values, rest } = readFlags(args, flags)
  const target = targetOf(values)
  if (values.has('--json') && !values.has('-2')) target.protocol = 3
  if (target.address) target.address.timeout = Number(values.get('-t') ?? 0) * 1000
  const peer = new Peer(target)
  const session = new Session(peer)
  const manner: Manner = {
    style: styleOf(values),
    strict: values.has('-e'),
    times: timesOf(values.get('-r') ?? '1'),
    interval: Number(values.get('-i') ?? 0),
  }
  try {
    if (values.has('--pipe')) return await pipeThrough(await session.connect())
    const words = rest.map((word) => (values.has('--quoted-input') ? (splitWords(word)?.[0] ?? '') : word))
    const command: Buffer[] = words.map((word) => Buffer.from(word))
    if (values.has('-x')) command.push(await readStandardInput())
    if (command.length > 0) return await runMany(session, command, manner)
    if (!process.stdin.isTTY) return await runLines(session, manner)
    const { NO_COLOR, TERM } = process.env
    const colours = process.stdout.isTTY && !NO_COLOR && TERM !== 'dumb'
    await new Repl(session, { input: process.stdin, output: process.stdout, colours }, manner.style).run()
    return FINE
  } finally {
    session.drop()
    await peer.close()
  }
}

function timesOf(text: string): number {
  if (/^-?\d{1,15}$/.test(text)) return Number(text)
  throw new UsageError(`option -r is ${JSON.stringify(text)}; it must be a whole number, or -1 for ever`)
}

/** Types for people, none for programs, unless told otherwise. */
function styleOf(values: ReadonlyMap<string, string>): Style {
  if (values.has('--json')) return 'json'
  if (values.has('--raw')) return 'raw'
  return values.has('--no-raw') || process.stdout.isTTY ? 'typed' : 'raw'
}

async function runMany(session: Session, command: readonly Buffer[], manner: Manner): Promise<number> {
  let code = FINE
  for (let i = 0; manner.times < 0 || i < manner.times; i++) {
    if (i > 0 && manner.interval > 0) await delay(manner.interval * 1000)
    code = Math.max(code, await runOne(session, command, manner))
  }
  return code
}

/** Resolves to 1 for an error reply. */
async function runOne(session: Session, command: readonly Buffer[], { style, strict }: Manner): Promise<number> {
  session.onPush = (reply) => process.stdout.write(printed(reply, style))
  const reply = await session.run(command)
  if (!reply) {
    await session.ended() // subscriptions and MONITOR go on until the server, or Ctrl-C, ends them
    return FINE
  }
  const failed = reply.type === 'error'
  const output = failed && strict ? process.stderr : process.stdout
  output.write(printed(reply, style, command.slice(0, 2).join(' ')))
  return failed ? FAILED : FINE
}

/** Commands line by line, as they come; an error reply does not stop the rest, unless `-e` is given. */
async function runLines(session: Session, manner: Manner): Promise<number> {
  let code = FINE
  for await (const line of createInterface({ input: process.stdin })) {
    const words = splitWords(line)
    if (words && words.length > 0) code = Math.max(code, await runMany(session, words, manner))
    else if (!words) {
      process.stderr.write('Invalid argument(s)\n')
      code = FAILED
    }
    if (code !== FINE && manner.strict) break
  }
  return code
}
