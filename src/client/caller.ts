import { ClientClosedError, RedisError } from '../errors.ts'
import { type Argument, requestSize } from '../resp/encode.ts'
import type { Reply } from '../resp/reply.ts'
import type { CallOptions } from './call-options.ts'
import type { CallQueue } from './call-queue.ts'
import type { Commands } from './commands.generated.ts'
import { Format } from './pending.ts'
import { type ChannelKind, type MessageListener, Subscription, type Subscriptions } from './subscriptions.ts'
import { SyncCalls } from './sync-calls.ts'
import { Transaction } from './transaction.ts'
import { TypedBase } from './typed.ts'

/** The commands of the engine as methods, beside `call`. */
export interface Caller<Bulk> extends Commands<Bulk> {}

/**
 * Ways to call the engine over one connection. Calls are executed in the order in which they are made; those made in
 * one turn of the event loop go out together, and one that is likely to be alone in its turn at once.
 */
export class Caller<Bulk> extends TypedBase {
  /** @internal */
  protected readonly queue: CallQueue
  /** @internal */
  protected readonly subscriptions: Subscriptions
  private readonly sync: SyncCalls
  private readonly format: Format

  /** @internal */
  constructor(queue: CallQueue, subscriptions: Subscriptions, format: Format) {
    super()
    this.queue = queue
    this.sync = new SyncCalls(queue)
    this.subscriptions = subscriptions
    this.format = format
  }

  /**
   * Executes any command: its name (position 0) and its arguments, then `{ signal }` if the wait shall be abortable.
   * Resolves to the decoded reply.
   *
   * Rejects with a `RedisError` for an error reply, a `TypeError` that names the position of a wrong argument, a
   * `ClientClosedError` or `EngineCrashedError` when no answer can come, and the signal's reason when it aborts.
   */
  call<T = Reply>(...args: [name: string, ...args: Argument[]] | [...Argument[], CallOptions]): Promise<T> {
    return this.send(args, this.format) as Promise<T>
  }

  /** As `call`, but resolves to the bytes of the reply as the engine wrote them; an error reply is bytes, too. */
  callRaw(...args: [name: string, ...args: Argument[]] | [...Argument[], CallOptions]): Promise<Uint8Array> {
    return this.send(args, Format.Raw) as Promise<Uint8Array>
  }

  /**
   * Executes a command now and returns its reply. Throws as `call` rejects, and a `WouldBlockError` where the command,
   * or one before it on this connection, has to wait. Only for an engine in this process.
   */
  callSync<T = Reply>(...args: [name: string, ...args: Argument[]]): T {
    return this.sync.call(args, this.format) as T
  }

  /**
   * Executes a command that answers with one string, such as GET, and calls `use` with the bytes of it where the engine
   * has written them, not a copy; with null where there is no value. Returns what `use` returns.
   *
   * The bytes are there until `use` returns: after that the array is empty and its methods throw. Until then nothing
   * can run on this engine. Throws as `callSync` does, and a `TypeError` where the reply is not a string.
   */
  view<T>(...args: [name: string, ...args: Argument[], use: (bytes: Uint8Array | null) => T]): T {
    const use = args.pop() as unknown
    if (typeof use !== 'function')
      throw new TypeError("view needs a function for the bytes: view('GET', key, (bytes) => …)")
    return this.sync.view(args as unknown as Argument[], use as (bytes: Uint8Array | null) => T)
  }

  /**
   * Executes commands together and resolves to all their replies. An error reply is a `RedisError` in its place and
   * does not stop the others.
   */
  pipeline<T extends readonly unknown[] = Reply[]>(commands: readonly (readonly Argument[])[]): Promise<T> {
    try {
      checkCommands(commands)
      return this.queue.batch(commands, this.format) as unknown as Promise<T>
    } catch (error) {
      return Promise.reject(placed(error, commands))
    }
  }

  /**
   * Begins a transaction. Its commands are kept here and sent at `exec()`, between MULTI and EXEC; WATCH keys with
   * `watch` before.
   */
  multi(): Transaction {
    return new Transaction((commands) => this.execute(commands))
  }

  /**
   * Subscribes to channels. Resolves once the engine has acknowledged them, to an async iterable of messages. With a
   * listener as the last argument, that is called with each message.
   */
  subscribe(...args: [...channels: string[], listener: MessageListener<Bulk>] | string[]): Promise<Subscription<Bulk>> {
    return this.enter('subscribe', args)
  }

  /** As `subscribe`, for patterns such as `news.*`. */
  psubscribe(
    ...args: [...patterns: string[], listener: MessageListener<Bulk>] | string[]
  ): Promise<Subscription<Bulk>> {
    return this.enter('psubscribe', args)
  }

