// The syntax line of a command as its manual prints it: SET key value [NX | XX] [GET] …

/** The syntax line of one command of the table. */
export function syntaxLine({ name, arguments: args = [] }) {
  return [name, ...args.map(one)].join(' ')
}

function one(arg) {
  const body = withoutToken(arg)
  const spelled = arg.token === undefined || arg.type === 'pure-token' ? body : `${token(arg)} ${body}`
  const repeated = !arg.multiple ? spelled : `${spelled} [${arg.multiple_token ? spelled : body} ...]`
  return arg.optional ? `[${repeated}]` : repeated
}

function withoutToken(arg) {
  if (arg.type === 'pure-token') return token(arg)
  if (arg.type === 'block') return arg.arguments.map(one).join(' ')
  if (arg.type !== 'oneof') return arg.display ?? arg.name
  const choices = arg.arguments.map(one).join(' | ')
  // The brackets of an optional argument already hold its choices together.
  return arg.optional && arg.token === undefined && !arg.multiple ? choices : `<${choices}>`
}

// MIGRATE takes an empty key where KEYS follows.
const token = (arg) => (arg.token === '' ? '""' : arg.token)
