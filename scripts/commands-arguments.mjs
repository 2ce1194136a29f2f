// What a typed method takes.
//
// Where the order of words is fixed, the parameters are exact, as `count` of LPOP key [count] is. The engine takes
// options in any order, so as soon as two of them may follow, the rest of the words is one list of
// `Word<'NX' | 'EX' | …>`: editors complete the tokens, and any argument is allowed. A list asks for no first element:
// it would refuse `client.del(...keys)` with an ordinary array, and the engine answers an empty one with an error.
import { shapesOfArguments } from './commands-shapes.mjs'

/**
 * The parameters of a method: `{ label, type, optional, rest }` each, in order, and for one whose type is a union of
 * tuples these as `tuples`. A command that can wait takes a last `CallOptions` besides.
 */
export function parametersOf({ arguments: args = [], command_flags: flags = [] }) {
  return parameters(shapesOfArguments(args), flags.includes('BLOCKING'))
}

function parameters(shapes, blocking) {
  const [first] = shapes
  let common = 0
  while (first[common] && !first[common].rest && shapes.every((shape) => same(shape[common], first[common]))) common++
  const leading = first.slice(0, common).map(parameter)
  const tails = shapes.map((shape) => shape.slice(common))
  return unique([...leading, ...tailParameters(tails, blocking)])
}

function tailParameters(tails, blocking) {
  const options = { label: 'options', type: 'CallOptions', optional: true, rest: false }
  if (tails.length === 1) {
    const [tail] = tails
    if (tail.length === 0) return blocking ? [options] : []
    if (tail.length === 1 && !blocking) return [parameter(tail[0])]
  }
  const chain = !blocking && chainOf(tails)
  if (chain) return chain.map((element) => ({ ...parameter(element), optional: !element.rest }))
  const tuples = mergeOptional(tails).map((tuple) => tuple.map(parameter))
  const all = blocking ? tuples.flatMap((tuple) => [tuple, [...tuple, { ...options, optional: false }]]) : tuples
  const types = all.map(tupleText)
  return [{ label: 'args', type: types.join(' | '), optional: false, rest: true, tuples: types }]
}

/** The elements of [], [a] and [a, b], in whatever order these come: optional parameters. False for any others. */
function chainOf(tails) {
  const byLength = [...tails].sort((a, b) => a.length - b.length)
  const grows = byLength.every(
    (tail, at) => tail.length === at && (at === 0 || byLength[at - 1].every((element, i) => same(element, tail[i]))),
  )
  return grows && byLength.at(-1)
}

/** Two tuples of which one has a last element more are one tuple whose last element is optional. */
function mergeOptional(tails) {
  const merged = []
  for (const tail of [...tails].sort((a, b) => a.length - b.length)) {
    const shorter = merged.findIndex(
      (other) => other.length === tail.length - 1 && other.every((element, at) => same(element, tail[at])),
    )
    if (shorter === -1 || tail.some((element) => element.rest)) merged.push(tail)
    else merged[shorter] = [...tail.slice(0, -1), { ...tail.at(-1), optional: true }]
  }
  return merged
}

function same(a, b) {
  return JSON.stringify(a) === JSON.stringify(b)
}

function parameter({ label, tokens, kinds, rest, optional = false }) {
  const literals = tokens.map((token) => `'${token}'`)
  const values = kinds.includes('Argument') ? ['Argument'] : kinds
  const type =
    literals.length === 0
      ? values.join(' | ')
      : values.length === 0
        ? literals.join(' | ')
        : `Word<${literals.join(' | ')}>`
  return { label, type: rest ? list(type) : type, optional, rest }
}

const list = (type) => (type.includes(' | ') && !type.endsWith('>') ? `(${type})[]` : `${type}[]`)

function tupleText(tuple) {
  if (tuple.length === 1 && tuple[0].rest) return tuple[0].type
  return `[${parameterTexts(unique(tuple)).join(', ')}]`
}

/** `label: type`, `label?: type` or `...label: type` for each. */
export function parameterTexts(all) {
  return all.map(({ label, type, optional, rest }) => `${rest ? '...' : ''}${label}${optional ? '?' : ''}: ${type}`)
}

function unique(all) {
  const seen = new Map()
  return all.map((parameter) => {
    const times = (seen.get(parameter.label) ?? 0) + 1
    seen.set(parameter.label, times)
    return times === 1 ? parameter : { ...parameter, label: `${parameter.label}${times}` }
  })
}
