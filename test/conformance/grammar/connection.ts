import type { Random } from '../random.ts'
import { command, fixed, type Production, together } from './production.ts'
import { count, database, key, member, pattern, value } from './values.ts'

// Never rules for the user `default`: a sequence starts as that user, and RESET brings it back.
const user = (r: Random) => r.pick(['u1', 'u2', 'u3'])
const existing = (r: Random) => r.pick(['u1', 'u2', 'u3', 'default'])
const RULES = [
  ...[
    'on',
    'off',
    '+@all',
    '-@all',
    '+@read',
    '-@write',
    '+get',
    '+set',
    '-set',
    '+@hash',
    '-@dangerous',
    'nocommands',
  ],
  ...['allcommands', '~*', '~s*', '%R~s*', '%W~l*', '%RW~h*', 'allkeys', 'resetkeys', '&*', '&ch*', 'allchannels'],
  ...['resetchannels', 'nopass', '>pw', '>other', '<pw', 'resetpass', '#abc', 'reset', '(+get ~z*)', 'clearselectors'],
  ...['+config|get', '-config|set', '+select|1', '+@nosuch', '+nosuch', 'bogus', '~a b', 'sanitize-payload', '(+get'],
  ...['alldbs', 'db=0,1', 'resetdbs', 'db=x'],
]
const rules = (r: Random) => r.many(0, 5, () => r.pick(RULES))
const CATEGORIES = ['read', 'write', 'hash', 'geo', 'fast', 'dangerous', 'scripting', 'nosuch', 'hyperloglog']

export const access: readonly Production[] = [
  fixed(5, (r) => ['ACL', 'SETUSER', user(r), ...rules(r)]),
  fixed(2, (r) => ['ACL', 'SETUSER', user(r), 'on', '>pw', '+@all', '~*', '-spop']),
  fixed(3, (r) => ['ACL', 'GETUSER', existing(r)]),
  fixed(2, () => ['ACL', 'LIST']),
  fixed(1, () => ['ACL', 'USERS']),
  fixed(1, () => ['ACL', 'WHOAMI']),
  // Never one that a sequence may log in as: that would end its own connection.
  fixed(1, (r) => ['ACL', 'DELUSER', 'u3', ...r.maybe(0.2, () => ['default'])]),
  fixed(3, (r) => {
    const tried = r.pick([
      ['GET', key(r)],
      ['SET', key(r), 'v'],
      ['CONFIG', 'SET', 'hz', '10'],
      ['NOSUCH'],
      ['GET'],
      ['SELECT', '1'],
    ])
    return ['ACL', 'DRYRUN', existing(r), ...tried]
  }),
  fixed(1, (r) => ['ACL', 'CAT', ...r.maybe(0.7, () => [r.pick(CATEGORIES)])]),
  fixed(0.5, (r) => ['ACL', 'LOG', r.pick(['RESET', '0', '-1', 'x'])]),
  fixed(0.5, (r) => ['ACL', 'GENPASS', ...r.maybe(0.7, () => [r.pick(['32', '5', '0', '-1', '4097', 'x'])])]),
  fixed(0.3, (r) => ['ACL', r.pick(['SAVE', 'LOAD', 'NOSUCH'])]),
  fixed(2, (r) => [
    'AUTH',
    ...r.maybe(0.8, () => [r.pick(['u1', 'u2', 'default'])]),
    r.pick(['pw', 'other', 'wrong', '']),
  ]),
  together(2, (r) => [
    ['ACL', 'SETUSER', 'u1', 'reset', 'on', '>pw', ...rules(r)],
    ['AUTH', 'u1', 'pw'],
  ]),
]

const one = (name: string, ...values: readonly string[]) => values.map((value) => [name, value])

/**
 * The settings that decide how a value is kept, each with the values between which it is moved, the default first.
 * The limits of sets move together: were there room for fewer integers than strings, the encoding of a stored union
 * would follow the order in which its members came out of a hash table.
 */
