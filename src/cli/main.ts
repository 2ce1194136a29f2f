#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { engineVersion } from '../client/command-table.generated.ts'
import { runBench } from './bench/bench.ts'
import { benchHelp, cliHelp, mainHelp, serveHelp } from './help.ts'
import { runServe } from './serve/serve.ts'
import { runShell } from './shell/shell.ts'
import { FAILED, Failure, FINE, suggestion, UsageError, WRONG_USAGE } from './usage.ts'

interface Command {
  help: string
  /** Resolves to the exit code. */
  run(args: string[]): Promise<number>
}

const commands: Record<string, Command> = {
  serve: { help: serveHelp, run: runServe },
  cli: { help: cliHelp, run: runShell },
  bench: { help: benchHelp, run: runBench },
}

/** The package's version, beside that of the engine. */
function version(): string {
  const file = new URL('../package.json', import.meta.url)
  return `wasm-redis ${JSON.parse(readFileSync(file, 'utf8')).version} (Valkey ${engineVersion})\n`
}

async function main([name, ...args]: string[]): Promise<number> {
  const words = [name, ...args]
  if (name === undefined) {
    process.stderr.write(mainHelp)
    return WRONG_USAGE
  }
  if (name === '-v' || name === '--version') {
    process.stdout.write(version())
    return FINE
  }
  if (name === '-h' || name === '--help' || name === 'help') {
    process.stdout.write(commands[args[0]]?.help ?? mainHelp)
    return FINE
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    const kind = name.startsWith('-') ? 'option' : 'command'
    throw new UsageError(`unknown ${kind} ${words[0]}.${suggestion(name, Object.keys(commands))}`)
  }
  if (args[0] === '--help' || (args.length === 1 && args[0] === '-h')) {
    process.stdout.write(command.help)
    return FINE
  }
  if (args.length === 1 && (args[0] === '-v' || args[0] === '--version')) {
    process.stdout.write(version())
    return FINE
  }
  return command.run(args)
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // `wasm-redis cli … | head` has seen enough. A server goes on without a reader of its log.
  if (error.code === 'EPIPE' && process.argv[2] !== 'serve') process.exit(FINE)
})

// Whoever waits for ever on an engine of this process (BLPOP k 0) means it: nothing else would keep the process alive.
setInterval(() => {}, 2 ** 30)

const hint = Object.hasOwn(commands, process.argv[2] ?? '') ? `${process.argv[2]} ` : ''
try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(`wasm-redis: ${message}\n`)
  if (error instanceof UsageError) process.stderr.write(`Try: wasm-redis ${hint}--help\n`)
  else if (!(error instanceof Failure) && process.env.WASM_REDIS_DEBUG)
    process.stderr.write(`${(error as Error).stack}\n`)
  process.exitCode = error instanceof UsageError ? WRONG_USAGE : FAILED
}
// What has been printed must be out before the process ends; sockets that nobody closed must not keep it.
process.stdout.write('', () => process.stderr.write('', () => process.exit()))
