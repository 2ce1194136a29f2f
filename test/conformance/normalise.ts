/**
 * Everything in which two equal engines may answer differently, each with its reason. A reply that no rule here names
 * must be equal byte for byte, and so must every error reply.
 */
import { any, bag, type Canonical, clock, list, text } from './canonical.ts'
import { readDump, readFunctionDump } from './dump.ts'
import type { Reply } from './reply.ts'
import { type Command, nameOf, wordAt } from './sequence.ts'

interface Rule {
  /** Command names, or a container and its subcommand. */
  commands: readonly string[]
  reason: string
  read(reply: Reply, command: Command): Canonical
}

const HASH_ORDER = 'the order of a hash table follows its random seed and the width of its buckets'
const CHANCE = 'the engine draws at random; the generator takes care that only the reply depends on it'
const CLOCK = 'read from the clock, which runs on between the two engines'

export const rules: readonly Rule[] = [
  {
    commands: ['SMEMBERS', 'SUNION', 'SINTER', 'SDIFF', 'KEYS', 'HKEYS', 'HVALS', 'PUBSUB CHANNELS', 'ACL CAT'],
    reason: HASH_ORDER,
    read: (reply) => bag(items(reply).map(exact)),
  },
  {
    commands: ['HGETALL', 'CONFIG GET'],
    reason: HASH_ORDER,
    read: (reply) => bag(pairs(items(reply))),
  },
  {
    commands: ['SCAN', 'SSCAN'],
    reason: `${HASH_ORDER}; COUNT is always larger than the table, so one call returns everything`,
    read: (reply) => list([exact(items(reply)[0]), bag(items(items(reply)[1]).map(exact))]),
  },
  {
    commands: ['HSCAN', 'ZSCAN'],
    reason: `${HASH_ORDER}; COUNT is always larger than the table, so one call returns everything`,
    read: (reply, command) => {
      const found = items(items(reply)[1])
      const single = command.some((_, at) => ['NOVALUES', 'NOSCORES'].includes(wordAt(command, at)))
      return list([exact(items(reply)[0]), bag(single ? found.map(exact) : pairs(found))])
    },
  },
  {
    commands: ['SORT', 'SORT_RO'],
    reason: `elements that BY finds equal (all of them by a pattern without *) stay in the source's order; ${HASH_ORDER}. By number the elements themselves decide. No such SORT has a LIMIT`,
    read: (reply, command) => {
      const words = command.map((_, at) => wordAt(command, at))
      const by = words.indexOf('BY')
      const loose = by !== -1 && (words.includes('ALPHA') || !words[by + 1]?.includes('*'))
      return loose && 'items' in reply ? bag(items(reply).map(exact)) : exact(reply)
    },
  },
  {
    commands: ['SPOP'],
    reason: `${HASH_ORDER}; SPOP is only generated with a count that empties the set, or none`,
    read: (reply) => ('items' in reply ? bag(items(reply).map(exact)) : exact(reply)),
  },
  {
    commands: ['SRANDMEMBER', 'HRANDFIELD', 'ZRANDMEMBER'],
    reason: `${CHANCE}. A count that covers the whole key is compared as a bag, any other reply by its shape`,
    read: (reply, command) => {
      if (!('items' in reply)) return reply.text === null || reply.type === '_' ? exact(reply) : any('member')
      const whole = Number(wordAt(command, 2)) >= 1000
      const flat = items(reply).every((item) => !('items' in item))
      if (!whole) return list(items(reply).map((item) => any('items' in item ? 'pair' : 'member')))
      return bag(command.length > 3 && flat ? pairs(items(reply)) : items(reply).map(exact))
    },
  },
  {
    commands: ['COMMAND INFO', 'COMMAND DOCS', 'COMMAND LIST', 'COMMAND'],
    reason: `the command table and its subcommands are hash tables; ${HASH_ORDER}`,
    read: deepBag,
  },
  {
    commands: ['FUNCTION LIST'],
    reason: `libraries and their functions are kept in hash tables; ${HASH_ORDER}`,
    read: deepBag,
  },
  {
    commands: ['FUNCTION DUMP'],
    reason: `libraries are kept in a hash table; ${HASH_ORDER}`,
    read: (reply) => readFunctionDump(bulk(reply)),
  },
  {
    commands: ['DUMP'],
    reason: 'hash table order, the free choices of the LZF compressor, and stream and field times; see dump.ts',
    read: (reply) =>
      'text' in reply && reply.text !== null && reply.type === '$' ? readDump(reply.text) : exact(reply),
  },
  {
    commands: ['TTL', 'EXPIRETIME', 'HTTL', 'HEXPIRETIME', 'OBJECT IDLETIME'],
    reason: CLOCK,
    read: (reply) => clocks(reply, 1000),
  },
  {
    commands: ['PTTL', 'PEXPIRETIME', 'HPTTL', 'HPEXPIRETIME'],
    reason: CLOCK,
    read: (reply) => clocks(reply, 1),
  },
  {
    commands: ['XPENDING'],
    reason: `the third field of each pending entry is its idle time; ${CLOCK}`,
    read: (reply) =>
      list(
        items(reply).map((entry) =>
          'items' in entry && entry.items?.length === 4
            ? list(entry.items.map((field, at) => (at === 2 ? clocks(field, 1) : exact(field))))
            : exact(entry),
        ),
      ),
  },
  {
    commands: ['XINFO CONSUMERS'],
    reason: `idle and inactive are durations; ${CLOCK}`,
    read: (reply) => list(items(reply).map((consumer) => timedFields(consumer, ['idle', 'inactive']))),
  },
  {
    commands: ['XINFO STREAM'],
    reason: `FULL gives seen-time, active-time and delivery times; ${CLOCK}`,
    read: (reply) => timedFields(reply, ['seen-time', 'active-time']),
  },
  {
    commands: ['HELLO'],
    reason: 'the id counts the connections this engine ever had',
    read: (reply) =>
      list(items(reply).map((item, at, all) => (fieldBefore(all, at) === 'id' ? any('id') : exact(item)))),
  },
  {
    commands: ['CLIENT INFO', 'CLIENT LIST'],
    reason: 'of a connection only what its commands have made of it: the rest is addresses, memory and time',
    read: (reply) => list(bulk(reply).split('\n').map(connectionFields)),
  },
  {
    commands: ['CLIENT GETREDIR'],
    reason: 'the id counts the connections this engine ever had',
    read: (reply) => (Number('text' in reply ? reply.text : 0) > 0 ? any('id') : exact(reply)),
  },
  {
    commands: ['CLIENT TRACKINGINFO'],
    reason: 'the id of redirect counts the connections this engine ever had',
    read: (reply) =>
      list(
        items(reply).map((item) =>
          item.type === ':' && 'text' in item && Number(item.text) > 0 ? any('id') : exact(item),
        ),
      ),
  },
  {
    commands: ['CLIENT ID'],
    reason: 'counts the connections this engine ever had',
    read: (reply) => any(reply.type),
  },
  {
    commands: ['MEMORY USAGE'],
    reason: 'bytes of memory, which depend on the width of a pointer and the allocator',
    read: (reply) => (reply.type === ':' ? any('bytes') : exact(reply)),
  },
  {
    commands: ['ACL GENPASS'],
    reason: CHANCE,
    read: (reply) => any(`${bulk(reply).length} characters`),
  },
  {
    commands: ['INFO'],
    reason: `only INFO KEYSPACE is generated; its avg_ttl is an estimate (of times that overflow, too) and ${CLOCK}`,
    read: (reply) => text(bulk(reply).replaceAll(/avg_ttl=-?\d+/g, 'avg_ttl')),
  },
]

