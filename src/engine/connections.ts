import { beingViewed, ClientClosedError, EngineStartError } from '../errors.ts'
import { EngineConnection } from './connection.ts'
import { ENDED, RESP3 } from './contract.ts'
import type { Entrance } from './entrance.ts'
import type { Exchange } from './exchange.ts'

/** The connections of an engine. */
export class EngineConnections {
  /** By the engine's names for them. */
  readonly all = new Map<number, EngineConnection>()
  readonly exchange: Exchange
  /** Called before a connection is opened; throws to refuse it. */
  admission: (() => void) | undefined
  private readonly entrance: Entrance
  /** Those with output that nobody has looked at, in the order in which they spoke up. */
  private announced: number[] = []

  constructor(entrance: Entrance, exchange: Exchange) {
    this.entrance = entrance
    this.exchange = exchange
  }

  /**
   * Opens a connection that speaks `protocol`, or RESP2 where nobody may say HELLO without a password. Throws when the
   * engine is gone, or turned it down (`maxclients`).
   */
  open(protocol: 2 | 3): EngineConnection {
    this.admission?.()
    const id = this.entrance.enter('redis_connect', protocol)
    const connection = new EngineConnection(this, id)
    this.all.set(id, connection)
    const state = this.exchange.look(connection)
    connection.protocol = state & RESP3 ? 3 : 2
    if (state & ENDED) {
      const { outputAt, outputEnd } = connection
      const reply = this.entrance.memory.text(outputAt, outputEnd - outputAt).trim()
      this.disconnect(connection)
      throw new EngineStartError(`the engine turned the connection down: ${reply.replace(/^-/, '')}`)
    }
    return connection
  }

  /** Makes an opened connection this engine's, with what it was told so far. */
  add(connection: EngineConnection): EngineConnection {
    this.all.set(connection.id, connection)
    const state = this.exchange.look(connection)
    if (state & ENDED || connection.outputEnd > connection.outputAt) this.announce(connection.id)
    return connection
  }

  /** Idempotent. */
  disconnect(connection: EngineConnection, reason?: Error): void {
    if (this.entrance.lent) throw beingViewed()
    try {
      if (!this.entrance.ended) this.exchange.finish(connection)
      if (this.all.delete(connection.id)) this.entrance.enter('redis_disconnect', connection.id)
    } catch (error) {
      if (!this.entrance.ended) throw error // an engine that ends meanwhile has told everyone
    }
    this.exchange.disown(connection)
    if (connection.id !== 0) connection.end(reason ?? new ClientClosedError('the connection is closed'))
  }

  /** Called by the module while it runs, so nothing may be called back from here: it is looked at afterwards. */
  announce(id: number): void {
    if (this.announced.length === 0) queueMicrotask(() => this.deliver())
    this.announced.push(id)
  }

  /** Lets connections read what was announced since it was last called. */
  deliver(): void {
    const ids = this.announced
    this.announced = []
    for (const id of ids) {
      const connection = this.all.get(id)
      if (!connection || this.entrance.ended) continue
      const state = this.exchange.look(connection)
      connection.onOutput() // also without output: it may just have stopped waiting
      if (state & ENDED && connection.id !== 0) {
        this.all.delete(id)
        this.exchange.disown(connection)
        this.entrance.enter('redis_disconnect', id)
        connection.end(new ClientClosedError(connection.endReason))
      }
    }
  }

  /** All of them end, while the engine goes on. */
  dismiss(reason: Error): void {
    for (const connection of [...this.all.values()]) this.disconnect(connection, reason)
  }

  /** The engine has ended. */
  end(reason: Error): void {
    const ended = [...this.all.values()]
    this.all.clear()
    this.exchange.clear()
    for (const connection of ended) connection.end(reason)
  }
}
