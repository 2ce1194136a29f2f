import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import type { ConfigFile } from '../../options.ts'

function nameOf(line: string): string {
  return /^[^\s#]*/.exec(line.trimStart())?.[0].toLowerCase() ?? ''
}

/**
 * What the engine would write, with the lines of settings that it does not know as they are in the file: those are the
 * process's, and the engine has defaults for them.
 */
export function mergedConfig(before: string, after: string, isOurs: (name: string) => boolean): string {
  const kept = before.split('\n').filter((line) => isOurs(nameOf(line)))
  const lines: string[] = []
  for (const line of after.replace(/\n+$/, '').split('\n')) {
    if (!isOurs(nameOf(line))) {
      lines.push(line)
      continue
    }
    const at = kept.findIndex((other) => nameOf(other) === nameOf(line))
    if (at >= 0) lines.push(...kept.splice(at, 1))
  }
  return `${[...lines, ...kept].join('\n')}\n`
}

/** The file at the absolute `path`, for CONFIG REWRITE; `isOurs` are settings that the engine does not know. */
export function configFileAt(path: string, isOurs: (name: string) => boolean): ConfigFile {
  return {
    path,
    read: () => readFileSync(path),
    write(bytes) {
      const text = mergedConfig(readFileSync(path, 'utf8'), Buffer.from(bytes).toString(), isOurs)
      const beside = `${path}.${process.pid}.temp`
      try {
        const handle = openSync(beside, 'w', statSync(path).mode)
        writeFileSync(handle, text)
        fsyncSync(handle)
        closeSync(handle)
        renameSync(beside, path)
      } catch (error) {
        rmSync(beside, { force: true })
        throw error
      }
    },
  }
}