const rulesByCommand = new Map(rules.flatMap((rule) => rule.commands.map((command) => [command, rule] as const)))

/** True when `command`'s reply may differ in some declared way. */
export function hasRule(command: Command): boolean {
  return ruleFor(command) !== undefined
}

/** What must be equal in `reply`, an answer to `command`. */
export function canonical(reply: Reply, command: Command): Canonical {
  const failed = reply.type === '-' || reply.type === '!'
  const nothing = 'items' in reply && reply.items === null
  const rule = failed || nothing || reply.type === '+' ? undefined : ruleFor(command)
  return rule === undefined ? exact(reply) : list([text(reply.type), rule.read(reply, command)])
}

function ruleFor(command: Command): Rule | undefined {
  const name = nameOf(command)
  return rulesByCommand.get(`${name} ${wordAt(command, 1)}`) ?? rulesByCommand.get(name)
}

/** Every byte of a reply, with the types. */
export function exact(reply: Reply): Canonical {
  if (!('items' in reply)) return text(`${reply.type}${reply.text ?? ' null'}`)
  return list([text(reply.type), ...(reply.items ?? [{ type: '_' as const, text: 'null' }]).map(exact)])
}

function deepBag(reply: Reply): Canonical {
  return 'items' in reply ? bag(items(reply).map(deepBag)) : exact(reply)
}

