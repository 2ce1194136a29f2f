/** Makes sequences: the grammar's groups weighted by a focus, and now and then a command with damaged arguments. */
import { access, connection, settings, THRESHOLDS } from './grammar/connection.ts'
import { geo } from './grammar/geo.ts'
import { hashes } from './grammar/hashes.ts'
import { hyperloglogs } from './grammar/hyperloglog.ts'
import { keyspace } from './grammar/keyspace.ts'
import { lists } from './grammar/lists.ts'
import { CONNECTIONS } from './grammar/play.ts'
import type { Production } from './grammar/production.ts'
import { scripting } from './grammar/scripts.ts'
import { sets } from './grammar/sets.ts'
import { plays } from './grammar/several.ts'
import { sortedSets } from './grammar/sorted-sets.ts'
import { streams } from './grammar/streams.ts'
import { bitmaps, strings } from './grammar/strings.ts'
import { transactions } from './grammar/transactions.ts'
import { BOUNDARIES, key, MALFORMED } from './grammar/values.ts'
import { endsSoon } from './grammar/waiting.ts'
import { Random } from './random.ts'
import type { Argument, Command, Sequence, Step, Turn } from './sequence.ts'

const groups: readonly { weight: number; productions: readonly Production[] }[] = [
  { weight: 4, productions: strings },
  { weight: 2, productions: bitmaps },
  { weight: 4, productions: lists },
  { weight: 4, productions: sets },
  { weight: 5, productions: sortedSets },
  { weight: 5, productions: hashes },
  { weight: 5, productions: streams },
  { weight: 2, productions: geo },
  { weight: 2, productions: hyperloglogs },
  { weight: 4, productions: keyspace },
  { weight: 3, productions: scripting },
  { weight: 1, productions: access },
  { weight: 1, productions: settings },
  { weight: 1, productions: connection },
  { weight: 2, productions: transactions((r) => step(r, r.weighted(ofData).productions)) },
]
const ofData = groups.slice(0, 11)

/** Sequence `number` of a run: 20 to 60 commands, after a setup that leaves nothing of the one before. */
export function generate(seed: number, number: number): Sequence {
  const r = new Random(seed, number)
  const focus = r.many(1, 3, () => r.weighted(groups))
  const length = r.int(20, 60)
  const steps: Step[] = []
  for (let commands = 0; commands < length; ) {
    const next = step(r, (r.chance(0.75) ? r.pick(focus) : r.weighted(groups)).productions)
    steps.push(next)
    commands += next.length
  }
  return { seed, number, setup: setup(r), protocols: [], steps }
}

/** Sequence `number` of a run over several connections: 40 to 120 commands, of which each turn has a few. */
export function generateTurns(seed: number, number: number): Sequence<Turn> {
  const r = new Random(seed, number)
  const focus = r.many(1, 2, () => r.weighted(groups))
  const plot = r.many(1, 2, () => r.weighted(plays))
  const length = r.int(40, 120)
  const steps: Turn[] = []
  let on = 0
  for (let commands = 0; commands < length; ) {
    if (r.chance(0.6)) on = r.int(0, CONNECTIONS - 1)
    const turns = r.chance(0.4)
      ? r.weighted((r.chance(0.8) ? r.pick(plot) : r.weighted(plays)).plays).make(r, on)
      : [
          {
            on,
            commands: r.chance(0.03)
              ? pipeline(r)
              : step(r, (r.chance(0.75) ? r.pick(focus) : r.weighted(groups)).productions),
          },
        ]
    steps.push(...turns)
    for (const turn of turns) commands += turn.commands.length
  }
  // Without what is only for the connection of a sequence that has one.
  const fresh = setup(r).filter(([name]) => name !== 'HELLO')
  const quiet = [
    ['CONFIG', 'SET', 'notify-keyspace-events', ''],
    ['DEBUG', 'SET-ACTIVE-EXPIRE', '0'],
  ]
  const protocols = Array.from({ length: CONNECTIONS }, () => r.pick([2, 3] as const))
  return { seed, number, setup: [...fresh, ...quiet], protocols, steps }
}

/** Many commands at once, but less than a server reads at once: 16 KB, after which it would let others in between. None
 * times out among them: what follows of those before may come before that or after it. */
function pipeline(r: Random): Step {
  const commands = r.many(10, 50, () => step(r, r.weighted(ofData).productions)).flat()
  const size = (command: Command) => command.reduce((sum, argument) => sum + Buffer.byteLength(argument) + 10, 10)
  return [['PING'], ...commands.filter((command) => size(command) < 200 && !endsSoon(command)).slice(0, 70)]
}

function step(r: Random, productions: readonly Production[]): Step {
  const production = r.weighted(productions)
  const commands = production.make(r)
  if (production.damage === 'none' || !r.chance(0.06)) return commands
  return commands.map((command) => damaged(r, command, production.damage === 'any' ? 5 : 4))
}

function setup(r: Random): Command[] {
  const defaults = r.chance(0.3)
  const thresholds = THRESHOLDS.flatMap((choices) => (defaults ? choices[0] : r.pick(choices)))
  return [
    ['RESET'],
    ...(r.chance(0.4) ? [['HELLO', '3']] : []),
    ['FLUSHALL', 'SYNC'],
    ['FUNCTION', 'FLUSH', 'SYNC'],
    ['SCRIPT', 'FLUSH', 'SYNC'],
    ['ACL', 'DELUSER', 'u1', 'u2', 'u3'],
    ['CONFIG', 'SET', ...thresholds, ...SETTINGS],
  ]
}

// What a sequence can set besides the thresholds, put back; and a megabyte as the largest string (the least that the
// engine takes), so that a huge offset is refused instead of filled with zeros.
const SETTINGS = [
  'proto-max-bulk-len',
  '1048576',
  'hz',
  '10',
  'maxmemory-policy',
  'noeviction',
  'maxmemory-samples',
  '5',
]

// What may stand where a number stood. No small positive one: as a time to live it would end within the sequence.
const EXTREMES = [
  ...MALFORMED,
  '1\0',
  ...BOUNDARIES.filter((number) => Number(number) <= 0 || Number(number) >= 2 ** 31),
]
const STRANGE = [
  '',
  'héllo',
  'a\0b',
  '*1\r\n',
  'x'.repeat(300),
  '-',
  '+',
  '(',
  '$',
  '{',
  'NX',
  'COUNT',
  'LIMIT',
  'STORE',
]

/** Wrong arity, a malformed or extreme number, a strange value and, fifth, another key: one change to the arguments. */
function damaged(r: Random, command: Command, ways: number): Command {
  const at = r.int(1, Math.max(1, command.length - 1))
  const replaced = (by: Argument) => [...command.slice(0, at), by, ...command.slice(at + 1)]
  switch (r.int(0, ways)) {
    case 0:
      // The name stays: an empty command is answered by nothing.
      return command.slice(0, r.int(1, Math.max(1, command.length - 1)))
    case 1:
      return [...command, r.pick(STRANGE)]
    case 2:
      return [...command.slice(0, at), ...command.slice(at - 1, at), ...command.slice(at)]
    case 3:
      return replaced(r.pick(EXTREMES))
    case 4:
      return replaced(r.chance(0.3) ? r.bytes(r.int(0, 20)) : r.pick(STRANGE))
    default:
      return replaced(key(r))
  }
}
