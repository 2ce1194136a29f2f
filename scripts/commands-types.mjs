// Reply trees as TypeScript, generic in `Bulk`: what a bulk string is decoded to.

/** What fits beside its method is written there; a longer reply becomes a type with a name. */
const SHORT = 90

/** No generated line is wider. */
export const WIDTH = 120

/**
 * The type of a method's reply. What gets a name of its own is added to `named` ({ name: text }): a long reply is called
 * after its method, `XinfoStreamReply`.
 */
export function replyType(tree, method, named) {
  const text = flat(tree, named)
  if (text.length <= SHORT) return text
  const name = `${method[0].toUpperCase()}${method.slice(1)}Reply`
  return reference(name, broken(tree, '', named), named)
}

/** The tree on one line. */
function flat(tree, named) {
  if (tree.name) return reference(tree.name, flat({ ...tree, name: undefined }, named), named)
  switch (tree.is) {
    case 'bulk':
      return tree.of === undefined ? 'Bulk' : `Known<Bulk, ${quoted(tree.of)}>`
    case 'status':
      return tree.of === undefined ? 'string' : quoted(tree.of)
    case 'integer':
      return tree.of === undefined ? 'number' : String(tree.of)
    case 'double':
      return 'number'
    case 'reply':
      return 'Reply'
    case 'named':
      return `${tree.of}<Bulk>`
    case 'array':
      return listOf(flat(tree.of, named))
    case 'set':
      return `Set<${flat(tree.of, named)}>`
    case 'map':
      return `{ [key: string]: ${flat(tree.of, named)} }`
    case 'tuple':
      return `[${tupleParts(tree, (part) => flat(part, named)).join(', ')}]`
    case 'object':
      return `{ ${objectParts(tree, (part) => flat(part, named)).join('; ')} }`
    case 'union':
      return unionParts(tree, (part) => flat(part, named)).join(' | ')
    default:
      return tree.is
  }
}

/** The tree over several lines, each field and each member of a union on its own. */
function broken(tree, indent, named) {
  const line = flat(tree, named)
  if (tree.name || indent.length + line.length <= SHORT) return line
  const deeper = `${indent}  `
  const part = (child) => broken(child, deeper, named)
  const lines = (parts) => parts.map((text) => `\n${deeper}${text}`).join('')
  switch (tree.is) {
    case 'array':
      return tree.of.is === 'union'
        ? `(${broken(tree.of, indent, named)}\n${indent})[]`
        : `${broken(tree.of, indent, named)}[]`
    case 'set':
      return `Set<${broken(tree.of, indent, named)}>`
    case 'map':
      return `{\n${deeper}[key: string]: ${part(tree.of)}\n${indent}}`
    case 'tuple':
      return `[${lines(tupleParts(tree, part).map((text) => `${text},`))}\n${indent}]`
    case 'object':
      return `{${lines(objectParts(tree, part))}\n${indent}}`
    case 'union':
      return tree.of.every(isKnown)
        ? `Known<\n${deeper}Bulk,\n${filled(
            tree.of.map(({ of }) => quoted(of)),
            deeper,
          )}\n${indent}>`
        : lines(unionParts(tree, part).map((text) => `| ${text}`))
    default:
      return line
  }
}

const isKnown = ({ is, of }) => is === 'bulk' && of !== undefined

/** A union over as many lines as it takes, each with a | in front. */
export function filled(members, indent) {
  const lines = []
  for (const member of members) {
    const longer = lines.length > 0 ? `${lines.at(-1)} | ${member}` : undefined
    if (longer === undefined || longer.length > WIDTH) lines.push(`${indent}| ${member}`)
    else lines[lines.length - 1] = longer
  }
  return lines.join('\n')
}

function tupleParts({ of, least, rest, labels, restLabel = 'rest' }, print) {
  const parts = of.map((part, at) => {
    const optional = at >= least ? '?' : ''
    return labels ? after(`${labels[at]}${optional}:`, print(part)) : `${print(part)}${optional}`
  })
  if (!rest) return parts
  return [...parts, `...${labels ? `${restLabel}: ` : ''}${listOf(print(rest))}`]
}

function objectParts({ of, optional, others, pattern }, print) {
  const fields = Object.entries(of).map(([field, part]) => {
    const name = /^[a-z_]\w*$/i.test(field) ? field : quoted(field)
    return after(`${name}${optional.includes(field) ? '?' : ''}:`, print(part))
  })
  return others ? [...fields, `[${keyOf(pattern)}]: ${print(others)}`] : fields
}

// An index signature must not cover the other fields: ^db\.\d+$ becomes `db.${number}`.
function keyOf(pattern) {
  if (pattern === undefined) return 'key: string'
  const bare = pattern.replace(/^\^|\$$/g, '').replaceAll('\\.', '.')
  const template = bare.replaceAll('\\d+', '$' + '{number}') // of the type, not of this program
  return `key: \`${template}\``
}

function unionParts({ of }, print) {
  const literals = of.filter(isKnown)
  const others = of.filter((part) => !literals.includes(part))
  const known = literals.length ? [`Known<Bulk, ${literals.map(({ of: text }) => quoted(text)).join(' | ')}>`] : []
  return [...new Set([...known, ...others.map(print)])]
}

/** A type after what it belongs to; a broken union starts on a line of its own. */
export function after(start, type) {
  return type.startsWith('\n') ? `${start}${type}` : `${start} ${type}`
}

function listOf(element) {
  return isUnion(element) ? `(${element})[]` : `${element}[]`
}

// A ' | ' outside of all brackets and quotes.
function isUnion(text) {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    if ('[{(<'.includes(text[at])) depth++
    else if (']})>'.includes(text[at])) depth--
    else if (text[at] === '|' && depth === 0) return true
  }
  return false
}

function reference(name, text, named) {
  named[name] = text
  return text.includes('Bulk') ? `${name}<Bulk>` : name
}

function quoted(text) {
  return `'${text.replace(/[\\']/g, '\\$&')}'`
}
