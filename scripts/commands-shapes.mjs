// The ways to write a command's arguments.
//
// A shape is one of them: a list of elements { label, tokens, kinds, rest }. `tokens` are words taken as they are, `kinds`
// the types of values, `rest` says that the element may be repeated.

/** How many ways to write a command's arguments are spelled out before a list of words says it better. */
const MOST_SHAPES = 5

/** Parameter names that TypeScript keeps for itself. */
const RESERVED = new Set(['function'])

/** Every shape of these arguments, or the one shape of fixed words and a list of others where there are too many. */
export function shapesOfArguments(args) {
  return shapesOf(args) ?? [wordsShape(args)]
}

function shapesOf(args) {
  // Options with tokens are taken in any order: two of them cannot be spelled out.
  if (args.filter((arg) => arg.optional && tokensOf(arg).length > 0).length > 1) return undefined
  let shapes = [[]]
  for (const arg of args) {
    const next = shapesOfOne(arg)
    // What may follow a list could be one of its elements: only a type for all of them says that.
    const open = arg.optional && shapes.some((shape) => shape.at(-1)?.rest) && !next?.every((more) => more[0]?.rest)
    if (next === undefined || open) return undefined
    shapes = shapes.flatMap((shape) => next.map((more) => joined(shape, more)))
    if (shapes.length > MOST_SHAPES || shapes.includes(undefined)) return undefined
  }
  return shapes
}

function shapesOfOne(arg) {
  let shapes = shapesOfValue(arg)
  if (shapes === undefined) return undefined
  if (arg.multiple) {
    if (shapes.length > 1 || shapes[0].some((element) => element.rest)) return undefined
    const prefix = tokenElements(arg)
    const repeated = arg.multiple_token ? [...prefix, ...shapes[0]] : shapes[0]
    const rest = { ...union(repeated), label: listLabel(shapes[0]), rest: true }
    shapes = [arg.multiple_token ? [rest] : [...prefix, rest]]
    return arg.optional && prefix.length > 0 && !arg.multiple_token ? [[], ...shapes] : shapes
  }
  if (arg.type !== 'pure-token') shapes = shapes.map((shape) => [...tokenElements(arg), ...shape])
  return arg.optional ? [[], ...shapes] : shapes
}

function shapesOfValue(arg) {
  if (arg.type === 'pure-token') return [tokenElements(arg, labelOf(arg))]
  if (arg.type === 'block') return shapesOf(arg.arguments)
  if (arg.type !== 'oneof') return [[{ label: labelOf(arg), tokens: [], kinds: [kindOf(arg)], rest: false }]]
  const choices = arg.arguments.map(shapesOfOne)
  if (choices.includes(undefined)) return undefined
  const shapes = choices.flat()
  const oneWord = shapes.every((shape) => shape.length === 1 && !shape[0].rest)
  return oneWord ? [[{ ...union(shapes.flat()), label: labelOf(arg), rest: false }]] : shapes
}

function tokenElements(arg, label = 'token') {
  return (tokensBefore(arg) ?? []).map((token) => ({ label, tokens: [token], kinds: [], rest: false }))
}

// A tuple type has room for one list only; two neighbours (EVAL's keys and args) are one list of both.
function joined(shape, more) {
  const last = shape.at(-1)
  const [first, ...others] = more
  if (!last?.rest || !first?.rest) {
    const whole = [...shape, ...more]
    return whole.filter((element) => element.rest).length > 1 ? undefined : whole
  }
  if (others.some((element) => element.rest)) return undefined
  return [
    ...shape.slice(0, -1),
    { ...union([last, first]), label: and([last.label, first.label]), rest: true },
    ...others,
  ]
}

/** The fixed words that come first, then one list for all that follows. */
function wordsShape(args) {
  const fixed = []
  let at = 0
  for (; at < args.length; at++) {
    const shapes = args[at].optional ? undefined : shapesOfOne(args[at])
    if (shapes?.length !== 1 || shapes[0].some((element) => element.rest)) break
    fixed.push(...shapes[0])
  }
  const following = args.slice(at)
  const tokens = [...new Set(following.flatMap(tokensOf))]
  return [...fixed, { label: wordsLabel(following), tokens, kinds: ['Argument'], rest: true }]
}

function wordsLabel(args) {
  const labels = args.map((arg) => (arg.optional ? 'options' : plural(labelOf(arg))))
  const distinct = [...new Set(labels)]
  return distinct.length <= 2 && !args.some((arg) => !arg.optional && arg.arguments) ? and(distinct) : 'args'
}

function tokensOf(arg) {
  return [...(tokensBefore(arg) ?? []), ...(arg.arguments ?? []).flatMap(tokensOf)]
}

// The words of a token: NO ONE is two of them, and "" (MIGRATE) is an empty one.
function tokensBefore({ token }) {
  return token === '""' ? [''] : token?.split(' ')
}

function union(elements) {
  const distinct = (lists) => [...new Set(lists.flat())]
  return { tokens: distinct(elements.map(({ tokens }) => tokens)), kinds: distinct(elements.map(({ kinds }) => kinds)) }
}

function kindOf(arg) {
  // A cursor is handed back as it came, and of a binary client it comes as bytes.
  if (arg.name === 'cursor') return 'Argument'
  if (arg.name === 'numkeys' || arg.name === 'numfields') return 'number'
  return { integer: 'Integer', 'unix-time': 'Integer', double: 'Double' }[arg.type] ?? 'Argument'
}

function labelOf(arg) {
  const words = arg.name.toLowerCase().split(/[^a-z\d]+/)
  const label = words.map((word, at) => (at === 0 ? word : word[0].toUpperCase() + word.slice(1))).join('')
  return RESERVED.has(label) ? `${label}Name` : label
}

const listLabel = (elements) => and(elements.map(({ label }) => plural(label)))

const plural = (label) => (label.endsWith('s') ? label : `${label.replace(/([^aeiou])y$/, '$1ie')}s`)

const and = ([first, ...others]) =>
  first + others.map((label) => `And${label[0].toUpperCase()}${label.slice(1)}`).join('')
