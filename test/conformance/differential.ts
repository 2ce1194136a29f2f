/** The differential run: sequences one after the other, each on both sides, each difference shrunk and told. */
import { compare, type Difference, type Sides } from './compare.ts'
import { generate } from './generate.ts'
import type { KnownDifference } from './known.ts'
import { readReply, showReply } from './reply.ts'
import { nameOf, type Sequence, type Step, showCommand } from './sequence.ts'
import { shrink } from './shrink.ts'
import type { OpenSubject } from './subject.ts'

export interface DifferentialOptions {
  native: OpenSubject
  subject: OpenSubject
  seed: number
  /** Which sequences: `count` of them from number `first` on. */
  first: number
  count: number
  /** Stop after so many sequences that differ. */
  most: number
  onProgress?: (done: number, replies: number) => void
}

export interface DifferentialResult {
  sequences: number
  /** Replies compared, those of the final state included. */
  replies: number
  /** One readable report for each sequence that differed. */
  reports: string[]
  /** Known differences that were met, with how often. */
  known: ReadonlyMap<KnownDifference, number>
}

/** Runs `options.count` sequences. Rejects only when the native side is lost. */
export async function differential(options: DifferentialOptions): Promise<DifferentialResult> {
  const sides: Sides = {
    native: await options.native(),
    subject: await options.subject(),
    compared: 0,
    known: new Map(),
  }
  const reports: string[] = []
  let sequences = 0
  try {
    for (; sequences < options.count && reports.length < options.most; sequences++) {
      const sequence = generate(options.seed, options.first + sequences)
      const found = await attempt(sides, options, sequence, sequence.steps)
      if (found !== undefined) reports.push(await report(sides, options, sequence, found))
      if ((sequences + 1) % 1000 === 0) options.onProgress?.(sequences + 1, sides.compared)
    }
  } finally {
    await Promise.all([sides.native.close(), sides.subject.close()])
  }
  return { sequences, replies: sides.compared, reports, known: sides.known }
}

type Failure = Difference | Error

// An engine that was lost is a finding too; the next attempt gets a fresh one.
async function attempt(
  sides: Sides,
  options: DifferentialOptions,
  sequence: Sequence,
  steps: readonly Step[],
): Promise<Failure | undefined> {
  try {
    return await compare(sides, sequence, steps)
  } catch (error) {
    await Promise.allSettled([sides.subject.close(), sides.native.close()])
    sides.subject = await options.subject()
    sides.native = await options.native()
    return error instanceof Error ? error : new Error(String(error))
  }
}

function sameFailure(a: Failure, b: Failure | undefined): boolean {
  if (a instanceof Error || b instanceof Error) return a instanceof Error && b instanceof Error
  return b !== undefined && nameOf(a.command) === nameOf(b.command)
}

async function report(sides: Sides, options: DifferentialOptions, sequence: Sequence, found: Failure): Promise<string> {
  let smallest = found
  const steps = await shrink(sequence.steps, async (fewer) => {
    const again = await attempt(sides, options, sequence, fewer)
    if (!sameFailure(found, again)) return false
    smallest = again ?? smallest
    return true
  })
  const commands = steps.flat()
  return [
    `seed ${sequence.seed}, sequence ${sequence.number}: ${sequence.steps.flat().length} commands, shrunk to ${commands.length}`,
    ...sequence.setup.map((command) => `  setup  ${showCommand(command)}`),
    ...commands.map((command, at) => `  ${at} ${showCommand(command)}`),
    ...(smallest instanceof Error
      ? [`  ${smallest.stack ?? smallest.message}`]
      : [
          `  differ in ${smallest.at < commands.length ? `${smallest.at}` : 'the final state'}: ${showCommand(smallest.command)}`,
          `  ${sides.native.name}: ${showReply(readReply(smallest.native), '    ')}`,
          `  ${sides.subject.name}: ${showReply(readReply(smallest.subject), '    ')}`,
        ]),
    `  again: DIFFERENTIAL_SEED=${sequence.seed} DIFFERENTIAL_FIRST=${sequence.number} DIFFERENTIAL_SEQUENCES=1`,
  ].join('\n')
}
