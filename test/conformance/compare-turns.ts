/** Runs one sequence of several connections on both sides, a turn at a time, and compares all that each turn causes. */
import { setTimeout as pass } from 'node:timers/promises'
import { equal } from './canonical.ts'
import { agree, both, type Difference, finalDifference, type Sides, startsWith, Transaction } from './compare.ts'
import { endsSoon } from './grammar/waiting.ts'
import { canonicalGroup, type Group, grouped, type Output, Outputs } from './output.ts'
import { type Command, idOf, type Sequence, showCommand, type Turn } from './sequence.ts'
import type { Subject } from './subject.ts'
import type { Wire } from './wire.ts'

/** How long a command that is to time out after a millisecond may take before it counts as one that waits. */
const SOON_MS = 300
/** How long the other side may then take to answer it as well. */
const LATEST_MS = 10_000

/** One connection of a sequence, as it is on both sides. */
interface Pair {
  native: Wire
  subject: Wire
  nativeOutputs: Outputs
  subjectOutputs: Outputs
  /** What has come out and was not compared yet. */
  nativeHeard: Output[]
  subjectHeard: Output[]
  transaction: Transaction
}

/** The first difference in what `turns` make come out of any connection, else in the state they leave behind. */
export async function compareTurns(
  sides: Sides,
  sequence: Sequence<Turn>,
  turns: readonly Turn[],
): Promise<Difference | undefined> {
  // Connections of the sequence before are killed, which ends their waits as well.
  const setup = [['CLIENT', 'UNPAUSE'], ['CLIENT', 'KILL', 'SKIPME', 'YES'], ...sequence.setup]
  for (const [at, reply] of (await both(sides, setup)).flat().entries()) {
    if (!startsWith(reply, '-')) continue
    throw new Error(`${showCommand(setup[at % setup.length])} was answered with ${Buffer.from(reply).toString()}`)
  }
  const pairs = await open(sides, sequence.protocols)
  for (const [at, turn] of turns.entries()) {
    const found = await play(sides, pairs, turn, at)
    if (found === 'diverged') return undefined
    if (found !== undefined) return found
  }
  const found = await finish(sides, pairs, turns.length)
  if (found === 'diverged') return undefined
  if (found !== undefined) return found
  const [[keyspace]] = await both(sides, [['INFO', 'KEYSPACE']])
  return await finalDifference(sides, keyspace, turns.length)
}

async function open(sides: Sides, protocols: readonly (2 | 3)[]): Promise<Pair[]> {
  const [native, subject] = await Promise.all([wires(sides.native, protocols), wires(sides.subject, protocols)])
  return native.map((wire, at) => ({
    native: wire,
    subject: subject[at],
    nativeOutputs: new Outputs(),
    subjectOutputs: new Outputs(),
    nativeHeard: [],
    subjectHeard: [],
    transaction: new Transaction(),
  }))
}

async function wires(side: Subject, protocols: readonly (2 | 3)[]): Promise<Wire[]> {
  const opened = await Promise.all(protocols.map((_, number) => side.connect(number)))
  for (const [number, wire] of opened.entries())
    wire.send([
      ['HELLO', `${protocols[number]}`],
      ['CLIENT', 'ID'],
    ])
  await side.settle()
  for (const wire of opened) {
    const [, id] = wire.take()
    wire.id = Number(
      Buffer.from(id ?? [])
        .toString()
        .slice(1),
    )
    if (!(wire.id > 0)) throw new Error(`${side.name}: CLIENT ID was not answered with a number`)
  }
  return opened
}

async function play(
  sides: Sides,
  pairs: readonly Pair[],
  turn: Turn,
  at: number,
): Promise<Difference | 'diverged' | undefined> {
  const pair = pairs[turn.on]
  if (pair.native.ended || pair.nativeOutputs.waiting.length > 0) return undefined
  if (turn.pause !== undefined && pair.transaction.open) return undefined
  pair.nativeOutputs.sent(turn.commands)
  pair.subjectOutputs.sent(turn.commands)
  pair.native.send(addressed(turn.commands, pairs, 'native'))
  pair.subject.send(addressed(turn.commands, pairs, 'subject'))
  sides.commands += turn.commands.length
  await settle(sides, pairs)
  await awaitTimeouts(sides, pairs)
  const found = compareOutputs(sides, pairs, at, turn.commands[0])
  if (found !== undefined) return found
  if (turn.pause !== undefined) await pass(turn.pause)
  return undefined
}

async function settle(sides: Sides, pairs: readonly Pair[]): Promise<void> {
  await Promise.all([sides.native.settle(), sides.subject.settle()])
  for (const pair of pairs) {
    pair.nativeHeard.push(...pair.nativeOutputs.came(pair.native.take()))
    pair.subjectHeard.push(...pair.subjectOutputs.came(pair.subject.take()))
  }
}

