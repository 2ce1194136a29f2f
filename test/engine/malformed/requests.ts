/** Requests that are wrong, or nearly right. */

/** The same numbers in every run: 0 or more, less than `limit`. */
export type Random = (limit: number) => number

export function randomNumbers(seed: number): Random {
  let state = seed >>> 0
  return (limit) => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit)
  }
}

const encoder = new TextEncoder()
const bytes = (text: string): Uint8Array => encoder.encode(text)

const wellFormed = [
  '*1\r\n$4\r\nPING\r\n',
  '*2\r\n$4\r\nECHO\r\n$5\r\nhello\r\n',
  '*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$5\r\nvalue\r\n',
  '*2\r\n$3\r\nGET\r\n$1\r\nk\r\n*2\r\n$3\r\nGET\r\n$1\r\nj\r\n',
  '*5\r\n$4\r\nHSET\r\n$1\r\nh\r\n$0\r\n\r\n$1\r\nv\r\n$3\r\n\x00\r\n\r\n',
  '*3\r\n$4\r\nEVAL\r\n$8\r\nreturn 1\r\n$1\r\n0\r\n',
  '*0\r\n*-1\r\n*1\r\n$7\r\nCOMMAND\r\n'.slice(0, 9),
  'PING\r\n',
  'SET k "a \\x41 b" \'c\'\r\n',
].map(bytes)

/** Bytes that mean something to the protocol, and some that do not. */
const telling = bytes('*$\r\n0123456789-+:"\'\\ x_,#(=%~>|!\0\t\x7f\u0080\u00ff')

const counts = [
  '',
  '-1',
  '-2',
  '0',
  '1',
  '2',
  '01',
  '+1',
  '1.0',
  '1e3',
  ' 1',
  '1 ',
  'x',
  '0x1',
  '--1',
  '2147483647',
  '2147483648',
  '4294967296',
  '536870913',
  '9223372036854775807',
  '9223372036854775808',
  '99999999999999999999999',
  '1\0',
  '-',
  '１',
]
const types = ['$', '*', ':', '+', '-', '_', ',', '#', '(', '=', '%', '~', '>', '|', '!', '', '\0', 'x']
const ends = ['\r\n', '\r\n', '\r\n', '\n', '\r', '', '\r\r\n', '\n\r', '\r\0']

function noise(random: Random): Uint8Array {
  const size = 1 + random(40)
  const anything = random(2) === 0
  return Uint8Array.from({ length: size }, () => (anything ? random(256) : telling[random(telling.length)]))
}

/** A request of which one to three bytes were changed, left out, put in or copied. */
function damaged(random: Random): Uint8Array {
  let request = [...wellFormed[random(wellFormed.length)]]
  for (let changes = 1 + random(3); changes > 0; changes--) {
    const at = random(request.length)
    const byte = random(3) === 0 ? random(256) : telling[random(telling.length)]
    const kind = random(5)
    if (kind === 0) request[at] = byte
    else if (kind === 1) request.splice(at, 1)
    else if (kind === 2) request.splice(at, 0, byte)
    else if (kind === 3) request.splice(at, 0, ...request.slice(random(request.length), random(request.length)))
    else request = request.slice(0, at + 1)
  }
  return Uint8Array.from(request)
}

/** A request built of parts, each of which may be a wrong one. */
function misbuilt(random: Random): Uint8Array {
  const of = (list: string[]) => list[random(list.length)]
  const words = 1 + random(3)
  let text = `*${random(3) === 0 ? of(counts) : words}${of(ends)}`
  for (let i = 0; i < words; i++) {
    const word = of(['PING', 'GET', 'k', '', 'long value', '*1\r\n', '\0'])
    text += `${random(4) === 0 ? of(types) : '$'}${random(4) === 0 ? of(counts) : word.length}${of(ends)}${word}${of(ends)}`
  }
  return bytes(text)
}

/** A line with quotes and escapes. */
function line(random: Random): Uint8Array {
  const parts = ['"', "'", '\\', ' ', 'x41', 'GET', 'k', '\t', '\0', '\\"', "\\'", '\\x', '\r']
  const text = Array.from({ length: 1 + random(8) }, () => parts[random(parts.length)]).join('')
  return bytes(`${text}${random(6) === 0 ? '' : '\r\n'}`)
}

/** What follows a request that was well formed. */
function behindAnother(random: Random): Uint8Array {
  const [first, second] = [wellFormed[random(wellFormed.length)], request(random)]
  const both = new Uint8Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}

/** The next one. */
export function request(random: Random): Uint8Array {
  const kind = random(16)
  if (kind < 3) return noise(random)
  if (kind < 8) return damaged(random)
  if (kind < 12) return misbuilt(random)
  if (kind < 14) return line(random)
  return behindAnother(random)
}