export const THRESHOLDS: readonly (readonly (readonly string[])[])[] = [
  one('hash-max-listpack-entries', '512', '0', '1', '4', '16'),
  one('hash-max-listpack-value', '64', '4', '20', '1000'),
  one('list-max-listpack-size', '-2', '1', '3', '10', '-1', '-5'),
  one('list-compress-depth', '0', '1', '2'),
  [
    ['512', '128'],
    ['0', '0'],
    ['3', '0'],
    ['3', '3'],
    ['8', '3'],
    ['8', '8'],
  ].map(([integers, entries]) => ['set-max-intset-entries', integers, 'set-max-listpack-entries', entries]),
  one('set-max-listpack-value', '64', '4', '20'),
  one('zset-max-listpack-entries', '128', '0', '3', '8'),
  one('zset-max-listpack-value', '64', '4', '20'),
  one('hll-sparse-max-bytes', '3000', '16', '100'),
  one('stream-node-max-entries', '100', '1', '3', '0'),
  one('stream-node-max-bytes', '4096', '1', '100', '0'),
  one('rdbcompression', 'yes', 'no'),
]
const settingNames = THRESHOLDS.map((choices) => choices[0][0])

const CONTAINERS = [
  ...[
    'ACL',
    'CLIENT',
    'COMMAND',
    'COMMANDLOG',
    'CONFIG',
    'FUNCTION',
    'LATENCY',
    'MEMORY',
    'MODULE',
    'OBJECT',
    'PUBSUB',
  ],
  ...['SCRIPT', 'SLOWLOG', 'XGROUP', 'XINFO', 'CLUSTER'],
]

export const settings: readonly Production[] = [
  fixed(6, (r) => [
    'CONFIG',
    'SET',
    ...r
      .shuffled(THRESHOLDS)
      .slice(0, r.int(1, 2))
      .flatMap((choices) => r.pick(choices)),
  ]),
  fixed(2, (r) => ['CONFIG', 'GET', ...r.many(1, 3, () => r.pick([...settingNames, '*listpack*', 'nosuch']))]),
  fixed(1, (r) => {
    const name = r.pick([
      ...settingNames.filter((n) => n !== 'set-max-intset-entries'),
      'hz',
      'maxmemory-policy',
      'nosuch',
      'databases',
      'maxmemory-samples',
    ])
    return ['CONFIG', 'SET', name, r.pick(['x', '-99999', '99999999999999999999', '', '1.5', '10', '1kb', 'yes'])]
  }),
  fixed(0.3, (r) => ['CONFIG', r.pick(['RESETSTAT', 'REWRITE', 'NOSUCH'])]),
  fixed(2, (r) => [r.pick(CONTAINERS), r.pick(['HELP', 'HELP', 'NOSUCH'])]),
  fixed(1, (r) => [
    'COMMAND',
    'INFO',
    ...r.many(1, 3, () => r.pick(['get', 'config', 'xadd', 'nosuch', 'zunionstore', 'client|id'])),
  ]),
  fixed(0.5, (r) => ['COMMAND', 'DOCS', r.pick(['get', 'set', 'xgroup', 'nosuch', 'lmpop'])]),
  fixed(0.3, () => ['COMMAND', 'COUNT']),
  fixed(0.5, (r) => [
    'COMMAND',
    'LIST',
    'FILTERBY',
    ...r.pick([
      ['ACLCAT', 'hash'],
      ['PATTERN', 'x*'],
      ['MODULE', 'none'],
      ['X', 'y'],
    ]),
  ]),
  fixed(2, (r) => [
    'COMMAND',
    r.pick(['GETKEYS', 'GETKEYSANDFLAGS']),
    ...r.pick([
      ['SET', 'k', 'v'],
      ['MSET', 'a', '1', 'b', '2'],
      ['ZUNIONSTORE', 'd', '2', 'a', 'b'],
      ['XREAD', 'STREAMS', 'a', 'b', '0', '0'],
      ['SORT', 'a', 'STORE', 'b'],
      ['EVAL', 'x', '2', 'a', 'b'],
      ['PING'],
      ['NOSUCH'],
      ['GET'],
      ['SET', 'k', 'v', 'GET'],
    ]),
  ]),
  fixed(0.2, () => ['SLOWLOG', 'RESET']),
  fixed(0.2, (r) => ['COMMANDLOG', 'RESET', r.pick(['slow', 'large-request', 'large-reply', 'x'])]),
  fixed(0.2, (r) => ['LATENCY', ...r.pick([['RESET'], ['LATEST'], ['HISTORY', 'x'], ['GRAPH', 'x'], ['DOCTOR']])]),
  fixed(0.2, () => ['MEMORY', 'PURGE']),
  fixed(0.2, () => ['MODULE', 'LIST']),
  fixed(0.2, () => ['ROLE']),
]

