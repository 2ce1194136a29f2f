import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { checkBuilt, root } from '../package/tarball.ts'

const execute = promisify(execFile)

interface Row {
  name: string
  native: number
  passed: number
  failed: number
}

async function run(mode: string, units: string[]): Promise<Row[]> {
  await checkBuilt()
  const out = await mkdtemp(join(tmpdir(), 'tcl-suite-'))
  try {
    const args = ['--mode', mode, '--units', units.join(','), '--seconds', '25', '--out', out]
    const { stdout } = await execute(process.execPath, [join(root, 'test/tcl/run.mjs'), ...args]).catch(
      (error) => error,
    )
    const report = await readFile(join(out, `tcl-${mode}.json`), 'utf8').catch(() => {
      throw new Error(`test/tcl/run.mjs left no report:\n${stdout}`)
    })
    return JSON.parse(report).rows
  } finally {
    await rm(out, { recursive: true })
  }
}

// All units: make conformance. Here only as many as show that the way to them is open.
it.each([
  ['external', ['unit/type/incr', 'unit/protocol']],
  ['spawned', ['unit/type/incr', 'unit/quit']],
])("the engine's own suite passes, %s, in units that are quick: %s", async (mode, units) => {
  expect(existsSync(join(root, 'build/native/bin/valkey-server')), 'make native').toBe(true)
  const rows = await run(mode, units)
  expect(rows.map(({ name }) => name)).toEqual(units)
  for (const { name, native, passed, failed } of rows) {
    expect(native, name).toBeGreaterThan(2)
    expect({ passed, failed }, name).toEqual({ passed: native, failed: 0 })
  }
})

it('the page of results is what its JSON says', async () => {
  const script = join(root, 'scripts/generate-compatibility.mjs')
  await expect(execute(process.execPath, [script, '--check'])).resolves.toMatchObject({ stderr: '' })
})
