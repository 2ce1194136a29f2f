/** The packed tarball as bundlers take it into a browser. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { build as esbuild } from 'esbuild'
import { build as vite } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { install, type Packed, pack } from './tarball.ts'

const page = `
import { createClient } from 'wasm-redis'

globalThis.answer = async (options) => {
  const client = await createClient(options)
  await client.set('greeting', 'hello')
  const replies = [await client.get('greeting'), client.callSync('EVAL', 'return 1 + 1', 0)]
  await client.close()
  return replies
}
`

/** The engine's two builds, and how a page asks for one. */
const modules = [
  { wasm: 'redis.wasm', options: {} },
  { wasm: 'redis.small.wasm', options: { build: 'small' } },
]

let packed: Packed

beforeAll(async () => {
  packed = await pack('page') // vite refuses folders with a # in their name
  await install(packed)
  await writeFile(join(packed.project, 'page.js'), page)
  await writeFile(join(packed.project, 'index.html'), '<script type="module" src="./page.js"></script>\n')
}, 60_000)

afterAll(() => packed?.remove())

/** `pageUrl`: where the bundle will lie, for a form of it that cannot ask. */
function bundle(format: 'esm' | 'iife', pageUrl?: string) {
  const define: Record<string, string> = pageUrl ? { 'import.meta.url': JSON.stringify(pageUrl) } : {}
  // esbuild fails for browsers when a Node built-in is imported anywhere.
  return esbuild({
    entryPoints: [join(packed.project, 'page.js')],
    absWorkingDir: packed.project,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'browser',
    format,
    define,
    logLevel: 'silent',
  })
}

test('esbuild takes the browser build, which imports nothing', async () => {
  const { metafile, outputFiles } = await bundle('esm')
  expect(Object.keys(metafile.inputs)).toEqual(['node_modules/wasm-redis/dist/browser/index.js', 'page.js'])
  expect(metafile.inputs['node_modules/wasm-redis/dist/browser/index.js'].imports).toEqual([])
  for (const { wasm } of modules) {
    expect(outputFiles[0].text).toContain(`new URL("../${wasm}", import.meta.url)`)
  }
})

describe.each(modules)('where there is nothing but what browsers have, with $wasm', ({ wasm, options }) => {
  test('it answers when it is given the module', async () => {
    const { outputFiles } = await bundle('iife')
    const answer = open(outputFiles[0].text, fetch)
    expect(await answer({ module: await shipped(wasm) })).toEqual(['hello', 2])
  })

  test('it fetches that module and nothing else, and compiles it while it arrives', async () => {
    const { outputFiles } = await bundle('iife', 'https://page.example/app/code/page.js')
    const fetched: string[] = []
    const answer = open(outputFiles[0].text, async (url) => {
      fetched.push(String(url))
      return new Response(await shipped(wasm), { headers: { 'content-type': 'application/wasm' } })
    })
    expect(await answer(options)).toEqual(['hello', 2])
    expect(await answer(options)).toEqual(['hello', 2])
    expect(fetched).toEqual([`https://page.example/app/${wasm}`])
  })
})

test('vite finds both modules and puts them among its assets', async () => {
  await vite({ root: packed.project, base: './', configFile: false, logLevel: 'silent' })
  const assets = join(packed.project, 'dist/assets')
  const names = await readdir(assets)
  const code = await readFile(join(assets, names.find((name) => name.endsWith('.js')) ?? 'none'), 'utf8')
  const found = names.filter((name) => name.endsWith('.wasm'))
  expect(found).toHaveLength(2)
  for (const name of found) expect(code).toContain(name)
  for (const { wasm } of modules) {
    const name = found.find((one) => one.startsWith(`${wasm.slice(0, -'.wasm'.length)}-`)) ?? 'none'
    expect((await readFile(join(assets, name))).equals(await shipped(wasm))).toBe(true)
  }
})

/** Runs a bundle with what browsers have, and `fetchFile` for their `fetch`; returns the page's function. */
function open(code: string, fetchFile: typeof fetch): (options: object) => Promise<unknown> {
  const browser: Record<string, unknown> = {
    ...{ WebAssembly, URL, Response, fetch: fetchFile, TextEncoder, TextDecoder, AbortSignal, crypto, performance },
    ...{ setTimeout, clearTimeout, queueMicrotask },
  }
  runInNewContext(code, browser)
  return browser.answer as (options: object) => Promise<unknown>
}

function shipped(name: string): Promise<Buffer<ArrayBuffer>> {
  return readFile(join(packed.project, 'node_modules/wasm-redis/dist', name))
}
