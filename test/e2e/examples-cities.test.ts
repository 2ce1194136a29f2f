import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../src/index.ts'
import {
  byId,
  type City,
  cities,
  countries,
  distance,
  expectFound,
  latitudeError,
  longitudeError,
  positionOf,
  tolerance,
  totalsOf,
} from './cities.ts'
import { built, example } from './examples.ts'

/**
 * examples/cities, function by function. Every answer is worked out a second time, in plain JavaScript over the
 * same list of places.
 */

interface Point {
  longitude: number
  latitude: number
}
type CommandsOf = (city: City) => (string | number)[][]
interface Loading {
  bigCity: number
  position: CommandsOf
  population: CommandsOf
  facts: CommandsOf
  arrival: CommandsOf
  load(
    client: Client,
    cities: readonly City[],
    commandsOf: CommandsOf,
    onProgress?: (done: number) => void,
  ): Promise<void>
}
interface Questions {
  nearest(
    client: Client,
    point: Point,
    count: number,
  ): Promise<{ id: string; name: string; country: string; km: number }[]>
  within(client: Client, id: string, km: number): Promise<string[]>
  inBox(client: Client, centre: Point, width: number, height: number): Promise<string[]>
  byRank(client: Client, first: number, last: number): Promise<{ id: string; name: string; population: number }[]>
  byPopulation(client: Client, least: number, most: number): Promise<string[]>
  totals(client: Client, countries: readonly string[]): Promise<Record<string, { places: number; people: number }>>
}
interface Survey {
  survey(
    client: Client,
    bobDiesAfter: number,
  ): Promise<{ byAlice: number; byBob: number; claimed: number; stillPending: number; people: Record<string, number> }>
}
interface Out {
  isTTY: boolean
  columns?: number
  write(text: string): unknown
}
interface Progress {
  startProgress(label: string, total: number, out: Out): { update(done: number, note?: string): void; finish(): void }
}
interface Row {
  question: string
  answer: string
  ms: number
  engine: number
  process: number
}
interface Table {
  table(rows: Row[], columns: number): string
}
interface Feed {
  openFeed(client: Client): Promise<{ heard: number; latest?: { name: string }; close(): Promise<void> }>
}

let client: Client
let loading: Loading
let questions: Questions
let feed: Awaited<ReturnType<Feed['openFeed']>>
const progress: Record<string, number[]> = {}

beforeAll(async () => {
  client = await (await built()).createClient()
  loading = await example<Loading>('cities/load.mjs')
  questions = await example<Questions>('cities/questions.mjs')
  feed = await (await example<Feed>('cities/feed.mjs')).openFeed(client)
  for (const subject of ['position', 'population', 'facts', 'arrival'] as const) {
    progress[subject] = []
    await loading.load(client, cities, loading[subject], (done) => progress[subject].push(done))
  }
}, 120_000)

afterAll(() => client?.close())

