import { ConnectError } from '../errors.ts'
import type { Transport } from '../transport.ts'
import type { RemoteSettings } from './options.ts'

/** Browsers have no sockets. */
export function openSocket({ shown }: RemoteSettings): Transport {
  throw new ConnectError(`cannot connect to ${shown}: there are no sockets here; a client of a server needs Node`)
}
