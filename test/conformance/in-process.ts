/** The side under test: the library's engine in this process, through its client. */
import { createClient } from '../../src/index.ts'
import type { Command } from './sequence.ts'
import type { Subject } from './subject.ts'

/** Boots an engine of its own. Rejects where `createClient` does. */
export async function openInProcess(): Promise<Subject> {
  const client = await createClient({ protocol: 2 })
  return {
    name: 'in process',
    run: (commands) => Promise.all(commands.map((command) => client.callRaw(...(command as [string, ...Command])))),
    close: () => client.close(),
  }
}
