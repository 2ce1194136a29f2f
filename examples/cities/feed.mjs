/** The live feed: an announcement for each big city, heard while the places are loaded. */

/** @typedef {{ name: string, country: string, population: number }} Announcement */

/**
 * Subscribes to the announcements, over a connection of its own. Resolves once the engine has acknowledged it.
 *
 * @param {import('wasm-redis').Client} client
 */
export async function openFeed(client) {
  const listener = client.duplicate()
  const feed = {
    heard: 0,
    /** @type {Announcement | undefined} The last one heard. */
    latest: undefined,
    close: () => listener.close(),
  }
  await listener.subscribe('big-cities', ({ message }) => {
    feed.heard++
    feed.latest = JSON.parse(message)
  })
  return feed
}
