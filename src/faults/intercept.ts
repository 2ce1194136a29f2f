import type { SentCommand } from '../engine/watch.ts'
import type { Argument } from '../resp/encode.ts'
import type { ReplyValue } from './reply.ts'

/** A command on its way from a client to the engine. */
export interface InterceptedCommand {
  /** In upper case: `SET`. */
  readonly name: string
  /** What follows the name. */
  readonly args: readonly Uint8Array[]
  /** Those of `args` that are keys, as text. */
  readonly keys: readonly string[]
  readonly connection: {
    /** As CLIENT ID tells it. */
    readonly id: number
    /** As by CLIENT SETNAME. */
    readonly name: string
    readonly database: number
    readonly protocol: 2 | 3
  }
}

/** What becomes of it: nothing returned lets it pass; another command takes its place; or it is answered. */
// biome-ignore lint/suspicious/noConfusingVoidType: a function without a return lets all pass
export type Interception = void | { command: readonly Argument[] } | { reply: ReplyValue }

/** Sees each command before it runs. It returns at once, and cannot call the engine. */
export type InterceptFunction = (command: InterceptedCommand) => Interception

/** An interceptor that was added. */
export interface Interceptor {
  /** How many commands it has seen. */
  readonly seen: number
  /** Idempotent. */
  remove(): void
}

const utf8 = new TextDecoder()

/** The command as an interceptor sees it. */
export function shown(command: SentCommand): InterceptedCommand {
  return {
    name: utf8.decode(command.request[0]).toUpperCase(),
    args: command.request.slice(1),
    keys: command.keys.map((at) => utf8.decode(command.request[at])),
    connection: {
      id: command.client,
      name: command.name,
      database: command.database,
      protocol: command.protocol,
    },
  }
}

/** What an interceptor has put in a command's place. */
export function replaced(command: SentCommand, request: readonly Argument[]): SentCommand {
  const encoder = new TextEncoder()
  const bytes = request.map((arg) => (arg instanceof Uint8Array ? arg : encoder.encode(String(arg))))
  // Where its keys are is known to the engine alone: the same places, as far as it has them.
  return { ...command, request: bytes, keys: command.keys.filter((at) => at < bytes.length) }
}
