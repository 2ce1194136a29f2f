import type { Client } from '../create.ts'

/** What a test must not leave changed in a connection that stays: another test would run into it. */
const state = ['db', 'sub', 'psub', 'ssub', 'multi', 'watch', 'user', 'resp', 'redir']

/** Of the flags, those that somebody has set and nobody takes away: tracking, MONITOR, NO-EVICT, NO-TOUCH. */
const flags = /[^tBOeT]/g

/** The connections to an engine that are not the fixture's own: those that stay, and those that a test has opened. */
export class Peers {
  private readonly control: Client
  private readonly own: Set<string>
  /** Connections that stay, by id, with the state that they had when a test began. */
  private staying = new Map<string, string>()
  /** The next look takes everyone in: they belong to no test. */
  private open = true

  constructor(control: Client, own: Set<string>) {
    this.control = control
    this.own = own
  }

  /** From now until the next `part`, whoever connects stays. */
  takeIn(): void {
    this.open = true
  }

  /** Closes the connections that were opened since the last time, and those that a test has left changed. */
  part(): void {
    const staying = new Map<string, string>()
    for (const [id, state] of this.list()) {
      if (this.open || this.staying.get(id) === state) staying.set(id, state)
      else this.control.callSync('CLIENT', 'KILL', 'ID', id)
    }
    this.staying = staying
    this.open = false
  }

  private list(): [id: string, state: string][] {
    const lines = this.control.callSync<string>('CLIENT', 'LIST').trim().split('\n')
    return lines
      .map((line) => new Map(line.split(' ').map((field) => field.split(/=(.*)/s) as [string, string])))
      .filter((fields) => !this.own.has(fields.get('addr') as string))
      .map((fields) => {
        const shown = [...state.map((name) => fields.get(name)), fields.get('flags')?.replace(flags, '')]
        return [fields.get('id') as string, shown.join(' ')]
      })
  }
}
