import { openEngine } from '../open.ts'

/** An engine whose time and chances are the test's own, and a client of it. */
export async function open() {
  const engine = await openEngine({ clock: 'manual', random: 1 })
  return { engine, faults: engine.faults, client: engine.connect() }
}
