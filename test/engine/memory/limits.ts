import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const MEMORY_SECTION = 5

/** Reads an unsigned LEB128 number at `at`; where it ends, too. */
function readNumber(bytes: Uint8Array, at: number): [value: number, end: number] {
  let value = 0
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++] as number
    value += (byte & 127) * 2 ** shift
    if (byte < 128) return [value, at]
  }
}

function number(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...number(Math.floor(value / 128))]
}

/** redis.wasm with an address space that ends at `megabytes` instead of 4 GB: its wall is the same, and sooner there. */
export async function moduleOf(megabytes: number): Promise<Uint8Array> {
  const bytes = await readFile(fileURLToPath(new URL('../../../dist/redis.wasm', import.meta.url)))
  for (let at = 8; at < bytes.length; ) {
    const [length, body] = readNumber(bytes, at + 1)
    const end = body + length
    if (bytes[at] === MEMORY_SECTION) {
      const [count, afterCount] = readNumber(bytes, body)
      const [flags, afterFlags] = readNumber(bytes, afterCount)
      const [least] = readNumber(bytes, afterFlags)
      const section = [...number(count), ...number(flags), ...number(least), ...number(megabytes * 16)]
      return Buffer.concat([
        bytes.subarray(0, at + 1),
        Buffer.from([...number(section.length), ...section]),
        bytes.subarray(end),
      ])
    }
    at = end
  }
  throw new Error('redis.wasm has no memory of its own')
}
