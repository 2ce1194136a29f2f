import { access, copyFile, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { run } from './tarball.ts'

/** Where `compile` keeps what it has fetched, too. */
const cache =
  process.env.WASM_REDIS_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'wasm-redis')

/** The package that carries Node's program for this machine, as npm's package `node` chooses it. */
const carrier =
  `${process.platform}-${process.arch}` === 'darwin-arm64' ? 'bin-darwin-arm64' : `${process.platform}-${process.arch}`
const program = process.platform === 'win32' ? 'node.exe' : 'node'

/** The path of a Node of exactly this version; fetched once, then kept. Throws when it cannot be had. */
export async function nodeBinary(version: string): Promise<string> {
  const kept = join(cache, 'node', `${version}-${carrier}`, program)
  try {
    await access(kept)
    return kept
  } catch {
    // not fetched yet
  }
  await mkdir(join(cache, 'node'), { recursive: true })
  const folder = await mkdtemp(join(cache, 'node', 'fetch-'))
  const wanted = `node-${carrier}@${version}`
  try {
    await run('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts', wanted])
    await copyFile(join(folder, 'node_modules', `node-${carrier}`, 'bin', program), join(folder, program))
    await mkdir(join(kept, '..'), { recursive: true })
    await rename(join(folder, program), kept)
  } catch (error) {
    const said = (error as { stderr?: string }).stderr?.match(/^npm error (?!code).*$/m)
    throw new Error(`Node ${version} cannot be fetched as the npm package ${wanted}: ${said?.[0] ?? String(error)}`)
  } finally {
    await rm(folder, { recursive: true })
  }
  return kept
}
