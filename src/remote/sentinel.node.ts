import { ConnectError, RedisError } from '../errors.ts'
import type { Reply } from '../resp/reply.ts'
import type { NetworkSettings, RemoteSettings, SentinelOptions, Where } from './options.ts'
import { SocketTransport } from './socket-transport.node.ts'

/** The settings of a connection to the primary that sentinels know: they are asked anew before each attempt. */
export function primarySettings(network: NetworkSettings, sentinel: SentinelOptions['sentinel']): RemoteSettings {
  // Whoever has answered is asked first the next time.
  let order = [...sentinel.sentinels]
  const where = async (): Promise<Where> => {
    const reasons: string[] = []
    for (const one of order) {
      try {
        const found = await ask(network, sentinel, { host: one.host, port: one.port as number })
        order = [one, ...order.filter((other) => other !== one)]
        return found
      } catch (error) {
        reasons.push((error as Error).message)
      }
    }
    throw new ConnectError(`no sentinel knows where ${sentinel.name} is: ${reasons.join('; ')}`)
  }
  return { ...network, where, shown: `the primary ${sentinel.name}` }
}

/** Asks one sentinel. Rejects when it cannot be reached or does not know. */
function ask(
  network: NetworkSettings,
  { name, username, password }: SentinelOptions['sentinel'],
  where: { host: string; port: number },
): Promise<Where> {
  const shown = `the sentinel ${where.host}:${where.port}`
  return new Promise((resolve, reject) => {
    const transport = new SocketTransport({ ...network, where, shown, reconnect: false })
    // An attempt is limited by its own timeout, this is for an answer that never comes.
    const limit = setTimeout(() => {
      reject(new ConnectError(`${shown} did not answer`))
      transport.close()
    }, network.connectTimeout)
    transport.onEnd = (reason) => {
      clearTimeout(limit)
      reject(reason)
    }
    if (password !== undefined)
      transport.ask(['AUTH', ...(username === undefined ? [] : [username]), password], () => {}, true)
    transport.ask(['SENTINEL', 'GET-MASTER-ADDR-BY-NAME', name], (reply: Reply) => {
      if (Array.isArray(reply)) resolve({ host: String(reply[0]), port: Number(reply[1]) })
      else reject(new ConnectError(`${shown} ${reply instanceof RedisError ? reply.message : `knows no ${name}`}`))
      transport.close()
    })
  })
}
