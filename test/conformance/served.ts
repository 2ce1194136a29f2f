/** The library's engine as other processes see it: behind `serve` on a unix socket. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEngine } from '../../src/index.ts'
import { serve } from '../../src/server/index.ts'
import { onSocket } from './socket.ts'
import { build, type Subject } from './subject.ts'

/** Boots an engine of its own and serves it. Rejects where `createEngine` and `serve` do. */
export async function openServed(): Promise<Subject> {
  const folder = mkdtempSync(join(tmpdir(), 'served-'))
  const path = join(folder, 's')
  const engine = await createEngine({ build, config: { 'enable-debug-command': 'yes' } })
  await serve(engine, { path })
  const socket = await onSocket('served', path)
  return {
    ...socket,
    close: async () => {
      await socket.close()
      await engine.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
