import type { Random } from '../random.ts'
import type { Turn } from '../sequence.ts'

/** How many connections a sequence has. */
export const CONNECTIONS = 3

/** One way for connections to act together; `on` is the one whose turn it is. */
export interface Play {
  weight: number
  make(r: Random, on: number): Turn[]
}

export const another = (r: Random, on: number) => (on + r.int(1, CONNECTIONS - 1)) % CONNECTIONS
export const anyone = (r: Random) => r.int(0, CONNECTIONS - 1)
