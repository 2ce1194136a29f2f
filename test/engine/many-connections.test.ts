import { expect, it } from 'vitest'
import { type Argument, type Client, createEngine, type Engine } from '../../src/index.ts'
import { type Random, randomNumbers } from './malformed/requests.ts'
import { outcome, turn } from './outcome.ts'

/**
 * Several connections at once, in every state that a command can bring them into, with calls of every kind that are
 * not waited for. Whatever happens, an ECHO gets its own text and no other, and in the end nothing is pending.
 *
 * MULTI by call is left out: the acknowledgements of a SUBSCRIBE between MULTI and EXEC shift the engine's replies.
 */

type Call = [name: string, ...args: Argument[]]

function anyCall(random: Random): Call {
  const of = <T>(...values: T[]): T => values[random(values.length)]
  const key = of('a', 'b', 'list', 'other', 'zset', 'stream', 'hash')
  const list = of('list', 'other')
  const script = of(
    "return redis.call('LPUSH', 'list', 's')",
    "return redis.pcall('BLPOP', 'list', 0)",
    "return redis.call('PUBLISH', 'c1', 's')",
    "redis.setresp(3) return redis.call('HGETALL', 'hash')",
    "return {err = 'MINE words'}",
    'for i = 1, 1e5 do end return 1',
  )
  return of<Call>(
    ['SET', key, random(100)],
    ['GET', key],
    ['DEL', key],
    ['PEXPIRE', key, 5],
    ['OBJECT', 'ENCODING', key],
    ['RPUSH', list, 'x'.repeat(random(3000))],
    ['LRANGE', list, 0, -1],
    ['BLPOP', 'list', 'other', of(0.01, 0.03)],
    ['BLMOVE', 'list', 'other', 'LEFT', 'RIGHT', 0.02],
    ['ZADD', 'zset', random(10), 'm'],
    ['BZPOPMIN', 'zset', 0.02],
    ['XADD', 'stream', '*', 'f', 'v'],
    ['XREAD', 'BLOCK', 20, 'STREAMS', 'stream', '$'],
    ['XGROUP', of('CREATE', 'DESTROY'), 'stream', 'g', '$', 'MKSTREAM'],
    ['XREADGROUP', 'GROUP', 'g', 'me', 'BLOCK', 20, 'STREAMS', 'stream', '>'],
    ['HSET', 'hash', 'f', random(9)],
    ['HPEXPIRE', 'hash', 5, 'FIELDS', 1, 'f'],
    ['EVAL', script, 0],
    ['WAIT', 1, 10],
    ['WATCH', key],
    ['UNWATCH'],
    ['SELECT', random(2)],
    ['FLUSHALL'],
    ['SWAPDB', 0, 1],
    [of('SUBSCRIBE', 'SSUBSCRIBE', 'PSUBSCRIBE'), of('c1', 'c2')],
    [of('UNSUBSCRIBE', 'SUNSUBSCRIBE', 'PUNSUBSCRIBE'), of('c1', 'c2')],
    [of('UNSUBSCRIBE', 'PUNSUBSCRIBE')],
    [of('PUBLISH', 'SPUBLISH'), 'c1', 'message'],
    ['MONITOR'],
    [random(3) === 0 ? 'QUIT' : 'RESET'],
    ['HELLO', of(2, 3)],
    ['AUTH', `user${random(3)}`, 'x'],
    ['ACL', 'SETUSER', `user${random(3)}`, 'on', 'nopass', '~*', of('+@all', '+@all', '-@all')],
    ['ACL', 'DELUSER', `user${random(3)}`],
    ['CLIENT', 'REPLY', of('ON', 'ON', 'OFF', 'SKIP')],
    ['CLIENT', 'TRACKING', of('ON', 'OFF')],
    ['CLIENT', 'TRACKING', 'ON', 'BCAST'],
    ['CLIENT', 'PAUSE', random(20), of('WRITE', 'ALL')],
    ['CLIENT', 'UNPAUSE'],
    ['CLIENT', 'KILL', 'ID', 1 + random(30)],
    ['CLIENT', 'UNBLOCK', 1 + random(30), of('TIMEOUT', 'ERROR')],
    ['CLIENT', 'LIST'],
    ['NOSUCH'],
    ['GET'],
  )
}

