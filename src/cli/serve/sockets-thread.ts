/** The thread that sockets are used from while the event loop of the server stands still. */
import { connect, createServer, type Server, type Socket } from 'node:net'
import { workerData } from 'node:worker_threads'
import { AHEAD, type News, type Order, type ThreadData } from './sockets.ts'

/** How long a peer that is to be let go may take to read what it is due, in milliseconds. */
const LINGER = 2000

const { port, wake } = workerData as ThreadData
const sockets = new Map<number, Socket>()
const listeners = new Set<Server>()
let last = 0

function tell(news: News): void {
  port.postMessage(news)
  Atomics.add(wake, 0, 1)
  Atomics.notify(wake, 0)
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'EIO'
}

function follow(id: number, socket: Socket): void {
  let code: string | undefined
  sockets.set(id, socket)
  socket.setNoDelay(true)
  socket.on('data', (bytes) => tell({ what: 'data', id, bytes }))
  socket.on('error', (error) => {
    code = codeOf(error)
  })
  socket.on('close', () => {
    sockets.delete(id)
    tell({ what: 'closed', id, code })
  })
}

function listen({ where, backlog }: Extract<Order, { what: 'listen' }>): void {
  const server = createServer((socket) => {
    const id = --last // ours count down, those that are asked for count up
    const { remoteAddress, remotePort, localAddress, localPort } = socket
    follow(id, socket)
    tell({ what: 'accepted', id, remoteAddress, remotePort, localAddress, localPort, path: where.path })
  })
  listeners.add(server)
  server.once('error', (error) => tell({ what: 'listening', code: codeOf(error) }))
  server.listen({ ...where, backlog }, () => tell({ what: 'listening' }))
}

port.on('message', (order: Order) => {
  if (order.what === 'listen') {
    listen(order)
  } else if (order.what === 'leave') {
    for (const server of listeners) server.close()
    tell({ what: 'left' })
  } else if (order.what === 'connect') {
    const { id, host, port } = order
    const socket = connect({ host, port })
    let ahead = 0
    follow(id, socket)
    socket.once('connect', () => tell({ what: 'connected', id }))
    socket.on('data', ({ length }) => {
      ahead += length
      if (ahead < AHEAD) return
      ahead = 0
      socket.pause()
    })
  } else if (order.what === 'write') {
    const { id, bytes } = order
    sockets.get(id)?.write(bytes, () => tell({ what: 'written', id, length: bytes.length }))
  } else if (order.what === 'end') {
    const socket = sockets.get(order.id)
    socket?.setTimeout(LINGER, () => socket.destroy())
    socket?.destroySoon()
  } else {
    const socket = sockets.get(order.id)
    if (order.what === 'pause') socket?.pause()
    else socket?.resume()
  }
})
