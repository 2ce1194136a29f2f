/** What V8 compiles of the module in a fresh process: each function when it is first called, by what calls it. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

const program = join(import.meta.dirname, 'cold-start.mjs')

/** `{ doing, functions, bytes }` for each step of a start, in order; nothing where V8 does not say it in these words. */
export function measureCompiled({ say }) {
  say('compiled: one fresh process')
  const steps = []
  let functions = 0
  let bytes = 0
  for (const line of execFileSync(process.execPath, ['--trace-wasm-compilation-times', program])
    .toString()
    .split('\n')) {
    const [, size] = /^Compiled function .* using Liftoff, .*\bbodysize (\d+)/.exec(line) ?? []
    if (size) {
      functions++
      bytes += Number(size)
    } else if (line.startsWith('done: ')) {
      steps.push({ doing: line.slice(6), functions, bytes })
      functions = bytes = 0
    }
  }
  return steps.some((step) => step.functions > 0) ? steps : undefined
}
