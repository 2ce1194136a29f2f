// A method as it stands in the interface: type parameters where the reply depends on the arguments, parameters, reply.
import { parameterTexts } from './commands-arguments.mjs'
import { filled, replyType, WIDTH } from './commands-types.mjs'

/** The lines of a method whose reply to any call is `tree`. */
export function signature(method, parameters, tree, named) {
  const reply = replyType(tree, method, named)
  return lines(method, [], parameters, { line: reply, broken: () => reply })
}

/** The lines of a method with a reply for each of `cases`, as `casesOf` gives them. */
export function narrowedSignature(method, parameters, cases, named) {
  const types = new Map()
  const decided = parameters.map((parameter) => {
    const decides = cases.some(({ given }) => given && parameterOf(given, parameters) === parameter)
    if (!decides) return parameter
    const type = parameter.label[0].toUpperCase() + parameter.label.slice(1)
    types.set(parameter, type)
    // Editors complete the tokens of a list only where they stand beside the type parameter.
    if (parameter.rest && !parameter.tuples) return { ...parameter, type: `${type} | ${parameter.type}` }
    return { ...parameter, type, tuples: undefined }
  })
  const reply = cases.reduceRight((otherwise, { given, tree }) => {
    const text = replyType(tree, given ? method + suffix(given) : method, named)
    const then = { line: text, broken: () => text }
    return given ? choice(types.get(parameterOf(given, parameters)), given, then, otherwise) : then
  }, undefined)
  const typeParameters = [...types].map(([parameter, type]) => typeParameter(type, parameter))
  return lines(method, typeParameters, decided, reply)
}

// What is given is the label of a parameter, or else words of the list at the end.
function parameterOf(given, parameters) {
  return parameters.find(({ label }) => label === given) ?? parameters.at(-1)
}

/** A reply that depends on the type parameter `type`: on one line, or broken over several after an indent. */
function choice(type, given, then, otherwise) {
  if (given === given.toLowerCase()) {
    const test = `${type} extends ${given === '...' ? 'readonly []' : 'undefined'}`
    return {
      line: `${test} ? ${otherwise.line} : ${then.line}`,
      broken: (indent) => `${test}\n${indent}  ? ${otherwise.line}\n${indent}  : ${then.line}`,
    }
  }
  const [words, tokens] = given.startsWith('^') ? [`[${type}[0]]`, given.slice(1)] : [type, given]
  const token = tokens.split('|').map((each) => `'${each}'`)
  const parts = [words, token.join(' | ')]
  return {
    line: `IfWord<${[...parts, then.line, otherwise.line].join(', ')}>`,
    broken: (indent) =>
      `IfWord<${[...parts, then.line, otherwise.line].map((part) => `\n${indent}  ${part}`).join(',')}\n${indent}>`,
  }
}

const suffix = (given) => given[0] + given.slice(1).toLowerCase()

// `const` keeps the words of a call as literals, so that they can be looked for.
function typeParameter(type, parameter) {
  if (!parameter.rest) return { before: `${type} extends `, type: `${parameter.type} | undefined = undefined` }
  const tuples = parameter.tuples?.map((tuple) => `readonly ${tuple}`)
  return { before: `const ${type} extends `, type: tuples?.join(' | ') ?? 'readonly Argument[]', tuples }
}

function lines(method, typeParameters, parameters, reply) {
  const texts = parameterTexts(parameters)
  const types = typeParameters.map(({ before, type }) => before + type)
  const start = types.length ? `${method}<${types.join(', ')}>` : method
  const line = `  ${start}(${texts.join(', ')}): Promise<${reply.line}>`
  if (line.length <= WIDTH) return line
  const brokenTypes = typeParameters.map((each) => `    ${brokenType(each.before, each)},\n`)
  const opening = `  ${start}(`.length <= 100 ? `  ${start}(` : `  ${method}<\n${brokenTypes.join('')}  >(`
  const inside = parameters.map(
    (parameter, at) => `    ${brokenType(texts[at].slice(0, -parameter.type.length), parameter)}`,
  )
  const closing = `  ): Promise<${reply.line}>`
  const body = inside.length ? `\n${inside.join(',\n')}\n` : ''
  return `${opening}${body}${closing.length <= WIDTH ? closing : `  ): Promise<\n    ${reply.broken('    ')}\n  >`}`
}

function brokenType(before, { type, tuples }) {
  if (4 + before.length + type.length <= WIDTH - 1) return before + type
  if (tuples) return `${before.trimEnd()}\n${tuples.map((tuple) => folded(`      | ${tuple}`)).join('\n')}`
  // A long list of tokens, filled up to the width.
  const [, start, tokens, rest] = /^(.*?Word<)(.*)(>.*)$/.exec(type)
  return `${before}${start}\n${filled(tokens.split(' | '), '      ')}\n    ${rest}`
}

function folded(line) {
  const at = line.lastIndexOf(', ', WIDTH - 1)
  return line.length < WIDTH ? line : `${line.slice(0, at + 1)}\n          ${line.slice(at + 2)}`
}
