import { type Argument, requestSize } from '../resp/encode.ts'
import type { Reply } from '../resp/reply.ts'
import { commandName } from './call-errors.ts'
import type { Commands } from './commands.generated.ts'
import { breaksTransaction } from './special.ts'
import { TypedBase } from './typed.ts'

type TypedCommands<Self> = {
  [Name in keyof Commands<string>]: (...args: Parameters<Commands<string>[Name]>) => Self
}

/** The commands of the engine as methods that can be chained. */
export interface Transaction extends TypedCommands<Transaction> {}

/** Commands that will be executed as one: `await client.multi().set('a', 1).incr('a').exec()`. */
export class Transaction extends TypedBase {
  private commands: (readonly Argument[])[] = []
  private done = false
  private readonly execute: (commands: readonly (readonly Argument[])[]) => Promise<Reply[] | null>

  /** @internal Made by `client.multi()`. */
  constructor(execute: (commands: readonly (readonly Argument[])[]) => Promise<Reply[] | null>) {
    super()
    this.execute = execute
  }

  /** Adds a command. Throws a `TypeError` that names the position of a wrong argument, or a command that no transaction
   * can hold, such as SUBSCRIBE or EXEC. */
  call(...args: [name: string, ...args: Argument[]]): this {
    return this.request(args)
  }

  /** @internal As `call`, with the name and the arguments in one array. */
  request(args: Argument[]): this {
    this.open('call')
    requestSize(args)
    const name = commandName(args)
    if (breaksTransaction(name)) {
      throw new TypeError(`${name} cannot be part of a transaction; call it on the client, before or after`)
    }
    this.commands.push(args)
    return this
  }

  /**
   * Executes the commands. Resolves to their replies, an error of one in its place; to `null` when a watched key has
   * changed and nothing was executed. Rejects with the `EXECABORT` error, whose `cause` is the reason, when the engine
   * refused one of the commands; nothing was executed then.
   */
  async exec<T extends readonly unknown[] = Reply[]>(): Promise<T | null> {
    this.open('exec')
    this.done = true
    return (await this.execute(this.commands)) as T | null
  }

  /** Drops the commands; the engine has not seen any. */
  discard(): void {
    this.open('discard')
    this.done = true
    this.commands = []
  }

  private open(method: string): void {
    if (this.done) throw new Error(`${method}: this transaction was executed or discarded; begin another with multi()`)
  }
}
