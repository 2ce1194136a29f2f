/**
 * Tests of the engine's own suite that cannot say anything about an engine in a WebAssembly module, each with its reason.
 * They are skipped by name where this package's server is tested, so that the rest of their unit counts. A test that
 * fails for any other reason is not in this list.
 */

/** @typedef {keyof typeof reasons} Reason */

/** In the page's words. */
export const reasons = {
  replication: 'several servers: the engine is to replicate another one, and opens no connections of its own',
  cluster: 'several nodes and their bus',
  fork: 'looks at the process that a save forks, or ends it, or goes on from there: here another thread saves',
  directory: 'several servers in one directory: the second is refused',
  sockets:
    'asks for a server that listens everywhere: `wasm-redis serve` does so when it is told to, and else on loopback',
  allocator: 'asks for jemalloc, or for sizes that another allocator and pointers of 32 bits do not keep',
  process: 'looks at what only a native process has: a title of any length, a child process, reports of its crash',
  threads: 'the module has one thread',
  platform: 'the suite itself leaves them out where a pointer has 32 bits',
}

/**
 * By unit and reason: names of tests.
 *
 * @type {Record<string, Partial<Record<Reason, string[]>>>}
 */
export const tests = {
  'integration/aof-multi-part': {
    directory: [
      'Multi Part AOF can upgrade when when two servers share the same server dir (server1)',
      'Multi Part AOF can upgrade when when two servers share the same server dir (server2)',
    ],
    fork: [
      'AOF multiple rewrite failures will open multiple INCR AOFs',
      "AOF rewrite doesn't open new aof when AOF turn off",
      'AOF enable/disable auto gc',
      'AOF can produce consecutive sequence number after reload',
      'AOF enable during BGSAVE will not write data until AOFRW finish',
      'AOF will trigger limit when AOFRW fails many times',
      'AOF will open a temporary INCR AOF to accumulate data until the first AOFRW success when AOF is dynamically enabled',
    ],
  },
  'unit/shutdown': {
    fork: ['Temp rdb will be deleted if we use bg_unlink when shutdown'],
  },
  'integration/rdb': {
    fork: ['bgsave cancel aborts save', 'failed bgsave prevents writes', 'Test child sending info'],
  },
  'integration/dismiss-mem': {
    replication: ['dismiss replication backlog'],
  },
  'unit/acl': {
    replication: ['Test ACL LOAD works on replica'],
  },
  'unit/auth': {
    replication: [
      'primaryauth test with binary password dualchannel = yes',
      'primaryauth test with binary password dualchannel = no',
    ],
  },
  'unit/bitfield': {
    replication: ['BITFIELD: setup slave', 'BITFIELD: write on master, read on slave'],
  },
  'unit/maxmemory': {
    replication: ['slave buffer are counted correctly', "replica buffer don't induce eviction"],
  },
  'unit/pubsubshard': {
    replication: ['setup replication for following tests'],
  },
  'unit/type/stream-cgroups': {
    replication: [
      'Consumer group last ID propagation to slave (NOACK=0)',
      'Consumer group last ID propagation to slave (NOACK=1)',
      'Replication tests of XCLAIM with deleted entries (autoclaim=0)',
      'Replication tests of XCLAIM with deleted entries (autoclaim=1)',
      'XREADGROUP ACK would propagate entries-read',
    ],
  },
  'unit/functions': {
    replication: [
      'Connect a replica to the master instance',
      'FUNCTION - creation is replicated to replica',
      'FUNCTION - call on replica',
      'FUNCTION - restore is replicated to replica',
      'FUNCTION - delete is replicated to replica',
      'FUNCTION - flush is replicated to replica',
      'Disconnecting the replica from master instance',
      'FUNCTION - test replication to replica on rdb phase',
      'FUNCTION - test replication to replica on rdb phase info command',
      'FUNCTION - create on read only replica',
      'FUNCTION - delete on read only replica',
      'FUNCTION - function effect is replicated to replica',
      'FUNCTION - modify key space of read only replica',
      'FUNCTION - allow stale',
      'FUNCTION can processes create, delete and flush commands in AOF when doing "debug loadaof" in read-only slaves',
    ],
  },
  'unit/memefficiency': { allocator: ['/^Active [Dd]efrag '], cluster: ['Setup start_cluster'] },
  'integration/logging': {
    process: [
      'Crash report generated on SIGABRT',
      'Crash report generated on DEBUG SEGFAULT',
      'Stacktraces generated on SIGALRM',
    ],
  },
  'unit/tracking': {
    allocator: ['Client tracking prefixes memory overhead'],
  },
  'unit/sort': {
    cluster: [
      'Setup start_cluster',
      'sort by in cluster mode',
      'sort get in cluster mode',
      'sort_ro by in cluster mode',
      'sort_ro get in cluster mode',
    ],
  },
  'unit/scan': {
    cluster: ['Setup start_cluster', '/^.cluster. '],
  },
  'unit/pause': {
    replication: ['Test when replica paused, offset would not grow', 'Test replica offset would grow after unpause'],
    cluster: ['Setup start_cluster', 'Test check paused info during the cluster failover in info clients'],
  },
  'unit/oom-score-adj': {
    process: ['CONFIG SET oom-score-adj works as expected'],
  },
  'unit/obuf-limits': {
    threads: [
      'Copy avoidance obuf tracking with IO threads',
      'Copy avoidance spill to reply list returns omem to zero after drain',
    ],
  },
  'unit/networking': {
    replication: ['CONFIG SET bind-source-addr'],
    sockets: ['Default bind address configuration handling', 'Protected mode works as expected'],
  },
  'unit/latency-monitor': {
    cluster: ['Setup start_cluster', 'Cluster config file latency'],
  },
  'unit/keyspace': {
    cluster: ['Setup start_cluster', 'KEYS with empty DB in cluster mode', 'KEYS with empty slot in cluster mode'],
  },
  'unit/introspection': {
    replication: ['tot-net-out for replica client'],
  },
  'unit/scripting': {
    replication: [
      'Connect a replica to the master instance',
      'Replication of script multiple pushes to list with BLPOP',
      'Lua scripts using SELECT are replicated correctly',
      'Test selective replication of certain commands from Lua',
      'Using side effects is not a problem with command replication',
      "'x' should be '4' for EVALSHA being replicated by effects",
      'EVALSHA replication when first call is readonly',
      'no-writes shebang flag on replica',
      'not enough good replicas state change during long script',
      'allow-stale shebang flag',
    ],
  },
  'unit/hashexpire': {
    replication: [
      'Setup replica and check field expiry after full sync',
      'HASH TTL - replicated TTL is absolute and consistent on replica',
      'HASH TTL - field expired on master gets deleted on replica',
      'HASH TTL - replica retains TTL and field before expiration',
      'HSETEX with expired time is propagated to the replica',
      'HGETEX with expired time is propagated to the replica',
      'HEXPIREAT with expired time is propagated to the replica',
      'Replication Primary -> R1',
      'Chain Replication (Primary -> R1 -> R2) preserves TTL',
      'Replica Failover',
      'Promotion to primary',
      'Hash field active expiry on primary triggers HDEL replication to replica',
      'Hash field TTL and active expiry propagates correctly through chain replication',
      'Hash field TTL values remain intact after replica promotion to primary',
      'Hash field TTL values persist correctly during FAILOVER command execution',
      'Multiple expired hash fields are replicated as single HDEL command to replica',
      'HDEL replication includes only actually expired fields not non-existent ones',
      'expired_fields metric increments only on primary not replica during field expiry',
      'expired_fields metric correctly tracks sequential field expirations in replication',
      "HINCRBY is executed on repilca's expired fields",
      "HINCRBYFLOAT is executed on repilca's expired fields",
      "HINCRBYFLOAT maintains TTL on repilca's fields",
      'HSETNX set the value for expired replica field',
      'HMSET reports hexpired when overwrites expired fields',
      'HSETEX KEEPTTL replica should preserve ttl when field is not expired on primary',
      'HSETEX KEEPTTL replica should NOT preserve ttl when field is expired on primary',
      'PSYNC2: Primary reloading RDB will propagate expired hash fields deletion to replica',
    ],
    cluster: [
      'Setup start_cluster',
      'Hash with TTL fields migrates correctly between nodes',
      'Hash field TTL values and active expiry state preserved during cluster slot migration',
      'Large hash with mixed TTL fields maintains expiry state after cluster slot migration',
    ],
  },
  'unit/multi': {
    replication: ['MULTI / EXEC with REPLICAOF', 'exec with read commands and stale replica state change'],
    cluster: [
      'Setup start_cluster',
      'Regression test for multi-exec with RANDOMKEY accessing the wrong per-slot dictionary',
      'Regression test for #2995: MULTI/EXEC with different slot keys should not duplicate on AOF reload',
    ],
  },
  'unit/other': {
    fork: ["Don't rehash if server has child process"],
    threads: ['test io-threads are runtime modifiable'],
    process: ['Process title set as expected'],
  },
  'unit/expire': {
    replication: [
      'First server should have role slave after REPLICAOF',
      'For all replicated TTL-related commands, absolute expire times are identical on primary and replica',
      'expired key which is created in writeable replicas should be deleted by active expiry',
      'replicaKeysWithExpire memory leak verification and cleanup',
    ],
    cluster: ['Setup start_cluster', "expire scan should skip dictionaries with lot's of empty buckets"],
  },
  'unit/type/zset': {
    platform: [
      'ZSET resize test - rehash more empty buckets in shrinking case',
      'ZSET resize test - shrink rehashing can be abort if the new hashtable is too full',
    ],
  },
  'unit/type/string': {
    allocator: ['trim on SET with big value', 'Memory usage of embedded string value'],
  },
}