export const connection: readonly Production[] = [
  command(2, (r) => ['PING', ...r.maybe(0.4, () => [value(r)])]),
  command(2, (r) => ['ECHO', value(r)]),
  command(4, (r) => ['SELECT', database(r)]),
  fixed(5, (r) => ['HELLO', ...r.maybe(0.95, () => [r.pick(['2', '3', '3', '3', '4', '1', 'x'])])]),
  fixed(1, (r) => [
    'HELLO',
    '3',
    ...r.pick([['SETNAME', 'me'], ['AUTH', 'default', 'x'], ['AUTH', 'nobody', 'pw'], ['SETNAME', 'a b'], ['X']]),
  ]),
  fixed(1, (r) => ['CLIENT', 'SETNAME', r.pick(['me', '', 'a b', 'x\n', 'naïve'])]),
  fixed(1, () => ['CLIENT', 'GETNAME']),
  fixed(0.5, () => ['CLIENT', 'ID']),
  fixed(0.5, (r) => ['CLIENT', r.pick(['NO-EVICT', 'NO-TOUCH']), r.pick(['ON', 'OFF', 'maybe'])]),
  fixed(0.5, (r) => ['CLIENT', 'SETINFO', r.pick(['LIB-NAME', 'LIB-VER', 'LIB-X']), r.pick(['x', '1.0', 'a b', ''])]),
  fixed(0.5, (r) => ['CLIENT', r.pick(['TRACKINGINFO', 'GETREDIR', 'UNPAUSE'])]),
  fixed(0.3, (r) => ['CLIENT', 'CACHING', r.pick(['YES', 'NO', 'X'])]),
  fixed(0.3, (r) => ['CLIENT', 'CAPA', r.pick(['redirect', 'nosuch'])]),
  fixed(0.3, (r) => ['CLIENT', 'IMPORT-SOURCE', r.pick(['ON', 'OFF', 'x'])]),
  fixed(0.3, (r) => [
    'CLIENT',
    'UNBLOCK',
    r.pick(['999999999', '-1', 'x']),
    ...r.maybe(0.5, () => [r.pick(['ERROR', 'TIMEOUT', 'X'])]),
  ]),
  fixed(0.3, (r) => [
    'CLIENT',
    'KILL',
    ...r.pick([['ID', '999999999'], ['USER', 'nobody'], ['ADDR', '1.2.3.4:5'], ['1.2.3.4:5']]),
  ]),
  command(2, (r) => [r.pick(['PUBLISH', 'SPUBLISH']), member(r), value(r)]),
  command(1, (r) => ['PUBSUB', r.pick(['CHANNELS', 'SHARDCHANNELS']), ...r.maybe(0.5, () => [pattern(r)])]),
  command(1, (r) => ['PUBSUB', r.pick(['NUMSUB', 'SHARDNUMSUB']), ...r.many(0, 2, () => member(r))]),
  command(0.5, () => ['PUBSUB', 'NUMPAT']),
  fixed(0.5, (r) => ['WAIT', r.pick(['0', '0', '-1', 'x']), r.pick(['0', '1', '-1'])]),
  fixed(0.5, (r) => ['WAITAOF', r.pick(['0', '0', '1', 'x']), '0', r.pick(['0', '1', '-1'])]),
  fixed(0.3, (r) => [r.pick(['READONLY', 'READWRITE', 'ASKING'])]),
  fixed(0.3, (r) => ['CLUSTER', r.pick(['INFO', 'SLOTS', 'MYID', 'NODES'])]),
  fixed(0.3, (r) => ['RESTORE-ASKING', key(r), '0', value(r)]),
  fixed(0.5, () => ['RESET']),
  fixed(0.5, (r) => [r.pick(['NOSUCH', '', 'GE T', 'get\n', 'x'.repeat(200)]), ...r.many(0, 3, () => value(r))]),
  fixed(0.3, (r) => [r.bytes(r.int(1, 12)), count(r)]),
]
