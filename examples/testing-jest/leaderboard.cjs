const { Redis } = require('ioredis')

const redis = new Redis(process.env.REDIS_URL)

/** Adds to a player's points, and tells everyone who looks. Resolves to the player's rank, from 1. */
async function score(player, points) {
  await redis.zincrby('board', points, player)
  await redis.publish('board', player)
  return (await redis.zrevrank('board', player)) + 1
}

/** The best players, best first. */
function best(count) {
  return redis.zrevrange('board', 0, count - 1)
}

module.exports = { redis, score, best }
