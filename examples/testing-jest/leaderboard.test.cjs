const { getRedis } = require('wasm-redis/testing/jest')
const board = require('./leaderboard.cjs')

afterAll(() => board.redis.quit())

test('who has more points stands higher', async () => {
  expect(await board.score('ada', 10)).toBe(1)
  expect(await board.score('grace', 20)).toBe(1)
  expect(await board.score('ada', 15)).toBe(1)
  expect(await board.best(2)).toEqual(['ada', 'grace'])
})

test('a board begins empty', async () => {
  expect(await board.best(10)).toEqual([])
})

test('everyone who looks hears of it', async () => {
  const redis = getRedis()
  const news = await redis.client.subscribe('board')
  await board.score('linus', 1)
  expect((await news.next()).value.message).toBe('linus')
  expect(redis.callsOf('PUBLISH')).toEqual([['PUBLISH', 'board', 'linus']])
})
