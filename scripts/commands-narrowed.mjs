// Replies that depend on what is asked for: LPOP answers one element, LPOP with a count a list. A schema gives the union
// of both; these rules say which member answers which call, so that callers need no cast.
import { unionOf } from './commands-replies.mjs'

// Each case is what has to be given and what answers then; the first that is given decides. Given are tokens in the
// command's list of words (WITHSCORES, or one of A|B), a word that has to come first (^NOMKSTREAM), an optional
// parameter by its label (count), or anything more (...). `otherwise` answers the rest.
const RULES = [
  { of: /^[LR]POP$/, cases: { count: only('list null') }, otherwise: only('bulk null') },
  { of: /^SPOP$/, cases: { count: only('set') }, otherwise: only('bulk null') },
  { of: /^SRANDMEMBER$/, cases: { count: only('list') }, otherwise: only('bulk null') },
  {
    of: /^HRANDFIELD$/,
    cases: { withvalues: only('pairs'), count: only('list') },
    otherwise: only('bulk null'),
  },
  {
    of: /^ZRANDMEMBER$/,
    cases: { withscores: only('pairs'), count: only('list') },
    otherwise: only('bulk null'),
  },
  // Without a count and with nothing to pop, the list is empty.
  { of: /^ZPOP(MIN|MAX)$/, cases: { count: only('pairs') }, otherwise: orEmpty(only('tuple')) },
  { of: /^Z(REV)?RANK$/, cases: { withscore: only('tuple null') }, otherwise: only('integer null') },
  { of: /^ZREVRANGE$/, cases: { withscores: only('pairs') }, otherwise: only('list') },
  {
    of: /^Z(RANGE|(REV)?RANGEBYSCORE|DIFF|INTER|UNION)$/,
    cases: { WITHSCORES: only('pairs') },
    otherwise: only('list'),
  },
  {
    of: /^GEO(SEARCH|RADIUS(BYMEMBER)?_RO)$/,
    cases: { 'WITHCOORD|WITHDIST|WITHHASH': only('pairs') },
    otherwise: only('list'),
  },
  {
    of: /^GEORADIUS(BYMEMBER)?$/,
    cases: { 'STORE|STOREDIST': only('integer'), 'WITHCOORD|WITHDIST|WITHHASH': only('pairs') },
    otherwise: only('list'),
  },
  { of: /^LPOS$/, cases: { COUNT: only('list') }, otherwise: only('integer null') },
  { of: /^LCS$/, cases: { IDX: only('object'), LEN: only('integer') }, otherwise: only('bulk') },
  { of: /^SORT$/, cases: { STORE: only('integer') }, otherwise: only('list') },
  {
    of: /^SET$/,
    cases: { GET: only('bulk null'), 'NX|XX|IFEQ': only('status null') },
    otherwise: only('status'),
  },
  { of: /^PING$/, cases: { message: only('bulk') }, otherwise: only('status') },
  { of: /^XADD$/, cases: { '^NOMKSTREAM': only('bulk null') }, otherwise: only('bulk') },
  { of: /^XCLAIM$/, cases: { JUSTID: only('list') }, otherwise: only('pairs') },
  { of: /^XAUTOCLAIM$/, cases: { JUSTID: only('tuple') }, otherwise: only('tuple with pairs') },
  { of: /^XPENDING$/, cases: { '...': only('pairs') }, otherwise: only('tuple') },
  { of: /^XINFO STREAM$/, cases: { FULL: having('entries') }, otherwise: having('first-entry') },
]

/** The cases of a command's reply, `{ given, tree }` each, the last without `given`; undefined for one reply to all. */
export function casesOf({ name }, tree) {
  const rule = RULES.find(({ of }) => of.test(name))
  if (!rule) return undefined
  const cases = Object.entries(rule.cases).map(([given, pick]) => ({ given, tree: pick(tree) }))
  return [...cases, { tree: rule.otherwise(tree) }]
}

/** Throws when a rule holds for no command. */
export function checkNarrowed(commands) {
  const idle = RULES.find(({ of }) => !commands.some(({ name }) => of.test(name)))
  if (idle) throw new Error(`scripts/commands-narrowed.mjs has a rule for ${idle.of}, which no command is`)
}

/** The members of a union that are of these kinds, each of which it must have. */
function only(kinds) {
  const wanted = kinds === 'tuple with pairs' ? [kinds] : kinds.split(' ')
  return (tree) => {
    const members = tree.of.filter((member) => wanted.includes(kindOf(member)))
    const missing = wanted.find((kind) => !members.some((member) => kindOf(member) === kind))
    if (missing) throw new Error(`a reply that is to be narrowed has no ${missing}: ${JSON.stringify(tree)}`)
    return unionOf(members)
  }
}

function having(field) {
  return (tree) => {
    const member = tree.of.find(({ of }) => field in of)
    if (!member) throw new Error(`a reply that is to be narrowed has no field ${field}: ${JSON.stringify(tree)}`)
    return member
  }
}

function orEmpty(pick) {
  return (tree) => unionOf([pick(tree), { is: 'tuple', of: [], least: 0 }])
}

function kindOf(tree) {
  if (tree.is === 'array') return tree.of.is === 'tuple' ? 'pairs' : 'list'
  if (tree.is === 'tuple') return tree.of.some((part) => kindOf(part) === 'pairs') ? 'tuple with pairs' : 'tuple'
  return tree.is
}
