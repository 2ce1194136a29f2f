/**
 * A line of words as the engine's own tools read it (`sdssplitargs`): blanks separate, `"…"` takes escapes such as
 * `\n`, `\"` and `\x00`, `'…'` takes only `\'`. A quote must be followed by a blank or the line's end.
 */

const escapes: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, a: 7 }

function isBlank(char: string | undefined): boolean {
  return char !== undefined && /[ \t\n\v\f\r]/.test(char)
}

/** Collects the bytes of one word. */
class Word {
  private readonly parts: Buffer[] = []
  private text = ''

  add(char: string): void {
    this.text += char
  }

  addByte(byte: number): void {
    this.parts.push(Buffer.from(this.text), Buffer.of(byte))
    this.text = ''
  }

  bytes(): Buffer {
    return Buffer.concat([...this.parts, Buffer.from(this.text)])
  }
}

/** The words of a line, as bytes; undefined when its quotes are not balanced. */
export function splitWords(line: string): Buffer[] | undefined {
  const words: Buffer[] = []
  const chars = [...line]
  let at = 0
  while (at < chars.length) {
    if (isBlank(chars[at])) {
      at++
      continue
    }
    const word = new Word()
    while (at < chars.length && !isBlank(chars[at])) {
      const char = chars[at]
      if (char !== '"' && char !== "'") {
        word.add(char)
        at++
        continue
      }
      const end = char === '"' ? doubleQuoted(chars, at + 1, word) : singleQuoted(chars, at + 1, word)
      if (end < 0 || (end < chars.length && !isBlank(chars[end]))) return undefined
      at = end
    }
    words.push(word.bytes())
  }
  return words
}

/** Reads up to the closing quote and returns the index behind it, or -1. */
function doubleQuoted(chars: readonly string[], from: number, word: Word): number {
  let at = from
  while (at < chars.length) {
    const char = chars[at]
    if (char === '"') return at + 1
    if (char !== '\\' || at + 1 >= chars.length) {
      word.add(char)
      at++
      continue
    }
    const next = chars[at + 1]
    const hex = next === 'x' ? chars.slice(at + 2, at + 4).join('') : ''
    if (/^[0-9a-f]{2}$/i.test(hex)) {
      word.addByte(Number.parseInt(hex, 16))
      at += 4
    } else {
      if (next in escapes) word.addByte(escapes[next])
      else word.add(next)
      at += 2
    }
  }
  return -1
}

function singleQuoted(chars: readonly string[], from: number, word: Word): number {
  let at = from
  while (at < chars.length) {
    if (chars[at] === "'") return at + 1
    if (chars[at] === '\\' && chars[at + 1] === "'") at++
    word.add(chars[at])
    at++
  }
  return -1
}

const named: Record<number, string> = { 7: '\\a', 8: '\\b', 9: '\\t', 10: '\\n', 13: '\\r', 34: '\\"', 92: '\\\\' }

/** Bytes in double quotes, whatever does not print as an escape (`sdscatrepr`): what `splitWords` reads back. */
export function quoted(bytes: Uint8Array): string {
  let text = '"'
  for (const byte of bytes) {
    if (named[byte]) text += named[byte]
    else if (byte >= 32 && byte < 127) text += String.fromCharCode(byte)
    else text += `\\x${byte.toString(16).padStart(2, '0')}`
  }
  return `${text}"`
}
