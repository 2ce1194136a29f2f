/** What the native shim with counters in it runs (scripts/profile-engine). Usage: PROGRAM */
import { startShim } from '../bench/contestants/native-shim.mjs'
import { hundredRows, singleRows } from '../bench/rows/commands.mjs'
import { encode, entriesOf, setupOf } from '../bench/rows/resp.mjs'
import { requestSize } from '../src/resp/encode.ts'
import { encodeVector } from '../src/resp/vector.ts'
import { generate } from '../test/conformance/generate.ts'

// The shim has one connection: nothing may keep it waiting, end it, or change how it is answered.
const left = new Set(
  `BLPOP BRPOP BLMOVE BLMPOP BRPOPLPUSH BZPOPMIN BZPOPMAX BZMPOP SUBSCRIBE PSUBSCRIBE SSUBSCRIBE MONITOR QUIT RESET
  SHUTDOWN WAIT WAITAOF CLIENT AUTH ACL SYNC PSYNC DEBUG CONFIG HELLO`.split(/\s+/),
)
const waits = (argument) => /^block$/i.test(String(argument))
const fits = (command) => !left.has(String(command[0]).toUpperCase()) && !command.some(waits)
const bytes = (argument) => (typeof argument === 'string' ? Buffer.from(argument, 'latin1') : Buffer.from(argument))

function asVector(request) {
  const vector = Buffer.alloc(requestSize(request))
  return vector.subarray(0, encodeVector(vector, 0, request))
}

/** The two ways into the engine: bytes off a socket, and arguments of a caller in the same process. */
const forms = [encode, asVector]

const shim = await startShim(process.argv[2])
const loadAs = async (form, entries) => {
  await shim.vectors(form === asVector)
  await shim.load(entries)
}
const runOnce = async (requests, form = encode) => {
  await loadAs(form, requests.map(form))
  await shim.run(requests.length, 1)
}

/** All kinds of commands, so that what nobody times is known, too. */
const SEQUENCES = 3000
for (let number = 0; number < SEQUENCES; number++) {
  const { setup, steps } = generate(1, number)
  const commands = [...setup, ...steps.flat()].filter(fits)
  if (commands.length > 0)
    await runOnce(
      commands.map((command) => command.map(bytes)),
      forms[number % 2],
    )
}
await runOnce([['DISCARD'], ['SELECT', '0']])

for (const row of [...singleRows, ...hundredRows]) {
  for (const form of forms) {
    const entries = entriesOf(row, form)
    if (!entries) continue
    await runOnce(setupOf(row))
    await loadAs(form, entries)
    await shim.run(row.batches ? 1_000 : /^(zrange|mget)$/.test(row.id) ? 2_500 : 50_000, 1)
  }
}
await shim.close()
