import { EngineStartError } from '../errors.ts'

/** The custom section in which the build puts the module's name for itself (scripts/build-identity.mjs). */
const SECTION = 'build'

/** Which build of the engine a module is, in hexadecimal. Throws an `EngineStartError` when it does not say. */
export function buildOf(module: WebAssembly.Module): string {
  const [section] = WebAssembly.Module.customSections(module, SECTION)
  if (!section)
    throw new EngineStartError('this redis.wasm does not say which build it is: take the one of this package')
  return Array.from(new Uint8Array(section), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
