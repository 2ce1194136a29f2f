/** `wasm/redis.h` as seen from here. */

/** The version of the contract that this host speaks. */
export const ABI_VERSION = 2

/** States that `redis_run` and its like return, any of them together. */
export const BLOCKED = 1
export const ENDED = 2
/** Of `redis_view` alone: the output is the string itself, until `redis_view_end`. */
export const LENT = 4

/** Of `redis_look` alone: the connection speaks RESP3. */
export const RESP3 = 8

/** Flags of `redis_connect_peer`. */
export const PEER_LOCAL = 1
export const PEER_UNIX = 2
export const PEER_TRUSTED = 4

/** Why `redis_unblock` ends a wait. */
export const GAVE_UP = 0
export const WAS_RESET = 1

/** Flag of `redis_wake`: what was laid is to be an engine of its own. */
export const WAKE_COPY = 1

/** Flags of `redis_init`. */
export const STORAGE = 1
export const GIVEN_DUMP = 2
export const PROCESS = 4

/** Flags of `file_open`. */
export const FILE_WRITE = 1
export const FILE_CREATE = 2
export const FILE_TRUNCATE = 4

/** Offsets in the shared struct, in bytes. */
export const WALL_US = 0
export const MONO_US = 8
export const INPUT = 16
export const INPUT_SIZE = 20
export const OUTPUT = 24
export const OUTPUT_SIZE = 28
export const PROCESS_ID = 32
export const REAL_US = 40

/** Offsets in `redis_command`, in bytes. */
export const COMMAND_CONNECTION = 0
export const COMMAND_PROTOCOL = 4
export const COMMAND_CLIENT = 8
export const COMMAND_REQUEST = 16
export const COMMAND_NAME = 24
export const COMMAND_NAME_SIZE = 28
export const COMMAND_DATABASE = 32
export const COMMAND_KEYS = 36
export const COMMAND_KEYS_COUNT = 40
export const COMMAND_DELAY = 44
export const COMMAND_ANSWER = 48
export const COMMAND_ANSWER_SIZE = 52

/** What `host.command` returns. */
export const PASS = 0
export const REPLIED = 1
export const END_BEFORE = 2
export const END_AFTER = 3
export const END_HALF = 4
/** With any of them but REPLIED. */
export const REPLACED = 8

/** The module's exports. Every number returned may be one of the negative codes of `codes`. */
export interface Exports {
  memory: WebAssembly.Memory
  /** Missing from a module whose booted image is baked in: its constructors have run. */
  _initialize(): void
  redis_abi_version(): number
  redis_block(): number
  redis_init(config: number, length: number, flags: number): number
  redis_alloc(length: number): number
  redis_free(pointer: number, length: number): void
  redis_connect(protocol: number): number
  redis_connect_peer(addresses: number, length: number, window: number, flags: number): number
  redis_disconnect(id: number): number
  redis_reserve(size: number): number
  redis_run(id: number, length: number): number
  redis_run_vectors(id: number, length: number, read: number): number
  redis_view(id: number, length: number, read: number): number
  redis_view_end(id: number): number
  redis_look(id: number, read: number): number
  redis_hears(id: number): number
  redis_consume(id: number, length: number): number
  redis_unblock(id: number, why: number): number
  redis_watch(on: number): number
  redis_tick(): number
  redis_due(): number
  redis_advance(until: number, step: number): number
  redis_waiting(): number
  redis_image(): number
  redis_page(from: number, end: number, used: number): number
  redis_wake(flags: number): number
  redis_portray(id: number): number
  redis_reopen(written: number, length: number): number
  redis_reopened(): number
  redis_dump(): number
  redis_usage(): number
  redis_clear_free(): number
  redis_limit_scripts(milliseconds: number): number
  redis_shutdown(): number
  redis_signal(interrupt: number): number
  redis_listens(port: number): number
  redis_load(): number
  redis_child(): number
  redis_child_ended(pid: number, status: number): number
  redis_child_ready(): number
  redis_synced(handle: number, error: number): number
}

/** Files: what fails returns a negated error number of WASI's. Positions and sizes are in bytes. */
export interface FileImports {
  file_open(name: number, length: number, flags: number): number
  file_close(handle: number): number
  file_read(handle: number, position: number, pointer: number, length: number): number
  file_write(handle: number, position: number, pointer: number, length: number): number
  file_sync(handle: number): number
  file_truncate(handle: number, size: number): number
  file_size(handle: number): number
  file_rename(from: number, fromLength: number, to: number, toLength: number): number
  file_remove(name: number, length: number): number
}

/** What the module imports, under the name `host`. */
export interface Imports extends FileImports {
  output(id: number): void
  now(): void
  random(pointer: number, length: number): void
  log(pointer: number, length: number): void
  command(pointer: number): number
  exit(code: number): never
  child(pid: number, end: number): number
}

/** REDIS_ERR_MEMORY of redis.h. */
export const NO_MEMORY = -3

const codes: Record<number, string> = {
  [-1]: 'the engine cannot be entered now: it is not booted, or a call to it is still running',
  [-2]: 'there is no such connection',
  [NO_MEMORY]: 'the memory of the module cannot grow any further (4 GB)',
  [-4]: 'a length does not fit',
  [-5]: 'the engine did not start',
  [-6]: 'a file could not be written',
}

/** What a negative return value means, in words. */
export function codeText(code: number): string {
  return codes[code] ?? `the module answered with the unknown code ${code}`
}
