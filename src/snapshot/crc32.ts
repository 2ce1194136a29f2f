/** The CRC-32 of gzip and zip (ISO 3309). */

/** Eight tables: the sum goes on by eight bytes at a time. */
let tables: Uint32Array[] | undefined

function makeTables(): Uint32Array[] {
  const first = new Uint32Array(256)
  for (let n = 0; n < 256; n++) {
    let sum = n
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
    first[n] = sum
  }
  const all = [first]
  for (let i = 1; i < 8; i++) {
    all.push(Uint32Array.from(all[i - 1], (sum) => (sum >>> 8) ^ first[sum & 255]))
  }
  return all
}

/** Of the first `length` bytes. */
export function crc32(bytes: Uint8Array, length: number): number {
  tables ??= makeTables()
  const [t0, t1, t2, t3, t4, t5, t6, t7] = tables
  let sum = -1
  let at = 0
  for (; at + 8 <= length; at += 8) {
    sum ^= bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24)
    sum =
      t7[sum & 255] ^
      t6[(sum >>> 8) & 255] ^
      t5[(sum >>> 16) & 255] ^
      t4[sum >>> 24] ^
      t3[bytes[at + 4]] ^
      t2[bytes[at + 5]] ^
      t1[bytes[at + 6]] ^
      t0[bytes[at + 7]]
  }
  for (; at < length; at++) sum = (sum >>> 8) ^ t0[(sum ^ bytes[at]) & 255]
  return ~sum >>> 0
}
