import type { Argument } from '../resp/encode.ts'
import { requestSize } from '../resp/encode.ts'
import { encodeVector } from '../resp/vector.ts'
import {
  COMMAND_ANSWER,
  COMMAND_ANSWER_SIZE,
  COMMAND_CLIENT,
  COMMAND_CONNECTION,
  COMMAND_DATABASE,
  COMMAND_DELAY,
  COMMAND_KEYS,
  COMMAND_KEYS_COUNT,
  COMMAND_NAME,
  COMMAND_NAME_SIZE,
  COMMAND_PROTOCOL,
  COMMAND_REQUEST,
  END_AFTER,
  END_BEFORE,
  END_HALF,
  PASS,
  REPLACED,
  REPLIED,
} from './contract.ts'
import type { EngineCore } from './engine.ts'
import type { EngineMemory } from './memory.ts'

/** A command that a client has sent. What it holds is a copy. */
export interface SentCommand {
  /** The engine's name for the connection. */
  readonly connection: number
  /** As CLIENT ID tells it. */
  readonly client: number
  /** As by CLIENT SETNAME. */
  readonly name: string
  readonly protocol: 2 | 3
  readonly database: number
  /** The command's name and its arguments. */
  readonly request: readonly Uint8Array[]
  /** Which of these are keys. */
  readonly keys: readonly number[]
}

/** What shall become of it. */
export interface Verdict {
  /** The client waits for so long before, in milliseconds of the engine's clock. */
  delay?: number
  /** Another command in its place. */
  request?: readonly Argument[]
  /** What the client is told without anything being run: bytes of its protocol. */
  reply?: Uint8Array
  /** The connection ends: before it runs, after it, or after half of its reply. */
  end?: 'before' | 'after' | 'half'
  /** Why, for the error of calls that were made in this process. */
  reason?: string
}

/** Sees a command before it runs. */
export type Watcher = (command: SentCommand) => Verdict | undefined

const ends = { before: END_BEFORE, after: END_AFTER, half: END_HALF }

/** Reads what the engine tells of a command at `pointer`. */
function readCommand(memory: EngineMemory, pointer: number): SentCommand {
  const { bytes, words } = memory
  const at = pointer >>> 2
  const field = (offset: number) => words[at + (offset >> 2)]
  const request: Uint8Array[] = []
  let next = field(COMMAND_REQUEST) >>> 2
  const count = words[next++]
  for (let i = 0; i < count; i++) {
    const length = words[next++]
    request.push(bytes.slice(next * 4, next * 4 + length))
    next += (length + 3) >>> 2
  }
  const keys = field(COMMAND_KEYS) >>> 2
  return {
    connection: field(COMMAND_CONNECTION),
    client: field(COMMAND_CLIENT) + field(COMMAND_CLIENT + 4) * 4294967296,
    name: memory.text(field(COMMAND_NAME), field(COMMAND_NAME_SIZE)),
    protocol: field(COMMAND_PROTOCOL) === 3 ? 3 : 2,
    database: field(COMMAND_DATABASE),
    request,
    keys: Array.from(words.slice(keys, keys + field(COMMAND_KEYS_COUNT))),
  }
}

/** Writes the answer where the engine looks for it; `allocate` gives memory of the engine's, 0 when there is none. */
function writeVerdict(
  memory: EngineMemory,
  pointer: number,
  verdict: Verdict,
  allocate: (size: number) => number,
): number {
  const { reply, request, end } = verdict
  const size = reply ? reply.length : request ? requestSize(request) : 0
  const answer = size > 0 ? allocate(size) : 0
  memory.refresh()
  const { words } = memory
  const at = pointer >>> 2
  words[at + (COMMAND_DELAY >> 2)] = Math.ceil(verdict.delay ?? 0)
  if (size > 0 && answer === 0) return PASS // no memory: the engine refuses the command itself, if it needs any
  if (reply) memory.bytes.set(reply, answer)
  else if (request) encodeVector(memory.bytes, answer, request)
  words[at + (COMMAND_ANSWER >> 2)] = answer
  words[at + (COMMAND_ANSWER_SIZE >> 2)] = size
  if (reply) return REPLIED
  return (request ? REPLACED : 0) | (end ? ends[end] : PASS)
}

/**
 * Has `watcher` say what shall become of the command that the engine tells of at `pointer`. Called by the module while it
 * runs: what is called back from here would meet an engine that is busy.
 */
export function judgeCommand(engine: EngineCore, watcher: Watcher, pointer: number): number {
  const { entrance, exchange, memory } = engine
  memory.refresh()
  const command = readCommand(memory, pointer)
  const { owner } = exchange
  entrance.lent = true
  exchange.owner = undefined
  const verdict = watcher(command)
  exchange.owner = owner
  entrance.lent = false
  if (entrance.ended) throw entrance.ended
  if (!verdict) return 0
  const connection = engine.connections.all.get(command.connection)
  if (connection && verdict.reason) connection.endReason = verdict.reason
  // Whoever takes replies out of the engine's memory never meets half of one.
  if (connection?.vectors && verdict.end === 'half') verdict.end = 'after'
  return writeVerdict(memory, pointer, verdict, (size) => entrance.exports.redis_alloc(size) >>> 0)
}
