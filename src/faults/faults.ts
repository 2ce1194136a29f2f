import type { StorageLayer } from '../engine/files.ts'
import type { SentCommand, Verdict } from '../engine/watch.ts'
import { ConnectError } from '../errors.ts'
import { requestSize } from '../resp/encode.ts'
import { byteText } from './glob.ts'
import { type InterceptFunction, type Interception, type Interceptor, replaced, shown } from './intercept.ts'
import { encodeReply, errorReply } from './reply.ts'
import { type Candidate, checkRule, type FaultRule, type Matcher, matcherOf } from './rule.ts'
import { StorageAim, StorageFaults } from './storage.ts'
import { checkStorageRule, type StorageFaultRule } from './storage-rule.ts'

/** A fault that was added. */
export interface Fault {
  readonly rule: Readonly<FaultRule | StorageFaultRule>
  /** How often it has acted. */
  readonly hits: number
  /** Ends it; what waits already goes on waiting. Idempotent. */
  remove(): void
}

/** What faults ask of the engine. */
export interface Watched {
  /** Has every command shown to `watcher` before it runs, or none, which costs nothing. */
  watch(watcher: ((command: SentCommand) => Verdict | undefined) | undefined): void
  /** Called before a connection is opened; throws to refuse it. */
  admission: (() => void) | undefined
  /** Has every use of a file go through `layer`, or none, which costs nothing. Throws where there is no storage. */
  layFiles(layer: StorageLayer | undefined): void
}

interface Entry extends Fault {
  hits: number
  /** One of these two: it is meant for commands, or for files. */
  onCommands?: { rule: FaultRule; matches: Matcher }
  onFiles?: StorageAim
}

interface Seeing extends Interceptor {
  seen: number
  see: InterceptFunction
}

/** Fills bytes with random numbers. */
type RandomSource = (bytes: Uint8Array) => void

/** What goes wrong in an engine on purpose. Nothing, unless something was added. */
export class Faults {
  private engine: Watched
  private readonly random: RandomSource
  private readonly entries = new Set<Entry>()
  private readonly seeing = new Set<Seeing>()
  private readonly layer = new StorageFaults(
    () => this.filesMeet.keys(),
    (aim) => this.strikes(this.filesMeet.get(aim) as Entry),
    () => this.watch(),
  )
  /** What files meet, in order. */
  private filesMeet = new Map<StorageAim, Entry>()

  /** @internal */
  constructor(engine: Watched, random: RandomSource) {
    this.engine = engine
    this.random = random
  }

  /**
   * Adds a fault, for every client of this engine: in this process, behind adapters and on sockets. All faults that a
   * command meets add their latency; of the others the first that was added counts. Commands of a transaction meet
   * them when they are sent, and what scripts call does not.
   *
   * With `storage` it is a fault of the files that the engine writes and reads, which does with it what it does with a
   * disk's: `{ storage: 'write', error: 'ENOSPC' }`, `{ storage: 'sync', latency: 500 }`.
   *
   * Throws a `TypeError` that says what is wrong with the rule.
   */
  add(rule: FaultRule | StorageFaultRule): Fault {
    const entry: Entry = {
      ...aimed(rule),
      rule: Object.freeze({ ...rule }),
      hits: 0,
      remove: () => {
        this.entries.delete(entry)
        this.watch()
      },
    }
    if (entry.onFiles) this.engine.layFiles(this.layer) // throws where there are none
    this.entries.add(entry)
    this.watch()
    return entry
  }

  /** The faults there are, in the order in which they were added. One whose `times` are over is none of them. */
  list(): Fault[] {
    return [...this.entries]
  }

  /** Removes every fault. Interceptors stay. */
  clear(): void {
    this.entries.clear()
    this.watch()
  }

  /** @internal Removes faults and interceptors for good: what is added later meets no command. */
  end(): void {
    this.entries.clear()
    this.seeing.clear()
    this.watch()
    this.engine = { watch() {}, admission: undefined, layFiles() {} }
  }

  /** @internal `engine.intercept`. */
  intercept(see: InterceptFunction): Interceptor {
    if (typeof see !== 'function') throw new TypeError('intercept takes a function')
    const interceptor: Seeing = {
      seen: 0,
      see,
      remove: () => {
        this.seeing.delete(interceptor)
        this.watch()
      },
    }
    this.seeing.add(interceptor)
    this.watch()
    return interceptor
  }

