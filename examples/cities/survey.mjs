/**
 * The stream of arrivals, worked off by the consumers of a group. Each entry goes to one of them; what one took and
 * did not acknowledge before it died is claimed by another, so that every arrival counts once.
 */

/** @typedef {import('wasm-redis').Client} Client */
/** @typedef {[id: string, fields: string[]][]} Entries */

const stream = 'arrivals'
const group = 'survey'

/** Entries that a consumer takes at a time. */
const batchSize = 500

/**
 * Adds entries to the people of their countries and acknowledges them, in one transaction: either both or neither,
 * so that whoever claims an entry knows that it has not been counted.
 *
 * @param {Client} client
 * @param {Entries} entries
 */
async function count(client, entries) {
  const people = new Map()
  for (const [, fields] of entries) {
    const { country, population } = Object.fromEntries(pairs(fields))
    people.set(country, (people.get(country) ?? 0) + Number(population))
  }
  const transaction = client.multi()
  for (const [country, sum] of people) transaction.zincrby('survey:people', sum, country)
  transaction.xack(stream, group, ...entries.map(([id]) => id))
  await transaction.exec()
}

/** @param {string[]} fields Names and values in turn, as streams have them. */
const pairs = (fields) => Array.from({ length: fields.length / 2 }, (_, i) => fields.slice(2 * i, 2 * i + 2))

/**
 * Works as one consumer until nothing new is left; resolves to how many entries it counted. With `diesAfter` its
 * connection is gone after so many batches, with the next one in its hands.
 *
 * @param {Client} client
 * @param {string} consumer
 * @param {{ diesAfter?: number }} [fate]
 */
async function work(client, consumer, { diesAfter = Number.POSITIVE_INFINITY } = {}) {
  let counted = 0
  for (let batch = 0; ; batch++) {
    const reply = await client.xreadgroup('GROUP', group, consumer, 'COUNT', batchSize, 'STREAMS', stream, '>')
    if (reply === null) return counted
    if (batch === diesAfter) {
      await client.close()
      return counted
    }
    const entries = /** @type {Entries} */ (reply[stream])
    await count(client, entries)
    counted += entries.length
  }
}

/**
 * Takes over what other consumers were given and did not acknowledge for `idle` milliseconds, and counts it; resolves
 * to how many entries that were.
 *
 * @param {Client} client
 * @param {string} consumer
 * @param {number} idle
 */
async function takeOver(client, consumer, idle) {
  let counted = 0
  let cursor = '0-0'
  do {
    const [next, entries] = await client.xautoclaim(stream, group, consumer, idle, cursor, 'COUNT', batchSize)
    if (entries.length > 0) await count(client, entries)
    counted += entries.length
    cursor = next
  } while (cursor !== '0-0')
  return counted
}

/**
 * Has two consumers, each on a connection of its own, count the arrivals. Bob dies on the way; Alice finishes, and
 * takes over what he had in his hands.
 *
 * @param {Client} client
 * @param {number} bobDiesAfter Batches of 500 arrivals.
 */
export async function survey(client, bobDiesAfter) {
  await client.xgroupCreate(stream, group, '0')
  const alice = client.duplicate()
  const bob = client.duplicate()
  const [byAlice, byBob] = await Promise.all([work(alice, 'alice'), work(bob, 'bob', { diesAfter: bobDiesAfter })])
  // A service would say 60,000 here: longer than a consumer that is alive ever takes. Bob is known to be dead.
  const claimed = await takeOver(alice, 'alice', 0)
  await alice.close()
  const [stillPending] = await client.xpending(stream, group)
  const people = Object.fromEntries(await client.zrange('survey:people', 0, -1, 'WITHSCORES'))
  return { byAlice, byBob, claimed, stillPending, people }
}
