/** What errors say about the call that they end. */
import { ClientClosedError, ConnectionLostError, type RedisError } from '../errors.ts'
import { commandName } from './pending.ts'

/** Says which command was not answered, where the reason is not worth more words than that. */
export function unanswered(command: string, reason: Error): Error {
  if (reason instanceof ConnectionLostError) {
    return new ConnectionLostError(`${command} was not answered: ${reason.message}`, { cause: reason.cause })
  }
  if (!(reason instanceof ClientClosedError)) return reason
  return new ClientClosedError(`${command} was not answered: ${reason.message}`)
}

/** Gives an error reply of a synchronous call the command and the stack of its caller. */
export function blame(error: RedisError, args: readonly unknown[], caller: (...args: never[]) => unknown): RedisError {
  error.command = commandName(args)
  Error.captureStackTrace?.(error, caller)
  return error
}
