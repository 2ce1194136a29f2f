/** `wasm-redis bench`: its figures and its flags. */
import { describe, expect, it } from 'vitest'
import { Histogram } from '../../src/cli/bench/histogram.ts'
import { run, server } from './program.ts'

describe('bench', () => {
  it('has a line for each test with -q', async () => {
    const { code, out } = await run(['bench', '-q', '-n', '200', '-c', '5'])
    expect(code).toBe(0)
    const lines = out.trim().split('\n')
    expect(lines).toHaveLength(22)
    for (const line of lines) expect(line).toMatch(/^[A-Z].*: \d+\.\d\d requests per second, p50=\d+\.\d{3} msec$/)
    expect(out).not.toContain('\x1b')
  })

  it('has rows for spreadsheets with --csv', async () => {
    const { out } = await run(['bench', '--csv', '-n', '100', '-t', 'set,lrange_100', '-P', '7'])
    const [head, ...rows] = out.trim().split('\n')
    const columns = ['avg', 'min', 'p50', 'p95', 'p99', 'max'].map((name) => `"${name}_latency_ms"`)
    expect(head).toBe(['"test"', '"rps"', ...columns].join(','))
    expect(rows.map((row) => row.split(',')[0])).toEqual([
      '"SET"',
      '"LPUSH (needed to benchmark LRANGE)"',
      '"LRANGE_100 (first 100 elements)"',
    ])
    for (const row of rows)
      expect(
        row
          .split(',')
          .slice(1)
          .every((cell) => Number(JSON.parse(cell)) >= 0),
      ).toBe(true)
  })

  it('says all without them', async () => {
    const { out } = await run(['bench', '-t', 'get', '-n', '100', '-c', '2', '-P', '3', '-d', '9'])
    for (const part of ['====== GET ======', '100 requests completed', '2 parallel clients', '9 bytes payload']) {
      expect(out).toContain(part)
    }
    expect(out).toMatch(/throughput summary: \d+\.\d\d requests per second/)
    expect(out).toMatch(/avg +min +p50 +p95 +p99 +max\n( +\d+\.\d{3}){6}\n/)
  })

  it('sends a server exactly the requests that it says', async () => {
    const { url, port } = await server()
    const { out } = await run(['bench', '-q', '--url', url, '-n', '1003', '-c', '7', '-P', '10', 'INCR', 'counter'])
    expect(out).toContain('INCR counter: ')
    expect((await run(['cli', '-p', port, 'GET', 'counter'])).out).toBe('1003\n')
  })

  it('takes random keys out of as many as -r says', async () => {
    const { port } = await server()
    await run(['bench', '-q', '-p', port, '-n', '2000', '-t', 'set', '-r', '20', '--seed', '1'])
    const keys = (await run(['cli', '-p', port, 'KEYS', '*'])).out.trim().split('\n').sort()
    expect(keys).toEqual(Array.from({ length: 20 }, (_, i) => `key:${String(i).padStart(12, '0')}`))
  })

  it.each([
    [['-t', 'sett'], 2, 'option -t has sett. Did you mean set?'],
    [['-c', '0'], 2, 'option -c is 0; it must be at least 1'],
    [['--thread', '2'], 2, 'unknown option --thread.'],
    [['-q', '-p', '1'], 1, 'Connection refused'],
    [['-q', '-n', '10', 'NOSUCH'], 1, 'Error from server: ERR unknown command'],
  ])('%j is wrong', async (args, code, message) => {
    const ending = await run(['bench', ...args])
    expect([ending.code, ending.err]).toEqual([code, expect.stringContaining(message)])
  })
})

describe('percentiles', () => {
  it('are exact for short times and within 0.1 % for long ones', () => {
    const histogram = new Histogram()
    for (let i = 1; i <= 1000; i++) histogram.add(i, 1)
    expect([0, 50, 99, 100].map((percent) => histogram.percentile(percent))).toEqual([1, 500, 990, 1000])
    expect([histogram.mean, histogram.min, histogram.max]).toEqual([500.5, 1, 1000])
    const long = new Histogram()
    for (let i = 1; i <= 1000; i++) long.add(i * 1000, 2)
    expect(Math.abs(long.percentile(50) / 500_000 - 1)).toBeLessThan(0.001)
    expect(long.count).toBe(2000)
  })
})
