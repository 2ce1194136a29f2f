import { fileError } from './storage.ts'

// Not imported: that has Node load what is not needed as well, and takes time even of what it has loaded.
const { join } = process.getBuiltinModule('node:path')
const { linkSync, readFileSync, readlinkSync, renameSync, statSync, unlinkSync, utimesSync, writeFileSync } =
  process.getBuiltinModule('node:fs')

export const LOCK_FILE = '.wasm-redis.lock'

/** How often a holder touches its lock, and for how long one counts that nobody has touched; in milliseconds. */
const TOUCHED_EVERY = 5_000
const COUNTS_FOR = 60_000

// Taken once, so that a test runner's fake timers do not stop it.
const startInterval = globalThis.setInterval.bind(globalThis)
const stopInterval = globalThis.clearInterval.bind(globalThis)
const now = Date.now.bind(Date)

/** Who holds a lock, as the file says it. */
interface Holder {
  pid: number
  /** When that process was started, in the system's own words; empty where the system does not say. */
  started: string
  /** Which process numbers it is one of: a container has its own. */
  space: string
  host: string
}

/**
 * One engine at a time in a directory. Node has no lock that ends with its process, so the lock is a file that says who
 * holds it. One whose process is gone is taken over; a process number given to another process since is noticed by
 * when that one was started. Where process numbers say nothing (another container on the same volume, another machine)
 * the holder's touching the file every few seconds does.
 */
export class DirectoryLock {
  private readonly path: string
  private text = ''
  private touching: ReturnType<typeof setInterval> | undefined

  constructor(directory: string) {
    this.path = join(directory, LOCK_FILE)
  }

  /** Throws an error that names the holder when there is one. */
  take(): void {
    const host = process.getBuiltinModule('node:os').hostname()
    const me: Holder = { pid: process.pid, started: startOf(process.pid), space: ownSpace(), host }
    const text = `${JSON.stringify({ ...me, key: Math.random().toString(36).slice(2) })}\n`
    while (!this.create(text)) this.takeOver(me)
    this.text = text
    this.touching = startInterval(() => this.touch(), TOUCHED_EVERY)
    this.touching.unref()
  }

  give(): void {
    if (this.text === '') return
    stopInterval(this.touching)
    if (readIfThere(this.path) === this.text) unlinkSync(this.path)
    this.text = ''
  }

  private touch(): void {
    try {
      utimesSync(this.path, new Date(), new Date())
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error // somebody has removed it by hand
    }
  }

  /** The file with its text in one step, so that nobody reads half of it. False when there is one already. */
  private create(text: string): boolean {
    const fresh = `${this.path}.${process.pid}.${Math.random().toString(36).slice(2)}`
    writeFileSync(fresh, text, { flag: 'wx' })
    try {
      linkSync(fresh, this.path)
      return true
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false
      if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(codeOf(error))) throw error
      return this.createUnlinked(text)
    } finally {
      unlinkSync(fresh)
    }
  }

  /** For file systems without hard links. */
  private createUnlinked(text: string): boolean {
    try {
      writeFileSync(this.path, text, { flag: 'wx' })
      return true
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false
      throw error
    }
  }

  /** Removes a lock that nobody holds. Of two that try at once, one moves the other's new lock: it puts that back. */
  private takeOver(me: Holder): void {
    const found = readIfThere(this.path)
    if (found === undefined) return
    this.refuseIfHeld(found, me)
    const aside = `${this.path}.${process.pid}.${Math.random().toString(36).slice(2)}`
    try {
      renameSync(this.path, aside)
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return
      throw error
    }
    const moved = readFileSync(aside, 'utf8')
    if (moved !== found) {
      this.create(moved)
      unlinkSync(aside)
      this.refuseIfHeld(moved, me)
      return
    }
    unlinkSync(aside)
  }

  private refuseIfHeld(text: string, me: Holder): void {
    let holder: Partial<Holder>
    try {
      holder = JSON.parse(text) as Partial<Holder>
    } catch {
      return // cut off by a crash of the machine: whoever wrote it is gone
    }
    const { pid = 0, started = '', space = '', host = '' } = holder
    if (host === me.host && space === me.space) {
      if (pid === me.pid && started === me.started) throw held('another engine of this process has it')
      if (isAlive(pid) && (started === '' || started === startOf(pid))) throw held(`process ${pid} has it`)
      return
    }
    const age = now() - (modified(this.path) ?? 0)
    if (age < COUNTS_FOR) {
      throw held(
        `process ${pid} of ${host} has it, or had it ${Math.round(age / 1000)} s ago. If it is gone, try again in a minute, or remove ${this.path}`,
      )
    }
  }
}

function held(who: string): Error {
  return fileError('EBUSY', `${who}; close that engine first, or use another directory`)
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? ''
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

function modified(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** Linux tells when a process was started, in ticks since this boot of the machine; elsewhere the number has to do. */
function startOf(pid: number): string {
  if (process.platform !== 'linux') return ''
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name before it is in brackets and may have anything in it.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${ticks}`
  } catch {
    return '' // gone, or hidden: then whether it is alive decides
  }
}

function ownSpace(): string {
  if (process.platform !== 'linux') return ''
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return '' // hidden: the host's name has to do
  }
}
