/** Where a run was made, and of what. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const root = join(import.meta.dirname, '../..')

export function machine() {
  const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim()
  return {
    date: new Date().toISOString().slice(0, 16).replace('T', ' '),
    processor: processor(),
    cores: os.cpus().length,
    memory: os.totalmem(),
    system: `${os.type()} ${os.release()} ${os.arch()}`,
    node: process.version,
    v8: process.versions.v8,
    commit: git('rev-parse', '--short', 'HEAD'),
    changed: git('status', '--porcelain', '--', 'src', 'wasm', 'vendor').length > 0,
    load: os.loadavg()[0],
    module: moduleSize(),
  }
}

/** The name, or where a virtual machine hides it, what it says of the model. */
function processor() {
  const info = readFileSync('/proc/cpuinfo', 'utf8')
  const field = (name) => new RegExp(`^${name}\\s*: (.*)$`, 'm').exec(info)?.[1]
  const name = field('model name') ?? os.cpus()[0]?.model ?? 'unknown'
  const numbers = [field('vendor_id'), `family ${field('cpu family')}`, `model ${field('model')}`].join(' ')
  return /unknown/i.test(name) ? numbers : `${name} (${numbers})`
}

function moduleSize() {
  const dist = process.env.WASM_REDIS_DIST ?? join(root, 'dist')
  const bytes = readFileSync(join(dist, 'redis.wasm'))
  return { bytes: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length }
}
