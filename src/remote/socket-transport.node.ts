import type { Socket } from 'node:net'
import { ClientClosedError, ConnectError, ConnectionLostError, RedisError } from '../errors.ts'
import type { Argument } from '../resp/encode.ts'
import type { Reply } from '../resp/reply.ts'
import type { Transport } from '../transport.ts'
import { AbortableWait } from './abortable-wait.node.ts'
import { ConnectionState } from './connection-state.ts'
import { LostWatch } from './lost-watch.ts'
import type { RemoteSettings, Where } from './options.ts'
import { OwnReplies } from './own-replies.ts'
import { Reconnection } from './reconnection.ts'
import { refusesToWrite } from './redirection.ts'
import { ignore, RemoteTransport } from './remote-transport.ts'
import { ReplyBuffer } from './reply-buffer.ts'
import { RequestBuffer } from './request-buffer.ts'
import { explain } from './socket-errors.node.ts'
import { letGo, socketTo } from './sockets.node.ts'

/** A connection to a server: over TCP, TLS or a unix socket. When it is lost, another one takes its place. */
export class SocketTransport extends RemoteTransport implements Transport {
  onLost: (reason: Error) => void = ignore
  private readonly settings: RemoteSettings
  private readonly requests = new RequestBuffer()
  protected readonly replies = new ReplyBuffer()
  private state = new ConnectionState()
  /** What the connection was told when it was lost; what was noted later has not been sent. */
  private stateAtLoss: ConnectionState | undefined
  private readonly patient: boolean
  private phase: 'connecting' | 'introducing' | 'open' | 'closed' = 'connecting'
  private socket: Socket | undefined
  private error: Error | undefined
  private readonly reconnection: Reconnection
  /** Why calls do not wait any more. */
  private overdue: Error | undefined
  private readonly own = new OwnReplies()
  /** How many of them are about what this connection is told because the one before was. */
  private replaying = 0
  private scheduled = false
  private draining = false
  private readonly lostWatch = new LostWatch()
  private ended: Error | undefined
  /** @internal The wait of the request in flight. */
  readonly wait = new AbortableWait({
    ask: (args, done) => this.ask(args, done),
    helper: () => ({ transport: new SocketTransport(this.settings), identity: this.state.identity() }),
    over: () => {
      if (this.phase !== 'closed') this.onOutput()
    },
  })

  /** Begins to connect. A `patient` one goes on trying where another gives up when its first attempt fails. */
  constructor(settings: RemoteSettings, patient = false) {
    super()
    this.settings = settings
    this.patient = patient
    this.reconnection = new Reconnection(
      () => this.connect(),
      () => this.giveUpWaiting(),
      settings.reconnectTimeout,
    )
    this.connect()
  }

  writeAll(requests: readonly (readonly Argument[])[]): void {
    if (this.ended) throw this.ended
    if (this.overdue) throw this.overdue
    this.lostWatch.check(requests)
    this.requests.add(requests)
    for (const args of requests) this.state.note(args)
  }

  /** Requests go out when all code of the moment has run, so that what it calls goes out in one write. */
  flush(): void {
    if (this.scheduled || this.phase !== 'open' || this.draining) return
    this.scheduled = true
    process.nextTick(this.sendQueued)
  }

  isBlocked(): boolean {
    return this.wait.blocks
  }

  expectWait(on: boolean): void {
    this.wait.expect(on)
  }

  unblock(): boolean {
    if (this.phase !== 'closed') this.wait.end()
    return false
  }

  close(): void {
    this.finish(new ClientClosedError('the connection is closed'))
  }

  duplicate(): SocketTransport {
    return new SocketTransport(this.settings, true)
  }

  private readonly sendQueued = (): void => {
    this.scheduled = false
    const { socket, requests } = this
    if (this.phase !== 'open' || !socket || this.draining || requests.length === 0) return
    requests.give((bytes) => {
      this.draining = !socket.write(bytes)
    })
  }

  private connect(): void {
    const { where } = this.settings
    this.phase = 'connecting'
    this.error = undefined
    if (typeof where !== 'function') {
      this.connectTo(where)
      return
    }
    where().then(
      (found) => {
        if (this.phase === 'connecting') this.connectTo(found)
      },
      (error: Error) => {
        this.error = error
        this.onClose(undefined)
      },
    )
  }

  private connectTo(where: Where): void {
    const socket = socketTo(where, this.settings, () => this.onConnect(socket))
    this.socket = socket
    socket.on('data', (chunk: Buffer) => this.onData(chunk))
    socket.on('drain', () => {
      this.draining = false
      this.sendQueued()
    })
    socket.on('error', (error) => {
      this.error = error
    })
    socket.on('close', () => this.onClose(socket))
  }

