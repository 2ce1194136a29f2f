import { readdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type GetModuleInfo, rollup } from 'rollup'

/**
 * Puts all that `index.js` in `folder` loads into one file, chunk-core.js. The bundler leaves a file for each set of
 * entries that share something, and to load six of them takes a process that has just begun 3 ms longer than to load
 * one. `entries` are the names of all modules in `folder` that are loaded by name.
 */
export async function mergeChunks(entries: readonly string[], folder: string): Promise<void> {
  const before = await chunksIn(folder)
  const index = resolve(folder, 'index.js')
  let core: ReadonlySet<string> | undefined
  const bundle = await rollup({
    input: Object.fromEntries(entries.map((name) => [name, join(folder, `${name}.js`)])),
    external: (id) => !/^[./]/.test(id),
    treeshake: false, // what is not needed is gone already, and nothing that is may be
    onwarn(warning) {
      throw new Error(`the chunks cannot be merged: ${warning.message}`)
    },
  })
  const { output } = await bundle.write({
    dir: folder,
    chunkFileNames: ({ isDynamicEntry, name }) =>
      isDynamicEntry ? '[name].js' : `chunk-${name.replace('chunk-', '')}.js`,
    minifyInternalExports: false,
    hoistTransitiveImports: false,
    manualChunks(id, { getModuleInfo }) {
      core ??= loadedWith(index, getModuleInfo)
      const isEmpty = getModuleInfo(id)?.code?.trim() === ''
      return (core.has(id) && id !== index) || isEmpty ? 'core' : undefined
    },
  })
  await bundle.close()
  const written = new Set(output.map(({ fileName }) => fileName))
  for (const name of before) if (!written.has(name)) await rm(join(folder, name))
}

async function chunksIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => /^chunk-.*\.js$/.test(name))
}

/** The module `start` and all that is loaded with it. */
function loadedWith(start: string, getModuleInfo: GetModuleInfo): Set<string> {
  const found = new Set([start])
  for (const id of found) for (const imported of getModuleInfo(id)?.importedIds ?? []) found.add(imported)
  return found
}
