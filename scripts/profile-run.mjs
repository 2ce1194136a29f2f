/** What the native shim with counters in it runs (scripts/profile-engine). Usage: PROGRAM */
import { startShim } from '../bench/contestants/native-shim.mjs'
import { hundredRows, singleRows } from '../bench/rows/commands.mjs'
import { encode, entriesOf, setupOf } from '../bench/rows/resp.mjs'
import { generate } from '../test/conformance/generate.ts'

// The shim has one connection: nothing may keep it waiting, end it, or change how it is answered.
const left = new Set(
  `BLPOP BRPOP BLMOVE BLMPOP BRPOPLPUSH BZPOPMIN BZPOPMAX BZMPOP SUBSCRIBE PSUBSCRIBE SSUBSCRIBE MONITOR QUIT RESET
  SHUTDOWN WAIT WAITAOF CLIENT AUTH ACL SYNC PSYNC DEBUG CONFIG HELLO`.split(/\s+/),
)
const waits = (argument) => /^block$/i.test(String(argument))
const fits = (command) => !left.has(String(command[0]).toUpperCase()) && !command.some(waits)
const bytes = (argument) => (typeof argument === 'string' ? Buffer.from(argument, 'latin1') : Buffer.from(argument))

const shim = await startShim(process.argv[2])
const runOnce = async (requests) => {
  await shim.load(requests.map(encode))
  await shim.run(requests.length, 1)
}

/** All kinds of commands, so that what nobody times is known, too. */
const SEQUENCES = 3000
for (let number = 0; number < SEQUENCES; number++) {
  const { setup, steps } = generate(1, number)
  const commands = [...setup, ...steps.flat()].filter(fits)
  if (commands.length > 0) await runOnce(commands.map((command) => command.map(bytes)))
}
await runOnce([['DISCARD'], ['SELECT', '0']])

for (const row of [...singleRows, ...hundredRows]) {
  const entries = entriesOf(row)
  if (!entries) continue
  await runOnce(setupOf(row))
  await shim.load(entries)
  await shim.run(row.batches ? 2_000 : /^(zrange|mget)$/.test(row.id) ? 5_000 : 100_000, 1)
}
await shim.close()
