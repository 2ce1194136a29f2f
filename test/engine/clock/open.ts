import { openEngine } from '../open.ts'

/** An engine whose clock stands until the test turns it, and a client of it. */
export async function openManual(config = {}) {
  const engine = await openEngine({ clock: 'manual', config })
  return { engine, clock: engine.clock, client: engine.connect() }
}
