/**
 * A self-signed certificate, made by Node alone: Node can sign but has nothing that writes X.509, so its few fields are
 * put into DER here (RFC 5280).
 */
import { generateKeyPairSync, sign } from 'node:crypto'

const SEQUENCE = 0x30
const SET = 0x31
const INTEGER = 0x02
const BIT_STRING = 0x03
const OCTET_STRING = 0x04
const OBJECT_IDENTIFIER = 0x06
const UTF8_STRING = 0x0c
const UTC_TIME = 0x17

const ECDSA_WITH_SHA256 = Buffer.from('2a8648ce3d040302', 'hex') // 1.2.840.10045.4.3.2
const COMMON_NAME = Buffer.from('550403', 'hex') // 2.5.4.3
const SUBJECT_ALT_NAME = Buffer.from('551d11', 'hex') // 2.5.29.17

/** One DER value: its tag, its length, and what is in it. */
function der(tag: number, ...parts: Uint8Array[]): Buffer {
  const body = Buffer.concat(parts)
  const { length } = body
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), body])
}

function time(date: Date): Buffer {
  return der(UTC_TIME, Buffer.from(`${date.toISOString().replace(/\D/g, '').slice(2, 14)}Z`))
}

/** A key and its certificate in PEM, for 127.0.0.1, from yesterday to tomorrow. */
export function selfSigned(): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const algorithm = der(SEQUENCE, der(OBJECT_IDENTIFIER, ECDSA_WITH_SHA256))
  const commonName = der(
    SEQUENCE,
    der(OBJECT_IDENTIFIER, COMMON_NAME),
    der(UTF8_STRING, Buffer.from('wasm-redis test')),
  )
  const name = der(SEQUENCE, der(SET, commonName))
  const day = 24 * 3600 * 1000
  const addresses = der(OCTET_STRING, der(SEQUENCE, der(0x87, Buffer.from([127, 0, 0, 1]))))
  const extension = der(SEQUENCE, der(OBJECT_IDENTIFIER, SUBJECT_ALT_NAME), addresses)
  const body = der(
    SEQUENCE,
    der(0xa0, der(INTEGER, Buffer.from([2]))), // version 3
    der(INTEGER, Buffer.from([1])), // serial number
    algorithm,
    name,
    der(SEQUENCE, time(new Date(Date.now() - day)), time(new Date(Date.now() + day))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(SEQUENCE, extension)),
  )
  const signature = der(BIT_STRING, Buffer.from([0]), sign('sha256', body, privateKey))
  const lines = der(SEQUENCE, body, algorithm, signature).toString('base64').replace(/.{64}/g, '$&\n')
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  }
}
