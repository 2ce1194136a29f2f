import { lookup } from 'node:dns/promises'
import { lstat, unlink } from 'node:fs/promises'
import net, { connect, isIP, type Server as NetServer } from 'node:net'
import { getSystemErrorName } from 'node:util'
import { ServerStartError } from '../errors.ts'
import { fileError } from '../storage/storage.ts'
import type { ServeSettings } from './options.ts'

/** The part of Node's errors that says what went wrong. */
function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** True for the addresses of this machine's own loopback. */
export function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address === '::1'
}

/** An IPv4 address that came in by an IPv6 socket, as IPv4. */
export function plain(address: string): string {
  return address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address
}

/** The address that a name stands for. Rejects with a `ServerStartError`. */
export async function addressOf(host: string): Promise<string> {
  try {
    return (await lookup(host)).address
  } catch (cause) {
    throw new ServerStartError(`host ${host} is no address or name of this machine: ${textOf(cause)}`, { cause })
  }
}

/** Has `server` listen. Rejects with a `ServerStartError` that says why it cannot, and what to do. */
export async function listen(server: NetServer, { where, backlog }: ServeSettings): Promise<void> {
  try {
    if ('path' in where && (await isAbandoned(where.path))) await unlink(where.path)
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen({ ...where, backlog }, () => {
        server.off('error', reject)
        resolve()
      })
    })
  } catch (cause) {
    if (cause instanceof ServerStartError) throw cause
    const shown = 'path' in where ? where.path : `${where.host}:${where.port}`
    const reasons: Record<string, string> = {
      EADDRINUSE: 'something listens there already. Stop it, or choose another: port 0 takes one that is free',
      EADDRNOTAVAIL: 'this machine has no such address',
      // libuv says so of a folder that is missing, too.
      EACCES:
        'path' in where ? 'its folder is missing, or not this user’s to write to' : 'this user may not listen there',
    }
    const reason = reasons[codeOf(cause) ?? ''] ?? textOf(cause)
    throw new ServerStartError(`cannot listen on ${shown}: ${reason}`, { cause })
  }
}

/** What Node's clusters open sockets with: a handle, or a negated error number. No public part of it. */
interface Handles {
  _createServerHandle?(address: string, port: number, family: 4 | 6, fd: number, flags: number): object | number
}

/** As libuv has it: an IPv6 socket that leaves IPv4 to others. */
const IPV6_ONLY = 1

/**
 * As `listen`, before it returns: for an engine that asks for it in the middle of a command. `host` is an address in
 * numbers; one of IPv6 stands for itself alone. Throws an error with Node's code.
 */
export function listenNow(server: NetServer, host: string, port: number, backlog: number): void {
  const { _createServerHandle: create } = net as Handles
  const family = isIP(host)
  if (family === 0) throw fileError('EADDRNOTAVAIL', `${host} is no address`)
  if (!create) throw fileError('EACCES', 'this version of Node opens no socket at once')
  const handle = create(host, port, family === 6 ? 6 : 4, -1, family === 6 ? IPV6_ONLY : 0)
  if (typeof handle === 'number') throw fileError(getSystemErrorName(handle), `cannot bind to ${host}:${port}`)
  const taken = () => {} // the event comes later; what it says is known now
  server.once('error', taken)
  server.listen(handle, backlog)
  if (!server.listening) throw fileError('EADDRINUSE', `something listens at ${host}:${port}`)
  server.off('error', taken)
}

/**
 * True for a socket at which nobody listens any more: a server that died left it behind. Rejects when somebody does, and
 * for a file that is no socket, which is not ours to remove.
 */
async function isAbandoned(path: string): Promise<boolean> {
  if (process.platform === 'win32') return false // a pipe's name goes with its server
  const found = await lstat(path).catch((error) => {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  })
  if (!found) return false
  if (!found.isSocket()) {
    throw new ServerStartError(
      `cannot listen on ${path}: there is a file that is no socket. Remove it, or choose another`,
    )
  }
  if (!(await answers(path))) return true
  throw new ServerStartError(`cannot listen on ${path}: another server listens there. Stop it, or choose another path`)
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const socket = connect(path)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', (error) => {
      if (codeOf(error) === 'ECONNREFUSED') resolve(false)
      else reject(error)
    })
  })
}