function items(reply: Reply | undefined): readonly Reply[] {
  if (reply === undefined || !('items' in reply)) throw new Error('an aggregate reply was expected')
  return reply.items ?? []
}

function bulk(reply: Reply): string {
  if (!('text' in reply) || reply.text === null) throw new Error('a string reply was expected')
  return reply.text
}

// A map, or the flat array that stands for it in RESP2, or already an array of pairs.
function pairs(flat: readonly Reply[]): Canonical[] {
  if (flat.some((item) => 'items' in item)) return flat.map(exact)
  return flat.flatMap((item, at) => (at % 2 ? [] : [list([item, flat[at + 1]].filter(Boolean).map(exact))]))
}

// Positive integers are times; -1 and -2 (no TTL, no key) and zero are facts.
function clocks(reply: Reply, unitMs: number): Canonical {
  if ('items' in reply) return list(items(reply).map((item) => clocks(item, unitMs)))
  return reply.type === ':' && Number(reply.text) >= 0 ? clock(Number(reply.text) * unitMs) : exact(reply)
}

const CONNECTION_FIELDS = [
  'name',
  'db',
  'sub',
  'psub',
  'ssub',
  'multi',
  'watch',
  'cmd',
  'user',
  'resp',
  'lib-name',
  'lib-ver',
]

// `flags` without U, which says unix socket.
function connectionFields(line: string): Canonical {
  const fields = new Map(line.split(' ').map((field) => field.split(/=(.*)/s, 2) as [string, string]))
  const flags = fields.get('flags')?.replace('U', '') ?? ''
  return text([...CONNECTION_FIELDS.map((name) => fields.get(name)), flags === '' ? 'N' : flags].join(' '))
}

function fieldBefore(all: readonly Reply[], at: number): string | null {
  const name = at % 2 ? all[at - 1] : undefined
  return name !== undefined && 'text' in name ? name.text : null
}

// Walks maps (or flat arrays) of any depth, and reads the integers under `names` as times. The pending entries of
// XINFO STREAM FULL are arrays whose last or last but one integer is the delivery time, which is far larger than a count.
function timedFields(reply: Reply, names: readonly string[]): Canonical {
  if (!('items' in reply)) return exact(reply)
  const all = items(reply)
  return list([
    text(reply.type),
    ...all.map((item, at) => {
      if (names.includes(fieldBefore(all, at) ?? '')) return clocks(item, 1)
      if (fieldBefore(all, at) === 'pel' || fieldBefore(all, at) === 'pending') return pendingEntries(item)
      return timedFields(item, names)
    }),
  ])
}

// A group's entry is [id, consumer, time, count]; a consumer's is [id, time, count].
function pendingEntries(reply: Reply): Canonical {
  if (!('items' in reply)) return exact(reply)
  return list(
    items(reply).map((entry) =>
      list(items(entry).map((field, at, all) => (at === all.length - 2 ? clocks(field, 1) : exact(field)))),
    ),
  )
}
