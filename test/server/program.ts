import { spawn } from 'node:child_process'
import { checkBuilt, root } from '../package/tarball.ts'

/** How a program ended, and all it printed. */
export interface Ending {
  code: number | string
  output: string
}

/** Runs a module in a process of its own, in which `wasm-redis` and its entries are what the build made. */
export async function runProgram(source: string, seconds = 20): Promise<Ending> {
  await checkBuilt()
  const args = ['--input-type=module', '--eval', source]
  const child = spawn(process.execPath, args, { cwd: root, timeout: seconds * 1000, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout.on('data', (text) => {
    output += text
  })
  child.stderr.on('data', (text) => {
    output += text
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code: code ?? String(signal), output: output.trim() }))
  })
}
