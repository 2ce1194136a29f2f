import type { ChildProcess } from 'node:child_process'

/** Resolves when a server of the native build takes connections. Rejects, with its last words, when it ends before. */
export function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = ''
    const listen = (chunk: Buffer) => {
      log = (log + chunk).slice(-4000)
      if (/ready to accept connections/i.test(log)) resolve()
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('error', reject)
    child.once('exit', (code) =>
      reject(new Error(`${child.spawnfile} ended with ${code} before it was ready:\n${log}`)),
    )
  })
}
