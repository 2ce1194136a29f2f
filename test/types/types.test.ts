import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '..', '..')

const files = readdirSync(here).filter((file) => file.endsWith('.test-d.ts'))

/** The compiler's complaints about one file, with the project's own settings. */
function complaints(file: string): string[] {
  const settings = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(settings.config, ts.sys, root)
  const program = ts.createProgram([join(here, file)], options)
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0
    return `${file?.fileName}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
  })
}

describe('types, as the compiler sees them', () => {
  it.each(files)('%s', (file) => {
    expect(complaints(file)).toEqual([])
  })

  it('are looked at', () => {
    expect(files).toContain('commands.test-d.ts')
  })
})
