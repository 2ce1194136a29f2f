/** A run of some length as the environment asks for, told as it goes on and kept as a result. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { builds } from '../../src/options.ts'
import { type DifferentialResult, differential, type Plan } from './differential.ts'
import { openInProcess } from './in-process.ts'
import { openNative } from './native.ts'
import { build, type OpenSubject } from './subject.ts'

export const LONGEST_MS = 3_600_000

const number = (name: string) => (process.env[name] ? Number(process.env[name]) : undefined)

/** What the environment asks for; undefined where it asks for nothing. */
export const requested = {
  sequences: number('DIFFERENTIAL_SEQUENCES'),
  commands: number('DIFFERENTIAL_COMMANDS'),
  seed: number('DIFFERENTIAL_SEED') ?? 1,
  first: number('DIFFERENTIAL_FIRST') ?? 0,
}

/** As it is told and kept: the build, where it is not the usual one, and the seed. */
const title = (name: string) => `${name}${build === builds[0] ? '' : `, ${build} build`}, seed ${requested.seed}`

/** Runs `plan` from the requested seed and sequence on, and adds what came of it to DIFFERENTIAL_RESULT, a JSON file. */
export async function run<S>(
  name: string,
  plan: Plan<S>,
  length: { count?: number; commands?: number },
  subject: OpenSubject = openInProcess,
): Promise<DifferentialResult> {
  const { seed, first } = requested
  const started = Date.now()
  const result = await differential(plan, {
    ...length,
    native: openNative,
    subject,
    seed,
    first,
    most: 5,
    onProgress: (so) => process.stdout.write(`  ${so.sequences} sequences, ${so.commands} commands\n`),
  })
  const { sequences, commands, replies, known } = result
  const seconds = ((Date.now() - started) / 1000).toFixed(0)
  const about = `${title(name)}: ${sequences} sequences, ${commands} commands, ${replies} replies`
  process.stdout.write(`  ${about} in ${seconds} s\n`)
  for (const [{ cause }, times] of known) process.stdout.write(`  ${times} × known: ${cause}\n`)
  if (process.env.DIFFERENTIAL_RESULT) keep(process.env.DIFFERENTIAL_RESULT, name, result)
  return result
}

interface Section {
  section: string
  title: string
  about: string
  rows: { name: string; passed: number; failed: number; reason?: string }[]
}

// One row for each kind of run and seed; those of other runs stay. scripts/ makes a page of it.
function keep(path: string, name: string, { sequences, commands, replies, reports, known }: DifferentialResult): void {
  const section: Section = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : empty
  const declared = [...known.values()].reduce((sum, times) => sum + times, 0)
  const row = {
    name: title(name),
    passed: commands,
    failed: reports.length,
    reason: `${sequences} sequences, ${replies} replies and pushes; ${declared} of them differ as declared`,
  }
  section.rows = [...section.rows.filter((other) => other.name !== row.name), row]
  section.rows.sort((a, b) => (a.name < b.name ? -1 : 1))
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${JSON.stringify(section, null, 2)}\n`)
}

const empty: Section = {
  section: 'differential',
  title: 'Generated commands',
  about:
    'Commands generated from a seed, on the engine in this process and on the native server: every reply and push, and in the end every key with its encoding, expiry and `DUMP`, must be equal. Over three connections each command is awaited until nothing more comes of it anywhere. A difference that the platform makes is declared in `test/conformance/known.ts`, and counted. `make differential SEED=…` adds a row.',
  rows: [],
}
