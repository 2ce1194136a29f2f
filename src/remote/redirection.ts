const redirection = /^(MOVED|ASK) (\d+) (.*):(\d+)$/
const readonly = [...'-READONLY '].map((character) => character.charCodeAt(0))
const passing = /^(TRYAGAIN|CLUSTERDOWN|MASTERDOWN|LOADING)\b/

/** A node's word that another one is in charge: of a slot for good (`MOVED`), or of this request (`ASK`). */
export interface Redirection {
  kind: 'MOVED' | 'ASK'
  slot: number
  /** `host:port` */
  address: string
}

/** Where an error sends a request; undefined when it does not. The node at `from` may leave out its own host. */
export function redirectionOf(error: string, from: string): Redirection | undefined {
  const match = redirection.exec(error)
  if (match === null) return undefined
  const [, kind, slot, host, port] = match
  const address = `${host || from.slice(0, from.lastIndexOf(':'))}:${port}`
  return { kind: kind as Redirection['kind'], slot: Number(slot), address }
}

/** Whether an error is over in a moment: a slot is on its way, a primary being elected, data being loaded. */
export function passes(error: string): boolean {
  return passing.test(error)
}

/** Whether the reply that begins at `bytes[at]` is the error by which a replica refuses to write. */
export function refusesToWrite(bytes: Uint8Array, at: number): boolean {
  return readonly.every((byte, i) => bytes[at + i] === byte)
}
