/**
 * Commands of the engine's table that no sequence contains, each with its reason. `harness.test.ts` fails when a
 * command of the table is neither generated nor named here.
 */
const NO_REPLY_PER_CALL = 'switches replies off, so that none can be waited for; see test/engine/reply-off.test.ts'
const CLOCK_OR_MEMORY = 'a report of time or memory spent, in which two runs of one engine differ as well'
const FILES_OR_PROCESSES = 'needs files, processes or other servers, which an engine inside a process does not have'
const ENDS = 'ends or stops the engine or the connection'

export const excluded: Readonly<Record<string, string>> = {
  'CLIENT REPLY': NO_REPLY_PER_CALL,
  'COMMANDLOG GET': CLOCK_OR_MEMORY,
  'COMMANDLOG LEN': CLOCK_OR_MEMORY,
  'SLOWLOG GET': CLOCK_OR_MEMORY,
  'SLOWLOG LEN': CLOCK_OR_MEMORY,
  'LATENCY HISTOGRAM': CLOCK_OR_MEMORY,
  'MEMORY DOCTOR': CLOCK_OR_MEMORY,
  'MEMORY MALLOC-STATS': CLOCK_OR_MEMORY,
  'MEMORY STATS': CLOCK_OR_MEMORY,
  LASTSAVE: CLOCK_OR_MEMORY,
  TIME: CLOCK_OR_MEMORY,
  LOLWUT: 'draws a picture from random numbers',
  PFSELFTEST: 'takes seconds, and has no input that could be varied',
  SAVE: FILES_OR_PROCESSES,
  BGSAVE: FILES_OR_PROCESSES,
  BGREWRITEAOF: FILES_OR_PROCESSES,
  MIGRATE: FILES_OR_PROCESSES,
  REPLICAOF: FILES_OR_PROCESSES,
  SLAVEOF: FILES_OR_PROCESSES,
  FAILOVER: FILES_OR_PROCESSES,
  PSYNC: FILES_OR_PROCESSES,
  SYNC: FILES_OR_PROCESSES,
  REPLCONF: FILES_OR_PROCESSES,
  'MODULE LOAD': FILES_OR_PROCESSES,
  'MODULE LOADEX': FILES_OR_PROCESSES,
  'MODULE UNLOAD': FILES_OR_PROCESSES,
  // But for SET-ACTIVE-EXPIRE, before each sequence of several connections.
  DEBUG: 'crashes, stalls or reports on the process',
  'SCRIPT DEBUG': 'turns the connection into a debugger',
  SHUTDOWN: ENDS,
}
