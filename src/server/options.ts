import type { TlsOptions } from 'node:tls'
import { checkNames, wrong } from '../options/checks.ts'

/** What `serve` takes. */
export interface ServeOptions {
  /** The TCP port; 0 for one that is free. Default 6379, unless there is a `path`. */
  port?: number
  /**
   * The address or name to listen on. Default `127.0.0.1`. One that other machines can reach needs a password on the
   * default user (`requirepass`, or an ACL), or `protectedMode: false`.
   */
  host?: string
  /** A unix socket's path, instead of a port. A socket that a dead server left there is replaced. */
  path?: string
  /** For `rediss://`: what `tls.createServer` takes, such as `{ key, cert }`. */
  tls?: TlsOptions
  /** `false` lets clients of other machines in although the default user has no password. Default `true`. */
  protectedMode?: boolean
  /** How many connections may wait to be accepted. Default 511, as the engine's `tcp-backlog`. */
  backlog?: number
}

/** Where a server listens, checked. */
export interface ServeSettings {
  where: { path: string } | { port: number; host: string }
  tls: TlsOptions | undefined
  protectedMode: boolean
  backlog: number
}

const names = ['port', 'host', 'path', 'tls', 'protectedMode', 'backlog']

/** What a path's file system name may have, with its end, in bytes: `sun_path` of Linux; others have 104. */
const LONGEST_PATH = 107

function isWhole(value: unknown, highest: number): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= highest
}

/** Checks options and fills in the defaults. Throws a `TypeError` that names the option and what it may be. */
export function serveSettings(options: ServeOptions = {}): ServeSettings {
  checkNames(options, names)
  const { port = 6379, host = '127.0.0.1', path, tls, protectedMode = true, backlog = 511 } = options
  if (!isWhole(port, 65535)) throw wrong('port', port, 'a whole number from 0 to 65535')
  if (typeof host !== 'string' || host === '') throw wrong('host', host, 'an address or a name')
  if (typeof protectedMode !== 'boolean') throw wrong('protectedMode', protectedMode, 'true or false')
  if (!isWhole(backlog, 65535)) throw wrong('backlog', backlog, 'a whole number')
  if (tls !== undefined && (tls === null || typeof tls !== 'object')) {
    throw wrong('tls', tls, 'what tls.createServer takes, such as { key, cert }')
  }
  if (path === undefined) return { where: { port, host }, tls, protectedMode, backlog }

  if (typeof path !== 'string' || path === '') throw wrong('path', path, "a unix socket's path")
  if (options.port !== undefined || options.host !== undefined) {
    throw new TypeError('option path is given with port or host; call serve twice to have both')
  }
  if (Buffer.byteLength(path) > LONGEST_PATH) {
    throw wrong('path', path, `at most ${LONGEST_PATH} bytes long, which is what unix sockets can have`)
  }
  return { where: { path }, tls, protectedMode, backlog }
}
