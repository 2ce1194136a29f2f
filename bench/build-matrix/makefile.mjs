/** wasm/build.mk with what it fixes turned into variables, so that the experiment builds what the product builds. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** Each must be found, or the experiment would measure the same build over and over. */
const changes = [
  [/^(\s*LDFLAGS \+= \$\(LEVEL\) .*)$/m, '$1 $(LINK)'],
  [/-sMALLOC=dlmalloc/, '-sMALLOC=$(MALLOC)'],
  // How large a variant is shall be told, not refused.
  [/(build-check\.mjs .*) \$\(VARIANT\)$/m, '$1 experiment'],
  // Without link-time optimisation the module is a release all the same: booted and baked.
  [/^ifdef LTO\n(?=\t@node scripts\/build-bake)/m, 'ifneq ($(VARIANT),debug)\n'],
]

/** Writes build/matrix/build.mk and returns its path from the top of the checkout. */
export function writeMakefile() {
  let text = readFileSync(join(root, 'wasm/build.mk'), 'utf8')
  for (const [pattern, replacement] of changes) {
    if (!pattern.test(text))
      throw new Error(`wasm/build.mk no longer has ${pattern}: mend bench/build-matrix/makefile.mjs`)
    text = text.replace(pattern, replacement)
  }
  const path = 'build/matrix/build.mk'
  mkdirSync(join(root, 'build/matrix'), { recursive: true })
  writeFileSync(join(root, path), `MALLOC ?= dlmalloc\n${text}`)
  return path
}
