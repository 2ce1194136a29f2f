import { ProtocolError } from '../errors.ts'

const REMEDY = 'The stream cannot be read any further: close this connection and open another.'

/** The error for `bytes[at]`, which cannot stand there; `start` is where the reply began. */
export function malformed(bytes: Uint8Array, at: number, start: number, expected: string): ProtocolError {
  const byte = bytes[at]
  const shown = byte > 32 && byte < 127 ? ` (${String.fromCharCode(byte)})` : ''
  const hex = byte.toString(16).padStart(2, '0')
  return new ProtocolError(
    `Byte 0x${hex}${shown} at offset ${at - start} of the reply should be ${expected}. ${REMEDY}`,
  )
}

/** The error for a reply that began at `start` and is not whole when its window ends at `end`. */
export function truncated(start: number, end: number, expected: string): ProtocolError {
  return new ProtocolError(`The reply ends at offset ${end - start}, before ${expected}. ${REMEDY}`)
}
