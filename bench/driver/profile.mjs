/** Where a row's time goes: the sampling profiler of V8, self times by function, what runs inside the module as one. */
import { Session } from 'node:inspector/promises'

/** Runs a prepared row for about `ms` and gives the largest parts, `{ name, part }`, and the rest. */
export async function profile(run, ms) {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval: 200 })
  await session.post('Profiler.start')
  for (const end = performance.now() + ms; performance.now() < end; ) await run()
  const { profile: found } = await session.post('Profiler.stop')
  session.disconnect()

  const nodes = new Map(found.nodes.map((node) => [node.id, nameOf(node.callFrame)]))
  const spent = new Map()
  for (const [i, id] of found.samples.entries()) {
    const name = nodes.get(id)
    spent.set(name, (spent.get(name) ?? 0) + found.timeDeltas[i])
  }
  for (const name of beside) spent.delete(name)
  const all = [...spent.values()].reduce((sum, one) => sum + one, 0)
  const parts = [...spent].map(([name, one]) => ({ name, part: one / all })).sort((a, b) => b.part - a.part)
  const shown = parts.slice(0, 10).filter(({ part }) => part >= 0.01)
  const rest = 1 - shown.reduce((sum, { part }) => sum + part, 0)
  return [...shown, { name: 'everything else', part: rest }]
}

/** What is no part of the work: waiting, and the profiler's own beginning. */
const beside = ['(idle)', 'dispatch (Node)']

function nameOf({ functionName, url }) {
  if (url.startsWith('wasm://') || functionName.startsWith('wasm-')) return 'the engine, in redis.wasm'
  if (functionName === '(program)') return "V8's and Node's own code"
  if (functionName === '(garbage collector)') return 'garbage collection'
  const name = functionName || 'a function without a name'
  if (url.startsWith('node:') || url === '') return `${name} (Node)`
  return url.includes('/bench/') && !url.includes('/built/') ? `${name} (the benchmark)` : `\`${name}\``
}
