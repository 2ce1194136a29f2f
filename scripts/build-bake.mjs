// Bakes the booted engine into the module: runs its redis_bake once and writes the memory that it leaves as the
// module's data, which _initialize lays out from then on, so that an engine begins where boot ended. Instances that are
// to become the engine of an image do not call it, and their memory is not written twice.
// usage: node scripts/build-bake.mjs IN.wasm OUT.wasm
import { readFileSync, writeFileSync } from 'node:fs'

/** As many zeros between two pieces of data are stored: they compress to nothing, another segment does not. */
const SHORTEST_GAP = 256
const MODULE_PAGE = 65536
/** Where redis_shared has the output, as redis.h says. */
const OUTPUT = 24
/** A moment for the image's clocks, in microseconds; every engine sets its own when it starts. */
const BAKED_AT = 1_700_000_000_000_000n

/** What the module exports to this program alone. */
const OURS = ['redis_bake', 'redis_command_docs', '__start_docs', '__stop_docs']

const Section = { Memory: 5, Export: 7, Code: 10, Data: 11, DataCount: 12 }

const [input, output] = process.argv.slice(2)
const source = readFileSync(input)
const { memory: image, docs } = bootedMemory(source)
// A segment is [start, end) in memory, and known to the module by its place in this list.
const booted = [...dataSegments(image, 0, docs.start), ...dataSegments(image, docs.end, image.length)]
const documentation = dataSegments(image, docs.start, docs.end)
const segments = [...booted, ...documentation]
const baked = rewrite(source)
new WebAssembly.Module(baked) // throws when it is none
writeFileSync(output, baked)
console.log(`  baked   ${segments.length} data segments, ${baked.length - source.length} bytes more`)

/**
 * The memory after redis_bake, the same in every build: the clock stands still and nothing is random; and where in it
 * lies what only COMMAND DOCS reads.
 */
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
  // Without what it has grown ahead of its heap: the more an instance begins with, the sooner platforms collect garbage.
  const pages = Math.ceil(heapEnd(exports) / MODULE_PAGE)
  const memory = new Uint8Array(exports.memory.buffer, 0, pages * MODULE_PAGE)
  memory.fill(0, 0, stack) // the stack lies first, and nothing on it is alive
  return { memory, docs: { start: exports.__start_docs.value, end: exports.__stop_docs.value } }
}

function heapEnd(exports) {
  exports.redis_image()
  const output = new Uint32Array(exports.memory.buffer, exports.redis_block() + OUTPUT, 2)
  const end = output[0] + output[1]
  output.fill(0)
  return end
}

/** Boot opens no files: this is the error number of one that is not there. */
function noFile() {
  return -44
}

/** [start, end) of each run of data from `at` up to `limit`, short gaps included. */
function dataSegments(memory, at, limit) {
  const found = []
  for (;;) {
    while (at < limit && memory[at] === 0) at++
    if (at === limit) return found
    const start = at
    let end = at
    while (at < limit && at - end <= SHORTEST_GAP) {
      if (memory[at] !== 0) end = at + 1
      at++
    }
    found.push([start, end])
  }
}

/** The module with the image as its data, memory to hold it, and functions that lay it out. */
function rewrite(bytes) {
  const sections = sectionsOf(bytes)
  const body = (id) => sections.find((section) => section.id === id).body
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(bytes))
  const imported = imports.filter(({ kind }) => kind === 'function').length
  const exported = exportsOf(body(Section.Export))
  const functionNamed = (wanted) => exported.find(({ name }) => name === wanted).index - imported
  const written = {
    [Section.Memory]: memorySection,
    [Section.Export]: () => vector(exported.filter(({ name }) => !OURS.includes(name)).map(({ bytes }) => bytes)),
    [Section.DataCount]: () => Buffer.from(unsigned(segments.length)),
    [Section.Code]: (old) => {
      const functions = functionsOf(old)
      functions[functionNamed('_initialize')] = functionOf([0], [...laying(booted), 0x0b]) // no locals, end
      const at = functionNamed('redis_command_docs')
      const [locals, code] = partsOf(functions[at])
      functions[at] = functionOf(locals, [...laying(documentation), ...code])
      return vector(functions)
    },
    [Section.Data]: () => vector(segments.map(passiveSegment)),
  }
  const parts = sections.flatMap(({ id, body }) => {
    const now = written[id]?.(body) ?? body
    return [Buffer.from([id, ...unsigned(now.length)]), now]
  })
  return Buffer.concat([bytes.subarray(0, 8), ...parts])
}

/** But for custom ones: names and the like. */
function sectionsOf(bytes) {
  const found = []
  let at = 8
  while (at < bytes.length) {
    const id = bytes[at]
    const [length, start] = readUnsigned(bytes, at + 1)
    at = start + length
    if (id !== 0) found.push({ id, body: bytes.subarray(start, at) })
  }
  return found
}

function memorySection(body) {
  const [count, afterCount] = readUnsigned(body, 0)
  const flags = body[afterCount]
  const [minimum, afterMinimum] = readUnsigned(body, afterCount + 1)
  const pages = Math.max(minimum, image.length / MODULE_PAGE)
  return Buffer.concat([Buffer.from([...unsigned(count), flags, ...unsigned(pages)]), body.subarray(afterMinimum)])
}

/** The entries of a section; `read` gives one that begins at an index, with `end`, the index behind it. */
function entriesOf(body, read) {
  const [count, first] = readUnsigned(body, 0)
  const found = []
  let at = first
  for (let i = 0; i < count; i++) {
    const entry = read(at)
    found.push({ ...entry, bytes: body.subarray(at, entry.end) })
    at = entry.end
  }
  return found
}

function exportsOf(body) {
  return entriesOf(body, (at) => {
    const [length, name] = readUnsigned(body, at)
    const [index, end] = readUnsigned(body, name + length + 1)
    return { name: body.toString('utf8', name, name + length), index, end }
  })
}

/** The bodies of the module's own functions, each with its length before it. */
function functionsOf(body) {
  const functions = entriesOf(body, (at) => {
    const [length, start] = readUnsigned(body, at)
    return { end: start + length }
  })
  return functions.map(({ bytes }) => bytes)
}

/** Instructions that copy each of these segments to its place. */
function laying(some) {
  return some.flatMap((segment) => {
    const [start, end] = segment
    // memory.init: i32.const where, i32.const 0, i32.const how much, of which segment into memory 0
    const index = unsigned(segments.indexOf(segment))
    return [0x41, ...signed(start), 0x41, 0, 0x41, ...signed(end - start), 0xfc, 8, ...index, 0]
  })
}

/** A function's declaration of its locals, and its instructions. */
function partsOf(body) {
  const [, start] = readUnsigned(body, 0) // behind its length
  let [declarations, at] = readUnsigned(body, start)
  for (; declarations > 0; declarations--) at = readUnsigned(body, at)[1] + 1 // how many, and of which type
  return [body.subarray(start, at), body.subarray(at)]
}

function functionOf(locals, code) {
  return Buffer.from([...unsigned(locals.length + code.length), ...locals, ...code])
}

/** It lies in the module until it is copied. */
function passiveSegment([start, end]) {
  return Buffer.concat([Buffer.from([1, ...unsigned(end - start)]), image.subarray(start, end)])
}

/** As sections hold their entries: how many, and one behind the other. */
function vector(entries) {
  return Buffer.concat([Buffer.from(unsigned(entries.length)), ...entries])
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
