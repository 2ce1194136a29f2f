// The smallest face of wasm/redis.h, used as another language would use it: no host of ours in between.
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'

const BLOCK_WALL_US = 0
const BLOCK_MONO_US = 8
const BLOCK_INPUT = 16
/** Of redis_look: the connection speaks RESP3. */
const RESP3 = 8

interface Module {
  memory: WebAssembly.Memory
  _initialize(): void
  redis_abi_version(): number
  redis_block(): number
  redis_init(config: number, length: number, flags: number): number
  redis_alloc(length: number): number
  redis_free(pointer: number, length: number): void
  redis_exec(input: number, length: number, out: number, outLength: number): number
  redis_connect(protocol?: number): number
  redis_look(id: number, read: number): number
  redis_run(id: number, length: number): number
  redis_consume(id: number, length: number): number
}

let module: WebAssembly.Module

beforeAll(() => {
  module = new WebAssembly.Module(readFileSync(new URL('../../dist/redis.wasm', import.meta.url)))
})

function start(): { engine: Module; exec: (requests: string) => string; setTime: (ms: number) => void } {
  let engine: Module
  const imports = {
    output() {},
    now() {},
    random: (pointer: number, length: number) => {
      crypto.getRandomValues(new Uint8Array(engine.memory.buffer, pointer, length))
    },
    log() {},
    command: () => 0,
    exit(code: number) {
      throw new Error(`exit ${code}`)
    },
  }
  // No files: whatever is asked for is not there.
  const files = WebAssembly.Module.imports(module).map(({ name }) => [name, () => -44])
  engine = new WebAssembly.Instance(module, { host: { ...Object.fromEntries(files), ...imports } })
    .exports as unknown as Module
  engine._initialize()
  const setTime = (ms: number) => {
    const view = new DataView(engine.memory.buffer, engine.redis_block())
    view.setBigUint64(BLOCK_WALL_US, BigInt(ms) * 1000n, true)
    view.setBigUint64(BLOCK_MONO_US, BigInt(ms) * 1000n, true)
  }
  setTime(1_700_000_000_000)
  const exec = (requests: string) => {
    const bytes = new TextEncoder().encode(requests)
    const input = engine.redis_alloc(bytes.length)
    const out = engine.redis_alloc(8)
    new Uint8Array(engine.memory.buffer).set(bytes, input)
    const code = engine.redis_exec(input, bytes.length, out, out + 4)
    engine.redis_free(input, bytes.length)
    if (code < 0) throw new Error(`redis_exec answered ${code}`)
    const [replies, length] = new Uint32Array(engine.memory.buffer, out, 2)
    const text = new TextDecoder().decode(new Uint8Array(engine.memory.buffer, replies, length))
    engine.redis_free(replies, length)
    engine.redis_free(out, 8)
    return text
  }
  return { engine, exec, setTime }
}

