import type { ChildProcess } from 'node:child_process'

/** How a program ended: its exit code, or the signal that ended it, and all it printed. */
export interface Ending {
  code: number | string
  output: string
}

/** Resolves when `child`, whose output is piped, has ended. Rejects when it cannot be started. */
export function ending(child: ChildProcess): Promise<Ending> {
  let output = ''
  const add = (text: Buffer) => {
    output += text
  }
  child.stdout?.on('data', add)
  child.stderr?.on('data', add)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code: code ?? String(signal), output: output.trim() }))
  })
}