// Commands that time out after a millisecond do so before the next turn, on both sides.
async function awaitTimeouts(sides: Sides, pairs: readonly Pair[]): Promise<void> {
  for (const started = Date.now(); ; ) {
    const [native, subject] = [pairs.map(isToEndSoon), pairs.map(isToEndSoonHere)]
    if (!native.includes(true) && !subject.includes(true)) return
    const waited = Date.now() - started
    const alike = native.every((soon, on) => soon === subject[on])
    // The server is paused, or one side has lost a timeout.
    if (waited > (alike ? SOON_MS : LATEST_MS)) return
    await pass(1)
    await settle(sides, pairs)
  }
}

const isToEndSoon = ({ native, nativeOutputs }: Pair) =>
  !native.ended && nativeOutputs.waiting.slice(0, 1).some(endsSoon)
const isToEndSoonHere = ({ subject, subjectOutputs }: Pair) =>
  !subject.ended && subjectOutputs.waiting.slice(0, 1).some(endsSoon)

/** The same commands, with the ids that connections have on one side. */
function addressed(commands: readonly Command[], pairs: readonly Pair[], side: 'native' | 'subject'): Command[] {
  return commands.map((command) =>
    command.map((argument) => {
      const of = typeof argument === 'string' && argument.startsWith('<id') ? ids.indexOf(argument) : -1
      return of === -1 ? argument : `${pairs[of][side].id}`
    }),
  )
}
const ids = Array.from({ length: 10 }, (_, on) => idOf(on))

// The output of every connection since the turn before.
function compareOutputs(
  sides: Sides,
  pairs: readonly Pair[],
  at: number,
  cause: Command,
): Difference | 'diverged' | undefined {
  for (const [on, pair] of pairs.entries()) {
    const { nativeHeard: native, subjectHeard: subject } = pair
    pair.nativeHeard = []
    pair.subjectHeard = []
    const found = compareOutput(sides, pair, native, subject)
    if (found === 'diverged') return found
    if (found !== undefined) return { at, on, cause, ...found }
    if (pair.native.ended !== pair.subject.ended) {
      const end = (ended: boolean) => [Buffer.from(ended ? '+(closed)\r\n' : '+(open)\r\n')]
      return { at, on, cause, native: end(pair.native.ended), subject: end(pair.subject.ended) }
    }
  }
  return undefined
}

function compareOutput(
  sides: Sides,
  { transaction }: Pair,
  native: readonly Output[],
  subject: readonly Output[],
): Pick<Difference, 'command' | 'native' | 'subject'> | 'diverged' | undefined {
  sides.compared += native.length
  const same = native.length === subject.length && native.every((one, at) => sameBytes(one.bytes, subject[at].bytes))
  if (same) {
    for (const { command, bytes } of native) if (command !== undefined) transaction.note(command, bytes)
    return undefined
  }
  const [theirs, ours] = [grouped(native), grouped(subject)]
  for (let at = 0; at < Math.max(theirs.length, ours.length); at++) {
    const [one, other] = [theirs[at], ours[at]]
    const agreed = one !== undefined && other !== undefined && agreeGroup(sides, transaction, one, other)
    if (agreed === 'diverged') return agreed
    if (!agreed) return { command: (one ?? other).command, native: one?.frames ?? [], subject: other?.frames ?? [] }
    if (one.command !== undefined) transaction.note(one.command, one.frames[0])
  }
  return undefined
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}

function agreeGroup(sides: Sides, transaction: Transaction, native: Group, subject: Group): boolean | 'diverged' {
  if (native.command !== subject.command) return false
  if (native.command !== undefined && native.frames.length === 1 && subject.frames.length === 1) {
    return agree(sides, native.command, transaction.queued, native.frames[0], subject.frames[0])
  }
  return equal(canonicalGroup(native), canonicalGroup(subject))
}

// What still waits is let go, so that the commands queued up behind it run as well.
async function finish(sides: Sides, pairs: readonly Pair[], at: number): Promise<Difference | 'diverged' | undefined> {
  const cause = ['CLIENT', 'UNBLOCK']
  await both(sides, [['CLIENT', 'UNPAUSE']])
  for (let times = 0; times < 8; times++) {
    await settle(sides, pairs)
    const found = compareOutputs(sides, pairs, at, cause)
    if (found !== undefined) return found
    const waiting = pairs.filter(({ native, nativeOutputs }) => !native.ended && nativeOutputs.waiting.length > 0)
    if (waiting.length === 0) return undefined
    for (const { native, subject } of waiting) {
      await Promise.all([
        sides.native.run([[...cause, `${native.id}`, times % 2 ? 'ERROR' : 'TIMEOUT']]),
        sides.subject.run([[...cause, `${subject.id}`, times % 2 ? 'ERROR' : 'TIMEOUT']]),
      ])
    }
  }
  return undefined
}
