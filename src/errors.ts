/** Every error this library makes itself carries a stable `code`; the engine's own replies are `RedisError`. */

/**
 * An error reply of the engine, such as `WRONGTYPE Operation against a key holding the wrong kind of value`. For calls in
 * process, its stack leads to who awaits the call, or makes it synchronously.
 */
export class RedisError extends Error {
  override readonly name = 'RedisError'
  /** The reply's first word: `ERR`, `WRONGTYPE`, `NOSCRIPT`, `NOAUTH`, … */
  readonly code: string
  /** The command that was answered so, in upper case; set once the reply is matched to its call. */
  command: string | undefined

  constructor(message: string, command?: string) {
    super(message)
    this.code = /^[A-Z][A-Z0-9_]*(?= |$)/.exec(message)?.[0] ?? 'ERR'
    this.command = command
  }
}

/** The client was closed, by `close()`, `QUIT`, `CLIENT KILL` or `SHUTDOWN`, before or while this call was made. */
export class ClientClosedError extends Error {
  override readonly name = 'ClientClosedError'
  readonly code = 'CLIENT_CLOSED'
}

/** The engine is closed. Open a new one with `createEngine()` or `createClient()`. */
export class EngineClosedError extends Error {
  override readonly name = 'EngineClosedError'
  readonly code = 'ENGINE_CLOSED'
}

/** The engine trapped or panicked: it is lost with its data, other engines of the process are not touched. */
export class EngineCrashedError extends Error {
  override readonly name = 'EngineCrashedError'
  readonly code = 'ENGINE_CRASHED'
}

/** The module or the engine could not be started; the message says which step failed and what to do. */
export class EngineStartError extends Error {
  override readonly name = 'EngineStartError'
  readonly code = 'ENGINE_START'
}

/** These are not the bytes of a snapshot, they are damaged, or another build of the engine made them. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError'
  readonly code = 'SNAPSHOT'
}

/** The engine could not write what it has to its storage; the message has the engine's own reason. It stays open. */
export class EngineSaveError extends Error {
  override readonly name = 'EngineSaveError'
  readonly code = 'ENGINE_SAVE'
}

/** A server could not be started: the port or path is taken, cannot be bound, or would be open to everyone. */
export class ServerStartError extends Error {
  override readonly name = 'ServerStartError'
  readonly code = 'SERVER_START'
}

/** A server could not be reached, or does not take the connection; the message says why and what to look at. */
export class ConnectError extends Error {
  override readonly name = 'ConnectError'
  readonly code = 'CONNECT_FAILED'
}

/**
 * The connection to a server was lost before the call was answered, so whether it was executed is not known; or it has
 * been gone for longer than calls wait.
 */
export class ConnectionLostError extends Error {
  override readonly name = 'ConnectionLostError'
  readonly code = 'CONNECTION_LOST'
}

/** `callSync` met a command that would have to wait; nothing was executed. */
export class WouldBlockError extends Error {
  override readonly name = 'WouldBlockError'
  readonly code = 'WOULD_BLOCK'
}

/** The bytes read are not the protocol: a defect of the other end or of this library. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError'
  readonly code = 'PROTOCOL'
}

/** @internal What calls get that a function given to `view` makes before it has returned. */
export function beingViewed(): Error {
  return new Error(
    'the function given to view or intercept is looking at the engine: nothing can run before it has returned',
  )
}
