import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, realpath, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** The top of the checkout, without a slash at its end. */
export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)))

/** Runs a program; rejects with its output when it fails. */
export const run = promisify(execFile)

/** A tarball as `npm pack` made it, and an empty project to install it in. */
export interface Packed {
  tarball: string
  /** Paths in the tarball. */
  files: string[]
  /** Bytes, compressed. */
  size: number
  /** An empty project outside the checkout; by default its path has characters that mean something in a URL. */
  project: string
  /** Removes both. */
  remove(): Promise<void>
}

/**
 * Packs the tree as it was built, and makes a project in a folder called `name`. Throws when the build is older than
 * the sources: a test of it would say nothing.
 */
export async function pack(name = 'app #1 100%25'): Promise<Packed> {
  await checkBuilt()
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'wasm-redis-package-')))
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: root })
  const [{ filename, files, size }] = JSON.parse(stdout)
  const project = join(folder, name)
  await mkdir(project)
  await writeFile(join(project, 'package.json'), '{ "name": "app", "private": true }\n')
  return {
    tarball: join(folder, filename),
    files: files.map((file: { path: string }) => file.path).sort(),
    size,
    project,
    remove: () => rm(folder, { recursive: true }),
  }
}

/** Installs the tarball in its project as a user would; offline, since it needs no other package. */
export async function install({ tarball, project }: Packed): Promise<void> {
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], { cwd: project })
}

/** Gives the project a package of the checkout, as if it had installed that too. */
export async function lend({ project }: Packed, name: string): Promise<void> {
  const target = join(project, 'node_modules', name)
  await mkdir(join(target, '..'), { recursive: true })
  await symlink(await realpath(join(root, 'node_modules', name)), target)
}

/** Throws when dist/ is not there or older than what it is built from. */
export async function checkBuilt(): Promise<void> {
  const built = await changed('dist/index.d.cts')
  const modules = await Promise.all(['dist/redis.wasm', 'dist/redis.small.wasm'].map(changed))
  if (!built || modules.includes(0)) throw new Error('dist/ is not complete: run make, or npx tsup')
  for (const source of await readdir(join(root, 'src'), { recursive: true })) {
    if (!source.endsWith('.ts') || (await changed(`src/${source}`)) <= built) continue
    throw new Error(`dist/ is older than src/${source}: run make, or npx tsup`)
  }
}

/** When a file was changed last, in milliseconds of Unix time; 0 when there is none. */
async function changed(file: string): Promise<number> {
  const found = await stat(join(root, file)).catch(() => undefined) // there is none
  return found?.mtimeMs ?? 0
}
