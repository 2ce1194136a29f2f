import { acknowledges } from '../client/channels.ts'
import { Fifo } from '../client/fifo.ts'
import { isPush, ReplyDecoder } from '../resp/decode.ts'
import { ReplyFramer } from '../resp/frame.ts'
import type { Reply } from '../resp/reply.ts'
import { type Request, Unit } from './cluster-unit.ts'
import type { NetworkSettings } from './options.ts'
import { SocketTransport } from './socket-transport.node.ts'

/** What a node tells the connection that it belongs to. */
export interface NodeListener {
  /** A unit has all its replies. */
  answered(unit: Unit, node: ClusterNode): void
  /** A push that answers nothing; `bytes` are gone when this returns. */
  push(bytes: Uint8Array, values: Reply[]): void
  /** Something may go on. */
  ready(): void
  /** The connection is over; what was sent may have been executed. */
  lost(node: ClusterNode, sent: Unit[], reason: Error): void
}

/** The connection to one node of a cluster. */
export class ClusterNode {
  /** `host:port` */
  readonly address: string
  readonly transport: SocketTransport
  private readonly listener: NodeListener
  private readonly sent = new Fifo<Unit>()
  private identifying: Unit | undefined
  /** Units whose first reply is that to ASKING. */
  private readonly skips = new Set<Unit>()
  private readonly framer = new ReplyFramer()
  private readonly decoder = new ReplyDecoder()

  constructor(address: string, network: NetworkSettings, listener: NodeListener) {
    this.address = address
    this.listener = listener
    const colon = address.lastIndexOf(':')
    const where = { host: address.slice(0, colon), port: Number(address.slice(colon + 1)) }
    // Where a node is lost its slots may soon be another one's, so it is not for the socket to try again.
    this.transport = new SocketTransport({ ...network, where, shown: `the node ${address}`, reconnect: false })
    // The transport need not ask on its own: `identify` does, in the order of all other requests.
    this.transport.wait.id = 0
    this.transport.onOutput = () => this.read()
    this.transport.onEnd = (reason) => listener.lost(this, this.sent.drain(), reason)
  }

  /** Tells the node who is calling. */
  introduce(settings: readonly Request[]): void {
    for (const args of settings) this.send(new Unit([args], undefined, true))
    this.identify()
  }

  /** Asks the node for the number of this connection, behind what introduces it. */
  identify(): void {
    this.identifying = new Unit([['CLIENT', 'ID']], undefined, true)
    this.send(this.identifying)
  }

  /** Queues a unit; it goes out with the next `flush`. */
  send(unit: Unit, asking = false): void {
    if (asking) this.transport.writeAll([['ASKING'], ...unit.requests])
    else this.transport.writeAll(unit.requests)
    if (asking) this.skips.add(unit)
    this.sent.push(unit)
  }

  /** Nobody waits for it any more. */
  close(): void {
    this.transport.onEnd = () => {}
    this.transport.close()
  }

  private read(): void {
    const { transport, framer } = this
    while (transport.outputAt < transport.outputEnd) {
      const { output, outputAt } = transport
      const end = framer.scan(output, outputAt, transport.outputEnd)
      this.take(output.subarray(outputAt, end))
      if (transport.outputEnd > 0) transport.consume(end)
    }
    this.listener.ready()
  }

  private take(reply: Uint8Array): void {
    const push = isPush(reply, 0)
    const { first } = this.sent
    if (push) {
      const values = this.decoded(reply)
      if (!acknowledges(values[0]) || !first?.subscribes) {
        this.listener.push(reply, values)
        return
      }
    }
    if (first === undefined) return // the last words of a connection
    if (this.skips.delete(first)) return
    if (!first.take(reply, push)) return
    this.sent.shift()
    if (first === this.identifying) {
      const id = Number(new TextDecoder().decode(reply).slice(1))
      this.transport.wait.id = Number.isNaN(id) ? null : id
    }
    this.listener.answered(first, this)
  }

  private decoded(reply: Uint8Array): Reply[] {
    const { decoder } = this
    decoder.bytes = reply
    decoder.position = 0
    decoder.end = reply.length
    return decoder.decode(false) as Reply[]
  }
}
