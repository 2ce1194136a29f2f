import { EngineStartError } from '../errors.ts'
import type { Build } from '../options.ts'
import type { Storage } from '../storage/storage.ts'
import type { ChildThread } from './children.ts'

/** Where `redis.wasm` and `redis.small.wasm` lie as seen from this file; the bundler puts in the paths. */
declare const WASM_FILE: string
declare const SMALL_WASM_FILE: string

/** A module that comes with the library, compiled while it arrives. */
export function ownModule(build: Build): Promise<WebAssembly.Module> {
  // Bundlers read both as they stand and take both files along; only the one that is asked for is fetched.
  const url = build === 'small' ? new URL(SMALL_WASM_FILE, import.meta.url) : new URL(WASM_FILE, import.meta.url)
  return fetchModule(url)
}

/** Fetches and compiles a module. A server that does not send it as application/wasm costs the streaming only. */
export async function fetchModule(source: URL | string): Promise<WebAssembly.Module> {
  const response = await fetch(source)
  if (!response.ok) {
    throw new EngineStartError(`${String(source)} was answered with status ${response.status}; serve redis.wasm there`)
  }
  if (response.headers.get('content-type')?.startsWith('application/wasm')) {
    return WebAssembly.compileStreaming(response)
  }
  return WebAssembly.compile(await response.arrayBuffer())
}

/** A browser has no directories. */
export function directory(path: string): Storage {
  throw new TypeError(`option storage is ${JSON.stringify(path)}, but there are no directories here; give an object`)
}

/** Nor threads that could use what a page has. */
export function startThread(): ChildThread | undefined {
  return undefined
}

/** Pages have no process that anybody could find. */
export const processId = 0

/** What `crypto.getRandomValues` fills at most in one call. */
const RANDOM_CHUNK = 65536

/** Fills `bytes` with secure random numbers. */
export function fillRandom(bytes: Uint8Array): void {
  // A copy, because the web refuses to fill memory that may be shared.
  for (let at = 0; at < bytes.length; at += RANDOM_CHUNK) {
    const chunk = new Uint8Array(Math.min(RANDOM_CHUNK, bytes.length - at))
    bytes.set(crypto.getRandomValues(chunk), at)
  }
}
