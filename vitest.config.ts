import { defineConfig } from 'vitest/config'

export default defineConfig({
  // The tests run the sources; this is where those find the module that the build made, and the thread that saves.
  define: {
    WASM_FILE: JSON.stringify('../../dist/redis.wasm'),
    SMALL_WASM_FILE: JSON.stringify('../../dist/redis.small.wasm'),
    CHILD_FILE: JSON.stringify('../../dist/thread/save.mjs'),
  },
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
  },
})
