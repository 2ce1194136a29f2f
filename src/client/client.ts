import { ClientClosedError, EngineClosedError } from '../errors.ts'
import type { Argument } from '../resp/encode.ts'
import type { Reply } from '../resp/reply.ts'
import type { Transport } from '../transport.ts'
import { CallQueue } from './call-queue.ts'
import { BinaryCaller, Caller } from './caller.ts'
import { Monitor, type MonitorLine } from './monitor.ts'
import { Format } from './pending.ts'
import { Subscriptions } from './subscriptions.ts'

/** How a connection introduces itself. */
export interface Introduction {
  protocol?: 2 | 3
  database?: number
  name?: string
  username?: string
  password?: string
}

/** What a client belongs to. */
export interface ClientHome<Engine> {
  engine: Engine | undefined
  /** Closes what was opened for this client alone; called once, after the client has ended. */
  release?: () => Promise<void>
}

/**
 * A connection to an engine. `Engine` is what `client.engine` gives: the engine in this process.
 */
export class Client<Engine = unknown> extends Caller<string> {
  /** Called with each push that no subscription takes, such as `['invalidate', ['key']]` after CLIENT TRACKING ON. */
  onPush: ((push: Reply[]) => void) | undefined
  private readonly transport: Transport
  private readonly introduction: Introduction
  private readonly home: ClientHome<Engine>
  private readonly monitors = new Set<Client<Engine>>()
  private monitorOf: Monitor | undefined
  private asBinary: BinaryCaller | undefined
  private released = false

  /** @internal Clients are made by `createClient`, `engine.connect` and `duplicate`. */
  constructor(transport: Transport, introduction: Introduction, home: ClientHome<Engine>) {
    const subscriptions = new Subscriptions((run) => queue.afterReplies(run))
    const queue = new CallQueue(transport, introductionOf(introduction), {
      push: (values, again) => {
        if (!subscriptions.take(values, again)) this.unclaimed(values)
      },
      line: (text) => this.monitorOf?.add(text),
      reset: () => subscriptions.end(),
      quit: () => queueMicrotask(() => this.end(new ClientClosedError('the connection was ended by QUIT'))),
      // At once: what is still held back was meant to run as somebody else.
      refused: (reason) => {
        queue.end(reason)
        transport.close()
      },
      end: (reason) => this.over(reason),
    })
    super(queue, subscriptions, Format.Text)
    this.transport = transport
    this.introduction = introduction
    this.home = home
    try {
      queue.introduce()
    } catch (error) {
      transport.close()
      throw error
    }
  }

  /**
   * The engine behind this client: look at it, open further connections to it. Throws a `TypeError` when it is not in
   * this process.
   */
  get engine(): Engine {
    const { engine } = this.home
    if (engine === undefined) {
      throw new TypeError('client.engine exists in process only; this client is connected to a server elsewhere')
    }
    return engine
  }

  /** The same connection with bulk strings as `Uint8Array`, in arguments' order and with the same methods. */
  get binary(): BinaryCaller {
    this.asBinary ??= new BinaryCaller(this.queue, this.subscriptions, Format.Bytes)
    return this.asBinary
  }

  /** True once no call can be made any more. */
  get closed(): boolean {
    return this.queue.ended !== undefined
  }

  /**
   * Another connection to the same engine, with the same protocol, database, name and user as this one was opened
   * with. It is closed on its own, or with its engine. Throws when the engine is gone.
   */
  duplicate(): Client<Engine> {
    if (this.queue.ended) throw this.queue.ended
    return new Client(this.transport.duplicate(), this.introduction, { engine: this.home.engine })
  }

  /**
   * Watches every command that the engine executes, over a connection of its own. Resolves to an async iterable; with
   * a listener, that is called with each line instead.
   */
  async monitor(listener?: (line: MonitorLine) => void): Promise<Monitor> {
    if (listener !== undefined && typeof listener !== 'function') {
      throw new TypeError('the listener of monitor is not a function')
    }
    const watcher = this.duplicate()
    const monitor = new Monitor(listener, () => {
      this.monitors.delete(watcher)
      watcher.end(new ClientClosedError('the monitor was closed'))
    })
    watcher.monitorOf = monitor
    this.monitors.add(watcher)
    try {
      await watcher.call('MONITOR')
    } catch (error) {
      monitor.close()
      throw error
    }
    return monitor
  }

  /**
   * Closes the connection: calls not answered yet are rejected with a `ClientClosedError`, loops over messages end.
   * Closes the engine too when `createClient` made it for this client. Idempotent.
   */
  async close(): Promise<void> {
    this.end(new ClientClosedError('the client was closed'))
    await this.release()
    await this.transport.gone
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }

  private end(reason: Error): void {
    for (const watcher of this.monitors) watcher.end(reason)
    this.monitors.clear()
    // What was issued before is executed; only what still waits is given up.
    if (!this.queue.ended) this.queue.flush()
    this.queue.end(reason)
    this.transport.close()
  }

  /** The queue has ended, whoever ended it. */
  private over(reason: Error): void {
    const quiet = reason instanceof ClientClosedError || reason instanceof EngineClosedError
    this.subscriptions.end(quiet ? undefined : reason)
    this.monitorOf?.end()
  }

  private async release(): Promise<void> {
    if (this.released) return
    this.released = true
    await this.home.release?.()
  }

  private unclaimed(values: Reply[]): void {
    const { onPush } = this
    if (onPush) this.queue.afterReplies(() => onPush(values))
  }
}

/** The commands by which a connection says who is calling, and in which protocol. */
function introductionOf({ protocol, database, name, username, password }: Introduction): Argument[][] {
  const requests: Argument[][] = []
  if (protocol === 3) {
    const hello: Argument[] = ['HELLO', 3]
    if (password !== undefined) hello.push('AUTH', username ?? 'default', password)
    requests.push(hello)
  } else if (password !== undefined) {
    requests.push(username === undefined ? ['AUTH', password] : ['AUTH', username, password])
  }
  if (name !== undefined) requests.push(['CLIENT', 'SETNAME', name])
  if (database !== undefined && database !== 0) requests.push(['SELECT', database])
  return requests
}