  /** @internal */
  interceptors(): Interceptor[] {
    return [...this.seeing]
  }

  /** The engine is asked to show its commands only while somebody looks. */
  private watch(): void {
    let refuses = false
    let looks = this.seeing.size > 0
    this.filesMeet = new Map()
    for (const entry of this.entries) {
      if (entry.onFiles) this.filesMeet.set(entry.onFiles, entry)
      else if (entry.rule.refuse) refuses = true
      else looks = true
    }
    this.engine.layFiles(this.filesMeet.size > 0 || this.layer.unsettled ? this.layer : undefined)
    this.engine.admission = refuses ? () => this.admit() : undefined
    this.engine.watch(looks ? (command) => this.judge(command) : undefined)
  }

  private admit(): void {
    for (const entry of this.entries) {
      if (!entry.rule.refuse || !this.strikes(entry)) continue
      throw new ConnectError('a fault refused the connection (engine.faults)')
    }
  }

  private judge(sent: SentCommand): Verdict | undefined {
    const verdict: Verdict = {}
    const command = this.intercepted(sent, verdict)
    if (verdict.reply) return verdict
    const { name, args, connection } = shown(command)
    const keys = command.keys.map((at) => byteText(command.request[at]))
    const longName = args.length > 0 ? `${name} ${new TextDecoder().decode(args[0]).toUpperCase()}` : name
    const candidate: Candidate = { client: connection.id, connectionName: connection.name, name, longName, keys }
    for (const entry of [...this.entries]) {
      if (!entry.onCommands) continue
      const { matches, rule } = entry.onCommands
      const { error, drop, latency, refuse } = rule
      if (refuse || (latency === undefined && (verdict.end || verdict.reply))) continue
      if (!matches(candidate) || !this.strikes(entry)) continue
      if (latency !== undefined) verdict.delay = (verdict.delay ?? 0) + latency
      else if (error !== undefined) verdict.reply = errorReply(error)
      else {
        verdict.end = drop
        verdict.reason = `a fault dropped the connection ${told[drop ?? 'before']} ${name} (engine.faults)`
      }
    }
    return verdict
  }

  /** Lets interceptors see the command, one after the other; each sees what the one before has made of it. */
  private intercepted(sent: SentCommand, verdict: Verdict): SentCommand {
    let command = sent
    for (const interceptor of this.seeing) {
      interceptor.seen++
      try {
        const made = interceptor.see(shown(command)) as Exclude<Interception, void> | undefined
        if (made === undefined) continue
        if ('reply' in made) {
          verdict.reply = encodeReply(made.reply, command.protocol)
          break
        }
        requestSize(made.command) // throws at a wrong argument
        verdict.request = made.command
        command = replaced(command, made.command)
      } catch (error) {
        // Thrown through the engine it would be the end of that; so the caller hears of it.
        verdict.reply = errorReply(`an interceptor failed: ${error instanceof Error ? error.message : String(error)}`)
        break
      }
    }
    return command
  }

  /** Chance, and the count. */
  private strikes(entry: Entry): boolean {
    const { probability = 1, times } = entry.rule
    if (probability < 1 && this.chance() >= probability) return false
    entry.hits++
    if (times !== undefined && entry.hits >= times) entry.remove()
    return true
  }

  private chance(): number {
    const bytes = new Uint8Array(4)
    this.random(bytes)
    return (((bytes[0] * 256 + bytes[1]) * 256 + bytes[2]) * 256 + bytes[3]) / 4294967296
  }
}

/** The rule, checked and read. */
function aimed(rule: FaultRule | StorageFaultRule): Pick<Entry, 'onCommands' | 'onFiles'> {
  if (rule === null || typeof rule !== 'object') {
    throw new TypeError('a fault is an object with any of these: error, latency, drop, refuse; or storage')
  }
  if (isOfStorage(rule)) {
    checkStorageRule(rule)
    return { onFiles: new StorageAim(rule) }
  }
  checkRule(rule)
  return { onCommands: { rule, matches: matcherOf(rule) } }
}

function isOfStorage(rule: FaultRule | StorageFaultRule): rule is StorageFaultRule {
  return rule.storage !== undefined
}

const told = { before: 'before', after: 'after', half: 'amid the reply to' }
