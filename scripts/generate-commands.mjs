#!/usr/bin/env node
// Generates src/client/commands.generated.ts (types), command-methods.generated.ts (the methods that clients have) and
// command-table.generated.ts (what there is to know of them) from the engine's own command table.
//
//   node scripts/generate-commands.mjs [--check] [FOLDER]
//
// FOLDER is src/commands of the engine's sources; without it, VALKEY_COMMANDS or build/*/src/commands. --check writes
// nothing and exits with 1 when a file is not what would be written.
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findCommandsFolder, readCommands, readEngineVersion } from './commands-read.mjs'
import { write } from './commands-write.mjs'

const client = join(dirname(import.meta.dirname), 'src', 'client')

export { findCommandsFolder }

/** What is generated from the table in `folder`; generate-commands.d.mts says what that is. */
export function generateCommands(folder = findCommandsFolder()) {
  const commands = readCommands(folder)
  const { files, methods, leftOut } = write(commands, readEngineVersion(folder))
  const paths = Object.entries(files).map(([name, text]) => [join(client, name), text])
  return { commands: commands.map(({ name }) => name), methods, leftOut, files: Object.fromEntries(paths) }
}

/** The paths of those generated files that are not what would be written. */
export function outdated(files) {
  return Object.keys(files).filter((path) => read(path) !== files[path])
}

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}

function main(args) {
  const check = args.includes('--check')
  const [folder, ...more] = args.filter((arg) => arg !== '--check')
  if (more.length > 0 || folder?.startsWith('-')) {
    throw new Error('usage: node scripts/generate-commands.mjs [--check] [FOLDER]')
  }
  const { files, methods, leftOut } = generateCommands(findCommandsFolder(folder))
  const old = outdated(files)
  if (check && old.length > 0) {
    throw new Error(`not current: ${old.join(', ')}\nrun: node scripts/generate-commands.mjs`)
  }
  if (!check) for (const path of old) writeFileSync(path, files[path])
  console.log(`${methods.length} typed commands, ${leftOut.length} left out, ${old.length} files written`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    main(process.argv.slice(2))
  } catch (error) {
    console.error(`generate-commands: ${error.message}`)
    process.exitCode = 1
  }
}