  /** As `subscribe`, for shard channels (SPUBLISH). */
  ssubscribe(
    ...args: [...channels: string[], listener: MessageListener<Bulk>] | string[]
  ): Promise<Subscription<Bulk>> {
    return this.enter('ssubscribe', args)
  }

  /** @internal As `call`, with the name and the arguments in one array, which becomes the request's own. */
  request(args: readonly unknown[]): Promise<unknown> {
    return this.send(args, this.format)
  }

  private send(args: readonly unknown[], format: Format): Promise<unknown> {
    const last = args[args.length - 1]
    if (typeof last !== 'object' || last === null || last instanceof Uint8Array) {
      return this.queue.call(args as readonly Argument[], format)
    }
    try {
      return this.queue.call(...withSignal(args, format))
    } catch (error) {
      return Promise.reject(error)
    }
  }

  private async execute(commands: readonly (readonly Argument[])[]): Promise<Reply[] | null> {
    const replies = await this.queue.together([['MULTI'], ...commands, ['EXEC']], this.format)
    if (replies === undefined) return replies // CLIENT REPLY OFF
    const outcome = replies[replies.length - 1]
    const refused = replies.find((reply) => reply instanceof RedisError)
    if (outcome instanceof RedisError) {
      outcome.cause = refused === outcome ? undefined : refused
      throw outcome
    }
    if (replies[0] instanceof RedisError) throw replies[0]
    const results = outcome as Reply[] | null
    for (const [i, reply] of results?.entries() ?? []) {
      if (reply instanceof RedisError) reply.command = String(commands[i][0]).toUpperCase()
    }
    return results
  }

  private async enter(kind: ChannelKind, args: readonly unknown[]): Promise<Subscription<Bulk>> {
    const last = args[args.length - 1]
    const listener = typeof last === 'function' ? (last as MessageListener<Bulk>) : undefined
    const channels = (listener ? args.slice(0, -1) : args) as string[]
    if (channels.length === 0) throw new TypeError(`${kind} needs the name of at least one channel`)
    for (const [i, channel] of channels.entries()) {
      if (typeof channel !== 'string') throw new TypeError(`argument ${i + 1} of ${kind} is not a string`)
    }
    const subscription = new Subscription<Bulk>(kind, channels, this.format === Format.Bytes, listener, (one) =>
      this.leave(one),
    )
    // Before the engine is asked, so that a message right behind its answer finds it.
    this.subscriptions.add(subscription as Subscription<unknown>)
    try {
      await this.queue.call([kind.toUpperCase(), ...channels], Format.Text)
    } catch (error) {
      this.subscriptions.delete(subscription as Subscription<unknown>)
      throw error
    }
    return subscription
  }

  private async leave(subscription: Subscription<unknown>): Promise<void> {
    this.subscriptions.delete(subscription)
    const unwanted = this.subscriptions.unwanted(subscription.kind, subscription.channels)
    if (unwanted.length === 0 || this.queue.ended) return
    try {
      await this.queue.call([subscription.kind.toUpperCase().replace('SUB', 'UNSUB'), ...unwanted], Format.Text)
    } catch (error) {
      if (!(error instanceof ClientClosedError)) throw error // closing has unsubscribed it
    }
  }
}

/** The same connection with bulk strings as `Uint8Array`. */
export class BinaryCaller extends Caller<Uint8Array> {}

function checkCommands(commands: unknown): asserts commands is readonly (readonly Argument[])[] {
  if (!Array.isArray(commands)) {
    throw new TypeError("pipeline takes an array of commands, such as [['SET', 'k', 'v'], ['GET', 'k']]")
  }
  for (const [i, command] of commands.entries()) {
    if (!Array.isArray(command)) throw new TypeError(`command ${i} of the pipeline is not an array`)
  }
}

/** Looks for the command that cannot be encoded, so that the error names it. */
function placed(error: unknown, commands: readonly (readonly Argument[])[]): unknown {
  if (!(error instanceof TypeError) || !Array.isArray(commands)) return error
  for (const [i, command] of commands.entries()) {
    try {
      if (Array.isArray(command)) requestSize(command)
    } catch (reason) {
      return new TypeError(`command ${i} of the pipeline: ${(reason as Error).message}`)
    }
  }
  return error
}

/** Takes `{ signal }` off the end of the arguments. Any other object is left there, to be refused by its position. */
function withSignal(
  args: readonly unknown[],
  format: Format,
): [args: readonly Argument[], format: Format, signal: AbortSignal | undefined] {
  const options = args[args.length - 1] as CallOptions
  const names = Object.keys(options)
  const known = names.length === 0 ? false : names.every((name) => name === 'signal')
  if (!known) return [args as readonly Argument[], format, undefined]
  if (options.signal !== undefined && !(options.signal instanceof AbortSignal)) {
    throw new TypeError('option signal is not an AbortSignal')
  }
  return [args.slice(0, -1) as Argument[], format, options.signal]
}
