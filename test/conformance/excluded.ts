/**
 * Commands of the engine's table that no sequence contains, each with its reason. `differential.test.ts` fails when a
 * command of the table is neither generated nor named here.
 */
const NO_REPLY_PER_CALL = 'changes the connection so that replies no longer match calls one to one; see test/e2e'
const CLOCK_OR_MEMORY = 'a report of time or memory spent, in which two runs of one engine differ as well'
const FILES_OR_PROCESSES = 'needs files, processes or other servers, which an engine inside a process does not have'
const ENDS = 'ends or stops the engine or the connection'

export const excluded: Readonly<Record<string, string>> = {
  SUBSCRIBE: NO_REPLY_PER_CALL,
  PSUBSCRIBE: NO_REPLY_PER_CALL,
  SSUBSCRIBE: NO_REPLY_PER_CALL,
  UNSUBSCRIBE: NO_REPLY_PER_CALL,
  PUNSUBSCRIBE: NO_REPLY_PER_CALL,
  SUNSUBSCRIBE: NO_REPLY_PER_CALL,
  MONITOR: NO_REPLY_PER_CALL,
  'CLIENT TRACKING': NO_REPLY_PER_CALL,
  'CLIENT REPLY': NO_REPLY_PER_CALL,
  'CLIENT INFO': CLOCK_OR_MEMORY,
  'CLIENT LIST': CLOCK_OR_MEMORY,
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
  DEBUG: 'crashes, stalls or reports on the process',
  'CLIENT PAUSE': ENDS,
  'SCRIPT DEBUG': 'turns the connection into a debugger',
  SHUTDOWN: ENDS,
  QUIT: ENDS,
}