/**
 * Units that are not run where the suite starts its servers itself, since hardly a test of theirs could say anything.
 *
 * @type {{ names: string[], why: Reason }[]}
 */
export const units = [
  { why: 'cluster', names: ['unit/cluster/*'] },
  {
    why: 'replication',
    names: [
      'integration/block-repl',
      'integration/cross-version-replication',
      'integration/dual-channel-replication',
      'integration/failover',
      'integration/psync2*',
      'integration/replica-redirect',
      'integration/replication*',
      'integration/scan-family-consistency',
      'integration/shutdown',
      'integration/skip-rdb-checksum',
      'unit/wait',
    ],
  },
  { why: 'threads', names: ['unit/io-threads'] },
]

const sizes =
  "the module's allocator may give a value 8 bytes more than it asks for, so two that are equal need not have the same size"

/**
 * Tests that fail for another reason, which is known. They count as failed.
 *
 * @type {Record<string, Record<string, string>>}
 */
export const causes = {
  'unit/shutdown': {
    'Temp rdb will be deleted in signal handle':
      'a second signal is heard when the save is over that the first has begun',
  },
  'unit/introspection': {
    'cannot modify protected configuration - local':
      'asks from another address than loopback, where `wasm-redis serve` listens only when it is told to',
  },
  'unit/hashexpire': {
    'COPY Preserves TTLs': sizes,
    'RESTORE Preserves Field TTLs': sizes,
    'RENAME Preserves Field TTLs': sizes,
  },
}
