// Reads the engine's command table: one JSON file for each command and subcommand, under src/commands of its source.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

const root = dirname(import.meta.dirname)

/**
 * The folder of the engine's command table: the one given, or the environment's VALKEY_COMMANDS, or the one that
 * `./compile` unpacked, build/engine/src/commands or another engine's beside it. Throws when there is none.
 */
export function findCommandsFolder(given = process.env.VALKEY_COMMANDS, build = join(root, 'build')) {
  if (given) return given
  const engines = entries(build).sort((a, b) => Number(b === 'engine') - Number(a === 'engine'))
  const folders = engines.map((engine) => join(build, engine, 'src', 'commands'))
  const found = folders.find((folder) => entries(folder).includes('set.json'))
  if (found) return found
  throw new Error(
    "the engine's sources are not unpacked: there is no build/*/src/commands. Run ./compile engine, or name the " +
      "folder in VALKEY_COMMANDS, or as this script's argument",
  )
}

/**
 * Every entry of the table in the order of its names: `{ file, name, words, subcommands, ...what the file says }`,
 * where `name` is what a caller types ('CLIENT LIST'), `words` its words, and `subcommands` how many files name this
 * command as their container. Throws when the JSON files and what the engine is compiled from (commands.def) differ.
 */
export function readCommands(folder) {
  const files = entries(folder).filter((file) => file.endsWith('.json'))
  if (files.length === 0)
    throw new Error(`no command files (*.json) in ${folder}: that is not src/commands of an engine`)
  const commands = files.map((file) => {
    const described = Object.entries(JSON.parse(readFileSync(join(folder, file), 'utf8')))
    if (described.length !== 1) throw new Error(`${file} describes ${described.length} commands instead of one`)
    const [[word, command]] = described
    const words = command.container ? [command.container, word] : [word]
    return { ...command, file: basename(file), name: words.join(' '), words }
  })
  for (const command of commands) {
    command.subcommands = commands.filter((other) => other.container === command.name).length
  }
  compareWithDefinitions(commands, readFileSync(join(folder, '..', 'commands.def'), 'utf8'))
  return commands.sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** The engine's own version, such as '9.1.2'. */
export function readEngineVersion(folder) {
  const file = join(folder, '..', 'version.h')
  const version = /^#define VALKEY_VERSION "(.+)"$/m.exec(readFileSync(file, 'utf8'))
  if (!version) throw new Error(`found no VALKEY_VERSION in ${file}`)
  return version[1]
}

// commands.def is generated from the same files; a stale one would mean that the types describe another engine.
function compareWithDefinitions(commands, definitions) {
  const string = '"((?:[^"\\\\]|\\\\.)*)"'
  const row = new RegExp(
    `MAKE_CMD\\(${string},${string},.*?,"([\\d.]+)",CMD_DOC.*?_Tips,\\d+,\\w+,(-?\\d+),([^,]*),`,
    'g',
  )
  const compiled = Array.from(definitions.matchAll(row), ([, word, summary, since, arity, flags]) =>
    [word, summary.replaceAll('\\"', '"'), since, arity, flags.includes('CMD_BLOCKING')].join(' | '),
  ).sort()
  const described = commands
    .map(({ words, summary, since, arity, command_flags: flags = [] }) =>
      [words.at(-1).toLowerCase(), summary, since, arity, flags.includes('BLOCKING')].join(' | '),
    )
    .sort()
  const differing = described.find((line, at) => line !== compiled[at]) ?? compiled[described.length]
  if (differing) throw new Error(`commands.def and the JSON files differ, first at: ${differing}`)
}

function entries(folder) {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return []
    throw error
  }
}
