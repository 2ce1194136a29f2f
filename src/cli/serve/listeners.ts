import { chmodSync, readFileSync } from 'node:fs'
import type { TlsOptions } from 'node:tls'
import type { Engine } from '../../create.ts'
import type { EngineCore } from '../../engine/engine.ts'
import { ServerStartError } from '../../errors.ts'
import type { PeerConnection } from '../../server/connection.ts'
import { type Server, serve, serveNow } from '../../server/server.ts'
import { fileError, type StorageFile } from '../../storage/storage.ts'
import { Failure } from '../usage.ts'
import { device } from './devices.ts'
import type { Place } from './door.ts'
import type { ServerLog } from './log.ts'

/** Where this program listens unless it is told otherwise; a server would listen everywhere. */
export const LOOPBACK = '127.0.0.1'

/** The settings of the process, the last value of each. */
export type ProcessSettings = ReadonlyMap<string, readonly string[]>

function one(settings: ProcessSettings, name: string, otherwise: string): string {
  return settings.get(name)?.[0] ?? otherwise
}

/** An address of `bind` as the engine has it, for Node: a name or a number. */
function hostOf(address: string): string {
  return address === '*' ? '0.0.0.0' : address === '::*' ? '::' : address
}

/** `bind`'s words as Node takes them; one with a `-` before it may be missing from this machine. */
export function addressesOf(settings: ProcessSettings): { host: string; optional: boolean }[] {
  return (settings.get('bind') ?? [LOOPBACK])
    .flatMap((word) => word.split(/\s+/))
    .filter((word) => word !== '')
    .map((word) => ({ host: hostOf(word.replace(/^-/, '')), optional: word.startsWith('-') }))
}

export function backlogOf(settings: ProcessSettings): number {
  return Number(one(settings, 'tcp-backlog', '511'))
}

/** Where clients without TLS are told that the engine is loading. */
export function placesOf(settings: ProcessSettings): Place[] {
  const port = Number(one(settings, 'port', '6379'))
  // One that not everybody may use is opened when it can be made so at once.
  const path = one(settings, 'unixsocketperm', '0') === '0' ? one(settings, 'unixsocket', '') : ''
  const places: Place[] = port === 0 ? [] : addressesOf(settings).map(({ host }) => ({ host, port, ipv6Only: true }))
  return path === '' ? places : [...places, { path }]
}

/** Whether clients of the TLS port must show a certificate, and what proves ours. */
function tlsOf(settings: ProcessSettings): TlsOptions {
  const read = (name: string) => {
    const file = one(settings, name, '')
    if (file === '') return undefined
    try {
      return readFileSync(file)
    } catch (cause) {
      throw new Failure(`${name} cannot be read: ${(cause as Error).message}`, { cause })
    }
  }
  const auth = one(settings, 'tls-auth-clients', 'yes')
  const [cert, key, ca] = [read('tls-cert-file'), read('tls-key-file'), read('tls-ca-cert-file')]
  if (!cert || !key) throw new Failure('tls-port needs tls-cert-file and tls-key-file')
  const passphrase = one(settings, 'tls-key-file-pass', '') || undefined
  return { cert, key, ca, passphrase, requestCert: auth !== 'no', rejectUnauthorized: auth === 'yes' }
}

/** Where the program can be reached, and where it was and still has peers from. */
export class Listeners {
  private readonly settings: ProcessSettings
  private readonly log: ServerLog
  private core: EngineCore | undefined
  private readonly servers = new Set<Server>()
  /** What names of `bind` stand for. */
  private readonly names = new Map([['localhost', '127.0.0.1']])

  constructor(settings: ProcessSettings, log: ServerLog) {
    this.settings = settings
    this.log = log
  }

