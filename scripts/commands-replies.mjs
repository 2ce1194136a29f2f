// What a typed method answers, from the reply schema of its command: the schemas describe RESP3.
//
// A reply type is a tree of { is: 'bulk' | 'status' | 'integer' | 'double' | 'boolean' | 'null' | 'reply', of? } (with
// `of` a literal), { is: 'array' | 'set' | 'map', of: tree }, { is: 'tuple', of: [tree], least, rest?, labels? },
// { is: 'object', of: { field: tree }, optional: [field], others?, pattern? } and { is: 'union', of: [tree] }. A tree with a
// `name` becomes a type of that name.

/** Constants that the engine sends as a simple string; all other strings are bulk strings. */
const STATUSES = /^(OK|PONG|RESET|NOKEY|(Background|Scheduled background) saving .*)$/

/**
 * The reply tree of a schema after `patches`, in order: each changes what `at` points to, a path of steps with spaces
 * between. One that finds nothing to change throws, so that none outlives the schema that it corrects.
 */
export function replyOf(schema, patches) {
  let tree = schema ? treeOf(schema) : { is: 'reply' }
  for (const { of, at, becomes } of patches) {
    const patched = patchAt(tree, at === '' ? [] : at.split(' '), becomes)
    if (patched === undefined) throw new Error(`the correction of ${of} at '${at}' finds nothing to change`)
    tree = patched
  }
  return tree
}

function treeOf(schema) {
  if ('const' in schema) return constant(schema.const)
  const choices = schema.oneOf ?? schema.anyOf
  if (choices) return unionOf(choices.map(treeOf))
  switch (schema.type) {
    case 'string':
      return { is: 'bulk' }
    case 'integer':
      return { is: 'integer' }
    case 'number':
      return { is: 'double' }
    case 'boolean':
    case 'null':
      return { is: schema.type }
    case 'array':
      return arrayOf(schema)
    case 'object':
      return objectOf(schema)
    default:
      return { is: 'reply' }
  }
}

function constant(value) {
  if (typeof value === 'number') return { is: 'integer', of: value }
  return { is: STATUSES.test(value) ? 'status' : 'bulk', of: value }
}

// `uniqueItems` says that no element comes twice, not that the reply is a set: those few are patched in by name.
function arrayOf({ items, additionalItems, minItems, maxItems }) {
  if (maxItems === 0) return EMPTY
  if (!Array.isArray(items)) return { is: 'array', of: items ? treeOf(items) : { is: 'reply' } }
  const rest = additionalItems && maxItems > items.length ? treeOf(additionalItems) : undefined
  return { is: 'tuple', of: items.map(treeOf), least: minItems, rest }
}

function objectOf({ properties = {}, patternProperties = {}, additionalProperties }) {
  const [pattern] = Object.entries(patternProperties)
  const others = pattern?.[1] ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined)
  const names = Object.keys(properties)
  if (names.length === 0) return others ? { is: 'map', of: treeOf(others) } : { is: 'map', of: { is: 'reply' } }
  const of = Object.fromEntries(names.map((name) => [name, treeOf(properties[name])]))
  return { is: 'object', of, optional: [], pattern: pattern?.[0], others: others && treeOf(others) }
}

const EMPTY = { is: 'tuple', of: [], least: 0 }

/** A union without its doubles, and without members that a wider one covers. Numbers come in order and null last. */
export function unionOf(trees) {
  const flat = trees.flatMap((tree) => (tree.is === 'union' ? tree.of : [tree]))
  const widely = (is) => flat.some((tree) => tree.is === is && !isLiteral(tree))
  const covered = (tree) => (isLiteral(tree) && widely(tree.is)) || (tree === EMPTY && widely('array'))
  const kept = new Map(flat.filter((tree) => !covered(tree)).map((tree) => [JSON.stringify(tree), tree]))
  const members = [...kept.values()].sort((a, b) => place(a) - place(b))
  return members.length === 1 ? members[0] : { is: 'union', of: members }
}

const place = ({ is, of }) => (is === 'null' ? 1 : is === 'integer' && isLiteral({ of }) ? of - 10 : 0)

const isLiteral = ({ of }) => typeof of === 'string' || typeof of === 'number'

// A step of a patch's path is a field of an object, the index of a tuple's element, `rest` for a tuple's further ones,
// or [] for the elements of an array, a set or a map. A union is patched in each member that has the path. Undefined:
// nothing has it.
function patchAt(tree, [step, ...further], becomes) {
  if (step === undefined) return becomes(tree)
  if (tree.is === 'union') {
    const members = tree.of.map((member) => patchAt(member, [step, ...further], becomes))
    if (members.every((member) => member === undefined)) return undefined
    return unionOf(members.map((member, at) => member ?? tree.of[at]))
  }
  if (step === 'rest') {
    const rest = tree.rest && patchAt(tree.rest, further, becomes)
    return rest && { ...tree, rest }
  }
  const child = step === '[]' ? elementOf(tree) : partOf(tree, step)
  if (child === undefined) return undefined
  const patched = patchAt(child, further, becomes)
  if (patched === undefined) return undefined
  if (step === '[]') return { ...tree, of: patched }
  const of = Array.isArray(tree.of) ? tree.of.with(step, patched) : { ...tree.of, [step]: patched }
  return { ...tree, of }
}

const elementOf = ({ is, of }) => (is === 'array' || is === 'set' || is === 'map' ? of : undefined)

const partOf = ({ is, of }, step) => (is === 'object' || is === 'tuple' ? of[step] : undefined)
