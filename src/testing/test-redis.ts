import type { Redis, RedisOptions } from 'ioredis'
import type { RedisClientOptions } from 'redis'
import type { MonitorLine } from '../client/monitor.ts'
import { type Client, createEngine, type Engine } from '../create.ts'
import type { Clock } from '../engine/clock.ts'
import { RedisError, WouldBlockError } from '../errors.ts'
import type { Faults } from '../faults/faults.ts'
import type { EngineOptions } from '../options.ts'
import { type Server, serve } from '../server/server.ts'
import { type KeyEvent, KeyEvents } from './events.ts'
import { Peers } from './peers.ts'
import { Standard } from './standard.ts'
import { Tape } from './tape.ts'
import { quiet, TestTimeoutError, timeoutOf, type WaitOptions } from './wait.ts'

type NodeRedis = ReturnType<typeof import('redis').createClient>

/** How long `empty` waits for commands that are on their way, in milliseconds. */
const SETTLE = 50

/** What belongs to one engine, and is made anew when a test has taken that down. */
interface Parts {
  engine: Engine
  control: Client
  tape: Tape
  events: KeyEvents
  peers: Peers
  standard: Standard
}

async function openParts(options: EngineOptions): Promise<Parts> {
  const engine = await createEngine(options)
  const password = passwordOf(options)
  const own = new Set<string>()
  const connect = () => {
    const client = engine.connect({ password })
    own.add(/ addr=(\S+)/.exec(client.callSync<string>('CLIENT', 'INFO'))?.[1] as string)
    return client
  }
  const control = connect()
  const tape = new Tape(engine.core, password, own)
  own.add(tape.address)
  return {
    engine,
    control,
    tape,
    events: new KeyEvents(connect),
    peers: new Peers(control, own),
    standard: new Standard(control),
  }
}

function passwordOf({ config }: EngineOptions): string | undefined {
  const password = config?.requirepass
  return password === undefined || password === '' ? undefined : String(password)
}

/** What a client's adapter says when the client is not there. */
function lacking(name: string): (cause: Error & { code?: string }) => never {
  return (cause) => {
    if (!/MODULE_NOT_FOUND$/.test(cause.code ?? '')) throw cause
    throw new Error(`the package ${name} is not installed: npm install --save-dev ${name}`, { cause })
  }
}

/** An engine for tests: emptied between them, with a record of what ran, and ways to wait for what shall happen. */
export class TestRedis {
  private readonly options: EngineOptions
  private parts: Parts
  private server: Server | undefined
  private serving: Promise<Server> | undefined
  private own: Client | undefined
  /** Ends the clients of other libraries that were made here. */
  private guests: (() => void)[] = []
  private ended = false

  /** @internal Made by `openRedis`. */
  constructor(options: EngineOptions, parts: Parts) {
    this.options = options
    this.parts = parts
  }

  /** @internal */
  static async open(options: EngineOptions = {}): Promise<TestRedis> {
    return new TestRedis(options, await openParts(options))
  }

  /** The engine itself, for adapters and further connections. Another one after a test has shut it down. */
  get engine(): Engine {
    return this.parts.engine
  }

  /** A connection of the test's own; the next test gets another one. Throws when the engine is gone. */
  get client(): Client {
    if (!this.own || this.own.closed) this.own = this.engine.connect({ password: passwordOf(this.options) })
    return this.own
  }

  /** The engine's clock, which tests turn when the engine is opened with `clock: 'manual'`. */
  get clock(): Clock {
    return this.engine.clock
  }

  /** What goes wrong on purpose; the next test begins without. */
  get faults(): Faults {
    return this.engine.faults
  }

  /** Where the engine listens: `redis://127.0.0.1:<port>`. Throws before `listen()`, which `useRedis` has called. */
  get url(): string {
    if (!this.server) throw new Error('there is no url yet: await redis.listen() first')
    const password = passwordOf(this.options)
    return password ? this.server.url.replace('://', `://:${encodeURIComponent(password)}@`) : this.server.url
  }

  /** True once it was closed. */
  get closed(): boolean {
    return this.ended
  }

  /**
   * Has the engine listen on a free port of loopback, for clients that take a URL, and resolves to that. It stays the
   * same until `close()`, and does not keep the process alive. Rejects with a `ServerStartError`.
   */
  async listen(): Promise<string> {
    this.serving ??= serve(this.engine, { port: 0 })
    try {
      this.server = (await this.serving).unref()
    } catch (error) {
      this.serving = undefined
      throw error
    }
    return this.url
  }

  /** An ioredis client on this engine, without a socket, for this test. Rejects when ioredis is not installed. */
  async ioredis(options?: RedisOptions): Promise<Redis> {
    const { createRedis } = await import('../adapters/ioredis.ts').catch(lacking('ioredis'))
    const redis = createRedis(this.engine, { password: passwordOf(this.options), ...options })
    this.guests.push(() => redis.disconnect())
    return redis
  }

  /** A connected node-redis client on this engine, for this test. Rejects when `redis` is not installed. */
  async nodeRedis(options?: RedisClientOptions): Promise<NodeRedis> {
    const { createRedis } = await import('../adapters/node-redis.ts').catch(lacking('redis'))
    const client = await createRedis(this.engine, { password: passwordOf(this.options), ...options })
    client.on('error', () => {}) // its calls are rejected; without a listener the process would end
    await client.connect()
    this.guests.push(() => {
      if (!client.isOpen) return
      if (client.destroy) client.destroy()
      else client.disconnect().catch(() => {}) // node-redis 4; it is gone either way
    })
    return client
  }

