/** Payloads for RESTORE, put together by hand: one of each older form that the engine still reads, and broken ones. */

const ASCII = (text: string) => [...Buffer.from(text)]
const string = (text: string) => [text.length, ...ASCII(text)]

/** CRC-64 as the engine computes it (Jones, reflected, nothing inverted). */
function crc64(bytes: readonly number[]): bigint {
  let crc = 0n
  for (const byte of bytes) {
    crc ^= BigInt(byte)
    for (let bit = 0; bit < 8; bit++) crc = (crc >> 1n) ^ (crc & 1n ? 0x95ac9329ac4bc9b5n : 0n)
  }
  return crc
}

function payload(type: number, content: readonly number[], version = 11): Uint8Array {
  const body = [type, ...content, version & 255, version >> 8]
  const footer = Buffer.alloc(8)
  footer.writeBigUInt64LE(crc64(body))
  return Buffer.concat([Buffer.from(body), footer])
}

// A zip list: its size, the offset of the last entry, the count, then entries that each start with the length of the
// one before.
function zipList(entries: readonly string[]): number[] {
  const encoded: number[] = []
  let previous = 0
  let last = 10
  for (const entry of entries) {
    last = 10 + encoded.length
    encoded.push(previous, ...string(entry))
    previous = entry.length + 2
  }
  const header = Buffer.alloc(10)
  header.writeUInt32LE(11 + encoded.length, 0)
  header.writeUInt32LE(last, 4)
  header.writeUInt16LE(entries.length, 8)
  const all = [...header, ...encoded, 255]
  return [all.length, ...all]
}

const INT_SET = [14, 2, 0, 0, 0, 3, 0, 0, 0, 1, 0, 2, 0, 0xff, 0x7f]
const ZIP_MAP = [9, 1, 1, ...ASCII('f'), 2, 0, ...ASCII('vv'), 255]

export const payloads: readonly Uint8Array[] = [
  payload(0, string('abc')),
  payload(0, string('abc'), 80),
  payload(0, string('abc'), 1),
  payload(0, string('abc'), 12),
  payload(0, string('abc'), 79),
  payload(0, string('abc'), 81),
  payload(0, [0xc0, 0xf6]),
  payload(0, [0xc1, 0x39, 0x30]),
  payload(0, [0xc2, 0, 0, 0, 0x80]),
  payload(0, [0xc3, 5, 10, 1, 97, 97, 0xe0, 0, 0].slice(0, 8)),
  payload(0, [5, 97]),
  payload(1, [2, ...string('a'), ...string('12')]),
  payload(1, [0]),
  payload(2, [1, ...string('only')]),
  payload(2, [2, ...string('twice'), ...string('twice')]),
  payload(3, [2, ...string('a'), 3, ...ASCII('1.5'), ...string('b'), 254]),
  payload(3, [1, ...string('a'), 253]),
  payload(4, [1, ...string('f'), ...string('v')]),
  payload(5, [1, ...string('a'), 0, 0, 0, 0, 0, 0, 0xf8, 0x3f]),
  payload(6, [1]),
  payload(8, [1]),
  payload(9, ZIP_MAP),
  payload(10, zipList(['a', 'bb', '7', 'ccc'])),
  payload(10, zipList([])),
  payload(11, INT_SET),
  payload(12, zipList(['a', '1', 'b', '2.5'])),
  payload(12, zipList(['a', 'x'])),
  payload(13, zipList(['f', 'v', 'g', 'w'])),
  payload(13, zipList(['f', 'v', 'f', 'w'])),
  payload(13, zipList(['odd'])),
  payload(14, [2, ...zipList(['a', 'b']), ...zipList(['c'])]),
  payload(22, [1, ...string('f'), ...string('v'), 0, 0x30, 0x3d, 0xd9, 0xbb, 3, 0, 0]),
  payload(23, [1]),
  payload(99, []),
  payload(0, string('abc')).subarray(0, -1),
  new Uint8Array(9),
]
