import type { Client } from '../create.ts'
import { after, TestTimeoutError } from './wait.ts'

/** Something that happened to a key, as keyspace notifications tell it. */
export interface KeyEvent {
  /** What happened: `set`, `expired`, `evicted`, `lpush`, … */
  event: string
  key: string
  database: number
}

interface Waiter {
  event: string
  key: string | RegExp | undefined
  found: (event: KeyEvent) => void
  given: (reason: Error) => void
}

const channel = /^__keyevent@(\d+)__:(.*)$/s

/** How many events a message shows. */
const SHOWN = 8

/** Keyspace events of one engine, for tests to wait for. Each event is given to one wait. */
export class KeyEvents {
  private readonly connect: () => Client
  private listener: Client | undefined
  private seen: KeyEvent[] = []
  private waiters: Waiter[] = []

  constructor(connect: () => Client) {
    this.connect = connect
  }

  /** Begins to listen, at once. `control` is a connection that may change settings. */
  listen(control: Client): void {
    const [, flags] = Object.entries(control.callSync<Record<string, string>>('CONFIG', 'GET', 'notify-k*'))[0]
    if (!(flags.includes('E') && flags.includes('A'))) {
      control.callSync('CONFIG', 'SET', 'notify-keyspace-events', `${flags}AE`)
    }
    if (this.listener && !this.listener.closed) return
    this.listener = this.connect()
    // It is in the engine's input before anything that is asked from now on, and cannot be refused.
    void this.listener.psubscribe('__keyevent@*__:*', ({ channel, message }) => this.add(channel, message))
    this.listener.callSync('PING')
  }

  private add(name: string, key: string): void {
    const [, database, event] = channel.exec(name) as RegExpExecArray
    const happened = { event, key, database: Number(database) }
    const index = this.waiters.findIndex((one) => matches(one, happened))
    if (index < 0) this.seen.push(happened)
    else this.waiters.splice(index, 1)[0].found(happened)
  }

  /** The next event of this name, and of that key; one that has been seen already and nobody has waited for counts. */
  wait(event: string, key: string | RegExp | undefined, timeoutMs: number): Promise<KeyEvent> {
    const index = this.seen.findIndex((one) => matches({ event, key }, one))
    if (index >= 0) return Promise.resolve(this.seen.splice(index, 1)[0])
    const promise = new Promise<KeyEvent>((resolve, reject) => {
      const stop = after(timeoutMs, () => {
        this.waiters.splice(this.waiters.indexOf(waiter), 1)
        const of = key === undefined ? 'of any key' : `of the key ${key instanceof RegExp ? key : `'${key}'`}`
        reject(new TestTimeoutError(`waited ${timeoutMs} ms for the event '${event}' ${of}; ${this.others()}`))
      })
      const waiter: Waiter = {
        event,
        key,
        found: (happened) => {
          stop()
          resolve(happened)
        },
        given: (reason) => {
          stop()
          reject(reason)
        },
      }
      this.waiters.push(waiter)
    })
    promise.catch(() => {}) // a test that has ended does not hear of it
    return promise
  }

  private others(): string {
    if (this.seen.length === 0) return 'no other has happened since events were first waited for'
    const shown = this.seen.slice(-SHOWN).map(({ event, key }) => `${event} ${key}`)
    const more = this.seen.length > SHOWN ? `${this.seen.length} others, the last ` : ''
    return `there were ${more}${shown.join(', ')}`
  }

  /** Forgets what was seen, and ends the waits. */
  clear(): void {
    this.seen = []
    for (const waiter of this.waiters.splice(0)) {
      waiter.given(new Error(`the test that waited for the event '${waiter.event}' is over`))
    }
  }
}

function matches(wanted: Pick<Waiter, 'event' | 'key'>, { event, key }: KeyEvent): boolean {
  if (wanted.event !== event) return false
  return wanted.key instanceof RegExp ? wanted.key.test(key) : wanted.key === undefined || wanted.key === key
}
