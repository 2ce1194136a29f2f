import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type * as library from '../../src/index.ts'

/** The repository's root. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/** The library as users get it. The examples import it by its name, so they run what was built, not the sources. */
export async function built(): Promise<typeof library> {
  const index = new URL('../../dist/index.js', import.meta.url)
  if (!existsSync(index)) throw new Error('dist/index.js is missing; build it with `make`')
  return (await import(index.href)) as typeof library
}

/** A module of the examples, which are plain JavaScript; `Module` says what the tests use of it. */
export async function example<Module>(path: string): Promise<Module> {
  return (await import(new URL(`../../examples/${path}`, import.meta.url).href)) as Module
}
