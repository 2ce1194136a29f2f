/** Two Socket.IO servers that share nothing but an engine, and their clients, on loopback. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server, type ServerOptions } from 'socket.io'
import { type Socket as ClientSocket, io } from 'socket.io-client'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Engine } from '../../src/index.ts'
import { openEngine } from '../engine/open.ts'

/** What makes a server's adapter: Socket.IO's own word for it. */
export type Adapter = NonNullable<ServerOptions['adapter']>

/** When servers have found each other, and when nothing of them is left. */
export interface Signs {
  ready(engine: Engine, servers: Server[]): Promise<void>
  gone?(engine: Engine): Promise<void>
}

/** One server of a cluster. */
export interface Place {
  server: Server
  /** A client of it, connected. */
  join(options?: object): Promise<ClientSocket>
}

/** Servers whose adapters know each other. Their clients and they are closed when the test is over. */
export async function openCluster(
  engine: Engine,
  adapter: (engine: Engine) => Adapter | Promise<Adapter>,
  { ready, gone }: Signs,
  options: Partial<ServerOptions> = {},
): Promise<[Place, Place]> {
  onTestFinished(async () => gone?.(engine)) // after all that follows was closed
  const places = [await open(await adapter(engine), options), await open(await adapter(engine), options)]
  await ready(
    engine,
    places.map(({ server }) => server),
  )
  return places as [Place, Place]
}

async function open(adapter: Adapter, options: Partial<ServerOptions>): Promise<Place> {
  const http = createServer()
  const server = new Server(http, { adapter, transports: ['websocket'], ...options })
  onTestFinished(async () => void (await server.close()))
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  return {
    server,
    async join(more = {}) {
      const socket = io(`http://127.0.0.1:${port}`, { transports: ['websocket'], forceNew: true, ...more })
      onTestFinished(() => void socket.close())
      await heard(socket, 'connect')
      return socket
    },
  }
}

/** Resolves to the arguments of the next such event. */
export function heard(socket: ClientSocket, event: string): Promise<unknown[]> {
  return new Promise((resolve) => socket.once(event, (...args) => resolve(args)))
}

/** What every adapter does. */
export function sharedSuite(kinds: [string, (engine: Engine) => Adapter | Promise<Adapter>][], signs: Signs): void {
  describe.each(kinds)('%s', (_, adapter) => {
    const openTwo = async () => openCluster(await openEngine(), adapter, signs)

    it('a broadcast reaches the clients of all servers, with bytes as they were', async () => {
      const [one, two] = await openTwo()
      const clients = [await one.join(), await two.join()]
      const news = clients.map((client) => heard(client, 'news'))
      const bytes = Buffer.from([0, 13, 10, 255])
      one.server.emit('news', 'grüße', { n: 1 }, bytes)
      expect(await Promise.all(news)).toEqual(Array(2).fill(['grüße', { n: 1 }, bytes]))
    })

    it('a room has members on both servers, and nobody else hears', async () => {
      const [one, two] = await openTwo()
      const clients = [await one.join(), await two.join(), await two.join()]
      await one.server.in(clients[0].id as string).socketsJoin('chess')
      one.server.in(clients[1].id as string).socketsJoin('chess')
      await expect
        .poll(async () => (await one.server.in('chess').fetchSockets()).map(({ id }) => id).sort())
        .toEqual([clients[0].id, clients[1].id].sort())
      const strangers: unknown[] = []
      clients[2].on('move', (move) => strangers.push(move))
      const moves = [heard(clients[0], 'move'), heard(clients[1], 'move')]
      const after = heard(clients[2], 'after')
      two.server.to('chess').emit('move', 'e4')
      two.server.emit('after')
      expect(await Promise.all(moves)).toEqual([['e4'], ['e4']])
      await after
      expect(strangers).toEqual([])
    })

    it('clients on both servers answer', async () => {
      const [one, two] = await openTwo()
      for (const [name, place] of Object.entries({ ada: one, grace: two })) {
        const client = await place.join()
        client.on('who', (answer: (name: string) => void) => answer(name))
      }
      const names = await one.server.timeout(5000).emitWithAck('who')
      expect(names.sort()).toEqual(['ada', 'grace'])
    })

    it("servers talk to each other, and send each other's clients away", async () => {
      const [one, two] = await openTwo()
      two.server.on('ping', (from: string, answer: (text: string) => void) => answer(`pong ${from}`))
      expect(await one.server.serverSideEmitWithAck('ping', 'one')).toEqual(['pong one'])
      const client = await two.join()
      const gone = heard(client, 'disconnect')
      one.server.in(client.id as string).disconnectSockets()
      expect((await gone)[0]).toBe('io server disconnect')
      await expect.poll(async () => (await one.server.fetchSockets()).length).toBe(0)
    })
  })
}