  /**
   * Opens every address that the settings ask for, and puts what has no TLS into the hands of the engine. Port 0 is no port,
   * as on a server, unless nothing else is asked for: then it is one that is free. Rejects with a `Failure` when one cannot
   * be had; none is left open then.
   */
  async open(engine: Engine): Promise<Server[]> {
    const { settings, servers } = this
    const protectedMode = one(settings, 'protected-mode', 'yes') !== 'no'
    const backlog = backlogOf(settings)
    const [port, tlsPort] = [Number(one(settings, 'port', '6379')), Number(one(settings, 'tls-port', '0'))]
    const path = one(settings, 'unixsocket', '')
    this.core = engine.core
    try {
      let free = port
      if (port !== 0 || (tlsPort === 0 && path === '')) {
        for (const { host, optional } of addressesOf(settings)) {
          const open = () => serve(engine, { host, port: free, protectedMode, backlog })
          const server = await (optional ? open().catch(() => undefined) : open())
          if (server) this.add(server)
          if (server?.host) this.names.set(host, server.host)
          free ||= server?.port ?? 0
        }
      }
      if (tlsPort !== 0) {
        const tls = tlsOf(settings)
        for (const { host, optional } of addressesOf(settings)) {
          const open = () => serve(engine, { host, port: tlsPort, tls, protectedMode, backlog })
          const server = await (optional ? open().catch(() => undefined) : open())
          if (server) this.add(server)
        }
      }
      if (path !== '') {
        this.add(await serve(engine, { path, backlog }))
        const mode = one(settings, 'unixsocketperm', '0')
        if (mode !== '0') chmodSync(path, Number.parseInt(mode, 8))
      }
      for (const server of servers) server.leaveProtectionToEngine()
      if (engine.core.entrance.call('redis_listens', free) < 0) throw new Failure(`Failed listening on port ${free}`)
    } catch (error) {
      await Promise.all([...servers].map((server) => server.close()))
      if (!(error instanceof ServerStartError || error instanceof TypeError)) throw error
      // The words that supervisors of the server look for.
      if (path === '' || port !== 0) this.log.warning(`Failed listening on port ${port || tlsPort} (tcp), aborting.`)
      throw new Failure(inWords(error.message), { cause: error })
    }
    return [...servers]
  }

  private add(server: Server): Server {
    this.servers.add(server)
    void server.closed.then(() => this.servers.delete(server))
    return server
  }

  /**
   * What the engine opens as /dev/listen: `where` is PORT/BACKLOG/ADDRESS. It is listened there until the file is closed,
   * and who has come by then stays. Throws an error with Node's code.
   */
  listen(where: string): StorageFile {
    const [port, backlog, ...address] = where.split('/')
    const host = this.numbersOf(hostOf(address.join('/')))
    const there = [...this.servers].find(
      (server) => isPlain(server) && server.host === host && server.port === Number(port),
    )
    if (!this.core) throw fileError('EACCES', 'there is no engine to connect to')
    const [like] = this.servers
    const server = there ?? this.add(serveNow(this.core, host, Number(port), Number(backlog), like?.keepAlive))
    return device({ close: () => server.retire() })
  }

  /** The address that a name stands for: nothing can be looked up in the middle of a command. */
  private numbersOf(host: string): string {
    const address = this.names.get(host) ?? host
    const isSecure = one(this.settings, 'tls-port', '0') !== '0'
    if (isSecure && !addressesOf(this.settings).some((begun) => begun.host === host)) {
      this.log.warning('bind cannot be changed while tls-port is open: change it in the configuration, and restart')
      throw fileError('EACCES', 'tls-port is open elsewhere')
    }
    return address
  }

  /** The peer that the engine knows by this number. */
  peer(id: number): PeerConnection | undefined {
    for (const server of this.servers) {
      const peer = server.peer(id)
      if (peer) return peer
    }
    return undefined
  }

  /** Resolves when there are no listeners and no peers left. */
  async closed(): Promise<void> {
    await Promise.all([...this.servers].map((server) => server.closed))
  }
}

function isPlain({ listening, url }: Server): boolean {
  return listening && url.startsWith('redis:')
}

/** What `serve` says to programmers, for who types a command line. */
function inWords(message: string): string {
  return message
    .replace(
      "Set one (config: { requirepass: '…' }), or pass protectedMode: false",
      'Give --requirepass, or --protected-mode no',
    )
    .replace(': port 0 takes one that is free', ': --port 0 takes one that is free')
}
