import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const file = join(root, 'test/types/written-in-an-editor.ts')

// Calls as far as somebody has typed them, the cursor between the quotes at the end, and some of what must be offered.
const calls: [call: string, tokens: string[]][] = [
  ["set('k', 'v', ''", ['NX', 'XX', 'GET', 'EX', 'KEEPTTL']],
  ["set('k', 'v', 'EX', 10, ''", ['NX', 'XX', 'GET']],
  ["zadd('z', ''", ['NX', 'XX', 'GT', 'LT', 'CH', 'INCR']],
  ["zrange('z', 0, -1, 'REV', ''", ['LIMIT', 'WITHSCORES']],
  ["lmove('a', 'b', ''", ['LEFT', 'RIGHT']],
  ["zrank('z', 'member', ''", ['WITHSCORE']],
  ["xinfoStream('x', ''", ['FULL']],
  ["xgroupCreate('x', 'group', ''", ['$']],
  ["xread(''", ['COUNT', 'BLOCK', 'STREAMS']],
]

const text = [
  "import type { Commands } from '../../src/client/commands.generated.ts'",
  'declare const client: Commands<string>',
  ...calls.map(([call]) => `client.${call})`),
].join('\n')

/** An editor's view of the project, with that text as one more file. */
function openEditor(): ts.LanguageService {
  const settings = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(settings.config, ts.sys, root)
  return ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot: (path) => ts.ScriptSnapshot.fromString(path === file ? text : readFileSync(path, 'utf8')),
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (path) => path === file || ts.sys.fileExists(path),
    readFile: ts.sys.readFile,
  })
}

describe('an editor completes tokens', () => {
  const editor = openEditor()

  it.each(calls)('%s', (call, tokens) => {
    const cursor = text.indexOf(`client.${call})`) + `client.${call}`.length - 1
    const offered = editor.getCompletionsAtPosition(file, cursor, {})?.entries.map(({ name }) => name)
    expect(offered).toEqual(expect.arrayContaining(tokens))
  })
})
