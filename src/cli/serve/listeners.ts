import { chmodSync, readFileSync } from 'node:fs'
import type { TlsOptions } from 'node:tls'
import type { Engine } from '../../create.ts'
import { ServerStartError } from '../../errors.ts'
import { type Server, serve } from '../../server/index.ts'
import { Failure } from '../usage.ts'
import type { ServerLog } from './log.ts'

/** The settings of the process, the last value of each. */
export type ProcessSettings = ReadonlyMap<string, readonly string[]>

function one(settings: ProcessSettings, name: string, otherwise: string): string {
  return settings.get(name)?.[0] ?? otherwise
}

/** `bind`'s words as Node takes them; one with a `-` before it may be missing from this machine. */
function addressesOf(settings: ProcessSettings): { host: string; optional: boolean }[] {
  const words = (settings.get('bind') ?? ['127.0.0.1'])
    .flatMap((word) => word.split(/\s+/))
    .filter((word) => word !== '')
  return (words.length > 0 ? words : ['127.0.0.1']).map((word) => {
    const host = word.replace(/^-/, '')
    return { host: host === '*' ? '0.0.0.0' : host === '::*' ? '::' : host, optional: word.startsWith('-') }
  })
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

/**
 * Opens every address that the settings ask for. Port 0 is no port, as on a server, unless nothing else is asked for:
 * then it is one that is free. Rejects with a `Failure` when one cannot be had; none is left open then.
 */
export async function openListeners(engine: Engine, settings: ProcessSettings, log: ServerLog): Promise<Server[]> {
  const protectedMode = one(settings, 'protected-mode', 'yes') !== 'no'
  const backlog = Number(one(settings, 'tcp-backlog', '511'))
  const [port, tlsPort] = [Number(one(settings, 'port', '6379')), Number(one(settings, 'tls-port', '0'))]
  const path = one(settings, 'unixsocket', '')
  const servers: Server[] = []
  try {
    let free = port
    if (port !== 0 || (tlsPort === 0 && path === '')) {
      for (const { host, optional } of addressesOf(settings)) {
        const open = () => serve(engine, { host, port: free, protectedMode, backlog })
        const server = await (optional ? open().catch(() => undefined) : open())
        if (server) servers.push(server)
        free ||= server?.port ?? 0
      }
    }
    if (tlsPort !== 0) {
      const tls = tlsOf(settings)
      for (const { host, optional } of addressesOf(settings)) {
        const open = () => serve(engine, { host, port: tlsPort, tls, protectedMode, backlog })
        const server = await (optional ? open().catch(() => undefined) : open())
        if (server) servers.push(server)
      }
    }
    if (path !== '') {
      servers.push(await serve(engine, { path, backlog }))
      const mode = one(settings, 'unixsocketperm', '0')
      if (mode !== '0') chmodSync(path, Number.parseInt(mode, 8))
    }
  } catch (error) {
    await Promise.all(servers.map((server) => server.close()))
    if (!(error instanceof ServerStartError || error instanceof TypeError)) throw error
    // The words that supervisors of the server look for.
    if (path === '' || port !== 0) log.warning(`Failed listening on port ${port || tlsPort} (tcp), aborting.`)
    throw new Failure(inWords(error.message), { cause: error })
  }
  return servers
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
