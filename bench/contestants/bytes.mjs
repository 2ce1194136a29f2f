/**
 * A contestant that takes requests as bytes and runs them in a loop of its own: the module by its contract, and the
 * same C under gcc.
 *
 *   load(entries)           keeps what shall be run
 *   show()                  runs the first entry and gives the bytes of its reply
 *   run(count, every)       runs `count` entries in turn and sets the clock before every `every`-th; gives the seconds
 *   together                how many random keys are asked for in an entry; a hundred where nothing is said
 */
import { fill, key } from '../rows/data.mjs'
import { encode, entriesOf, looksRight, setupOf } from '../rows/resp.mjs'

/** The clock is set once for a hundred single commands or for a batch: what is measured is the engine. */
const CLOCK_EVERY = 100
const SPREAD = 200_000
const CHURN = 5000

export function bytesContestant({ load, show, run, rss, module, close, about, together = 100 }) {
  let filled = 0
  const once = async (requests) => {
    for (const request of requests) {
      await load([encode(request)])
      const reply = await show()
      if (reply[0] === 45) throw new Error(`${request[0]}: ${reply.toString('latin1', 0, 200)}`)
    }
  }
  return {
    about,
    rss,
    module,
    close,

    async prepare(row) {
      const entries = entriesOf(row)
      if (!entries) return { missing: '' }
      await once(setupOf(row))
      filled = 0
      await load(entries)
      const reply = await show()
      if (!looksRight(row, reply)) throw new Error(`the reply to ${row.title} is ${reply.toString('latin1', 0, 200)}`)
      const every = row.batches || row.size ? 1 : CLOCK_EVERY
      return { run: (count) => run(count, every) }
    },

    async churn() {
      const [pairs] = fill(100)
      for (let i = 0; i < CHURN; i++) await once([pairs])
      await once([['FLUSHALL']])
    },

    async fill(count) {
      if (filled === 0) await once([['FLUSHALL']])
      await once(fill(count - filled, filled))
      filled = count
    },

    /** GET of keys all over the keyspace. */
    async random(count) {
      const some = () => encode(['GET', key(Math.floor(Math.random() * count))])
      const entries = Math.ceil(Math.min(SPREAD, count) / together)
      await load(Array.from({ length: entries }, () => Buffer.concat(Array.from({ length: together }, some))))
      return { run: (count) => run(count, 1), operations: together }
    },
  }
}
