// What createClient takes: an engine's options, or where one is elsewhere. Nothing here runs: types.test.ts compiles it.
import { type ClientOptions, createClient } from '../../src/index.ts'

export const right: ClientOptions[] = [
  {},
  { maxmemory: '64mb', protocol: 2 },
  { url: 'redis://localhost', name: 'app', connectTimeout: 100, reconnect: false },
  { url: new URL('rediss://localhost'), tls: { ca: 'PEM' } },
  { cluster: [{ host: 'a' }, { host: 'b', port: 7000 }], natMap: { 'a:1': { host: 'b', port: 2 } } },
  { sentinel: { name: 'mymaster', sentinels: [{ host: 'a' }] }, database: 1, reconnectTimeout: 1 },
]

export async function wrong(): Promise<void> {
  // @ts-expect-error an engine's option beside a server's
  await createClient({ url: 'redis://localhost', maxmemory: 1 })
  // @ts-expect-error two places
  await createClient({ url: 'redis://localhost', cluster: [{ host: 'a' }] })
  // @ts-expect-error two places
  await createClient({ sentinel: { name: 'a', sentinels: [{ host: 'a' }] }, cluster: [{ host: 'a' }] })
  // @ts-expect-error a server's option without a server
  await createClient({ connectTimeout: 100 })
  // @ts-expect-error an option of clusters
  await createClient({ url: 'redis://localhost', natMap: {} })
  // @ts-expect-error a cluster finds its own way back
  await createClient({ cluster: [{ host: 'a' }], reconnect: false })
  // @ts-expect-error an address without a host
  await createClient({ cluster: [{ port: 7000 }] })
}
