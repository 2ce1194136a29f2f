import { type ConnectOptions, checkNames, connectOptionNames, connectSettings, wrong } from '../options.ts'

/** What `node:tls` takes of them, for `rediss:`. */
export interface TlsOptions {
  /** Authorities to trust instead of the system's, as PEM. */
  ca?: string | Uint8Array | (string | Uint8Array)[]
  /** The client's own certificate and key, as PEM. */
  cert?: string | Uint8Array
  key?: string | Uint8Array
  passphrase?: string
  /** The name that the server's certificate must have. Default: the URL's host. */
  servername?: string
  /** False takes any certificate, which is no protection. Default true. */
  rejectUnauthorized?: boolean
}

/** What `createClient` takes for a server elsewhere. */
export interface RemoteOptions extends ConnectOptions {
  /** `redis://user:password@host:port/database`, `rediss://…` for TLS, `unix:/path`. */
  url: string | URL
  /** How TLS is done; only with `rediss:`. */
  tls?: TlsOptions
  /** How long one attempt to connect may take, in milliseconds. Default 10,000. */
  connectTimeout?: number
  /** Whether a lost connection is opened again. Default true. */
  reconnect?: boolean
  /** How long after a loss calls wait for the new connection before they are rejected, in milliseconds. Default 10,000. */
  reconnectTimeout?: number
}

/** Where a server is, and how to get there. */
export interface RemoteSettings {
  where: { host: string; port: number } | { path: string }
  /** The address as errors show it: without a password. */
  shown: string
  tls: TlsOptions | undefined
  connectTimeout: number
  reconnect: boolean
  reconnectTimeout: number
}

export const remoteOptionNames = ['url', 'tls', 'connectTimeout', 'reconnect', 'reconnectTimeout']
const tlsOptionNames = ['ca', 'cert', 'key', 'passphrase', 'servername', 'rejectUnauthorized']
const DEFAULT_PORT = 6379
const DEFAULT_TIMEOUT = 10_000
const wantedUrl = "such as 'redis://user:password@host:6379/0', 'rediss://host' or 'unix:/run/redis.sock'"

/** Checks what `createClient` takes beside `url`. Throws a `TypeError` that names the option and what it may be. */
export function remoteSettings(options: RemoteOptions): [RemoteSettings, ConnectOptions] {
  checkNames(options, [...remoteOptionNames, ...connectOptionNames])
  const { url: given, tls, connectTimeout, reconnect = true, reconnectTimeout, ...connect } = options
  const url = parsed(given)
  const secure = url.protocol === 'rediss:'
  if (tls !== undefined) {
    if (!secure) throw new TypeError(`option tls is given, but ${url.protocol} has none; use a rediss: URL`)
    if (tls === null || typeof tls !== 'object') throw wrong('tls', tls, `an object with any of ${tlsOptionNames}`)
    checkNames(tls, tlsOptionNames)
  }
  if (typeof reconnect !== 'boolean') throw wrong('reconnect', reconnect, 'true or false')
  const settings = {
    where: whereOf(url),
    shown: shownUrl(url),
    tls: secure ? (tls ?? {}) : undefined,
    connectTimeout: milliseconds('connectTimeout', connectTimeout),
    reconnect,
    reconnectTimeout: milliseconds('reconnectTimeout', reconnectTimeout),
  }
  return [settings, connectSettings(merged(connect, fromUrl(url)))]
}

function parsed(given: unknown): URL {
  if (typeof given !== 'string' && !(given instanceof URL)) throw wrong('url', given, wantedUrl)
  let url: URL
  try {
    url = new URL(given)
  } catch {
    // What was given may hold a password.
    throw new TypeError(`option url is no URL; it must be ${wantedUrl}`)
  }
  if (!['redis:', 'rediss:', 'unix:'].includes(url.protocol)) {
    throw new TypeError(`option url begins with ${url.protocol}; it must be ${wantedUrl}`)
  }
  if (url.hash || url.search) {
    throw new TypeError('option url has a ? or #; other options go beside url, and those of a password as %3F, %23')
  }
  return url
}

function whereOf(url: URL): RemoteSettings['where'] {
  if (url.protocol === 'unix:') {
    const path = decodeURIComponent(url.pathname)
    if (path === '' || path === '/') throw new TypeError('option url has no path; a unix socket is unix:/path/to/it')
    return { path }
  }
  // An IPv6 address stands in brackets in a URL only.
  const host = decodeURIComponent(url.hostname).replace(/^\[(.*)\]$/, '$1')
  return { host: host || 'localhost', port: url.port === '' ? DEFAULT_PORT : Number(url.port) }
}

function shownUrl(url: URL): string {
  if (url.protocol === 'unix:') return `unix:${url.pathname}`
  return `${url.protocol}//${url.hostname || 'localhost'}:${url.port || DEFAULT_PORT}`
}

function fromUrl(url: URL): ConnectOptions {
  const options: ConnectOptions = {}
  if (url.username !== '') options.username = decodeURIComponent(url.username)
  if (url.password !== '') options.password = decodeURIComponent(url.password)
  if (url.protocol === 'unix:') return options
  const database = url.pathname.replace(/^\//, '')
  if (database === '') return options
  if (!/^\d{1,9}$/.test(database)) {
    throw new TypeError(`option url has the path ${url.pathname}; it must be the number of a database, such as /0`)
  }
  options.database = Number(database)
  return options
}

function merged(options: ConnectOptions, url: ConnectOptions): ConnectOptions {
  for (const [name, value] of Object.entries(url)) {
    const given = options[name as keyof ConnectOptions]
    if (given !== undefined && given !== value) throw new TypeError(`option ${name} is not what the url says`)
  }
  return { ...options, ...url }
}

function milliseconds(option: string, value: unknown): number {
  if (value === undefined) return DEFAULT_TIMEOUT
  if (typeof value !== 'number' || !(value > 0) || value > 0x7fffffff) {
    throw wrong(option, value, 'a number of milliseconds above 0')
  }
  return value
}
