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

/**
 * The engine as it is, after what was issued before: in a copy (`Image.of`), or as it lies there until it runs again
 * (`Image.view`).
 */
export function capture(engine: EngineCore, how: typeof Image.of): Image {
  engine.runQueued()
  engine.enter('redis_image')
  const { memory, clock } = engine
  const begin = memory.outputStart
  return how.call(Image, memory, begin, begin + memory.outputSize, { monotonic: clock.monotonic, wall: clock.now })
}

/**
 * Puts an image in the place of everything the engine holds. Its connections go on as they are; what they wait for is
 * answered with an error, their transactions and watched keys are forgotten.
 */
export function reset(engine: EngineCore, image: Image): void {
  settle(engine)
  const kept = portrayAll(engine)
  engine.enter('redis_image')
  const used = engine.memory.outputStart + engine.memory.outputSize
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
    engine.runQueued()
    let waited = false
    for (const connection of engine.connections.values()) {
      if (connection.isBlocked() && connection.unblock(WAS_RESET)) waited = true
    }
    engine.deliver()
    if (!waited && !engine.hasQueued) return
  }
}

/** One that is in the middle of sending a request cannot go on: the rest of it would begin another. */
function portrayAll(engine: EngineCore): Kept[] {
  const kept: Kept[] = []
  for (const connection of [...engine.connections.values()]) {
    engine.consume(connection)
    const portrait = engine.portray(connection)
    if (portrait) kept.push({ connection, portrait })
    else connection.end(new ClientClosedError('the engine was reset in the middle of a request of this connection'))
  }
  engine.connections.clear()
  return kept
}

function reopen(engine: EngineCore, connection: EngineConnection, portrait: Uint8Array): void {
  const id = engine.withBytes(portrait, (pointer) => engine.enter('redis_reopen', pointer, portrait.length))
  if (id === undefined) {
    connection.end(new ClientClosedError('there was no memory for this connection after the engine was reset'))
    return
  }
  connection.id = id
  engine.add(connection)
}
