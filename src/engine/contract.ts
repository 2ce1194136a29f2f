/** `wasm/redis.h` as seen from here. */

/** The version of the contract that this host speaks. */
export const ABI_VERSION = 1

/** States that `redis_run` and its like return, any of them together. */
export const BLOCKED = 1
export const ENDED = 2
/** Of `redis_view` alone: the output is the string itself, until `redis_view_end`. */
export const LENT = 4

/** Flags of `redis_connect_peer`. */
export const PEER_LOCAL = 1
export const PEER_UNIX = 2
export const PEER_TRUSTED = 4

/** Offsets in the shared struct, in bytes. */
export const WALL_US = 0
export const MONO_US = 8
export const INPUT = 16
export const INPUT_SIZE = 20
export const OUTPUT = 24
export const OUTPUT_SIZE = 28
export const PROCESS_ID = 32

/** The module's exports. Every number returned may be one of the negative codes of `codes`. */
export interface Exports {
  memory: WebAssembly.Memory
  /** Missing from a module whose booted image is baked in: its constructors have run. */
  _initialize?(): void
  redis_abi_version(): number
  redis_block(): number
  redis_init(config: number, length: number): number
  redis_alloc(length: number): number
  redis_free(pointer: number, length: number): void
  redis_connect(): number
  redis_connect_peer(addresses: number, length: number, window: number, flags: number): number
  redis_disconnect(id: number): number
  redis_reserve(size: number): number
  redis_run(id: number, length: number): number
  redis_run_vectors(id: number, length: number, read: number): number
  redis_view(id: number, length: number, read: number): number
  redis_view_end(id: number): number
  redis_look(id: number, read: number): number
  redis_consume(id: number, length: number): number
  redis_unblock(id: number): number
  redis_tick(): number
  redis_due(): number
  redis_waiting(): number
}

/** What the module imports, under the name `host`. */
export interface Imports {
  output(id: number): void
  now(): void
  random(pointer: number, length: number): void
  log(pointer: number, length: number): void
  exit(code: number): never
}

const codes: Record<number, string> = {
  [-1]: 'the engine cannot be entered now: it is not booted, or a call to it is still running',
  [-2]: 'there is no such connection',
  [-3]: 'the memory of the module cannot grow any further (4 GB)',
  [-4]: 'a length does not fit',
  [-5]: 'the engine did not start',
}

/** What a negative return value means, in words. */
export function codeText(code: number): string {
  return codes[code] ?? `the module answered with the unknown code ${code}`
}
