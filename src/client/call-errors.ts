/** What errors say about the call that they end. */
import { ClientClosedError, ConnectionLostError, RedisError } from '../errors.ts'

/** Says which command was not answered, where the reason is not worth more words than that. */
export function unanswered(command: string, reason: Error): Error {
  if (reason instanceof ConnectionLostError) {
    return new ConnectionLostError(`${command} was not answered: ${reason.message}`, { cause: reason.cause })
  }
  if (!(reason instanceof ClientClosedError)) return reason
  return new ClientClosedError(`${command} was not answered: ${reason.message}`)
}

/** Gives an error reply the stack of who awaits the call, which the platform knows from `taker`, a reaction to its promise. */
export function traced(reason: unknown, taker: () => unknown): unknown {
  if (reason instanceof RedisError) Error.captureStackTrace?.(reason, taker)
  return reason
}

/** Gives an error reply of a synchronous call the command and the stack of its caller. */
export function blame(error: RedisError, args: readonly unknown[], caller: (...args: never[]) => unknown): RedisError {
  error.command = commandName(args)
  Error.captureStackTrace?.(error, caller)
  return error
}

/** The name a request was made under, as errors show it. */
export function commandName(args: readonly unknown[]): string {
  const name = args[0]
  return typeof name === 'string' ? name.toUpperCase() : new TextDecoder().decode(name as Uint8Array).toUpperCase()
}
