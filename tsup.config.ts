import { defineConfig, type Options } from 'tsup'
import { writeCommonJs } from './scripts/build-commonjs.ts'
import { mergeChunks } from './scripts/build-merge.ts'
import { writeTypes } from './scripts/build-types.ts'

/** What the package exports, one line each: the name under dist/ and the source; types are found beside those files. */
const entries = {
  index: 'src/index.ts',
  server: 'src/server/index.ts',
  ioredis: 'src/adapters/ioredis.ts',
  'node-redis': 'src/adapters/node-redis.ts',
  testing: 'src/testing/index.ts',
  'testing/vitest': 'src/testing/vitest.ts',
  'testing/jest': 'src/testing/jest.ts',
  'testing/node': 'src/testing/node.ts',
  pool: 'src/pool/index.ts',
  'storage/directory': 'src/storage/directory.node.ts',
  'storage/memory': 'src/storage/memory.ts',
}

const shared: Options = {
  format: 'esm',
  target: 'es2022',
  // Entries share their code, so that a RedisError of one is a RedisError of the other.
  splitting: true,
  // The code is not minified, so stack traces are readable as they are; maps would add a sixth to the tarball.
  sourcemap: false,
  removeNodeProtocol: false,
}

/** Bundlers find the modules by the text `new URL('./redis.wasm', import.meta.url)`, which these names complete. */
const modules = (folder: string) => ({
  WASM_FILE: `'${folder}/redis.wasm'`,
  SMALL_WASM_FILE: `'${folder}/redis.small.wasm'`,
})

export default defineConfig([
  {
    ...shared,
    // The command line has no exports, so no types and no CommonJS twin.
    entry: { ...entries, cli: 'src/cli/main.ts' },
    platform: 'node',
    define: { ...modules('.'), CHILD_FILE: "'./thread/save.mjs'", SOCKETS_FILE: "'./thread/sockets.mjs'" },
    clean: ['!*.wasm', '!browser/**', '!thread/**'],
    async onSuccess() {
      await mergeChunks([...Object.keys(entries), 'cli'], 'dist')
      await writeCommonJs('dist', ['browser', 'cli.js'])
      await writeTypes(entries, 'dist')
    },
  },
  {
    ...shared,
    // Files that run wherever a bundler carries it: both kinds of modules start them by their URLs.
    entry: { save: 'src/engine/child-thread.node.ts', sockets: 'src/cli/serve/sockets-thread.ts' },
    outDir: 'dist/thread',
    outExtension: () => ({ js: '.mjs' }),
    splitting: false,
    platform: 'node',
    define: { ...modules('..'), CHILD_FILE: "'./save.mjs'" },
    clean: true,
  },
  {
    ...shared,
    entry: { index: entries.index },
    outDir: 'dist/browser',
    // One file: what it imports when asked for a server is a few lines that say that there are no sockets.
    splitting: false,
    platform: 'browser',
    define: modules('..'),
    clean: true,
  },
])
