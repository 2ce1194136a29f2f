import { checkNames, wrong } from '../options/checks.ts'
import { type ConnectOptions, connectOptionNames, connectSettings } from '../options.ts'

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

/** What `createClient` takes for whatever is elsewhere. */
export interface NetworkOptions extends ConnectOptions {
  /** How TLS is done. With `url` only when that is a `rediss:` one; elsewhere, whoever gives it gets TLS. */
  tls?: TlsOptions
  /** How long one attempt to connect may take, in milliseconds. Default 10,000. */
  connectTimeout?: number
  /** How long after a loss calls wait for the new connection before they are rejected, in milliseconds. Default 10,000. */
  reconnectTimeout?: number
}

/** What `createClient` takes for a server elsewhere. */
export interface RemoteOptions extends NetworkOptions {
  /** `redis://user:password@host:port/database`, `rediss://…` for TLS, `unix:/path`. */
  url: string | URL
  /** Whether a lost connection is opened again. Default true. */
  reconnect?: boolean
}

/** Where a node or a sentinel listens. */
export interface NodeAddress {
  host: string
  /** Default 6379, of a sentinel 26379. */
  port?: number
}

/** What `createClient` takes for the primary that sentinels know. */
export interface SentinelOptions extends NetworkOptions {
  sentinel: {
    /** What the sentinels call the primary, such as `mymaster`. */
    name: string
    /** Some of them; they are asked in turn. */
    sentinels: readonly NodeAddress[]
    /** Whom to authenticate as with the sentinels themselves. */
    username?: string
    password?: string
  }
  /** Whether a lost connection is opened again, to whoever is the primary then. Default true. */
  reconnect?: boolean
}

/** What `createClient` takes for a cluster. The protocol is always 3 there. */
export interface ClusterOptions extends NetworkOptions {
  /** Some of its nodes; the others are found through them. */
  cluster: readonly NodeAddress[]
  /** Where nodes are to be found that know themselves by other addresses: `{ '10.0.0.1:6379': { host, port } }`. */
  natMap?: Record<string, { host: string; port: number }>
}

/** Where a server listens. */
export type Where = { host: string; port: number } | { path: string }

/** Where a server is, and how to get there. */
export interface RemoteSettings {
  /** Asked before each attempt where that can change. */
  where: Where | (() => Promise<Where>)
  /** The address as errors show it: without a password. */
  shown: string
  tls: TlsOptions | undefined
  connectTimeout: number
  reconnect: boolean
  reconnectTimeout: number
}

/** What is common to the ways to get anywhere. */
export type NetworkSettings = Omit<RemoteSettings, 'where' | 'shown'>

const networkNames = ['tls', 'connectTimeout', 'reconnectTimeout', ...connectOptionNames]
const tlsOptionNames = ['ca', 'cert', 'key', 'passphrase', 'servername', 'rejectUnauthorized']
const DEFAULT_PORT = 6379
const SENTINEL_PORT = 26379
const DEFAULT_TIMEOUT = 10_000
const wantedUrl = "such as 'redis://user:password@host:6379/0', 'rediss://host' or 'unix:/run/redis.sock'"

/** Checks the options of a server. Throws a `TypeError` that names the option and what it may be. */
export function remoteSettings(options: RemoteOptions): [RemoteSettings, ConnectOptions] {
  checkNames(options, ['url', 'reconnect', ...networkNames])
  const url = parsed(options.url)
  const secure = url.protocol === 'rediss:'
  if (options.tls !== undefined && !secure) {
    throw new TypeError(`option tls is given, but ${url.protocol} has none; use a rediss: URL`)
  }
  const network = networkSettings(options)
  const settings = {
    ...network,
    where: whereOf(url),
    shown: shownUrl(url),
    tls: secure ? (network.tls ?? {}) : undefined,
  }
  return [settings, connectSettings(merged(connectPart(options), fromUrl(url)))]
}

/** As `remoteSettings`, for sentinels. */
export function sentinelSettings(
  options: SentinelOptions,
): [NetworkSettings, SentinelOptions['sentinel'], ConnectOptions] {
  checkNames(options, ['sentinel', 'reconnect', ...networkNames])
  const { sentinel } = options
  if (sentinel === null || typeof sentinel !== 'object') {
    throw wrong('sentinel', sentinel, "an object such as { name: 'mymaster', sentinels: [{ host: '10.0.0.1' }] }")
  }
  checkNames(sentinel, ['name', 'sentinels', 'username', 'password'])
  const { name, sentinels, username, password } = sentinel
  if (typeof name !== 'string' || name === '') throw wrong('sentinel.name', name, "a name such as 'mymaster'")
  for (const [option, value] of Object.entries({ username, password })) {
    if (value !== undefined && typeof value !== 'string') throw wrong(`sentinel.${option}`, value, 'a string')
  }
  const checked = { ...sentinel, sentinels: addresses('sentinel.sentinels', sentinels, SENTINEL_PORT) }
  return [networkSettings(options), checked, connectSettings(connectPart(options))]
}

/** As `remoteSettings`, for a cluster. */
export function clusterSettings(options: ClusterOptions): [NetworkSettings, ClusterOptions, ConnectOptions] {
  checkNames(options, ['cluster', 'natMap', ...networkNames])
  if (options.protocol === 2) throw new TypeError('option protocol is 2; a client of a cluster speaks 3')
  const { natMap } = options
  if (natMap !== undefined && (natMap === null || typeof natMap !== 'object')) {
    throw wrong('natMap', natMap, "an object such as { '10.0.0.1:6379': { host: 'localhost', port: 7000 } }")
  }
  const cluster = addresses('cluster', options.cluster, DEFAULT_PORT)
  return [networkSettings(options), { ...options, cluster }, connectSettings(connectPart(options))]
}

function networkSettings(options: NetworkOptions & { reconnect?: boolean }): NetworkSettings {
  const { tls, reconnect = true, connectTimeout, reconnectTimeout } = options
  if (tls !== undefined) {
    if (tls === null || typeof tls !== 'object') {
      throw wrong('tls', tls, `an object with any of ${tlsOptionNames.join(', ')}`)
    }
    checkNames(tls, tlsOptionNames)
  }
  if (typeof reconnect !== 'boolean') throw wrong('reconnect', reconnect, 'true or false')
  return {
    tls,
    reconnect,
    connectTimeout: milliseconds('connectTimeout', connectTimeout),
    reconnectTimeout: milliseconds('reconnectTimeout', reconnectTimeout),
  }
}

function connectPart({ protocol, database, name, username, password }: ConnectOptions): ConnectOptions {
  return { protocol, database, name, username, password }
}

function addresses(option: string, given: unknown, port: number): { host: string; port: number }[] {
  const wanted = `an array of one address or more, such as [{ host: '10.0.0.1', port: ${port} }]`
  if (!Array.isArray(given) || given.length === 0) throw wrong(option, given, wanted)
  return given.map((one: unknown, i) => {
    if (one === null || typeof one !== 'object') throw wrong(`${option}[${i}]`, one, 'an object with host and port')
    checkNames(one, ['host', 'port'])
    const address = { port, ...one } as { host: string; port: number }
    if (typeof address.host !== 'string' || address.host === '') {
      throw wrong(`${option}[${i}].host`, address.host, 'a name or an address')
    }
    if (!Number.isInteger(address.port) || address.port < 1 || address.port > 65535) {
      throw wrong(`${option}[${i}].port`, address.port, 'a number from 1 to 65535')
    }
    return address
  })
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

function whereOf(url: URL): Where {
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
    if (given !== undefined && given !== value) throw new TypeError(`option ${name} is not what option url says`)
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
