/** A run as JSON that a diff can be read of: five digits of every number, a list of numbers in one line. */
export function toText(run) {
  const rounded = (_, value) =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(5)) : value
  const text = JSON.stringify(run, rounded, 1)
  return `${text.replace(/\[[\s\d.,e+-]+\]/g, (list) => list.replace(/\s+/g, '').replaceAll(',', ', '))}\n`
}
