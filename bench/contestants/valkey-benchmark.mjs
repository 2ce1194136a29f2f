/** valkey-benchmark, one connection on the unix socket of a native server, which has the second core to itself. */
import { execFile } from 'node:child_process'
import { createConnection } from 'node:net'
import { promisify } from 'node:util'
import { fill, KEYS } from '../rows/data.mjs'
import { encode, setupOf } from '../rows/resp.mjs'
import { program, startServer } from './native-server.mjs'

const execute = promisify(execFile)
const RANDOM = '__rand_int__'

export async function open() {
  const server = await startServer()
  const connection = createConnection(server.socket)
  let filled = 0

  const send = (request) =>
    new Promise((resolve, reject) => {
      connection.once('data', (reply) => (reply[0] === 45 ? reject(new Error(String(reply))) : resolve(reply)))
      connection.write(encode(request))
    })

  /** Gives the seconds that `count` requests took, `depth` of them under way at a time. */
  const run = async (request, depth, count, keyspace = KEYS) => {
    const options = ['-s', server.socket, '-n', String(count), '-c', '1', '-P', String(depth), '-r', String(keyspace)]
    const { stdout } = await execute(program('valkey-benchmark'), [...options, '--csv', ...request], { maxBuffer: 1e8 })
    const perSecond = stdout.trim().split('\n').pop().split('","')[1]
    return perSecond === 'inf' ? 0 : count / Number(perSecond) // it counts whole milliseconds
  }

  return {
    about: {},
    rss: server.rss,
    shortest: 100,
    async prepare(row) {
      const [first] = row.requests ?? row.batches?.[0] ?? []
      if (!first || row.id === 'list') return { missing: '' }
      for (const request of setupOf(row)) await send(request)
      filled = 0
      const request = first.map((part) => part.replace(/\d{12}/, RANDOM))
      const depth = row.batches ? 100 : 1
      return { run: (count) => run(request, depth, count * depth) }
    },
    churn: async () => {}, // the server's memory knows nothing of this process
    async fill(count) {
      if (filled === 0) await send(['FLUSHALL'])
      for (const request of fill(count - filled, filled)) await send(request)
      filled = count
    },
    random: async (count) => ({ run: (n) => run(['GET', `key:${RANDOM}`], 100, n * 100, count), operations: 100 }),
    close: async () => {
      connection.destroy()
      await server.stop()
    },
  }
}
