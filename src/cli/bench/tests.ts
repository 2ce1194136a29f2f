import { suggestion, UsageError } from '../usage.ts'

/** In the place of a random number, twelve digits wide; only with `-r`. */
export const PLACEHOLDER = '__rand_int__'

/** One thing to measure. */
export interface BenchTest {
  /** What `-t` takes; several may share one. */
  names: string[]
  title: string
  /** The command, or text that is sent as it is. */
  request: string[] | string
}

/** The tests of valkey-benchmark, in its order. `data` is the value, of as many bytes as `-d` says. */
export function allTests(data: string, random: boolean): BenchTest[] {
  const key = `key:${PLACEHOLDER}`
  const element = `element:${PLACEHOLDER}`
  const ten = Array.from({ length: 10 })
  const range = (count: number): BenchTest => ({
    names: ['lrange', `lrange_${count}`],
    title: `LRANGE_${count} (first ${count} elements)`,
    request: ['LRANGE', 'mylist', '0', String(count - 1)],
  })
  const simple = (name: string, ...args: string[]): BenchTest => ({
    names: [name],
    title: name.toUpperCase(),
    request: [name.toUpperCase(), ...args],
  })
  const counts = [100, 300, 500, 600]
  return [
    { names: ['ping', 'ping_inline'], title: 'PING_INLINE', request: 'PING\r\n' },
    { names: ['ping', 'ping_mbulk'], title: 'PING_MBULK', request: ['PING'] },
    simple('set', key, data),
    simple('get', key),
    simple('incr', `counter:${PLACEHOLDER}`),
    simple('lpush', 'mylist', data),
    simple('rpush', 'mylist', data),
    simple('lpop', 'mylist'),
    simple('rpop', 'mylist'),
    simple('sadd', 'myset', element),
    simple('hset', 'myhash', element, data),
    simple('spop', 'myset'),
    simple('zadd', 'myzset', random ? PLACEHOLDER : '0', element),
    simple('zpopmin', 'myzset'),
    {
      names: ['lrange', ...counts.map((count) => `lrange_${count}`)],
      title: 'LPUSH (needed to benchmark LRANGE)',
      request: ['LPUSH', 'mylist', data],
    },
    ...counts.map(range),
    { names: ['mset'], title: 'MSET (10 keys)', request: ['MSET', ...ten.flatMap(() => [key, data])] },
    { names: ['mget'], title: 'MGET (10 keys)', request: ['MGET', ...ten.map(() => key)] },
    simple('xadd', 'mystream', '*', 'myfield', data),
  ]
}

/** Those that `-t` names, such as `set,get`. Throws a `UsageError` for a name that there is not. */
export function chosenTests(tests: readonly BenchTest[], wanted: string | undefined): BenchTest[] {
  if (wanted === undefined) return [...tests]
  const known = new Set(tests.flatMap(({ names }) => names))
  const names = wanted.toLowerCase().split(',')
  for (const name of names) {
    if (known.has(name)) continue
    throw new UsageError(`option -t has ${name}.${suggestion(name, known)} Known are ${[...known].join(', ')}`)
  }
  return tests.filter((test) => test.names.some((name) => names.includes(name)))
}
