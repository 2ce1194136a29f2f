import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rollup } from 'rollup'
import { dts } from 'rollup-plugin-dts'

/**
 * Writes the type declarations of `entries` (name → source file) into `folder`, bundled, once as NAME.d.ts for ES
 * modules and once as NAME.d.cts for CommonJS. NAME.js must be there already: a class that a source exports as a type
 * only would be declared as a value by the bundler of declarations, so what is a value is read off the built module.
 */
export async function writeTypes(entries: Record<string, string>, folder: string): Promise<void> {
  const values: Record<string, ReadonlySet<string>> = {}
  for (const name of Object.keys(entries)) {
    values[name] = exportsOf(await readFile(join(folder, `${name}.js`), 'utf8'))
  }
  const { peerDependencies } = JSON.parse(await readFile('package.json', 'utf8'))
  const bundle = await rollup({
    input: entries,
    external: [/^node:/, ...Object.keys(peerDependencies)],
    plugins: [
      dts({ compilerOptions: { noEmit: false, emitDeclarationOnly: true, stripInternal: true } }),
      {
        name: 'finish',
        renderChunk(code, chunk) {
          const marked = chunk.isEntry ? markTypes(code, values[chunk.name]) : code
          return code.includes('WebAssembly.Module') ? `${moduleType}\n${marked}` : marked
        },
      },
    ],
    onwarn(warning) {
      throw new Error(`the declarations cannot be bundled: ${warning.message}`)
    },
  })
  for (const extension of ['d.ts', 'd.cts']) {
    await bundle.write({
      dir: folder,
      entryFileNames: `[name].${extension}`,
      // No hash: it would be another for each module system, since parts name the parts that they import.
      chunkFileNames: `chunk-[name].${extension}`,
    })
  }
  await bundle.close()
}

/** The names that a module, as esbuild writes it, exports. It cannot be asked: some run in a test runner only. */
function exportsOf(module: string): ReadonlySet<string> {
  const lists = [...module.matchAll(/^export \{([^}]*)\}/gm)].map(([, list]) => list.split(','))
  return new Set(lists.flat().map((name) => name.trim().split(' as ').at(-1) as string))
}

/** Node's own types do not have it, the browsers' do; this adds nothing to those. */
const moduleType = 'declare global { namespace WebAssembly { interface Module {} } }'

/** Turns `export { … }` into `export type { … }` for what has no value. */
function markTypes(code: string, values: ReadonlySet<string>): string {
  return code.replace(/^export \{ (.*) \}( from '.*')?;$/gm, (_line, list: string, from = '') => {
    const names = list.split(', ')
    const hasValue = (name: string) => values.has(name.split(' as ').at(-1) as string)
    const lines = [
      ['export', names.filter(hasValue)],
      ['export type', names.filter((name) => !hasValue(name))],
    ] as const
    return lines
      .filter(([, some]) => some.length > 0)
      .map(([keyword, some]) => `${keyword} { ${some.join(', ')} }${from};`)
      .join('\n')
  })
}