  /**
   * The commands that clients have sent since the test began, in the order in which they ran: `[['SET', 'k', 'v'], …]`.
   * As MONITOR shows them: without administration (CONFIG, CLIENT KILL, …) and what was refused; and here without
   * clients' introductions of themselves (HELLO, AUTH, CLIENT SETNAME and SETINFO, INFO), and without what scripts call.
   * Of more than 100,000, the oldest may be missing.
   */
  get calls(): string[][] {
    return this.parts.tape.calls
  }

  /** Those of `calls` that are one of these commands: `redis.callsOf('GET', 'HGET')`. */
  callsOf(...names: string[]): string[][] {
    const wanted = new Set(names.map((name) => name.toUpperCase()))
    return this.calls.filter(([name]) => wanted.has(name.toUpperCase()))
  }

  /** All that MONITOR has shown since the test began: introductions and what scripts call too, with time and source. */
  get monitored(): readonly MonitorLine[] {
    return [...this.parts.tape.all]
  }

  /**
   * Resolves when nothing goes on: for five turns of the event loop in a row, no connection of this engine has run a
   * command. Clients that block (BLPOP, XREAD BLOCK) go on waiting meanwhile. Timers, and input and output other than
   * with this engine, are not known here: wait for those first.
   *
   * Rejects with a `TestTimeoutError` that shows the commands that do not end.
   */
  async whenIdle(options?: WaitOptions): Promise<void> {
    const timeoutMs = timeoutOf(options)
    const { tape } = this.parts
    if (await quiet(() => this.count(), timeoutMs)) return
    const last = tape.all.slice(-5).map(({ args }) => args.join(' ').slice(0, 100))
    throw new TestTimeoutError(
      `waited ${timeoutMs} ms for the engine to be idle; ${tape.count} commands ran, the last ${last.join(' | ')}`,
    )
  }

  private count(): number {
    if (!this.engine.closed) this.parts.tape.read()
    return this.parts.tape.count
  }

  /**
   * Resolves to the next event of this name, of that key if one is given: `await redis.waitForEvent('expired', 'k')`.
   * Names are those of keyspace notifications. The first wait of a test switches them on (`notify-keyspace-events`), so
   * begin it before what causes the event; from then on, an event that came before it was waited for counts, once.
   *
   * Rejects with a `TestTimeoutError` that names what was waited for, and what happened instead.
   */
  waitForEvent(event: string, key?: string | RegExp, options?: WaitOptions): Promise<KeyEvent> {
    try {
      if (typeof event !== 'string') throw new TypeError("waitForEvent needs the name of an event, such as 'expired'")
      const timeoutMs = timeoutOf(options)
      this.parts.events.listen(this.parts.control, event)
      return this.parts.events.wait(event, key, timeoutMs)
    } catch (error) {
      return Promise.reject(error)
    }
  }

  /** @internal Connections that are there by the next `empty` belong to no test. */
  takeIn(): void {
    this.parts.peers.takeIn()
  }

  /**
   * Makes everything as it was before the first test: no data in any database, no scripts and functions, settings and
   * users as at the start, statistics and logs empty, nobody paused. An engine that cannot be put right, because it was
   * shut down, paused for everyone or taken from its default user, is replaced by another at the same address.
   * Connections that were opened since the last time are closed, and of the others those whose database, user, protocol,
   * transaction, watched keys or subscriptions are not what they were. `client`, `calls` and events begin anew.
   *
   * Connections that were there before the first test stay, with their name and whatever they are blocked in. Also kept:
   * what DEBUG has changed, and the numbers that connections count up.
   */
  async empty(): Promise<void> {
    if (this.ended) throw new Error('this redis is closed')
    this.faults.clear()
    for (const interceptor of this.engine.interceptors) interceptor.remove()
    if (this.clock.manual) this.clock.freeze()
    this.parts.events.clear()
    for (const end of this.guests.splice(0)) end()
    await this.own?.close()
    this.own = undefined
    await quiet(() => this.count(), SETTLE) // what is on its way shall be there before it is emptied
    if (!this.restore()) await this.reopen()
    this.parts.tape.clear()
  }

  /** False when the engine is gone, or cannot be put right: it does not obey its default user any more, or is paused. */
  private restore(): boolean {
    if (this.engine.closed) return false
    const { control, peers, standard } = this.parts
    try {
      control.callSync('CLIENT', 'UNPAUSE')
      peers.part()
      standard.restore()
      return true
    } catch (error) {
      if (error instanceof RedisError || error instanceof WouldBlockError || this.engine.closed) return false
      throw error
    }
  }

  /** The tests to come get another engine, at the same address. */
  private async reopen(): Promise<void> {
    await this.engine.close()
    const port = this.server?.port
    await this.server?.closed
    this.parts = await openParts(this.options)
    if (port === undefined) return
    this.serving = serve(this.engine, { port })
    this.server = (await this.serving).unref()
  }

  /** Closes the engine and everything that was opened here. Idempotent. */
  async close(): Promise<void> {
    if (this.ended) return
    this.ended = true
    this.parts.events.clear()
    for (const end of this.guests.splice(0)) end()
    await this.own?.close()
    await this.engine.close()
    await this.server?.closed
  }

  /** @internal How many clients are connected to the address. */
  get connections(): number {
    return this.server?.connections ?? 0
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }
}
