/** A commit of this repository as a built dist/ folder. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const kept = join(root, 'build/bench/built')
const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim()

/**
 * The dist/ of `name`: a commit, a branch, a tag; `.` is this checkout's own as it stands. A commit is built once, in a
 * worktree that is gone afterwards, and kept under build/bench/. Gives `{ dist, title }`.
 */
export function built(name, say) {
  if (name === '.') return { dist: join(root, 'dist'), title: 'this checkout' }
  const commit = git('rev-parse', '--verify', `${name}^{commit}`)
  const title = git('log', '-1', '--format=%h %s', commit)
  const dist = join(kept, commit)
  if (!existsSync(join(dist, 'index.js'))) build(commit, dist, say)
  return { dist, title }
}

function build(commit, dist, say) {
  const tree = mkdtempSync(join(tmpdir(), 'wasm-redis-compare-'))
  git('worktree', 'add', '--force', '--detach', tree, commit)
  try {
    installPackages(tree)
    provideModule(commit, tree, say)
    say(`building the TypeScript of ${commit.slice(0, 9)}`)
    run(tree, 'node_modules/.bin/tsup')
    mkdirSync(kept, { recursive: true })
    cpSync(join(tree, 'dist'), dist, { recursive: true })
  } finally {
    rmSync(tree, { recursive: true, force: true })
    git('worktree', 'prune')
  }
}

/** The packages of this checkout, where the commit locks the same ones. */
function installPackages(tree) {
  const lock = (folder) => readFileSync(join(folder, 'pnpm-lock.yaml'), 'utf8')
  if (lock(tree) === lock(root)) symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'))
  else run(tree, 'scripts/build-pnpm', 'install', '--frozen-lockfile')
}

/** Most commits share their module with others: it is kept by what it is made from. */
function provideModule(commit, tree, say) {
  const inputs = git('ls-tree', '-r', commit, 'wasm', 'vendor', 'compile', 'scripts')
    .split('\n')
    .filter((line) => !/scripts\/(bench|commands|generate)/.test(line) && !/scripts\/build-(types|commonjs)/.test(line))
  const key = createHash('sha256').update(inputs.join('\n')).digest('hex').slice(0, 16)
  const module = join(kept, `${key}.wasm`)
  if (!existsSync(module)) {
    say(`building redis.wasm of ${commit.slice(0, 9)}`)
    run(tree, './compile')
    mkdirSync(kept, { recursive: true })
    copyFileSync(join(tree, 'dist/redis.wasm'), module)
  }
  mkdirSync(join(tree, 'dist'), { recursive: true })
  copyFileSync(module, join(tree, 'dist/redis.wasm'))
}

function run(folder, command, ...args) {
  try {
    execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' })
  } catch (error) {
    throw new Error(`${command} failed in ${folder}:\n${String(error.stdout).slice(-2000)}${String(error.stderr)}`)
  }
}
