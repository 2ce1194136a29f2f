import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { appendFileSync, copyFileSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Checkout } from './build-checkout.ts'

/**
 * The build as someone meets it who has the wrong file, no compiler, no disk, or two terminals open. What stands in for
 * the compiler and for Debian's mirror are small shell scripts; `make` itself has built the real module before.
 */

const tarballName = 'valkey_9.1.2.orig.tar.gz'
/** The locked tarball: the build that these tests follow left a checked copy here. */
const tarball = join(process.cwd(), 'build/sources', tarballName)
const builtModule = join(process.cwd(), 'dist/redis.wasm')
const smallModule = join(process.cwd(), 'dist/redis.small.wasm')
/** Where the linker left what it made of them, before the booted engine was baked in. */
const linked = join(process.cwd(), 'build/out')

const local = { WASM_REDIS_TOOLCHAIN: 'local' }
/** Says its version; asked to compile or link, does what CC says. */
const emcc = (cc: string) =>
  `[ "$1" = --version ] && { echo 'emcc (a compiler) 3.1.69 ()'; exit; }\n` +
  `for a; do [ "$o" = next ] && o=$a; [ "$a" = -o ] && o=next; done\n${cc}`
/** "Links" by handing over what the real one made. */
const succeed = `case "$*" in
  *--oformat=bare*) : >"$o.lto.o" ;;
  *.wasm*) cat '${linked}'/"$(basename "$o")" >"$o" ;;
  *) : >"$o" ;;
esac`
const workingEmcc = emcc(succeed)
/** A mirror whose `apt-get source` does what SOURCE says. */
const aptGet = (source: string) => `case "$*" in
  *indextargets*) echo 'http://localhost/debian/ main Packages forky' ;;
  *' update'*) ;;
  *' source '*) ${source} ;;
esac`

let checkout: Checkout
beforeEach(() => {
  checkout = new Checkout()
})
afterEach(() => checkout.remove())

/** Exactly one line of error, and nothing new in dist/. */
async function refusal(env: Record<string, string>): Promise<string> {
  const { status, stderr } = await checkout.run('compile', env)
  expect(status).toBe(1)
  expect(checkout.dist()).toEqual([])
  expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  return stderr
}

