import { createInterface, type Interface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { ReplyNode } from '../reply.ts'
import { splitWords } from '../words.ts'
import { type CommandDocs, completionsFor, helpFor, hintFor, namesOnly, readDocs } from './docs.ts'
import { historyFile, KEPT_LINES, readHistory, writeHistory } from './history.ts'
import { printed, type Style } from './print.ts'
import type { Session } from './session.ts'

/** A terminal: what is typed, what is shown. */
export interface Terminal {
  input: Readable
  output: Writable & { columns?: number }
  /** Whether escape sequences for colours may be written, which hints need, too. */
  colours: boolean
}

const GREY = '\x1b[90m'
const RED = '\x1b[31m'
const PLAIN = '\x1b[39m'
const CLEAR_REST = '\x1b[0K'

/** A conversation with a person: prompt, history, completion, hints. */
export class Repl {
  private readonly session: Session
  private readonly terminal: Terminal
  private readonly style: Style
  private readonly lines: string[] = []
  private readonly readline: Interface
  private docs: CommandDocs = namesOnly()
  /** A command runs, or messages are shown: there is no prompt. */
  private busy = true
  private over = false
  /** Ctrl-C has given up the connection, and that is no news. */
  private interrupted = false
  private finish: () => void = () => {}
  private readonly closed: Promise<void>

  constructor(session: Session, terminal: Terminal, style: Style) {
    this.session = session
    this.terminal = terminal
    this.style = style
    const file = historyFile()
    this.closed = new Promise((resolve) => {
      this.finish = resolve
    })
    // Before readline sees a key: the hint must be gone when it moves on.
    terminal.input.prependListener('keypress', () => this.clearHint())
    this.readline = createInterface({
      input: terminal.input,
      output: terminal.output,
      terminal: true,
      history: readHistory(file),
      historySize: KEPT_LINES,
      removeHistoryDuplicates: true,
      completer: (line: string) => completionsFor(line, this.docs),
    })
    terminal.input.on('keypress', () => this.showHint())
    this.readline.on('history', (lines: string[]) => writeHistory(file, lines))
    this.readline.on('line', (line) => {
      this.lines.push(line)
      void this.work()
    })
    this.readline.on('SIGINT', () => this.interrupt())
    this.readline.on('close', () => {
      this.over = true
      this.session.drop()
      this.finish()
    })
    session.onPush = (reply) => this.show(reply, '')
  }

  /** Runs until Ctrl-D, `quit`, or Ctrl-C on an empty line. */
  async run(): Promise<void> {
    this.say('Type help for help, Ctrl-D to leave.\n')
    try {
      await this.learn()
    } catch (error) {
      this.fail(error)
    }
    this.busy = false
    if (this.lines.length > 0) void this.work()
    else if (!this.over) this.prompt()
    await this.closed
  }

  /** Asks for the documentation of the commands. Who may not know it is left with their names. */
  private async learn(): Promise<void> {
    const conversation = await this.session.connect()
    const reply = await conversation.ask(['COMMAND', 'DOCS'])
    if (reply.type !== 'error') this.docs = readDocs(reply)
  }

  /** Carries out lines one after the other, however fast they are typed or pasted. */
  private async work(): Promise<void> {
    if (this.busy) return
    this.busy = true
    while (this.lines.length > 0 && !this.over) {
      try {
        await this.carryOut(this.lines.shift() as string)
        if (this.interrupted) await this.session.connect()
      } catch (error) {
        this.fail(error)
      }
      this.interrupted = false
    }
    this.busy = false
    if (!this.over) this.prompt()
  }

  private async carryOut(line: string): Promise<void> {
    const words = splitWords(line)
    if (!words) {
      this.say('Invalid argument(s)\n')
      return
    }
    if (words.length === 0) return
    const name = words[0].toString().toLowerCase()
    if (name === 'quit' || name === 'exit') {
      this.readline.close()
    } else if (name === 'help' || name === '?') {
      this.say(helpFor(words.slice(1).join(' '), this.docs))
    } else if (name === 'clear') {
      this.say('\x1b[H\x1b[2J')
    } else {
      const times = words.length > 1 && /^\d{1,9}$/.test(name) ? Number(name) : 1
      const command = words.length > 1 && /^\d{1,9}$/.test(name) ? words.slice(1) : words
      for (let i = 0; i < times && !this.over && !this.interrupted; i++) await this.runCommand(command)
    }
  }

  private async runCommand(words: Buffer[]): Promise<void> {
    if (this.session.streams(words)) this.say('Reading messages... (press Ctrl-C to stop)\n')
    try {
      const reply = await this.session.run(words)
      if (reply) this.show(reply, words.slice(0, 2).join(' '))
      else await this.session.ended()
    } catch (error) {
      if (!this.interrupted) throw error
    }
  }

  /** Ctrl-C: stops what runs; drops what was typed; leaves, when there is neither. */
  private interrupt(): void {
    if (this.busy) {
      this.say('\n')
      this.lines.length = 0
      this.interrupted = true
      this.session.drop()
    } else if (this.readline.line !== '') {
      this.say('^C\n')
      this.readline.write(null, { ctrl: true, name: 'e' })
      this.readline.write(null, { ctrl: true, name: 'u' })
    } else {
      this.say('\n')
      this.readline.close()
    }
  }

  private prompt(): void {
    const { session } = this
    const database = session.database === 0 ? '' : `[${session.database}]`
    const connected = session.connected ? session.peer.name : 'not connected'
    this.readline.setPrompt(`${connected}${database}${session.inTransaction ? '(TX)' : ''}> `)
    this.readline.prompt(true)
  }

  private show(reply: ReplyNode, command: string): void {
    const bytes = printed(reply, this.style, command)
    if (reply.type === 'error' && this.terminal.colours) this.say(`${RED}${bytes.toString().trimEnd()}${PLAIN}\n`)
    else this.terminal.output.write(bytes)
  }

  private fail(error: unknown): void {
    if (!this.over) this.say(`${error instanceof Error ? error.message : String(error)}\n`)
  }

  private say(text: string): void {
    this.terminal.output.write(text)
  }

  private clearHint(): void {
    if (this.terminal.colours && !this.busy) this.say(CLEAR_REST)
  }

  /** Shows the rest of the syntax in grey behind the cursor, as much as the line has room for. */
  private showHint(): void {
    const { readline, terminal } = this
    if (!terminal.colours || this.busy || readline.cursor !== readline.line.length) return
    const room = (terminal.output.columns || 80) - readline.getCursorPos().cols - 1
    const hint = hintFor(readline.line, this.docs).slice(0, Math.max(0, room))
    if (hint !== '') this.say(`${GREY}${hint}${PLAIN}\x1b[${hint.length}D`)
  }
}
