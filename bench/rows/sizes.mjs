/** Values by size: read and written as text, as bytes, and as a view of the engine's own memory. */

const sizes = [
  { size: 64, title: '64 B' },
  { size: 1024, title: '1 KiB' },
  { size: 64 * 1024, title: '64 KiB' },
  { size: 1024 * 1024, title: '1 MiB' },
  { size: 16 * 1024 * 1024, title: '16 MiB' },
]

/** ASCII, as most large values are (JSON, HTML, base64). */
const textOf = (size) => 'The quick brown fox jumps over the lazy dog. '.repeat(size / 45 + 1).slice(0, size)
/** Bytes that are no text. */
const bytesOf = (size) => Buffer.alloc(size, Buffer.from([0, 255, 13, 10, 128, 1]))

const operations = [
  { id: 'get-string', title: 'GET as a string', payload: textOf },
  { id: 'get-bytes', title: 'GET as bytes', payload: bytesOf },
  { id: 'get-view', title: 'GET as a view', payload: bytesOf },
  { id: 'set-string', title: 'SET a string', payload: textOf },
  { id: 'set-bytes', title: 'SET bytes', payload: bytesOf },
]

export const sizeRows = operations.flatMap(({ id, title, payload }) =>
  sizes.map(({ size, title: amount }) => ({
    id: `${id}-${size}`,
    /** The call it is timed by; what is read or written lies at the key `big`. */
    call: id,
    title: `${title}, ${amount}`,
    size,
    payload: () => payload(size),
    operations: 1,
    group: 'sizes',
    unit: 'B/s',
    expect: id.startsWith('get') ? (reply) => reply.length === size : (reply) => String(reply) === 'OK',
  })),
)
