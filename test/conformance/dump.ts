/**
 * Reading what `DUMP` answers (the RDB form of one value), far enough to tell content from what two equal engines may
 * write differently: the order of hash tables, the choices of the LZF compressor, and clock readings.
 */
import { bag, type Canonical, clock, list, text } from './canonical.ts'

// The types that this engine version writes.
const STRING = 0
const SET = 2
const HASH = 4
const ZSET_2 = 5
const SET_INTSET = 11
const HASH_LISTPACK = 16
const ZSET_LISTPACK = 17
const LIST_QUICKLIST_2 = 18
const SET_LISTPACK = 20
const STREAM_LISTPACKS_3 = 21
const HASH_2 = 22
const FUNCTION_LIBRARY = 245
// Two bytes of version and eight of checksum; the checksum covers what may differ, so it is left out.
const FOOTER = 10

/** The content of a `DUMP` payload (bytes as characters). Throws on a type this engine version does not write. */
export function readDump(payload: string): Canonical {
  const reader = new DumpReader(payload)
  const type = reader.byte()
  const value = list([text(`rdb type ${type}`), readValue(reader, type)])
  if (reader.at !== payload.length - FOOTER) throw new Error(`DUMP payload of type ${type}: read to ${reader.at} only`)
  return value
}

/** The libraries in a `FUNCTION DUMP` payload, in any order: they are kept in a hash table. */
export function readFunctionDump(payload: string): Canonical {
  const reader = new DumpReader(payload)
  const libraries: Canonical[] = []
  while (reader.at < payload.length - FOOTER) {
    if (reader.byte() !== FUNCTION_LIBRARY) throw new Error(`FUNCTION DUMP payload: no library at ${reader.at - 1}`)
    libraries.push(text(reader.string()))
  }
  return bag(libraries)
}

function readValue(reader: DumpReader, type: number): Canonical {
  switch (type) {
    case STRING:
    case SET_INTSET:
    case ZSET_LISTPACK:
      return text(reader.string())
    case SET:
      return bag(reader.times(reader.length(), () => text(reader.string())))
    case SET_LISTPACK:
      return bag(listpackEntries(reader.string()).map(text))
    case HASH:
      return bag(reader.times(reader.length(), () => list([text(reader.string()), text(reader.string())])))
    case HASH_2:
      return bag(
        reader.times(reader.length(), () =>
          list([text(reader.string()), text(reader.string()), clock(reader.milliseconds())]),
        ),
      )
    case HASH_LISTPACK: {
      const entries = listpackEntries(reader.string())
      return bag(entries.flatMap((field, at) => (at % 2 ? [] : [list([text(field), text(entries[at + 1])])])))
    }
    case ZSET_2:
      return list(reader.times(reader.length(), () => list([text(reader.string()), text(reader.raw(8))])))
    case LIST_QUICKLIST_2:
      return list(reader.times(reader.length(), () => list([text(`${reader.length()}`), text(reader.string())])))
    case STREAM_LISTPACKS_3:
      return readStream(reader)
    default:
      throw new Error(`DUMP payload of type ${type}, which this engine version does not write`)
  }
}

function readStream(reader: DumpReader): Canonical {
  const nodes = reader.times(reader.length(), () => list([text(reader.string()), text(reader.string())]))
  // Length; last, first and greatest deleted ID; entries ever added.
  const counters = reader.times(8, () => text(`${reader.length()}`))
  const groups = reader.times(reader.length(), () => {
    const name = text(reader.string())
    // Last ID and entries read.
    const position = reader.times(3, () => text(`${reader.length()}`))
    const pending = reader.times(reader.length(), () =>
      list([text(reader.raw(16)), clock(reader.milliseconds()), text(`${reader.length()}`)]),
    )
    const consumers = reader.times(reader.length(), () => {
      const consumer = text(reader.string())
      const seen = clock(reader.milliseconds())
      const active = clock(reader.milliseconds())
      return list([consumer, seen, active, ...reader.times(reader.length(), () => text(reader.raw(16)))])
    })
    return list([name, ...position, list(pending), list(consumers)])
  })
  return list([list(nodes), list(counters), list(groups)])
}

