import { spawn } from 'node:child_process'
import { checkBuilt, root } from '../package/tarball.ts'
import { type Ending, ending } from '../process/ending.ts'

/** Runs a module in a process of its own, in which `wasm-redis` and its entries are what the build made. */
export async function runProgram(source: string, seconds = 20): Promise<Ending> {
  await checkBuilt()
  const args = ['--input-type=module', '--eval', source]
  const child = spawn(process.execPath, args, { cwd: root, timeout: seconds * 1000, stdio: ['ignore', 'pipe', 'pipe'] })
  return ending(child)
}
