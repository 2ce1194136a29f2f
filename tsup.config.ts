import { defineConfig } from 'tsup'

const shared = {
  target: 'es2022' as const,
  sourcemap: true,
  define: { WASM_FILE: JSON.stringify('./redis.wasm') },
}

export default defineConfig([
  { ...shared, entry: { index: 'src/index.ts' }, format: ['esm', 'cjs'], platform: 'node', dts: true, shims: true, splitting: false },
  {
    ...shared,
    entry: { index: 'src/index.ts' },
    outDir: 'dist/browser',
    format: ['esm'],
    platform: 'browser',
    define: { WASM_FILE: JSON.stringify('../redis.wasm') },
    splitting: false,
  },
])
