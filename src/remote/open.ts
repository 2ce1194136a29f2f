import { Client } from '../client/client.ts'
import { ConnectError, RedisError } from '../errors.ts'
import { type RemoteOptions, remoteSettings } from './options.ts'

/** Connects to a server and says who is calling. Rejects as `createClient` says. */
export async function openRemote(options: RemoteOptions): Promise<Client<never>> {
  const [settings, introduction] = remoteSettings(options)
  // Node's own sockets take milliseconds to load, which an engine in this process does not need.
  const { openSocket } = await import('#socket')
  const client = new Client<never>(openSocket(settings), introduction, { engine: undefined })
  try {
    await client.call('PING') // behind the introduction: so that has been taken
  } catch (error) {
    // Answered, so there is a server, and it knows the user: that PING is not allowed or not possible yet is another matter.
    if (error instanceof RedisError && !client.closed && error.code !== 'NOAUTH') return client
    await client.close()
    if (!(error instanceof RedisError)) throw error
    throw new ConnectError(`${settings.shown} does not take the connection: ${error.message}`, { cause: error })
  }
  return client
}
