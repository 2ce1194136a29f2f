/** The packed tarball as bundlers take it into a browser. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { build as esbuild } from 'esbuild'
import { build as vite } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { install, type Packed, pack } from './tarball.ts'

const page = `
import { createClient } from 'wasm-redis'

globalThis.answer = async (module) => {
  const client = await createClient({ module })
  await client.set('greeting', 'hello')
  const replies = [await client.get('greeting'), client.callSync('EVAL', 'return 1 + 1', 0)]
  await client.close()
  return replies
}
`

let packed: Packed

beforeAll(async () => {
  packed = await pack('page') // vite refuses folders with a # in their name
  await install(packed)
  await writeFile(join(packed.project, 'page.js'), page)
  await writeFile(join(packed.project, 'index.html'), '<script type="module" src="./page.js"></script>\n')
}, 60_000)

afterAll(() => packed?.remove())

function bundle(format: 'esm' | 'iife') {
  // esbuild fails for browsers when a Node built-in is imported anywhere.
  return esbuild({
    entryPoints: [join(packed.project, 'page.js')],
    absWorkingDir: packed.project,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'browser',
    format,
    logLevel: 'silent',
  })
}

test('esbuild takes the browser build, which imports nothing', async () => {
  const { metafile, outputFiles } = await bundle('esm')
  expect(Object.keys(metafile.inputs)).toEqual(['node_modules/wasm-redis/dist/browser/index.js', 'page.js'])
  expect(metafile.inputs['node_modules/wasm-redis/dist/browser/index.js'].imports).toEqual([])
  expect(outputFiles[0].text).toContain('new URL("../redis.wasm", import.meta.url)')
})

test('it answers where there is nothing but what browsers have', async () => {
  const { outputFiles } = await bundle('iife')
  const browser: Record<string, unknown> = {
    ...{ WebAssembly, URL, Response, fetch, TextEncoder, TextDecoder, AbortSignal, crypto, performance },
    ...{ setTimeout, clearTimeout, queueMicrotask },
  }
  runInNewContext(outputFiles[0].text, browser)
  const module = await readFile(join(packed.project, 'node_modules/wasm-redis/dist/redis.wasm'))
  const answer = browser.answer as (module: Uint8Array) => Promise<unknown>
  expect(await answer(module)).toEqual(['hello', 2])
})

test('vite finds redis.wasm and puts it among its assets', async () => {
  await vite({ root: packed.project, base: './', configFile: false, logLevel: 'silent' })
  const assets = join(packed.project, 'dist/assets')
  const names = await readdir(assets)
  const module = names.find((name) => name.endsWith('.wasm')) ?? 'none'
  const code = await readFile(join(assets, names.find((name) => name.endsWith('.js')) ?? 'none'), 'utf8')
  const shipped = await readFile(join(packed.project, 'node_modules/wasm-redis/dist/redis.wasm'))
  expect((await readFile(join(assets, module))).equals(shipped)).toBe(true)
  expect(code).toContain(module)
})
