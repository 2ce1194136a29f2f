import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { transform } from 'esbuild'

/** CommonJS has no `import.meta.url`: a file's URL is made from its path. */
const fileUrl = 'const fileUrl = require("node:url").pathToFileURL(__filename).href;'

/**
 * Writes a CommonJS twin, NAME.cjs, of every ES module NAME.js in `folder` and below, but for those whose path begins as one of `without`. File
 * by file, so that the twins share code as the modules do: a RedisError of one entry is a RedisError of another.
 */
export async function writeCommonJs(folder: string, without: readonly string[]): Promise<void> {
  for (const file of await readdir(folder, { recursive: true })) {
    if (!file.endsWith('.js') || without.some((path) => file.startsWith(path))) continue
    const source = await readFile(join(folder, file), 'utf8')
    const { code } = await transform(source, {
      format: 'cjs',
      platform: 'node',
      target: 'es2022',
      // What is loaded when it is wanted is loaded by `require`, too: where a test runner has modules of its own kind,
      // `import()` is not to be had.
      supported: { 'dynamic-import': false },
      define: { 'import.meta.url': 'fileUrl' },
      banner: `"use strict";${source.includes('import.meta.url') ? `\n${fileUrl}` : ''}`,
    })
    const twin = code.replace(/\b(require|import)\("(\.[^"]*)\.js"\)/g, '$1("$2.cjs")')
    await writeFile(join(folder, file.replace(/\.js$/, '.cjs')), twin)
  }
}
