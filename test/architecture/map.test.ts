/**
 * ARCHITECTURE.md's map and the tree agree. The map is the first fenced block under the heading `## Map`, one line per
 * path, or per few: `wasm/stream.c, wasm/stream.h — what they hold`. A path that ends with `/` stands for all below it.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './source.ts'

/** Folders of which every file must be found through the map. Of test/, a folder at a time is enough. */
const covered = ['src/', 'wasm/', 'scripts/', 'vendor/', 'bench/', 'test/']

interface Line {
  path: string
  holds: string
}

function map(): Line[] {
  const file = join(root, 'ARCHITECTURE.md')
  if (!existsSync(file)) throw new Error('there is no ARCHITECTURE.md')
  const block = /^## Map\n+```[a-z]*\n([\s\S]*?)\n```/m.exec(readFileSync(file, 'utf8'))
  if (!block) throw new Error("ARCHITECTURE.md has no fenced block under a heading '## Map'")
  return block[1].split('\n').flatMap((line) => {
    const [paths, holds = ''] = line.split(' — ')
    return paths.split(', ').map((path) => ({ path: path.trim(), holds: holds.trim() }))
  })
}

/** The files of the checkout that git knows or would add, and that are there. */
function tree(): string[] {
  const list = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root })
  return list
    .toString()
    .split('\n')
    .filter((path) => path !== '' && existsSync(join(root, path)))
}

test('each line of the map says what it holds, and none says it again', () => {
  const lines = map()
  expect(lines.filter(({ path, holds }) => path === '' || holds === '')).toEqual([])
  const paths = lines.map(({ path }) => path)
  expect(paths.filter((path, i) => paths.indexOf(path) !== i)).toEqual([])
})

test('what the map names exists', () => {
  const files = tree()
  const missing = map().filter(({ path }) =>
    path.endsWith('/') ? !files.some((file) => file.startsWith(path)) : !files.includes(path),
  )
  expect(missing).toEqual([])
})

test('every file is found through the map', () => {
  const paths = map().map(({ path }) => path)
  const lost = tree()
    .filter((file) => covered.some((folder) => file.startsWith(folder)))
    .filter((file) => !paths.some((path) => (path.endsWith('/') ? file.startsWith(path) : file === path)))
  expect(lost).toEqual([])
})

test('the map does not hide a folder of src/ or test/ behind its parent', () => {
  const paths = map().map(({ path }) => path)
  expect(paths).not.toContain('src/')
  expect(paths).not.toContain('test/')
})
