/** What one can ask about the places. Each question is a few commands; each answer is plain data. */

/** @typedef {import('wasm-redis').Client} Client */
/** @typedef {{ longitude: number, latitude: number }} Point Degrees. */

/** The greatest distance there is between two places, in kilometres. */
const halfwayRound = 20_021

/**
 * The names of places, in one round trip.
 *
 * @param {Client} client
 * @param {readonly string[]} ids
 * @returns {Promise<{ id: string, name: string, country: string }[]>}
 */
export async function describe(client, ids) {
  /** @type {string[][]} */
  const facts = await client.pipeline(ids.map((id) => ['HMGET', `city:${id}`, 'name', 'country']))
  return ids.map((id, i) => ({ id, name: facts[i][0], country: facts[i][1] }))
}

/**
 * The places nearest to a point, the nearest first, with their distance.
 *
 * @param {Client} client
 * @param {Point} point
 * @param {number} count
 */
export async function nearest(client, { longitude, latitude }, count) {
  /** @type {[id: string, km: string][]} */
  let found = []
  // A search needs a radius, and a small one is quick: widen it until enough are inside, or it spans the earth.
  for (let km = 25; found.length < count && km < 4 * halfwayRound; km *= 4) {
    const near = ['FROMLONLAT', longitude, latitude, 'BYRADIUS', km, 'km']
    found = /** @type {typeof found} */ (await client.geosearch('places', ...near, 'ASC', 'COUNT', count, 'WITHDIST'))
  }
  const ids = found.map(([id]) => id)
  const cities = await describe(client, ids)
  return cities.map((city, i) => ({ ...city, km: Number(found[i][1]) }))
}

/**
 * The ids of the places at most so many kilometres from another place, itself among them, the nearest first.
 *
 * @param {Client} client
 * @param {string} id
 * @param {number} km
 * @returns {Promise<string[]>}
 */
export function within(client, id, km) {
  return client.geosearch('places', 'FROMMEMBER', id, 'BYRADIUS', km, 'km', 'ASC')
}

/**
 * The ids of the places in a box around a point, so many kilometres wide (west to east) and high (south to north).
 *
 * @param {Client} client
 * @param {Point} centre
 * @param {number} width
 * @param {number} height
 * @returns {Promise<string[]>}
 */
export function inBox(client, { longitude, latitude }, width, height) {
  return client.geosearch('places', 'FROMLONLAT', longitude, latitude, 'BYBOX', width, height, 'km', 'ASC')
}

/**
 * The places from one rank to another when all are ordered by population; the largest has rank 1. Places with the same
 * population are in the reverse order of their ids' letters, as sorted sets have it.
 *
 * @param {Client} client
 * @param {number} first
 * @param {number} last
 */
export async function byRank(client, first, last) {
  const found = await client.zrange('population', first - 1, last - 1, 'REV', 'WITHSCORES')
  const ids = found.map(([id]) => id)
  const cities = await describe(client, ids)
  return cities.map((city, i) => ({ ...city, population: found[i][1] }))
}

/**
 * The ids of the places with at least `least` and fewer than `most` people, the smallest first.
 *
 * @param {Client} client
 * @param {number} least
 * @param {number} most
 * @returns {Promise<string[]>}
 */
export function byPopulation(client, least, most) {
  return client.zrange('population', least, `(${most}`, 'BYSCORE')
}

/** Adds up each country where its numbers are, so that 135,233 of them need not come out: only the totals do. */
const totalsScript = `
  local totals = {}
  for i, key in ipairs(KEYS) do
    local scores, people = redis.call('ZRANGE', key, 0, -1, 'WITHSCORES'), 0
    for n = 2, #scores, 2 do people = people + scores[n] end
    totals[ARGV[i]] = { places = #scores / 2, people = people }
  end
  return cjson.encode(totals)
`

/**
 * How many places and people each country has: a Lua script that answers in JSON.
 *
 * @param {Client} client
 * @param {readonly string[]} countries
 * @returns {Promise<Record<string, { places: number, people: number }>>}
 */
export async function totals(client, countries) {
  const keys = countries.map((country) => `population:${country}`)
  return JSON.parse(await client.call('EVAL', totalsScript, keys.length, ...keys, ...countries))
}
