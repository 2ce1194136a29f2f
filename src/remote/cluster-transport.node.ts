import { Fifo } from '../client/fifo.ts'
import { ClientClosedError, ConnectError, ConnectionLostError, RedisError } from '../errors.ts'
import { type Argument, requestSize } from '../resp/encode.ts'
import type { Reply } from '../resp/reply.ts'
import type { Transport } from '../transport.ts'
import { AnswerBuffer } from './answer-buffer.ts'
import { everywhere, refuseForOneNode } from './cluster-commands.ts'
import type { ClusterNode, NodeListener } from './cluster-node.node.ts'
import { ClusterNodes } from './cluster-nodes.node.ts'
import { ClusterSubscriptions } from './cluster-subscriptions.ts'
import { kept, nameOf, type Request, Unit } from './cluster-unit.ts'
import { ClusterWatch } from './cluster-watch.ts'
import { ConnectionState } from './connection-state.ts'
import type { NetworkSettings } from './options.ts'
import { passes, redirectionOf } from './redirection.ts'
import { ignore, RemoteTransport } from './remote-transport.ts'
import type { Topology } from './topology.node.ts'

/** How often a request follows a node's word that another one is in charge. */
const MOST_REDIRECTS = 16

/** How long what cannot be answered yet (a slot on its way, a primary being elected) waits, in milliseconds. */
const AGAIN = 50

/**
 * One ordered stream to a cluster: each request goes to the node that has its keys, and the answers come out in the
 * order of the requests, as from one server.
 */
export class ClusterTransport extends RemoteTransport implements Transport, NodeListener {
  onUnanswered: (reason: Error) => void = ignore
  readonly topology: Topology
  private readonly network: NetworkSettings
  private readonly nodes: ClusterNodes
  /** What was asked, in order. */
  private readonly order = new Fifo<Unit>()
  readonly state = new ConnectionState()
  protected readonly replies = new AnswerBuffer()
  /** Who answers what concerns no key, and brings the messages. */
  private home: string | undefined
  private ended: Error | undefined
  private readonly timers = new Set<ReturnType<typeof setTimeout>>()
  private readonly subscriptions = new ClusterSubscriptions(this)
  private readonly watch = new ClusterWatch()
  /** The request in flight can be aborted; `waiter` has it, or had it last. */
  private waiting = false
  private waiter: ClusterNode | undefined

  constructor(topology: Topology, network: NetworkSettings) {
    super()
    this.topology = topology
    this.network = network
    this.nodes = new ClusterNodes(network, this, this.state)
  }

  writeAll(requests: readonly (readonly Argument[])[]): void {
    if (this.ended) throw this.ended
    for (const args of requests) requestSize(args)
    if (nameOf(requests[0]) === 'MULTI' && nameOf(requests[requests.length - 1]) === 'EXEC') {
      this.writeTransaction(requests)
      return
    }
    for (const args of requests) refuseForOneNode(nameOf(args))
    for (const args of requests) this.writeOne(args)
  }

  flush(): void {
    this.nodes.flush()
  }

  isBlocked(): boolean {
    return this.waiting || this.waiter?.transport.isBlocked() === true
  }

  expectWait(on: boolean): void {
    this.waiting = on
    if (!on) this.waiter?.transport.expectWait(false)
  }

  unblock(): boolean {
    return this.waiter?.transport.unblock() ?? false
  }

  close(): void {
    if (this.ended) return
    const reason = new ClientClosedError('the connection is closed')
    this.ended = reason
    for (const timer of this.timers) clearTimeout(timer)
    this.nodes.close().then(this.leave)
    this.topology.release()
    const tell = this.onEnd
    this.onOutput = this.onEnd = this.onUnanswered = ignore
    tell(reason)
  }

  duplicate(): ClusterTransport {
    return new ClusterTransport(this.topology.share(), this.network)
  }

  // What nodes say

  answered(unit: Unit, node: ClusterNode): void {
    if (unit.error !== undefined && this.goesElsewhere(unit, node, unit.error)) return
    if (unit.name === 'WATCH' && unit.error === undefined) this.watch.taken(node.address)
    unit.settle()
  }

  push(bytes: Uint8Array, values: Reply[]): void {
    const kind = String(values[0])
    if (kind.endsWith('subscribe')) this.subscriptions.ended(kind, String(values[1]))
    else this.replies.append(bytes)
  }

  ready(): void {
    if (this.ended) return
    while (this.order.first?.done && this.order.first.others === 0) {
      const unit = this.order.shift()
      if (unit.lost) this.tellLost(unit.lost)
      unit.give((bytes) => this.replies.append(bytes))
    }
    this.flush()
    this.onOutput()
  }

  /** Once the answers before have been heard, so that it is clear whose is missing. */
  private tellLost(reason: Error): void {
    this.onOutput()
    this.onUnanswered(reason)
  }

  lost(node: ClusterNode, sent: Unit[], reason: Error): void {
    if (this.ended) return
    const { address } = node
    this.nodes.lose(node)
    this.watch.lose(address)
    this.topology.refresh()
    for (const unit of sent) this.goAgainOrFail(unit, address, reason)
    this.subscriptions.lost(address, this.home === address)
    if (this.home === address) {
      const primaries = this.topology.primaries()
      this.home = primaries[(primaries.indexOf(address) + 1) % primaries.length]
    }
    this.ready()
  }