describe('loading', () => {
  test('progress goes up to all places, one pipeline of a thousand at a time', () => {
    const steps = Array.from({ length: Math.ceil(cities.length / 1000) }, (_, i) =>
      Math.min((i + 1) * 1000, cities.length),
    )
    for (const done of Object.values(progress)) expect(done).toEqual(steps)
  })

  test('every place is where the list says, to the precision of its 52 bits', async () => {
    const [positions] = await client.pipeline<[(string[] | null)[]]>([['GEOPOS', 'places', ...byId.keys()]])
    const off = cities.filter(({ loc: { coordinates } }, i) => {
      const [longitude, latitude] = positions[i]?.map(Number) ?? [Number.NaN, Number.NaN]
      const near =
        Math.abs(longitude - coordinates[0]) < longitudeError && Math.abs(latitude - coordinates[1]) < latitudeError
      return !near
    })
    expect(off).toEqual([])
  })

  test('every place has its facts', async () => {
    const replies = await client.pipeline(cities.map(({ cityId }) => ['HGETALL', `city:${cityId}`]))
    const wrong = cities.filter(({ name, country, population, loc }, i) => {
      const [longitude, latitude] = loc.coordinates.map(String)
      const facts = { name, country, population: String(population), longitude, latitude }
      return JSON.stringify(replies[i]) !== JSON.stringify(facts)
    })
    expect(wrong).toEqual([])
  })

  test('every place arrives, in the order of the list', async () => {
    const entries = (await client.xrange('arrivals', '-', '+')) as [string, string[]][]
    expect(entries.map(([, fields]) => fields[1])).toEqual([...byId.keys()])
  })

  test('every big city is heard of over pub/sub', () => {
    const big = cities.filter(({ population }) => population >= 1_000_000)
    expect(feed.heard).toBe(big.length)
    expect(feed.latest?.name).toBe(big[big.length - 1].name)
  })

  test('an engine that is full is an error, not a gap', async () => {
    const full = await (await built()).createClient({ maxmemory: '2mb' })
    const refused = loading.load(full, cities, loading.facts)
    await expect(refused).rejects.toMatchObject({ name: 'RedisError', code: 'OOM' })
    await full.close()
  })
})

describe('questions', () => {
  const somewhere: [string, Point][] = [
    ['the top of Mont Blanc', { longitude: 6.86517, latitude: 45.83271 }],
    ['Point Nemo, far from everywhere', { longitude: -123.3933, latitude: -48.8767 }],
    ['beside the date line', { longitude: 179.99, latitude: -16.8 }],
    ['the far north', { longitude: 0, latitude: 85 }],
  ]
  test.each(somewhere)('the nearest to %s', async (_, point) => {
    const found = await questions.nearest(client, point, 25)
    const from = [point.longitude, point.latitude]
    const distances = cities.map(({ loc }) => distance(from, loc.coordinates)).sort((a, b) => a - b)
    for (const [i, { id, name, country, km }] of found.entries()) {
      expect({ name, country }).toEqual({ name: byId.get(id)?.name, country: byId.get(id)?.country })
      expect(Math.abs(km * 1000 - distance(from, positionOf(id)))).toBeLessThan(tolerance)
      expect(Math.abs(km * 1000 - distances[i])).toBeLessThan(tolerance)
    }
    expect(new Set(found.map(({ id }) => id)).size).toBe(25)
  })

  test('more places than there are gives all of them', async () => {
    const found = await questions.nearest(client, { longitude: 12.3, latitude: 45.6 }, cities.length + 1)
    expect(found.length).toBe(cities.length)
  })

  test.each([
    ['Shanghai', 50],
    ['Berlin', 300],
    ['Suva', 1500],
  ])('the places around %s', async (name, km) => {
    const centre = cities.filter((city) => city.name === name).sort((a, b) => b.population - a.population)[0]
    const found = await questions.within(client, String(centre.cityId), km)
    expect(found[0]).toBe(String(centre.cityId))
    expectFound(found, (position) => distance(centre.loc.coordinates, position) - km * 1000)
    const distances = found.map((id) => distance(centre.loc.coordinates, positionOf(id)))
    for (const [i, one] of distances.entries()) expect(one).toBeGreaterThan((distances[i - 1] ?? 0) - 2 * tolerance)
  })

  test.each([
    ['Lake Victoria', { longitude: 33, latitude: -1 }, 600, 400],
    ['the north of Norway', { longitude: 24, latitude: 69 }, 1200, 300],
  ])('the places in a box around %s', async (_, centre, width, height) => {
    const found = await questions.inBox(client, centre, width, height)
    expect(found.length).toBeGreaterThan(10)
    expectFound(found, ([longitude, latitude]) => {
      // Width is measured along the parallel's great circle at the place, height along the meridian.
      const west = distance([centre.longitude, latitude], [longitude, latitude])
      const north = distance([longitude, centre.latitude], [longitude, latitude])
      return Math.max(west - width * 500, north - height * 500)
    })
  })

  test('by rank: the largest first', async () => {
    const sorted = [...cities].sort(
      (a, b) => b.population - a.population || (String(a.cityId) < String(b.cityId) ? 1 : -1),
    )
    for (const [first, last] of [
      [1, 500],
      [1000, 1000],
      [70_000, 70_100],
    ]) {
      const expected = sorted
        .slice(first - 1, last)
        .map(({ cityId, name, country, population }) => ({ id: String(cityId), name, country, population }))
      expect(await questions.byRank(client, first, last)).toEqual(expected)
    }
  })

  test('by population: from the least, included, to the most, not included', async () => {
    for (const [least, most] of [
      [100_000, 200_000],
      [5000, 5001],
      [30_000_000, 40_000_000],
    ]) {
      const expected = cities
        .filter(({ population }) => population >= least && population < most)
        .sort((a, b) => a.population - b.population || (String(a.cityId) < String(b.cityId) ? -1 : 1))
        .map(({ cityId }) => String(cityId))
      expect(await questions.byPopulation(client, least, most)).toEqual(expected)
    }
  })

  test('places and people of each country, from Lua as JSON', async () => {
    expect(await questions.totals(client, countries)).toEqual(totalsOf(cities))
  })
})