class DumpReader {
  at = 0
  private readonly payload: string

  constructor(payload: string) {
    this.payload = payload
  }

  byte(): number {
    if (this.at >= this.payload.length) throw new Error(`DUMP payload ends at ${this.at}`)
    return this.payload.charCodeAt(this.at++)
  }

  raw(length: number): string {
    this.at += length
    return this.payload.slice(this.at - length, this.at)
  }

  times<T>(count: number | bigint, read: () => T): T[] {
    return Array.from({ length: Number(count) }, read)
  }

  milliseconds(): number {
    return Number(Buffer.from(this.raw(8), 'latin1').readBigInt64LE())
  }

  length(): bigint {
    const { encoded, value } = this.head()
    if (encoded) throw new Error(`DUMP payload: a string where a length should be, at ${this.at}`)
    return value
  }

  string(): string {
    const { encoded, value } = this.head()
    if (!encoded) return this.raw(Number(value))
    if (value === 3n) {
      const packedLength = Number(this.length())
      const length = Number(this.length())
      const content = decompress(this.raw(packedLength))
      if (content.length !== length) throw new Error(`DUMP payload: LZF gave ${content.length} bytes, not ${length}`)
      return content
    }
    const size = 1 << Number(value)
    return `${Buffer.from(this.raw(size), 'latin1').readIntLE(0, size)}`
  }

  private head(): { encoded: boolean; value: bigint } {
    const first = this.byte()
    const encoded = first >> 6 === 3
    if (first === 0x80) return { encoded, value: BigInt(Buffer.from(this.raw(4), 'latin1').readUInt32BE()) }
    if (first === 0x81) return { encoded, value: Buffer.from(this.raw(8), 'latin1').readBigUInt64BE() }
    return { encoded, value: BigInt(first >> 6 === 1 ? ((first & 63) << 8) | this.byte() : first & 63) }
  }
}

/** LZF: a control byte under 32 starts that many literal bytes (plus one), any other is a copy of earlier output. */
function decompress(packed: string): string {
  const out: number[] = []
  for (let at = 0; at < packed.length; ) {
    const control = packed.charCodeAt(at++)
    if (control < 32) {
      for (let left = control + 1; left > 0; left--) out.push(packed.charCodeAt(at++))
      continue
    }
    let length = control >> 5
    if (length === 7) length += packed.charCodeAt(at++)
    let from = out.length - ((control & 31) << 8) - packed.charCodeAt(at++) - 1
    for (let left = length + 2; left > 0; left--) out.push(out[from++])
  }
  return Buffer.from(out).toString('latin1')
}

/** The entries of a listpack as they are encoded, without the back length that follows each. */
function listpackEntries(bytes: string): string[] {
  const entries: string[] = []
  for (let at = 6; bytes.charCodeAt(at) !== 255; ) {
    const size = listpackEntrySize(bytes, at)
    entries.push(bytes.slice(at, at + size))
    at += size + (size < 128 ? 1 : size < 16383 ? 2 : size < 2097151 ? 3 : size < 268435455 ? 4 : 5)
  }
  return entries
}

function listpackEntrySize(bytes: string, at: number): number {
  const first = bytes.charCodeAt(at)
  if (first < 128) return 1
  if (first < 192) return 1 + (first & 63)
  if (first < 224) return 2
  if (first < 240) return 2 + (((first & 15) << 8) | bytes.charCodeAt(at + 1))
  if (first === 240) return 5 + Buffer.from(bytes.slice(at + 1, at + 5), 'latin1').readUInt32LE()
  const integers: Record<number, number> = { 241: 3, 242: 4, 243: 5, 244: 9 }
  const size = integers[first]
  if (size === undefined) throw new Error(`no listpack entry starts with ${first}`)
  return size
}
