/** How long a run takes and how much it sees. `quick` only shows that everything works; its numbers mean nothing. */
const normal = {
  name: 'normal',
  /** How often every contestant gets a new process. */
  sessions: 3,
  /** Samples of a row in a session, of each contestant in turn. */
  rounds: 3,
  /** Milliseconds: before the first sample of a row; about one sample; awaited GETs one by one. */
  warm: 150,
  sample: 100,
  latency: 2000,
  /** Fresh processes, by what they are asked. */
  fresh: { start: 9, idle: 3, scratch: 1 },
  keyspaces: [1_000, 10_000, 100_000, 1_000_000],
  elements: 1_000_000,
  stalls: 5,
}

const variants = {
  normal,
  /** As normal, once: for a look at a table that means something. */
  short: { ...normal, name: 'short', sessions: 1, fresh: { start: 5, idle: 1, scratch: 1 }, stalls: 1 },
  full: { ...normal, name: 'full', sessions: 5, keyspaces: [...normal.keyspaces, 10_000_000] },
  quick: {
    name: 'quick',
    sessions: 1,
    rounds: 2,
    warm: 5,
    sample: 5,
    latency: 50,
    fresh: { start: 1, idle: 1, scratch: 1 },
    keyspaces: [1_000, 10_000],
    elements: 10_000,
    stalls: 1,
  },
}

/** By name, or by the environment: BENCH_QUICK=1, BENCH_FULL=1. */
export function settings(name) {
  const fromEnvironment = process.env.BENCH_QUICK ? 'quick' : process.env.BENCH_FULL ? 'full' : 'normal'
  const found = variants[name ?? fromEnvironment]
  if (!found) throw new Error(`there is no run called ${name}; there are ${Object.keys(variants).join(', ')}`)
  return found
}
