import type { Client } from '../create.ts'
import type { ReplyMap } from '../resp/reply.ts'

/** Commands after which there may be scripts, functions, settings or users that were not there before. */
const scripts = /^(eval|evalsha|eval_ro|evalsha_ro|script\|load)$/
const functions = /^function\|(load|restore|delete|flush)$/
const settings = /^config\|set$/
const users = /^(acl\|(setuser|deluser|load)|config\|set)$/

/** Run right after the statistics were reset: without it in them, they do not tell everything since. */
const marker = ['ACL', 'WHOAMI'] as const
const markerName = 'acl|whoami'

/**
 * How an engine was when it was opened, and how it is made so again. The engine's own statistics say which kinds of
 * commands have run, so that only what may have changed is looked at.
 */
export class Standard {
  private readonly control: Client
  private readonly settings: ReplyMap
  private readonly users: readonly string[]

  constructor(control: Client) {
    this.control = control
    this.settings = control.callSync<ReplyMap>('CONFIG', 'GET', '*')
    this.users = control.callSync<string[]>('ACL', 'LIST')
    this.forget()
  }

  /** Puts everything back, data last. */
  restore(): void {
    const { control } = this
    const statistics = control.callSync<string>('INFO', 'commandstats')
    const ran = [...statistics.matchAll(/^cmdstat_([^:]+):/gm)].map(([, name]) => name)
    const complete = ran.includes(markerName)
    const has = (kind: RegExp) => !complete || ran.some((name) => kind.test(name))
    if (has(settings)) this.restoreSettings()
    if (has(users)) this.restoreUsers()
    if (has(scripts)) control.callSync('SCRIPT', 'FLUSH', 'SYNC')
    if (has(functions)) control.callSync('FUNCTION', 'FLUSH', 'SYNC')
    control.callSync('FLUSHALL')
    control.callSync('SLOWLOG', 'RESET')
    control.callSync('LATENCY', 'RESET')
    control.callSync('ACL', 'LOG', 'RESET')
    this.forget()
  }

  private forget(): void {
    this.control.callSync('CONFIG', 'RESETSTAT')
    this.control.callSync(...marker)
  }

  private restoreSettings(): void {
    const now = this.control.callSync<ReplyMap>('CONFIG', 'GET', '*')
    const changed = Object.entries(this.settings).filter(([name, value]) => now[name] !== value)
    if (changed.length > 0) this.control.callSync('CONFIG', 'SET', ...(changed.flat() as string[]))
  }

  private restoreUsers(): void {
    const now = this.control.callSync<string[]>('ACL', 'LIST')
    if (now.length === this.users.length && now.every((line, i) => line === this.users[i])) return
    const wanted = new Map(this.users.map((line) => [userOf(line), line]))
    for (const line of now) if (!wanted.has(userOf(line))) this.control.callSync('ACL', 'DELUSER', userOf(line))
    for (const [name, line] of wanted) {
      this.control.callSync('ACL', 'SETUSER', name, 'reset', ...line.split(' ').slice(2))
    }
  }
}

/** The name in a line such as `user default on nopass ~* &* +@all`. */
function userOf(line: string): string {
  return line.split(' ')[1]
}
