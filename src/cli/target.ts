import { readFileSync } from 'node:fs'
import type { ConnectionOptions } from 'node:tls'
import { createEngine, type Engine } from '../create.ts'
import { Conversation } from './conversation.ts'
import type { FlagTable } from './flags.ts'
import { type Address, linkToEngine, linkToServer, shownAddress } from './link.ts'
import { Failure, UsageError } from './usage.ts'

/** The flags by which `cli` and `bench` are told whom to talk to. */
export const targetFlags: FlagTable = {
  '-h': 'text',
  '--host': '-h',
  '-p': 'whole',
  '--port': '-p',
  '-s': 'text',
  '--path': '-s',
  '-u': 'text',
  '--url': '-u',
  '-a': 'text',
  '--pass': '-a',
  '--password': '-a',
  '--user': 'text',
  '-n': 'whole',
  '--db': '-n',
  '-2': 'nothing',
  '-3': 'nothing',
  '--tls': 'nothing',
  '--sni': 'text',
  '--cacert': 'text',
  '--cert': 'text',
  '--key': 'text',
  '--insecure': 'nothing',
  '--no-auth-warning': 'nothing',
}

/** Whom to talk to, and as whom. */
export interface Target {
  /** Undefined for an engine of this process. */
  address: Address | undefined
  username: string | undefined
  password: string | undefined
  database: number
  protocol: 2 | 3
}

function tlsOf(values: ReadonlyMap<string, string>): ConnectionOptions {
  const read = (name: string) => {
    const file = values.get(name)
    try {
      return file === undefined ? undefined : readFileSync(file)
    } catch (cause) {
      throw new Failure(`option ${name}: ${(cause as Error).message}`, { cause })
    }
  }
  const options: ConnectionOptions = { ca: read('--cacert'), cert: read('--cert'), key: read('--key') }
  if (values.has('--insecure')) options.rejectUnauthorized = false
  const name = values.get('--sni')
  return name === undefined ? options : { ...options, servername: name }
}

/** The target that flags mean. Throws a `UsageError` for a URL that is none. */
export function targetOf(values: ReadonlyMap<string, string>): Target {
  const { VALKEYCLI_AUTH, REDISCLI_AUTH } = process.env
  const target: Target = {
    address: undefined,
    username: values.get('--user'),
    password: values.get('-a') ?? VALKEYCLI_AUTH ?? REDISCLI_AUTH,
    database: Number(values.get('-n') ?? 0),
    protocol: values.has('-3') ? 3 : 2,
  }
  const url = values.get('-u')
  const [host, port, path] = [values.get('-h'), values.get('-p'), values.get('-s')]
  const tls = values.has('--tls') ? tlsOf(values) : undefined
  if (url !== undefined) readUrl(url, target, values)
  else if (path !== undefined) target.address = { host: '', port: 0, path, timeout: 0 }
  else if (host !== undefined || port !== undefined || tls) {
    target.address = { host: host ?? '127.0.0.1', port: Number(port ?? 6379), timeout: 0, tls }
  }
  if (target.address && target.address.port > 65535) {
    throw new UsageError(`option -p is ${target.address.port}; it must be a port from 1 to 65535`)
  }
  return target
}

function readUrl(text: string, target: Target, values: ReadonlyMap<string, string>): void {
  const examples = 'such as redis://127.0.0.1:6379, rediss://ada:password@example.com/0 or unix:/tmp/redis.sock'
  const unix = /^unix:(?:\/\/)?([^?]+)/.exec(text)
  if (unix) {
    target.address = { host: '', port: 0, path: unix[1], timeout: 0 }
    return
  }
  let url: URL
  try {
    url = new URL(text)
  } catch {
    throw new UsageError(`option -u is ${JSON.stringify(text)}; it must be a URL ${examples}`)
  }
  if (!/^(redis|valkey)s?:$/.test(url.protocol)) {
    throw new UsageError(`option -u begins with ${url.protocol}; it must be a URL ${examples}`)
  }
  const tls = url.protocol.endsWith('s:') && url.protocol !== 'redis:' ? tlsOf(values) : undefined
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1') || '127.0.0.1'
  target.address = { host, port: Number(url.port || 6379), timeout: 0, tls }
  if (url.username !== '') target.username ??= decodeURIComponent(url.username)
  if (url.password !== '') target.password ??= decodeURIComponent(url.password)
  const database = url.pathname.slice(1)
  if (database === '' || values.has('-n')) return
  if (!/^\d+$/.test(database)) throw new UsageError(`option -u has database ${database}; it must be a number`)
  target.database = Number(database)
}

/** Whom commands are sent to, with as many connections as wanted. */
export class Peer {
  readonly target: Target
  private engine: Engine | undefined

  constructor(target: Target) {
    this.target = target
  }

  /** The name in the prompt: the address, or `embedded`. */
  get name(): string {
    return this.target.address ? shownAddress(this.target.address) : 'embedded'
  }

  /** Opens a connection and introduces it. Rejects with a `Failure` when it is refused. */
  async connect(database = this.target.database): Promise<Conversation> {
    const { address, username, password, protocol } = this.target
    const conversation = new Conversation(address ? await linkToServer(address) : linkToEngine(await this.own()))
    const introduce = async (...args: string[]) => {
      const reply = await conversation.ask(args)
      if (reply.type !== 'error') return
      conversation.close()
      throw new Failure(`${args[0]} failed: ${reply.text}`)
    }
    if (password !== undefined && address) {
      await introduce('AUTH', ...(username === undefined ? [password] : [username, password]))
    }
    if (protocol === 3) await introduce('HELLO', '3')
    if (database !== 0) await introduce('SELECT', String(database))
    return conversation
  }

  private async own(): Promise<Engine> {
    if (!this.engine || this.engine.closed) this.engine = await createEngine() // SHUTDOWN leaves room for another
    return this.engine
  }

  /** Ends an engine of this process. */
  async close(): Promise<void> {
    await this.engine?.close()
  }
}
