import type { Random } from '../random.ts'
import type { Argument, Command } from '../sequence.ts'
import { command, fixed, type Production, together } from './production.ts'
import { functionLibraries, scripts } from './script-sources.ts'
import { counted, key, keys, value } from './values.ts'

// Of 'return {KEYS[1], ARGV[1], #ARGV}'.
const SHA = '8dc2818ba1623288be206a9b42ace2bc5a8f2fd5'
const MISSING_SHA = 'ffffffffffffffffffffffffffffffffffffffff'

/** `numkeys key … arg …`: two keys of any type and up to three values. */
function inputs(r: Random): Argument[] {
  const both = r.chance(0.95) ? [key(r), key(r)] : keys(r)
  return [...counted(r, both), ...r.many(2, 3, () => value(r))]
}

const evaluate = (r: Random) => r.pick(['EVAL', 'EVAL', 'EVAL', 'EVAL_RO'])
const functionName = (r: Random) => r.pick(['echo', 'store', 'read', 'fail', 'count', 'missing'])

function load(r: Random): Command {
  return ['FUNCTION', 'LOAD', ...r.maybe(0.6, () => ['REPLACE']), r.pick(functionLibraries)]
}

export const scripting: readonly Production[] = [
  // Damage to the script's own text is worth little; its inputs are varied by the generator itself.
  fixed(14, (r) => [evaluate(r), r.pick(scripts), ...inputs(r)]),
  together(2, (r) => [
    ['SCRIPT', 'LOAD', 'return {KEYS[1], ARGV[1], #ARGV}'],
    [r.pick(['EVALSHA', 'EVALSHA_RO']), r.pick([SHA, SHA.toUpperCase(), MISSING_SHA, 'x']), ...inputs(r)],
    ['SCRIPT', r.pick(['EXISTS', 'SHOW']), SHA],
  ]),
  command(0.5, (r) => ['SCRIPT', 'EXISTS', SHA, MISSING_SHA, ...r.maybe(0.3, () => ['x'])]),
  command(0.3, (r) => ['SCRIPT', 'SHOW', r.pick([SHA, MISSING_SHA])]),
  command(0.3, (r) => ['SCRIPT', 'FLUSH', ...r.maybe(0.5, () => [r.pick(['SYNC', 'NOW'])])]),
  command(0.3, () => ['SCRIPT', 'KILL']),
  together(3, (r) => [load(r), [r.pick(['FCALL', 'FCALL_RO']), functionName(r), ...inputs(r)]]),
  command(5, (r) => [r.pick(['FCALL', 'FCALL', 'FCALL_RO']), functionName(r), ...inputs(r)]),
  command(2, load),
  // An unknown option of FUNCTION LIST comes back in its error as it is: a line end in it would break the protocol.
  fixed(1, (r) => [
    ...['FUNCTION', 'LIST'],
    ...r.maybe(0.4, () => ['LIBRARYNAME', r.pick(['*', 'one', 't*'])]),
    ...r.maybe(0.4, () => [r.pick(['WITHCODE', 'withcode', 'WITHOUT'])]),
  ]),
  command(0.5, (r) => ['FUNCTION', 'DELETE', r.pick(['one', 'two', 'none'])]),
  command(0.5, () => ['FUNCTION', 'STATS']),
  command(0.5, () => ['FUNCTION', 'DUMP']),
  command(0.3, (r) => [
    'FUNCTION',
    'RESTORE',
    value(r),
    ...r.maybe(0.5, () => [r.pick(['FLUSH', 'APPEND', 'REPLACE'])]),
  ]),
  command(0.2, () => ['FUNCTION', 'KILL']),
  command(0.2, (r) => ['FUNCTION', 'FLUSH', ...r.maybe(0.7, () => ['SYNC'])]),
  fixed(1, (r) => ['EVAL', r.pick(['return', 'return 1 +', 'x = 1', 'nosuch()', 'return {', value(r)]), '0']),
]
