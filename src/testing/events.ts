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

const NOTIFY = 'notify-keyspace-events'

/** Events that the setting's `A`, for all, does not mean. */
const apart: Record<string, string> = { keymiss: 'm', new: 'n' }

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

  /** Listens from now on. `control` is a connection that may change settings. */
  listen(control: Client, event: string): void {
    const setting = control.callSync<Record<string, string>>('CONFIG', 'GET', NOTIFY)[NOTIFY]
    const wanted = `EA${apart[event] ?? ''}`
    if ([...wanted].some((flag) => !setting.includes(flag))) {
      control.callSync('CONFIG', 'SET', NOTIFY, setting + wanted)
    }
    if (this.listener && !this.listener.closed) return
    this.listener = this.connect()
    const subscribed = this.listener.psubscribe('__keyevent@*__:*', ({ channel, message }) =>
      this.add(channel, message),
    )
    subscribed.catch((reason: Error) => this.giveUp(() => reason))
    this.listener.callSync('PING') // it has gone out now, before anything that sockets bring
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
    this.giveUp(({ event }) => new Error(`the test that waited for the event '${event}' is over`))
  }

  private giveUp(reasonOf: (waiter: Waiter) => Error): void {
    for (const waiter of this.waiters.splice(0)) waiter.given(reasonOf(waiter))
  }
}

function matches(wanted: Pick<Waiter, 'event' | 'key'>, { event, key }: KeyEvent): boolean {
  if (wanted.event !== event) return false
  return wanted.key instanceof RegExp ? key.search(wanted.key) >= 0 : wanted.key === undefined || wanted.key === key
}