  private goAgainOrFail(unit: Unit, address: string, reason: Error): void {
    // What was never sent, and subscriptions.
    if (unit.silent || (reason instanceof ConnectError && !unit.guarded)) this.goLater(unit, reason.message)
    else {
      const lost = `the connection to the node ${address} was lost; the command may have been executed`
      unit.fail(new ConnectionLostError(lost, { cause: reason.cause }))
      unit.settle()
    }
  }

  /** Sends a request whose answer nobody waits for. */
  sendUnasked(request: Request): void {
    this.send(new Unit([request], this.topology.slotOf(request), true))
    this.flush()
  }

  /** Calls `run` a moment from now, unless the stream is closed by then. */
  soon(run: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer)
      run()
    }, AGAIN)
    this.timers.add(timer)
  }

  // Where requests go

  private writeOne(given: readonly Argument[]): void {
    const name = nameOf(given)
    const args = this.subscriptions.spelledOut(name, kept(given))
    const slot = name === 'UNWATCH' ? this.watch.current?.slot : this.topology.slotOf(args)
    if (name === 'WATCH') this.watch.begin(slot)
    const unit = new Unit([args], slot)
    unit.abortable = this.waiting
    this.order.push(unit)
    const address = this.send(unit)
    if (name === 'HELLO' && address !== undefined) this.nodes.identify(address)
    if (name === 'UNWATCH') this.watch.forget()
    if (this.state.note(args)) {
      this.nodes.sendOthers(address, args, slot)
    } else if (everywhere(name, args)) {
      for (const one of this.topology.primaries()) {
        if (one === address) continue
        const same = new Unit([args], slot, true)
        same.leader = unit
        unit.others++
        this.sendTo(one, same)
      }
    }
  }

  private writeTransaction(given: readonly Request[]): void {
    this.watch.check()
    const requests = given.map(kept)
    const slots = new Set(requests.map((args) => this.topology.slotOf(args)).filter((slot) => slot !== undefined))
    const watched = this.watch.current
    if (watched?.slot !== undefined) slots.add(watched.slot)
    if (slots.size > 1) {
      this.unwatch()
      throw new RedisError(
        'CROSSSLOT Keys of a transaction, and those it watches, must hash to the same slot: use a {tag} in their names',
        'EXEC',
      )
    }
    const unit = new Unit(requests, [...slots][0])
    unit.guarded = watched !== undefined
    this.watch.forget()
    this.order.push(unit)
    this.send(unit, watched?.address)
  }

  /** Has the node forget what it watches, too. */
  private unwatch(): void {
    const watched = this.watch.forget()
    const address = watched?.address ?? this.topology.nodeOf(watched?.slot)
    if (watched === undefined || address === undefined) return
    this.sendTo(address, new Unit([['UNWATCH']], watched.slot, true))
    this.flush()
  }

  /** Sends a unit to whom it belongs, or to `address`; gives the address. */
  private send(unit: Unit, address = this.addressOf(unit), asking = false): string | undefined {
    if (address === undefined) {
      this.goLater(unit, 'no node is known')
      return undefined
    }
    this.sendTo(address, unit, asking)
    return address
  }

  private sendTo(address: string, unit: Unit, asking = false): void {
    const node = this.nodes.at(address)
    if (unit.abortable) {
      if (this.waiter !== node) this.waiter?.transport.expectWait(false)
      this.waiter = node
      node.transport.expectWait(this.waiting)
    }
    this.nodes.send(node, unit, asking)
  }

  private addressOf(unit: Unit): string | undefined {
    const ofSlot = unit.slot !== undefined && (!unit.subscribes || /^S(UN)?SUBSCRIBE$/.test(unit.name))
    if (ofSlot) return this.topology.nodeOf(unit.slot)
    this.home ??= this.topology.primaries()[0]
    return this.home
  }

  /** Follows a node's word that it is not the one. False when the answer is the caller's. */
  private goesElsewhere(unit: Unit, node: ClusterNode, error: string): boolean {
    if (unit.guarded) return false
    if (passes(error)) {
      if (unit.overdue(this.network.reconnectTimeout)) return false
      this.topology.refresh()
      this.goLater(unit, error)
      return true
    }
    const elsewhere = redirectionOf(error, node.address)
    if (elsewhere === undefined || ++unit.redirects > MOST_REDIRECTS) return false
    const { kind, slot, address } = elsewhere
    if (kind === 'ASK' && unit.requests.length > 1) {
      // Half of a transaction's keys may still be here: it waits until all of them are there.
      this.goLater(unit, error)
      return true
    }
    const to = kind === 'MOVED' ? this.topology.moved(slot, address) : this.topology.mapped(address)
    unit.again()
    this.send(unit, to, kind === 'ASK')
    return true
  }

  private goLater(unit: Unit, reason: string): void {
    if (unit.silent) {
      if (unit.subscribes) this.subscriptions.again(unit.name, unit.requests[0][1])
      unit.settle()
      return
    }
    const { reconnectTimeout } = this.network
    if (unit.overdue(reconnectTimeout)) {
      unit.again()
      const lost = `no node has answered for ${reconnectTimeout} ms: ${reason}; nothing was executed`
      unit.fail(new ConnectionLostError(lost))
      unit.settle()
      return
    }
    this.soon(() => {
      unit.again()
      this.send(unit)
      this.ready()
    })
  }
}