/** What one round does, and what went wrong in it. */
class Round {
  readonly wrong: string[] = []
  private readonly random: Random
  private readonly engine: Engine
  private clients: Client[] = []
  private readonly calls: Promise<unknown>[] = []
  private echoes = 0

  constructor(engine: Engine, seed: number) {
    this.engine = engine
    this.random = randomNumbers(seed)
  }

  async run(): Promise<void> {
    for (let i = 0; i < 4; i++) this.open()
    for (let step = 0; step < 400; step++) {
      if (this.clients.length === 0 || this.random(20) === 0) this.open()
      this.clients = this.clients.filter((one) => !one.closed)
      const client = this.clients[this.random(this.clients.length)]
      if (client) await this.step(client, this.random(20))
    }
    await Promise.all(this.clients.map((client) => client.close()))
    const settled = await outcome(Promise.allSettled(this.calls), 5)
    if (settled === 'pending') this.wrong.push('a call is pending although its client was closed')
    if (this.engine.closed) this.wrong.push('the engine has ended')
  }

  private open(): void {
    try {
      this.clients.push(this.engine.connect({ protocol: this.random(2) === 0 ? 2 : 3 }))
    } catch {
      // Over maxclients, or the default user may not any more: there are others.
    }
  }

  private async step(client: Client, kind: number): Promise<void> {
    if (kind < 6) this.keep(client.call(...anyCall(this.random)))
    else if (kind < 7) this.keep(client.call(...anyCall(this.random), { signal: AbortSignal.timeout(this.random(10)) }))
    else if (kind < 12) this.echo(client)
    else if (kind < 13) this.sync(client, anyCall(this.random))
    else if (kind < 14) this.syncEcho(client)
    else if (kind < 15) this.keep(client.pipeline([anyCall(this.random), ['ECHO', 'x'], anyCall(this.random)]))
    else if (kind < 16) this.keep(client.multi().set('a', 1).call('ECHO', 'x').exec())
    else if (kind < 17) this.keep(client.subscribe(`c${this.random(3)}`))
    else if (kind < 18) await (this.random(8) === 0 ? client.close() : turn())
    else if (kind < 19) await turn()
    else if (this.random(3) === 0) await outcome(new Promise(() => {}), this.random(4) / 1000 + 0.001)
  }

  /** Any error of the engine or the client may come; one of this library may not. */
  private keep(call: Promise<unknown>): void {
    this.calls.push(call.catch((error) => this.check(error)))
  }

  private check(error: Error): void {
    if (/^(TypeError|RangeError|ProtocolError|EngineCrashedError)$/.test(error.name))
      this.wrong.push(String(error.stack))
  }

  private echo(client: Client): void {
    const text = `echo ${++this.echoes}`
    this.keep(client.call('ECHO', text).then((reply) => this.compare(text, reply)))
  }

  private sync(client: Client, call: Call): unknown {
    try {
      return client.callSync(...call)
    } catch (error) {
      this.check(error as Error)
      return call[1]
    }
  }

  private syncEcho(client: Client): void {
    const text = `echo ${++this.echoes}`
    this.compare(text, this.sync(client, ['ECHO', text]))
  }

  /** While replies are off a call resolves to undefined. */
  private compare(text: string, reply: unknown): void {
    if (reply !== text && reply !== undefined) this.wrong.push(`${text} was answered ${JSON.stringify(reply)}`)
  }
}

it('calls get their own replies on every connection, whatever the others do, and none stays pending', async () => {
  for (let seed = 1; seed <= 40; seed++) {
    const engine = await createEngine({ maxmemory: seed % 2 ? '256mb' : '3mb', config: { maxclients: 40 } })
    const round = new Round(engine, seed)
    await round.run()
    await engine.close()
    expect(round.wrong, `seed ${seed}`).toEqual([])
  }
}, 120_000)
