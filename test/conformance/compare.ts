/** Runs one sequence on both sides and finds the first answer in which they differ. */
import { equal } from './canonical.ts'
import { type KnownDifference, knownDifference } from './known.ts'
import { canonical, hasRule } from './normalise.ts'
import { readReply, splitArray } from './reply.ts'
import { type Command, nameOf, type Sequence, type Step } from './sequence.ts'
import type { Subject } from './subject.ts'

export interface Difference {
  /** Which command or turn, counted from 0 after the setup; the reads of the final state follow the sequence's own. */
  at: number
  /** The command that was answered differently; none where a push differs. */
  command?: Command
  /** Of several connections: the one out of which it came, and the first command of the turn that made it come. */
  on?: number
  cause?: Command
  /** What came out: one reply, or all that was to be compared together. */
  native: readonly Uint8Array[]
  subject: readonly Uint8Array[]
}

/** Both sides, and the run's counts so far. */
export interface Sides {
  native: Subject
  subject: Subject
  /** Commands of sequences that were sent. */
  commands: number
  /** Replies and pushes, those of the setup and of the final state included. */
  compared: number
  /** How often each known difference was met. */
  known: Map<KnownDifference, number>
}

/** The first difference in the replies of `steps`, else in the state they leave behind, else undefined. */
export async function compare(
  sides: Sides,
  sequence: Sequence,
  steps: readonly Step[],
): Promise<Difference | undefined> {
  const commands = [...steps.flat(), ['RESET'], ['INFO', 'KEYSPACE']]
  const setup = sequence.setup.length
  sides.commands += commands.length - 2
  const [native, subject] = await both(sides, [...sequence.setup, ...commands])
  const found = firstDifference(sides, [...sequence.setup, ...commands], native, subject)
  if (found !== undefined) return placed(found, -setup)
  return await finalDifference(sides, native[native.length - 1], commands.length)
}

/**
 * The first difference in what both sides hold: every key of every database that `keyspace`, the native reply to INFO
 * KEYSPACE, names, with its encoding, expiry and the value's DUMP. `before` commands went before.
 */
export async function finalDifference(
  sides: Sides,
  keyspace: Uint8Array,
  before: number,
): Promise<Difference | undefined> {
  const databases = [
    ...Buffer.from(keyspace)
      .toString()
      .matchAll(/^db(\d+):/gm),
  ].map((match) => match[1])
  const listings = databases.flatMap((database) => [
    ['SELECT', database],
    ['KEYS', '*'],
  ])
  const [native, subject] = await both(sides, listings)
  const found = firstDifference(sides, listings, native, subject)
  if (found !== undefined) return placed(found, before)

  const reads = databases.flatMap((database, at): Command[] => [
    ['SELECT', database],
    ...keysOf(native[at * 2 + 1]).flatMap((key) => [
      ['OBJECT', 'ENCODING', key],
      ['PEXPIRETIME', key],
      ['DUMP', key],
    ]),
  ])
  const [nativeState, subjectState] = await both(sides, reads)
  return placed(firstDifference(sides, reads, nativeState, subjectState), before + listings.length)
}

function placed(found: Outcome, offset: number): Difference | undefined {
  return found === 'diverged' || found === undefined ? undefined : { ...found, at: found.at + offset }
}

function keysOf(reply: Uint8Array): Uint8Array[] {
  const keys = readReply(reply)
  if (!('items' in keys)) return []
  return (keys.items ?? []).map((key) => Buffer.from(('text' in key && key.text) || '', 'latin1'))
}

/** The replies of both sides to `commands`. */
export async function both(sides: Sides, commands: readonly Command[]): Promise<[Uint8Array[], Uint8Array[]]> {
  // The native side is another process: it works while the one in this process does.
  const replies = await Promise.all([sides.native.run(commands), sides.subject.run(commands)])
  for (const side of replies) {
    if (side.length !== commands.length) throw new Error(`${side.length} replies to ${commands.length} commands`)
  }
  sides.compared += commands.length
  return replies
}

/** What became of a comparison that did not run to the end. */
type Outcome = Difference | 'diverged' | undefined

// 'diverged': a known difference has left the two sides in different states, so that nothing later can be compared.
function firstDifference(
  sides: Sides,
  commands: readonly Command[],
  native: readonly Uint8Array[],
  subject: readonly Uint8Array[],
): Outcome {
  const transaction = new Transaction()
  for (const [at, command] of commands.entries()) {
    const agreed = agree(sides, command, transaction.queued, native[at], subject[at])
    if (agreed === 'diverged') return agreed
    if (!agreed) return { at, command, native: [native[at]], subject: [subject[at]] }
    transaction.note(command, native[at])
  }
  return undefined
}

/** What EXEC will answer for, in order; the same on both sides as long as no difference was found. */
export class Transaction {
  queued: Command[] = []
  open = false

  note(command: Command, reply: Uint8Array): void {
    const name = nameOf(command)
    if (startsWith(reply, '+QUEUED')) this.queued.push(command)
    else if (['MULTI', 'EXEC', 'DISCARD', 'RESET'].includes(name) && !startsWith(reply, '-ERR MULTI')) {
      this.queued = []
      this.open = name === 'MULTI' && startsWith(reply, '+OK')
    }
  }
}

/**
 * Whether two replies to `command` are what two equal engines may answer. 'diverged' when they differ in a known way
 * that leaves different states behind.
 */
export function agree(
  sides: Sides,
  command: Command,
  queued: readonly Command[],
  native: Uint8Array,
  subject: Uint8Array,
): boolean | 'diverged' {
  if (Buffer.compare(native, subject) === 0) return true
  if (nameOf(command) === 'EXEC' && queued.length > 0) return agreeInside(sides, queued, native, subject)
  if (hasRule(command) && equal(canonical(readReply(native), command), canonical(readReply(subject), command)))
    return true
  const known = knownDifference(command, native, subject)
  if (known === undefined) return false
  sides.known.set(known, (sides.known.get(known) ?? 0) + 1)
  return known.sameState || 'diverged'
}

// EXEC answers with one reply for each command that was queued.
function agreeInside(
  sides: Sides,
  queued: readonly Command[],
  native: Uint8Array,
  subject: Uint8Array,
): boolean | 'diverged' {
  const [natives, subjects] = [splitArray(native), splitArray(subject)]
  if (natives.length !== queued.length || subjects.length !== queued.length) return false
  const results = queued.map((command, at) => agree(sides, command, [], natives[at], subjects[at]))
  return results.includes(false) ? false : results.includes('diverged') ? 'diverged' : true
}

export function startsWith(bytes: Uint8Array, text: string): boolean {
  for (let at = 0; at < text.length; at++) if (bytes[at] !== text.charCodeAt(at)) return false
  return true
}
