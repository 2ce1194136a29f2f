import { randomFillSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { EngineStartError } from '../errors.ts'

/** Where `redis.wasm` lies as seen from this file; the bundler and the test runner put in the path. */
declare const WASM_FILE: string

/** The module that comes with the library. Compiling is synchronous and lazy: 6 ms once, under 1 ms again. */
export function ownModule(): WebAssembly.Module {
  const file = new URL(WASM_FILE, import.meta.url)
  let bytes: Uint8Array<ArrayBuffer>
  try {
    bytes = readFileSync(file)
  } catch (cause) {
    throw new EngineStartError(
      `${file.pathname} cannot be read. In a checkout run make; after bundling, copy that file along or give the option module`,
      { cause },
    )
  }
  return new WebAssembly.Module(bytes)
}

/** What a string given as the `module` option means: a URL, or a path. */
export async function fetchModule(source: URL | string): Promise<WebAssembly.Module> {
  const url = typeof source === 'string' && /^[a-z][a-z0-9+.-]+:/i.test(source) ? new URL(source) : source
  if (url instanceof URL && url.protocol !== 'file:') {
    return new WebAssembly.Module(await (await fetch(url)).arrayBuffer())
  }
  return new WebAssembly.Module(readFileSync(url))
}

/** The process that engines run in, as INFO tells it. */
export const processId: number = process.pid

/** Fills `bytes` with secure random numbers. The web's `crypto` takes half a millisecond to load, this is there. */
export function fillRandom(bytes: Uint8Array): void {
  randomFillSync(bytes)
}
