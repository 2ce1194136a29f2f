// Which commands of the table have no typed method, and why. `client.call()` takes any of them all the same.

const REASONS = [
  ['MULTI EXEC DISCARD', 'the client writes transactions by hand: multi() … exec()'],
  [
    'SUBSCRIBE UNSUBSCRIBE PSUBSCRIBE PUNSUBSCRIBE SSUBSCRIBE SUNSUBSCRIBE MONITOR',
    'answers with pushes instead of one reply: the client writes it by hand',
  ],
  ['SYNC PSYNC REPLCONF', 'turns the connection into a replication stream'],
  ['PFDEBUG PFSELFTEST', "for the engine's own tests"],
  ['RESTORE-ASKING', 'nodes of a cluster say it to each other'],
].flatMap(([names, reason]) => names.split(' ').map((name) => [name, reason]))

const reasons = new Map(REASONS)

/** Why a command of the table has no typed method; undefined for one that has. */
export function reasonToLeaveOut({
  name,
  words,
  arity,
  subcommands,
  command_flags: flags = [],
  doc_flags: docFlags = [],
}) {
  if (reasons.has(name)) return reasons.get(name)
  if (words[0] === 'SENTINEL' || flags.includes('ONLY_SENTINEL')) return 'only a sentinel answers it'
  // An arity of -2 asks for a subcommand; COMMAND (-1) answers by itself.
  if (subcommands > 0 && arity < -1) return 'a container: its subcommands have methods of their own'
  if (words[0] === 'CLUSTER' && docFlags.includes('SYSCMD')) return 'nodes of a cluster say it to each other'
  return undefined
}

/** Throws when the list above names a command that the engine no longer has. */
export function checkLeftOut(commands) {
  for (const name of reasons.keys()) {
    if (!commands.some((command) => command.name === name)) {
      throw new Error(`scripts/commands-left-out.mjs names ${name}, which is not in the engine's command table`)
    }
  }
}
