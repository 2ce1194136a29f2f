import { EngineConnection } from './connection.ts'
import { codeText, NO_MEMORY, PEER_LOCAL, PEER_TRUSTED, PEER_UNIX } from './contract.ts'
import type { EngineCore } from './engine.ts'

/** Who is at the other end of a connection that comes from outside this process. */
export interface Peer {
  /** As CLIENT LIST shows it: `host:port`; of a unix socket `path:0`. */
  address: string
  /** Where it came in, in the same form. */
  localAddress: string
  /** It is on this machine: protected mode and settings that say `local` let it in. */
  local: boolean
  unixSocket: boolean
  /** It is let in without a password wherever it is. */
  trusted: boolean
  /** How many bytes of output may lie unread before the engine keeps them, under its `client-output-buffer-limit`. */
  window: number
}

/**
 * Opens a connection for a peer outside this process, whose bytes the caller carries. One that the engine turns down
 * (`maxclients`, protected mode) is returned all the same: its output says why, and it ends by itself.
 * Throws when a fault refuses it.
 */
export function admit(engine: EngineCore, peer: Peer): EngineConnection {
  engine.connections.admission?.()
  const text = new TextEncoder().encode(`${peer.address}\0${peer.localAddress}\0`)
  const flags = (peer.local ? PEER_LOCAL : 0) | (peer.unixSocket ? PEER_UNIX : 0) | (peer.trusted ? PEER_TRUSTED : 0)
  const id = engine.withBytes(text, (pointer) =>
    engine.enter('redis_connect_peer', pointer, text.length, peer.window, flags),
  )
  if (id === undefined) throw new RangeError(`no connection can be opened for ${peer.address}: ${codeText(NO_MEMORY)}`)
  return engine.connections.add(new EngineConnection(engine.connections, id))
}
