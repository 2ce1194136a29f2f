import type { Random } from '../random.ts'
import type { Command, Step } from '../sequence.ts'

/** One way to write a command, or a few that belong together. */
export interface Production {
  weight: number
  /**
   * What may be changed at random afterwards: any argument, any but to the name of another key, or nothing, because a
   * reply would then depend on chance or time, or the command wait.
   */
  damage: 'any' | 'no key' | 'none'
  make(r: Random): Step
}

/** A command whose arguments may be damaged afterwards. */
export function command(weight: number, make: (r: Random) => Command): Production {
  return { weight, damage: 'any', make: (r) => [make(r)] }
}

/** A command whose arguments may be damaged, but that must not reach other keys. */
export function confined(weight: number, make: (r: Random) => Command): Production {
  return { weight, damage: 'no key', make: (r) => [make(r)] }
}

/** A command that must stay as it was made. */
export function fixed(weight: number, make: (r: Random) => Command): Production {
  return { weight, damage: 'none', make: (r) => [make(r)] }
}

/** Commands that belong together and stay as they were made. */
export function together(weight: number, make: (r: Random) => Step): Production {
  return { weight, damage: 'none', make }
}
