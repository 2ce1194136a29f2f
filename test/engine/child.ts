import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { afterAll } from 'vitest'
import { type Ending, ending } from '../process/ending.ts'

const folder = mkdtempSync(join(tmpdir(), 'engine-child-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The library as one file that Node can run without vitest. */
const library = build({
  entryPoints: [fileURLToPath(new URL('../../src/index.ts', import.meta.url))],
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  outfile: join(folder, 'library.mjs'),
  define: {
    WASM_FILE: JSON.stringify(new URL('../../dist/redis.wasm', import.meta.url).href),
    SMALL_WASM_FILE: JSON.stringify(new URL('../../dist/redis.small.wasm', import.meta.url).href),
    CHILD_FILE: JSON.stringify(new URL('../../dist/thread/save.mjs', import.meta.url).href),
  },
})

/** Runs a module in a process of its own, with `createClient`, `createEngine`, `turn` and `damage` in its scope. */
export async function runScript(source: string, nodeOptions: string[] = [], seconds = 20): Promise<Ending> {
  await library
  const module = `import { createClient, createEngine } from ${JSON.stringify(pathToFileURL(join(folder, 'library.mjs')))}
    const turn = () => new Promise((resolve) => setImmediate(resolve))
    const damage = ({ core }) => {
      const table = core.entrance.exports.__indirect_function_table
      for (let i = 0; i < table.length; i++) table.set(i, null)
    }
    ${source}`
  const args = [...nodeOptions, '--input-type=module', '--eval', module]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: seconds * 1000 })
  return ending(child)
}
