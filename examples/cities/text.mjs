/** Numbers and emphasis for people. */

const plain = !process.stdout.isTTY || process.env.NO_COLOR

const styled = (/** @type {number} */ on, /** @type {number} */ off) => (/** @type {string} */ text) =>
  plain ? text : `\x1b[${on}m${text}\x1b[${off}m`

export const bold = styled(1, 22)
export const dim = styled(2, 22)

/** 135233 as 135,233 */
export const number = (/** @type {number} */ value) => value.toLocaleString('en')

/** Milliseconds, as a person would say them. */
export const seconds = (/** @type {number} */ ms) =>
  ms >= 1000 ? `${(ms / 1000).toFixed(1)} s` : `${ms.toFixed(ms < 10 ? 1 : 0)} ms`

/** Bytes in megabytes. */
export const megabytes = (/** @type {number} */ bytes) => `${(bytes / 1e6).toFixed(1)} MB`

/** A change of memory: '+7.2 MB', or a dot for one that does not show. */
export const change = (/** @type {number} */ bytes) => {
  if (Math.abs(bytes) < 50_000) return '·'
  return `${bytes < 0 ? '−' : '+'}${megabytes(Math.abs(bytes))}`
}

const countries = new Intl.DisplayNames(['en'], { type: 'region' })

/** A country's name by its two letters. */
export const country = (/** @type {string} */ code) => countries.of(code) ?? code

/** Breaks text between words into lines of at most `width` characters; a longer word has a line of its own. */
export function wrap(/** @type {string} */ text, /** @type {number} */ width) {
  const lines = ['']
  for (const word of text.split(' ')) {
    const last = lines.length - 1
    if (lines[last] === '') lines[last] = word
    else if (lines[last].length + 1 + word.length <= width) lines[last] += ` ${word}`
    else lines.push(word)
  }
  return lines
}
