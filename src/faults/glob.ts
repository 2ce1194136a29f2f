/** Bytes as text, each a character: patterns are about bytes. */
export function byteText(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

/**
 * A pattern as KEYS takes it, as a regular expression for the `byteText` of keys: `*`, `?`, `[a-c]`, `[^a]`, and `\` before what is
 * meant literally.
 */
export function globPattern(pattern: string): RegExp {
  const glob = byteText(new TextEncoder().encode(pattern))
  let source = ''
  for (let i = 0; i < glob.length; i++) {
    const char = glob[i]
    if (char === '*') source += '.*'
    else if (char === '?') source += '.'
    else if (char === '[') {
      const [text, last] = characterClass(glob, i)
      source += text
      i = last
    } else if (char === '\\' && i + 1 < glob.length) source += literal(glob[++i])
    else source += literal(char)
  }
  return new RegExp(`^${source}$`, 's')
}

/** The class that begins at `start`, and where it ends. Without its closing bracket it ends with the pattern. */
function characterClass(glob: string, start: number): [string, number] {
  let at = start + 1
  const negated = glob[at] === '^'
  if (negated) at++
  let members = ''
  for (; at < glob.length && glob[at] !== ']'; at++) {
    if (glob[at] === '\\' && at + 1 < glob.length) members += literal(glob[++at])
    else if (glob[at + 1] === '-' && at + 2 < glob.length) {
      const ends = [glob[at], glob[at + 2]].sort()
      members += `${literal(ends[0])}-${literal(ends[1])}`
      at += 2
    } else members += literal(glob[at])
  }
  if (members === '') return [negated ? '.' : '(?!)', at]
  return [`[${negated ? '^' : ''}${members}]`, at]
}

function literal(char: string): string {
  return /[a-z0-9_]/i.test(char) ? char : `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
}
