/** The two kinds of run: all commands on one connection, one behind the other, and turns of several connections. */
import { compare } from './compare.ts'
import { compareTurns } from './compare-turns.ts'
import type { Plan } from './differential.ts'
import { generate, generateTurns } from './generate.ts'
import { type Step, showCommand, type Turn } from './sequence.ts'

export const oneConnection: Plan<Step> = {
  generate,
  compare,
  show: (step) => step.map(showCommand),
  commandsOf: (step) => step,
  again: (seed, number) => `DIFFERENTIAL_SEED=${seed} DIFFERENTIAL_FIRST=${number} DIFFERENTIAL_SEQUENCES=1`,
}

export const severalConnections: Plan<Turn> = {
  generate: generateTurns,
  compare: compareTurns,
  show: ({ on, commands, pause }) => {
    const shown = commands.map(showCommand).join(' ; ')
    return [`connection ${on}: ${shown}${pause === undefined ? '' : `, then ${pause} ms`}`]
  },
  commandsOf: ({ commands }) => commands,
  again: (seed, number) => `make differential SEED=${seed} FIRST=${number} COMMANDS=1`,
}
