/** The differential run: sequences one after the other, each on both sides, each difference shrunk and told. */
import type { Difference, Sides } from './compare.ts'
import type { KnownDifference } from './known.ts'
import { readReply, showReply } from './reply.ts'
import { type Command, nameOf, type Sequence, showCommand } from './sequence.ts'
import { shrink } from './shrink.ts'
import type { OpenSubject } from './subject.ts'

/** A kind of run: what its sequences are made of, and how one of them is compared. */
export interface Plan<S> {
  generate(seed: number, number: number): Sequence<S>
  compare(sides: Sides, sequence: Sequence<S>, steps: readonly S[]): Promise<Difference | undefined>
  /** A step as lines. */
  show(step: S): readonly string[]
  commandsOf(step: S): readonly Command[]
  /** What to set so as to run sequence `number` of `seed` alone. */
  again(seed: number, number: number): string
}

export interface DifferentialOptions {
  native: OpenSubject
  subject: OpenSubject
  seed: number
  /** Which sequences: those from number `first` on, until there were `count` of them, or `commands` commands. */
  first: number
  count?: number
  commands?: number
  /** Stop after so many sequences that differ. */
  most: number
  /** Called after every so many sequences. */
  onProgress?: (result: DifferentialResult) => void
}

export interface DifferentialResult {
  sequences: number
  /** Commands of those sequences that were sent; some of a connection that waits are not. */
  commands: number
  /** Replies and pushes compared, those of the final state included. */
  replies: number
  /** One readable report for each sequence that differed. */
  reports: readonly string[]
  /** Known differences that were met, with how often. */
  known: ReadonlyMap<KnownDifference, number>
}

/** Runs as many sequences as `options` says. Rejects only when the native side is lost. */
export async function differential<S>(plan: Plan<S>, options: DifferentialOptions): Promise<DifferentialResult> {
  const { count = Number.POSITIVE_INFINITY, commands = Number.POSITIVE_INFINITY } = options
  const sides: Sides = {
    native: await options.native(),
    subject: await options.subject(),
    commands: 0,
    compared: 0,
    known: new Map(),
  }
  const reports: string[] = []
  let sequences = 0
  const result = () => ({ sequences, commands: sides.commands, replies: sides.compared, reports, known: sides.known })
  try {
    while (sequences < count && sides.commands < commands && reports.length < options.most) {
      const sequence = plan.generate(options.seed, options.first + sequences)
      const found = await attempt(sides, options, () => plan.compare(sides, sequence, sequence.steps))
      if (found !== undefined) reports.push(await report(plan, sides, options, sequence, found))
      sequences++
      if (sequences % 1000 === 0) options.onProgress?.(result())
    }
  } finally {
    await Promise.all([sides.native.close(), sides.subject.close()])
  }
  return result()
}

type Failure = Difference | Error

// An engine that was lost is a finding too; the next attempt gets a fresh one.
async function attempt(
  sides: Sides,
  options: DifferentialOptions,
  compare: () => Promise<Difference | undefined>,
): Promise<Failure | undefined> {
  try {
    return await compare()
  } catch (error) {
    await Promise.allSettled([sides.subject.close(), sides.native.close()])
    sides.subject = await options.subject()
    sides.native = await options.native()
    return error instanceof Error ? error : new Error(String(error))
  }
}

function sameFailure(a: Failure, b: Failure | undefined): boolean {
  if (a instanceof Error || b instanceof Error) return a instanceof Error && b instanceof Error
  return b !== undefined && nameOf(a.command ?? []) === nameOf(b.command ?? [])
}

async function report<S>(
  plan: Plan<S>,
  sides: Sides,
  options: DifferentialOptions,
  sequence: Sequence<S>,
  found: Failure,
): Promise<string> {
  let smallest = found
  const steps = await shrink(sequence.steps, async (fewer) => {
    const again = await attempt(sides, options, () => plan.compare(sides, sequence, fewer))
    if (!sameFailure(found, again)) return false
    smallest = again ?? smallest
    return true
  })
  const { seed, number } = sequence
  const count = (of: readonly S[]) => of.flatMap(plan.commandsOf).length
  const lines = steps.flatMap(plan.show)
  return [
    `seed ${seed}, sequence ${number}: ${count(sequence.steps)} commands, shrunk to ${count(steps)}`,
    ...sequence.setup.map((command) => `  setup  ${showCommand(command)}`),
    ...lines.map((line, at) => `  ${at} ${line}`),
    ...(smallest instanceof Error
      ? [`  ${smallest.stack ?? smallest.message}`]
      : [
          `  differ in ${smallest.at < lines.length ? `${smallest.at}` : 'the final state'}: ${describe(smallest)}`,
          `  ${sides.native.name}: ${showFrames(smallest.native)}`,
          `  ${sides.subject.name}: ${showFrames(smallest.subject)}`,
        ]),
    `  again: ${plan.again(seed, number)}`,
  ].join('\n')
}

function describe({ command, on, cause }: Difference): string {
  const what = command === undefined ? 'a push' : showCommand(command)
  return on === undefined ? what : `${what}, on connection ${on}, after ${showCommand(cause ?? [])}`
}

function showFrames(frames: readonly Uint8Array[]): string {
  return frames.map((frame) => showReply(readReply(frame), '    ')).join('\n    ') || 'nothing'
}
