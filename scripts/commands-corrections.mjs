// What the table says wrongly, or leaves open, about arguments and replies: each correction with its reason. The
// replies were compared with those of a native build of the engine.
import { unionOf } from './commands-replies.mjs'

const ARGUMENTS = {
  // The table has none for it at all; they differ by subcommand (DEBUG HELP lists them).
  DEBUG: () => [
    { name: 'subcommand', type: 'string' },
    { name: 'arg', type: 'string', optional: true, multiple: true },
  ],
  // zincrbyCommand reads a double, as ZADD INCR does.
  ZINCRBY: (args) => args.map((arg) => (arg.name === 'increment' ? { ...arg, type: 'double' } : arg)),
}

/** The arguments of a command as the engine takes them. */
export function argumentsOf({ name, arguments: args = [] }) {
  return ARGUMENTS[name]?.(args) ?? args
}

/** The name of the command whose reply schema holds for this one. */
export function replySchemaOwner({ name }) {
  // COMMAND has no schema of its own; it answers what COMMAND INFO answers for every command.
  return name === 'COMMAND' ? 'COMMAND INFO' : name
}

/** What has to change in the reply tree of a command: `{ at, becomes }` each, as `replyOf` takes them. */
export function replyPatchesOf({ name }) {
  return PATCHES.filter(({ of }) => of.test(name))
}

