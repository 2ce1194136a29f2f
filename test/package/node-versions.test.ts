/** The packed tarball in the oldest Node it is made for and in each major version since. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { printed, programs } from './first-use.ts'
import { nodeBinary } from './node-binary.ts'
import { install, type Packed, pack, run } from './tarball.ts'

/** The first is what `engines` in package.json promises. */
const versions = ['20.19.0', '22.23.3', '24.21.0', '26.10.0']

let packed: Packed

beforeAll(async () => {
  packed = await pack()
  await install(packed)
  for (const [name, source] of Object.entries(programs)) await writeFile(join(packed.project, name), source)
}, 60_000)

afterAll(() => packed?.remove())

describe.each(versions)('Node %s', (version) => {
  let node: string

  beforeAll(async () => {
    node = await nodeBinary(version)
    const { stdout } = await run(node, ['--version'])
    expect(stdout.trim()).toBe(`v${version}`)
  }, 300_000)

  test.each(Object.keys(programs))('%s', async (name) => {
    const { stdout, stderr } = await run(node, [name], { cwd: packed.project, timeout: 20_000 })
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toEqual(printed)
  })
})
