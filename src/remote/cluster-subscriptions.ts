import type { Argument } from '../resp/encode.ts'
import type { Request } from './cluster-unit.ts'
import type { ConnectionState } from './connection-state.ts'
import type { Topology } from './topology.node.ts'

/** What a stream to a cluster does for its subscriptions. */
interface Stream {
  readonly state: ConnectionState
  readonly topology: Topology
  /** Sends a request whose answer nobody waits for. */
  sendUnasked(request: Request): void
  /** Calls `run` a moment from now, unless the stream is closed by then. */
  soon(run: () => void): void
}

/** Makes subscriptions anew where their node is lost, or their slot has moved to another. */
export class ClusterSubscriptions {
  private readonly stream: Stream
  /** Those that are about to be made. */
  private readonly due = new Set<string>()

  constructor(stream: Stream) {
    this.stream = stream
  }

  /** UNSUBSCRIBE without channels is answered once for each, and how many there are must be known. */
  spelledOut(name: string, args: Request): Request {
    if (args.length > 1 || !/^[PS]?UNSUBSCRIBE$/.test(name)) return args
    return [args[0], ...this.stream.state.subscribed(name.replace('UN', ''))]
  }

  /** A node has ended a subscription, which nobody has asked it for. */
  ended(kind: string, channel: string): void {
    // A slot has moved, and its shard channels with it.
    if (kind === 'sunsubscribe' && this.stream.state.subscribed('SSUBSCRIBE').includes(channel)) {
      this.again('SSUBSCRIBE', channel)
    }
  }

  /** The connection to a node is lost, the one that brings the messages (`home`) or another. */
  lost(address: string, home: boolean): void {
    const { state, topology } = this.stream
    for (const command of home ? ['SUBSCRIBE', 'PSUBSCRIBE'] : []) {
      for (const channel of state.subscribed(command)) this.again(command, channel)
    }
    for (const channel of state.subscribed('SSUBSCRIBE')) {
      const slot = topology.slotOf(['SSUBSCRIBE', channel])
      if (topology.nodeOf(slot) === address) this.again('SSUBSCRIBE', channel)
    }
  }

  /** Subscribes once more in a moment, if that is still wanted then. */
  again(command: string, channel: Argument): void {
    const key = `${command} ${String(channel)}`
    if (this.due.has(key)) return
    this.due.add(key)
    this.stream.soon(() => {
      this.due.delete(key)
      if (this.stream.state.subscribed(command).includes(channel)) this.stream.sendUnasked([command, channel])
    })
  }
}