const PATCHES = [
  // addReplySetLen and setDeferredSetLen in the engine's C are the sets; the schemas call them arrays.
  { of: /^(SMEMBERS|SINTER|SUNION|SDIFF|SPOP)$/, at: '', becomes: set },
  { of: /^(ACL GETUSER|CLIENT TRACKINGINFO)$/, at: 'flags', becomes: set },
  { of: /^FUNCTION LIST$/, at: '[] functions [] flags', becomes: set },
  { of: /^COMMAND GETKEYSANDFLAGS$/, at: '[] 1', becomes: set },
  ...each('2 6 7 8', (at) => ({ of: /^COMMAND( INFO)?$/, at: `[] ${at}`, becomes: set })),
  { of: /^COMMAND( INFO)?$/, at: '[] 8 [] flags', becomes: set },
  { of: /^COMMAND DOCS$/, at: '[] doc_flags', becomes: set },
  { of: /^COMMAND DOCS$/, at: '[] history', becomes: set },
  { of: /^COMMAND DOCS$/, at: '[] arguments [] flags', becomes: set },

  // Sent as simple strings, which a binary client decodes to strings too; a schema knows one kind of string only.
  { of: / HELP$/, at: '[]', becomes: status },
  { of: /^(BGREWRITEAOF|REPLICAOF|SLAVEOF|CLUSTER BUMPEPOCH)$/, at: '', becomes: status },
  { of: /^FUNCTION LIST$/, at: '[] functions [] flags []', becomes: status },
  { of: /^COMMAND GETKEYSANDFLAGS$/, at: '[] 1 []', becomes: status },
  ...each('2 6', (at) => ({ of: /^COMMAND( INFO)?$/, at: `[] ${at} []`, becomes: status })),
  { of: /^COMMAND( INFO)?$/, at: '[] 8 [] flags []', becomes: status },
  { of: /^COMMAND DOCS$/, at: '[] doc_flags []', becomes: status },
  { of: /^COMMAND DOCS$/, at: '[] arguments [] flags []', becomes: status },

  // 'none' for a key that does not exist; the schema says null.
  { of: /^TYPE$/, at: '', becomes: () => ({ is: 'status' }) },
  // Null where the key, or the member, does not exist.
  { of: /^OBJECT (FREQ|IDLETIME|REFCOUNT)$/, at: '', becomes: orNull },
  { of: /^GEOHASH$/, at: '[]', becomes: orNull },
  // A group without pending entries: [0, null, null, null].
  ...each('1 2 3', (at) => ({ of: /^XPENDING$/, at, becomes: orNull })),

  // The schemas do not say which fields are there on some conditions only.
  { of: /^FUNCTION LIST$/, at: '[]', becomes: optional('library_code') },
  { of: /^HELLO$/, at: '', becomes: optional('availability_zone') },
  { of: /^CLUSTER SHARDS$/, at: '[] nodes []', becomes: optional('port tls-port hostname availability-zone') },
  { of: /^CLUSTER SLOTS$/, at: '[] 2 3', becomes: optional('hostname ip availability-zone') },
  { of: /^CLUSTER SLOTS$/, at: '[] rest 3', becomes: optional('hostname ip availability-zone') },
  { of: /^CLUSTER SLOT-STATS$/, at: '[] 1', becomes: optional('cpu-usec network-bytes-in network-bytes-out') },
  { of: /^COMMAND( INFO)?$/, at: '[] 8 []', becomes: optional('notes') },
  {
    of: /^COMMAND DOCS$/,
    at: '[]',
    becomes: optional(
      'complexity module doc_flags deprecated_since replaced_by history arguments reply_schema subcommands',
    ),
  },
  {
    of: /^COMMAND DOCS$/,
    at: '[] arguments []',
    becomes: optional('display_text key_spec_index token summary since deprecated_since flags arguments'),
  },

  // Schemas that stop half-way.
  { of: /^PUBSUB (SHARD)?NUMSUB$/, at: '[]', becomes: () => unionOf([{ is: 'bulk' }, { is: 'integer' }]) },
  { of: /^COMMAND DOCS$/, at: '[] subcommands', becomes: () => ({ is: 'named', of: 'CommandDocsReply' }) },
  { of: /^TIME$/, at: '', becomes: ({ of }) => ({ is: 'tuple', of: [of, of], least: 2 }) },

  // Names for the elements of tuples.
  { of: /^B[LR]POP$/, at: '', becomes: labels('key element') },
  { of: /^B?LMPOP$/, at: '', becomes: labels('key elements') },
  { of: /^B?ZMPOP$/, at: '', becomes: labels('key members') },
  { of: /^B?ZMPOP$/, at: '1 []', becomes: labels('member score') },
  { of: /^BZPOP(MIN|MAX)$/, at: '', becomes: labels('key member score') },
  { of: /^ZPOP(MIN|MAX)$/, at: '', becomes: labels('member score') },
  {
    of: /^Z(POPMIN|POPMAX|DIFF|INTER|UNION|RANDMEMBER|(REV)?RANGE(BYSCORE)?)$/,
    at: '[]',
    becomes: labels('member score'),
  },
  { of: /^Z(REV)?RANK$/, at: '', becomes: labels('rank score') },
  { of: /^HRANDFIELD$/, at: '[]', becomes: labels('field value') },
  { of: /^(CLUSTER)?SCAN$/, at: '', becomes: labels('cursor keys') },
  { of: /^SSCAN$/, at: '', becomes: labels('cursor members') },
  { of: /^HSCAN$/, at: '', becomes: labels('cursor fieldsAndValues') },
  { of: /^ZSCAN$/, at: '', becomes: labels('cursor membersAndScores') },
  { of: /^GEOPOS$/, at: '[]', becomes: labels('longitude latitude') },
  { of: /^GEO(SEARCH|RADIUS(BYMEMBER)?(_RO)?)$/, at: '[]', becomes: labels('member', 'asked', 'GeoMatch') },
  { of: /^GEO(SEARCH|RADIUS(BYMEMBER)?(_RO)?)$/, at: '[] rest', becomes: labels('longitude latitude') },
  { of: /^TIME$/, at: '', becomes: labels('seconds microseconds') },
  { of: /^WAITAOF$/, at: '', becomes: labels('local replicas') },
  { of: /^LATENCY HISTORY$/, at: '[]', becomes: labels('timestamp milliseconds') },
  { of: /^LATENCY LATEST$/, at: '[]', becomes: labels('event timestamp latest highest sum count') },
  { of: /^SLOWLOG GET$/, at: '[]', becomes: labels('id timestamp microseconds args client clientName') },
  { of: /^COMMANDLOG GET$/, at: '[]', becomes: labels('id timestamp amount args client clientName') },
  { of: /^COMMAND GETKEYSANDFLAGS$/, at: '[]', becomes: labels('key flags') },
  {
    of: /^COMMAND( INFO)?$/,
    at: '[]',
    becomes: labels('name arity flags firstKey lastKey step aclCategories tips keySpecs subcommands'),
  },
  { of: /^COMMAND DOCS$/, at: '[] history []', becomes: labels('version change') },
  { of: /^CLUSTER SLOTS$/, at: '[]', becomes: labels('start end primary', 'replicas') },
  { of: /^CLUSTER SLOTS$/, at: '[] 2', becomes: labels('endpoint port id metadata') },
  { of: /^CLUSTER SLOTS$/, at: '[] rest', becomes: labels('endpoint port id metadata') },
  { of: /^CLUSTER SLOT-STATS$/, at: '[]', becomes: labels('slot statistics') },
  { of: /^ROLE$/, at: '', becomes: labels('role offset replicas') },
  { of: /^ROLE$/, at: '', becomes: labels('role host port state offset') },
  { of: /^ROLE$/, at: '', becomes: labels('role primaries') },
  { of: /^ROLE$/, at: '2 []', becomes: labels('host port offset') },
  { of: /^XPENDING$/, at: '', becomes: labels('pending smallest greatest consumers') },
  { of: /^XPENDING$/, at: '3 []', becomes: labels('consumer pending') },
  { of: /^XPENDING$/, at: '[]', becomes: labels('id consumer idle deliveries') },
  { of: /^XAUTOCLAIM$/, at: '', becomes: labels('cursor claimed deleted') },
  { of: /^XINFO STREAM$/, at: 'groups [] pending []', becomes: labels('id consumer seenTime deliveries') },
  { of: /^XINFO STREAM$/, at: 'groups [] consumers [] pending []', becomes: labels('id seenTime deliveries') },

  // Types with a name of their own.
  { of: /^X(RANGE|REVRANGE|CLAIM)$/, at: '[]', becomes: entry },
  { of: /^XAUTOCLAIM$/, at: '1 []', becomes: entry },
  { of: /^XREAD$/, at: '[] []', becomes: entry },
  { of: /^XREADGROUP$/, at: '[] []', becomes: labels('id fields') },
  ...each('first-entry last-entry', (at) => ({ of: /^XINFO STREAM$/, at, becomes: entry })),
  { of: /^XINFO STREAM$/, at: 'entries []', becomes: entry },
]