describe('redis_init, redis_exec, redis_free', () => {
  test('run RESP and inline requests and hand over the replies', () => {
    const { engine, exec } = start()
    expect(engine.redis_init(0, 0, 0)).toBe(0)
    expect(exec('*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$5\r\nhello\r\n*2\r\n$3\r\nGET\r\n$1\r\nk\r\n')).toBe(
      '+OK\r\n$5\r\nhello\r\n',
    )
    expect(exec('STRLEN k\r\n')).toBe(':5\r\n')
  })

  test('keep what is unfinished for the next call', () => {
    const { engine, exec } = start()
    engine.redis_init(0, 0, 0)
    expect(exec('*1\r\n$4\r\nPI')).toBe('')
    expect(exec('NG\r\n')).toBe('+PONG\r\n')
  })

  test('start over with a new connection after QUIT', () => {
    const { engine, exec } = start()
    engine.redis_init(0, 0, 0)
    expect(exec('SELECT 3\r\nQUIT\r\n')).toBe('+OK\r\n+OK\r\n')
    expect(exec('CLIENT INFO\r\n')).toContain(' db=0 ')
  })

  test('live by the clock that the host writes', () => {
    const { engine, exec, setTime } = start()
    engine.redis_init(0, 0, 0)
    expect(exec('TIME\r\n')).toBe('*2\r\n$10\r\n1700000000\r\n$1\r\n0\r\n')
    expect(exec('SET k v PX 1000\r\nPTTL k\r\n')).toBe('+OK\r\n:1000\r\n')
    setTime(1_700_000_000_999)
    expect(exec('PTTL k\r\n')).toBe(':1\r\n')
    setTime(1_700_000_001_001)
    expect(exec('GET k\r\n')).toBe('$-1\r\n')
  })

  test('take configuration at boot', () => {
    const { engine, exec } = start()
    const text = new TextEncoder().encode('databases 32\n')
    const config = engine.redis_alloc(text.length)
    new Uint8Array(engine.memory.buffer).set(text, config)
    expect(engine.redis_init(config, text.length, 0)).toBe(0)
    expect(exec('SELECT 31\r\nSELECT 32\r\n')).toBe('+OK\r\n-ERR DB index is out of range\r\n')
  })
})

describe('redis_connect', () => {
  /** Runs one request on a connection, and returns the state. */
  const run = (engine: Module, id: number, request: string) => {
    const bytes = new TextEncoder().encode(request)
    const [input = 0] = new Uint32Array(engine.memory.buffer, engine.redis_block() + BLOCK_INPUT, 1)
    new Uint8Array(engine.memory.buffer).set(bytes, input)
    return engine.redis_run(id, bytes.length)
  }

  test.each([
    [undefined, 0],
    [2, 0],
    [3, RESP3],
  ])('with protocol %s: redis_look has %i, and a run that leaves nothing to be done is 0', (protocol, flag) => {
    const { engine } = start()
    engine.redis_init(0, 0, 0)
    const id = engine.redis_connect(protocol)
    expect(engine.redis_look(id, 0)).toBe(flag)
    expect(run(engine, id, 'GET k\r\n')).toBe(0)
    expect(engine.redis_look(id, 0)).toBe(flag)
    expect(run(engine, id, `HELLO ${flag ? 2 : 3}\r\n`)).toBe(0)
    expect(engine.redis_look(id, 0)).toBe(flag ? 0 : RESP3)
  })

  test('speaks RESP2 to users who need a password, until they have given it', () => {
    const { engine, exec } = start()
    engine.redis_init(0, 0, 0)
    expect(exec('CONFIG SET requirepass secret\r\n')).toBe('+OK\r\n')
    const id = engine.redis_connect(3)
    expect(engine.redis_look(id, 0)).toBe(0)
    run(engine, id, 'HELLO 3 AUTH default secret\r\n')
    expect(engine.redis_look(id, 0)).toBe(RESP3)
  })
})

describe('misuse is answered with a code', () => {
  test('before redis_init, and for a second one', () => {
    const { engine } = start()
    expect(engine.redis_connect()).toBe(-1)
    expect(engine.redis_exec(0, 0, 0, 0)).toBe(-1)
    expect(engine.redis_init(0, 0, 0)).toBe(0)
    expect(engine.redis_init(0, 0, 0)).toBe(-1)
  })

  test('for connections that are not there and lengths that do not fit', () => {
    const { engine } = start()
    engine.redis_init(0, 0, 0)
    expect(engine.redis_run(1, 0)).toBe(-2)
    const id = engine.redis_connect()
    expect(id).toBeGreaterThan(0)
    expect(engine.redis_run(id + 1, 0)).toBe(-2)
    expect(engine.redis_run(id, 2 ** 30)).toBe(-4)
    expect(engine.redis_consume(id, 1)).toBe(-4)
    expect(engine.redis_run(id, 0)).toBe(0)
  })
})
