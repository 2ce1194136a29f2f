/** The side under test: the library's engine in this process, through its client and through connections of its own. */
import { setImmediate as turn } from 'node:timers/promises'
import type { EngineConnection } from '../../src/engine/connection.ts'
import { admit } from '../../src/engine/peer.ts'
import { createClient } from '../../src/index.ts'
import type { Command } from './sequence.ts'
import { build, type Subject } from './subject.ts'
import { encode, Wire } from './wire.ts'

/** As serve() has it: how many bytes of output may lie unread before the engine keeps them. */
const WINDOW = 128 * 1024

/** Boots an engine of its own. Rejects where `createClient` does. */
export async function openInProcess(): Promise<Subject> {
  const client = await createClient({ build, protocol: 2, config: { 'enable-debug-command': 'yes' } })
  const { core } = client.engine
  return {
    name: 'in process',
    run: (commands) => Promise.all(commands.map((command) => client.callRaw(...(command as [string, ...Command])))),
    // The last of three takes argument vectors, as the library's own client does; the others bytes, as from a socket.
    connect: async (number) => (number === 2 ? vectors(core.open()) : bytes(admit(core, peer))),
    // Whatever follows from a command was done when its call returned; other connections are told in a microtask.
    settle: () => turn(),
    close: () => client.close(),
  }
}

const peer = { address: 'here:0', localAddress: 'here:0', local: true, unixSocket: true, trusted: true, window: WINDOW }

function vectors(connection: EngineConnection): Wire {
  return wired(connection, (commands) => connection.writeAll(commands))
}

function bytes(connection: EngineConnection): Wire {
  return wired(connection, (commands) => connection.feed(encode(commands)))
}

function wired(connection: EngineConnection, write: (commands: readonly Command[]) => void): Wire {
  const wire = new Wire((commands) => {
    write(commands)
    connection.flush()
    take()
  })
  const take = () => {
    while (connection.outputAt < connection.outputEnd) {
      const { output, outputAt, outputEnd } = connection
      const chunk = Buffer.from(output.subarray(outputAt, outputEnd))
      connection.consume(outputEnd)
      connection.release()
      wire.add(chunk)
      if (chunk.length >= WINDOW) connection.resume()
    }
  }
  connection.onOutput = take
  connection.onEnd = () => {
    wire.ended = true
  }
  return wire
}