function entry(tree) {
  return labels('id fields', undefined, 'StreamEntry')(tree)
}

function set(tree) {
  if (tree.is === 'union') return someMember(tree, set)
  return tree.is === 'array' ? { ...tree, is: 'set' } : undefined
}

function status(tree) {
  if (tree.is === 'union') return someMember(tree, status)
  return tree.is === 'bulk' ? { ...tree, is: 'status' } : undefined
}

function orNull(tree) {
  return unionOf([tree, { is: 'null' }])
}

function optional(names) {
  return (tree) => {
    const fields = names.split(' ')
    return tree.is === 'object' && fields.every((field) => field in tree.of) ? { ...tree, optional: fields } : undefined
  }
}

/** Labels for a tuple of just as many elements, one for the rest, and a name for its type. */
function labels(names, rest, name) {
  const all = names.split(' ')
  const labelled = (tree) => {
    if (tree.is === 'union') return someMember(tree, labelled)
    const fits = tree.is === 'tuple' && tree.of.length === all.length && !tree.labels
    return fits ? { ...tree, labels: all, restLabel: rest, name } : undefined
  }
  return labelled
}

function someMember(tree, change) {
  const members = tree.of.map(change)
  return members.some(Boolean) ? unionOf(members.map((member, at) => member ?? tree.of[at])) : undefined
}

function each(names, make) {
  return names.split(' ').map(make)
}