  private onConnect(socket: Socket): void {
    this.phase = 'introducing'
    this.draining = false
    if (!this.stateAtLoss) this.state.introduced()
    const again = this.stateAtLoss?.requests() ?? []
    this.replaying = again.length
    if (again.length === 0) {
      this.open()
      return
    }
    const requests = new RequestBuffer()
    requests.add(again.map(({ args }) => args))
    this.own.expectFirst(again.map(({ vital }) => ({ vital })))
    requests.give((bytes) => socket.write(bytes))
  }

  private open(): void {
    this.phase = 'open'
    this.reconnection.done()
    this.stateAtLoss = undefined
    this.overdue = undefined
    this.sendQueued()
  }

  private onData(chunk: Buffer): void {
    if (this.phase === 'closed') return
    const { replies } = this
    replies.add(chunk)
    try {
      while (this.own.any) {
        if (!replies.takeOne()) return
        this.takeOwn()
        if (this.ended) return
      }
      if (typeof this.settings.where === 'function') this.takeFromPrimary()
      else replies.takeAll()
    } catch (error) {
      this.finish(error as Error)
      return
    }
    if (replies.at < replies.end) this.onOutput()
  }

  /** A primary that has become a replica refuses to write: whoever is the primary now is asked for. */
  private takeFromPrimary(): void {
    const { replies } = this
    for (let from = replies.end; replies.takeOne(); from = replies.end) {
      if (refusesToWrite(replies.bytes, from)) this.socket?.destroySoon()
    }
  }

  /** Takes one reply while some are due to this file; what is none of them goes its usual way. */
  private takeOwn(): void {
    const own = this.own.take(this.replies)
    if (!own) {
      this.onOutput()
      return
    }
    const { vital, done, value } = own
    if (vital && value instanceof RedisError) {
      this.finish(value)
      return
    }
    done?.(value)
    if (this.phase === 'introducing' && --this.replaying === 0) this.open()
  }

  /** @internal Asks something whose reply is not for a client, where nothing else is in flight. */
  ask(args: readonly Argument[], done: (reply: Reply) => void, vital = false): void {
    this.requests.add([args])
    this.own.expect({ vital, done })
    this.flush()
  }

  private onClose(socket: Socket | undefined): void {
    if (socket !== this.socket) return
    this.socket = undefined
    if (this.phase === 'closed') return
    const { shown, reconnect } = this.settings
    const wasOpen = this.phase === 'open'
    const first = this.stateAtLoss === undefined && !wasOpen
    if (this.phase !== 'connecting') this.forget()
    this.phase = 'connecting'
    if (first && !this.patient) {
      this.finish(new ConnectError(explain(shown, this.error), { cause: this.error }))
      return
    }
    if (wasOpen) {
      const lost = new ConnectionLostError(
        `the connection to ${shown} was lost${this.error ? ` (${this.error.message})` : ''}; the command may have been executed`,
        { cause: this.error },
      )
      if (!reconnect) {
        this.finish(lost)
        return
      }
      this.lostWatch.pending ||= this.state.watching
      this.state.watching = false
      this.stateAtLoss = this.state.copy()
      this.requests.clear()
      this.onLost(lost)
      if (this.ended) return // by a caller, or because the introduction itself was lost
    }
    this.reconnection.again()
  }

  /** Calls have waited for a connection long enough. */
  private giveUpWaiting(): void {
    const { shown, reconnectTimeout } = this.settings
    const why = this.error ? `: ${this.error.message}` : ''
    this.overdue = new ConnectionLostError(`there has been no connection to ${shown} for ${reconnectTimeout} ms${why}`)
    this.requests.clear()
    this.own.clear()
    if (this.stateAtLoss) this.state = this.stateAtLoss.copy()
    this.onLost(this.overdue)
  }

  /** What belonged to a connection that is gone. */
  private forget(): void {
    this.replies.reset()
    this.own.clear()
    this.wait.id = undefined
    this.draining = false
  }

  private finish(reason: Error): void {
    if (this.ended) return
    this.ended = reason
    const { socket, phase } = this
    if (phase === 'open' && socket && this.requests.length > 0) this.requests.give((bytes) => socket.write(bytes))
    this.phase = 'closed'
    this.reconnection.stop()
    this.wait.stop()
    this.forget()
    this.requests.clear()
    if (socket) letGo(socket, phase === 'open', this.leave)
    else this.leave()
    const tell = this.onEnd
    this.onOutput = this.onEnd = this.onLost = ignore
    tell(reason)
  }
}
