/** How all options are checked: an error names the option, what was given, and what it must be. */

/** A value as such an error shows it. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'an array' : 'an object'
  if (typeof value === 'function') return 'a function'
  return String(value)
}

/** The error for an option that is not what it must be. */
export function wrong(option: string, value: unknown, wanted: string): TypeError {
  return new TypeError(`option ${option} is ${shown(value)}; it must be ${wanted}`)
}

/** Throws a `TypeError` unless `options` is an object of these options. */
export function checkNames(options: object, known: readonly string[]): void {
  if (options === null || typeof options !== 'object' || Array.isArray(options)) {
    throw new TypeError(`options are ${shown(options)}; they must be an object with any of ${known.join(', ')}`)
  }
  for (const name of Object.keys(options)) {
    if (!known.includes(name)) throw new TypeError(`unknown option ${name}; known are ${known.join(', ')}`)
  }
}