describe('the survey', () => {
  test('counts every arrival once, although one of its consumers dies', async () => {
    const { survey } = await example<Survey>('cities/survey.mjs')
    const connections = (await client.clientList()).split('\n').length
    const { byAlice, byBob, claimed, stillPending, people } = await survey(client, 3)
    expect(byBob).toBe(3 * 500)
    expect(claimed).toBe(500)
    expect(byAlice).toBe(cities.length - byBob - claimed)
    expect(stillPending).toBe(0)
    expect(people).toEqual(
      Object.fromEntries(Object.entries(totalsOf(cities)).map(([country, total]) => [country, total.people])),
    )
    expect((await client.clientList()).split('\n').length).toBe(connections)
  })
})

describe('what is shown', () => {
  const shown = async (isTTY: boolean) => {
    const { startProgress } = await example<Progress>('cities/progress.mjs')
    let text = ''
    const progress = startProgress('facts', 2000, { isTTY, columns: 60, write: (more) => (text += more) })
    progress.update(1000, 'Tokyo, which has a long description behind it')
    progress.finish()
    return text.replace(/\x1b\[\d+m/g, '')
  }

  test('on a terminal a bar is drawn over itself, within the line', async () => {
    const [, drawn, last] = (await shown(true)).split('\r')
    expect(drawn).toMatch(/^ {2}facts {8}█{12}░{12} {2}50 % {2}Tokyo/)
    expect(drawn.replace('\x1b[K', '').length).toBeLessThanOrEqual(60)
    expect(last).toMatch(/^ {2}facts +2,000 places in .*s\x1b\[K\n$/)
  })

  test('in a pipe one line says what was done', async () => {
    expect(await shown(false)).toMatch(/^ {2}facts +2,000 places in [\d.]+ m?s\n$/)
  })

  test('the table breaks long answers, and stays within its columns', async () => {
    const { table } = await example<Table>('cities/table.mjs')
    const answer = 'many words that do not fit into one line of a narrow terminal, but do into some'
    const row = { question: 'a question', answer, ms: 1234, engine: 7_240_000, process: -3_000_000 }
    const lines = table([row], 72)
      .replace(/\x1b\[\d+m/g, '')
      .split('\n')
    expect(lines.length).toBeGreaterThan(2)
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(72)
    expect(lines[1]).toMatch(/^a question {2}many words .* 1\.2 s +\+7\.2 MB +−3\.0 MB$/)
    expect(
      lines
        .slice(1)
        .join(' ')
        .replace(/ 1\.2 s.*?MB.*?MB|a question/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    ).toBe(answer)
  })
})