describe('the engine source', () => {
  test('a tarball with another hash is refused before anything else is done', async () => {
    checkout.write('mine.tar.gz', 'not the engine')
    expect(await refusal({ VALKEY_TARBALL: 'mine.tar.gz' })).toMatch(
      /mine\.tar\.gz is not the locked valkey_9\.1\.2\.orig\.tar\.gz \(its sha256 .* give VALKEY_TARBALL the right file/,
    )
  })

  test('a tarball that is not there is named', async () => {
    expect(await refusal({ VALKEY_TARBALL: 'gone.tar.gz' })).toMatch(/VALKEY_TARBALL names .*gone\.tar\.gz/)
  })

  test('a mirror that has moved on to another version: the way out is named', async () => {
    checkout.tool('emcc', workingEmcc)
    checkout.profileTools()
    checkout.tool('apt-get', aptGet('echo "E: no such version"; exit 100'))
    expect(await refusal(local)).toMatch(
      /no longer has valkey 9\.1\.2-1 in forky .*Put valkey_9\.1\.2\.orig\.tar\.gz somewhere and name it in VALKEY_TARBALL/,
    )
  })

  test('a mirror that sends other bytes', async () => {
    checkout.tool('emcc', workingEmcc)
    checkout.profileTools()
    checkout.tool('apt-get', aptGet(`echo other >${tarballName}`))
    expect(await refusal(local)).toMatch(/the mirror sent does not have the locked sha256: nothing was built/)
  })

  test('a mirror that cannot be reached', async () => {
    checkout.tool('emcc', workingEmcc)
    checkout.profileTools()
    checkout.tool(
      'apt-get',
      'case "$*" in *indextargets*) echo "http://localhost/debian/ main Packages x" ;; *) exit 100 ;; esac',
    )
    expect(await refusal(local)).toMatch(/the Debian mirror cannot be reached/)
  })

  test('a cached tarball that was damaged is not used', async () => {
    checkout.tool('emcc', workingEmcc)
    checkout.profileTools()
    checkout.tool('apt-get', aptGet(`cp '${tarball}' .`))
    mkdirSync(join(checkout.cache, 'sources'), { recursive: true })
    const cached = join(checkout.cache, 'sources', tarballName)
    copyFileSync(tarball, cached)
    appendFileSync(cached, 'x')
    const { status, stdout } = await checkout.run('compile', local, ['engine'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/does not have the locked sha256: fetching it again/)
    expect(readFileSync(cached).equals(readFileSync(tarball))).toBe(true)
  })
})

describe('the toolchain', () => {
  /** Plenty of room, whatever the disk of this machine is like. */
  const room = 'printf "Filesystem\\nx 99999 1 99999 1%% /\\n"'

  test('where there is none, every reason is given in one line, and no half-made root is left', async () => {
    checkout.tool('docker', 'exit 1') // a client without an engine
    checkout.tool('df', room)
    checkout.tool('id', 'echo 0')
    checkout.tool('chroot', 'exit 1')
    checkout.tool('debootstrap', 'mkdir -p "$4"; echo "E: Failed getting release file"; exit 1')
    const reasons = await refusal({})
    expect(reasons).toMatch(/no container engine answers \(start docker or podman\)/)
    expect(reasons).toMatch(/debootstrap: Failed getting release file \(see build\/log\/debootstrap\.log/)
    expect(reasons).toMatch(/emcc is not on PATH \(install it\)/)
    expect(readdirSync(checkout.cache).filter((name) => !name.endsWith('.lock'))).toEqual([])
  })

  test('another version of emcc is not taken', async () => {
    checkout.tool('emcc', 'echo "emcc (a compiler) 4.0.1 ()"')
    expect(await refusal(local)).toMatch(/the emcc on PATH is 4\.0\.1 \(install 3\.1\.69\)/)
  })

  test('a user who is not root is told who can', async () => {
    checkout.tool('id', 'echo 1000')
    expect(await refusal({ WASM_REDIS_TOOLCHAIN: 'root' })).toMatch(/by root only \(run \.\/compile as root\)/)
  })

  test('a toolchain of no known kind', async () => {
    expect(await refusal({ WASM_REDIS_TOOLCHAIN: 'magic' })).toMatch(/'magic': it can be container, root or local/)
  })

  test('a container engine that answers comes first', async () => {
    checkout.tool('docker', 'echo "docker $1 $2"; [ "$1" != run ] || exit 1')
    const { stdout } = await checkout.run('compile', { VALKEY_TARBALL: tarball })
    expect(stdout).toMatch(/toolchain: container wasm-redis-toolchain:trixie-\w+ \(docker\)/)
    expect(stdout).toMatch(/docker run --rm/)
  })

  test('a disk without room is noticed before the work begins', async () => {
    checkout.tool('df', 'printf "Filesystem\\nx 99999 1 7 1%% /\\n"')
    expect(await refusal(local)).toMatch(/the build needs 200 MB in build, where 7 MB are free: make room/)
  })
})

describe('a build', () => {
  const env = { ...local, VALKEY_TARBALL: tarball }
  beforeEach(() => checkout.tool('emnm', 'echo "name T"'))

  test('leaves the module in dist/, and made again makes only what has changed', async () => {
    checkout.tool('emcc', workingEmcc)
    checkout.profileTools()
    const first = await checkout.run('compile', env)
    expect(first.stderr).toBe('')
    expect(first.stdout).toMatch(/toolchain: this machine's own .*emcc/)
    expect(checkout.dist()).toEqual(['redis.wasm'])
    expect(readFileSync(checkout.path('dist/redis.wasm')).equals(readFileSync(builtModule))).toBe(true)

    expect((await checkout.run('compile', env)).stdout).not.toMatch(/ {2}(cc|lto|link) /)

    const later = new Date(Date.now() + 5000)
    utimesSync(checkout.path('wasm/clock.c'), later, later)
    const again = (await checkout.run('compile', env)).stdout
    expect(again.match(/ {2}cc .*/g)).toEqual(['  cc      wasm/clock.c'])
    expect(again).not.toMatch(/ {2}lto /)
    expect(again).toMatch(/ {2}link /)
  })

  test('makes the small module of the same source, with objects of its own', async () => {
    checkout.tool('emcc', workingEmcc)
    checkout.profileTools()
    const { stdout, stderr } = await checkout.run('compile', env, ['wasm', 'small'])
    expect(stderr).toBe('')
    expect(stdout.match(/ {2}unpack .*/g)).toHaveLength(1)
    expect(stdout.match(/ {2}cc {6}valkey\/src\/server\.c/g)).toHaveLength(2)
    expect(checkout.dist()).toEqual(['redis.small.wasm', 'redis.wasm'])
    expect(readFileSync(checkout.path('dist/redis.small.wasm')).equals(readFileSync(smallModule))).toBe(true)
    expect(readFileSync(checkout.path('dist/redis.wasm')).equals(readFileSync(builtModule))).toBe(true)
    expect((await checkout.run('compile', env, ['wasm', 'small'])).stdout).not.toMatch(/ {2}(cc|lto|link) /)
  })

  test('stops at a compile error, and the module of an earlier build stays as it was', async () => {
    const one = 'case "$*" in *" "*/acl.c*) echo "acl.c: error: no" >&2; exit 1 ;; esac'
    checkout.tool('emcc', emcc(`${one}\n${succeed}`))
    checkout.profileTools()
    mkdirSync(checkout.path('dist'))
    writeFileSync(checkout.path('dist/redis.wasm'), 'earlier')
    const { status, stderr } = await checkout.run('compile', env)
    expect(status).toBe(1)
    expect(stderr).toMatch(/acl\.c: error: no/)
    expect(stderr).toMatch(/compile: error: the build of 'wasm' stopped at the error above/)
    expect(checkout.dist()).toEqual(['redis.wasm'])
    expect(readFileSync(checkout.path('dist/redis.wasm'), 'utf8')).toBe('earlier')
  })

  test('stops at a patch that does not apply', async () => {
    checkout.tool('emcc', workingEmcc)
    checkout.profileTools()
    mkdirSync(checkout.path('vendor/patches'), { recursive: true })
    checkout.write('vendor/patches/0001-nothing.patch', '')
    checkout.tool('patch', 'echo "1 out of 1 hunk FAILED"; exit 1')
    const { status, stderr } = await checkout.run('compile', env)
    expect(status).toBe(1)
    expect(stderr).toMatch(
      /build: error: vendor\/patches\/0001-nothing\.patch does not apply to valkey 9\.1\.2: 1 out of 1 hunk/,
    )
    expect(readdirSync(checkout.path('build'))).not.toContain('engine')
  })

  test('waits while another one is at work in the same checkout', async () => {
    checkout.tool('emcc', workingEmcc)
    checkout.profileTools()
    mkdirSync(checkout.path('build'))
    const other = spawn('flock', [checkout.path('build/.lock'), 'sh', '-c', 'echo held; cat'])
    await once(other.stdout, 'data')
    let waited = ''
    const { status } = await checkout.run('compile', env, ['engine'], (soFar) => {
      if (!soFar.includes('waiting')) return
      waited ||= soFar
      other.stdin.end()
    })
    expect(waited).toMatch(/^compile: another run is at work with build: waiting for it\n$/)
    expect(status).toBe(0)
  })
})

describe('a linked module', () => {
  const header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]
  /** A module with nothing in it but a custom section: its id, its length in LEB128, an empty name and this. */
  function padded(content: Uint8Array): Uint8Array {
    const length = [0, 7, 14, 21].map((shift) => (((content.length + 1) >> shift) & 127) | (shift < 21 ? 128 : 0))
    return Buffer.concat([Buffer.from([...header, 0, ...length, 0]), content])
  }
  /** A module that imports the function env.x. */
  const importing = [...header, 1, 4, 1, 0x60, 0, 0, 2, 9, 1, 3, 0x65, 0x6e, 0x76, 1, 0x78, 0, 0]

  function check(module: Uint8Array, variant = 'release'): { status: number | null; stderr: string } {
    const file = checkout.path('module.wasm')
    writeFileSync(file, module)
    const args = [checkout.path('scripts/build-check.mjs'), file, checkout.path('wasm/imports.txt'), variant]
    return spawnSync(process.execPath, args, { encoding: 'utf8' })
  }

  test('may import nothing that is not listed', () => {
    const { status, stderr } = check(Uint8Array.from(importing))
    expect(status).toBe(1)
    expect(stderr).toMatch(/the module imports env\.x: define that function in wasm\/, or list it in .*imports\.txt/)
  })

  test('may import what is listed', () => {
    appendFileSync(checkout.path('wasm/imports.txt'), 'env.x  for this test\n')
    expect(check(Uint8Array.from(importing)).status).toBe(0)
  })

  test.each([
    ['release', 2_500_000, 850_000],
    ['small', 1_750_000, 650_000],
  ])('must keep within its size, built for %s', (variant, raw, gzip) => {
    expect(check(padded(Buffer.alloc(raw)), variant).stderr).toMatch(`bytes is over the budget of ${raw}`)
    expect(check(padded(randomBytes(gzip)), variant).stderr).toMatch(`bytes gzipped is over the budget of ${gzip}`)
    expect(check(padded(Buffer.alloc(raw - 1000)), variant)).toMatchObject({ status: 0, stderr: '' })
    expect(check(padded(Buffer.alloc(raw)), 'debug').status).toBe(0)
  })

  test('as built, imports the functions that the host gives it', () => {
    const module = new WebAssembly.Module(readFileSync(builtModule))
    const names = WebAssembly.Module.imports(module).map(({ module, name }) => `${module}.${name}`)
    const files = ['open', 'close', 'read', 'write', 'sync', 'truncate', 'size', 'rename', 'remove']
    const others = ['exit', 'log', 'now', 'output', 'random', 'child', 'command']
    expect(names.sort()).toEqual(
      [...files.map((name) => `host.file_${name}`), ...others.map((name) => `host.${name}`)].sort(),
    )
  })
})

describe('the line that continuous integration ends with', () => {
  /** Runs .ci/run with a `make` that does what MAKE says; returns its last line and status. */
  async function ci(make: string): Promise<[string | undefined, number | null]> {
    checkout.tool('make', `mkdir -p build/reports; ${make}`)
    const { stdout, status } = await checkout.run('.ci/run')
    return [stdout.trimEnd().split('\n').at(-1), status]
  }
  const report = (name: string, passed: number, failed: number, files = '') =>
    `echo '{"numPassedTests":${passed},"numFailedTests":${failed},"testResults":[${files}]}' >build/reports/${name}.json`

  test('sums what every runner reported', async () => {
    expect(await ci(`${report('one', 3, 0)}; ${report('two', 4, 0)}`)).toEqual(['7 passed, 0 failed', 0])
  })

  test('is a failure when a test failed', async () => {
    expect(await ci(`${report('one', 3, 2)}; exit 1`)).toEqual(['3 passed, 2 failed', 1])
  })

  test('counts a test file that could not be run', async () => {
    const file = '{"status":"failed","assertionResults":[]}'
    expect(await ci(`${report('one', 3, 0, file)}; exit 1`)).toEqual(['3 passed, 1 failed', 1])
  })

  test('is a failure when a step stopped, or no test ran', async () => {
    expect(await ci('exit 2')).toEqual(['0 passed, 1 failed', 1])
    expect(await ci(`${report('one', 3, 0)}; exit 2`)).toEqual(['3 passed, 1 failed', 1])
    expect(await ci(report('one', 0, 0))).toEqual(['0 passed, 1 failed', 1])
  })
})
