// Bakes the booted engine into the module: runs its redis_bake once and writes the memory that it leaves as the
// module's data, so that an instance begins where boot ended.
// usage: node scripts/build-bake.mjs IN.wasm OUT.wasm
import { readFileSync, writeFileSync } from 'node:fs'

/**
 * Zeros between two pieces of data that are better stored than skipped by beginning another segment. A segment costs
 * some 8 bytes that do not compress and a tenth of a microsecond in every start, and zeros compress to nothing: this
 * takes 2 % off the module as it is sent, and a tenth off instantiating it.
 */
const SHORTEST_GAP = 64
/** A moment for the image's clocks, in microseconds; every engine sets its own when it starts. */
const BAKED_AT = 1_700_000_000_000_000n

const Section = { Memory: 5, Export: 7, Data: 11, DataCount: 12 }

const [input, output] = process.argv.slice(2)
const source = readFileSync(input)
const image = bootedMemory(source)
const segments = dataSegments(image)
const baked = rewrite(source)
new WebAssembly.Module(baked) // throws when it is none
writeFileSync(output, baked)
console.log(`  baked   ${segments.length} data segments, ${baked.length - source.length} bytes more`)

/** The memory after redis_bake, the same in every build: the clock stands still and nothing is random. */
function bootedMemory(bytes) {
  let exports
  const host = {
    output() {},
    now() {},
    random: (pointer, length) => new Uint8Array(exports.memory.buffer, pointer, length).fill(0x55),
    log: (pointer, length) => {
      const line = Buffer.from(exports.memory.buffer, pointer, length).toString()
      if (/ # /.test(line)) console.error(`  boot    ${line}`)
    },
    command: () => 0,
    exit(code) {
      throw new Error(`the engine ended with status ${code} while it booted`)
    },
  }
  const module = new WebAssembly.Module(bytes)
  for (const { name } of WebAssembly.Module.imports(module)) host[name] ??= noFile
  exports = new WebAssembly.Instance(module, { host }).exports
  const stack = exports.__stack_pointer.value
  exports._initialize()
  const clocks = new BigUint64Array(exports.memory.buffer, exports.redis_block(), 2)
  clocks[0] = BAKED_AT
  const code = exports.redis_bake()
  if (code !== 0) throw new Error(`redis_bake answered ${code}`)
  if (exports.__stack_pointer.value !== stack) throw new Error('the stack is not empty after redis_bake')
  const memory = new Uint8Array(exports.memory.buffer)
  memory.fill(0, 0, stack) // the stack lies first, and nothing on it is alive
  return memory
}

/** Boot opens no files: this is the error number of one that is not there. */
function noFile() {
  return -44
}

/** [start, end) of each run of data, short gaps included. */
function dataSegments(memory) {
  const found = []
  let at = 0
  for (;;) {
    while (at < memory.length && memory[at] === 0) at++
    if (at === memory.length) return found
    const start = at
    let end = at
    while (at < memory.length && at - end <= SHORTEST_GAP) {
      if (memory[at] !== 0) end = at + 1
      at++
    }
    found.push([start, end])
  }
}

/** The module with the image as its data, memory to hold it, and without the constructors that have run. */
function rewrite(bytes) {
  const parts = [bytes.subarray(0, 8)]
  let at = 8
  while (at < bytes.length) {
    const id = bytes[at]
    const [length, start] = readUnsigned(bytes, at + 1)
    at = start + length
    if (id === 0) continue // names and the like
    let body = bytes.subarray(start, at)
    if (id === Section.Memory) body = memorySection(body)
    if (id === Section.Export) body = exportsWithout(body, new Set(['_initialize', 'redis_bake']))
    if (id === Section.DataCount) body = Buffer.from(unsigned(segments.length))
    if (id === Section.Data) body = dataSection()
    parts.push(Buffer.from([id, ...unsigned(body.length)]), body)
  }
  return Buffer.concat(parts)
}

function memorySection(body) {
  const [count, afterCount] = readUnsigned(body, 0)
  const flags = body[afterCount]
  const [minimum, afterMinimum] = readUnsigned(body, afterCount + 1)
  const pages = Math.max(minimum, image.length / 65536)
  return Buffer.concat([Buffer.from([...unsigned(count), flags, ...unsigned(pages)]), body.subarray(afterMinimum)])
}

function exportsWithout(body, dropped) {
  const [count, first] = readUnsigned(body, 0)
  const kept = []
  let at = first
  for (let i = 0; i < count; i++) {
    const [length, name] = readUnsigned(body, at)
    const [, end] = readUnsigned(body, name + length + 1)
    if (!dropped.has(body.toString('utf8', name, name + length))) kept.push(body.subarray(at, end))
    at = end
  }
  return Buffer.concat([Buffer.from(unsigned(kept.length)), ...kept])
}

function dataSection() {
  const parts = [Buffer.from(unsigned(segments.length))]
  for (const [start, end] of segments) {
    // memory 0, at i32.const start
    parts.push(Buffer.from([0, 0x41, ...signed(start), 0x0b, ...unsigned(end - start)]), image.subarray(start, end))
  }
  return Buffer.concat(parts)
}

/** [value, index behind it] of the LEB128 number at `at`. */
function readUnsigned(bytes, at) {
  let value = 0
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++]
    value += (byte & 127) * 2 ** shift
    if (byte < 128) return [value, at]
  }
}

function unsigned(value) {
  const bytes = []
  let rest = value
  while (rest > 127) {
    bytes.push((rest & 127) | 128)
    rest >>>= 7
  }
  bytes.push(rest)
  return bytes
}

function signed(value) {
  const bytes = []
  let rest = value
  for (;;) {
    const byte = rest & 127
    rest >>= 7
    if ((rest === 0 && byte < 64) || (rest === -1 && byte >= 64)) return [...bytes, byte]
    bytes.push(byte | 128)
  }
}
