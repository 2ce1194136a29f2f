import { processId } from '#platform'
import { ClientClosedError } from '../errors.ts'
import type { EngineConnection } from './connection.ts'
import { WAS_RESET } from './contract.ts'
import type { EngineCore } from './engine.ts'
import { Image } from './image.ts'

/** Above this much memory to clear, in bytes, a new instance is cheaper: its memory comes cleared, and only what is used. */
const CLEARED = 8 * 1024 * 1024

/** A connection that goes on, and what it is (`redis_portray`). */
interface Kept {
  connection: EngineConnection
  portrait: Uint8Array
}

/** The engine as it is, after what was issued before. */
export function capture(engine: EngineCore, how: 'copied' | 'viewed'): Image {
  engine.exchange.runQueued()
  const { entrance, clock } = engine
  engine.enter('redis_image')
  return Image.of(entrance, { monotonic: clock.monotonic, wall: clock.now }, how)
}

/**
 * Puts an image in the place of everything the engine holds. Its connections go on as they are; what they wait for is
 * answered with an error, their transactions and watched keys are forgotten.
 */
export function reset(engine: EngineCore, image: Image): void {
  settle(engine)
  const kept = portrayAll(engine)
  engine.enter('redis_image')
  const used = engine.memory.outputEnd
  if (used - image.end > CLEARED || image.end > engine.memory.size) engine.renew(image)
  else {
    image.layOver(engine.memory, used)
    engine.memory.setProcess(processId)
    engine.clock.goOnFrom(image.monotonic, image.wall)
    engine.wake()
  }
  for (const { connection, portrait } of kept) reopen(engine, connection, portrait)
  engine.goOn()
}

/** Lets everything come to its end that was begun: nothing is queued, nobody waits, all output was announced and read. */
function settle(engine: EngineCore): void {
  for (;;) {
    engine.exchange.runQueued()
    let waited = false
    for (const connection of engine.connections.all.values()) {
      if (connection.isBlocked() && connection.unblock(WAS_RESET)) waited = true
    }
    engine.connections.deliver()
    if (!waited && !engine.exchange.hasQueued) return
  }
}

/** One that is in the middle of sending a request cannot go on: the rest of it would begin another. */
function portrayAll(engine: EngineCore): Kept[] {
  const kept: Kept[] = []
  for (const connection of [...engine.connections.all.values()]) {
    engine.exchange.consume(connection)
    const portrait = portray(engine, connection)
    if (portrait) kept.push({ connection, portrait })
    else connection.end(new ClientClosedError('the engine was reset in the middle of a request of this connection'))
  }
  engine.connections.all.clear()
  return kept
}

/** What the connection is, in a copy; undefined when it cannot go on. */
function portray(engine: EngineCore, connection: EngineConnection): Uint8Array | undefined {
  if (engine.entrance.call('redis_portray', connection.id) < 0) return undefined
  return engine.memory.copyOutput()
}

function reopen(engine: EngineCore, connection: EngineConnection, portrait: Uint8Array): void {
  const id = engine.withBytes(portrait, (pointer) => engine.enter('redis_reopen', pointer, portrait.length))
  if (id === undefined) {
    connection.end(new ClientClosedError('there was no memory for this connection after the engine was reset'))
    return
  }
  connection.id = id
  engine.connections.add(connection)
}
