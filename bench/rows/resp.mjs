/** Requests as the engine reads them, for contestants that take bytes. */

export function encode(request) {
  const parts = [Buffer.from(`*${request.length}\r\n`)]
  for (const argument of request) {
    const bytes = Buffer.isBuffer(argument) ? argument : Buffer.from(String(argument))
    parts.push(Buffer.from(`$${bytes.length}\r\n`), bytes, Buffer.from('\r\n'))
  }
  return Buffer.concat(parts)
}

/** What goes into the engine for a row, entry by entry, as `form` writes a request; `undefined` where a row is about clients. */
export function entriesOf(row, form = encode) {
  const one = (request) => form(request)
  if (row.requests) return row.requests.map(one)
  if (row.batches) return row.batches.map((requests) => Buffer.concat(requests.map(one)))
  if (row.call === 'get-view') return [form(['GET', 'big'])]
  if (row.call === 'set-bytes') return [form(['SET', 'big', row.payload()])]
  return undefined
}

/** What has to be done before. */
export function setupOf(row) {
  const setup = [['FLUSHALL'], ...(row.setup ?? [])]
  return row.payload ? [...setup, ['SET', 'big', row.payload()]] : setup
}

/** Whether the reply to the first entry is one: as many bytes as expected, or no error. */
export function looksRight(row, reply) {
  if (reply.length === 0 || reply[0] === 45 /* - */) return false
  return row.call === 'get-view' ? reply.length > row.size : true
}
